#include "ui/screens/product_card.h"

#include <algorithm>

#include "ui/screens/words.h"

namespace kiosk::ui {
namespace {

bool can_be_had(const shop::Product& product) {
    return !product.sold_out && product.stock.value_or(1) > 0;
}

std::string_view label_of(Kit& kit, const shop::Product& product) {
    const auto has = [&](std::string_view tag) {
        return std::find(product.tags.begin(), product.tags.end(), tag) != product.tags.end();
    };
    if (product.was_minor && *product.was_minor > 0) {
        const Minor off = (*product.was_minor - product.price_minor) * 100 / *product.was_minor;
        return kit.join({"−", kit.number(off), "%"});
    }
    if (has("new")) return kit.tr("product.new");
    return has("spicy") ? "🌶️" : std::string_view{};
}

}  // namespace

void product_card(Kit& kit, const app::Model& model, const shop::Product& product, const Ident& key, const Rect& area) {
    const bool available = can_be_had(product);
    const CardEvent event = card(kit, key, area,
                                 {.name = product.name,
                                  .description = product.description,
                                  .emoji = product.emoji,
                                  .picture_url = product.picture_url,
                                  .seed = product.id.value,
                                  .price = price_text(kit, model, product.price_minor),
                                  .was_price = product.was_minor ? price_text(kit, model, *product.was_minor) : "",
                                  .tag = label_of(kit, product),
                                  .sold_out = available ? std::string_view{} : kit.tr("product.sold_out"),
                                  .add_name = kit.tr("product.add_name", {{"product", product.name}}),
                                  .in_cart = shop::pieces_of(model.cart, product.id),
                                  .in_cart_name = kit.tr("cart.title")});
    if (event.added) {
        kit.send(app::QuickAdd{product.id});
    } else if (event.opened) {
        kit.send(app::Open{{app::Screen::Product, product.id.value}});
    }
}

void product_row(Section& section, const app::Model& model, const shop::Product& product, const Ident& key) {
    Kit& kit = section.kit();
    const bool available = can_be_had(product);
    const bool tapped = cell(section, key,
                             {.title = product.name,
                              .subtitle = product.description,
                              .emoji = product.emoji,
                              .picture_url = product.picture_url,
                              .picture_seed = product.id.value,
                              .value = available ? price_text(kit, model, product.price_minor) : kit.tr("product.sold_out"),
                              .value_ink = available ? Ink::Text : Ink::Hint,
                              .trailing = Trailing::Chevron});
    if (tapped) kit.send(app::Open{{app::Screen::Product, product.id.value}});
}

}  // namespace kiosk::ui
