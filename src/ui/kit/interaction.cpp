#include "ui/kit/interaction.h"

#include <algorithm>
#include <utility>

namespace kiosk::ui {

void Interaction::begin_frame(std::vector<Input>& inputs, const GestureArbiter::Settings& settings, double now_ms,
                              const Semantics& last_tree) {
    passive_ = raised_ = false;
    raised_targets_.clear();
    focus_request_ = 0;
    taps_.clear();
    long_presses_.clear();
    edits_.clear();
    submits_.clear();
    keys_.clear();
    arbiter_.configure(settings);
    arbiter_.set_targets(targets_);
    arbiter_.set_moving_pans(moving_);
    for (Input& input : inputs) handle(input, now_ms, last_tree);
    inputs.clear();
    arbiter_.advance(now_ms, gestures_);
    sort_out(0);
    next_targets_.clear();
    next_moving_.clear();
}

void Interaction::handle(Input& input, double now_ms, const Semantics& last_tree) {
    if (const auto* pointer = std::get_if<Pointer>(&input)) {
        arbiter_.advance(std::min(pointer->time_ms, now_ms), gestures_);
        arbiter_.pointer(*pointer, gestures_);
    } else if (const auto* wheel = std::get_if<Wheel>(&input)) {
        arbiter_.wheel(*wheel, gestures_);
    } else if (const auto* key = std::get_if<Key>(&input)) {
        keys_.push_back(key->name);
    } else if (const auto* activate = std::get_if<Activate>(&input)) {
        const Node* node = last_tree.find(activate->node);
        if (node != nullptr && !node->disabled) taps_.push_back({activate->node, {-1, -1}});
    } else if (const auto* focus = std::get_if<Focused>(&input)) {
        const Node* node = last_tree.find(focus->node);
        typing_ = node != nullptr && (node->role == Role::TextField || node->role == Role::SearchField);
        focused_ = focus->node;
        focus_shown_ = focus->from_keyboard;
        reveal_ = focus->node;
    } else if (auto* edited = std::get_if<FieldEdited>(&input)) {
        edits_.push_back(std::move(*edited));
    } else if (const auto* submitted = std::get_if<FieldSubmitted>(&input)) {
        submits_.push_back(submitted->node);
    }
}

void Interaction::sort_out(std::size_t from) {
    for (std::size_t i = from; i < gestures_.size(); ++i) {
        const Gesture& gesture = gestures_[i];
        switch (gesture.kind) {
            case Gesture::Kind::Tap:
                taps_.push_back({gesture.id, gesture.at});
                break;
            case Gesture::Kind::LongPress:
                long_presses_.push_back(gesture.id);
                break;
            case Gesture::Kind::PressShown:
                pressed_ = gesture.id;
                pressed_at_ = gesture.at;
                break;
            case Gesture::Kind::PressEnded:
                pressed_ = 0;
                break;
            default:
                break;
        }
    }
}

void Interaction::end_frame() {
    gestures_.clear();
    std::swap(targets_, next_targets_);
    std::swap(moving_, next_moving_);
    arbiter_.set_targets(targets_);
    arbiter_.set_moving_pans(moving_);
}

void Interaction::add(const Target& target) {
    if (passive_ || target.area.empty()) return;
    (raised_ ? raised_targets_ : next_targets_).push_back(target);
}

void Interaction::merge() {
    next_targets_.insert(next_targets_.end(), raised_targets_.begin(), raised_targets_.end());
    raised_targets_.clear();
    raised_ = false;
}

void Interaction::barrier(NodeId id, const Rect& area) {
    Target target;
    target.id = id;
    target.area = area;
    target.kind = Target::Kind::Barrier;
    add(target);
}

const Interaction::Tap* Interaction::tap(NodeId id) const {
    if (passive_ || id == 0) return nullptr;
    for (const Tap& tap : taps_) {
        if (tap.id == id) return &tap;
    }
    return nullptr;
}

bool Interaction::long_pressed(NodeId id) const {
    return !passive_ && std::find(long_presses_.begin(), long_presses_.end(), id) != long_presses_.end();
}

bool Interaction::take_reveal(NodeId id) {
    if (passive_ || id == 0 || reveal_ != id) return false;
    reveal_ = 0;
    return true;
}

const std::string* Interaction::edit(NodeId field) const {
    if (passive_) return nullptr;
    for (auto it = edits_.rbegin(); it != edits_.rend(); ++it) {
        if (it->node == field) return &it->value;
    }
    return nullptr;
}

bool Interaction::submitted(NodeId field) const {
    return !passive_ && std::find(submits_.begin(), submits_.end(), field) != submits_.end();
}

bool Interaction::take_key(Key::Name name) {
    if (passive_) return false;
    const auto at = std::find(keys_.begin(), keys_.end(), name);
    if (at == keys_.end()) return false;
    keys_.erase(at);
    return true;
}

}  // namespace kiosk::ui
