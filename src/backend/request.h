#pragma once
// Checks of an order request before it becomes an order. Nothing here reads or changes what is stored.

#include <cstdint>

#include "base/result.h"
#include "base/time.h"
#include "orders/order.h"
#include "shop/catalogue.h"

namespace kiosk::backend {

// Of everything that the customer decides; not of the prices shown, which may differ when a lost answer is asked for again.
[[nodiscard]] std::uint64_t fingerprint_of(const orders::OrderRequest& request);

// Everything but the price; `on_sale` is the catalogue less what is taken. The refusals are those of place(), in its order.
[[nodiscard]] Status check_request(const shop::Catalogue& on_sale, const orders::OrderRequest& request, TimeMs now);

}  // namespace kiosk::backend
