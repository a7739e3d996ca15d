#pragma once
// A player of Burger Stack for tests: taps when the layer is aligned, too early or too late by an error drawn from its own Rng.
// The sum of four uniform draws stands in for a normal distribution, so no floating point decides a golden run.

#include <algorithm>
#include <cstdint>
#include <cstdlib>

#include "base/rng.h"
#include "games/burger_stack.h"
#include "games/replay.h"

namespace kiosk::tests {

class StackBot {
public:
    // deviation_ms: standard deviation of the error in time. 0 drops every layer perfectly.
    StackBot(std::uint64_t seed, int deviation_ms) : rng_(seed), deviation_ms_(deviation_ms) {}

    // What the player does in the step that follows this state. Also begins a waiting run.
    std::uint8_t inputs(const games::Stack& stack) {
        if (stack.phase == games::Phase::Ready) return games::kTap;
        if (stack.phase == games::Phase::Over) return 0;
        if (stack.placed != aimed_) aim(stack);
        if (!games::accepts_tap(stack)) return 0;
        const int offset = stack.moving.left - stack.top().left;
        const int forward = stack.moving.velocity > 0 ? offset : -offset;
        return 2 * forward + std::abs(stack.moving.velocity) >= 2 * target_ ? games::kTap : std::uint8_t{0};
    }

private:
    static constexpr int kSpread = 1000;

    void aim(const games::Stack& stack) {
        aimed_ = stack.placed;
        int sum = -4 * kSpread;
        for (int draw = 0; draw < 4; ++draw) sum += static_cast<int>(rng_.below(2 * kSpread + 1));
        // Four draws over +-1000 have a standard deviation of 1155; a step is 1000 / 60 ms.
        const std::int64_t late_us = static_cast<std::int64_t>(sum) * deviation_ms_ * 1000 / 1155;
        const std::int64_t target = late_us * games::speed_at(stack.placed) * 60 / 1'000'000;
        constexpr std::int64_t kReach = games::Config::kTravel - games::Config::kTopSpeed;
        target_ = static_cast<int>(std::clamp(target, -kReach, kReach));
    }

    Rng rng_;
    int deviation_ms_;
    int aimed_ = -1;
    int target_ = 0;
};

// A whole run of that player, from the first tap to the end.
inline games::RecordedRun play(std::uint64_t seed, StackBot bot) {
    games::RecordedRun run(seed);
    while (run.stack.phase != games::Phase::Over) step(run, bot.inputs(run.stack));
    return run;
}

}  // namespace kiosk::tests
