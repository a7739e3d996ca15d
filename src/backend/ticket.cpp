#include "backend/ticket.h"

#include <string_view>

#include "base/check.h"
#include "base/hash.h"
#include "base/rng.h"

namespace kiosk::backend {
namespace {

constexpr std::string_view kLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::uint32_t kPerLetter = 99;

}  // namespace

OrderId order_id(std::uint32_t number) {
    KIOSK_CHECK(number > 0);
    const std::uint32_t base = static_cast<std::uint32_t>(kLetters.size());
    std::string letters;
    for (std::uint32_t rest = (number - 1) / kPerLetter + 1; rest > 0; rest = (rest - 1) / base) {
        letters.insert(letters.begin(), kLetters[(rest - 1) % base]);
    }
    return {letters + "-" + std::to_string((number - 1) % kPerLetter + 1)};
}

std::string pickup_code(const CartId& key, const OrderId& id, TimeMs placed_ms) {
    Hasher hasher;
    hasher.bytes(key.value);
    hasher.bytes(id.value);
    hasher.i64(placed_ms);
    std::string digits = std::to_string(10'000 + Rng(hasher.value()).below(10'000));
    return digits.substr(1);
}

}  // namespace kiosk::backend
