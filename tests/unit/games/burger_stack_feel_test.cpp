// Holds the tuning of Burger Stack to what its header promises: how far players of a given timing error get.

#include <gtest/gtest.h>

#include <algorithm>
#include <ostream>
#include <vector>

#include "support/stack_bot.h"

namespace kiosk::games {
namespace {

struct Medians {
    int layers = 0;
    int seconds = 0;

    bool operator==(const Medians&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Medians& medians) {
    return out << medians.layers << " layers in " << medians.seconds << " s";
}

Medians medians_of(int deviation_ms) {
    constexpr std::uint64_t kRuns = 401;
    std::vector<int> layers;
    std::vector<int> seconds;
    for (std::uint64_t seed = 0; seed < kRuns; ++seed) {
        const Stack stack = tests::play(seed, tests::StackBot(seed + 1000, deviation_ms)).stack;
        layers.push_back(stack.placed);
        seconds.push_back(static_cast<int>(stack.tick) / Config::kStepsPerSecond);
    }
    const auto middle = static_cast<std::ptrdiff_t>(kRuns / 2);
    std::nth_element(layers.begin(), layers.begin() + middle, layers.end());
    std::nth_element(seconds.begin(), seconds.begin() + middle, seconds.end());
    return {layers[kRuns / 2], seconds[kRuns / 2]};
}

TEST(BurgerStackFeel, FirstTimersPlaceEightToFifteenLayers) {
    const std::vector<Medians> players{medians_of(100), medians_of(75)};

    EXPECT_EQ(players, (std::vector<Medians>{{11, 12}, {14, 15}}));
}

TEST(BurgerStackFeel, PractiseIsRewardedAndEveryHumanRunEnds) {
    const std::vector<Medians> players{medians_of(40), medians_of(20), medians_of(12)};

    EXPECT_EQ(players, (std::vector<Medians>{{24, 21}, {47, 36}, {83, 60}}));
}

}  // namespace
}  // namespace kiosk::games
