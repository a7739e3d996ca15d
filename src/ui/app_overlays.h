#pragma once
// What lies over the pages: our own bottom and back button where the client has none, the notice of the moment, the question
// that waits for its answer. Owned by AppView.

#include <string>

#include "app/model.h"
#include "ui/chrome.h"
#include "ui/kit/kit.h"

namespace kiosk::ui {

class AppOverlays {
public:
    // The room that our own bars take from the pages, beyond the client's insets.
    [[nodiscard]] Edges room(const Kit& kit, const app::Model& model, const Chrome& chrome) const;
    void draw(Kit& kit, const app::Model& model, const Chrome& chrome);

private:
    void draw_bottom_bar(Kit& kit, const app::Model& model, const Chrome& chrome);
    void draw_back_bar(Kit& kit, const app::Model& model, const Chrome& chrome);
    // Registered on every screen, as a live region must be there before its words.
    static void speak(Kit& kit, const app::Model& model);
    void draw_notice(Kit& kit, const app::Model& model);
    void draw_question(Kit& kit, const app::Model& model);

    std::string notice_;  // Kept while it leaves.
    bool can_undo_ = false;
    app::Question question_ = app::Question::None;
};

}  // namespace kiosk::ui
