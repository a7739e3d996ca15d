#pragma once
// Paying an order by Telegram's invoice: what the customer's side may believe, and when it asks the shop's cashier. What the client
// says when the invoice closes is a hint, wrong in known cases (overtake/TelegramSwift #1171, Telegram-Mini-Apps/issues #58), and
// any script can forge it: only the cashier's word, kept by the shop's side in Order::paid, makes an order paid.

#include <cstdint>
#include <string_view>

#include "base/ids.h"
#include "base/time.h"
#include "orders/order.h"

namespace kiosk::payments {

enum class Phase : std::uint8_t {
    None,        // With an order: the cashier is asked about it once more, unseen.
    Asking,      // The cashier was asked for an invoice.
    Open,        // The client shows it, or has closed it without a word.
    Confirming,  // It is closed; the cashier hasn't seen the money yet.
};

// One at a time: a second invoice beside an open one is answered "cancelled" by some clients, paid or not.
struct Payment {
    Phase phase = Phase::None;
    OrderId order;
    std::uint32_t request = 0;  // The question that the cashier hasn't answered, or 0.
    TimeMs check_ms = 0;        // When the cashier is asked next; 0: not before something happens.
    TimeMs give_up_ms = 0;      // The end of asking; 0: an invoice that the client still owes its ending has none.
    bool is_hopeful = false;    // Confirming: the client said paid or pending.

    bool operator==(const Payment&) const = default;
};

inline constexpr TimeMs kPendingMs = 30 * kMinuteMs;  // So long, money that the client told of may be on its way.

// Money may be on its way: no second invoice is opened now, and nobody is told that nothing is charged.
[[nodiscard]] bool is_pending(const orders::Order& order, TimeMs now);

// The order isn't paid, nor may it be, and the shop still makes it or has made it.
[[nodiscard]] bool is_payable(const orders::Order& order, TimeMs now);

// Its money may still come, or have come unseen: it is not paid and of today, or its invoice was never denied.
[[nodiscard]] bool is_unsettled(const orders::Order& order, TimeMs now);

// https://t.me/$SLUG or https://t.me/invoice/SLUG, SLUG of A-Z a-z 0-9 - _ = (core.telegram.org/bots/webapps, openInvoice). Clients
// close the app on others.
[[nodiscard]] bool is_invoice_link(std::string_view link);

// The client shows the invoice. It may never say that it has closed, so the cashier is asked meanwhile, too.
void open(Payment& payment, TimeMs now);

// The client has owed the ending for so long that it will not tell it; the customer may be with the bank all the same.
void outlast(Payment& payment, TimeMs now);

// The invoice closed with what the client calls "paid", "pending", "cancelled" or "failed"; empty: it never said.
void close(Payment& payment, std::string_view status, TimeMs now);

// The cashier has seen no money yet: it is asked again later, or the payment ends (Phase::None).
void wait(Payment& payment, TimeMs now);

}  // namespace kiosk::payments
