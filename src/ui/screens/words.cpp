#include "ui/screens/words.h"

#include <algorithm>
#include <string>

#include "base/time.h"
#include "shop/hours.h"

namespace kiosk::ui {
namespace {

std::int64_t kitchen_minutes(const app::Model& model, TimeMs until) {
    const TimeMs left = std::max<TimeMs>(0, until - model.now_ms);
    const TimeMs minute = std::max(1, model.catalogue.demo.minute_ms);
    return (left + minute - 1) / minute;
}

}  // namespace

std::string_view named(const app::Model& model, std::string_view detail) {
    const std::string id(detail);
    if (const shop::Product* product = shop::find(model.catalogue, ProductId{id})) return product->name;
    if (const shop::OptionGroup* group = shop::find(model.catalogue, GroupId{id})) return group->name;
    for (const shop::OptionGroup& group : model.catalogue.groups) {
        if (const shop::Option* option = shop::find(group, OptionId{id})) return option->name;
    }
    return detail;
}

std::string_view price_text(Kit& kit, const app::Model& model, Minor amount) {
    return kit.money(amount, model.catalogue.currency);
}

std::string_view choices_text(Kit& kit, const shop::Catalogue& catalogue, const shop::Line& line) {
    std::string_view out;
    for (const shop::Choice& choice : line.choices) {
        const shop::OptionGroup* group = shop::find(catalogue, choice.group);
        const shop::Option* option = group != nullptr ? shop::find(*group, choice.option) : nullptr;
        if (option == nullptr) continue;
        const bool several = choice.quantity > 1;
        out = kit.join({out, several ? kit.join({kit.number(choice.quantity), "× ", option->name}) : option->name}, "\n");
    }
    out = kit.list(out);
    return line.note.empty() ? out : kit.join({out, kit.tr("product.quoted", {{"text", line.note}})}, "\n");
}

std::string_view list_text(Kit& kit, const std::vector<std::string>& parts) {
    std::string_view out;
    for (const std::string& part : parts) out = kit.join({out, part}, "\n");
    return kit.list(out);
}

std::string_view state_text(Kit& kit, orders::State state, shop::Fulfilment fulfilment) {
    if (state == orders::State::Ready && fulfilment == shop::Fulfilment::Delivery) return kit.tr("order.ready_for_courier");
    return kit.tr_named(kit.join({"order.state.", orders::name_of(state)}));
}

std::string_view state_text(Kit& kit, const orders::Order& order) {
    return state_text(kit, order.state, order.terms.fulfilment);
}

std::string_view state_emoji(orders::State state, shop::Fulfilment fulfilment) {
    switch (state) {
        case orders::State::Placed:
            return "📝";
        case orders::State::Accepted:
            return "👍";
        case orders::State::Preparing:
            return "🍳";
        case orders::State::Ready:
            return fulfilment == shop::Fulfilment::Delivery ? "📦" : "🛎️";
        case orders::State::OnTheWay:
            return "🛵";
        case orders::State::Delivered:
        case orders::State::PickedUp:
            return "🎉";
        case orders::State::Refused:
            return "🙁";
        case orders::State::Cancelled:
            return "✖️";
    }
    return "";
}

std::string_view eta_text(Kit& kit, const app::Model& model, const orders::Order& order) {
    if (orders::is_final(order.state)) return {};
    const std::int64_t low = kitchen_minutes(model, order.eta.low_ms);
    const std::int64_t high = kitchen_minutes(model, order.eta.high_ms);
    if (high == 0) return kit.tr("order.eta_any_moment");
    return kit.minutes_ahead(low == 0 ? high : low, high);
}

std::string_view error_text(Kit& kit, const app::Model& model, const Error& error) {
    const std::string key = "error." + std::string(name_of(error.code));
    return kit.keep(kit.texts().tr(key, {{"detail", named(model, error.detail)}}));
}

std::string_view hours_text(Kit& kit, const app::Model& model) {
    const shop::Catalogue& shop = model.catalogue;
    const auto change = shop::next_change(shop.hours, shop.utc_offset_minutes, model.now_ms);
    const bool open = app::is_shop_open(model);
    if (!change) return open ? kit.tr("shop.open_always") : kit.tr("shop.closed");
    const std::string_view clock = kit.time_of_day(*change, shop.utc_offset_minutes);
    if (open) return kit.tr("shop.open_until", {{"time", clock}});
    const WallTime now = wall_time(model.now_ms, shop.utc_offset_minutes);
    const WallTime then = wall_time(*change, shop.utc_offset_minutes);
    if (now.weekday == then.weekday && *change - model.now_ms < kDayMs) return kit.tr("shop.opens_at", {{"time", clock}});
    const std::string weekday = kit.ports().intl.weekday(then.weekday);
    return kit.tr("shop.opens_on", {{"weekday", weekday}, {"time", clock}});
}

}  // namespace kiosk::ui
