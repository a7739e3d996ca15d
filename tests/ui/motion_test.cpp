// Reduced motion: whatever changes is drawn at its end at once, and stays there.

#include <gtest/gtest.h>

#include "support/sample_screens.h"
#include "support/ui_driver.h"
#include "support/ui_picture.h"

namespace kiosk::ui {
namespace {

using test::UiDriver;

class ReducedMotionTest : public testing::Test {
protected:
    ReducedMotionTest() : screens(test::sample_screens()) {
        for (test::SampleScreen& each : screens) each.model.reduced_motion = true;
        test::show(driver, screen("home"));
    }
    const test::SampleScreen& screen(std::string_view name) const {
        return *std::find_if(screens.begin(), screens.end(), [&](const auto& s) { return s.name == name; });
    }
    // Draws what the change made of the model, then again when everything has come to rest. ahead: frames that only measure.
    void expect_no_motion(int ahead = 0) {
        for (int i = 0; i <= ahead; ++i) driver.frame();
        const auto first = test::drawn_corners();
        driver.settle();
        EXPECT_EQ(test::drawn_corners() == first, true);
    }

    std::vector<test::SampleScreen> screens;
    UiDriver driver;
};

TEST_F(ReducedMotionTest, PagesComeAndGoAtOnce) {
    driver.model.pages.push_back({app::Screen::Settings, {}});
    expect_no_motion();
    driver.model.pages.pop_back();
    expect_no_motion();
}

TEST_F(ReducedMotionTest, OnAndroidToo) {
    driver.model.telegram.platform = "android";
    driver.settle();
    driver.model.pages.push_back({app::Screen::History, {}});
    expect_no_motion();
}

TEST_F(ReducedMotionTest, ASheetIsOpenOrGone) {
    const app::Model home = driver.model;
    driver.model = screen("product").model;
    expect_no_motion(1);
    driver.model = home;
    expect_no_motion();
}

TEST_F(ReducedMotionTest, ASwipeBackThatFallsShortIsUndoneAtOnce) {
    driver.model.pages.push_back({app::Screen::Settings, {}});
    driver.settle();
    const auto before = test::drawn_corners();
    driver.swipe(4, 400, 60, 402, 400);
    driver.frame();
    EXPECT_EQ(test::drawn_corners() == before, true);
}

TEST_F(ReducedMotionTest, ANoticeIsThereOrNot) {
    driver.model.notices = {{"notice.line_removed", "Burger", true, 5000}};
    expect_no_motion();
    driver.model.notices.clear();
    expect_no_motion();
}

TEST_F(ReducedMotionTest, AQuestionIsThereOrNot) {
    driver.model.telegram.can.popups = false;
    driver.settle();
    driver.model.asked.question = app::Question::ClearCart;
    expect_no_motion();
    driver.model.asked.question = app::Question::None;
    expect_no_motion();
}

TEST_F(ReducedMotionTest, ControlsJump) {
    test::show(driver, screen("settings"));
    driver.model.settings.haptics = !driver.model.settings.haptics;
    expect_no_motion();
    test::show(driver, screen("checkout"));
    driver.model.checkout.terms.fulfilment = shop::Fulfilment::Pickup;
    expect_no_motion();
    test::show(driver, screen("tracking"));
    driver.model.orders.front().state = orders::State::Preparing;
    expect_no_motion();
}

TEST_F(ReducedMotionTest, TheThemeChangesAtOnce) {
    driver.model.telegram.theme.bg = 0x101010;
    driver.model.telegram.theme.button = 0x884422;
    expect_no_motion();
}

TEST_F(ReducedMotionTest, APressDoesNotGrow) {
    driver.model.telegram.platform = "android";
    driver.settle();
    driver.press(120, 400);
    for (int i = 0; i < 8; ++i) driver.frame();
    expect_no_motion();
}

TEST_F(ReducedMotionTest, WhatMovesWhenItIsTurnedOnIsAtItsEndAtOnce) {
    driver.model.reduced_motion = false;
    driver.model.pages.push_back({app::Screen::Settings, {}});
    driver.model.notices = {{"notice.line_removed", "Burger", true, 5000}};
    for (int i = 0; i < 4; ++i) driver.frame();
    driver.model.reduced_motion = true;
    expect_no_motion(1);
}

// The same changes do move otherwise, or the tests above would show nothing.
TEST_F(ReducedMotionTest, WithoutItThingsMove) {
    driver.model.reduced_motion = false;
    driver.model.pages.push_back({app::Screen::Settings, {}});
    driver.frame();
    const auto first = test::drawn_corners();
    driver.settle();
    EXPECT_EQ(test::drawn_corners() == first, false);
}

}  // namespace
}  // namespace kiosk::ui
