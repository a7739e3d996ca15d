// Foreign bytes as an input log, raw and as a link's text: what decodes must have one spelling and play to the same end twice.
// tests/golden/burger_stack.rows makes a good corpus.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "base/check.h"
#include "games/replay.h"

namespace {

void play(const kiosk::games::Replay& replay) {
    const auto outcome = verify(replay);
    if (!outcome) return;
    KIOSK_CHECK(outcome->ticks == replay.ticks);
    KIOSK_CHECK(outcome->score <= kiosk::games::ceiling_score(outcome->ticks));
    KIOSK_CHECK(verify(replay) == outcome);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (const auto replay = kiosk::games::decode(bytes)) {
        KIOSK_CHECK(encode(*replay) == bytes);
        play(*replay);
    }
    if (const auto replay = kiosk::games::decode_text(bytes)) {
        KIOSK_CHECK(encode_text(*replay) == bytes);
        play(*replay);
    }
    return 0;
}
