// Fingers, mouse, wheel and keys on the whole view: what the widgets felt, and what was drawn.

#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"
#include "support/ui_driver.h"
#include "support/ui_picture.h"
#include "ui/kit/widgets.h"

namespace kiosk::ui {
namespace {

using test::UiDriver;

constexpr float kRow = 56;

struct Felt {
    int activated = 0;
    float offset = 0;
};
Felt felt;

// Rows that can be tapped and held, with a strip of chips above.
void draw_menu(Kit& kit, const app::Model&, UiState&) {
    static constexpr Chip kChips[] = {{"Burgers", "🍔", true}, {"Sides", "🍟"}, {"Drinks", "🥤"}, {"Sweets", "🍩"}, {"More"}};
    Page page(kit, {.key = "menu"});
    felt.offset = page.scroll_offset();
    felt.activated += chips(kit, "chips", page.row(kRow), kChips) >= 0 ? 1 : 0;
    const Page::Window window = page.rows(200, kRow);
    for (int i = window.first; i < window.last; ++i) {
        const Rect row = page.row_at(i, kRow);
        const Touch touch =
            kit.touch({"row", i}, row, Role::Button, kit.join({"Row", kit.number(i)}, " "), {.long_press = i % 2 == 0});
        kit.press_look(touch, row, 0);
        kit.focus_ring(touch, row, 0);
        felt.activated += (touch.tapped ? 1 : 0) + (touch.long_pressed ? 1 : 0);
    }
}

class TouchTest : public testing::Test {
protected:
    TouchTest() : driver(draw_menu) {
        felt = {};
        driver.settle();
    }
    void mouse(Pointer::Kind kind, float x, float y) {
        driver.view.feed(Pointer{kind, Pointer::Device::Mouse, 9, x, y, driver.now_ms});
    }
    void key(Key::Name name) {
        driver.view.feed(Key{name});
        driver.settle();
    }

