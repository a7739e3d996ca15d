#pragma once
// The one place where money is computed; the app shows its result as a quote, the shop's side runs it again and its answer
// counts. Order of steps: unit prices, line promotions, subtotal, order promotions split over the lines, delivery fee and its
// promotions, packing fee, tip. Each percentage is rounded once (base/money.h), no line and no total falls below zero.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/time.h"
#include "shop/cart.h"

namespace kiosk::shop {

struct Terms {
    Fulfilment fulfilment = Fulfilment::Pickup;
    ZoneId zone;          // For delivery.
    int tip_percent = 0;  // 0..100, of the subtotal after discounts.

    bool operator==(const Terms&) const = default;
};

struct QuoteLine {
    Minor unit_minor = 0;      // One piece with its options.
    Minor gross_minor = 0;     // unit * quantity.
    Minor discount_minor = 0;  // This line's promotion and its share of the order's.
    Minor net_minor = 0;       // gross - discount.

    bool operator==(const QuoteLine&) const = default;
};

struct Discount {
    PromotionId promotion;
    Minor amount_minor = 0;  // Positive.

    bool operator==(const Discount&) const = default;
};

struct Quote {
    std::vector<QuoteLine> lines;     // One for each cart line.
    std::vector<Discount> discounts;  // Only those that took something off.
    Minor subtotal_minor = 0;         // Sum of gross.
    Minor discount_minor = 0;         // Sum over lines (delivery promotions lower the fee instead).
    Minor delivery_minor = 0;         // After delivery promotions.
    Minor packing_minor = 0;
    Minor tip_minor = 0;
    Minor total_minor = 0;    // subtotal - discount + delivery + packing + tip.
    Minor missing_minor = 0;  // Still to add until the zone's minimum is met (subtotal after line promotions).
    std::optional<Minor> free_delivery_missing_minor;  // Still to add until delivery is free, when that can be reached.
    std::uint64_t hash = 0;  // Of everything above and of what was priced: equal hashes, equal offers.

    bool operator==(const Quote&) const = default;
};

// Prices a cart whose lines are in order (no problems()); lines of unknown products count as zero.
[[nodiscard]] Quote price(const Catalogue& catalogue, const Cart& cart, const Terms& terms, TimeMs now);

// The price of one piece with choices.
[[nodiscard]] Minor unit_price(const Catalogue& catalogue, const Product& product, const std::vector<Choice>& choices);

}  // namespace kiosk::shop
