#pragma once
// A damped spring in closed form: exact at any frame rate, keeps its speed when it is sent elsewhere, and knows when it rests.
// Used for everything that a finger can interrupt. Pure.

namespace kiosk::ui {

struct SpringTune {
    float response_ms = 300;  // Period of the undamped spring.
    float damping = 1;        // Ratio; 1 is critical, below 1 it overshoots.
};

class Spring {
public:
    Spring() = default;
    explicit Spring(float at) : value_(at), target_(at) {}

    void to(float target) { target_ = target; }
    void jump(float at) { *this = Spring(at); }
    void set(float value, float velocity_per_s) {  // For hand-over from a finger; the target stays.
        value_ = value;
        velocity_ = velocity_per_s;
    }
    // Moves on by dt_ms. True while it has not come to rest.
    bool advance(float dt_ms, SpringTune tune = {}, float rest = 0.1F);

    [[nodiscard]] float value() const { return value_; }
    [[nodiscard]] float velocity() const { return velocity_; }  // Units a second.
    [[nodiscard]] float target() const { return target_; }
    [[nodiscard]] bool resting() const { return value_ == target_ && velocity_ == 0; }

private:
    float value_ = 0;
    float velocity_ = 0;
    float target_ = 0;
};

}  // namespace kiosk::ui
