// Every order that this customer placed, newest first.

#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/words.h"

namespace kiosk::ui {
namespace {

void draw_order(Section& section, const app::Model& model, const orders::Order& order) {
    Kit& kit = section.kit();
    int pieces = 0;
    for (const orders::OrderLine& line : order.lines) pieces += line.quantity;
    const TimeMs placed = order.history.empty() ? 0 : order.history.front().at_ms;
    const std::string_view when = kit.date_and_time(placed, model.catalogue.utc_offset_minutes);
    const std::string_view what = kit.tr("history.pieces", {{"count", pieces}});
    const bool tapped = cell(section, order.id.value,
                             {.title = kit.join({order.id.value, state_text(kit, order)}, " · "),
                              .subtitle = kit.join({when, what}, " · "),
                              .emoji = order.lines.empty() ? "🧾" : std::string_view(order.lines.front().emoji),
                              .value = price_text(kit, model, order.quote.total_minor),
                              .value_ink = Ink::Text,
                              .trailing = Trailing::Chevron});
    if (tapped) kit.send(app::Open{{app::Screen::Tracking, order.id.value}});
}

}  // namespace

void draw_history(Kit& kit, const app::Model& model, UiState& /*ui*/) {
    Page page(kit, {.key = "history", .title = kit.tr("history.title")});
    if (model.orders.empty()) {
        if (empty_state(page, "empty",
                        {.emoji = "🧾",
                         .title = kit.tr("history.empty_title"),
                         .text = kit.tr("history.empty_text"),
                         .button = kit.tr("cart.to_menu")})) {
            kit.send(app::GoHome{});
        }
        return;
    }
    Section section(page, {.separator_inset = 60});
    for (const orders::Order& order : model.orders) draw_order(section, model, order);
}

}  // namespace kiosk::ui
