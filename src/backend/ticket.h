#pragma once
// What customer and counter say to each other: an order's number and its pickup code. Both are pure functions.

#include <cstdint>
#include <string>

#include "base/ids.h"
#include "base/time.h"

namespace kiosk::backend {

// 1 is "A-1", 99 "A-99", 100 "B-1", after "Z-99" comes "AA-1". I and O are left out: they look like digits.
[[nodiscard]] OrderId order_id(std::uint32_t number);

// Four digits. From the cart's random key, so that nobody can tell it from the number alone.
[[nodiscard]] std::string pickup_code(const CartId& key, const OrderId& id, TimeMs placed_ms);

}  // namespace kiosk::backend
