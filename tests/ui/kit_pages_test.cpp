#include <gtest/gtest.h>

#include <algorithm>

#include "support/ui_driver.h"
#include "support/ui_picture.h"

namespace kiosk::ui {
namespace {

using test::UiDriver;

shop::Catalogue small_shop() {
    shop::Catalogue shop;
    shop.name = "Corner";
    shop.emoji = "🍔";
    shop.currency = {"USD", 2};
    shop.categories = {{CategoryId{"burgers"}, "Burgers", "🍔"}};
    for (int i = 0; i < 12; ++i) {
        shop::Product product;
        product.id = ProductId{"p" + std::to_string(i)};
        product.category = CategoryId{"burgers"};
        product.name = "Burger " + std::to_string(i);
        product.price_minor = 850;
        product.emoji = "🍔";
        shop.products.push_back(product);
    }
    return shop;
}

class Pages : public testing::Test {
protected:
    Pages() {
        driver.model.catalogue = small_shop();
        driver.settle();
    }
    void open(app::Screen screen, const std::string& id = {}) {
        driver.model.pages.push_back({screen, id});
        if (screen == app::Screen::Product) driver.model.draft = app::ProductDraft{{ProductId{id}, {}, 1, {}}, -1};
    }
    template <typename Message>
    bool was_sent() {
        const std::vector<app::Msg> sent = driver.take_messages();
        return std::any_of(sent.begin(), sent.end(),
                           [](const app::Msg& msg) { return std::holds_alternative<Message>(msg); });
    }

