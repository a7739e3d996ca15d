#include <algorithm>

#include "app/handlers.h"

namespace kiosk::app {
namespace {

bool is_same_dish(const shop::Line& line, const orders::OrderLine& ordered) {
    return line.product == ordered.product && line.choices == ordered.choices;
}

int take_pieces(shop::Line& line, int pieces) {
    const int taken = std::min(line.quantity, pieces);
    line.quantity -= taken;
    return pieces - taken;
}

// First from the line with the same note, what is left from any other line of that dish.
void remove_ordered(shop::Cart& cart, const orders::Order& order) {
    for (const orders::OrderLine& ordered : order.lines) {
        int pieces = ordered.quantity;
        for (shop::Line& line : cart.lines) {
            if (is_same_dish(line, ordered) && line.note == ordered.note) pieces = take_pieces(line, pieces);
        }
        for (shop::Line& line : cart.lines) {
            if (is_same_dish(line, ordered)) pieces = take_pieces(line, pieces);
        }
    }
    std::erase_if(cart.lines, [](const shop::Line& line) { return line.quantity == 0; });
    cart.codes.clear();
    cart.id = {};
}

bool is_on_screen(const Model& model, const orders::Order& order) {
    const Page& page = current_page(model);
    return (page.screen == Screen::Tracking || page.screen == Screen::Placed) && page.id == order.id.value;
}

void announce(Model& model, const orders::Order& order, Effects& out) {
    const bool bad = orders::is_called_off(order.state);
    haptic(model, bad ? Haptic::Kind::Warning : Haptic::Kind::Success, out);
    if (!is_on_screen(model, order)) {
        notify(model, "notice.order." + std::string{name_of(order.state)}, order.id.value);
    }
}

}  // namespace

void keep_order(Model& model, const orders::Order& order) {
    const auto known = std::find_if(model.orders.begin(), model.orders.end(),
                                    [&](const orders::Order& other) { return other.id == order.id; });
    if (known == model.orders.end()) {
        model.orders.insert(model.orders.begin(), order);
    } else if (known->history.size() <= order.history.size()) {
        *known = order;
    }
}

void leave_ordered(Model& model, const orders::Order& order) {
    if (order.key == model.cart.id) remove_ordered(model.cart, order);
    model.removed.reset();
    std::erase_if(model.notices, [](const Notice& notice) { return notice.can_undo; });
}

bool leave_known_order(Model& model, shop::Cart& cart) {
    if (cart.id.empty()) return false;
    for (const orders::Order& order : model.orders) {
        if (order.key != cart.id) continue;
        remove_ordered(cart, order);
        return true;
    }
    return false;
}

void on(Model& model, const OrderChanged& msg, Effects& out) {
    const orders::Order* known = find_order(model, msg.order.id.value);
    const bool moved = known != nullptr && known->history.size() < msg.order.history.size();
    const bool now_paid = known != nullptr && !known->paid && msg.order.paid;
    keep_order(model, msg.order);
    if (now_paid) {
        haptic(model, Haptic::Kind::Success, out);
        notify(model, "notice.paid", msg.order.id.value);
    }
    if (moved) announce(model, msg.order, out);
}

// After a reload this is where an order shows up whose answer was never heard: it must not be placed again.
void on(Model& model, const OrdersLoaded& msg, Effects& out) {
    model.orders = msg.orders;
    model.orders_loaded = true;
    const Page page = current_page(model);
    if (page.screen == Screen::Tracking && !is_page_valid(model, page)) notify(model, "notice.order_unknown", page.id);
    resume_payments(model);
    const CartId key = model.cart.id;
    if (!leave_known_order(model, model.cart)) return;
    model.checkout.step = CheckoutStep::Editing;
    model.order_request = 0;
    if (page.screen != Screen::Checkout) return;
    for (const orders::Order& order : model.orders) {
        if (order.key == key) model.pages = {Page{}, {Screen::Placed, order.id.value}};
    }
    haptic(model, Haptic::Kind::Success, out);
}

void on(Model& model, const CancelOrder& msg, Effects& out) {
    const orders::Order* order = find_order(model, msg.order.value);
    if (order == nullptr || model.cancel_request != 0) return;
    if (orders::can_cancel(*order, model.now_ms)) {
        ask(model, Question::CancelOrder, msg.order.value, out);
    } else {
        refuse(model, {ErrorCode::TransitionNotAllowed, msg.order.value}, Haptic::Kind::Warning, out);
    }
}

void on(Model& model, const CopyNumber& msg, Effects& out) {
    if (find_order(model, msg.order.value) != nullptr) out.push_back(CopyText{msg.order.value});
}

void on(Model& model, const TextCopied& msg, Effects& /*out*/) {
    if (msg.ok) {
        notify(model, "notice.copied");
    } else {
        notify(model, "error.unsupported");
    }
}

}  // namespace kiosk::app
