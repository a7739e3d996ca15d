#include "local/take_back.h"

#include "local/durable_book.h"
#include "wire/order_codec.h"
#include "wire/saved_state.h"

namespace kiosk::local {

bool take_back(KeyValue& storage, std::string_view key, std::string_view text) {
    const bool is_whole = key == kShopKey ? wire::decode_book(text).has_value()
                                          : key == kStateKey && wire::decode_saved_state(text).has_value();
    return is_whole && !storage.read(key) && storage.write(key, text);
}

}  // namespace kiosk::local