    UiDriver driver;
};

// A random path of one finger; cut: it is taken away instead of lifted. Returns where the list was when the finger came.
float wander(UiDriver& driver, Rng& rng, bool cut) {
    float x = 20 + static_cast<float>(rng.below(340));
    float y = 20 + static_cast<float>(rng.below(780));
    const float reach = static_cast<float>(1 + rng.below(2) * rng.below(60));
    driver.press(x, y);
    driver.frame(1);
    const float before = felt.offset;
    for (std::uint32_t steps = rng.below(8); steps > 0; --steps) {
        driver.frame(8 + rng.below(120));
        x += (static_cast<float>(rng.below(200)) / 100 - 1) * reach;
        y += (static_cast<float>(rng.below(200)) / 100 - 1) * reach;
        driver.move(x, y);
    }
    driver.frame();
    if (cut) {
        driver.view.feed(Pointer{Pointer::Kind::Cancel, Pointer::Device::Touch, 1, x, y, driver.now_ms});
    } else {
        driver.lift(x, y);
    }
    driver.frame(1);
    return before;
}

TEST_F(TouchTest, NoFingerBothActivatesAndScrolls) {
    Rng rng(23);
    int activated = 0;
    int scrolled = 0;
    for (int path = 0; path < 1500; ++path) {
        for (std::uint32_t wait = rng.below(3) * 30; wait > 0; --wait) driver.frame();  // Or into what still moves.
        felt.activated = 0;
        const float before = wander(driver, rng, false);
        const bool moved = std::fabs(felt.offset - before) > 0.5F;
        ASSERT_LE(felt.activated, 1) << "path " << path;
        ASSERT_FALSE(felt.activated > 0 && moved) << "path " << path;
        activated += felt.activated;
        scrolled += moved ? 1 : 0;
    }
    EXPECT_GT(activated, 150);
    EXPECT_GT(scrolled, 300);
}

TEST_F(TouchTest, AFingerThatIsTakenAwayActivatesNothingAndTheNextTapWorks) {
    Rng rng(29);
    for (int path = 0; path < 400; ++path) {
        felt.activated = 0;
        wander(driver, rng, true);
        if (rng.below(2) == 0) driver.view.cancel_input();
        driver.settle();
        const int held = felt.activated;  // A long press that had happened by then stays one.
        ASSERT_LE(held, 1) << "path " << path;
        driver.tap_at(200, 400);
        ASSERT_EQ(felt.activated, held + 1) << "path " << path;
        driver.settle();
    }
}

TEST_F(TouchTest, NothingStaysLitAfterATap) {
    const auto before = test::drawn_corners();

    driver.press(200, 400);
    for (int i = 0; i < 10; ++i) driver.frame();
    const auto pressed = test::drawn_corners();
    driver.lift(200, 400);
    driver.settle();

    EXPECT_NE(pressed, before);
    EXPECT_EQ(test::drawn_corners(), before);
}

TEST_F(TouchTest, AMouseLightsWhatItIsOverAndAFingerNever) {
    driver.view.set_environment({.can_hover = true});
    driver.settle();
    const auto before = test::drawn_corners();

    mouse(Pointer::Kind::Move, 200, 400);
    driver.settle();
    const auto hovered = test::drawn_corners();
    driver.press(200, 500);
    driver.lift(200, 500);
    driver.settle();

    EXPECT_NE(hovered, before);
    EXPECT_EQ(test::drawn_corners(), before);
}

TEST_F(TouchTest, AMouseClicksAndDragsAsAFingerDoes) {
    mouse(Pointer::Kind::Down, 200, 400);
    driver.frame();
    mouse(Pointer::Kind::Up, 200, 400);
    driver.frame();
    const int clicks = felt.activated;
    mouse(Pointer::Kind::Down, 200, 600);
    for (int i = 1; i <= 10; ++i) {
        driver.frame();
        mouse(Pointer::Kind::Move, 200, 600 - static_cast<float>(i) * 30);
    }
    mouse(Pointer::Kind::Up, 200, 300);
    driver.frame();

    EXPECT_EQ(clicks, 1);
    EXPECT_EQ(felt.activated, 1);
    EXPECT_GT(felt.offset, 200);
}

TEST_F(TouchTest, AWheelScrollsByWhatItTurnsAndStopsAtTheEnds) {
    driver.view.feed(Wheel{200, 400, 0, 130, driver.now_ms});
    driver.settle();
    const float down = felt.offset;
    driver.view.feed(Wheel{200, 400, 0, -1000, driver.now_ms});
    driver.settle();

    EXPECT_EQ(down, 130);
    EXPECT_EQ(felt.offset, 0);
}

TEST_F(TouchTest, AWheelStopsAFling) {
    driver.swipe(200, 700, 200, 300, 100);
    driver.frame();
    driver.view.feed(Wheel{200, 400, 0, 10, driver.now_ms});
    driver.frame();
    const float stopped = felt.offset;
    driver.settle();

    EXPECT_EQ(felt.offset, stopped);
}

TEST_F(TouchTest, KeysScrollThePage) {
    std::vector<float> offsets;
    for (const Key::Name name : {Key::Name::Down, Key::Name::Down, Key::Name::Up, Key::Name::PageDown, Key::Name::PageUp,
                                 Key::Name::End, Key::Name::Home}) {
        key(name);
        offsets.push_back(std::round(felt.offset));
    }

    const float page = std::round(844 * 0.85F);
    const float end = 201 * kRow + 24 - 844;
    EXPECT_EQ(offsets, (std::vector<float>{60, 120, 60, 60 + page, 60, end, 0}));
}

TEST_F(TouchTest, TheFocusRingIsForKeyboardsOnly) {
    const NodeId row = driver.find(Role::Button, "Row 2")->id;
    const auto plain = test::drawn_corners();

    driver.view.feed(Focused{row, false});
    driver.settle();
    const auto touched = test::drawn_corners();
    driver.view.feed(Focused{row, true});
    driver.settle();

    EXPECT_EQ(touched, plain);
    EXPECT_EQ(test::drawn_corners().size(), plain.size() + 4);
}

TEST_F(TouchTest, TheFocusBringsAChipIntoSight) {
    const auto walk_to = [this](std::string_view name) {
        driver.view.feed(Focused{driver.find(Role::Radio, name)->id, true});
        driver.settle();
        return driver.find(Role::Radio, name)->rect;
    };
    const NodeRect before = driver.find(Role::Radio, "More")->rect;
    ASSERT_GT(before.x + before.width, 390);

    const NodeRect last = walk_to("More");
    EXPECT_LE(last.x + last.width, 390);
    EXPECT_GE(walk_to("Burgers").x, 0);
}

TEST_F(TouchTest, TheFocusBringsARowIntoSight) {
    const NodeId last = driver.find(Role::Button, "Row 14")->id;
    driver.view.feed(Focused{last, true});
    driver.settle();
    const NodeRect rect = driver.find(last)->rect;
    EXPECT_LE(rect.y + rect.height, 844);
}

}  // namespace
}  // namespace kiosk::ui
