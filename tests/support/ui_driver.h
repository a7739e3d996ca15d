#pragma once
// Drives the whole view without a screen: draws frames on a simulated clock, plays the renderer's part for textures, finds
// things by role and name in the semantic tree, and does to them what a finger or keyboard does.

#include <string_view>
#include <vector>

#include "support/ui_ports.h"
#include "ui/app_view.h"

struct ImDrawData;

namespace kiosk::test {

// What the driver that drew last has drawn.
[[nodiscard]] const ImDrawData& drawing();

class UiDriver {
public:
    // Draws the app's own pages, or what is given instead.
    explicit UiDriver(ui::AppView::Draw instead = nullptr, float density = 3, float width = 390, float height = 844);

    ui::FrameResult frame(double dt_ms = 1000.0 / 60);
    // Draws until nothing moves, at most 10 s. The number of frames.
    int settle();

    [[nodiscard]] const ui::Node* find(ui::Role role, std::string_view name) const;
    [[nodiscard]] const ui::Node* find(ui::NodeId id) const;
    [[nodiscard]] int count(ui::Role role) const;
    // False when there is no such thing, or nothing of it can be touched.
    bool tap(ui::Role role, std::string_view name);
    bool activate(ui::Role role, std::string_view name);  // Through the accessibility mirror.
    bool type(ui::Role role, std::string_view name, std::string_view text);
    void tap_at(float x, float y);
    void press(float x, float y);
    void move(float x, float y);
    void lift(float x, float y);
    void swipe(float x0, float y0, float x1, float y1, double duration_ms);

    // The messages since the last call.
    [[nodiscard]] std::vector<app::Msg> take_messages();

    StubMachine machine;
    ui::AppView view;
    app::Model model;
    ui::FrameResult last;
    double now_ms = 1000;
    std::vector<app::Msg> outbox;

private:
    void pointer(ui::Pointer::Kind kind, float x, float y);
};

}  // namespace kiosk::test
