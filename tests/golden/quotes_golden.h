#pragma once
// The golden prices: a thousand offers by chance, folded into one number, compiled into whoever checks it. A quote that the app
// shows from wasm must carry the hash that a native backend computes. It changes only when pricing, or what is hashed, does.

#include "base/hash.h"
#include "support/shop_samples.h"

namespace kiosk::tests {

inline constexpr std::uint64_t kQuotesDigest = 16471530518133108233ULL;

inline std::uint64_t quotes_digest() {
    constexpr TimeMs kMonday = 1'700'438'400'000;
    Rng rng(2026);
    Hasher hasher;
    for (int i = 0; i < 1000; ++i) {
        const shop::Catalogue catalogue = shop::any_shop(rng);
        const shop::Cart cart = shop::any_cart(rng, catalogue);
        const shop::Terms terms = shop::any_terms(rng, catalogue);
        hasher.u64(shop::price(catalogue, cart, terms, kMonday + rng.below(10'000) * kMinuteMs).hash);
    }
    return hasher.value();
}

}  // namespace kiosk::tests
