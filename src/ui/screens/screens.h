#pragma once
// Every screen of the app: one function that draws what the model says, one file each. A screen reads the model, sends messages
// through the kit, and keeps what only drawing needs (text under edit, what is unfolded) in UiState.

#include <cstdint>
#include <string>
#include <vector>

#include "app/model.h"
#include "games/runner.h"
#include "ui/kit/kit.h"
#include "ui/kit/widgets.h"

namespace kiosk::ui {

struct UiState {
    std::vector<float> category_tops;  // Home: where each category begins, in content coordinates.
    std::vector<Chip> category_chips;  // Home: the strip's items, kept so that a frame allocates nothing.
    float chips_height = 0;
    bool search_tapped = false;  // Home: whoever taps the search box wants to type into it.
    int refusals = 0;            // Checkout: as many as it has pointed at.
    std::string code;            // Promotion code under edit.
    games::FixedStep game_clock;
    double game_frame_ms = 0;  // When the game was last drawn running; 0: not since its round began.
    double game_over_ms = 0;   // When the round's end was first drawn.
};

void draw_starting(Kit& kit, const app::Model& model, UiState& ui);  // Skeleton until the shop is there.
void draw_shop_broken(Kit& kit, const app::Model& model, UiState& ui);
void draw_unreachable(Kit& kit, const app::Model& model, UiState& ui);

void draw_home(Kit& kit, const app::Model& model, UiState& ui);
void draw_search(Kit& kit, const app::Model& model, UiState& ui);
void draw_product(Kit& kit, const app::Model& model, UiState& ui, const app::Page& page);  // Inside a sheet.
void draw_cart(Kit& kit, const app::Model& model, UiState& ui);
void draw_checkout(Kit& kit, const app::Model& model, UiState& ui);
void draw_placed(Kit& kit, const app::Model& model, UiState& ui, const app::Page& page);
void draw_tracking(Kit& kit, const app::Model& model, UiState& ui, const app::Page& page);
void draw_history(Kit& kit, const app::Model& model, UiState& ui);
void draw_game(Kit& kit, const app::Model& model, UiState& ui);
// To pay by Telegram's invoice, or what became of it; none where the shop has no cashier.
void payment_row(Section& section, const app::Model& model, const orders::Order& order);
void number_row(Section& section, const orders::Order& order);       // Copies it.
void pickup_code_row(Section& section, const orders::Order& order);  // None without a code.
void tell_me_row(Page& page, const app::Model& model);               // None when the bot may write, or nobody could.
void game_row(Page& page, const app::Model& model);  // Leads there whoever waits for an order or looks around.
void draw_settings(Kit& kit, const app::Model& model, UiState& ui);

}  // namespace kiosk::ui
