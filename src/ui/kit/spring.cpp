#include "ui/kit/spring.h"

#include <cmath>

namespace kiosk::ui {

bool Spring::advance(float dt_ms, SpringTune tune, float rest) {
    if (resting()) return false;
    const float t = dt_ms / 1000;
    const float omega = 6.2831853F * 1000 / tune.response_ms;
    const float x = value_ - target_;
    float next_x = 0;
    float next_v = 0;
    if (tune.damping >= 1) {
        const float pull = velocity_ + omega * x;
        const float decay = std::exp(-omega * t);
        next_x = (x + pull * t) * decay;
        next_v = (velocity_ - omega * pull * t) * decay;
    } else {
        const float ratio = tune.damping;
        const float damped = omega * std::sqrt(1 - ratio * ratio);
        const float decay = std::exp(-ratio * omega * t);
        const float cosine = std::cos(damped * t);
        const float sine = std::sin(damped * t);
        next_x = decay * (x * cosine + (velocity_ + ratio * omega * x) / damped * sine);
        next_v = decay * (velocity_ * cosine - (ratio * omega * velocity_ + omega * omega * x) / damped * sine);
    }
    if (std::fabs(next_x) < rest && std::fabs(next_v) < rest * 20) {
        jump(target_);
        return false;
    }
    value_ = target_ + next_x;
    velocity_ = next_v;
    return true;
}

}  // namespace kiosk::ui
