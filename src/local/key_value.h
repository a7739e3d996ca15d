#pragma once
// The client's key-value storage, shared with other tabs of the same app and account: keys here are without the account's id, which
// js-bridge/storage.js adds. Synchronous; may fail at any time (quota, private mode), and another tab may change a value between
// any two calls.

#include <optional>
#include <string>
#include <string_view>

namespace kiosk::local {

class KeyValue {
public:
    virtual ~KeyValue() = default;
    [[nodiscard]] virtual std::optional<std::string> read(std::string_view key) = 0;
    // False: nothing was written.
    [[nodiscard]] virtual bool write(std::string_view key, std::string_view value) = 0;
    // The last write will outlive the page.
    [[nodiscard]] virtual bool was_kept() const { return true; }
};

}  // namespace kiosk::local
