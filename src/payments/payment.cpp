#include "payments/payment.h"

#include <algorithm>

namespace kiosk::payments {
namespace {

constexpr TimeMs kCheckMs = 3 * kSecondMs;
constexpr TimeMs kSlowCheckMs = 30 * kSecondMs;
constexpr TimeMs kHopeMs = 2 * kMinuteMs;   // Banks take that long at times.
constexpr TimeMs kDoubtMs = 6 * kSecondMs;  // A "cancelled" or "failed" that was a payment shows by then.

bool is_slug(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' ||
               c == '=';
    });
}

}  // namespace

bool is_pending(const orders::Order& order, TimeMs now) {
    return !order.paid && order.invoice_ms > (orders::is_called_off(order.state) ? 0 : now);
}

bool is_payable(const orders::Order& order, TimeMs now) {
    return !order.paid && order.quote.total_minor > 0 && !orders::is_called_off(order.state) && !is_pending(order, now);
}

bool is_unsettled(const orders::Order& order, TimeMs now) {
    const bool is_recent = !order.history.empty() && order.history.front().at_ms > now - kDayMs;
    return !order.paid && order.quote.total_minor > 0 && (is_recent || order.invoice_ms != 0);
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

void outlast(Payment& payment, TimeMs now) {
    payment.give_up_ms = now + kPendingMs;
}

void close(Payment& payment, std::string_view status, TimeMs now) {
    payment.phase = Phase::Confirming;
    payment.is_hopeful = status == "paid" || status == "pending";
    payment.check_ms = now;
    payment.give_up_ms = now + (payment.is_hopeful ? kHopeMs : kDoubtMs);
}

void wait(Payment& payment, TimeMs now) {
    const bool has_end = payment.give_up_ms != 0;
    if (has_end && now >= payment.give_up_ms) {
        payment = {};
    } else {
        payment.check_ms = now + (has_end && payment.phase == Phase::Open ? kSlowCheckMs : kCheckMs);
    }
}

}  // namespace kiosk::payments
