#pragma once
// What was done since the last frame, by widget: runs the inputs through the gesture arbiter against the targets that the last
// frame registered, and collects the targets of this one. Owned by Kit.

#include <string>
#include <string_view>
#include <vector>

#include "ui/input.h"
#include "ui/kit/gesture.h"
#include "ui/kit/semantic_builder.h"

namespace kiosk::ui {

class Interaction {
public:
    struct Tap {
        NodeId id = 0;
        Point at;  // Physical; below zero when it came from the mirror.
    };

    // Takes the inputs up to now; afterwards the questions below answer for this frame.
    void begin_frame(std::vector<Input>& inputs, const GestureArbiter::Settings& settings, double now_ms,
                     const Semantics& last_tree);
    void end_frame();  // The targets of this frame become those that fingers meet.
    void cancel() { arbiter_.cancel(gestures_); }

    void add(const Target& target);
    void barrier(NodeId id, const Rect& area);
    void raise(bool raised) { raised_ = raised; }  // Targets that lie over those that follow until merge().
    void merge();
    void set_passive(bool passive) { passive_ = passive; }
    [[nodiscard]] bool passive() const { return passive_; }
    void note_moving(NodeId pan) { next_moving_.push_back(pan); }

    [[nodiscard]] const Tap* tap(NodeId id) const;
    [[nodiscard]] bool long_pressed(NodeId id) const;
    [[nodiscard]] bool pressed(NodeId id) const { return id != 0 && id == pressed_; }
    [[nodiscard]] bool hovered(NodeId id) const { return id != 0 && id == arbiter_.hovered(); }
    [[nodiscard]] Point pressed_at() const { return pressed_at_; }
    [[nodiscard]] const std::vector<Gesture>& gestures() const { return gestures_; }
    [[nodiscard]] const std::vector<Target>& targets() const { return targets_; }  // What fingers meet, after a frame.

    [[nodiscard]] NodeId focused() const { return focused_; }
    [[nodiscard]] bool typing() const { return typing_; }            // Into what has the focus.
    [[nodiscard]] bool focus_shown() const { return focus_shown_; }  // From the keyboard: draw the ring.
    [[nodiscard]] bool take_reveal(NodeId id);                       // Once after the focus came: bring it into view.
    void reveal_focused() { reveal_ = focused_; }
    void drop_focus() { focused_ = 0, typing_ = false; }
    void request_focus(NodeId field) { focus_request_ = reveal_ = field; }
    [[nodiscard]] NodeId focus_request() const { return focus_request_; }

    [[nodiscard]] const std::string* edit(NodeId field) const;  // The latest value.
    [[nodiscard]] bool submitted(NodeId field) const;
    [[nodiscard]] bool take_key(Key::Name name);

    [[nodiscard]] double deadline_ms() const { return arbiter_.deadline_ms(); }
    [[nodiscard]] bool finger_down() const { return arbiter_.active(); }

private:
    void sort_out(std::size_t from);
    void handle(Input& input, double now_ms, const Semantics& last_tree);

    GestureArbiter arbiter_;
    std::vector<Target> targets_;
    std::vector<Target> next_targets_;
    std::vector<Target> raised_targets_;
    std::vector<NodeId> moving_;
    std::vector<NodeId> next_moving_;
    std::vector<Gesture> gestures_;
    std::vector<Tap> taps_;
    std::vector<NodeId> long_presses_;
    std::vector<FieldEdited> edits_;
    std::vector<NodeId> submits_;
    std::vector<Key::Name> keys_;
    NodeId pressed_ = 0;
    Point pressed_at_;
    NodeId focused_ = 0;
    bool focus_shown_ = false;
    bool typing_ = false;
    NodeId reveal_ = 0;
    NodeId focus_request_ = 0;
    bool passive_ = false;
    bool raised_ = false;
};

}  // namespace kiosk::ui
