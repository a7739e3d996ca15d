#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Method;
using telegram::Property;
using Methods = std::vector<Method>;

const app::AskClient kSwitch{app::Gift::Shake, {}};

Story& open_shaken(Story& story, std::uint64_t seed = 7, shop::Catalogue catalogue = corner_shop()) {
    app::Started start = on_phone("8.0");
    start.seed = seed;
    story.open(start, std::move(catalogue)).send(kSwitch);
    return story.send(answered(story, Method::AccelerometerStart, "[null]")).forget();
}

Story& feel(Story& story, const char* x, int readings = 1) {
    story.send(says(Property::AccelerometerX, x));
    for (int i = 0; i < readings; ++i) story.send(app::TelegramEvent{telegram::Event::AccelerometerChanged});
    return story;
}

bool was_suggested(const Story& story) {
    return story.model().pages.back().screen == app::Screen::Product;
}

}  // namespace

TEST(Shake, IsOffUntilTheCustomerOfANewEnoughPhoneTurnsItOn) {
    Story phone;
    phone.open(on_phone("8.0"));
    Story old;
    old.open(on_phone("7.10"));
    Story desktop;
    desktop.open(in_client("8.0"));

    EXPECT_TRUE(app::can_give(phone.model(), app::Gift::Shake));
    EXPECT_FALSE(app::can_give(old.model(), app::Gift::Shake));
    EXPECT_FALSE(app::can_give(desktop.model(), app::Gift::Shake));
    feel(phone, "40", 20);
    EXPECT_FALSE(was_suggested(phone));
    EXPECT_EQ(called(phone), Methods{});
}

TEST(Shake, OpensADishThatCanBeHadByTheSeed) {
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
        Story one;
        feel(open_shaken(one, seed), "40", 2);
        Story other;
        feel(open_shaken(other, seed), "-40", 2);

        ASSERT_TRUE(was_suggested(one));
        EXPECT_NE(one.model().pages.back().id, "fries");
        EXPECT_EQ(one.model().pages, other.model().pages);
        EXPECT_EQ(one.last_haptic(), app::Haptic::Kind::Success);
    }
}

TEST(Shake, TakesTwoJoltsWithinASecond) {
    Story once;
    feel(feel(open_shaken(once), "40"), "9", 20);
    Story slow;
    feel(feel(feel(open_shaken(slow), "40"), "9", 10), "40");
    Story weak;
    feel(open_shaken(weak), "24", 20);
    Story quick;
    feel(feel(feel(open_shaken(quick), "40"), "9", 8), "40");

    EXPECT_FALSE(was_suggested(once));
    EXPECT_FALSE(was_suggested(slow));
    EXPECT_FALSE(was_suggested(weak));
    EXPECT_TRUE(was_suggested(quick));
}

TEST(Shake, RestsForThreeSeconds) {
    Story story;
    feel(open_shaken(story), "40", 2);
    story.send(answered(story, Method::AccelerometerStop, "[true]"), app::GoBack{});
    feel(story, "40", 25);
    const bool too_early = was_suggested(story);
    feel(story, "40", 10);

    EXPECT_FALSE(too_early);
    EXPECT_TRUE(was_suggested(story));
}

TEST(Shake, IsFeltAtHomeAndInHandOnly) {
    const auto stops = [](app::Msg msg) {
        Story story;
        return called(open_shaken(story).send(std::move(msg))) == Methods{Method::AccelerometerStop};
    };

    EXPECT_TRUE(stops(open_page(app::Screen::Cart)));
    EXPECT_TRUE(stops(open_page(app::Screen::Product, "cola")));
    EXPECT_TRUE(stops(app::ActiveChanged{false}));
    EXPECT_TRUE(stops(kSwitch));
    EXPECT_FALSE(stops(app::Tick{kMondayNoon + 1'000}));
}

TEST(Shake, AClientThatIsSlowToStartIsStoppedAfterwards) {
    Story story;
    story.open(on_phone("8.0")).send(kSwitch, open_page(app::Screen::Cart));
    const Methods before = called(story);
    story.send(answered(story, Method::AccelerometerStart, "[null]"));

    EXPECT_EQ(before, Methods{Method::AccelerometerStart});
    EXPECT_EQ(called(story), (Methods{Method::AccelerometerStart, Method::AccelerometerStop}));
}

TEST(Shake, NeverSuggestsWhatHasRunOut) {
    shop::Catalogue catalogue = corner_shop();
    for (shop::Product& product : catalogue.products) product.stock = product.id.value == "water" ? 1 : 0;
    for (std::uint64_t seed = 1; seed < 20; ++seed) {
        Story story;
        feel(open_shaken(story, seed, catalogue), "40", 2);

        ASSERT_TRUE(was_suggested(story));
        EXPECT_EQ(story.model().pages.back().id, "water");
    }
}

TEST(Shake, IsStillOnAfterAReloadAndSoIsTilt) {
    Story story;
    story.open(on_phone("8.0")).send(kSwitch, app::AskClient{app::Gift::Tilt, {}});
    Story again;
    again.open(on_phone("8.0", story.saved()));

    EXPECT_TRUE(again.model().settings.shake);
    EXPECT_TRUE(again.model().settings.tilt);
}

}  // namespace kiosk::tests
