#pragma once
// The parts of the shop file, read into a half-made catalogue. Private to the shop codec: each part notes its own faults and
// leaves harmless values behind.

#include <string>
#include <string_view>
#include <vector>

#include "shop/catalogue.h"
#include "wire/json_reader.h"

namespace kiosk::wire {

// What the parts share while one file is read.
struct ShopDraft {
    shop::Catalogue catalogue;
    std::string money_advice;  // " in minor units: 1250 means 12.50"
    Ids categories;
    Ids products;
};

[[nodiscard]] TextRule name_rule();
[[nodiscard]] TextRule emoji_rule();
[[nodiscard]] Minor read_amount(const Node& node, const ShopDraft& draft, Need need);
// As read_amount, but there is a difference between nothing and 0.
[[nodiscard]] std::optional<Minor> read_optional_amount(const Node& node, const ShopDraft& draft);

// {"mon-fri": "10:00-22:00", "sat": ["11:00-15:00", "18:00-02:00"], "sun": "closed"}; days that are not named are closed. Empty,
// which means always open, only when the node is not there.
[[nodiscard]] std::vector<shop::OpeningRange> read_hours(const Node& node);

void read_terms(const Node& root, ShopDraft& draft);       // Fees, times, tips, zones.
void read_menu(const Node& root, ShopDraft& draft);        // Categories, option groups, products.
void read_promotions(const Node& root, ShopDraft& draft);  // After the menu, to which they refer.

}  // namespace kiosk::wire
