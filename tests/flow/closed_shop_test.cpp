#include <gtest/gtest.h>

#include "support/story.h"

namespace kiosk::tests {
namespace {

constexpr TimeMs kClosing = kMondayNoon + 10 * kHourMs;

}  // namespace

TEST(ClosedShop, TakesNoOrderButKeepsTheCart) {
    Story story;
    fill_checkout(story.open());
    const shop::Cart cart = story.model().cart;

    story.send(app::Tick{kClosing}, app::PlaceOrder{});

    EXPECT_EQ(story.effects(), app::Effects{});
    EXPECT_EQ(story.notices(), std::vector<std::string>{"error.shop_closed"});
    EXPECT_EQ(story.model().cart, cart);
    EXPECT_EQ(app::primary_action(story.model()), (app::PrimaryAction{app::Primary::PlaceOrder, 1200, false, false}));
}

TEST(ClosedShop, OpensInTheMorning) {
    Story story;
    story.open().send(app::Tick{kClosing});
    const std::optional<TimeMs> opening = app::next_deadline(story.model());
    const bool at_night = app::is_shop_open(story.model());

    story.send(app::Tick{opening.value_or(0)});

    EXPECT_EQ(opening, kClosing + 12 * kHourMs);
    EXPECT_FALSE(at_night);
    EXPECT_TRUE(app::is_shop_open(story.model()));
}

TEST(ClosedShop, APromotionBeginsWithItsHour) {
    shop::Catalogue happy = corner_shop();
    shop::Promotion hour;
    hour.id = {"happy"};
    hour.percent_bp = 5000;
    hour.hours = {{0, 13 * 60, 14 * 60}};
    happy.promotions.push_back(hour);
    Story story;
    story.open(started(), happy).send(app::SetFulfilment{shop::Fulfilment::Pickup}, app::QuickAdd{{"cola"}});
    const Minor before = story.model().quote.total_minor;
    const std::optional<TimeMs> deadline = app::next_deadline(story.model());

    story.send(app::Tick{deadline.value_or(0)});

    EXPECT_EQ(before, 250);
    EXPECT_EQ(deadline, kMondayNoon + kHourMs);
    EXPECT_EQ(story.model().quote.total_minor, 125);
}

TEST(ClosedShop, ABrokenFileSellsNothingUntilItIsMended) {
    const std::vector<app::ShopProblem> problems = {{"/products/3", "is missing"}};
    Story story;
    story.send(started(), app::ShopRefused{problems}, app::QuickAdd{{"cola"}}, open_page(app::Screen::Cart));
    const app::Model broken = story.model();

    story.forget().send(app::RetryShop{}, app::RetryShop{}, app::ShopLoaded{corner_shop()});

    EXPECT_EQ(broken.phase, app::Phase::ShopBroken);
    EXPECT_EQ(broken.shop_problems, problems);
    EXPECT_EQ(broken.pages, app::Pages{app::Page{}});
    EXPECT_EQ(app::primary_action(broken), app::PrimaryAction{});
    EXPECT_EQ(story.model().phase, app::Phase::Open);
    EXPECT_EQ(story.effects(), (app::Effects{app::LoadShop{}, app::LoadOrders{}}));
}

TEST(ClosedShop, AFailedRefreshLeavesAnOpenShopOpen) {
    Story story;
    story.open();

    story.send(app::ShopUnreachable{"offline"});

    EXPECT_EQ(story.model().phase, app::Phase::Open);
    EXPECT_EQ(story.notices(), std::vector<std::string>{"notice.shop_unreachable"});
}

}  // namespace kiosk::tests
