#include "ui/kit/gesture.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

bool is_in(const std::vector<NodeId>* ids, NodeId id) {
    return ids != nullptr && id != 0 && std::find(ids->begin(), ids->end(), id) != ids->end();
}

}  // namespace

// The topmost target of a kind; nothing below a barrier is found.
const Target* GestureArbiter::hit(Point at, Target::Kind kind) const {
    if (targets_ == nullptr) return nullptr;
    for (auto it = targets_->rbegin(); it != targets_->rend(); ++it) {
        const bool tappable = kind == Target::Kind::Widget && it->kind == Target::Kind::Barrier;
        if ((it->kind == kind || tappable) && it->area.contains(at)) return &*it;
        if (it->kind == Target::Kind::Barrier) return nullptr;
    }
    return nullptr;
}

void GestureArbiter::pointer(const Pointer& pointer, std::vector<Gesture>& out) {
    const bool mine = phase_ != Phase::Idle && pointer.id == pointer_ && pointer.device == device_;
    switch (pointer.kind) {
        case Pointer::Kind::Down:
            if (mine) cancel(out);
            if (phase_ == Phase::Idle) {
                down(pointer, out);
            } else {  // Two fingers press nothing.
                end_press(out);
                tap_lost_ = true;
            }
            break;
        case Pointer::Kind::Move:
            if (mine) moved(pointer, out);
            if (phase_ == Phase::Idle && pointer.device == Pointer::Device::Mouse) {
                const Target* over = hit({pointer.x, pointer.y}, Target::Kind::Widget);
                hovered_ = over != nullptr && over->kind == Target::Kind::Widget ? over->id : 0;
            }
            break;
        case Pointer::Kind::Up:
            if (mine) up(pointer, out);
            break;
        case Pointer::Kind::Cancel:
            if (mine) cancel(out);
            break;
    }
    if (pointer.device == Pointer::Device::Touch) hovered_ = 0;
}

void GestureArbiter::down(const Pointer& pointer, std::vector<Gesture>& out) {
    phase_ = Phase::Maybe;
    pointer_ = pointer.id;
    device_ = pointer.device;
    start_ = last_ = {pointer.x, pointer.y};
    down_ms_ = pointer.time_ms;
    press_shown_ = tap_lost_ = false;
    widget_ = vertical_pan_ = horizontal_pan_ = pan_ = 0;
    from_edge_ = settings_.edge_back && device_ == Pointer::Device::Touch &&
                 (settings_.rtl ? settings_.width - pointer.x : pointer.x) < kEdgeWidth;
    if (const Target* target = hit(start_, Target::Kind::Widget)) {
        widget_ = target->id;
        long_press_offered_ = target->long_press;
        is_barrier_ = target->kind == Target::Kind::Barrier;
        if (target->instant) {
            out.push_back({Gesture::Kind::Tap, widget_, 0, 0, start_, pointer.time_ms});
            phase_ = Phase::Dead;
            return;
        }
    }
    if (const Target* target = hit(start_, Target::Kind::VerticalPan)) vertical_pan_ = target->id;
    if (const Target* target = hit(start_, Target::Kind::HorizontalPan)) horizontal_pan_ = target->id;
    // The finger that stops a fling means to stop it, not to press what happens to lie there.
    if (is_in(moving_, vertical_pan_) || is_in(moving_, horizontal_pan_)) tap_lost_ = true;
    for (const NodeId pan : {vertical_pan_, horizontal_pan_}) {
        if (pan != 0) out.push_back({Gesture::Kind::PanTouched, pan, 0, 0, start_, pointer.time_ms});
    }
}

void GestureArbiter::start_pan(const Pointer& pointer, bool vertical, std::vector<Gesture>& out) {
    end_press(out);
    phase_ = Phase::Panning;
    vertical_ = vertical;
    pan_ = vertical ? vertical_pan_ : horizontal_pan_;
    const NodeId other = vertical ? horizontal_pan_ : vertical_pan_;
    if (other != 0) out.push_back({Gesture::Kind::PanReleased, other, 0, 0, start_, pointer.time_ms});
    // What the slop swallowed stays swallowed, so that the path's sampling changes nothing.
    const float travelled = vertical ? pointer.y - start_.y : pointer.x - start_.x;
    const float begins = std::copysign(kScrollSlop, travelled);
    (vertical ? last_.y : last_.x) = (vertical ? start_.y : start_.x) + begins;
    tracker_.clear();
}

