// The real screens, with the sample shop in them, at every text size and in both directions.

#include <gtest/gtest.h>

#include <algorithm>

#include "base/text.h"
#include "support/sample_screens.h"
#include "support/ui_driver.h"
#include "support/ui_picture.h"
#include "ui/kit/interaction.h"
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

// Words that are two fifths longer, in pieces that can be wrapped; what is filled in stays.
std::vector<std::pair<std::string, std::string>> lengthened(std::vector<std::pair<std::string, std::string>> messages) {
    for (auto& [key, text] : messages) {
        const std::size_t wanted = text.size() + text.size() * 2 / 5;
        while (text.size() < wanted) text += text.size() % 6 == 0 ? ' ' : 'o';
    }
    return messages;
}

TEST_P(ScreensTest, ALanguageOfLongWordsLosesNoPriceOrButton) {
    for (const char* platform : {"ios", "android"}) {
        screen.model.telegram.platform = platform;
        UiDriver driver(nullptr, 3, 360, 740);
        driver.model = screen.model;
        driver.view.texts().set("en", lengthened(test::sample_texts("en")));
        driver.settle();
        for (int stop = 0; stop < 6; ++stop) {
            EXPECT_EQ(losses(driver), std::vector<std::string>{}) << platform << " stop " << stop;
            driver.view.feed(Wheel{180, 400, 0, 600, driver.now_ms});
            driver.settle();
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

// Whatever a finger meets, a screen reader finds: once, in the same place (small ones are met around it,
// too). What swallows touches only has no node.
TEST_P(ScreensTest, EachThingThatCanBeTouchedHasOneNodeInItsPlace) {
    constexpr float kTolerance = 2;
    for (const char* language : {"en", "ar"}) {
        UiDriver driver;
        test::show(driver, screen, language);
        const std::vector<Target>& targets = driver.view.kit().interaction().targets();
        for (const Node& node : *driver.last.tree) {
            const auto is_it = [&](const auto& other) { return other.id == node.id; };
            EXPECT_EQ(std::count_if(driver.last.tree->begin(), driver.last.tree->end(), is_it), 1) << node.name;
            const NodeRect& at = node.rect;
            const bool on_screen = at.x >= 0 && at.y >= 0 && at.x + at.width <= 390 && at.y + at.height <= 844;
            if (!node.focusable || node.disabled || !on_screen) continue;
            EXPECT_EQ(std::count_if(targets.begin(), targets.end(), is_it), 1) << node.name;
        }
        for (const Target& target : targets) {
            const Node* node = driver.find(target.id);
            if (target.kind != Target::Kind::Widget || node == nullptr) continue;
            const Rect at{node->rect.x, node->rect.y, node->rect.width, node->rect.height};
            const Rect reach = at.centred(std::max(at.width, kTapSize), std::max(at.height, kTapSize)).inset(-kTolerance);
            const Rect& area = target.area;
            EXPECT_TRUE(reach.contains({area.x, area.y}) && reach.contains({area.end(), area.bottom()})) << node->name;
        }
    }
}

// What of the last frame crosses the start or end of the canvas, but for what lies in a strip that scrolls sideways.
std::vector<std::string> beyond_edges(UiDriver& driver) {
    const std::vector<Target>& targets = driver.view.kit().interaction().targets();
    const float width = driver.view.kit().view().width;
    const auto crosses = [&](const Rect& rect) {
        if (rect.x >= -0.5F && rect.end() <= width + 0.5F) return false;
        const float y = rect.y + rect.height / 2;
        return std::none_of(targets.begin(), targets.end(), [&](const Target& target) {
            return target.kind == Target::Kind::HorizontalPan && y >= target.area.y && y <= target.area.bottom();
        });
    };
    const auto place = [](const Rect& rect) {
        return " from " + std::to_string(rect.x) + " to " + std::to_string(rect.end()) + " at " + std::to_string(rect.y);
    };
    std::vector<std::string> beyond;
    for (const Node& node : *driver.last.tree) {
        const Rect rect{node.rect.x, node.rect.y, node.rect.width, node.rect.height};
        if (crosses(rect)) beyond.push_back(node.name + place(rect));
    }
    for (const Rect& rect : test::drawn_rects()) {
        if (crosses(rect)) beyond.push_back("something drawn" + place(rect));
    }
    return beyond;
}

// Not over the page below, whose strips can't be touched then.
void draw_product_alone(Kit& kit, const app::Model& model, UiState& ui) {
    draw_product(kit, model, ui, model.pages.back());
}

// Long words must wrap or end in an ellipsis, never leave the canvas.
TEST_P(ScreensTest, NothingCrossesAnEdgeInAnyLanguage) {
    for (const char* language : {"en", "de", "ru", "ar", "hi"}) {
        for (const float width : {320.0F, 360.0F, 390.0F}) {
            for (const int percent : {100, 200}) {
                screen.model.telegram.platform = width == 360 ? "android" : "ios";
                screen.model.settings.text_scale_percent = percent;
                UiDriver driver(screen.name == "product" ? draw_product_alone : nullptr, 3, width, 640);
                test::show(driver, screen, language);
                for (int stop = 0; stop < 4; ++stop) {
                    EXPECT_EQ(beyond_edges(driver), std::vector<std::string>{})
                        << language << " " << width << " " << percent << " % stop " << stop;
                    driver.view.feed(Wheel{180, 400, 0, 500, driver.now_ms});
                    EXPECT_LE(driver.settle(), 600);
                }
            }
        }
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

// An invoice covers the page: who can tap there has closed it, also where the client never says so.
TEST(PaymentTest, CanBeginAnewOnceTheInvoiceStaysSilent) {
    for (SampleScreen screen : test::sample_screens()) {
        if (screen.name != "placed" && screen.name != "tracking") continue;
        app::Model& model = screen.model;
        const OrderId order = model.orders.front().id;
        model.catalogue.cashier = "https://pay.example.com";
        model.telegram.can.invoices = true;
        model.payment = {.phase = payments::Phase::Open, .order = order};
        model.calls = {{7, telegram::Method::OpenInvoice, false, model.now_ms}};
        UiDriver driver;

        test::show(driver, screen);
        EXPECT_NE(driver.find(Role::Text, "Opening the invoice…"), nullptr) << screen.name;
        EXPECT_FALSE(driver.activate(Role::Button, "Pay now")) << screen.name;

        model.now_ms += 3 * kSecondMs;
        test::show(driver, screen);
        EXPECT_EQ(driver.find(Role::Text, "Opening the invoice…"), nullptr) << screen.name;
        driver.outbox.clear();
        EXPECT_TRUE(driver.activate(Role::Button, "Pay now")) << screen.name;
        const std::vector<app::Msg> sent = driver.take_messages();
        ASSERT_EQ(sent.size(), 1U) << screen.name;
        const auto* pay = std::get_if<app::PayOrder>(&sent.front());
        ASSERT_NE(pay, nullptr) << screen.name;
        EXPECT_EQ(pay->order, order) << screen.name;
    }
}

TEST(NumberTest, IsCopiedByOneTapWhileAnOrderIsOnScreen) {
    for (const SampleScreen& screen : test::sample_screens()) {
        if (screen.name != "placed" && screen.name != "tracking") continue;
        UiDriver driver;
        test::show(driver, screen);
        const OrderId order = screen.model.orders.front().id;
        const Node* row = driver.find(Role::Button, "Copy order number");
        ASSERT_NE(row, nullptr) << screen.name;
        EXPECT_EQ(row->description, order.value);
        driver.outbox.clear();

        driver.activate(Role::Button, "Copy order number");

        const std::vector<app::Msg> sent = driver.take_messages();
        ASSERT_EQ(sent.size(), 1) << screen.name;
        EXPECT_EQ(std::get<app::CopyNumber>(sent.front()).order, order);
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

// Fields have a caret instead.
TEST(GalleryTest, EveryWidgetShowsTheFocusOfAKeyboard) {
    for (const GalleryWidget& widget : gallery()) {
        UiDriver driver(widget.draw);
        driver.model.reduced_motion = true;
        for (int i = 0; i < 60; ++i) driver.frame();
        const SemanticTree tree = *driver.last.tree;
        for (const Node& node : tree) {
            if (!node.focusable || node.role == Role::TextField) continue;
            const auto corners_focused = [&](bool from_keyboard) {
                driver.view.feed(Focused{node.id, from_keyboard});
                for (int i = 0; i < 3; ++i) driver.frame();
                return test::drawn_corners().size();
            };
            const std::size_t plain = corners_focused(false);
            EXPECT_EQ(corners_focused(true), plain + 4) << widget.name << ": " << node.name;
        }
    }
}

INSTANTIATE_TEST_SUITE_P(All, ScreensTest, testing::Range<std::size_t>(0, 9),
                         [](const auto& of) { return test::sample_screens()[of.param].name; });

}  // namespace
}  // namespace kiosk::ui
