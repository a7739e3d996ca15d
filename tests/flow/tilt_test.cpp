#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using Shift = app::Tilt::Pair;
using telegram::Method;
using telegram::Property;
using Methods = std::vector<Method>;

const app::AskClient kSwitch{app::Gift::Tilt, {}};

Story& open_sheet(Story& story) {
    story.open(on_phone("8.0")).send(kSwitch, open_page(app::Screen::Product, "classic"));
    return story.send(answered(story, Method::OrientationStart, "[null]"));
}

Story& hold(Story& story, const char* gamma, const char* beta) {
    return story.send(app::TelegramChanged{{{Property::OrientationGamma, gamma}, {Property::OrientationBeta, beta}}},
                      app::TelegramEvent{telegram::Event::DeviceOrientationChanged});
}

}  // namespace

TEST(Tilt, IsOfferedOnANewEnoughPhoneWhoseOwnerDoesNotMindMotion) {
    const auto offered = [](const app::Started& start, bool reduced_motion = false) {
        Story story;
        story.send(app::MotionChanged{reduced_motion}).open(start);
        return app::can_give(story.model(), app::Gift::Tilt);
    };

    EXPECT_TRUE(offered(on_phone("8.0")));
    EXPECT_FALSE(offered(on_phone("8.0"), true));
    EXPECT_FALSE(offered(on_phone("7.10")));
    EXPECT_FALSE(offered(in_client("8.0")));
    EXPECT_FALSE(offered(started()));
}

TEST(Tilt, IsOffUntilItIsTurnedOn) {
    Story story;
    story.open(on_phone("8.0")).send(open_page(app::Screen::Product, "classic"));
    hold(hold(story, "0", "0"), "0.2", "0.2");

    EXPECT_EQ(called(story), Methods{});
    EXPECT_EQ(story.model().tilt, app::Tilt{});
}

