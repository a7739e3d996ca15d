#pragma once
// PCG32 (pcg-random.org, XSH-RR 64/32, stream 1): the only source of chance in simulations. Same seed, same numbers, on
// every build. Never for secrets.

#include <cstdint>

namespace kiosk {

class Rng {
public:
    explicit Rng(std::uint64_t seed) {
        next();
        state_ += seed;
        next();
    }
    std::uint32_t next() {
        const std::uint64_t old = state_;
        state_ = old * 6364136223846793005ULL + kIncrement;
        const auto mixed = static_cast<std::uint32_t>(((old >> 18U) ^ old) >> 27U);
        const auto turn = static_cast<std::uint32_t>(old >> 59U);
        return (mixed >> turn) | (mixed << ((32U - turn) & 31U));
    }
    // Uniform in [0, bound), without modulo bias. Requires bound > 0.
    std::uint32_t below(std::uint32_t bound) {
        const std::uint32_t threshold = (0U - bound) % bound;
        for (;;) {
            const std::uint32_t value = next();
            if (value >= threshold) return value % bound;
        }
    }
    bool operator==(const Rng&) const = default;

private:
    static constexpr std::uint64_t kIncrement = 3;
    std::uint64_t state_ = 0;
};

}  // namespace kiosk
