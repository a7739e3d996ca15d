#include "base/time.h"

#include <gtest/gtest.h>

#include <vector>

namespace kiosk {

void PrintTo(const WallTime& time, std::ostream* out) {
    *out << time.weekday << " at " << time.minute_of_day;
}

namespace {

struct WallCase {
    TimeMs now;
    int offset;
    WallTime wall;
};

TEST(WallTime, AddsTheOffsetAndCountsDaysFromMonday) {
    constexpr TimeMs kMonday = 1'700'438'400'000;  // 2023-11-20T00:00Z.
    const std::vector<WallCase> cases = {
        {0, 0, {3, 0}},  // A Thursday.
        {-1, 0, {2, 1439}},
        {kMonday, 0, {0, 0}},
        {kMonday - 1, 0, {6, 1439}},
        {kMonday + kMinuteMs - 1, 0, {0, 0}},
        {kMonday, 14 * 60, {0, 840}},
        {kMonday, -12 * 60, {6, 720}},
        {kMonday + 20 * kHourMs, 5 * 60 + 45, {1, 105}},
        {-8 * kDayMs, 0, {2, 0}},
    };
    for (const WallCase& c : cases) EXPECT_EQ(wall_time(c.now, c.offset), c.wall) << c.now;
}

}  // namespace
}  // namespace kiosk
