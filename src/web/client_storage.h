#pragma once
// The client's key-value storage. Where the client has none (blocked, full), values live as long as the page does, so that a shop in
// a frame without storage still takes orders; was_kept() tells, for whoever wants to warn.

#include <optional>
#include <string>
#include <string_view>

#include "local/key_value.h"

namespace kiosk::web {

class ClientStorage final : public local::KeyValue {
public:
    [[nodiscard]] std::optional<std::string> read(std::string_view key) override;
    [[nodiscard]] bool write(std::string_view key, std::string_view value) override;
    [[nodiscard]] bool was_kept() const override { return was_kept_; }

private:
    bool was_kept_ = true;
};

}  // namespace kiosk::web
