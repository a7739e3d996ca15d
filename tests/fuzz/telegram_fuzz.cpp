// Whatever JSON a client gives can be asked for any place; what is not there reads as nothing. Refusals have a kind.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "telegram/state.h"
#include "wire/json_text.h"

// The place, a newline, the JSON.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace kiosk::telegram;
    std::string_view json{reinterpret_cast<const char*>(data), size};
    const std::string_view place = take_part(json, '\n');
    const std::string text = read_text(json, place);
    const bool is_nothing = text.empty() && read_number(json, place) == 0 && !read_flag(json, place);
    KIOSK_CHECK(is_nothing || !kiosk::wire::parse_json(json).fault);
    static_cast<void>(refusal_of(json));
    static_cast<void>(is_at_least(place, json));
    State state;
    state.set(Property::InitDataUnsafe, std::string(json));
    KIOSK_CHECK(state.text(Property::InitDataUnsafe).empty());
    return 0;
}
