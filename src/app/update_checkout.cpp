#include <algorithm>

#include "app/handlers.h"
#include "base/text.h"

namespace kiosk::app {
namespace {

constexpr std::size_t kMaxPhone = 40;
constexpr std::size_t kMaxAddress = 300;

orders::Contact trimmed(const orders::Contact& contact) {
    return {std::string{trim(contact.name)}, std::string{trim(contact.phone)}, std::string{trim(contact.address)},
            std::string{trim(contact.comment)}, contact.table};
}

void point_at(Model& model, const Error& why) {
    model.checkout.invalid_field = why.detail;
    ++model.checkout.refusals;
}

void finish_submission(Model& model) {
    model.checkout.step = CheckoutStep::Editing;
    model.order_request = 0;
}

}  // namespace

void on(Model& model, const SetFulfilment& msg, Effects& out) {
    const bool delivery = msg.fulfilment == shop::Fulfilment::Delivery;
    if (delivery ? !model.catalogue.delivery : !model.catalogue.pickup) return;
    model.checkout.terms.fulfilment = msg.fulfilment;
    model.checkout.invalid_field.clear();
    haptic(model, Haptic::Kind::Select, out);
}

void on(Model& model, const SetZone& msg, Effects& out) {
    if (find(model.catalogue, msg.zone) == nullptr) return;
    model.checkout.terms.zone = msg.zone;
    haptic(model, Haptic::Kind::Select, out);
}

void on(Model& model, const SetTip& msg, Effects& out) {
    const std::vector<int>& offered = model.catalogue.tips.percents;
    if (msg.percent != 0 && std::find(offered.begin(), offered.end(), msg.percent) == offered.end()) return;
    model.checkout.terms.tip_percent = msg.percent;
    haptic(model, Haptic::Kind::Select, out);
}

void on(Model& model, const EditContact& msg, Effects& /*out*/) {
    orders::Contact& contact = model.checkout.contact;
    std::string field;
    switch (msg.field) {
        case ContactField::Name:
            contact.name = bounded(msg.value, kMaxName);
            field = "name";
            break;
        case ContactField::Phone:
            contact.phone = bounded(msg.value, kMaxPhone);
            field = "phone";
            break;
        case ContactField::Address:
            contact.address = bounded(msg.value, kMaxAddress);
            field = "address";
            break;
        case ContactField::Comment:
            contact.comment = bounded(msg.value, shop::kMaxNote);
            break;
    }
    if (!field.empty() && model.checkout.invalid_field == field) model.checkout.invalid_field.clear();
}

// A double tap is not an error.
void on(Model& model, const PlaceOrder& /*msg*/, Effects& out) {
    Checkout& checkout = model.checkout;
    if (model.phase != Phase::Open || checkout.step == CheckoutStep::Submitting || model.cart.lines.empty()) return;
    if (const std::optional<Error> obstacle = order_obstacle(model)) {
        refuse(model, *obstacle, Haptic::Kind::Error, out);
        return;
    }
    const Status contact = orders::check_contact(checkout.contact, checkout.terms.fulfilment);
    if (!contact) {
        point_at(model, contact.error());
        haptic(model, Haptic::Kind::Error, out);
        return;
    }
    checkout.step = CheckoutStep::Submitting;
    checkout.invalid_field.clear();
    model.order_request = ++model.last_request;
    out.push_back(SubmitOrder{
        model.order_request,
        {model.cart, checkout.terms, trimmed(checkout.contact), model.quote.hash, model.quote.total_minor, model.referrer}});
}

// The cart's own id counts even when nobody here asked: the answer to a request before a reload, or from another tab.
void on(Model& model, const OrderAccepted& msg, Effects& out) {
    if (msg.request != 0 && msg.request == model.cancel_request) {
        model.cancel_request = 0;
        keep_order(model, msg.order);
        haptic(model, Haptic::Kind::Success, out);
        return;
    }
    const bool asked = msg.request != 0 && msg.request == model.order_request;
    const bool ours = !model.cart.id.empty() && msg.order.key == model.cart.id;
    if (!asked && !ours) return;
    finish_submission(model);
    keep_order(model, msg.order);
    leave_ordered(model, msg.order);
    save_contact(model, out);
    model.referrer.clear();
    model.pages = {Page{}, {Screen::Placed, msg.order.id.value}};
    haptic(model, Haptic::Kind::Success, out);
}

void on(Model& model, const OrderRefused& msg, Effects& out) {
    const bool cancelling = msg.request != 0 && msg.request == model.cancel_request;
    const bool ordering = msg.request != 0 && msg.request == model.order_request;
    if (!cancelling && !ordering) return;
    if (cancelling) {
        model.cancel_request = 0;
        refuse(model, msg.why, Haptic::Kind::Error, out);
        return;
    }
    finish_submission(model);
    refuse(model, msg.why, Haptic::Kind::Error, out);
    if (msg.why.code == ErrorCode::MissingContact) point_at(model, msg.why);
    if (msg.why.code == ErrorCode::KeyReused) out.push_back(LoadOrders{});
}

}  // namespace kiosk::app
