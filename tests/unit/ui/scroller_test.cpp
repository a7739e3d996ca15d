#include "ui/kit/scroller.h"

#include <gtest/gtest.h>

#include <cmath>

#include "base/rng.h"

namespace kiosk::ui {
namespace {

// Runs until it rests; the milliseconds it took.
double settle(Scroller& scroller, double now_ms, double step_ms) {
    const double from = now_ms;
    while (scroller.advance(now_ms)) now_ms += step_ms;
    return now_ms - from;
}

Scroller at_middle(Physics physics) {
    Scroller scroller;
    scroller.set_physics(physics);
    scroller.set_bounds(100000, 800);
    scroller.scroll_to(50000, false, 0);
    return scroller;
}

float fling(Physics physics, float velocity, double step_ms) {
    Scroller scroller = at_middle(physics);
    scroller.grab(0);
    scroller.release(velocity, 0);
    settle(scroller, 0, step_ms);
    return scroller.offset() - 50000;
}

// UIScrollView's normal deceleration rate 0.998/ms: v / (-1000 ln 0.998).
double ios_distance(double speed) {
    return speed / (-1000 * std::log(0.998));
}
// AOSP OverScroller.getSplineFlingDistance at 160 dpi, friction 0.015.
double android_distance(double speed) {
    const double friction = 0.015 * 9.80665 * 39.37 * 160 * 0.84;
    const double rate = std::log(0.78) / std::log(0.9);
    return friction * std::exp(rate / (rate - 1) * std::log(0.35 * speed / friction));
}

TEST(Scroller, FlingsAsFarAsThePlatformDoesAtAnySpeedAndFrameRate) {
    for (const double speed : {150.0, 400.0, 1000.0, 2000.0, 5000.0, 8000.0}) {
        for (const double sign : {1.0, -1.0}) {
            for (const double step_ms : {1000.0 / 30, 1000.0 / 60, 1000.0 / 120}) {
                const auto velocity = static_cast<float>(speed * sign);
                const double ios = ios_distance(speed);
                const double android = android_distance(speed);
                EXPECT_NEAR(fling(Physics::Ios, velocity, step_ms), sign * ios, ios * 0.01) << speed;
                EXPECT_NEAR(fling(Physics::Material, velocity, step_ms), sign * android, android * 0.01) << speed;
            }
        }
    }
}

TEST(Scroller, AFlingNeverGoesBackInAFrameThatIsOlderThanItsRelease) {
    for (const Physics physics : {Physics::Ios, Physics::Material}) {
        Scroller scroller = at_middle(physics);
        scroller.grab(100);
        scroller.release(2000, 100);
        scroller.advance(92);
        EXPECT_EQ(scroller.offset(), 50000);
    }
}

TEST(Scroller, IosSpeedFallsByTwoPerMilleAMillisecond) {
    Scroller scroller = at_middle(Physics::Ios);
    scroller.grab(0);
    scroller.release(2000, 0);
    for (int ms = 100; ms <= 2000; ms += 100) {
        scroller.advance(ms - 1);
        const float before = scroller.offset();
        scroller.advance(ms + 1);
        const double expected = 2 * std::pow(0.998, ms);
        EXPECT_NEAR((scroller.offset() - before) / 2, expected, 0.02) << ms;
    }
}

// The same finger path sampled at another rate.
float swiped(Physics physics, double rate_hz) {
    Scroller scroller = at_middle(physics);
    VelocityTracker tracker;
    const auto finger = [](double ms) { return static_cast<float>(600 - 0.6 * ms - 0.0045 * ms * ms); };
    const double step = 1000 / rate_hz;
    scroller.grab(0);
    float last = finger(0);
    for (int i = 1; i * step <= 200.0001; ++i) {
        const double now = i * step;
        const float at = finger(now);
        tracker.add(at, now);
        scroller.drag(at - last, now);
        last = at;
    }
    scroller.release(-tracker.velocity(200), 200);
    settle(scroller, 200, step);
    return scroller.offset();
}

TEST(Scroller, EndsAtTheSamePlaceAtAnyFrameRate) {
    for (const Physics physics : {Physics::Ios, Physics::Material}) {
        const float at_60 = swiped(physics, 60);
        EXPECT_NEAR(swiped(physics, 90), at_60, 1);
        EXPECT_NEAR(swiped(physics, 120), at_60, 1);
    }
}

TEST(Scroller, SpringsBackFromTheRubberBandWithin600Ms) {
    Scroller scroller;
    scroller.set_bounds(2000, 800);
    scroller.grab(0);
    scroller.drag(400, 16);
    ASSERT_LT(scroller.offset(), -100);
    scroller.release(0, 32);
    EXPECT_LT(settle(scroller, 32, 8), 600);
    EXPECT_EQ(scroller.offset(), 0);
}

TEST(Scroller, ComesBackFromAFlingOverTheEdgeWithin600Ms) {
    Scroller scroller;
    scroller.set_bounds(2000, 800);
    scroller.scroll_to(1990, false, 0);
    scroller.grab(0);
    scroller.release(8000, 0);
    EXPECT_LT(settle(scroller, 0, 8), 640);
    EXPECT_EQ(scroller.offset(), 2000);
}

TEST(Scroller, AndroidStopsHardAtTheEdge) {
    Scroller scroller;
    scroller.set_physics(Physics::Material);
    scroller.set_bounds(2000, 800);
    scroller.grab(0);
    scroller.drag(400, 16);
    EXPECT_EQ(scroller.offset(), 0);
}

TEST(Scroller, GrabbingDuringTheBandKeepsItsPlace) {
    Scroller scroller;
    scroller.set_bounds(2000, 800);
    scroller.grab(0);
    scroller.drag(300, 16);
    scroller.release(0, 32);
    scroller.advance(80);
    const float before = scroller.offset();
    scroller.grab(80);
    scroller.drag(0, 80);
    EXPECT_NEAR(scroller.offset(), before, 0.5F);
}

TEST(Scroller, IsRestoredAsSoonAsThereIsRoom) {
    Scroller scroller;
    EXPECT_TRUE(scroller.restore(1200));
    EXPECT_EQ(scroller.offset(), 1200);
    scroller.set_bounds(300, 800);
    EXPECT_EQ(scroller.offset(), 300);
    EXPECT_EQ(scroller.place(), 1200);
    scroller.set_bounds(5000, 800);
    EXPECT_EQ(scroller.offset(), 1200);

    EXPECT_FALSE(scroller.restore(90));
    scroller.set_bounds(100, 800);
    scroller.set_bounds(5000, 800);
    EXPECT_EQ(scroller.offset(), 100);
}

TEST(Scroller, IsRestoredOnlyUntilItIsMoved) {
    const auto moved = [](auto move) {
        Scroller scroller;
        static_cast<void>(scroller.restore(1200));
        scroller.set_bounds(300, 800);
        move(scroller);
        const float offset = scroller.offset();
        scroller.set_bounds(5000, 800);
        EXPECT_EQ(scroller.offset(), offset);
        EXPECT_EQ(scroller.place(), offset);
        return offset;
    };
    EXPECT_EQ(moved([](Scroller& s) { s.wheel(-10, 0); }), 290);
    EXPECT_EQ(moved([](Scroller& s) { s.scroll_to(50, false, 0); }), 50);
    EXPECT_EQ(moved([](Scroller& s) {
                  s.grab(0);
                  s.release(0, 0);
              }),
              300);
}

TEST(VelocityTracker, ForgetsAFingerThatRested) {
    VelocityTracker tracker;
    for (int i = 0; i < 8; ++i) tracker.add(static_cast<float>(i * 20), i * 10.0);
    EXPECT_NEAR(tracker.velocity(75), 2000, 1);
    EXPECT_EQ(tracker.velocity(140), 0);
}

TEST(Spring, KeepsPlaceAndSpeedWhenItIsSentElsewhere) {
    Spring spring(0);
    spring.to(100);
    spring.advance(60);
    const float value = spring.value();
    const float velocity = spring.velocity();
    spring.to(-50);
    EXPECT_EQ(spring.value(), value);
    EXPECT_EQ(spring.velocity(), velocity);
}

// Sent elsewhere at random instants: neither place nor speed ever changes faster than the spring itself can.
TEST(Spring, NeverJumpsHoweverOftenItIsSentElsewhere) {
    Rng rng(5);
    for (const SpringTune tune : {SpringTune{380, 1}, SpringTune{260, 0.7F}}) {
        const float omega = 6.2831853F * 1000 / tune.response_ms;
        Spring spring(0);
        for (int i = 0; i < 5000; ++i) {
            if (rng.below(7) == 0) spring.to(static_cast<float>(rng.below(800)) - 400);
            const float dt_ms = 1 + static_cast<float>(rng.below(16));
            const float value = spring.value();
            const float velocity = spring.velocity();
            spring.advance(dt_ms, tune, 0.01F);
            const float dt = dt_ms / 1000;
            const float pull = omega * omega * std::fabs(value - spring.target()) + 2 * omega * std::fabs(velocity);
            ASSERT_LE(std::fabs(spring.velocity() - velocity), pull * dt + 0.5F) << "step " << i;
            ASSERT_LE(std::fabs(spring.value() - value), (std::fabs(velocity) + pull * dt) * dt + 0.05F) << "step " << i;
        }
    }
}

TEST(Spring, ArrivesAtTheSamePlaceInOneStepOrMany) {
    for (const float damping : {1.0F, 0.7F}) {
        Spring once(0);
        Spring often(0);
        once.to(100);
        often.to(100);
        once.advance(120, {300, damping});
        for (int i = 0; i < 12; ++i) often.advance(10, {300, damping});
        EXPECT_NEAR(once.value(), often.value(), 0.01F);
        EXPECT_NEAR(once.velocity(), often.velocity(), 0.2F);
    }
}

}  // namespace
}  // namespace kiosk::ui
