#pragma once
// The gesture arbiter: decides, before any widget hears of it, whether a finger taps, holds, scrolls, drags or swipes back.
// A tap counts on release and only when the finger never left its slop and no second one came; once a scroller has won, nothing
// is activated; a cancelled pointer leaves no trace. Works on the targets of the last frame, in physical canvas coordinates. Pure.

#include <cstdint>
#include <vector>

#include "ui/input.h"
#include "ui/kit/geometry.h"
#include "ui/kit/scroller.h"

namespace kiosk::ui {

inline constexpr float kScrollSlop = 10;     // Before a scroller takes the finger.
inline constexpr float kTapSlop = 18;        // A tap may wander this far when nothing scrolls.
inline constexpr float kPressDelayMs = 100;  // Before a press shows.
inline constexpr float kLongPressMs = 500;
inline constexpr float kEdgeWidth = 20;  // Of the start edge, for the swipe back.

// Something a pointer can meet. Later targets lie on top of earlier ones.
struct Target {
    enum class Kind : std::uint8_t {
        Widget,       // Can be tapped.
        VerticalPan,  // Scrolls or drags along y.
        HorizontalPan,
        Barrier,  // Swallows everything: what was registered earlier can't be reached. Itself can be tapped.
    };
    NodeId id = 0;
    Rect area;  // Physical, already clipped.
    Kind kind = Kind::Widget;
    bool long_press = false;
    bool instant = false;  // Shows its press at once and taps on touch down (the game's canvas).
};

inline constexpr float kCancelled = -1;  // The delta of a release that the client took back: it completes nothing.

struct Gesture {
    enum class Kind : std::uint8_t {
        PressShown,  // id looks pressed from now on.
        PressEnded,  // It no longer does.
        Tap,
        LongPress,
        PanTouched,   // A finger lies on the pan: stop its fling. The touch that stops a fling never taps.
        PanMoved,     // delta along its axis, in finger direction.
        PanReleased,  // velocity of the finger, CSS pixels a second.
        BackStarted,
        BackMoved,
        BackReleased,  // Edge swipe: total distance / velocity towards the end edge.
        WheelMoved,    // delta for the pan id.
    };
    Kind kind = Kind::Tap;
    NodeId id = 0;
    float delta = 0;
    float velocity = 0;
    Point at;
    double time_ms = 0;

    bool operator==(const Gesture&) const = default;
};

class GestureArbiter {
public:
    struct Settings {
        bool rtl = false;
        float width = 0;
        bool edge_back = false;  // Swipe back from the start edge is offered.
    };

    void configure(const Settings& settings) { settings_ = settings; }
    // Both stay the caller's and are read during pointer() and wheel(). moving: pans that fling right now.
    void set_targets(const std::vector<Target>& targets) { targets_ = &targets; }
    void set_moving_pans(const std::vector<NodeId>& moving) { moving_ = &moving; }

    void pointer(const Pointer& pointer, std::vector<Gesture>& out);
    void wheel(const Wheel& wheel, std::vector<Gesture>& out);
    void advance(double now_ms, std::vector<Gesture>& out);  // Press look and long press.
    void cancel(std::vector<Gesture>& out);                  // Hidden, deactivated, page gone.

    // When advance() has something to do next; a negative value: never.
    [[nodiscard]] double deadline_ms() const;
    [[nodiscard]] bool active() const { return phase_ != Phase::Idle; }
    [[nodiscard]] NodeId hovered() const { return hovered_; }  // Mouse only; 0 for touch.

private:
    enum class Phase : std::uint8_t { Idle, Maybe, Panning, Back, Dead };

    void down(const Pointer& pointer, std::vector<Gesture>& out);
    void moved(const Pointer& pointer, std::vector<Gesture>& out);
    void up(const Pointer& pointer, std::vector<Gesture>& out);
    void end_press(std::vector<Gesture>& out);
    void release_pans(double now_ms, std::vector<Gesture>& out);
    void start_pan(const Pointer& pointer, bool vertical, std::vector<Gesture>& out);
    [[nodiscard]] const Target* hit(Point at, Target::Kind kind) const;

    Settings settings_;
    const std::vector<Target>* targets_ = nullptr;
    const std::vector<NodeId>* moving_ = nullptr;
    Phase phase_ = Phase::Idle;
    std::uint32_t pointer_ = 0;
    Pointer::Device device_ = Pointer::Device::Touch;
    Point start_;
    Point last_;
    double down_ms_ = 0;
    NodeId widget_ = 0;
    bool long_press_offered_ = false;
    bool press_shown_ = false;
    bool tap_lost_ = false;    // It wandered, stopped a fling or got company; it may still scroll.
    bool is_barrier_ = false;  // A tap on the dim counts, but nothing looks pressed.
    bool from_edge_ = false;
    bool vertical_ = false;
    NodeId vertical_pan_ = 0;
    NodeId horizontal_pan_ = 0;
    NodeId pan_ = 0;
    NodeId hovered_ = 0;
    VelocityTracker tracker_;
};

}  // namespace kiosk::ui
