// One order while it is made and brought, and as a receipt afterwards.

#include <array>
#include <span>

#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/totals.h"
#include "ui/screens/words.h"

namespace kiosk::ui {

void payment_row(Section& section, const app::Model& model, const orders::Order& order) {
    Kit& kit = section.kit();
    using payments::Phase;
    const Phase phase = model.payment.order == order.id ? model.payment.phase : Phase::None;
    if (order.paid) {
        const bool is_owed = orders::is_called_off(order.state);
        cell(section, "pay",
             {.title = is_owed ? kit.tr("pay.refund") : kit.tr("pay.paid"), .icon = Icon::Check, .tappable = false});
        if (!order.receipt.empty() &&
            cell(section, "receipt", {.title = kit.tr("pay.receipt"), .emoji = "🧾", .trailing = Trailing::Chevron})) {
            kit.send(app::OpenReceipt{order.id});
        }
    } else if (app::can_pay(model, order)) {
        const CellProps row = {.title = kit.tr("pay.now"),
                               .emoji = "💳",
                               .value = price_text(kit, model, order.quote.total_minor),
                               .trailing = Trailing::Chevron};
        if (cell(section, "pay", row)) kit.send(app::PayOrder{order.id});
    } else if (phase != Phase::None || payments::is_pending(order, model.now_ms)) {
        const bool is_opening = phase == Phase::Asking || phase == Phase::Open;
        cell(section, "pay",
             {.title = is_opening ? kit.tr("pay.opening") : kit.tr("pay.confirming"),
              .icon = Icon::Clock,
              .tappable = false});
    }
}

void number_row(Section& section, const orders::Order& order) {
    Kit& kit = section.kit();
    const CellProps row = {.title = kit.tr("order.copy_number"), .subtitle = order.id.value, .emoji = "📋"};
    if (cell(section, "number", row)) kit.send(app::CopyNumber{order.id});
}

void pickup_code_row(Section& section, const orders::Order& order) {
    if (order.pickup_code.empty()) return;
    cell(section, "code",
         {.title = section.kit().tr("tracking.pickup_code"),
          .icon = Icon::Bag,
          .value = order.pickup_code,
          .value_ink = Ink::Accent,
          .tappable = false});
}

void tell_me_row(Page& page, const app::Model& model) {
    if (!app::can_give(model, app::Gift::TellMe)) return;
    Kit& kit = page.kit();
    {
        Section section(page);
        if (cell(section, "tell_me", {.title = kit.tr("tracking.tell_me"), .emoji = "🔔"})) {
            kit.send(app::AskClient{app::Gift::TellMe, {}});
        }
    }
    page.gap(8);
}

namespace {

std::string_view charge_key(const app::Model& model, const orders::Order& order) {
    if (order.paid) return "pay.refund";
    return payments::is_pending(order, model.now_ms) ? "pay.confirming" : "tracking.nothing_charged";
}

void draw_timeline(Page& page, const app::Model& model, const orders::Order& order) {
    Kit& kit = page.kit();
    const bool failed = orders::is_called_off(order.state);
    std::array<Step, 8> steps;
    std::size_t count = 0;
    const auto add = [&](orders::State state) {
        const auto entered = orders::entered_at(order, state);
        Step step{.title = state_text(kit, state, order.terms.fulfilment),
                  .emoji = state_emoji(state, order.terms.fulfilment)};
        if (entered) step.time = kit.time_of_day(*entered, model.catalogue.utc_offset_minutes);
        if (state == order.state) {
            step.state = orders::is_called_off(state) ? StepState::Failed
                                                      : (orders::is_final(state) ? StepState::Done : StepState::Current);
            step.detail = orders::is_called_off(state) ? kit.tr(charge_key(model, order)) : eta_text(kit, model, order);
        } else {
            step.state = entered ? StepState::Done : StepState::Ahead;
        }
        steps[count++] = step;
    };
    for (const orders::State state : orders::path_of(order.terms.fulfilment)) {
        if (!failed || orders::entered_at(order, state)) add(state);
    }
    if (failed) add(order.state);
    Section section(page, {.separators = false});
    payment_row(section, model, order);
    timeline(section, "timeline", std::span<const Step>(steps.data(), count));
}

void draw_headline(Page& page, const app::Model& model, const orders::Order& order) {
    Kit& kit = page.kit();
    const std::string_view title = state_text(kit, order);
    const std::string_view eta = eta_text(kit, model, order);
    page.gap(12);
    kit.emoji(page.gutter_row(72).centred(64, 64), state_emoji(order.state, order.terms.fulfilment));
    page.gap(8);
    const TextStyle large{.type = Type::LargeTitle, .align = Align::Centre, .max_lines = 0, .spoken = false};
    const Rect row = page.gutter_row(kit.measure(title, large, page.gutter_row(0).width).height);
    kit.text(row, title, large);
    kit.heading("state", row, title, 1);
    kit.status("live", row, eta.empty() ? title : kit.join({title, eta}, ", "));
    if (!eta.empty()) {
        page.text(eta, {.type = Type::Title, .ink = Ink::Accent, .align = Align::Centre, .max_lines = 0});
    }
    page.text(kit.tr("tracking.number", {{"order", order.id.value},
                                         {"time", kit.date_and_time(order.history.empty() ? 0 : order.history.front().at_ms,
                                                                    model.catalogue.utc_offset_minutes)}}),
              {.type = Type::Footnote, .ink = Ink::Hint, .align = Align::Centre, .max_lines = 0});
    page.gap(12);
}

void draw_items(Page& page, const app::Model& model, const orders::Order& order) {
    Kit& kit = page.kit();
    Section section(page, {.header = kit.tr("tracking.items")});
    int index = 0;
    for (const orders::OrderLine& line : order.lines) {
        cell(section, {"item", index++},
             {.title = kit.join({kit.number(line.quantity), "× ", line.name}),
              .subtitle = list_text(kit, line.options),
              .emoji = line.emoji,
              .value = price_text(kit, model, line.price.gross_minor),
              .value_ink = Ink::Text,
              .tappable = false});
    }
}

void draw_where(Page& page, const app::Model& model, const orders::Order& order) {
    Kit& kit = page.kit();
    Section section(page);
    number_row(section, order);
    if (order.terms.fulfilment == shop::Fulfilment::Delivery) {
        cell(section, "to",
             {.title = order.contact.address, .subtitle = order.contact.name, .icon = Icon::Pin, .tappable = false});
    } else {
        pickup_code_row(section, order);
        if (!order.contact.table.empty()) {
            cell(section, "table",
                 {.title = kit.tr("order.table", {{"table", order.contact.table}}), .icon = Icon::Pin, .tappable = false});
        } else if (!model.catalogue.address.empty()) {
            if (cell(section, "at", {.title = model.catalogue.address, .icon = Icon::Pin, .trailing = Trailing::Chevron})) {
                kit.send(app::ShowMap{});
            }
        }
    }
    if (!model.catalogue.phone.empty()) {
        cell(section, "call",
             {.title = model.catalogue.phone, .subtitle = model.catalogue.name, .icon = Icon::Phone, .tappable = false});
    }
    if (!model.catalogue.support.empty() &&
        cell(section, "support", {.title = kit.tr("tracking.support"), .emoji = "💬", .trailing = Trailing::Chevron})) {
        kit.send(app::WriteToShop{});
    }
}

}  // namespace

void draw_tracking(Kit& kit, const app::Model& model, UiState& /*ui*/, const app::Page& at) {
    Page page(kit, {.key = "tracking"});
    const orders::Order* order = app::find_order(model, at.id);
    if (order == nullptr) {
        empty_state(page, "unknown", {.emoji = "🧾", .title = kit.tr("tracking.unknown")});
        return;
    }
    draw_headline(page, model, *order);
    draw_timeline(page, model, *order);
    if (!orders::is_final(order->state)) {
        page.gap(6);
        page.text(kit.tr("tracking.demo"),
                  {.type = Type::Footnote, .ink = Ink::Hint, .align = Align::Centre, .max_lines = 0});
    }
    if (!orders::is_final(order->state)) {
        page.gap(8);
        tell_me_row(page, model);
        game_row(page, model);
    }
    page.gap(8);
    draw_where(page, model, *order);
    page.gap(8);
    draw_items(page, model, *order);
    page.gap(8);
    {
        Section section(page, {.header = kit.tr("totals.title"), .separators = false});
        draw_totals(section, model, order->quote, order->terms.fulfilment);
    }
    if (orders::can_cancel(*order, model.now_ms)) {
        page.gap(8);
        Section section(page, {.footer = kit.tr("tracking.cancel_hint")});
        if (cell(section, "cancel", {.title = kit.tr("tracking.cancel"), .title_ink = Ink::Destructive})) {
            kit.send(app::CancelOrder{order->id});
        }
    }
    page.gap(24);
}

}  // namespace kiosk::ui
