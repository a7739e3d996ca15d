// Whatever is read as a saved state is written and read back as the same one.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "wire/saved_state.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto state = kiosk::wire::decode_saved_state(text);
    if (!state) return 0;
    const auto again = kiosk::wire::decode_saved_state(kiosk::wire::encode_saved_state(*state));
    KIOSK_CHECK(again == state);
    return 0;
}
