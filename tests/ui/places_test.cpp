// A page is found again where it stood, whatever took the app away: what the view tells, the next view stands by.

#include <gtest/gtest.h>

#include <cmath>

#include "app/update.h"
#include "support/sample_screens.h"
#include "support/ui_driver.h"

namespace kiosk::ui {
namespace {

using test::SampleScreen;
using test::UiDriver;

struct Standing {
    std::string name;
    long y = 0;

    bool operator==(const Standing&) const = default;
};

std::vector<Standing> standing(const UiDriver& driver) {
    std::vector<Standing> out;
    for (const Node& node : *driver.last.tree) out.push_back({node.name, std::lround(node.rect.y)});
    return out;
}

// A small phone, so that there is much to scroll.
struct SmallPhone : UiDriver {
    SmallPhone() : UiDriver(nullptr, 1, 360, 400) {}

    void show_screen(SampleScreen screen) {
        screen.model.settings.text_scale_percent = 150;
        test::show(*this, screen);
    }
    void scroll(float down) {
        view.feed(Wheel{180, 300, 0, down, now_ms});
        settle();
    }
    // What the view tells before the model is saved.
    void tell() {
        app::Inbox places;
        view.tell_places(model, places);
        app::Effects effects;
        for (const app::Msg& msg : places.take()) app::update(model, msg, effects);
    }
    [[nodiscard]] int place() const { return app::current_page(model).scroll; }
};

SampleScreen sample(std::string_view name) {
    for (SampleScreen& screen : test::sample_screens()) {
        if (screen.name == name) return std::move(screen);
    }
    return {};
}

TEST(Places, EveryScreenIsFoundWhereItStood) {
    int scrolled = 0;
    for (const SampleScreen& screen : test::sample_screens()) {
        SmallPhone before;
        before.show_screen(screen);
        before.scroll(130);
        before.tell();
        SmallPhone after;
        after.show_screen({screen.name, before.model});

        EXPECT_EQ(standing(after), standing(before)) << screen.name;
        EXPECT_FALSE(after.last.wants_frame) << screen.name;
        scrolled += before.place() > 0 ? 1 : 0;
    }
    EXPECT_GE(scrolled, 6);
}

TEST(Places, ThePageBelowIsFoundWhereItStood) {
    SmallPhone before;
    before.show_screen(sample("home"));
    before.scroll(700);
    const std::vector<Standing> menu = standing(before);
    before.model.pages.push_back({app::Screen::Settings, {}});
    before.settle();
    before.tell();
    SmallPhone after;
    after.show_screen({"settings", before.model});

    after.model.pages.pop_back();
    after.settle();

    EXPECT_EQ(standing(after), menu);
}

TEST(Places, NothingIsToldTwice) {
    SmallPhone phone;
    phone.show_screen(sample("home"));
    phone.scroll(700);
    phone.tell();
    EXPECT_EQ(phone.place(), 700);

    app::Inbox places;
    phone.view.tell_places(phone.model, places);
    EXPECT_TRUE(places.empty());
}

TEST(Places, AWildPlaceIsTheEnd) {
    SmallPhone phone;
    SampleScreen screen = sample("home");
    screen.model.pages.back().scroll = 1'000'000;
    phone.show_screen(screen);
    const std::vector<Standing> end = standing(phone);

    EXPECT_FALSE(phone.last.wants_frame);
    phone.scroll(5000);
    EXPECT_EQ(standing(phone), end);
}

// The order is asked of the shop's side and comes later than its page.
class LatePage : public testing::Test {
protected:
    LatePage() : screen(sample("tracking")) {
        screen.model.pages.back().scroll = 90;
        SampleScreen early = screen;
        early.model.orders.clear();
        early.model.orders_loaded = false;
        phone.show_screen(early);
        expected.show_screen(screen);
    }

    SampleScreen screen;
    SmallPhone phone;
    SmallPhone expected;
};

TEST_F(LatePage, StandsThereOnceItIsLongEnough) {
    EXPECT_FALSE(phone.last.wants_frame);
    phone.tell();
    EXPECT_EQ(phone.place(), 90);

    phone.show_screen(screen);

    EXPECT_EQ(standing(phone), standing(expected));
    phone.tell();
    EXPECT_EQ(phone.place(), 90);
}

TEST_F(LatePage, StaysWhereAFingerPutIt) {
    phone.swipe(180, 200, 180, 260, 100);
    phone.settle();
    phone.show_screen(screen);
    phone.tell();

    EXPECT_EQ(phone.place(), 0);
}

}  // namespace
}  // namespace kiosk::ui