TEST(Tilt, IsFeltFromTheOpenSheetToItsEnd) {
    Story story;
    open_sheet(story);
    EXPECT_EQ(story.effects().front(),
              (app::Effect{app::CallTelegram{story.model().last_request, telegram::call(Method::OrientationStart, 50)}}));
    const auto stops = [](app::Msg msg) {
        Story other;
        open_sheet(other).forget().send(std::move(msg));
        return called(other) == Methods{Method::OrientationStop};
    };

    EXPECT_TRUE(stops(app::GoBack{}));
    EXPECT_TRUE(stops(app::AddDraft{}));
    EXPECT_TRUE(stops(app::ActiveChanged{false}));
    EXPECT_TRUE(stops(kSwitch));
    EXPECT_TRUE(stops(app::MotionChanged{true}));
    EXPECT_FALSE(stops(app::Tick{kMondayNoon + 1'000}));
    EXPECT_FALSE(stops(open_page(app::Screen::Product, "water")));
}

TEST(Tilt, MovesThePictureFromWhereThePhoneWasHeld) {
    Story story;
    hold(open_sheet(story), "0.1", "0.9");
    const Shift first = story.model().tilt.shift;
    hold(story, "0.3", "0.8");

    EXPECT_EQ(first, Shift{});
    EXPECT_NEAR(story.model().tilt.shift.x, 6, 1e-9);
    EXPECT_NEAR(story.model().tilt.shift.y, -3, 1e-9);
}

TEST(Tilt, StaysWithinTheReachAndComesBackAtOnce) {
    Story story;
    hold(hold(open_sheet(story), "0", "0"), "1.5", "-1.5");
    const Shift furthest = story.model().tilt.shift;
    hold(story, "1.4", "-1.4");

    EXPECT_EQ(furthest, (Shift{app::kTiltReach, -app::kTiltReach}));
    EXPECT_NEAR(story.model().tilt.shift.x, app::kTiltReach - 3, 1e-9);
    EXPECT_NEAR(story.model().tilt.shift.y, 3 - app::kTiltReach, 1e-9);
}

TEST(Tilt, OfAPhoneAtRestDrawsNothing) {
    Story story;
    hold(hold(open_sheet(story), "0.1", "0.9"), "0.2", "0.9");
    const bool moved = story.was_seen();
    const Shift before = story.model().tilt.shift;

    for (const char* gamma : {"0.21", "0.19", "0.215", "0.2"}) {
        hold(story, gamma, "0.905");
        EXPECT_FALSE(story.was_seen()) << gamma;
    }
    EXPECT_TRUE(moved);
    EXPECT_EQ(story.model().tilt.shift, before);
    EXPECT_TRUE(hold(story, "0.22", "0.9").was_seen());
}

TEST(Tilt, OfWhatIsNoAngleMovesNoFurther) {
    for (const char* reading : {"1e308", "-1e308", "null", "\"1\"", "[]", "1e999", "}"}) {
        Story story;
        hold(hold(open_sheet(story), reading, reading), "0.1", "0.1");
        hold(story, reading, reading);
        const app::Tilt& tilt = story.model().tilt;

        EXPECT_LE(std::abs(tilt.shift.x), app::kTiltReach) << reading;
        EXPECT_LE(std::abs(tilt.shift.y), app::kTiltReach) << reading;
        hold(hold(story, "1", "1"), "3", "3");
        EXPECT_EQ(story.model().tilt.shift, (Shift{app::kTiltReach, app::kTiltReach})) << reading;
    }
}

TEST(Tilt, EndsWithTheSheetWhateverIsTold) {
    Story story;
    hold(hold(open_sheet(story), "0", "0"), "0.2", "0.2").send(app::GoBack{});
    const Shift closed = story.model().tilt.shift;
    hold(story, "0.4", "0.4").send(answered(story, Method::OrientationStop, "[true]"));
    hold(story, "0.1", "0.1");

    EXPECT_EQ(closed, Shift{});
    EXPECT_EQ(story.model().tilt, (app::Tilt{false, false, story.model().tilt.held, {}}));
}

TEST(Tilt, AClientThatIsSlowToStartIsStoppedAfterwards) {
    Story story;
    story.open(on_phone("8.0")).send(kSwitch, open_page(app::Screen::Product, "classic"), app::GoBack{});
    const Methods before = called(story);
    story.send(answered(story, Method::OrientationStart, "[null]"));

    EXPECT_EQ(before, Methods{Method::OrientationStart});
    EXPECT_EQ(called(story), (Methods{Method::OrientationStart, Method::OrientationStop}));
}

TEST(Tilt, AClientThatIsSlowToStopIsStartedAfterwards) {
    Story story;
    open_sheet(story).forget().send(app::ActiveChanged{false}, app::ActiveChanged{true});
    const Methods before = called(story);
    story.send(unanswered(story, Method::OrientationStop));

    EXPECT_EQ(before, Methods{Method::OrientationStop});
    EXPECT_EQ(called(story), (Methods{Method::OrientationStop, Method::OrientationStart}));
}

TEST(Tilt, ASensorThatFailsIsNotTalkedAbout) {
    for (const telegram::Outcome& failure :
         {telegram::Outcome{telegram::Outcome::Kind::Values, "[false]", {}},
          telegram::Outcome{telegram::Outcome::Kind::Refused, "[]", "UNSUPPORTED"},
          telegram::Outcome{telegram::Outcome::Kind::Unsupported, "[]", {}}, telegram::Outcome{}}) {
        Story story;
        story.open(on_phone("8.0")).send(kSwitch, open_page(app::Screen::Product, "classic"));
        const app::RequestId request = request_of(story, Method::OrientationStart);
        story.send(app::TelegramAnswered{request, failure}, app::TelegramAnswered{request, failure});

        EXPECT_EQ(story.notices(), std::vector<std::string>{});
        EXPECT_EQ(called(story), Methods{Method::OrientationStart});
        EXPECT_TRUE(story.model().settings.tilt);
    }
}

}  // namespace kiosk::tests
