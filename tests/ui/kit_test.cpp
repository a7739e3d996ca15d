#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/rng.h"
#include "imgui.h"
#include "support/ui_driver.h"
#include "support/ui_picture.h"
#include "ui/kit/interaction.h"
#include "ui/kit/widgets.h"
#include "ui/screens/gallery.h"

namespace kiosk::ui {
namespace {

using test::UiDriver;

// What the little pages below were told.
struct Told {
    int taps = 0;
    int long_presses = 0;
    float offset = 0;
    int first = 0;
    int last = 0;
    std::string edited;
    int submits = 0;
    bool sheet_open = false;
    float sheet_top = 844;
    int sheet_dismissed = 0;
    int rows = 100;
};
Told told;

void draw_list(Kit& kit, const app::Model&, UiState&) {
    Page page(kit, {.key = "list", .title = "List"});
    told.offset = page.scroll_offset();
    const Page::Window window = page.rows(told.rows, 56);
    told.first = window.first;
    told.last = window.last;
    for (int i = window.first; i < window.last; ++i) {
        const Rect row = page.row_at(i, 56);
        const Touch touch =
            kit.touch({"row", i}, row, Role::Button, kit.join({"Row", kit.number(i)}, " "), {.long_press = true});
        kit.press_look(touch, row, 0);
        kit.text(row.inset(kGutter, 0), "A row of the list", {.spoken = false});
        told.taps += touch.tapped ? 1 : 0;
        told.long_presses += touch.long_pressed ? 1 : 0;
    }
}

void draw_form(Kit& kit, const app::Model&, UiState&) {
    Page page(kit, {.key = "form"});
    page.gap(1200);
    Section section(page, {.header = "Form"});
    const FieldEvent event =
        text_field(section, "name", {.label = "Name", .value = told.edited, .autocomplete = "name", .max_length = 40});
    if (event.edited) told.edited = *event.edited;
    told.submits += event.submitted ? 1 : 0;
}

void draw_sheet(Kit& kit, const app::Model&, UiState&) {
    {
        Page page(kit, {.key = "below"});
        if (button(page, "below", {.text = "Below"})) ++told.taps;
    }
    Sheet sheet(kit, {.key = "sheet", .name = "Details"}, told.sheet_open);
    told.sheet_top = sheet.area().y;
    if (sheet.visible()) {
        Page page(kit, {.key = "inside"});
        page.gap(300);
        if (button(page, "inside", {.text = "Inside"})) ++told.taps;
    }
    if (sheet.event() == SheetEvent::Dismissed) {
        ++told.sheet_dismissed;
        told.sheet_open = false;
    }
}

class KitTest : public testing::Test {
protected:
    void SetUp() override { told = {}; }
};

TEST_F(KitTest, TapsAreFoundByRoleAndName) {
    UiDriver driver(draw_list);
    driver.settle();
    ASSERT_TRUE(driver.tap(Role::Button, "Row 3"));
    EXPECT_EQ(told.taps, 1);
    ASSERT_TRUE(driver.activate(Role::Button, "Row 4"));
    EXPECT_EQ(told.taps, 2);
}

TEST_F(KitTest, RestsWhenNothingMoves) {
    UiDriver driver(draw_gallery);
    driver.settle();
    driver.tap_at(200, 300);
    EXPECT_LT(driver.settle(), 200);
    driver.frame();
    EXPECT_FALSE(driver.last.wants_frame);
}

TEST_F(KitTest, ASwipeScrollsAndPressesNothing) {
    UiDriver driver(draw_list);
    driver.settle();
    driver.swipe(200, 600, 200, 300, 120);
    driver.settle();
    EXPECT_GT(told.offset, 400);
    EXPECT_EQ(told.taps, 0);
}

TEST_F(KitTest, TouchingAFlingStopsItWithoutPressing) {
    UiDriver driver(draw_list);
    driver.settle();
    driver.swipe(200, 700, 200, 300, 100);
    driver.frame();
    driver.press(200, 400);
    driver.frame();
    const float stopped = told.offset;
    driver.frame();
    driver.frame();
    driver.lift(200, 400);
    driver.settle();
    EXPECT_NEAR(told.offset, stopped, 0.5F);
    EXPECT_EQ(told.taps, 0);
}

TEST_F(KitTest, HoldingIsALongPress) {
    UiDriver driver(draw_list);
    driver.settle();
    driver.press(200, 400);
    for (int i = 0; i < 40; ++i) driver.frame();
    driver.lift(200, 400);
    driver.settle();
    EXPECT_EQ(told.long_presses, 1);
    EXPECT_EQ(told.taps, 0);
}

TEST_F(KitTest, AFieldIsFocusedInTheFrameOfItsTap) {
    UiDriver driver(draw_form);
    driver.settle();
    driver.swipe(200, 700, 200, 100, 100);
    driver.settle();
    const Node* field = driver.find(Role::TextField, "Name");
    ASSERT_NE(field, nullptr);
    const NodeId id = field->id;
    driver.press(field->rect.x + 20, field->rect.y + 20);
    driver.lift(field->rect.x + 20, field->rect.y + 20);
    EXPECT_EQ(driver.frame().focus_request, id);
    EXPECT_EQ(driver.find(id)->field.autocomplete, "name");
    EXPECT_EQ(driver.find(id)->field.max_length, 40);
    ASSERT_TRUE(driver.type(Role::TextField, "Name", "Ada"));
    EXPECT_EQ(told.edited, "Ada");
    driver.view.feed(FieldSubmitted{id});
    driver.frame();
    EXPECT_EQ(told.submits, 1);
}

TEST_F(KitTest, TheKeyboardNeverCoversTheFocusedField) {
    UiDriver driver(draw_form);
    driver.settle();
    const NodeId id = driver.find(Role::TextField, "Name")->id;
    driver.view.feed(Focused{id, false});
    driver.view.set_environment({.covered_bottom = 340});
    driver.settle();
    const NodeRect rect = driver.find(id)->rect;
    EXPECT_GE(rect.y, 0);
    EXPECT_LE(rect.y + rect.height, 844 - 340);
}

TEST_F(KitTest, ASheetHidesThePageBelowFromFingersAndReaders) {
    UiDriver driver(draw_sheet);
    driver.settle();
    ASSERT_NE(driver.find(Role::Button, "Below"), nullptr);
    told.sheet_open = true;
    driver.settle();
    EXPECT_EQ(driver.find(Role::Button, "Below"), nullptr);
    ASSERT_NE(driver.find(Role::Dialog, "Details"), nullptr);
    ASSERT_TRUE(driver.tap(Role::Button, "Inside"));
    EXPECT_EQ(told.taps, 1);
    driver.tap_at(200, 40);
    EXPECT_EQ(told.sheet_dismissed, 1);
    driver.settle();
    EXPECT_NE(driver.find(Role::Button, "Below"), nullptr);
}

TEST_F(KitTest, ASheetIsDraggedAway) {
    UiDriver driver(draw_sheet);
    driver.settle();
    told.sheet_open = true;
    driver.settle();
    const NodeRect rect = driver.find(Role::Dialog, "Details")->rect;
    driver.swipe(200, rect.y + 100, 200, rect.y + 400, 150);
    EXPECT_EQ(told.sheet_dismissed, 1);
}

// Sent back and forth on its way, also into and out of sight.
TEST_F(KitTest, ASheetThatIsInterruptedNeverJumps) {
    UiDriver driver(draw_sheet);
    driver.settle();
    Rng rng(31);
    int interruptions = 0;
    for (int i = 0; i < 600; ++i) {
        const bool turns = rng.below(9) == 0;
        if (turns) told.sheet_open = !told.sheet_open;
        const float before = told.sheet_top;
        driver.frame();
        ASSERT_LT(std::fabs(told.sheet_top - before), 60) << "frame " << i;
        if (turns && before > 470 && before < 820) ++interruptions;
    }
    EXPECT_GT(interruptions, 10);
}

TEST_F(KitTest, ReducedMotionMovesNothing) {
    UiDriver driver(draw_sheet);
    driver.model.reduced_motion = true;
    driver.settle();
    told.sheet_open = true;
    driver.settle();
    const float open = driver.find(Role::Dialog, "Details")->rect.y;
    told.sheet_open = false;
    driver.settle();
    told.sheet_open = true;
    driver.frame();
    EXPECT_EQ(driver.find(Role::Dialog, "Details")->rect.y, open);
}

TEST_F(KitTest, RightToLeftMirrorsTheCanvas) {
    UiDriver rtl(draw_gallery);
    rtl.view.texts().set("fa", {});
    rtl.settle();
    UiDriver plain(draw_gallery);
    plain.settle();
    ASSERT_EQ(rtl.last.tree->size(), plain.last.tree->size());
    for (std::size_t i = 0; i < plain.last.tree->size(); ++i) {
        const NodeRect a = (*plain.last.tree)[i].rect;
        const NodeRect b = (*rtl.last.tree)[i].rect;
        EXPECT_NEAR(b.x, 390 - a.x - a.width, 0.01F);
        EXPECT_EQ(b.y, a.y);
    }
}

TEST_F(KitTest, EveryIdIsItsOwnAndEveryNameIsThere) {
    UiDriver driver(draw_gallery);
    driver.settle();
    std::vector<NodeId> ids;
    for (const Node& node : *driver.last.tree) {
        EXPECT_EQ(std::count(ids.begin(), ids.end(), node.id), 0) << node.name;
        ids.push_back(node.id);
        EXPECT_FALSE(node.focusable && node.name.empty()) << aria_role(node.role);
    }
}

// Where a finger meets it.
Rect reach_of(UiDriver& driver, NodeId id) {
    for (const Target& target : driver.view.kit().interaction().targets()) {
        if (target.id == id) return target.area;
    }
    return {};
}

TEST_F(KitTest, EveryTargetIsAsLargeAsAFinger) {
    for (const GalleryWidget& widget : gallery()) {
        UiDriver driver(widget.draw);
        for (int i = 0; i < 60; ++i) driver.frame();
        for (const Node& node : *driver.last.tree) {
            const bool in_sight = node.rect.x + node.rect.width <= 390 && node.rect.y + node.rect.height <= 844;
            if (!node.focusable || !in_sight) continue;
            const Rect reach = reach_of(driver, node.id);
            EXPECT_GE(reach.height, 43.99F) << widget.name << " " << node.name;
            EXPECT_GE(reach.width, 43.99F) << widget.name << " " << node.name;
        }
    }
}

TEST_F(KitTest, TextOfAllKindsIsSetOnceAndThenCached) {
    UiDriver driver(+[](Kit& kit, const app::Model&, UiState&) {
        Page page(kit, {.key = "text"});
        for (const char* words : {"Classic Burger £8.50", "Чизбургер с беконом", "برجر كلاسيكي مع الجبن", "चीज़ बर्गर",
                                  "チーズバーガーセット", "👨‍👩‍👧‍👦 family 🇺🇦",
                                  "A long paragraph that needs more than one line to be read to its end"}) {
            page.text(words, {.max_lines = 2, .middle = false});
        }
    });
    driver.settle();
    EXPECT_EQ(driver.count(Role::Text), 7);
    const int rasters = driver.machine.text.rasters;
    const int advances = driver.machine.text.advances;
    for (int i = 0; i < 10; ++i) driver.frame();
    EXPECT_EQ(driver.machine.text.rasters, rasters);
    EXPECT_EQ(driver.machine.text.advances, advances);
}

TEST_F(KitTest, LettersBesideAnEmojiHaveTheirTextsOwnInk) {
    UiDriver driver(+[](Kit& kit, const app::Model&, UiState&) {
        Page page(kit, {.key = "text"});
        page.text("🔥 نعم", {.ink = Ink::Text});
        page.text("🔥 نعم", {.ink = Ink::Destructive});
        page.text("🔥", {.ink = Ink::Destructive});
        page.text("نعم", {.ink = Ink::Destructive});
    });
    driver.settle();
    std::vector<std::uint32_t> inks = driver.machine.text.inks;
    std::erase(inks, kWhiteInk);
    ASSERT_EQ(inks.size(), 2);
    EXPECT_NE(inks[0], inks[1]);
    EXPECT_GT(inks[1] >> 16U, inks[1] & 0xffU) << "red is the first of the three";
}

std::vector<test::Corner> gallery_at(float density) {
    UiDriver driver(draw_gallery, density, 360, 640);
    driver.settle();
    return test::drawn_corners();
}

TEST_F(KitTest, ADensityChangeLeavesNothingOfTheOneBefore) {
    UiDriver driver(draw_gallery);
    driver.settle();
    for (const float density : {1.0F, 1.5F, 2.625F, 3.0F}) {
        const auto fresh = gallery_at(density);
        driver.view.resize(360, 640, density);
        driver.settle();
        EXPECT_EQ(test::drawn_corners() == fresh, true) << density;
    }
}

}  // namespace
}  // namespace kiosk::ui
