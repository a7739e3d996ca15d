#include "shop/hours.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "base/rng.h"
#include "support/shop_samples.h"

namespace kiosk::shop {
namespace {

constexpr int kWeekMinutes = 7 * 1440;

constexpr int hm(int hour, int minute) {
    return hour * 60 + minute;
}
constexpr TimeMs utc(int day, int hour, int minute) {
    return kMonday + day * kDayMs + hm(hour, minute) * kMinuteMs;
}

using Ranges = std::vector<OpeningRange>;

struct OpenCase {
    Ranges ranges;
    int offset;
    TimeMs now;
    bool open;
    std::optional<TimeMs> change;
};

void expect_cases(const std::vector<OpenCase>& cases) {
    for (std::size_t i = 0; i < cases.size(); ++i) {
        const OpenCase& c = cases[i];
        EXPECT_EQ(is_open(c.ranges, c.offset, c.now), c.open) << "case " << i;
        EXPECT_EQ(next_change(c.ranges, c.offset, c.now), c.change) << "case " << i;
    }
}

TEST(Hours, OpenFromTheFirstMinuteUntilTheLast) {
    const Ranges day = {{0, hm(10, 0), hm(22, 0)}};
    expect_cases({
        {day, 0, utc(0, 10, 0) - 1, false, utc(0, 10, 0)},
        {day, 0, utc(0, 10, 0), true, utc(0, 22, 0)},
        {day, 0, utc(0, 22, 0) - 1, true, utc(0, 22, 0)},
        {day, 0, utc(0, 22, 0), false, utc(7, 10, 0)},
        {day, 0, utc(6, 23, 59), false, utc(7, 10, 0)},
    });
}

TEST(Hours, AreOpenPastMidnightAndPastTheEndOfTheWeek) {
    const Ranges late = {{4, hm(18, 0), hm(26, 0)}, {6, hm(18, 0), hm(27, 30)}};
    expect_cases({
        {late, 0, utc(4, 23, 59), true, utc(5, 2, 0)},
        {late, 0, utc(5, 1, 59), true, utc(5, 2, 0)},
        {late, 0, utc(5, 2, 0), false, utc(6, 18, 0)},
        {late, 0, utc(6, 23, 0), true, utc(7, 3, 30)},
        {late, 0, utc(0, 0, 0), true, utc(0, 3, 30)},
        {late, 0, utc(0, 3, 30), false, utc(4, 18, 0)},
    });
}

TEST(Hours, CountOverlappingAndAdjacentRangesAsOne) {
    const Ranges ranges = {{1, hm(9, 0), hm(13, 0)}, {1, hm(12, 0), hm(15, 0)}, {1, hm(15, 0), hm(24, 0)}, {2, 0, hm(4, 0)}};
    expect_cases({
        {ranges, 0, utc(1, 9, 0), true, utc(2, 4, 0)},
        {ranges, 0, utc(1, 15, 0), true, utc(2, 4, 0)},
        {ranges, 0, utc(2, 0, 0), true, utc(2, 4, 0)},
    });
}

TEST(Hours, NeverChangeAroundTheClock) {
    Ranges always;
    for (int day = 0; day < 7; ++day) always.push_back({day, 0, 1440});
    expect_cases({
        {{}, 0, utc(3, 3, 3), true, std::nullopt},
        {always, 0, utc(6, 23, 59), true, std::nullopt},
        {always, 330, utc(0, 0, 0), true, std::nullopt},
    });
}

TEST(Hours, FollowTheShopsClock) {
    const Ranges day = {{0, hm(0, 0), hm(1, 0)}};  // The first hour of Monday.
    expect_cases({
        {day, 14 * 60, utc(-1, 10, 0), true, utc(-1, 11, 0)},
        {day, -12 * 60, utc(0, 12, 59), true, utc(0, 13, 0)},
        {day, 5 * 60 + 45, utc(-1, 18, 14), false, utc(-1, 18, 15)},
        {day, 5 * 60 + 45, utc(-1, 18, 15), true, utc(-1, 19, 15)},
    });
}

TEST(Hours, WorkBefore1970) {
    const Ranges day = {{2, hm(23, 0), hm(24, 0)}};  // 1969-12-31 was a Wednesday.
    expect_cases({{day, 0, -1, true, 0}, {day, 0, -kHourMs - 1, false, -kHourMs}});
}

Ranges any_ranges(Rng& rng) {
    Ranges ranges;
    for (std::uint32_t i = rng.below(6) + 1; i > 0; --i) {
        OpeningRange range;
        range.weekday = static_cast<int>(rng.below(7));
        range.from_minute = static_cast<int>(rng.below(1440));
        range.to_minute = range.from_minute + 1 + static_cast<int>(rng.below(1440));
        ranges.push_back(range);
    }
    return ranges;
}

// The same question answered by painting every minute of the week.
std::array<bool, kWeekMinutes> painted(const Ranges& ranges) {
    std::array<bool, kWeekMinutes> week{};
    for (const OpeningRange& range : ranges) {
        for (int m = range.from_minute; m < range.to_minute; ++m) {
            week[static_cast<std::size_t>((range.weekday * 1440 + m) % kWeekMinutes)] = true;
        }
    }
    return week;
}

TEST(Hours, AgreeWithAPaintedWeek) {
    Rng rng(11);
    for (int round = 0; round < 400; ++round) {
        const Ranges ranges = any_ranges(rng);
        const auto week = painted(ranges);
        const int offset = static_cast<int>(rng.below(26 * 60 + 1)) - 12 * 60;
        for (int probe = 0; probe < 50; ++probe) {
            const int minute = static_cast<int>(rng.below(kWeekMinutes));
            const TimeMs start = kMonday + (minute - offset) * kMinuteMs;
            const TimeMs now = start + rng.below(static_cast<std::uint32_t>(kMinuteMs));
            const bool open = week[static_cast<std::size_t>(minute)];
            std::optional<TimeMs> change;
            for (int ahead = 1; ahead < kWeekMinutes && !change; ++ahead) {
                if (week[static_cast<std::size_t>((minute + ahead) % kWeekMinutes)] != open)
                    change = start + ahead * kMinuteMs;
            }
            ASSERT_EQ(is_open(ranges, offset, now), open);
            ASSERT_EQ(next_change(ranges, offset, now), change);
        }
    }
}

}  // namespace
}  // namespace kiosk::shop
