#include "ui/kit/scroller.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

constexpr float kIosFriction = 2.0020027F;  // -1000 ln 0.998, a second.
constexpr float kIosStop = 1;               // Half a pixel is left to go then.
constexpr float kBandGain = 0.52F;
constexpr float kMaxCarried = 5000;  // Into the overscroll.
constexpr float kMinFling = 50;
constexpr float kMaxFling = 8000;
constexpr double kRestMs = 40;  // A finger that says nothing for longer stood still.
constexpr SpringTune kBounce{400, 1};
constexpr SpringTune kJourney{350, 1};

// AOSP OverScroller: friction * gravity * inches per metre * 160 dpi * 0.84; ln 0.78 / ln 0.9; inflexion 0.35.
constexpr float kAndroidFriction = 0.015F * 9.80665F * 39.37F * 160 * 0.84F;
constexpr float kAndroidRate = 2.3582018F;
constexpr float kAndroidInflexion = 0.35F;

float android_seconds(float speed) {
    return std::pow(kAndroidInflexion * speed / kAndroidFriction, 1 / (kAndroidRate - 1));
}

// Finger travel beyond the edge -> what shows, the integral of 0.52 (1 - shown / viewport)^2, and back.
float band(float travel, float viewport) {
    return viewport * (1 - 1 / (1 + kBandGain * travel / viewport));
}
float unband(float shown, float viewport) {
    const float part = std::min(shown / viewport, 0.99F);
    return viewport / kBandGain * (1 / (1 - part) - 1);
}

}  // namespace

float fling_distance(Physics physics, float velocity) {
    const float speed = std::fabs(velocity);
    const float distance =
        physics == Physics::Ios ? speed / kIosFriction : kAndroidInflexion * speed * android_seconds(speed);
    return std::copysign(distance, velocity);
}

float fling_duration_ms(Physics physics, float velocity) {
    const float speed = std::fabs(velocity);
    if (speed < kIosStop) return 0;
    return physics == Physics::Ios ? 1000 * std::log(speed / kIosStop) / kIosFriction
                                   : 1000 * kAndroidInflexion * kAndroidRate * android_seconds(speed);
}

void Scroller::set_bounds(float max_offset, float viewport) {
    max_ = std::max(0.0F, max_offset);
    viewport_ = std::max(1.0F, viewport);
    if (mode_ == Mode::Rest) offset_ = clamped(place());
    if (wanted_ <= max_) wanted_ = 0;
    if (mode_ == Mode::Settle) settle_.to(clamped(settle_.target()));
}

bool Scroller::restore(float offset) {
    if (wanted_ != kNew) return false;
    wanted_ = offset_ = offset;
    return offset > 0;
}

float Scroller::clamped(float offset) const {
    return std::clamp(offset, 0.0F, max_);
}

float Scroller::overscroll() const {
    return offset_ - clamped(offset_);
}

void Scroller::grab(double now_ms) {
    advance(now_ms);
    mode_ = Mode::Held;
    wanted_ = 0;
    const float over = overscroll();
    raw_ = clamped(offset_) + std::copysign(unband(std::fabs(over), viewport_), over);
}

void Scroller::drag(float delta, double now_ms) {
    if (mode_ != Mode::Held) grab(now_ms);
    raw_ -= delta;
    const float inside = clamped(raw_);
    const float over = raw_ - inside;
    if (physics_ == Physics::Ios) {
        offset_ = inside + std::copysign(band(std::fabs(over), viewport_), over);
    } else {
        raw_ = inside;
        offset_ = inside;
    }
}

void Scroller::release(float velocity, double now_ms) {
    if (mode_ != Mode::Held) return;
    const float speed = std::clamp(velocity, -kMaxFling, kMaxFling);
    if (overscroll() != 0) {
        start_settle(clamped(offset_), std::clamp(speed, -kMaxCarried, kMaxCarried), now_ms);
    } else if (std::fabs(speed) < kMinFling) {
        mode_ = Mode::Rest;
    } else {
        mode_ = Mode::Fling;
        fling_from_ = offset_;
        fling_velocity_ = speed;
        started_ms_ = now_ms;
    }
}

void Scroller::wheel(float delta, double now_ms) {
    advance(now_ms);
    mode_ = Mode::Rest;
    wanted_ = 0;
    offset_ = clamped(offset_ + delta);
}