void GestureArbiter::moved(const Pointer& pointer, std::vector<Gesture>& out) {
    const Point at{pointer.x, pointer.y};
    if (phase_ == Phase::Maybe) {
        const float dx = std::fabs(at.x - start_.x);
        const float dy = std::fabs(at.y - start_.y);
        const float inwards = settings_.rtl ? start_.x - at.x : at.x - start_.x;
        if (from_edge_ && inwards > kScrollSlop && dx > dy) {
            end_press(out);
            release_pans(pointer.time_ms, out);
            phase_ = Phase::Back;
            tracker_.clear();
            out.push_back({Gesture::Kind::BackStarted, 0, 0, 0, at, pointer.time_ms});
        } else if (vertical_pan_ != 0 && dy > kScrollSlop && (dy >= dx || horizontal_pan_ == 0)) {
            start_pan(pointer, true, out);
        } else if (horizontal_pan_ != 0 && dx > kScrollSlop && (dx > dy || vertical_pan_ == 0)) {
            start_pan(pointer, false, out);
        } else if (std::hypot(dx, dy) > kTapSlop) {
            end_press(out);
            tap_lost_ = true;
        }
    }
    if (phase_ == Phase::Panning) {
        const float delta = vertical_ ? at.y - last_.y : at.x - last_.x;
        tracker_.add(vertical_ ? at.y : at.x, pointer.time_ms);
        out.push_back({Gesture::Kind::PanMoved, pan_, delta, 0, at, pointer.time_ms});
    } else if (phase_ == Phase::Back) {
        const float inwards = settings_.rtl ? start_.x - at.x : at.x - start_.x;
        tracker_.add(inwards, pointer.time_ms);
        out.push_back({Gesture::Kind::BackMoved, 0, std::max(0.0F, inwards), 0, at, pointer.time_ms});
    }
    last_ = at;
}

void GestureArbiter::up(const Pointer& pointer, std::vector<Gesture>& out) {
    const Point at{pointer.x, pointer.y};
    // The lift's time is no sample of a finger that had already come to where it left.
    if (!(at == last_)) moved(pointer, out);
    const float velocity = tracker_.velocity(pointer.time_ms);
    if (phase_ == Phase::Panning) {
        out.push_back({Gesture::Kind::PanReleased, pan_, 0, velocity, at, pointer.time_ms});
    } else if (phase_ == Phase::Back) {
        const float inwards = settings_.rtl ? start_.x - at.x : at.x - start_.x;
        out.push_back({Gesture::Kind::BackReleased, 0, std::max(0.0F, inwards), velocity, at, pointer.time_ms});
    } else if (phase_ == Phase::Maybe) {
        release_pans(pointer.time_ms, out);
        if (widget_ != 0 && !tap_lost_) out.push_back({Gesture::Kind::Tap, widget_, 0, 0, at, pointer.time_ms});
    }
    end_press(out);
    phase_ = Phase::Idle;
}

void GestureArbiter::release_pans(double now_ms, std::vector<Gesture>& out) {
    for (const NodeId pan : {vertical_pan_, horizontal_pan_}) {
        if (pan != 0) out.push_back({Gesture::Kind::PanReleased, pan, 0, 0, last_, now_ms});
    }
}

void GestureArbiter::cancel(std::vector<Gesture>& out) {
    if (phase_ == Phase::Panning) {
        out.push_back({Gesture::Kind::PanReleased, pan_, kCancelled, 0, last_, down_ms_});
    } else if (phase_ == Phase::Back) {
        out.push_back({Gesture::Kind::BackReleased, 0, kCancelled, 0, last_, down_ms_});
    } else if (phase_ == Phase::Maybe) {
        release_pans(down_ms_, out);
    }
    end_press(out);
    phase_ = Phase::Idle;
    hovered_ = 0;
}

void GestureArbiter::end_press(std::vector<Gesture>& out) {
    if (press_shown_) out.push_back({Gesture::Kind::PressEnded, widget_, 0, 0, last_, 0});
    press_shown_ = false;
}

double GestureArbiter::deadline_ms() const {
    if (phase_ != Phase::Maybe || widget_ == 0 || tap_lost_ || is_barrier_) return -1;
    if (!press_shown_) return down_ms_ + static_cast<double>(kPressDelayMs);
    return long_press_offered_ ? down_ms_ + static_cast<double>(kLongPressMs) : -1;
}

void GestureArbiter::advance(double now_ms, std::vector<Gesture>& out) {
    double due = deadline_ms();
    if (due < 0 || now_ms < due) return;
    if (!press_shown_) {
        press_shown_ = true;
        out.push_back({Gesture::Kind::PressShown, widget_, 0, 0, start_, now_ms});
        due = deadline_ms();
        if (due < 0 || now_ms < due) return;
    }
    out.push_back({Gesture::Kind::LongPress, widget_, 0, 0, start_, now_ms});
    release_pans(now_ms, out);
    end_press(out);
    phase_ = Phase::Dead;
}

void GestureArbiter::wheel(const Wheel& wheel, std::vector<Gesture>& out) {
    const Point at{wheel.x, wheel.y};
    const bool sideways = std::fabs(wheel.delta_x) > std::fabs(wheel.delta_y);
    const Target* target = hit(at, sideways ? Target::Kind::HorizontalPan : Target::Kind::VerticalPan);
    if (target == nullptr) return;
    const float delta = sideways ? wheel.delta_x : wheel.delta_y;
    out.push_back({Gesture::Kind::WheelMoved, target->id, delta, 0, at, wheel.time_ms});
}

}  // namespace kiosk::ui
