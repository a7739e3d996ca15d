#pragma once
// Phrases that several screens share: what an order is doing, when it comes, what is in it, why something is refused. All
// views returned live until the end of the frame.

#include <string_view>
#include <vector>

#include "app/model.h"
#include "ui/kit/kit.h"

namespace kiosk::ui {

[[nodiscard]] std::string_view price_text(Kit& kit, const app::Model& model, Minor amount);

// "Large, 2x Cheese": what was chosen, in the catalogue's words.
[[nodiscard]] std::string_view choices_text(Kit& kit, const shop::Catalogue& catalogue, const shop::Line& line);

// "Preparing"; delivery and pickup differ where the words do.
[[nodiscard]] std::string_view state_text(Kit& kit, orders::State state, shop::Fulfilment fulfilment);
[[nodiscard]] std::string_view state_text(Kit& kit, const orders::Order& order);
// "Milk, egg and nuts", as the language has it.
[[nodiscard]] std::string_view list_text(Kit& kit, const std::vector<std::string>& parts);
[[nodiscard]] std::string_view state_emoji(orders::State state, shop::Fulfilment fulfilment);

// "12–18 minutes" from now on, in kitchen minutes; empty once the order is finished.
[[nodiscard]] std::string_view eta_text(Kit& kit, const app::Model& model, const orders::Order& order);

// What a detail names, in the shop's words: a product, group or option by its id; other details as they are.
[[nodiscard]] std::string_view named(const app::Model& model, std::string_view detail);

// "error.<code>" with its detail.
[[nodiscard]] std::string_view error_text(Kit& kit, const app::Model& model, const Error& error);

// "Open until 23:00", "Opens Monday at 10:00", "Open 24 hours".
[[nodiscard]] std::string_view hours_text(Kit& kit, const app::Model& model);

}  // namespace kiosk::ui