void Scroller::scroll_to(float offset, bool animated, double now_ms) {
    if (mode_ == Mode::Held) return;
    wanted_ = 0;
    if (animated) {
        start_settle(clamped(offset), 0, now_ms);
    } else {
        mode_ = Mode::Rest;
        offset_ = clamped(offset);
    }
}

void Scroller::start_settle(float target, float velocity, double now_ms) {
    mode_ = Mode::Settle;
    settle_.jump(target);
    settle_.set(offset_, velocity);
    advanced_ms_ = now_ms;
}

void Scroller::advance_fling(double now_ms) {
    const float duration = fling_duration_ms(physics_, fling_velocity_);
    // A frame's time may lie before that of the release which it follows.
    const float t = std::clamp(static_cast<float>(now_ms - started_ms_), 0.0F, duration);
    float velocity = 0;
    if (physics_ == Physics::Ios) {
        const float decay = std::exp(-kIosFriction * t / 1000);
        offset_ = fling_from_ + fling_velocity_ / kIosFriction * (1 - decay);
        velocity = fling_velocity_ * decay;
    } else {
        const float left = 1 - t / duration;
        offset_ = fling_from_ + fling_distance(physics_, fling_velocity_) * (1 - std::pow(left, kAndroidRate));
    }
    if (overscroll() != 0) {
        if (physics_ == Physics::Ios) {
            const float edge = clamped(offset_);
            offset_ = edge;
            start_settle(edge, std::clamp(velocity, -kMaxCarried, kMaxCarried), now_ms);
        } else {
            offset_ = clamped(offset_);
            mode_ = Mode::Rest;
        }
    } else if (t >= duration) {
        mode_ = Mode::Rest;
    }
}

bool Scroller::advance(double now_ms) {
    if (mode_ == Mode::Fling) {
        advance_fling(now_ms);
    } else if (mode_ == Mode::Settle) {
        const bool bounce = settle_.target() == 0 || settle_.target() == max_;
        const auto dt = static_cast<float>(std::max(0.0, now_ms - advanced_ms_));
        advanced_ms_ = now_ms;
        if (!settle_.advance(dt, bounce ? kBounce : kJourney, 0.5F)) mode_ = Mode::Rest;
        offset_ = settle_.value();
    }
    return moving();
}

void VelocityTracker::add(float position, double time_ms) {
    if (count_ > 0 && samples_[count_ - 1].time_ms >= time_ms) {
        samples_[count_ - 1].position = position;
        return;
    }
    if (count_ > 0 && time_ms - samples_[count_ - 1].time_ms > kRestMs) count_ = 0;
    if (count_ == kSamples) {
        std::copy(samples_ + 1, samples_ + kSamples, samples_);
        --count_;
    }
    samples_[count_++] = {position, time_ms};
}

// Least squares over the last 100 ms: a parabola from four samples on (exact for a constant acceleration at any sampling
// rate), else a straight line; the slope at the last sample.
float VelocityTracker::velocity(double now_ms) const {
    if (count_ < 2) return 0;
    const Sample& last = samples_[count_ - 1];
    if (now_ms - last.time_ms > kRestMs) return 0;
    double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, p0 = 0, p1 = 0, p2 = 0;
    for (int i = count_ - 1; i >= 0; --i) {
        const double t = (samples_[i].time_ms - last.time_ms) / 1000;
        if (t < -0.1) break;
        const double p = samples_[i].position - last.position;
        s0 += 1;
        s1 += t;
        s2 += t * t;
        s3 += t * t * t;
        s4 += t * t * t * t;
        p0 += p;
        p1 += p * t;
        p2 += p * t * t;
    }
    const double line = s0 * s2 - s1 * s1;
    if (s0 < 2 || line <= 0) return 0;
    if (s0 >= 4) {
        const double determinant = s0 * (s2 * s4 - s3 * s3) - s1 * (s1 * s4 - s2 * s3) + s2 * (s1 * s3 - s2 * s2);
        const double slope = s0 * (p1 * s4 - s3 * p2) - p0 * (s1 * s4 - s2 * s3) + s2 * (s1 * p2 - p1 * s2);
        if (determinant > 1e-12) return static_cast<float>(slope / determinant);
    }
    return static_cast<float>((s0 * p1 - s1 * p0) / line);
}

}  // namespace kiosk::ui
