#include <gtest/gtest.h>

#include "support/story.h"

namespace kiosk::tests {

using app::Page;
using app::Pages;
using app::Screen;

TEST(Navigation, OpeningAPageTwiceShowsItOnce) {
    Story story;
    story.open();

    story.send(open_page(Screen::Cart), open_page(Screen::Cart), open_page(Screen::History), open_page(Screen::Cart));

    EXPECT_EQ(story.model().pages, (Pages{{}, {Screen::Cart, ""}}));
}

TEST(Navigation, ASheetGivesWayToWhatOpensFromIt) {
    Story story;
    story.open().send(open_page(Screen::Search), open_page(Screen::Product, "cola"));

    story.send(open_page(Screen::Cart), app::GoBack{});

    EXPECT_EQ(story.model().pages, (Pages{{}, {Screen::Search, ""}}));
    EXPECT_EQ(story.model().draft, std::nullopt);
}

TEST(Navigation, HomeIsTheLastPage) {
    Story story;
    story.open();

    story.send(app::GoBack{}, app::BackButtonPressed{});

    EXPECT_EQ(story.model().pages, Pages{Page{}});
    EXPECT_EQ(story.effects(), app::Effects{});
}

TEST(Navigation, PagesThatMakeNoSenseDoNotOpen) {
    Story story;
    story.open();

    story.send(open_page(Screen::Product, "gone"), open_page(Screen::Checkout), open_page(Screen::Tracking, "A-9"),
               open_page(Screen::Cart, "x"), open_page(Screen::Home, "gone"));

    EXPECT_EQ(story.model().pages, Pages{Page{}});
}

TEST(Navigation, ACategoryIsShownAtHome) {
    Story story;
    story.open().send(open_page(Screen::Cart));

    story.send(open_page(Screen::Home, "drinks"));

    EXPECT_EQ(story.model().pages, (Pages{{Screen::Home, "drinks"}}));
}

TEST(Navigation, LeavingTheSearchForgetsIt) {
    Story story;
    story.open().send(open_page(Screen::Search), app::Search{"cola"});
    const std::vector<ProductId> found = story.model().found;

    story.send(app::GoBack{});

    EXPECT_EQ(found, std::vector<ProductId>{{"cola"}});
    EXPECT_EQ(story.model().query, "");
    EXPECT_EQ(story.model().found, std::vector<ProductId>{});
}

TEST(Navigation, TheSettingsButtonOpensTheSettings) {
    Story story;
    story.open();

    story.send(app::SettingsButtonPressed{}, app::SetLanguage{"de"}, app::SetLanguage{"../x"}, app::SetTextScale{500});

    EXPECT_EQ(story.model().pages, (Pages{{}, {Screen::Settings, ""}}));
    EXPECT_EQ(story.model().settings, (app::Settings{"de", 200, true}));
    EXPECT_EQ(story.effects(), app::Effects{app::LoadTexts{"de"}});
}

TEST(Navigation, HapticsFallSilentWhenSwitchedOff) {
    Story story;
    story.open().send(app::QuickAdd{{"cola"}}, app::SetHaptics{false});
    const auto before = story.last_haptic();

    story.send(app::QuickAdd{{"fries"}});

    EXPECT_EQ(story.last_haptic(), before);
    EXPECT_EQ(before, app::Haptic::Kind::Tap);
}

TEST(Notices, AreAtMostThreeAndNeverTwiceTheSame) {
    Story story;
    story.open().send(app::QuickAdd{{"fries"}}, app::ApplyCode{"a"}, app::ApplyCode{"b"}, app::ApplyCode{"c"});
    const std::vector<app::Notice> three = story.model().notices;

    story.send(app::Tick{kMondayNoon + 1000}, app::ApplyCode{"a"});

    const auto unknown = [](const char* code, TimeMs at) {
        return app::Notice{"notice.code_unknown", code, false, kMondayNoon + at};
    };
    EXPECT_EQ(three, (std::vector{unknown("a", 4000), unknown("b", 4000), unknown("c", 4000)}));
    EXPECT_EQ(story.model().notices, (std::vector{unknown("b", 4000), unknown("c", 4000), unknown("a", 5000)}));
}

TEST(Notices, EndEvenWhenTheClockIsSetBack) {
    Story story;
    story.open().send(app::QuickAdd{{"fries"}}, app::Tick{kMondayNoon - kDayMs});

    story.send(app::Tick{kMondayNoon - kDayMs + 6000});

    EXPECT_EQ(story.model().notices, std::vector<app::Notice>{});
}

TEST(PrimaryAction, FollowsThePage) {
    Story story;
    story.open().send(app::SetFulfilment{shop::Fulfilment::Pickup});
    using app::Primary;
    using app::PrimaryAction;
    const auto now = [&] { return app::primary_action(story.model()); };

    EXPECT_EQ(now(), PrimaryAction{});
    story.send(open_page(Screen::Product, "cola"), app::SetDraftQuantity{2});
    EXPECT_EQ(now(), (PrimaryAction{Primary::AddDraft, 500, true, false}));
    story.send(app::MainButtonPressed{});
    EXPECT_EQ(now(), (PrimaryAction{Primary::ViewCart, 500, true, false}));
    story.send(app::MainButtonPressed{});
    EXPECT_EQ(now(), (PrimaryAction{Primary::ToCheckout, 500, true, false}));
    story.send(app::MainButtonPressed{});
    EXPECT_EQ(now(), (PrimaryAction{Primary::PlaceOrder, 500, true, false}));
    story.send(open_page(Screen::History));
    EXPECT_EQ(now(), PrimaryAction{});
    story.send(open_page(Screen::Game));
    EXPECT_EQ(now(), (PrimaryAction{Primary::StartGame, 0, true, false}));
    story.send(app::MainButtonPressed{});
    EXPECT_EQ(now(), PrimaryAction{});
}

TEST(PrimaryAction, IsBusyWhileAnOrderIsSent) {
    Story story;
    fill_checkout(story.open()).send(app::PlaceOrder{});

    EXPECT_EQ(app::primary_action(story.model()), (app::PrimaryAction{app::Primary::PlaceOrder, 1200, true, true}));
    EXPECT_TRUE(app::needs_closing_confirmation(story.model()));
}

TEST(NextDeadline, IsTheNextChangeOnScreen) {
    Story story;
    story.open();
    const TimeMs closing = kMondayNoon + 10 * kHourMs;
    orders::Order order;
    order.id = {"A-1"};
    order.cancel_until_ms = kMondayNoon + 90 * kSecondMs;
    order.eta = {kMondayNoon + 20 * kMinuteMs + 500, kMondayNoon + 30 * kMinuteMs};
    order.history = {{orders::State::Placed, kMondayNoon}};
    const auto next = [&] { return app::next_deadline(story.model()); };

    EXPECT_EQ(next(), closing);
    story.send(app::OrdersLoaded{{order}});
    EXPECT_EQ(next(), kMondayNoon + 500);
    story.send(app::Tick{kMondayNoon + 500});
    EXPECT_EQ(next(), kMondayNoon + kMinuteMs);
    story.send(app::Tick{kMondayNoon + kMinuteMs + 500});
    EXPECT_EQ(next(), kMondayNoon + 90 * kSecondMs);
    story.send(app::QuickAdd{{"fries"}});
    EXPECT_EQ(next(), kMondayNoon + kMinuteMs + 4500);
}

}  // namespace kiosk::tests
