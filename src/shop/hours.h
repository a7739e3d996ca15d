#pragma once
// Opening hours on the shop's wall clock. Ranges may pass midnight and may overlap.

#include <optional>
#include <span>

#include "base/time.h"
#include "shop/catalogue.h"

namespace kiosk::shop {

// An empty list is always open.
[[nodiscard]] bool is_open(std::span<const OpeningRange> ranges, int utc_offset_minutes, TimeMs now);

// The next instant, after now, at which the shop opens (when closed) or closes (when open), on a whole minute. None when that
// never happens. Overlapping and adjacent ranges count as one.
[[nodiscard]] std::optional<TimeMs> next_change(std::span<const OpeningRange> ranges, int utc_offset_minutes, TimeMs now);

}  // namespace kiosk::shop
