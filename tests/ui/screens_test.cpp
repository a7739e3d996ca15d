// The real screens, with the sample shop in them, at every text size and in both directions.

#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "support/sample_screens.h"
#include "support/ui_driver.h"
#include "support/ui_picture.h"
#include "ui/screens/gallery.h"

namespace kiosk::ui {
namespace {

using test::SampleScreen;
using test::UiDriver;

class ScreensTest : public testing::TestWithParam<std::size_t> {
protected:
    ScreensTest() : screen(test::sample_screens()[GetParam()]) {}

    SampleScreen screen;
};

std::string without_blanks(std::string_view text) {
    std::string out;
    for (const char c : text) {
        if (c != ' ' && c != '\n') out += c;
    }
    return out;
}

bool can_be_used(Role role) {
    return role == Role::Button || role == Role::Radio || role == Role::Checkbox || role == Role::Switch;
}

// What was cut although it is a price or the name of something that can be used.
std::vector<std::string> losses(UiDriver& driver) {
    std::vector<std::string> lost;
    for (const std::string& cut : test::cut_texts(driver.view.kit())) {
        const std::string kept = cut.substr(0, cut.find("…"));
        const bool price = kept.find('$') != std::string::npos;
        const bool name = std::any_of(driver.last.tree->begin(), driver.last.tree->end(), [&](const Node& node) {
            return can_be_used(node.role) && without_blanks(node.name).rfind(kept, 0) == 0;
        });
        if (kept.empty() || price || name) lost.push_back(cut);
    }
    return lost;
}

TEST_P(ScreensTest, NoTextSizeLosesAPriceOrAButton) {
    for (const char* platform : {"ios", "android"}) {
        for (const int percent : {85, 100, 150, 200}) {
            screen.model.telegram.platform = platform;
            screen.model.settings.text_scale_percent = percent;
            UiDriver driver(nullptr, 3, 360, 740);
            test::show(driver, screen);
            for (int stop = 0; stop < 12; ++stop) {
                EXPECT_EQ(losses(driver), std::vector<std::string>{}) << platform << " " << percent << " % stop " << stop;
                driver.view.feed(Wheel{180, 400, 0, 600, driver.now_ms});
                driver.settle();
            }
        }
    }
}

TEST_P(ScreensTest, RightToLeftIsTheMirrorImage) {
    UiDriver plain;
    test::show(plain, screen);
    UiDriver mirrored;
    mirrored.model = screen.model;
    mirrored.view.texts().set("fa", test::sample_texts("en"));
    mirrored.settle();

    ASSERT_EQ(mirrored.last.tree->size(), plain.last.tree->size());
    for (std::size_t i = 0; i < plain.last.tree->size(); ++i) {
        const Node& node = (*plain.last.tree)[i];
        const NodeRect rect = (*mirrored.last.tree)[i].rect;
        EXPECT_NEAR(rect.x, 390 - node.rect.x - node.rect.width, 0.01F) << node.name;
        EXPECT_EQ(rect.y, node.rect.y) << node.name;
    }
}

// Long words must wrap or end in an ellipsis, never leave the canvas.
TEST_P(ScreensTest, NothingIsDrawnOutsideInAnyLanguage) {
    for (const char* language : {"de", "ru", "ar", "hi"}) {
        screen.model.settings.text_scale_percent = 200;
        UiDriver driver(nullptr, 3, 320, 640);
        test::show(driver, screen, language);
        for (const Node& node : *driver.last.tree) {
            EXPECT_LE(node.rect.width, 320.01F) << language << " " << node.name;
        }
        EXPECT_FALSE(driver.last.wants_frame) << language;
    }
}

// A client lays its buttons out from left to right: in an isolate an amount stays together there.
TEST(ClientButtonTest, BringsItsDirectionAlong) {
    for (const SampleScreen& screen : test::sample_screens()) {
        if (screen.name != "cart" && screen.name != "placed") continue;
        UiDriver driver;
        test::show(driver, screen, "en");
        EXPECT_EQ(driver.last.chrome->main.text.find("\u2067"), std::string::npos) << screen.name;
        test::show(driver, screen, "ar");
        const auto isolated = [](const std::string& text) { return text.starts_with("\u2067") && text.ends_with("\u2069"); };
        EXPECT_TRUE(isolated(driver.last.chrome->main.text)) << screen.name;
        EXPECT_EQ(driver.last.chrome->secondary.visible, screen.name == "placed");
        EXPECT_TRUE(isolated(driver.last.chrome->secondary.text)) << screen.name;
    }
}

TEST(ClientButtonTest, CarriesTheWordsOfTheViewsOwn) {
    UiDriver driver;
    driver.view.texts().set("en", test::sample_texts("en"));
    driver.model.game.stack.score = 17;
    app::Msg press = app::SecondaryButtonPressed{};

    add_words(press, driver.model, driver.view.texts());

    EXPECT_NE(std::get<app::SecondaryButtonPressed>(press).text.find("17"), std::string::npos);
}

// In metres, as far as a phone knows; the opening hours stay.
TEST(PickupTest, TellsHowFarTheShopIs) {
    for (SampleScreen screen : test::sample_screens()) {
        if (screen.name != "checkout") continue;
        screen.model.checkout.terms.fulfilment = shop::Fulfilment::Pickup;
        UiDriver driver;
        const auto says = [&](int metres, std::string_view text) {
            screen.model.metres_away = metres;
            test::show(driver, screen);
            return driver.find(Role::Text, text) != nullptr;
        };
        EXPECT_TRUE(says(1, "About 50 m from you"));
        EXPECT_TRUE(says(640, "About 650 m from you"));
        EXPECT_TRUE(says(974, "About 950 m from you"));
        EXPECT_TRUE(says(975, "About 1 km from you"));
        EXPECT_TRUE(says(1'500, "About 2 km from you"));
    }
}

// Nobody reads that an order costs nothing while its money may be on its way.
TEST(CancelledOrderTest, SaysNothingIsChargedOnceThatIsKnown) {
    for (SampleScreen screen : test::sample_screens()) {
        if (screen.name != "tracking") continue;
        orders::Order& order = screen.model.orders.front();
        order.state = orders::State::Cancelled;
        order.history.push_back({order.state, screen.model.now_ms});
        const auto says = [&](std::string_view text) {
            UiDriver driver;
            test::show(driver, screen);
            return std::any_of(driver.last.tree->begin(), driver.last.tree->end(),
                               [&](const Node& node) { return node.name.find(text) != std::string::npos; });
        };
        EXPECT_TRUE(says("Nothing is charged."));
        EXPECT_FALSE(says("Waiting for the bank…"));
        order.invoice_ms = 1;
        EXPECT_FALSE(says("Nothing is charged."));
        EXPECT_TRUE(says("Waiting for the bank…"));
        order.paid = true;
        EXPECT_FALSE(says("Waiting for the bank…"));
    }
}

TEST(GalleryTest, NoTextSizeLosesAPriceOrAButton) {
    for (const GalleryWidget& widget : gallery()) {
        for (const char* language : {"en", "ar"}) {
            for (const int percent : {85, 100, 150, 200}) {
                UiDriver driver(widget.draw, 3, 360, 740);
                driver.model.settings.text_scale_percent = percent;
                driver.view.texts().set(language, {});
                for (int i = 0; i < 60; ++i) driver.frame();
                EXPECT_EQ(losses(driver), std::vector<std::string>{}) << widget.name << " " << language << " " << percent;
            }
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, ScreensTest, testing::Range<std::size_t>(0, 9),
                         [](const auto& of) { return test::sample_screens()[of.param].name; });

}  // namespace
}  // namespace kiosk::ui
