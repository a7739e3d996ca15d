#include "games/runner.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <vector>

#include "base/rng.h"
#include "games/replay.h"
#include "support/stack_bot.h"
#include "support/stack_print.h"

namespace kiosk::games {
namespace {

// A screen of that rate as a page sees it: whole milliseconds, now and then a stall.
class Screen {
public:
    Screen(int hertz, std::uint64_t seed, std::uint32_t stall_rarity)
        : hertz_(hertz), rng_(seed), stall_rarity_(stall_rarity) {}

    std::int64_t next_ms() {
        const std::int64_t before = frame_ * 1000 / hertz_;
        frame_ += stall_rarity_ != 0 && rng_.below(stall_rarity_) == 0 ? 1 + rng_.below(300) : 1;
        return frame_ * 1000 / hertz_ - before;
    }

private:
    int hertz_;
    std::int64_t frame_ = 0;
    Rng rng_;
    std::uint32_t stall_rarity_;
};

// Plays a log on that screen: each tap goes into the step whose tick it carries.
Outcome play_log(const Replay& replay, Screen screen) {
    FixedStep pace;
    Stack stack(replay.seed);
    step(stack, kTap);
    std::size_t next = 0;
    while (stack.tick < replay.ticks) {
        for (int left = pace.advance(screen.next_ms()); left > 0 && stack.tick < replay.ticks; --left) {
            const bool tap = next < replay.taps.size() && replay.taps[next] == stack.tick;
            if (tap) ++next;
            step(stack, tap ? kTap : std::uint8_t{0});
        }
    }
    return outcome_of(stack);
}

TEST(FixedStep, EveryScreenPlaysALogToTheSameHash) {
    const RecordedRun run = tests::play(21, tests::StackBot(21, 25));
    std::vector<Outcome> expected;
    std::vector<Outcome> actual;
    for (const int hertz : {24, 30, 60, 90, 120, 144}) {
        for (const std::uint32_t stall_rarity : {0U, 7U, 40U}) {
            expected.push_back(outcome_of(run.stack));
            actual.push_back(play_log(run.replay, Screen(hertz, 1, stall_rarity)));
        }
    }

    EXPECT_EQ(actual, expected);
}

TEST(FixedStep, AnHourOfFramesIsAnHourOfSteps) {
    std::vector<int> steps;
    for (const int hertz : {24, 30, 60, 90, 120, 144}) {
        FixedStep pace;
        Screen screen(hertz, 1, 0);
        int count = 0;
        for (int frame = 0; frame < 3600 * hertz; ++frame) count += pace.advance(screen.next_ms());
        steps.push_back(count);
    }

    EXPECT_EQ(steps, std::vector<int>(6, 3600 * 60));
}

TEST(FixedStep, KeepsTheRemainder) {
    FixedStep pace;
    std::vector<std::pair<int, int>> frames;
    for (const int ms : {16, 16, 17, 1, 0, 10, 5000}) {
        const int steps = pace.advance(ms);
        frames.emplace_back(steps, pace.part_of_256());
    }

    EXPECT_EQ(frames, (std::vector<std::pair<int, int>>{{0, 245}, {1, 235}, {1, 240}, {1, 0}, {0, 0}, {0, 153}, {5, 153}}));
}

TEST(FixedStep, DropsWhatAStallLeftBehind) {
    FixedStep pace;
    std::vector<int> steps;
    for (const std::int64_t ms :
         {std::int64_t{83}, std::int64_t{84}, std::int64_t{100}, std::int64_t{5000},
          std::numeric_limits<std::int64_t>::max(), std::int64_t{-20}, std::numeric_limits<std::int64_t>::min()})
        steps.push_back(pace.advance(ms));

    EXPECT_EQ(steps, (std::vector<int>{4, 5, 5, 5, 5, 0, 0}));
}

TEST(FixedStep, PictureStaysBelowTheNextStep) {
    Rng rng(5);
    FixedStep pace;
    int outside = 0;
    for (int count = 0; count < 10'000; ++count) {
        static_cast<void>(pace.advance(rng.below(200)));
        if (pace.part_of_256() < 0 || pace.part_of_256() > 255) ++outside;
    }

    EXPECT_EQ(outside, 0);
}

TEST(FixedStep, AnInputWaitsForAStepAndActsOnce) {
    FixedStep pace;
    std::vector<int> inputs;
    for (int frame = 0; frame < 6; ++frame) {
        if (frame == 0) pace.press(kTap);
        for (int left = pace.advance(frame == 5 ? 50 : 7); left > 0; --left) inputs.push_back(pace.take_inputs());
    }

    EXPECT_EQ(inputs, (std::vector<int>{1, 0, 0, 0, 0}));
}

TEST(FixedStep, APauseForgetsInputAndRemainder) {
    FixedStep pace;
    static_cast<void>(pace.advance(10));
    pace.press(kTap);

    pace.reset();

    EXPECT_EQ(pace, FixedStep{});
}

}  // namespace
}  // namespace kiosk::games
