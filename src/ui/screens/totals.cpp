#include "ui/screens/totals.h"

#include "ui/screens/words.h"

namespace kiosk::ui {

void draw_totals(Section& section, const app::Model& model, const shop::Quote& quote, shop::Fulfilment fulfilment) {
    Kit& kit = section.kit();
    const auto money = [&](Minor amount) { return price_text(kit, model, amount); };
    amount_row(section, kit.tr("totals.subtotal"), money(quote.subtotal_minor));
    for (const shop::Discount& discount : quote.discounts) {
        const shop::Promotion* promotion = shop::find(model.catalogue, discount.promotion);
        const std::string_view name = promotion != nullptr ? std::string_view(promotion->name) : kit.tr("totals.discount");
        amount_row(section, name, kit.join({"−", money(discount.amount_minor)}), false, Ink::Success);
    }
    if (fulfilment == shop::Fulfilment::Delivery) {
        const bool free = quote.delivery_minor == 0;
        amount_row(section, kit.tr("totals.delivery"), free ? kit.tr("totals.free") : money(quote.delivery_minor), false,
                   free ? Ink::Success : Ink::Text);
    }
    if (quote.packing_minor > 0) amount_row(section, kit.tr("totals.packing"), money(quote.packing_minor));
    if (quote.tip_minor > 0) amount_row(section, kit.tr("totals.tip"), money(quote.tip_minor));
    amount_row(section, kit.tr("totals.total"), money(quote.total_minor), true);
}

}  // namespace kiosk::ui
