#include "base/money.h"

#include <gtest/gtest.h>

#include <numeric>

#include "base/rng.h"

namespace kiosk {
namespace {

using Amounts = std::vector<Minor>;

TEST(PercentOf, RoundsHalfAwayFromZero) {
    const Amounts got = {percent_of(1250, 1000), percent_of(5, 1000),  percent_of(4, 1000),
                         percent_of(15, 1000),   percent_of(-5, 1000), percent_of(-4, 1000),
                         percent_of(999, 3333),  percent_of(999, 0),   percent_of(999, 10'000)};
    EXPECT_EQ(got, (Amounts{125, 1, 0, 2, -1, 0, 333, 0, 999}));
}

TEST(PercentOf, HoldsTheLargestAmount) {
    EXPECT_EQ(percent_of(kMaxMinor, 9999), kMaxMinor / 10'000 * 9999);
}

TEST(PercentOf, IsNeverFurtherThanHalfAUnitFromTheTruth) {
    Rng rng(1);
    for (int i = 0; i < 20'000; ++i) {
        const Minor amount = rng.below(2'000'000'000);
        const int bp = static_cast<int>(rng.below(10'001));
        const Minor error = percent_of(amount, bp) * 10'000 - amount * bp;
        ASSERT_TRUE(error > -5'000 && error <= 5'000) << amount << " * " << bp;
    }
}

struct SplitCase {
    Minor whole;
    Amounts weights;
    Amounts parts;
};

TEST(Split, GivesTheRestToTheLargestRemainders) {
    const std::vector<SplitCase> cases = {
        {100, {1, 1, 1}, {34, 33, 33}},  // Equal remainders: the first.
        {100, {1, 2, 3}, {17, 33, 50}},
        {5, {3, 3, 4}, {2, 1, 2}},  // 1.5, 1.5, 2.0
        {7, {0, 5, 0}, {0, 7, 0}},
        {7, {0, 0}, {7, 0}},
        {0, {3, 4}, {0, 0}},
        {3, {}, {}},
        {kMaxMinor, {1, kMaxMinor - 1}, {1, kMaxMinor - 1}},
        {kMaxMinor - 1, {kMaxMinor / 2, kMaxMinor / 2}, {kMaxMinor / 2, kMaxMinor / 2 - 1}},
    };
    for (const SplitCase& c : cases) EXPECT_EQ(split(c.whole, c.weights), c.parts) << c.whole;
}

struct Division {
    Minor whole = 0;
    Amounts weights;
};

Division any_division(Rng& rng) {
    Division division;
    const std::uint32_t scale = rng.below(3);
    const auto amount = [&] {
        if (scale == 0) return Minor{rng.below(20)};
        if (scale == 1) return Minor{rng.below(1'000'000)};
        return Minor{rng.below(1'000'000'000)} * 9000 + rng.below(9000);
    };
    division.whole = amount();
    for (std::uint32_t i = rng.below(9) + 1; i > 0; --i) division.weights.push_back(amount());
    return division;
}

TEST(Split, PartsAddUpAndAreNeverAWholeUnitOff) {
    Rng rng(2);
    for (int i = 0; i < 20'000; ++i) {
        const Division division = any_division(rng);
        const Minor total = std::accumulate(division.weights.begin(), division.weights.end(), Minor{0});
        const Amounts parts = split(division.whole, division.weights);
        ASSERT_EQ(std::accumulate(parts.begin(), parts.end(), Minor{0}), division.whole);
        if (total == 0) continue;
        for (std::size_t k = 0; k < parts.size(); ++k) {
            const long double exact = static_cast<long double>(division.whole) *
                                      static_cast<long double>(division.weights[k]) / static_cast<long double>(total);
            ASSERT_LT(std::abs(static_cast<long double>(parts[k]) - exact), 1.0L);
        }
    }
}

TEST(Split, NeverTakesMoreThanTheWeightWhenTheWholeIsNotMore) {
    Rng rng(3);
    for (int i = 0; i < 20'000; ++i) {
        Division division = any_division(rng);
        const Minor total = std::accumulate(division.weights.begin(), division.weights.end(), Minor{0});
        division.whole = std::min(division.whole, total);
        const Amounts parts = split(division.whole, division.weights);
        for (std::size_t k = 0; k < parts.size(); ++k) ASSERT_LE(parts[k], division.weights[k]);
    }
}

TEST(ToDecimal, PlacesThePointByTheExponent) {
    const Currency euro{"EUR", 2};
    const std::vector<std::string> got = {
        to_decimal(1250, euro),  to_decimal(5, euro),          to_decimal(0, euro),       to_decimal(-1, euro),
        to_decimal(-1250, euro), to_decimal(1250, {"JPY", 0}), to_decimal(7, {"KWD", 3}), to_decimal(12345, {"CLF", 4})};
    EXPECT_EQ(got, (std::vector<std::string>{"12.50", "0.05", "0.00", "-0.01", "-12.50", "1250", "0.007", "1.2345"}));
}

}  // namespace
}  // namespace kiosk
