#pragma once
// FNV-1a, 64 bit (http://www.isthe.com/chongo/tech/comp/fnv/): for golden hashes, cache keys and saved-state checksums.
// Integers are fed little-endian, so every build computes the same value. Not a defence against an attacker.

#include <cstdint>
#include <string_view>

namespace kiosk {

class Hasher {
public:
    void bytes(std::string_view text) {
        for (const char c : text) byte(static_cast<std::uint8_t>(c));
    }
    void u32(std::uint32_t value) {
        for (int shift = 0; shift < 32; shift += 8) byte(static_cast<std::uint8_t>(value >> shift));
    }
    void u64(std::uint64_t value) {
        u32(static_cast<std::uint32_t>(value));
        u32(static_cast<std::uint32_t>(value >> 32U));
    }
    void i32(std::int32_t value) { u32(static_cast<std::uint32_t>(value)); }
    void i64(std::int64_t value) { u64(static_cast<std::uint64_t>(value)); }
    [[nodiscard]] std::uint64_t value() const { return state_; }

private:
    void byte(std::uint8_t value) {
        state_ ^= value;
        state_ *= 0x100000001b3ULL;
    }
    std::uint64_t state_ = 0xcbf29ce484222325ULL;
};

[[nodiscard]] inline std::uint64_t hash_of(std::string_view text) {
    Hasher hasher;
    hasher.bytes(text);
    return hasher.value();
}

}  // namespace kiosk
