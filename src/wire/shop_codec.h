#pragma once
// The shop file (JSON, documented by assets/shops/shop.schema.json) -> shop::Catalogue. Owned by whoever loads the file. Total:
// whatever the bytes are, the answer is a valid catalogue or a list of faults in plain words for whoever wrote the file.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "shop/catalogue.h"

namespace kiosk::wire {

inline constexpr std::size_t kMaxShopFileBytes = 1024 * 1024;
inline constexpr std::size_t kMaxShopProblems = 20;  // One more entry then says how many were left out.

struct ShopProblem {
    std::string pointer;  // RFC 6901 ("" is the whole file), or "line 3, column 7" when the file is no JSON text.
    std::string
        message;  // English: what is wrong there, and what to write instead. Continues the pointer: "is missing; ...".

    bool operator==(const ShopProblem&) const = default;
};

// Exactly one of the two is filled.
struct DecodedShop {
    std::optional<shop::Catalogue> catalogue;
    std::vector<ShopProblem> problems;

    bool operator==(const DecodedShop&) const = default;
};

[[nodiscard]] DecodedShop decode_shop(std::string_view bytes);

}  // namespace kiosk::wire
