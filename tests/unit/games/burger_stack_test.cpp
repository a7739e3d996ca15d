#include "games/burger_stack.h"

#include <gtest/gtest.h>

#include <set>
#include <tuple>
#include <vector>

#include "support/stack_bot.h"
#include "support/stack_print.h"

namespace kiosk::games {
namespace {

constexpr int kUnit = Config::kUnit;

void wait(Stack& stack, std::uint32_t steps) {
    for (std::uint32_t count = 0; count < steps; ++count) step(stack, 0);
}

Stack running(std::uint64_t seed = 1) {
    Stack stack(seed);
    step(stack, kTap);
    return stack;
}

// A running stack whose next tap drops the layer at that offset from the top layer.
Stack about_to_drop(int offset, int width = Config::kBaseWidth) {
    Stack stack = running();
    stack.layers[0].width = width;
    wait(stack, Config::kGuardTicks);
    stack.moving.left = stack.top().left + offset;
    return stack;
}

// What a drop did: the layer on top, the event, the newest piece, score and phase.
struct Fall {
    Layer top;
    Drop drop;
    Piece piece;
    int score = 0;
    Phase phase = Phase::Ready;

    bool operator==(const Fall&) const = default;
};

Fall fall_of(Stack stack) {
    step(stack, kTap);
    const auto newest = static_cast<std::size_t>(stack.pieces_made == 0 ? 0 : stack.pieces_made - 1);
    return {stack.top(), stack.last_drop, stack.pieces[newest], stack.score, stack.phase};
}

std::ostream& operator<<(std::ostream& out, const Fall& fall) {
    return out << fall.top << ' ' << fall.drop << ' ' << fall.piece << ", score " << fall.score << ", phase "
               << static_cast<int>(fall.phase);
}

void drop_perfectly(Stack& stack) {
    wait(stack, Config::kGuardTicks);
    stack.moving.left = stack.top().left;
    step(stack, kTap);
}

TEST(BurgerStack, WaitsForTheFirstTap) {
    Stack stack(7);
    const Stack before = stack;

    wait(stack, 100);

    EXPECT_EQ(stack, before);
}

TEST(BurgerStack, FirstTapBeginsAndDropsNothing) {
    Stack stack(7);
    Stack expected = stack;
    expected.phase = Phase::Running;

    step(stack, kTap);

    EXPECT_EQ(stack, expected);
}

TEST(BurgerStack, LayerSlidesInFromBesideTheTower) {
    Stack stack = running();
    Stack expected = stack;
    const int entry = stack.moving.entry;
    expected.tick = 3;
    expected.moving.left = entry * (3 * Config::kFirstSpeed - Config::kTravel);
    expected.moving.previous_left = entry * (2 * Config::kFirstSpeed - Config::kTravel);

    wait(stack, 3);

    EXPECT_EQ(stack, expected);
}

TEST(BurgerStack, SeedDecidesTheFirstSide) {
    std::set<int> sides;

    for (std::uint64_t seed = 0; seed < 32; ++seed) sides.insert(Stack(seed).moving.entry);

    EXPECT_EQ(sides, (std::set<int>{-1, 1}));
}

TEST(BurgerStack, LayerTurnsAtTheFarEnd) {
    Stack stack = running();
    stack.moving.left = Config::kTravel - 10;
    stack.moving.velocity = Config::kFirstSpeed;

    wait(stack, 1);

    EXPECT_EQ(std::pair(stack.moving.left, stack.moving.velocity),
              std::pair(Config::kTravel + 10 - Config::kFirstSpeed, -Config::kFirstSpeed));
}

TEST(BurgerStack, PerfectDropSnapsAndKeepsTheWidth) {
    const Stack stack = about_to_drop(-Config::kPerfectSlack);
    const Fall expected{{0, Config::kBaseWidth, stack.moving.kind},
                        {DropKind::Perfect, Config::kGuardTicks, -Config::kPerfectSlack, 3, false},
                        {},
                        3,
                        Phase::Running};

    EXPECT_EQ(fall_of(stack), expected);
}

TEST(BurgerStack, OverhangOnTheRightIsCut) {
    const Stack stack = about_to_drop(100 * kUnit);
    const Fall expected{{100 * kUnit, 156 * kUnit, stack.moving.kind},
                        {DropKind::Cut, Config::kGuardTicks, 100 * kUnit, 1, false},
                        {256 * kUnit, 100 * kUnit, 1, stack.moving.kind, Config::kGuardTicks},
                        1,
                        Phase::Running};

    EXPECT_EQ(fall_of(stack), expected);
}

TEST(BurgerStack, OverhangOnTheLeftIsCutJustBeyondTheSlack) {
    constexpr int kOffset = -Config::kPerfectSlack - 1;
    const Stack stack = about_to_drop(kOffset);
    const Fall expected{{0, Config::kBaseWidth + kOffset, stack.moving.kind},
                        {DropKind::Cut, Config::kGuardTicks, kOffset, 1, false},
                        {kOffset, -kOffset, 1, stack.moving.kind, Config::kGuardTicks},
                        1,
                        Phase::Running};

    EXPECT_EQ(fall_of(stack), expected);
}

TEST(BurgerStack, TheNarrowestLayerThatHolds) {
    constexpr int kOffset = Config::kBaseWidth - Config::kMinWidth;
    const Stack stack = about_to_drop(kOffset);
    const Fall expected{{kOffset, Config::kMinWidth, stack.moving.kind},
                        {DropKind::Cut, Config::kGuardTicks, kOffset, 1, false},
                        {Config::kBaseWidth, kOffset, 1, stack.moving.kind, Config::kGuardTicks},
                        1,
                        Phase::Running};

    EXPECT_EQ(fall_of(stack), expected);
}

TEST(BurgerStack, LessThanThatIsAMissAndEndsTheRun) {
    constexpr int kOffset = Config::kBaseWidth - Config::kMinWidth + 1;
    const Stack stack = about_to_drop(kOffset);
    const Fall expected{{0, Config::kBaseWidth, Ingredient::BottomBun},
                        {DropKind::Missed, Config::kGuardTicks, kOffset, 0, false},
                        {kOffset, Config::kBaseWidth, 1, stack.moving.kind, Config::kGuardTicks},
                        0,
                        Phase::Over};

    EXPECT_EQ(fall_of(stack), expected);
}

TEST(BurgerStack, NothingHappensAfterTheEnd) {
    Stack stack = about_to_drop(Config::kBaseWidth);
    step(stack, kTap);
    const Stack end = stack;

    wait(stack, 100);
    step(stack, kTap);

    EXPECT_EQ(stack, end);
}

TEST(BurgerStack, AFreshLayerIgnoresTaps) {
    Stack tapped = running();
    Stack left_alone = running();

    for (std::uint32_t count = 0; count < Config::kGuardTicks; ++count) step(tapped, kTap);
    wait(left_alone, Config::kGuardTicks);

    EXPECT_EQ(tapped, left_alone);
}

TEST(BurgerStack, UnknownInputBitsAreIgnored) {
    Stack pressed = about_to_drop(0);
    Stack left_alone = pressed;

    step(pressed, 0xFE);
    wait(left_alone, 1);

    EXPECT_EQ(pressed, left_alone);
}

TEST(BurgerStack, NextLayerComesFromTheOtherSideAndFaster) {
    Stack stack = running();
    const int first = stack.moving.entry;

    drop_perfectly(stack);

    const Moving expected{first * Config::kTravel, first * Config::kTravel,
                          -first * (Config::kFirstSpeed + Config::kSpeedGain), -first, stack.moving.kind};
    EXPECT_EQ(stack.moving, expected);
}

TEST(BurgerStack, SpeedGrowsToItsTop) {
    const std::vector<int> speeds{speed_at(0), speed_at(1), speed_at(18), speed_at(19), speed_at(499)};

    EXPECT_EQ(speeds, (std::vector<int>{56, 59, 110, 112, 112}));
}

TEST(BurgerStack, PointsGrowWithTheStreakUpToEleven) {
    Stack stack = running();
    std::vector<int> points;

    for (int count = 0; count < 6; ++count) {
        drop_perfectly(stack);
        points.push_back(stack.last_drop.points);
    }

    EXPECT_EQ(points, (std::vector<int>{3, 5, 7, 9, 11, 11}));
}

TEST(BurgerStack, ACutEndsTheStreak) {
    Stack stack = running();
    drop_perfectly(stack);
    drop_perfectly(stack);
    wait(stack, Config::kGuardTicks);
    stack.moving.left = stack.top().left + 20 * kUnit;

    step(stack, kTap);
    drop_perfectly(stack);

    EXPECT_EQ(std::pair(stack.streak, stack.score), std::pair(1, 3 + 5 + 1 + 3));
}

TEST(BurgerStack, EveryFifthPerfectDropWidensBothSides) {
    Stack stack = running();
    stack.layers[0] = {100 * kUnit, 50 * kUnit, Ingredient::BottomBun};
    std::vector<std::tuple<int, int, bool>> shapes;

    for (int count = 0; count < 10; ++count) {
        drop_perfectly(stack);
        if (stack.streak % 5 == 0 || stack.last_drop.widened)
            shapes.emplace_back(stack.top().left / kUnit, stack.top().width / kUnit, stack.last_drop.widened);
    }

    EXPECT_EQ(shapes, (std::vector<std::tuple<int, int, bool>>{{94, 62, true}, {88, 74, true}}));
}

TEST(BurgerStack, WideningStaysAboveTheBottomBun) {
    std::vector<Layer> widened;
    for (const Layer& below : {Layer{0, 200 * kUnit}, Layer{56 * kUnit, 200 * kUnit}, Layer{2 * kUnit, 250 * kUnit},
                               Layer{0, Config::kBaseWidth}}) {
        Stack stack = about_to_drop(0);
        stack.layers[0] = below;
        stack.moving.left = below.left;
        stack.moving.kind = Ingredient::Cheese;
        stack.streak = 4;
        step(stack, kTap);
        widened.push_back(stack.top());
    }

    EXPECT_EQ(widened, (std::vector<Layer>{{0, 212 * kUnit, Ingredient::Cheese},
                                           {44 * kUnit, 212 * kUnit, Ingredient::Cheese},
                                           {0, Config::kBaseWidth, Ingredient::Cheese},
                                           {0, Config::kBaseWidth, Ingredient::Cheese}}));
}

TEST(BurgerStack, WouldBePerfectSaysWhatTheNextTapDoes) {
    std::vector<bool> answers;
    for (const int offset : {-Config::kPerfectSlack - 1, -Config::kPerfectSlack, 0, Config::kPerfectSlack + 1})
        answers.push_back(would_be_perfect(about_to_drop(offset)));
    Stack fresh = running();
    fresh.moving.left = fresh.top().left;
    answers.push_back(would_be_perfect(fresh));

    EXPECT_EQ(answers, (std::vector<bool>{false, true, true, false, false}));
}

TEST(BurgerStack, PiecesFormARing) {
    Stack stack = running();
    for (int count = 0; count < Config::kMaxPieces + 1; ++count) {
        wait(stack, Config::kGuardTicks);
        stack.moving.left = stack.top().left + (10 + count) * kUnit;
        step(stack, kTap);
    }

    std::vector<std::pair<int, int>> levels;
    for (const Piece& piece : stack.pieces) levels.emplace_back(piece.level, piece.width / kUnit);
    EXPECT_EQ(levels, (std::vector<std::pair<int, int>>{{5, 14}, {2, 11}, {3, 12}, {4, 13}}));
}

TEST(BurgerStack, PicturesBetweenStepsLieBetweenThem) {
    Stack stack = running();
    stack.moving.previous_left = -1000;
    stack.moving.left = -744;

    const std::vector<int> lefts{drawn_left(stack, 0), drawn_left(stack, 64), drawn_left(stack, 255)};

    EXPECT_EQ(lefts, (std::vector<int>{-1000, -936, -745}));
}

TEST(BurgerStack, EveryTenthLayerIsABunAndNoFillingRepeats) {
    const Stack stack = tests::play(3, tests::StackBot(3, 0)).stack;
    std::vector<int> wrong;
    std::set<Ingredient> fillings;

    for (int level = 1; level <= stack.placed; ++level) {
        const Ingredient kind = stack.layers[static_cast<std::size_t>(level)].kind;
        const bool repeats = kind == stack.layers[static_cast<std::size_t>(level - 1)].kind;
        if (repeats || (level % 10 == 0) != (kind == Ingredient::MiddleBun)) wrong.push_back(level);
        fillings.insert(kind);
    }

    EXPECT_EQ(std::pair(wrong, fillings.size()), std::pair(std::vector<int>{}, std::size_t{8}));
}

TEST(BurgerStack, PerfectPlayerReachesTheSkyAndTheCeiling) {
    const Stack stack = tests::play(1, tests::StackBot(1, 0)).stack;

    EXPECT_EQ(std::tuple(stack.phase, stack.placed, stack.score, ceiling_score(stack.tick)),
              std::tuple(Phase::Over, Config::kMaxLayers, 5480, 5480));
}

TEST(BurgerStack, TheFastestPerfectPlayerMeetsTheCeilingToTheStep) {
    Stack stack = running();
    while (stack.phase != Phase::Over) step(stack, would_be_perfect(stack) ? kTap : std::uint8_t{0});

    EXPECT_EQ(std::tuple(stack.score, ceiling_score(stack.tick), ceiling_score(stack.tick - 1) < stack.score),
              std::tuple(5480, 5480, true));
}

TEST(BurgerStack, ARunWithoutTapsEndsAfterTenMinutes) {
    Stack stack = running();

    wait(stack, Config::kMaxTicks + 1);

    EXPECT_EQ(std::tuple(stack.phase, stack.tick, stack.last_drop), std::tuple(Phase::Over, Config::kMaxTicks, Drop{}));
}

// Every 11 ticks allow a rushed layer for one point; a first perfect one takes 78 for three.
TEST(BurgerStack, CeilingOfShortRuns) {
    std::vector<int> ceilings;
    for (const std::uint32_t ticks : {0U, 10U, 11U, 21U, 22U, 78U, 36'000U}) ceilings.push_back(ceiling_score(ticks));

    EXPECT_EQ(ceilings, (std::vector<int>{0, 0, 1, 1, 2, 7, 5480}));
}

TEST(BurgerStack, HashTellsStatesApart) {
    std::set<std::uint64_t> hashes;
    Stack stack(1);
    hashes.insert(stack.hash());
    step(stack, kTap);
    hashes.insert(stack.hash());
    for (int count = 0; count < 200; ++count) {
        step(stack, count == 80 ? kTap : std::uint8_t{0});
        hashes.insert(stack.hash());
    }
    hashes.insert(Stack(2).hash());

    EXPECT_EQ(hashes.size(), 203U);
}

}  // namespace
}  // namespace kiosk::games
