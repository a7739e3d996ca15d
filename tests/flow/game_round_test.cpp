#include <gtest/gtest.h>

#include "games/replay.h"
#include "support/stack_bot.h"
#include "support/story.h"

namespace kiosk::tests {
namespace {

Story& enter_game(Story& story) {
    return story.open().send(open_page(app::Screen::Game));
}

// Plays frames of one step as a practised player would, until the tower has that many layers or the round is over.
void play(Story& story, int layers) {
    StackBot bot{5, 40};
    while (story.model().game.stack.phase == games::Phase::Running && story.model().game.stack.placed < layers) {
        story.send(app::GameFrame{1, bot.inputs(story.model().game.stack) != 0});
    }
}

}  // namespace

TEST(GameRound, EndsWithAScoreThatItsLogProves) {
    Story story;
    enter_game(story).send(app::MainButtonPressed{});
    play(story, games::Config::kMaxLayers);
    const app::Game& game = story.model().game;
    games::Replay replay;
    replay.seed = game.seed;
    replay.taps = game.taps;
    replay.ticks = game.stack.tick;

    const Result<games::Outcome> judged = games::verify(replay);

    EXPECT_EQ(game.stack.phase, games::Phase::Over);
    EXPECT_GT(game.best_score, 0);
    ASSERT_TRUE(judged);
    EXPECT_EQ(*judged, games::outcome_of(game.stack));
    EXPECT_EQ(judged->score, game.best_score);
}

TEST(GameRound, StartsAnewWithAnotherSeedAndKeepsTheBestScore) {
    Story story;
    enter_game(story).send(app::StartGame{});
    play(story, games::Config::kMaxLayers);
    const app::Game first = story.model().game;

    story.send(app::StartGame{});

    const app::Game& second = story.model().game;
    EXPECT_NE(second.seed, first.seed);
    EXPECT_EQ(second.best_score, first.best_score);
    EXPECT_EQ(second.rounds, 2);
    EXPECT_EQ(second.taps, std::vector<std::uint32_t>{});
}

TEST(GameRound, StandsStillWhileTheAppIsAway) {
    Story story;
    enter_game(story).send(app::StartGame{}, app::GameFrame{5, false}, app::ActiveChanged{false});
    const games::Stack left = story.model().game.stack;

    story.send(app::GameFrame{5, true}, app::ActiveChanged{true}, app::GameFrame{5, false});
    const games::Stack waiting = story.model().game.stack;
    story.send(app::GameFrame{5, true}, app::GameFrame{1, false});

    EXPECT_EQ(waiting, left);
    EXPECT_EQ(story.model().game.stack.tick, left.tick + 1);
    EXPECT_EQ(story.model().game.stack.placed, left.placed);
}

TEST(GameRound, IsLeftByTheBackButtonAndGoesOnLater) {
    Story story;
    enter_game(story).send(app::StartGame{}, app::GameFrame{5, false}, app::BackButtonPressed{});
    const app::Game left = story.model().game;

    story.send(app::GameFrame{5, false}, open_page(app::Screen::Game));

    EXPECT_TRUE(left.paused);
    EXPECT_EQ(story.model().game, left);
}

TEST(GameRound, SurvivesAReload) {
    Story first;
    enter_game(first).send(app::StartGame{});
    play(first, 4);
    first.send(app::GameFrame{3, false}, app::ActiveChanged{false});
    Story second;

    second.open(started(first.saved(), 99));

    EXPECT_EQ(second.model().game, first.model().game);
    EXPECT_EQ(second.model().pages, first.model().pages);
}

TEST(GameRound, AStalledFrameRunsFiveStepsAtMost) {
    Story story;
    enter_game(story).send(app::StartGame{});

    story.send(app::GameFrame{1000, false}, app::GameFrame{-3, false});

    EXPECT_EQ(story.model().game.stack.tick, 5U);
}

TEST(GameRound, ReachesOnlyTheGamesPage) {
    Story story;
    story.open();
    const app::Model before = story.model();

    story.send(app::StartGame{}, app::GameFrame{1, true});

    EXPECT_EQ(story.model(), before);
}

}  // namespace kiosk::tests
