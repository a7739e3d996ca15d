// What holds for every run, tried on 2,000 random ones: random taps of every density, and players of every skill.

#include <gtest/gtest.h>

#include <cstdlib>
#include <string>
#include <vector>

#include "support/stack_bot.h"

namespace kiosk::games {
namespace {

constexpr int kRuns = 2000;

// Empty when the step broke no law, else the law.
std::string broken_law(const Stack& before, const Stack& after) {
    const Layer& below = before.top();
    const Layer& top = after.top();
    const bool dropped = after.placed != before.placed;
    const int growth = top.width - below.width;
    if (growth > 0 && !(after.last_drop.widened && growth <= Config::kBonusWidth)) return "wider without a bonus";
    if (growth > 0 && after.streak % Config::kBonusStreak != 0) return "a bonus without a streak";
    if (top.width < Config::kMinWidth) return "too narrow to hold";
    if (top.left < 0 || top.left + top.width > Config::kBaseWidth) return "beyond the bottom bun";
    if (after.score < before.score || (after.score > before.score) != dropped) return "score without a layer";
    if (after.placed - before.placed > 1) return "two layers in a step";
    if (after.phase == Phase::Running && after.tick != before.tick + (before.phase == Phase::Running ? 1U : 0U))
        return "a tick is not a step";
    if (after.phase != Phase::Over && std::abs(after.moving.left - top.left) > Config::kTravel) return "out of reach";
    return {};
}

// Random bytes as inputs, taps at a density of the run's own; half the runs are cut off early by their length.
struct Checked {
    std::string broken;
    RecordedRun run;
};

Checked play_randomly(std::uint64_t seed) {
    Rng rng(seed);
    Checked checked{{}, RecordedRun(seed)};
    tests::StackBot bot(seed, static_cast<int>(rng.below(120)));
    const bool skilled = rng.below(2) == 0;
    const std::uint32_t rarity = 1 + rng.below(120);
    const std::uint32_t length = rng.below(4000);
    for (std::uint32_t count = 0; count < length && checked.broken.empty(); ++count) {
        const auto noise = static_cast<std::uint8_t>(rng.below(256) & 0xFEU);
        const bool tap = skilled ? bot.inputs(checked.run.stack) != 0 : rng.below(rarity) == 0;
        const Stack before = checked.run.stack;
        step(checked.run, static_cast<std::uint8_t>(noise | (tap ? kTap : 0U)));
        checked.broken = broken_law(before, checked.run.stack);
    }
    return checked;
}

TEST(BurgerStackProperty, LawsHoldAndLogsReplayToTheSameHash) {
    std::vector<std::string> broken;
    for (std::uint64_t seed = 0; seed < kRuns; ++seed) {
        const Checked checked = play_randomly(seed);
        if (!checked.broken.empty()) broken.push_back(std::to_string(seed) + ": " + checked.broken);
        if (checked.run.stack.phase == Phase::Ready) continue;
        const auto outcome = verify(checked.run.replay);
        if (!outcome || *outcome != outcome_of(checked.run.stack)) broken.push_back(std::to_string(seed) + ": replay");
    }

    EXPECT_EQ(broken, std::vector<std::string>{});
}

TEST(BurgerStackProperty, NoScoreIsAboveTheCeiling) {
    std::vector<std::uint64_t> above;
    for (std::uint64_t seed = 0; seed < kRuns; ++seed) {
        const Stack stack = play_randomly(seed).run.stack;
        if (stack.score > ceiling_score(stack.tick)) above.push_back(seed);
    }

    EXPECT_EQ(above, std::vector<std::uint64_t>{});
}

TEST(BurgerStackProperty, CeilingNeverFalls) {
    std::vector<std::uint32_t> falls;
    int last = 0;
    for (std::uint32_t ticks = 0; ticks <= Config::kMaxTicks; ticks += ticks < 2000 ? 1 : 997) {
        const int ceiling = ceiling_score(ticks);
        if (ceiling < last) falls.push_back(ticks);
        last = ceiling;
    }

    EXPECT_EQ(falls, std::vector<std::uint32_t>{});
}

}  // namespace
}  // namespace kiosk::games
