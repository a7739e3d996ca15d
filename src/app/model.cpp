#include "app/model.h"

#include <algorithm>

#include "shop/hours.h"

namespace kiosk::app {
namespace {

PrimaryAction draft_action(const Model& model) {
    if (!model.draft) return {};
    const shop::Product* product = find(model.catalogue, model.draft->line.product);
    if (product == nullptr) return {};
    const shop::Line& line = model.draft->line;
    PrimaryAction action;
    action.kind = model.draft->editing < 0 ? Primary::AddDraft : Primary::SaveDraft;
    action.amount_minor = shop::unit_price(model.catalogue, *product, line.choices) * line.quantity;
    action.enabled = !product->sold_out && line.quantity <= draft_limit(model) && !model.draft_breaks_rule;
    return action;
}

PrimaryAction cart_action(const Model& model, Primary kind, bool enabled) {
    if (model.cart.lines.empty()) return {};
    const bool busy = kind == Primary::ToCheckout && model.checkout.step == CheckoutStep::Submitting;
    return {kind, model.quote.total_minor, enabled, busy};
}

PrimaryAction place_action(const Model& model) {
    PrimaryAction action{Primary::PlaceOrder, model.quote.total_minor, true, false};
    action.busy = model.checkout.step == CheckoutStep::Submitting;
    action.enabled = action.busy || !order_obstacle(model);
    return action;
}

// The next instant at which a count of minutes until target changes; target > now.
TimeMs next_minute_before(TimeMs now, TimeMs target) {
    return target - (target - now - 1) / kMinuteMs * kMinuteMs;
}

void earliest(std::optional<TimeMs>& best, TimeMs now, TimeMs candidate) {
    if (candidate > now && (!best || candidate < *best)) best = candidate;
}

void order_deadlines(std::optional<TimeMs>& best, const Model& model) {
    for (const orders::Order& order : model.orders) {
        earliest(best, model.now_ms, order.invoice_ms);
        if (orders::is_final(order.state)) continue;
        earliest(best, model.now_ms, order.cancel_until_ms);
        for (const TimeMs end : {order.eta.low_ms, order.eta.high_ms}) {
            if (end > model.now_ms) earliest(best, model.now_ms, next_minute_before(model.now_ms, end));
        }
    }
}

void hours_deadline(std::optional<TimeMs>& best, const Model& model, const std::vector<shop::OpeningRange>& hours) {
    const std::optional<TimeMs> change = shop::next_change(hours, model.catalogue.utc_offset_minutes, model.now_ms);
    if (change) earliest(best, model.now_ms, *change);
}

}  // namespace

const Page& current_page(const Model& model) {
    return model.pages.back();
}

const orders::Order* find_order(const Model& model, const std::string& id) {
    for (const orders::Order& order : model.orders) {
        if (order.id.value == id) return &order;
    }
    return nullptr;
}

bool is_shop_open(const Model& model) {
    return model.phase == Phase::Open &&
           shop::is_open(model.catalogue.hours, model.catalogue.utc_offset_minutes, model.now_ms);
}

std::optional<Error> order_obstacle(const Model& model) {
    if (model.cart.lines.empty()) return Error{ErrorCode::EmptyCart, {}};
    if (!model.cart_problems.empty()) return model.cart_problems.front().error;
    if (!is_shop_open(model)) return Error{ErrorCode::ShopClosed, {}};
    if (model.quote.missing_minor > 0) {
        return Error{ErrorCode::BelowMinimum, to_decimal(model.quote.missing_minor, model.catalogue.currency)};
    }
    return std::nullopt;
}

int draft_limit(const Model& model) {
    if (!model.draft) return 0;
    const shop::Product* product = find(model.catalogue, model.draft->line.product);
    if (product == nullptr || product->sold_out) return 0;
    int others = shop::pieces_of(model.cart, product->id);
    const int editing = model.draft->editing;
    if (editing >= 0 && editing < static_cast<int>(model.cart.lines.size())) {
        others -= model.cart.lines[static_cast<std::size_t>(editing)].quantity;
    }
    const int offered = std::min(product->max_per_order, product->stock.value_or(product->max_per_order));
    return std::clamp(offered - others, 0, shop::kMaxPerLine);
}

PrimaryAction primary_action(const Model& model) {
    if (model.phase != Phase::Open) return {};
    const Page& page = current_page(model);
    switch (page.screen) {
        case Screen::Home:
        case Screen::Search:
            return cart_action(model, Primary::ViewCart, true);
        case Screen::Product:
            return draft_action(model);
        case Screen::Cart:
            return cart_action(model, Primary::ToCheckout, model.cart_problems.empty());
        case Screen::Checkout:
            return place_action(model);
        case Screen::Placed:
            return {Primary::TrackOrder, 0, true, false};
        case Screen::Tracking: {
            const orders::Order* order = find_order(model, page.id);
            if (order == nullptr || !orders::is_final(order->state)) return {};
            return {Primary::OrderAgain, 0, true, false};
        }
        case Screen::Game:
            if (model.game.stack.phase == games::Phase::Running) return {};
            return {Primary::StartGame, 0, true, false};
        case Screen::History:
        case Screen::Settings:
            return {};
    }
    return {};
}

Secondary secondary_action(const Model& model) {
    if (model.phase != Phase::Open) return Secondary::None;
    const Screen screen = current_page(model).screen;
    if (screen == Screen::Placed) return Secondary::GoHome;
    const games::Stack& stack = model.game.stack;
    const bool shares = screen == Screen::Game && stack.phase == games::Phase::Over && stack.score > 0;
    return shares && !model.catalogue.bot.empty() ? Secondary::ShareRound : Secondary::None;
}

bool is_record(const Model& model) {
    const games::Stack& stack = model.game.stack;
    return stack.phase == games::Phase::Over && stack.score > 0 && stack.score >= model.game.best_score;
}

bool client_draws_secondary(const Model& model) {
    return model.telegram.can.bottom_buttons &&
           telegram::is_at_least(model.telegram.version, telegram::since(telegram::Method::SecondaryButtonShow));
}

bool needs_closing_confirmation(const Model& model) {
    return !model.cart.lines.empty() || model.checkout.step == CheckoutStep::Submitting;
}

std::optional<TimeMs> next_deadline(const Model& model) {
    std::optional<TimeMs> best;
    for (const Notice& notice : model.notices) earliest(best, model.now_ms, notice.until_ms);
    if (model.phase != Phase::Open) return best;
    if (model.cloud.due_ms > 0) earliest(best, model.now_ms, model.cloud.due_ms);
    if (model.payment.check_ms > 0) earliest(best, model.now_ms, model.payment.check_ms);
    order_deadlines(best, model);
    hours_deadline(best, model, model.catalogue.hours);
    for (const shop::Promotion& promotion : model.catalogue.promotions) hours_deadline(best, model, promotion.hours);
    return best;
}

}  // namespace kiosk::app
