// The product sheet: choices within the groups' rules, pieces within the limits.

#include <gtest/gtest.h>

#include "support/story.h"

namespace kiosk::tests {
namespace {

using Choices = std::vector<shop::Choice>;

struct Case {
    const char* what;
    std::vector<app::Choose> taps;
    Choices choices;
    app::Haptic::Kind haptic;
};

shop::Choice chosen(const char* group, const char* option, int quantity = 1) {
    return {{group}, {option}, quantity};
}

app::Choose tap(const char* group, const char* option, int quantity = 1) {
    return {{group}, {option}, quantity};
}

}  // namespace

TEST(Draft, ChoicesFollowTheGroupsRules) {
    const auto done = app::Haptic::Kind::Select;
    const auto refused = app::Haptic::Kind::Warning;
    const std::vector<Case> cases = {
        {"radio replaces", {tap("size", "large")}, {chosen("size", "large")}, done},
        {"radio can't be taken out", {tap("size", "small", 0)}, kSmall, refused},
        {"check", {tap("extras", "bacon")}, {kSmall[0], chosen("extras", "bacon")}, done},
        {"uncheck", {tap("extras", "bacon"), tap("extras", "bacon", 0)}, kSmall, done},
        {"quantities", {tap("extras", "cheese", 2)}, {kSmall[0], chosen("extras", "cheese", 2)}, done},
        {"option's maximum", {tap("extras", "cheese", 3)}, kSmall, refused},
        {"catalogue's order",
         {tap("extras", "bacon"), tap("extras", "cheese"), tap("size", "large")},
         {chosen("size", "large"), chosen("extras", "cheese"), chosen("extras", "bacon")},
         done},
        {"negative", {tap("extras", "cheese", -1)}, kSmall, refused},
        {"another product's group", {tap("sauce", "mayo")}, kSmall, refused},
        {"unknown option", {tap("extras", "gold")}, kSmall, refused},
    };
    for (const Case& one : cases) {
        SCOPED_TRACE(one.what);
        Story story;
        story.open().send(open_page(app::Screen::Product, "classic"));

        for (const app::Choose& choose : one.taps) story.send(choose);

        EXPECT_EQ(story.model().draft->line.choices, one.choices);
        EXPECT_EQ(story.last_haptic(), one.haptic);
    }
}

TEST(Draft, AGroupTakesAtMostItsMaximum) {
    shop::Catalogue tight = corner_shop();
    tight.groups[1].max = 2;
    Story story;
    story.open(started(), tight).send(open_page(app::Screen::Product, "classic"), tap("extras", "cheese", 2));

    story.send(tap("extras", "bacon"));

    EXPECT_EQ(story.model().draft->line.choices, (Choices{kSmall[0], chosen("extras", "cheese", 2)}));
    EXPECT_EQ(story.last_haptic(), app::Haptic::Kind::Warning);
}

TEST(Draft, AMissingChoiceHoldsTheButtonAndSaysWhich) {
    Story story;
    story.open().send(app::QuickAdd{{"menu"}});
    const app::PrimaryAction before = app::primary_action(story.model());

    story.send(app::AddDraft{});
    const std::vector<app::Notice> notices = story.model().notices;
    story.send(tap("sauce", "hot"));

    EXPECT_EQ(before, (app::PrimaryAction{app::Primary::AddDraft, 1200, false, false}));
    EXPECT_EQ(notices, (std::vector<app::Notice>{{"error.option_rule", "Sauce", false, kMondayNoon + 4000}}));
    EXPECT_EQ(app::primary_action(story.model()), (app::PrimaryAction{app::Primary::AddDraft, 1200, true, false}));
}

TEST(Draft, PiecesStopAtTheLimitOfTheWholeCart) {
    Story story;
    story.open().send(app::QuickAdd{{"water"}}, open_page(app::Screen::Product, "water"), app::SetDraftQuantity{2});
    const int limit = app::draft_limit(story.model());

    story.send(app::SetDraftQuantity{3}, app::SetDraftQuantity{0}, app::SetDraftQuantity{-5});

    EXPECT_EQ(limit, 2);
    EXPECT_EQ(story.model().draft->line.quantity, 2);
    EXPECT_EQ(story.last_haptic(), app::Haptic::Kind::Warning);
}

TEST(Draft, EditingALineReplacesIt) {
    Story story;
    story.open().send(app::QuickAdd{{"classic"}}, app::QuickAdd{{"water"}}, open_page(app::Screen::Cart), app::EditLine{0});
    const app::PrimaryAction action = app::primary_action(story.model());

    story.send(tap("size", "large"), app::SetDraftQuantity{3}, app::SetDraftNote{" hot "}, app::MainButtonPressed{});

    const shop::Line edited{{"classic"}, {chosen("size", "large")}, 3, "hot"};
    EXPECT_EQ(action, (app::PrimaryAction{app::Primary::SaveDraft, 900, true, false}));
    EXPECT_EQ(story.model().cart.lines, (std::vector{edited, line_of("water")}));
    EXPECT_EQ(story.model().pages, (app::Pages{{}, {app::Screen::Cart, ""}}));
}

TEST(Draft, TextThatIsNoUtf8IsNotTaken) {
    Story story;
    story.open().send(open_page(app::Screen::Product, "classic"));

    story.send(app::SetDraftNote{"a\xff"});

    EXPECT_EQ(story.model().draft->line.note, "");
}

}  // namespace kiosk::tests
