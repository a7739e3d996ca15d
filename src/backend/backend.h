#pragma once
// The shop's side of ordering: the rules that a server runs, and that the app embeds when the shop names no server. It trusts
// nothing that a customer sends: it checks, prices and numbers everything itself. Every function is a pure rule over the storage
// port and the instant that it is given; a refusal changes nothing.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "backend/storage.h"
#include "base/time.h"
#include "orders/order.h"
#include "shop/catalogue.h"

namespace kiosk::backend {

// The catalogue with `stock` lowered by what is taken already: what can be sold now.
[[nodiscard]] shop::Catalogue on_sale(shop::Catalogue catalogue, const Storage& storage);

// Places an order once for a cart id: the same request again gets the same order again (as it stands at `now`), another request
// under the same id is refused with KeyReused and the order's id in detail. Refused attempts leave no trace, so the key is free
// for the next try. Other refusals, first one counts:
//   BadInput (detail names the field), EmptyCart, Unsupported (way of fulfilment), ShopClosed, OutsideZone (zone id),
//   MissingContact (field), those of shop::problems, BelowMinimum (missing minor units), PriceChanged (the total in minor units
//   that it would be now: the customer has to agree first), Storage.
[[nodiscard]] Result<orders::Order> place(const shop::Catalogue& catalogue, Storage& storage,
                                          const orders::OrderRequest& request, TimeMs now);

// By the customer: NotFound, TransitionNotAllowed (state), Storage. Cancelling what is cancelled already is no error.
[[nodiscard]] Result<orders::Order> cancel(Storage& storage, const OrderId& id, TimeMs now);

// By the shop, before it accepts; the reason is a code that texts are looked up by.
[[nodiscard]] Result<orders::Order> refuse(Storage& storage, const OrderId& id, std::string_view reason, TimeMs now);

// What is known of an order's money, whatever became of the order meanwhile: NotFound, Storage. An order that was paid stays so; a
// receipt that is no https address of at most orders::kMaxReceipt bytes counts as none. Saying it again is no error.
[[nodiscard]] Result<orders::Order> note_payment(Storage& storage, const OrderId& id, TimeMs invoice_ms, bool paid,
                                                 const std::string& receipt, TimeMs now);

// Lets the kitchen and the courier do what is due, and answers the orders that changed. Calling it more or less often, or
// once after a long sleep, gives the same histories.
[[nodiscard]] Result<std::vector<orders::Order>> advance(Storage& storage, TimeMs now);

// The first instant after `now` at which advance() has something to do.
[[nodiscard]] std::optional<TimeMs> next_deadline(const Storage& storage, TimeMs now);

}  // namespace kiosk::backend
