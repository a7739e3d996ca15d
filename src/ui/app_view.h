#pragma once
// The whole visible app: owns what is drawn on, the kit and the stack of drawn pages; turns input and model into one
// frame of draw lists, a semantic tree and the client's chrome. One instance a program; the platform calls it from one thread.
// After frame() the platform renders drawing() and its textures. Nothing here fails.

#include <memory>
#include <optional>
#include <vector>

#include "app/model.h"
#include "app/msg.h"
#include "app/platform.h"
#include "ui/chrome.h"
#include "ui/input.h"
#include "ui/kit/kit.h"
#include "ui/ports.h"
#include "ui/screens/screens.h"
#include "ui/semantics.h"

struct ImDrawData;

namespace kiosk::ui {

struct FrameResult {
    bool wants_frame = false;            // Something moves: another frame, at the display's rate.
    std::optional<double> deadline_ms;   // Otherwise draw at this instant (clock of now_ms), if at all.
    NodeId focus_request = 0;            // Focus the native input of this field, now, in the task of the tap.
    bool blur_request = false;           // Close the keyboard: its field is gone.
    bool typing = false;                 // A native field has the focus, and must lie where its node does.
    const SemanticTree* tree = nullptr;  // Valid until the next frame.
    const Chrome* chrome = nullptr;      // Likewise.
};

class AppView {
public:
    explicit AppView(Ports ports);
    ~AppView();
    AppView(const AppView&) = delete;
    AppView& operator=(const AppView&) = delete;

    void resize(float width, float height, float density);  // CSS pixels; device pixels per CSS pixel.
    void set_environment(const Environment& environment);
    void feed(const Input& input);  // Queued for the next frame, in order.
    void cancel_input();            // Hidden or deactivated: every finger is up.
    // How far its pages are scrolled, as far as the model doesn't know: before what may be saved.
    void tell_places(const app::Model& model, app::Inbox& out) const;
    // Draws one frame. now_ms is the platform's steady clock, the same as in Pointer::time_ms.
    FrameResult frame(const app::Model& model, double now_ms, std::vector<app::Msg>& outbox);
    // Draws this instead of the app's pages (the gallery, tests).
    using Draw = void (*)(Kit& kit, const app::Model& model, UiState& ui);
    void show_instead(Draw draw);

    [[nodiscard]] const ImDrawData& drawing() const;
    [[nodiscard]] Texts& texts();
    [[nodiscard]] Kit& kit();
    [[nodiscard]] UiState& state();

private:
    struct Impl;
    std::unique_ptr<Impl> impl_;
};

}  // namespace kiosk::ui
