#include "games/runner.h"

#include <algorithm>
#include <utility>

namespace kiosk::games {

int FixedStep::advance(std::int64_t elapsed_ms) {
    // Whole seconds leave no remainder, so a long stall may be folded before it could overflow.
    constexpr std::int64_t kSecond = 1000;
    const bool stalled = elapsed_ms >= kSecond;
    const std::int64_t ms = std::max<std::int64_t>(elapsed_ms, 0) % kSecond;
    const int units = remainder_ + static_cast<int>(ms) * kUnitsPerMs;
    remainder_ = units % kStepUnits;
    return stalled ? kMaxSteps : std::min(units / kStepUnits, kMaxSteps);
}

std::uint8_t FixedStep::take_inputs() {
    return std::exchange(pressed_, std::uint8_t{0});
}

}  // namespace kiosk::games
