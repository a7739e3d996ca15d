#include <gtest/gtest.h>

#include "support/story.h"

namespace kiosk::tests {

TEST(SoldOut, ATapAddsNothingAndSaysWhy) {
    Story story;
    story.open();

    story.send(app::QuickAdd{{"fries"}});

    EXPECT_EQ(story.model().cart, shop::Cart{});
    EXPECT_EQ(story.model().notices, (std::vector<app::Notice>{{"error.sold_out", "Fries", false, kMondayNoon + 4000}}));
    EXPECT_EQ(story.last_haptic(), app::Haptic::Kind::Warning);
}

TEST(SoldOut, TheSheetCanBeReadButNotBought) {
    Story story;
    story.open().send(open_page(app::Screen::Product, "fries"));

    story.send(app::AddDraft{}, app::MainButtonPressed{});

    EXPECT_EQ(story.model().cart, shop::Cart{});
    EXPECT_EQ(app::primary_action(story.model()), (app::PrimaryAction{app::Primary::AddDraft, 300, false, false}));
}

TEST(SoldOut, WhatRunsOutAfterItWasChosenBlocksTheOrder) {
    Story story;
    fill_checkout(story.open());
    shop::Catalogue changed = corner_shop();
    changed.products[0].sold_out = true;

    story.send(app::ShopLoaded{changed}, app::PlaceOrder{});

    EXPECT_EQ(story.effects(), app::Effects{});
    EXPECT_EQ(story.notices(), std::vector<std::string>{"error.sold_out"});
    EXPECT_EQ(story.model().cart_problems, (std::vector<shop::Problem>{{0, {ErrorCode::SoldOut, "Classic"}}}));
}

TEST(SoldOut, ASoldOutExtraCanNotBeChosen) {
    Story story;
    story.open().send(open_page(app::Screen::Product, "classic"));

    story.send(app::Choose{{"extras"}, {"egg"}, 1});

    EXPECT_EQ(story.model().draft->line.choices, kSmall);
    EXPECT_EQ(story.last_haptic(), app::Haptic::Kind::Warning);
}

TEST(SoldOut, StockLimitsWhatCanBeAdded) {
    Story story;
    story.open().send(open_page(app::Screen::Product, "cola"), app::SetDraftQuantity{5}, app::AddDraft{});

    story.send(app::QuickAdd{{"cola"}});

    EXPECT_EQ(story.model().cart.lines, std::vector{line_of("cola", 5)});
    EXPECT_EQ(story.notices(), std::vector<std::string>{"error.limit_reached"});
}

}  // namespace kiosk::tests
