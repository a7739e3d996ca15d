// Whatever the bytes are, a decoder answers; and what it accepts, it writes and reads back unchanged.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "wire/order_codec.h"

namespace {

template <typename T>
void check_round_trip(kiosk::Result<T> (*decode)(std::string_view), std::string_view text) {
    const kiosk::Result<T> first = decode(text);
    if (!first) return;
    const kiosk::Result<T> second = decode(kiosk::wire::encode(*first));
    KIOSK_CHECK(second == first);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    check_round_trip(kiosk::wire::decode_cart, text);
    check_round_trip(kiosk::wire::decode_order_request, text);
    check_round_trip(kiosk::wire::decode_order, text);
    check_round_trip(kiosk::wire::decode_book, text);
    return 0;
}
