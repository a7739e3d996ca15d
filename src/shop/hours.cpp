#include "shop/hours.h"

#include <algorithm>

namespace kiosk::shop {
namespace {

constexpr int kDayMinutes = 1440;
constexpr int kWeekMinutes = 7 * kDayMinutes;

int minute_of_week(TimeMs now, int utc_offset_minutes) {
    const WallTime wall = wall_time(now, utc_offset_minutes);
    return wall.weekday * kDayMinutes + wall.minute_of_day;
}

bool is_open_at(std::span<const OpeningRange> ranges, int minute) {
    return std::any_of(ranges.begin(), ranges.end(), [&](const OpeningRange& range) {
        const int day = range.weekday * kDayMinutes;
        const auto covers = [&](int at) { return at >= day + range.from_minute && at < day + range.to_minute; };
        return covers(minute) || covers(minute + kWeekMinutes);  // Sunday night reaches into Monday.
    });
}

TimeMs start_of_minute(TimeMs now) {
    const TimeMs past = now % kMinuteMs;
    return now - (past < 0 ? past + kMinuteMs : past);
}

}  // namespace

bool is_open(std::span<const OpeningRange> ranges, int utc_offset_minutes, TimeMs now) {
    return ranges.empty() || is_open_at(ranges, minute_of_week(now, utc_offset_minutes));
}

std::optional<TimeMs> next_change(std::span<const OpeningRange> ranges, int utc_offset_minutes, TimeMs now) {
    if (ranges.empty()) return std::nullopt;
    const int minute = minute_of_week(now, utc_offset_minutes);
    const bool open = is_open_at(ranges, minute);
    int soonest = kWeekMinutes;
    const auto consider = [&](int edge) {
        const int ahead = ((edge - minute) % kWeekMinutes + kWeekMinutes) % kWeekMinutes;
        if (ahead > 0 && ahead < soonest && is_open_at(ranges, edge % kWeekMinutes) != open) soonest = ahead;
    };
    for (const OpeningRange& range : ranges) {
        consider(range.weekday * kDayMinutes + range.from_minute);
        consider(range.weekday * kDayMinutes + range.to_minute);
    }
    if (soonest == kWeekMinutes) return std::nullopt;
    return start_of_minute(now) + soonest * kMinuteMs;
}

}  // namespace kiosk::shop
