#pragma once
// Sums of a quote as rows of a section: the same in the cart, at checkout and in an order that was placed.

#include "app/model.h"
#include "ui/kit/widgets.h"

namespace kiosk::ui {

void draw_totals(Section& section, const app::Model& model, const shop::Quote& quote, shop::Fulfilment fulfilment);

}  // namespace kiosk::ui
