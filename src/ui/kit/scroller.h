#pragma once
// One axis of kinetic scrolling as the platform does it: iOS (exponential friction 0.998 a millisecond, rubber band, spring
// back) or Android (OverScroller's spline, friction 0.015, hard edges). Positions are functions of time, so a frame rate
// changes nothing. Pure; offsets in CSS pixels, 0 at the start, max at the end.

#include "ui/kit/spring.h"
#include "ui/kit/type_scale.h"

namespace kiosk::ui {

// How far a fling with that speed (CSS pixels a second) goes by the platform's formula.
[[nodiscard]] float fling_distance(Physics physics, float velocity);
[[nodiscard]] float fling_duration_ms(Physics physics, float velocity);

class Scroller {
public:
    void set_physics(Physics physics) { physics_ = physics; }
    void set_bounds(float max_offset, float viewport);  // An offset beyond the new end is pulled back at once when at rest.
    // Before the first bounds are known: stands there as soon as they allow it, unless it was moved meanwhile. True: it will.
    bool restore(float offset);

    void grab(double now_ms);                     // A finger touches: stops whatever moves.
    void drag(float delta, double now_ms);        // The content follows the finger by delta.
    void release(float velocity, double now_ms);  // Offset's speed, CSS pixels a second: flings or springs back.
    void wheel(float delta, double now_ms);       // No inertia of our own; clamped.
    void scroll_to(float offset, bool animated, double now_ms);
    bool advance(double now_ms);  // True while it moves.

    [[nodiscard]] float offset() const { return offset_; }
    [[nodiscard]] float place() const { return wanted_ > 0 ? wanted_ : offset_; }  // To restore() another time.
    [[nodiscard]] float max_offset() const { return max_; }
    [[nodiscard]] bool moving() const { return mode_ != Mode::Rest && mode_ != Mode::Held; }
    [[nodiscard]] bool held() const { return mode_ == Mode::Held; }
    [[nodiscard]] float overscroll() const;  // Signed; 0 inside the bounds.

private:
    enum class Mode : unsigned char { Rest, Held, Fling, Settle };
    static constexpr float kNew = -1;

    void start_settle(float target, float velocity, double now_ms);
    [[nodiscard]] float clamped(float offset) const;
    void advance_fling(double now_ms);

    Physics physics_ = Physics::Ios;
    Mode mode_ = Mode::Rest;
    float offset_ = 0;
    float raw_ = 0;        // Where the finger alone would have put it.
    float wanted_ = kNew;  // Of restore(), until it is reached; 0 from then on.
    float max_ = 0;
    float viewport_ = 1;
    float fling_from_ = 0;
    float fling_velocity_ = 0;
    double started_ms_ = 0;
    double advanced_ms_ = 0;
    Spring settle_;
};

// Speed of a finger from its last 100 ms, robust against uneven sampling.
class VelocityTracker {
public:
    void clear() { count_ = 0; }
    void add(float position, double time_ms);
    [[nodiscard]] float velocity(double now_ms) const;  // Units a second; 0 when the finger rested before it left.

private:
    static constexpr int kSamples = 20;
    struct Sample {
        float position = 0;
        double time_ms = 0;
    };
    Sample samples_[kSamples];
    int count_ = 0;
};

}  // namespace kiosk::ui
