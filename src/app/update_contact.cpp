#include <algorithm>

#include "app/handlers.h"
#include "wire/order_json.h"

namespace kiosk::app {
namespace {

using telegram::Method;

// No field of one line takes them by hand.
bool has_controls(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; });
}

}  // namespace

void save_contact(Model& model, Effects& out) {
    const orders::Contact& contact = model.checkout.contact;
    if (contact.phone.empty() && contact.address.empty()) return;
    wire::JsonWriter saved;
    wire::write(saved, orders::Contact{contact.name, contact.phone, contact.address, {}});
    model.can_restore_contact = false;  // This takes its place.
    static_cast<void>(call_telegram(model, telegram::call(Method::SecureSetItem, kContactKey, saved.take()), out));
}

void ask_for_contact(Model& model, Effects& out) {
    const orders::Contact& contact = model.checkout.contact;
    if (!contact.phone.empty() || !contact.address.empty()) return;
    static_cast<void>(call_telegram(model, telegram::call(Method::SecureGetItem, kContactKey), out));
}

void take_contact(Model& model, Method method, const telegram::Outcome& outcome, Effects& out) {
    const bool is_restored = method == Method::SecureRestoreItem;
    const std::string saved = telegram::read_text(outcome.values, "0");
    model.can_restore_contact = !is_restored && saved.empty() && telegram::read_flag(outcome.values, "1");
    const auto fill = [&](ContactField field, const std::string& present, std::string_view name) {
        const std::string text = telegram::read_text(saved, name);
        if (present.empty() && !has_controls(text)) on(model, EditContact{field, text}, out);
    };
    const orders::Contact& contact = model.checkout.contact;
    fill(ContactField::Name, contact.name, "name");
    fill(ContactField::Phone, contact.phone, "phone");
    fill(ContactField::Address, contact.address, "address");
    if (is_restored && !saved.empty()) haptic(model, Haptic::Kind::Success, out);
}

}  // namespace kiosk::app