    UiDriver driver;
};

TEST_F(Pages, EveryScreenComesToRest) {
    for (const app::Screen screen : {app::Screen::Search, app::Screen::Cart, app::Screen::Checkout, app::Screen::History,
                                     app::Screen::Settings, app::Screen::Game}) {
        driver.model.pages = {app::Page{}};
        driver.settle();
        open(screen);
        EXPECT_LE(driver.settle(), 200) << static_cast<int>(screen);
        driver.frame();
        EXPECT_FALSE(driver.last.wants_frame) << static_cast<int>(screen);
    }
}

TEST_F(Pages, OnlyTheNewPageIsReadWhileItSlidesIn) {
    open(app::Screen::Settings);
    driver.frame();
    driver.frame();
    const auto home = driver.find(Role::Button, "Burger 1");
    EXPECT_EQ(home, nullptr);
    EXPECT_TRUE(driver.last.wants_frame);
}

TEST_F(Pages, WhatAnOlderClientCannotDrawIsOurOwnSecondButton) {
    driver.model.telegram.can.bottom_buttons = true;
    open(app::Screen::Placed, "A-1");
    driver.model.telegram.version = "7.10";
    driver.settle();
    EXPECT_EQ(driver.find(Role::Button, "cart.to_menu"), nullptr);

    driver.model.telegram.version = "7.9";
    driver.settle();
    driver.outbox.clear();
    EXPECT_TRUE(driver.tap(Role::Button, "cart.to_menu"));
    EXPECT_TRUE(was_sent<app::SecondaryButtonPressed>());
}

TEST_F(Pages, APageLeavesAsItWasLastSeen) {
    open(app::Screen::Search);
    driver.settle();
    driver.model.query = "burger 3";
    driver.model.found = {ProductId{"p3"}};
    driver.settle();

    driver.model.pages.pop_back();
    driver.model.query.clear();
    driver.model.found.clear();
    driver.frame();

    EXPECT_TRUE(driver.last.wants_frame);
    EXPECT_TRUE(test::is_laid(driver.view.kit(), "search.found"));
    EXPECT_FALSE(test::is_laid(driver.view.kit(), "search.categories"));
}

// What leaving it doesn't touch stays the latest: an order doesn't fall back to what it was when its page was opened.
TEST_F(Pages, APageLeavesWithTheLatestOfItsOrder) {
    orders::Order order;
    order.id = OrderId{"A-1"};
    driver.model.orders = {order};
    driver.model.orders_loaded = true;
    open(app::Screen::Tracking, "A-1");
    driver.settle();
    EXPECT_TRUE(test::is_laid(driver.view.kit(), "tracking.demo"));
    driver.model.orders.front().state = orders::State::Delivered;
    driver.settle();

    driver.model.pages.pop_back();
    driver.frame();

    EXPECT_TRUE(driver.last.wants_frame);
    EXPECT_TRUE(test::is_laid(driver.view.kit(), "totals.title"));
    EXPECT_FALSE(test::is_laid(driver.view.kit(), "tracking.demo"));
}

TEST_F(Pages, ASwipeFromTheEdgeGoesBack) {
    open(app::Screen::Settings);
    driver.settle();
    driver.outbox.clear();
    driver.swipe(4, 400, 330, 402, 160);
    EXPECT_TRUE(was_sent<app::GoBack>());
    driver.model.pages.pop_back();
    EXPECT_LE(driver.settle(), 120);
    EXPECT_NE(driver.find(Role::Button, "Burger 1"), nullptr);
}

TEST_F(Pages, AShortSwipeFallsBack) {
    open(app::Screen::Settings);
    driver.settle();
    driver.outbox.clear();
    driver.swipe(4, 400, 60, 402, 400);
    driver.settle();
    EXPECT_FALSE(was_sent<app::GoBack>());
}

TEST_F(Pages, AFingerThatIsTakenAwayCompletesNothing) {
    for (const app::Screen screen : {app::Screen::Settings, app::Screen::Product}) {
        driver.model.pages = {app::Page{}};
        open(screen, "p3");
        driver.settle();
        driver.outbox.clear();
        const bool is_sheet = screen == app::Screen::Product;
        const float x = is_sheet ? 200 : 4;
        driver.press(x, 300);
        for (int i = 1; i <= 20; ++i) {
            driver.frame();
            const float way = static_cast<float>(i * 16);
            driver.move(is_sheet ? x : x + way, is_sheet ? 300 + way : 300);
        }
        driver.frame(400);
        driver.view.feed(Pointer{Pointer::Kind::Cancel, Pointer::Device::Touch, 1, 0, 0, driver.now_ms});
        driver.settle();
        EXPECT_FALSE(was_sent<app::GoBack>()) << is_sheet;
    }
}

TEST_F(Pages, TheFocusWalksThroughTheWholeMenu) {
    for (const shop::Product& product : driver.model.catalogue.products) {
        const Node* card = driver.find(Role::Button, product.name);
        ASSERT_NE(card, nullptr) << product.name;
        driver.view.feed(Focused{card->id, true});
        driver.settle();
    }
}

TEST_F(Pages, ThereIsNoSwipeBackFromHome) {
    driver.swipe(4, 400, 330, 402, 160);
    EXPECT_FALSE(was_sent<app::GoBack>());
}

TEST_F(Pages, TheProductIsASheetAndTheDimDismissesIt) {
    open(app::Screen::Product, "p3");
    driver.settle();
    ASSERT_NE(driver.find(Role::Dialog, "Burger 3"), nullptr);
    EXPECT_EQ(driver.find(Role::Button, "Burger 1"), nullptr);
    driver.outbox.clear();
    driver.tap_at(200, 20);
    EXPECT_TRUE(was_sent<app::GoBack>());
    driver.model.pages.pop_back();
    driver.model.draft.reset();
    driver.settle();
    EXPECT_NE(driver.find(Role::Button, "Burger 1"), nullptr);
}

TEST_F(Pages, WithoutTheClientsButtonsOursAreThere) {
    driver.model.telegram.can = {};
    open(app::Screen::Settings);
    driver.settle();
    driver.outbox.clear();
    ASSERT_TRUE(driver.tap(Role::Button, "kit.back"));
    EXPECT_TRUE(was_sent<app::BackButtonPressed>());
}

TEST_F(Pages, AQuestionIsAskedByOurDialogAndNothingElseAnswers) {
    driver.model.telegram.can.popups = false;
    driver.model.asked.question = app::Question::ClearCart;
    driver.settle();
    EXPECT_EQ(driver.find(Role::Button, "Burger 1"), nullptr);
    driver.outbox.clear();
    ASSERT_TRUE(driver.tap(Role::Button, "ask.clear_cart.confirm"));
    const std::vector<app::Msg> sent = driver.take_messages();
    ASSERT_EQ(sent.size(), 1U);
    EXPECT_EQ(sent[0], app::Msg(app::Answer{true}));
}

TEST_F(Pages, ANoticeCanBeUndone) {
    driver.model.notices = {{"notice.line_removed", "Burger 1", true, 5000}};
    driver.settle();
    EXPECT_NE(driver.find(Role::Status, "notice.line_removed"), nullptr);
    driver.outbox.clear();
    ASSERT_TRUE(driver.tap(Role::Button, "notice.undo"));
    EXPECT_TRUE(was_sent<app::UndoRemove>());
}

TEST_F(Pages, HomeKeepsItsPlaceWhileAnotherPageIsOverIt) {
    driver.swipe(200, 600, 200, 400, 400);
    driver.settle();
    const Node* card = driver.find(Role::Button, "Burger 3");
    ASSERT_NE(card, nullptr);
    const NodeRect scrolled = card->rect;
    open(app::Screen::Settings);
    driver.settle();
    driver.model.pages.pop_back();
    driver.settle();
    card = driver.find(Role::Button, "Burger 3");
    ASSERT_NE(card, nullptr);
    EXPECT_EQ(card->rect, scrolled);
}

}  // namespace
}  // namespace kiosk::ui
