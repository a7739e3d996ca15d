#include <algorithm>

#include "app/handlers.h"
#include "base/text.h"

namespace kiosk::app {
namespace {

constexpr std::size_t kMaxCode = 64;

void offer_undo(Model& model, int index, shop::Line line) {
    const shop::Product* product = find(model.catalogue, line.product);
    std::string name = product != nullptr ? product->name : line.product.value;
    model.removed = {index, std::move(line)};
    std::erase_if(model.notices, [](const Notice& notice) { return notice.can_undo; });
    notify(model, "notice.line_removed", std::move(name));
    model.notices.back().can_undo = true;
    model.notices.back().until_ms = model.now_ms + kUndoMs;
}

void close_undo(Model& model) {
    model.removed.reset();
    std::erase_if(model.notices, [](const Notice& notice) { return notice.can_undo; });
}

}  // namespace

bool take_cart(Model& model, Result<shop::Cart> cart, Effects& out) {
    if (!cart) {
        refuse(model, cart.error(), Haptic::Kind::Warning, out);
        return false;
    }
    model.cart = *std::move(cart);
    haptic(model, Haptic::Kind::Tap, out);
    return true;
}

void on(Model& model, const SetLineQuantity& msg, Effects& out) {
    if (msg.line < 0 || msg.line >= static_cast<int>(model.cart.lines.size()) || msg.quantity < 0) return;
    shop::Line before = model.cart.lines[static_cast<std::size_t>(msg.line)];
    const bool taken = take_cart(model, shop::set_quantity(model.cart, model.catalogue, msg.line, msg.quantity), out);
    if (taken && msg.quantity == 0) offer_undo(model, msg.line, std::move(before));
}

void on(Model& model, const UndoRemove& /*msg*/, Effects& out) {
    if (!model.removed) return;
    const RemovedLine removed = *model.removed;
    close_undo(model);
    // Adding checks the limits and joins an equal line; only a line that stands alone at the end goes back to its place.
    const std::size_t count = model.cart.lines.size();
    if (!take_cart(model, shop::add(model.cart, model.catalogue, removed.line), out)) return;
    std::vector<shop::Line>& lines = model.cart.lines;
    if (lines.size() == count) return;
    const auto place = std::min<std::ptrdiff_t>(removed.index, static_cast<std::ptrdiff_t>(count));
    std::rotate(lines.begin() + place, lines.end() - 1, lines.end());
}

void on(Model& model, const ClearCart& /*msg*/, Effects& out) {
    if (!model.cart.lines.empty()) ask(model, Question::ClearCart, {}, out);
}

void on(Model& model, const ApplyCode& msg, Effects& out) {
    const std::string code{trim(bounded(msg.code, kMaxCode))};
    if (code.empty()) return;
    if (model.cart.codes.size() >= kMaxCodes) {
        refuse(model, {ErrorCode::LimitReached, std::to_string(kMaxCodes)}, Haptic::Kind::Warning, out);
        return;
    }
    Result<shop::Cart> cart = shop::add_code(model.cart, model.catalogue, code);
    if (!cart) {
        notify(model, "notice.code_unknown", code);
        haptic(model, Haptic::Kind::Error, out);
        return;
    }
    model.cart = *std::move(cart);
    haptic(model, Haptic::Kind::Success, out);
}

void on(Model& model, const RemoveCode& msg, Effects& out) {
    if (std::erase(model.cart.codes, msg.code) > 0) haptic(model, Haptic::Kind::Tap, out);
}

void on(Model& model, const OrderAgain& msg, Effects& out) {
    const orders::Order* order = find_order(model, msg.order.value);
    if (order == nullptr || model.phase != Phase::Open) return;
    const bool alone = model.cart.lines.empty();
    shop::Cart cart = model.cart;
    std::string missing;
    std::size_t added = 0;
    for (const orders::OrderLine& line : order->lines) {
        Result<shop::Cart> more = shop::add(cart, model.catalogue, {line.product, line.choices, line.quantity, line.note});
        if (more) {
            cart = *std::move(more);
            ++added;
        } else {
            missing += (missing.empty() ? "" : "\n") + line.name;
        }
    }
    if (!missing.empty()) notify(model, "notice.not_available", missing);
    haptic(model, added > 0 ? Haptic::Kind::Tap : Haptic::Kind::Warning, out);
    if (added == 0) return;
    model.cart = std::move(cart);
    if (alone && added == order->lines.size() && model.settings.quick_reorder && model.can_recognise) {
        model.reorder = {model.cart.lines, order->quote.total_minor};
    }
    open_page(model, {Screen::Cart, {}});
}

}  // namespace kiosk::app
