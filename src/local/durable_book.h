#pragma once
// The shop's book as one JSON document in the client's storage. A commit is done when the document is written, if only for as long
// as the page lives (is_kept() tells); a document that can't be read is put aside, never overwritten unseen.

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "backend/storage.h"
#include "local/key_value.h"

namespace kiosk::local {

inline constexpr std::string_view kShopKey = "kiosk:shop";
inline constexpr std::string_view kBadShopKey = "kiosk:shop.bad";
inline constexpr std::size_t kFinishedKept = 50;  // Older finished orders are forgotten.

class DurableBook final : public backend::MemoryStorage {
public:
    explicit DurableBook(KeyValue& storage) : storage_(storage) {}

    // Reads what another tab may have written since.
    void refresh();
    // True once after a document had to be put aside.
    [[nodiscard]] bool take_corrupt() { return std::exchange(corrupt_, false); }

    // What was written last will outlive the page.
    [[nodiscard]] bool is_kept() const { return storage_.was_kept(); }

    Status commit(const backend::Change& change) override;

private:
    [[nodiscard]] bool write(const orders::Book& book);

    KeyValue& storage_;
    std::optional<std::string> text_;  // As last read or written.
    bool corrupt_ = false;
};

}  // namespace kiosk::local
