#include "ui/kit/scroller.h"

#include <gtest/gtest.h>

#include <cmath>

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
TEST(Scroller, FlingsAsFarAsIosDoes) {
    EXPECT_NEAR(fling(Physics::Ios, 2000, 1000.0 / 60), 999.0, 9.99);
}

// AOSP OverScroller.getSplineFlingDistance(2000) at 160 dpi, friction 0.015.
TEST(Scroller, FlingsAsFarAsAndroidDoes) {
    const double friction = 0.015 * 9.80665 * 39.37 * 160 * 0.84;
    const double rate = std::log(0.78) / std::log(0.9);
    const double expected = friction * std::exp(rate / (rate - 1) * std::log(0.35 * 2000 / friction));
    EXPECT_NEAR(fling(Physics::Material, 2000, 1000.0 / 60), expected, expected * 0.01);
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
