#include "base/money.h"

#include <algorithm>
#include <numeric>

#include "base/check.h"

namespace kiosk {

Minor percent_of(Minor amount, int basis_points) {
    KIOSK_CHECK(basis_points >= 0 && basis_points <= 10'000);
    constexpr Minor kWhole = 10'000;
    const Minor scaled = amount * basis_points;
    return scaled >= 0 ? (scaled + kWhole / 2) / kWhole : -((-scaled + kWhole / 2) / kWhole);
}

namespace {

// The quotient and remainder of whole * weight / total, without overflow for values up to kMaxMinor.
struct Share {
    Minor quotient;
    Minor remainder;
};

Share share_of(Minor whole, Minor weight, Minor total) {
    // Schoolbook long division in base 2^8: with weight <= total <= kMaxMinor < 2^47 every intermediate stays below 2^56.
    Minor quotient = 0;
    Minor remainder = 0;
    for (int shift = 40; shift >= 0; shift -= 8) {
        const Minor digit = (whole >> shift) & 0xff;
        const Minor part = remainder * 0x100 + digit * weight;
        quotient = quotient * 0x100 + part / total;
        remainder = part % total;
    }
    return {quotient, remainder};
}

}  // namespace

std::vector<Minor> split(Minor whole, std::span<const Minor> weights) {
    KIOSK_CHECK(whole >= 0 && whole <= kMaxMinor);
    std::vector<Minor> parts(weights.size(), 0);
    if (weights.empty()) return parts;
    const Minor total = std::accumulate(weights.begin(), weights.end(), Minor{0});
    KIOSK_CHECK(total >= 0 && total <= kMaxMinor);
    if (total == 0) {
        parts[0] = whole;
        return parts;
    }
    std::vector<Minor> remainders(weights.size(), 0);
    Minor given = 0;
    for (std::size_t i = 0; i < weights.size(); ++i) {
        KIOSK_CHECK(weights[i] >= 0);
        const Share share = share_of(whole, weights[i], total);
        parts[i] = share.quotient;
        remainders[i] = share.remainder;
        given += share.quotient;
    }
    for (; given < whole; ++given) {
        const auto largest = std::max_element(remainders.begin(), remainders.end());
        ++parts[static_cast<std::size_t>(largest - remainders.begin())];
        *largest = -1;
    }
    return parts;
}

std::string to_decimal(Minor amount, const Currency& currency) {
    std::string digits = std::to_string(amount < 0 ? -amount : amount);
    const auto exponent = static_cast<std::size_t>(std::max(currency.exponent, 0));
    if (exponent > 0) {
        if (digits.size() <= exponent) digits.insert(0, exponent + 1 - digits.size(), '0');
        digits.insert(digits.size() - exponent, 1, '.');
    }
    return amount < 0 ? "-" + digits : digits;
}

}  // namespace kiosk
