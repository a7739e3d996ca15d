// The moment after ordering: it worked, this is its number, this is when it comes.

#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/words.h"

namespace kiosk::ui {
namespace {

void draw_facts(Page& page, const app::Model& model, const orders::Order& order) {
    Kit& kit = page.kit();
    Section section(page);
    cell(section, "state",
         {.title = state_text(kit, order),
          .subtitle = eta_text(kit, model, order),
          .emoji = state_emoji(order.state, order.terms.fulfilment),
          .tappable = false});
    number_row(section, order);
    pickup_code_row(section, order);
    cell(section, "total",
         {.title = kit.tr("totals.total"),
          .icon = Icon::Tag,
          .value = price_text(kit, model, order.quote.total_minor),
          .value_ink = Ink::Text,
          .tappable = false});
    payment_row(section, model, order);
}

}  // namespace

void draw_placed(Kit& kit, const app::Model& model, UiState& /*ui*/, const app::Page& at) {
    Page page(kit, {.key = "placed"});
    const orders::Order* order = app::find_order(model, at.id);
    if (order == nullptr) {
        empty_state(page, "unknown", {.emoji = "🧾", .title = kit.tr("tracking.unknown")});
        return;
    }
    page.gap(32);
    const float grown = kit.animate_from("cheer", 0.4F, 1, {.response_ms = 420, .damping = 0.6F});
    const Rect cheer = page.gutter_row(112);
    const bool off = orders::is_called_off(order->state);
    kit.emoji(cheer.centred(104 * grown, 104 * grown), off ? state_emoji(order->state, order->terms.fulfilment) : "🎉");
    page.gap(16);
    const std::string_view title = off ? kit.join({order->id.value, state_text(kit, *order)}, " · ")
                                       : kit.tr("placed.title", {{"order", order->id.value}});
    const Rect title_row =
        page.gutter_row(kit.measure(title, {.type = Type::LargeTitle, .max_lines = 0}, page.gutter_row(0).width).height);
    kit.text(title_row, title, {.type = Type::LargeTitle, .align = Align::Centre, .max_lines = 0, .spoken = false});
    kit.heading("title", title_row, title, 1);
    kit.status("live", title_row, kit.join({title, state_text(kit, *order)}, ". "));
    page.gap(6);
    const bool delivery = order->terms.fulfilment == shop::Fulfilment::Delivery;
    const std::string& table = order->contact.table;
    page.text(off             ? std::string_view{}
              : delivery      ? kit.tr("placed.text_delivery")
              : table.empty() ? kit.tr("placed.text_pickup")
                              : kit.tr("placed.text_table", {{"table", table}}),
              {.ink = Ink::Subtitle, .align = Align::Centre, .max_lines = 0});
    page.gap(20);
    draw_facts(page, model, *order);
    page.gap(12);
    if (!orders::is_final(order->state)) tell_me_row(page, model);
    game_row(page, model);
}

}  // namespace kiosk::ui
