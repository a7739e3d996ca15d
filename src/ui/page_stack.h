#pragma once
// Draws the app's page stack and moves between its pages: push, pop, the swipe back from the edge, the product sheet. A page
// that is on its way out is drawn from the model as it was when it left. Owned by AppView.

#include <optional>
#include <vector>

#include "app/model.h"
#include "app/platform.h"
#include "ui/kit/page.h"
#include "ui/screens/screens.h"

namespace kiosk::ui {

class PageStack {
public:
    // May a finger swipe back from the edge now?
    [[nodiscard]] bool offers_back(const app::Model& model, const Kit& kit) const;
    void draw(Kit& kit, const app::Model& model, UiState& ui);
    // After the frame: what a page needs that will have been left by the next one.
    void remember(const app::Model& model);
    // Where the drawn pages stand, as far as the model doesn't know.
    void tell_places(const app::Model& model, app::Inbox& out) const;

private:
    struct View {
        app::Page page;
        int instance = 0;  // A page opened anew forgets where it was scrolled.
        float place = 0;   // Of its scroller.
    };
    enum class Move : unsigned char { None, Push, Pop };

    void follow(const app::Model& model);
    void part_from(const app::Model& model);
    void take_back_gesture(Kit& kit);
    void draw_view(Kit& kit, const app::Model& model, UiState& ui, View& view, const Rect& stage, bool passive);
    void draw_moving(Kit& kit, const app::Model& model, UiState& ui, float part, bool passive);
    [[nodiscard]] static std::string_view sheet_name(const app::Model& model, const app::Page& page);
    void draw_sheet(Kit& kit, const app::Model& model, UiState& ui);

    std::vector<View> views_;
    int instances_ = 0;
    int base_ = -1;  // Index of the page that fills the view.
    Move move_ = Move::None;
    Spring progress_{1};  // Of the move: 1 done.
    std::optional<View> leaving_;
    app::Model leaving_model_;  // What a page that was popped goes on to show.
    app::Model last_model_;     // What the last frame showed of what leaving a page changes.
    bool remembered_ = false;
    std::optional<View> sheet_;  // Stays while it slides away.
    bool sheet_open_ = false;
    Spring back_;  // Part of the width that the edge swipe has pulled.
    bool back_held_ = false;
    float back_velocity_ = 0;
    int back_waits_ = 0;
};

}  // namespace kiosk::ui
