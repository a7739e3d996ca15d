// The picture of the open product follows the phone behind its frame.

#include <gtest/gtest.h>

#include <algorithm>

#include "support/sample_screens.h"
#include "support/ui_driver.h"
#include "support/ui_picture.h"

namespace kiosk::ui {
namespace {

using test::UiDriver;

void draw(Kit& kit, const app::Model& model, UiState& ui) {
    draw_product(kit, model, ui, model.pages.back());
}

// Where the one picture lies, beyond what its frame lets through.
Rect drawn_picture() {
    for (const ImDrawList* list : test::drawing().CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            if (command.ElemCount == 0 || command.TexRef._TexData != nullptr) continue;
            const ImDrawVert* vertices = list->VtxBuffer.Data + command.VtxOffset;
            const ImDrawIdx* indices = list->IdxBuffer.Data + command.IdxOffset;
            const ImVec2 start = vertices[indices[0]].pos;
            const ImVec2 end = vertices[indices[2]].pos;
            return {start.x, start.y, end.x - start.x, end.y - start.y};
        }
    }
    return {};
}

class TiltTest : public testing::Test {
protected:
    TiltTest() {
        for (const test::SampleScreen& screen : test::sample_screens()) {
            if (screen.name == "product") driver.model = screen.model;
        }
        for (shop::Product& product : driver.model.catalogue.products) product.picture_url = "https://shop.example/a.jpg";
        driver.model.telegram.platform = "ios";
        driver.model.telegram.version = "8.0";
        driver.model.telegram.can.bottom_buttons = true;
        driver.settle();
        frame = drawn_picture();
        driver.model.settings.tilt = true;
    }
    Rect picture_at(double x, double y) {
        driver.model.tilt.shift = {x, y};
        driver.settle();
        return drawn_picture();
    }

    UiDriver driver{draw};
    Rect frame;
};

TEST_F(TiltTest, MovesThePictureByWhatTheReadingSays) {
    const Rect still = picture_at(0, 0);
    const Rect moved = picture_at(6, -3);

    EXPECT_NEAR(moved.x - still.x, 6, 0.01F);
    EXPECT_NEAR(moved.y - still.y, -3, 0.01F);
    EXPECT_EQ(moved.width, still.width);
    EXPECT_EQ(moved.height, still.height);
}

TEST_F(TiltTest, MovesAsTheHandDoesInEitherDirectionOfReading) {
    driver.view.texts().set("fa", test::sample_texts("en"));
    const Rect still = picture_at(0, 0);

    EXPECT_NEAR(picture_at(6, 0).x - still.x, 6, 0.01F);
}

TEST_F(TiltTest, NoEdgeShowsAtTheEndOfTheReach) {
    constexpr double kReach = app::kTiltReach;
    ASSERT_FALSE(frame.empty());
    for (const auto& [x, y] : {std::pair{kReach, kReach}, std::pair{-kReach, -kReach}}) {
        const Rect picture = picture_at(x, y);
        EXPECT_LE(picture.x, frame.x + 0.01F);
        EXPECT_LE(picture.y, frame.y + 0.01F);
        EXPECT_GE(picture.end(), frame.end() - 0.01F);
        EXPECT_GE(picture.bottom(), frame.bottom() - 0.01F);
    }
}

TEST_F(TiltTest, ComesSmoothlyAndThenRests) {
    const Rect still = picture_at(0, 0);
    driver.model.tilt.shift = {10, 0};
    for (int i = 0; i < 4; ++i) driver.frame();
    const float part = drawn_picture().x - still.x;

    EXPECT_GT(part, 0.5F);
    EXPECT_LT(part, 9.5F);
    EXPECT_LT(driver.settle(), 60);
}

TEST_F(TiltTest, StaysWhereMotionIsReducedOrTheClientCannot) {
    driver.model.reduced_motion = true;
    EXPECT_EQ(picture_at(6, -3), frame);
    driver.model.reduced_motion = false;
    driver.model.telegram.version = "7.10";
    EXPECT_EQ(picture_at(6, -3), frame);
    driver.model.telegram.version = "8.0";
    driver.model.settings.tilt = false;
    EXPECT_EQ(picture_at(6, -3), frame);
}

}  // namespace
}  // namespace kiosk::ui
