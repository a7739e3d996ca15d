#include "payments/payment.h"

#include <algorithm>

namespace kiosk::payments {
namespace {

constexpr TimeMs kCheckMs = 3 * kSecondMs;
constexpr TimeMs kHopeMs = 2 * kMinuteMs;   // Banks take that long at times.
constexpr TimeMs kDoubtMs = 6 * kSecondMs;  // A "cancelled" or "failed" that was a payment shows by then.

bool is_slug(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '=';
    });
}

}  // namespace

bool is_payable(const orders::Order& order) {
    return !order.paid && order.quote.total_minor > 0 && !orders::is_called_off(order.state);
}

bool is_invoice_link(std::string_view link) {
    for (const std::string_view start : {"https://t.me/$", "https://t.me/invoice/"}) {
        if (link.starts_with(start)) return is_slug(link.substr(start.size()));
    }
    return false;
}

void open(Payment& payment, TimeMs now) {
    payment.phase = Phase::Open;
    payment.check_ms = now + kCheckMs;
}

void close(Payment& payment, std::string_view status, TimeMs now) {
    payment.phase = Phase::Confirming;
    payment.is_hopeful = status == "paid" || status == "pending";
    payment.check_ms = now;
    payment.give_up_ms = now + (payment.is_hopeful ? kHopeMs : kDoubtMs);
}

void wait(Payment& payment, TimeMs now) {
    if (payment.phase == Phase::Confirming && now >= payment.give_up_ms) {
        payment = {};
    } else {
        payment.check_ms = now + kCheckMs;
    }
}

}  // namespace kiosk::payments
