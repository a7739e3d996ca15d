#pragma once
// A product as it stands in grids and lists, with what a tap on it does. Owned by the screens that list products.

#include "app/model.h"
#include "ui/kit/widgets.h"

namespace kiosk::ui {

void product_card(Kit& kit, const app::Model& model, const shop::Product& product, const Ident& key, const Rect& area);
void product_row(Section& section, const app::Model& model, const shop::Product& product, const Ident& key);

}  // namespace kiosk::ui
