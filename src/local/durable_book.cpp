#include "local/durable_book.h"

#include "wire/order_codec.h"

namespace kiosk::local {

void DurableBook::refresh() {
    std::optional<std::string> text = storage_.read(kShopKey);
    if (text == text_) return;
    text_ = std::move(text);
    if (!text_ || text_->empty()) {
        replace({});
        return;
    }
    Result<orders::Book> book = wire::decode_book(*text_);
    if (book) {
        replace(*std::move(book));
        return;
    }
    corrupt_ = true;
    replace({});
    // Without a copy aside the document stays where it is until the next order replaces it.
    if (storage_.write(kBadShopKey, *text_) && is_kept()) (void)write({});
}

bool DurableBook::write(const orders::Book& book) {
    std::string text = wire::encode(book);
    if (!storage_.write(kShopKey, text)) return false;
    text_ = std::move(text);
    return true;
}

Status DurableBook::commit(const backend::Change& change) {
    orders::Book before = book();
    if (Status done = MemoryStorage::commit(change); !done) return done;
    orders::Book after = book();
    orders::prune(after, kFinishedKept);
    const bool written = write(after);
    replace(written ? std::move(after) : std::move(before));
    if (!written) return Error{ErrorCode::Storage, "write"};
    return Done{};
}

}  // namespace kiosk::local
