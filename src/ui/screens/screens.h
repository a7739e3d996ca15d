#pragma once
// Every screen of the app: one function that draws what the model says, one file each. A screen reads the model, sends messages
// through the kit, and keeps what only drawing needs (text under edit, what is unfolded) in UiState.

#include <cstdint>
#include <string>

#include "app/model.h"
#include "ui/kit/kit.h"

namespace kiosk::ui {

struct UiState {
    std::string category;        // Of the chip that is highlighted on home.
    std::string code;            // Promotion code under edit.
    bool code_open = false;
    double game_time_ms = 0;     // Clock of the game's last frame, and what is left of a simulation step.
    double game_rest_ms = 0;
};

void draw_starting(Kit& kit, const app::Model& model, UiState& ui);   // Skeleton until the shop is there.
void draw_shop_broken(Kit& kit, const app::Model& model, UiState& ui);
void draw_unreachable(Kit& kit, const app::Model& model, UiState& ui);

void draw_home(Kit& kit, const app::Model& model, UiState& ui);
void draw_search(Kit& kit, const app::Model& model, UiState& ui);
void draw_product(Kit& kit, const app::Model& model, UiState& ui, const app::Page& page);   // Inside a sheet.
void draw_cart(Kit& kit, const app::Model& model, UiState& ui);
void draw_checkout(Kit& kit, const app::Model& model, UiState& ui);
void draw_placed(Kit& kit, const app::Model& model, UiState& ui, const app::Page& page);
void draw_tracking(Kit& kit, const app::Model& model, UiState& ui, const app::Page& page);
void draw_history(Kit& kit, const app::Model& model, UiState& ui);
void draw_game(Kit& kit, const app::Model& model, UiState& ui);
void draw_settings(Kit& kit, const app::Model& model, UiState& ui);

#ifndef KIOSK_NO_GALLERY
void draw_gallery(Kit& kit, const app::Model& model, UiState& ui);    // Every widget of the kit.
#endif

}  // namespace kiosk::ui
