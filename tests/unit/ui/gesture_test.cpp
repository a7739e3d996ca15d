#include "ui/kit/gesture.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "base/rng.h"

namespace kiosk::ui {
namespace {

constexpr NodeId kButton = 1;
constexpr NodeId kPage = 2;
constexpr NodeId kChips = 3;
constexpr NodeId kDim = 4;

std::vector<Target> a_page() {
    return {{kPage, {0, 0, 400, 800}, Target::Kind::VerticalPan},
            {kButton, {20, 300, 360, 60}, Target::Kind::Widget, true},
            {kChips, {0, 400, 400, 50}, Target::Kind::HorizontalPan},
            {kButton + 10, {20, 400, 100, 50}, Target::Kind::Widget}};
}

struct Fixture {
    std::vector<Target> targets = a_page();
    std::vector<NodeId> moving;
    GestureArbiter arbiter;
    std::vector<Gesture> out;

    Fixture() {
        arbiter.configure({false, 400, true});
        arbiter.set_targets(targets);
        arbiter.set_moving_pans(moving);
    }
    void send(Pointer::Kind kind, float x, float y, double time_ms, std::uint32_t id = 1) {
        arbiter.pointer({kind, Pointer::Device::Touch, id, x, y, time_ms}, out);
    }
    [[nodiscard]] int count(Gesture::Kind kind) const {
        return static_cast<int>(std::count_if(out.begin(), out.end(), [kind](const Gesture& g) { return g.kind == kind; }));
    }
    [[nodiscard]] float panned(NodeId id) const {
        float sum = 0;
        for (const Gesture& g : out) sum += g.kind == Gesture::Kind::PanMoved && g.id == id ? g.delta : 0;
        return sum;
    }
};

TEST(Gesture, TapCountsOnRelease) {
    Fixture f;
    f.send(Pointer::Kind::Down, 100, 320, 0);
    EXPECT_EQ(f.count(Gesture::Kind::Tap), 0);
    f.send(Pointer::Kind::Up, 100, 320, 60);
    EXPECT_EQ(f.count(Gesture::Kind::Tap), 1);
}

TEST(Gesture, EightPixelsOfJitterStillTap) {
    Fixture f;
    f.send(Pointer::Kind::Down, 100, 320, 0);
    f.send(Pointer::Kind::Move, 104, 327, 30);
    f.send(Pointer::Kind::Up, 96, 327, 60);
    EXPECT_EQ(f.count(Gesture::Kind::Tap), 1);
}

TEST(Gesture, AScrollThatStartsOnAButtonNeverPressesIt) {
    Fixture f;
    f.send(Pointer::Kind::Down, 100, 320, 0);
    f.arbiter.advance(120, f.out);
    EXPECT_EQ(f.count(Gesture::Kind::PressShown), 1);
    f.send(Pointer::Kind::Move, 100, 260, 140);
    f.send(Pointer::Kind::Up, 100, 260, 160);
    EXPECT_EQ(f.count(Gesture::Kind::PressEnded), 1);
    EXPECT_EQ(f.count(Gesture::Kind::Tap), 0);
    EXPECT_FLOAT_EQ(f.panned(kPage), -50);  // The slop stays behind.
}

TEST(Gesture, ChipsTakeSidewaysAndThePageTakesTheRest) {
    Fixture f;
    f.send(Pointer::Kind::Down, 200, 420, 0);
    f.send(Pointer::Kind::Move, 150, 424, 20);
    f.send(Pointer::Kind::Up, 150, 424, 40);
    EXPECT_FLOAT_EQ(f.panned(kChips), -40);
    EXPECT_FLOAT_EQ(f.panned(kPage), 0);

    Fixture g;
    g.send(Pointer::Kind::Down, 200, 420, 0);
    g.send(Pointer::Kind::Move, 204, 370, 20);
    g.send(Pointer::Kind::Up, 204, 370, 40);
    EXPECT_FLOAT_EQ(g.panned(kChips), 0);
    EXPECT_FLOAT_EQ(g.panned(kPage), -40);
}

TEST(Gesture, StoppingAFlingPressesNothing) {
    Fixture f;
    f.moving = {kPage};
    f.send(Pointer::Kind::Down, 100, 320, 0);
    f.arbiter.advance(200, f.out);
    f.send(Pointer::Kind::Up, 100, 320, 210);
    EXPECT_EQ(f.count(Gesture::Kind::PressShown) + f.count(Gesture::Kind::Tap), 0);
    EXPECT_EQ(f.count(Gesture::Kind::PanTouched), 1);
}

TEST(Gesture, LongPressIsNoTap) {
    Fixture f;
    f.send(Pointer::Kind::Down, 100, 320, 0);
    f.arbiter.advance(100, f.out);
    f.arbiter.advance(500, f.out);
    f.send(Pointer::Kind::Up, 100, 320, 520);
    EXPECT_EQ(f.count(Gesture::Kind::LongPress), 1);
    EXPECT_EQ(f.count(Gesture::Kind::Tap), 0);
}

TEST(Gesture, SwipeFromTheStartEdgeGoesBackInBothDirections) {
    Fixture f;
    f.send(Pointer::Kind::Down, 5, 320, 0);
    f.send(Pointer::Kind::Move, 120, 322, 50);
    f.send(Pointer::Kind::Up, 200, 322, 100);
    EXPECT_EQ(f.count(Gesture::Kind::BackReleased), 1);

    Fixture g;
    g.arbiter.configure({true, 400, true});
    g.send(Pointer::Kind::Down, 395, 320, 0);
    g.send(Pointer::Kind::Move, 280, 322, 50);
    g.send(Pointer::Kind::Up, 200, 322, 100);
    ASSERT_EQ(g.count(Gesture::Kind::BackReleased), 1);
    EXPECT_FLOAT_EQ(g.out.back().delta, 195);
}

TEST(Gesture, NothingBelowABarrierIsReached) {
    Fixture f;
    f.targets.push_back({kDim, {0, 0, 400, 800}, Target::Kind::Barrier});
    f.send(Pointer::Kind::Down, 100, 320, 0);
    f.send(Pointer::Kind::Move, 100, 323, 20);
    f.send(Pointer::Kind::Up, 100, 323, 60);
    ASSERT_EQ(f.count(Gesture::Kind::Tap), 1);
    EXPECT_EQ(f.out.back().id, kDim);
    EXPECT_EQ(f.count(Gesture::Kind::PanTouched), 0);
}

// However they come and go: it is the second one's coming that ends the press.
TEST(Gesture, TwoFingersActivateNothing) {
    for (const double second_ms : {10.0, 300.0}) {
        for (const std::uint32_t first_to_leave : {1U, 2U}) {
            Fixture f;
            f.send(Pointer::Kind::Down, 100, 320, 0, 1);
            f.arbiter.advance(second_ms, f.out);
            f.send(Pointer::Kind::Down, 200, 320, second_ms, 2);
            f.arbiter.advance(900, f.out);
            f.send(Pointer::Kind::Move, 200, 500, 920, 2);
            f.send(Pointer::Kind::Up, 100, 320, 940, first_to_leave);
            f.send(Pointer::Kind::Up, 100, 320, 960, 3 - first_to_leave);
            EXPECT_EQ(f.count(Gesture::Kind::Tap) + f.count(Gesture::Kind::LongPress), 0) << second_ms;
            EXPECT_EQ(f.count(Gesture::Kind::PressShown), f.count(Gesture::Kind::PressEnded)) << second_ms;
            EXPECT_FLOAT_EQ(f.panned(kPage), 0);
            EXPECT_FALSE(f.arbiter.active());
        }
    }
}

TEST(Gesture, ASecondFingerLeavesTheScrollToTheFirst) {
    Fixture f;
    f.send(Pointer::Kind::Down, 100, 320, 0, 1);
    f.send(Pointer::Kind::Down, 200, 100, 10, 2);
    f.send(Pointer::Kind::Move, 200, 500, 20, 2);
    f.send(Pointer::Kind::Move, 100, 280, 30, 1);
    f.send(Pointer::Kind::Up, 200, 500, 40, 2);
    f.send(Pointer::Kind::Move, 100, 250, 50, 1);
    f.send(Pointer::Kind::Up, 100, 250, 60, 1);
    EXPECT_EQ(f.count(Gesture::Kind::Tap), 0);
    EXPECT_FLOAT_EQ(f.panned(kPage), -60);
}

TEST(Gesture, HoverIsForMiceOnly) {
    Fixture f;
    f.arbiter.pointer({Pointer::Kind::Move, Pointer::Device::Mouse, 9, 100, 320, 0}, f.out);
    EXPECT_EQ(f.arbiter.hovered(), kButton);
    f.send(Pointer::Kind::Down, 100, 320, 10);
    f.send(Pointer::Kind::Up, 100, 320, 50);
    EXPECT_EQ(f.arbiter.hovered(), 0U);
}

// The speed of a finger that did 2000 px/s, sampled at that rate, and was lifted so long after its last move.
float released(double rate_hz, double later_ms, float drift) {
    Fixture f;
    const auto finger = [](double ms) { return 700 - 2 * static_cast<float>(ms); };
    f.send(Pointer::Kind::Down, 200, finger(0), 0);
    double now = 0;
    for (int i = 1; now < 200; ++i) {
        now = i * 1000 / rate_hz;
        f.send(Pointer::Kind::Move, 200, finger(now), now);
    }
    f.send(Pointer::Kind::Up, 200, finger(now) + drift, now + later_ms);
    EXPECT_EQ(f.out.back().kind, Gesture::Kind::PanReleased);
    return f.out.back().velocity;
}

TEST(Gesture, AFingerFlingsAtItsSpeedUnlessItRestedBeforeItLeft) {
    for (const double rate_hz : {60.0, 120.0}) {
        EXPECT_NEAR(released(rate_hz, 0, 0), -2000, 5) << rate_hz;
        EXPECT_NEAR(released(rate_hz, 16, 0), -2000, 5) << rate_hz;
        for (const float drift : {0.0F, 1.0F}) {
            EXPECT_EQ(released(rate_hz, 50, drift), 0) << rate_hz;
            EXPECT_EQ(released(rate_hz, 80, drift), 0) << rate_hz;
        }
    }
}

// A random walk of one finger, with stray second fingers and cancellations.
void wander(Fixture& f, Rng& rng, double& now) {
    float x = static_cast<float>(rng.below(400));
    float y = static_cast<float>(rng.below(2) == 0 ? rng.below(800) : 300 + rng.below(60));
    f.send(Pointer::Kind::Down, x, y, now);
    const std::uint32_t steps = rng.below(14);
    const float reach = static_cast<float>(1 + rng.below(2) * rng.below(30));
    for (std::uint32_t i = 0; i < steps; ++i) {
        now += 4 + rng.below(40);
        x += (static_cast<float>(rng.below(200)) / 100 - 1) * reach;
        y += (static_cast<float>(rng.below(200)) / 100 - 1) * reach;
        f.arbiter.advance(now, f.out);
        if (rng.below(10) == 0) f.send(Pointer::Kind::Down, 10, 10, now, 2);
        f.send(Pointer::Kind::Move, x, y, now);
    }
    now += rng.below(60);
    f.arbiter.advance(now, f.out);
    f.send(rng.below(12) == 0 ? Pointer::Kind::Cancel : Pointer::Kind::Up, x, y, now);
}

TEST(Gesture, NoPathBothActivatesAndScrolls) {
    Rng rng(7);
    int taps = 0;
    int scrolls = 0;
    for (int path = 0; path < 10000; ++path) {
        Fixture f;
        double now = 0;
        wander(f, rng, now);
        const int activated = f.count(Gesture::Kind::Tap) + f.count(Gesture::Kind::LongPress);
        const int moved = f.count(Gesture::Kind::PanMoved) + f.count(Gesture::Kind::BackMoved);
        ASSERT_FALSE(activated > 0 && moved > 0) << "path " << path;
        ASSERT_LE(activated, 1) << "path " << path;
        ASSERT_EQ(f.count(Gesture::Kind::PressShown), f.count(Gesture::Kind::PressEnded)) << "path " << path;
        ASSERT_EQ(f.count(Gesture::Kind::PanTouched), f.count(Gesture::Kind::PanReleased)) << "path " << path;
        ASSERT_FALSE(f.arbiter.active()) << "path " << path;
        taps += activated;
        scrolls += moved > 0 ? 1 : 0;
    }
    EXPECT_GT(taps, 500);
    EXPECT_GT(scrolls, 2000);
}

// The same wandering, cut off at a random instant by what systems send, or by the page being hidden.
TEST(Gesture, ACancelAnywhereLeavesTheNextTapWorking) {
    Rng rng(19);
    for (int path = 0; path < 10000; ++path) {
        Fixture f;
        if (rng.below(5) == 0) f.moving = {kPage, kChips};
        double now = 0;
        float x = static_cast<float>(rng.below(400));
        float y = static_cast<float>(rng.below(800));
        f.send(Pointer::Kind::Down, x, y, now);
        for (std::uint32_t steps = rng.below(12); steps > 0; --steps) {
            now += 4 + rng.below(80);
            x += static_cast<float>(rng.below(30)) - 15;
            y += static_cast<float>(rng.below(30)) - 15;
            f.arbiter.advance(now, f.out);
            if (rng.below(8) == 0) f.send(Pointer::Kind::Down, 20, 20, now, 2);
            f.send(Pointer::Kind::Move, x, y, now);
        }
        if (rng.below(2) == 0) {
            f.send(Pointer::Kind::Cancel, x, y, now);
        } else {
            f.arbiter.cancel(f.out);
        }
        ASSERT_EQ(f.count(Gesture::Kind::PressShown), f.count(Gesture::Kind::PressEnded)) << "path " << path;
        ASSERT_EQ(f.count(Gesture::Kind::PanTouched), f.count(Gesture::Kind::PanReleased)) << "path " << path;
        ASSERT_EQ(f.count(Gesture::Kind::Tap), 0) << "path " << path;
        f.moving.clear();
        f.out.clear();
        f.send(Pointer::Kind::Down, 100, 320, now + 500, 3);
        f.send(Pointer::Kind::Up, 100, 320, now + 550, 3);
        ASSERT_EQ(f.count(Gesture::Kind::Tap), 1) << "path " << path;
    }
}

}  // namespace
}  // namespace kiosk::ui
