#pragma once
// Money is a whole number of minor units; a currency says how many of them make one major unit. No floating point anywhere.
// Rounding rule of the whole product: a share is rounded once, half away from zero (percent_of); an amount divided over
// several lines is divided by largest remainder, so the parts always add up to the whole (split).

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace kiosk {

using Minor = std::int64_t;

// The largest amount that any field may hold: sums of 10,000 such amounts still fit in 64 bits.
inline constexpr Minor kMaxMinor = 100'000'000'000'000;

struct Currency {
    std::string code;  // ISO 4217, or "XTR" for Telegram Stars.
    int exponent = 2;  // Digits after the decimal separator, 0..4.

    bool operator==(const Currency&) const = default;
};

// basis_points / 10,000 of amount, rounded half away from zero. |amount| <= kMaxMinor, 0 <= basis_points <= 10,000.
[[nodiscard]] Minor percent_of(Minor amount, int basis_points);

// Divides whole over the weights by largest remainder; ties go to the earlier weight. The parts add up to whole. Weights must
// not be negative; when all are zero the first part takes everything. 0 <= whole, sum of weights <= kMaxMinor.
[[nodiscard]] std::vector<Minor> split(Minor whole, std::span<const Minor> weights);

// "12.50": digits and a point, no symbol, no grouping. For logs, tests and the wire; screens format through the platform.
[[nodiscard]] std::string to_decimal(Minor amount, const Currency& currency);

}  // namespace kiosk
