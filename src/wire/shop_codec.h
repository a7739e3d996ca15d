#pragma once
// The shop file (JSON, documented by assets/shops/shop.schema.json) -> shop::Catalogue. Owned by whoever loads the file. Total:
// whatever the bytes are, the answer is a valid catalogue or a list of faults in plain words for whoever wrote the file.

#include <optional>
#include <string_view>
#include <vector>

#include "shop/catalogue.h"
#include "wire/fault.h"

namespace kiosk::wire {

inline constexpr std::size_t kMaxShopFileBytes = 1024 * 1024;
inline constexpr std::size_t kMaxShopProblems = 20;  // One more entry then says how many were left out.

using ShopProblem = Fault;

// Exactly one of the two is filled.
struct DecodedShop {
    std::optional<shop::Catalogue> catalogue;
    std::vector<ShopProblem> problems;

    bool operator==(const DecodedShop&) const = default;
};

[[nodiscard]] DecodedShop decode_shop(std::string_view bytes);

}  // namespace kiosk::wire
