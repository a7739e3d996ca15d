#pragma once
// The automatic kitchen and courier of a shop without staff at a screen: at placing it fixes when each step will be done, and
// from then on an order's state is a function of the clock alone. So orders live on while nobody looks, and every tab and every
// reload tells the same story.

#include <optional>
#include <vector>

#include "orders/book.h"
#include "shop/catalogue.h"

namespace kiosk::backend {

struct Schedule {
    std::vector<orders::Step> steps;
    orders::Eta eta;             // From placing on.
    TimeMs cancel_until_ms = 0;  // The kitchen starts no earlier.
};

// The life of an order placed at `placed_ms`, with `busy` orders before it in the kitchen. Durations vary a little, by the
// order's key; the time of hand-over (delivery) or of being ready (pickup) lies in every eta that is given.
[[nodiscard]] Schedule schedule_of(const shop::Catalogue& catalogue, const orders::Order& order, int busy, TimeMs placed_ms);

// Runs every step that is due; the events carry their due times.
[[nodiscard]] orders::Record caught_up(orders::Record record, TimeMs now);

// When the record's next step is due.
[[nodiscard]] std::optional<TimeMs> next_step_ms(const orders::Record& record);

}  // namespace kiosk::backend
