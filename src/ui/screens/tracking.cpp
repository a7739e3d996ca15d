// One order while it is made and brought, and as a receipt afterwards.

#include <algorithm>
#include <vector>

#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/totals.h"
#include "ui/screens/words.h"

namespace kiosk::ui {
namespace {

std::string_view step_title(Kit& kit, const orders::Order& order, orders::State state) {
    orders::Order at = order;
    at.state = state;
    return state_text(kit, at);
}

bool is_failure(orders::State state) {
    return state == orders::State::Refused || state == orders::State::Cancelled;
}

void draw_timeline(Page& page, const app::Model& model, const orders::Order& order) {
    Kit& kit = page.kit();
    std::vector<orders::State> path = orders::path_of(order.terms.fulfilment);
    if (is_failure(order.state)) {
        std::erase_if(path, [&](orders::State state) { return !orders::entered_at(order, state); });
        path.push_back(order.state);
    }
    std::vector<Step> steps;
    for (const orders::State state : path) {
        const auto entered = orders::entered_at(order, state);
        Step step{.title = step_title(kit, order, state), .emoji = state_emoji(state, order.terms.fulfilment)};
        if (entered) step.time = kit.time_of_day(*entered, model.catalogue.utc_offset_minutes);
        if (state == order.state) {
            step.state =
                is_failure(state) ? StepState::Failed : (orders::is_final(state) ? StepState::Done : StepState::Current);
            step.detail = is_failure(state) ? kit.tr("tracking.nothing_charged") : eta_text(kit, model, order);
        } else {
            step.state = entered ? StepState::Done : StepState::Ahead;
        }
        steps.push_back(step);
    }
    Section section(page, {.separators = false});
    timeline(section, "timeline", steps);
}

void draw_headline(Page& page, const app::Model& model, const orders::Order& order) {
    Kit& kit = page.kit();
    const std::string_view title = state_text(kit, order);
    const std::string_view eta = eta_text(kit, model, order);
    page.gap(12);
    kit.emoji(page.gutter_row(72).centred(64, 64), state_emoji(order.state, order.terms.fulfilment));
    page.gap(8);
    const Rect row = page.gutter_row(kit.line_height(Type::LargeTitle));
    kit.text(row, title, {.type = Type::LargeTitle, .align = Align::Centre, .spoken = false});
    kit.heading("state", row, title, 1);
    kit.status("live", row, eta.empty() ? title : kit.join({title, eta}, ", "));
    if (!eta.empty()) {
        kit.text(page.gutter_row(kit.line_height(Type::Title) + 4), eta,
                 {.type = Type::Title, .ink = Ink::Accent, .align = Align::Centre});
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
        std::string options;
        for (const std::string& option : line.options) options += (options.empty() ? "" : ", ") + option;
        cell(section, {"item", index++},
             {.title = kit.join({kit.number(line.quantity), "× ", line.name}),
              .subtitle = kit.keep(options),
              .emoji = line.emoji,
              .value = price_text(kit, model, line.price.gross_minor),
              .value_ink = Ink::Text,
              .tappable = false});
    }
}

void draw_where(Page& page, const app::Model& model, const orders::Order& order) {
    Kit& kit = page.kit();
    Section section(page);
    if (order.terms.fulfilment == shop::Fulfilment::Delivery) {
        cell(section, "to",
             {.title = order.contact.address, .subtitle = order.contact.name, .icon = Icon::Pin, .tappable = false});
    } else {
        if (!order.pickup_code.empty()) {
            cell(section, "code",
                 {.title = kit.tr("tracking.pickup_code"),
                  .icon = Icon::Bag,
                  .value = order.pickup_code,
                  .value_ink = Ink::Accent,
                  .tappable = false});
        }
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
    if (model.catalogue.server.empty() && !orders::is_final(order->state)) {
        page.gap(6);
        page.text(kit.tr("tracking.demo"),
                  {.type = Type::Footnote, .ink = Ink::Hint, .align = Align::Centre, .max_lines = 0});
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
