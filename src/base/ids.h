#pragma once
// Ids are distinct types: a product id never stands where an order id is meant. Ids that come from the shop file are its own
// strings; ids made here are text too, so that a server may choose its own.

#include <string>

namespace kiosk {

template <typename Tag>
struct Id {
    std::string value;

    [[nodiscard]] bool empty() const { return value.empty(); }
    auto operator<=>(const Id&) const = default;
};

using CategoryId = Id<struct CategoryTag>;
using ProductId = Id<struct ProductTag>;
using GroupId = Id<struct GroupTag>;    // Option group.
using OptionId = Id<struct OptionTag>;  // One choice of an option group.
using PromotionId = Id<struct PromotionTag>;
using ZoneId = Id<struct ZoneTag>;
using CartId = Id<struct CartTag>;    // Also the idempotency key of the order that the cart becomes.
using OrderId = Id<struct OrderTag>;  // Short and speakable, "A-17".

}  // namespace kiosk
