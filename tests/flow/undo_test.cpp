#include <gtest/gtest.h>

#include "support/story.h"

namespace kiosk::tests {
namespace {

Story& three_lines(Story& story) {
    return story.open().send(app::QuickAdd{{"classic"}}, app::QuickAdd{{"cola"}}, app::QuickAdd{{"water"}});
}

}  // namespace

TEST(Undo, PutsTheLineBackInItsPlace) {
    Story story;
    const shop::Cart before = three_lines(story).model().cart;

    story.send(app::SetLineQuantity{1, 0}, app::UndoRemove{});

    EXPECT_EQ(story.model().cart, before);
    EXPECT_EQ(story.notices(), std::vector<std::string>{});
}

TEST(Undo, IsOfferedForSixSeconds) {
    Story story;
    three_lines(story).send(app::SetLineQuantity{1, 0});
    const app::Notice offered{"notice.line_removed", "Cola", true, kMondayNoon + 6000};
    const std::vector<app::Notice> at_first = story.model().notices;

    story.send(app::Tick{kMondayNoon + 5999});
    const std::vector<app::Notice> at_last = story.model().notices;
    story.send(app::Tick{kMondayNoon + 6000}, app::UndoRemove{});

    EXPECT_EQ(at_first, std::vector{offered});
    EXPECT_EQ(at_last, std::vector{offered});
    EXPECT_EQ(story.model().cart.lines.size(), 2U);
    EXPECT_EQ(story.model().removed, std::nullopt);
}

TEST(Undo, BringsBackOnlyTheLastLine) {
    Story story;
    three_lines(story);

    story.send(app::SetLineQuantity{0, 0}, app::SetLineQuantity{0, 0}, app::UndoRemove{}, app::UndoRemove{});

    EXPECT_EQ(story.model().cart.lines, (std::vector{line_of("cola"), line_of("water")}));
}

TEST(Undo, JoinsALineThatWasAddedMeanwhile) {
    Story story;
    three_lines(story);

    story.send(app::SetLineQuantity{1, 0}, app::QuickAdd{{"cola"}}, app::UndoRemove{});

    EXPECT_EQ(story.model().cart.lines, (std::vector{line_of("classic", 1, kSmall), line_of("water"), line_of("cola", 2)}));
}

TEST(Undo, KeepsTheLimits) {
    Story story;
    three_lines(story).send(app::SetLineQuantity{2, 3}, app::SetLineQuantity{2, 0}, app::QuickAdd{{"water"}});

    story.send(app::UndoRemove{});

    EXPECT_EQ(story.model().cart.lines.back(), line_of("water", 1));
    EXPECT_EQ(story.notices(), std::vector<std::string>{"error.limit_reached"});
}

}  // namespace kiosk::tests
