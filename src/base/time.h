#pragma once
// Time is a number that comes in with a message; nothing here reads a clock. Instants are milliseconds since 1970 UTC; local
// wall-clock rules (opening hours) add the shop's offset first.

#include <cstdint>

namespace kiosk {

using TimeMs = std::int64_t;  // Milliseconds since 1970-01-01T00:00Z.

inline constexpr TimeMs kSecondMs = 1000;
inline constexpr TimeMs kMinuteMs = 60 * kSecondMs;
inline constexpr TimeMs kHourMs = 60 * kMinuteMs;
inline constexpr TimeMs kDayMs = 24 * kHourMs;

struct WallTime {
    int weekday;        // 0 = Monday .. 6 = Sunday (ISO 8601 weekday less one).
    int minute_of_day;  // 0 .. 1439.

    bool operator==(const WallTime&) const = default;
};

// The wall clock at an offset of utc_offset_minutes east of Greenwich.
[[nodiscard]] constexpr WallTime wall_time(TimeMs now, int utc_offset_minutes) {
    const TimeMs local = now + utc_offset_minutes * kMinuteMs;
    TimeMs days = local / kDayMs;
    if (local % kDayMs < 0) --days;
    const TimeMs in_day = local - days * kDayMs;
    const int weekday = static_cast<int>(((days + 3) % 7 + 7) % 7);  // 1970-01-01 was a Thursday.
    return {weekday, static_cast<int>(in_day / kMinuteMs)};
}

}  // namespace kiosk
