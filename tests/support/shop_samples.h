#pragma once
// A shop small enough to compute by hand, and shops and carts by chance.

#include "base/rng.h"
#include "shop/cart.h"
#include "shop/pricing.h"

namespace kiosk::shop {

inline constexpr TimeMs kMonday = 1'700'438'400'000;  // 2023-11-20T00:00Z; 01:00 on the small shop's clock.

inline Option make_option(const char* id, Minor price, int max_quantity = 1, bool sold_out = false) {
    return {{id}, id, price, max_quantity, sold_out};
}

inline Product make_product(const char* id, const char* category, Minor price, std::vector<GroupId> groups = {}) {
    Product product;
    product.id = {id};
    product.category = {category};
    product.name = id;
    product.price_minor = price;
    product.groups = std::move(groups);
    return product;
}

inline Choice extra(const char* option, int quantity = 1) {
    return {{"extras"}, {option}, quantity};
}

inline Cart cart_of(std::vector<Line> lines) {
    return {{"cart"}, std::move(lines), {}};
}

// burger (size, extras), wings (two sauces), cola, cake (3 in stock), pie (2 an order), soup (sold out).
inline Catalogue small_shop() {
    Catalogue shop;
    shop.name = "Corner";
    shop.language = "en";
    shop.currency = {"EUR", 2};
    shop.utc_offset_minutes = 60;
    shop.delivery = true;
    shop.packing_fee_minor = 40;
    shop.zones = {{{"near"}, "Near", 190, 2500, 1000, 10}, {{"far"}, "Far", 590, std::nullopt, 2500, 30}};
    shop.categories = {{{"food"}, "Food", "🍔"}, {{"drinks"}, "Drinks", "🥤"}};
    shop.groups = {{{"size"}, "Size", 1, 1, {make_option("regular", 0), make_option("large", 150)}, {{"regular"}}},
                   {{"extras"},
                    "Extras",
                    0,
                    4,
                    {make_option("cheese", 110, 3), make_option("bacon", 150), make_option("egg", 120, 1, true)},
                    {{"egg"}}},
                   {{"sauces"}, "Sauces", 2, 2, {make_option("bbq", 0, 2), make_option("mayo", 0, 2)}, {}}};
    shop.products = {make_product("burger", "food", 890, {{"size"}, {"extras"}}),
                     make_product("wings", "food", 700, {{"sauces"}}),
                     make_product("cola", "drinks", 290),
                     make_product("cake", "food", 540),
                     make_product("pie", "food", 390),
                     make_product("soup", "food", 450)};
    shop.products[3].stock = 3;
    shop.products[4].max_per_order = 2;
    shop.products[5].sold_out = true;
    return shop;
}

inline Line line_of(const char* product, int quantity = 1, std::vector<Choice> choices = {}) {
    return {{product}, std::move(choices), quantity, ""};
}

inline Line burger(int quantity = 1, std::vector<Choice> extras = {}) {
    Line line = line_of("burger", quantity, {{{"size"}, {"regular"}, 1}});
    line.choices.insert(line.choices.end(), extras.begin(), extras.end());
    return line;
}

inline Minor any_price(Rng& rng) {
    const std::uint32_t kind = rng.below(12);
    if (kind == 0) return 0;
    if (kind == 1) return kMaxPriceMinor - rng.below(3);
    return kind < 7 ? rng.below(50) : rng.below(3000);
}

inline int any_int(Rng& rng, int low, int high) {
    return low + static_cast<int>(rng.below(static_cast<std::uint32_t>(high - low + 1)));
}

inline OptionGroup any_group(Rng& rng, const std::string& id) {
    OptionGroup group{{id}, "group " + id, 0, any_int(rng, 1, 5), {}, {}};
    int available = 0;
    for (int i = any_int(rng, 1, 5); i > 0; --i) {
        Option option{
            {"o" + std::to_string(i)}, "option", any_price(rng) % 100'000'000, any_int(rng, 1, 3), rng.below(6) == 0};
        available += option.sold_out ? 0 : option.max_quantity;
        group.options.push_back(std::move(option));
    }
    group.min = any_int(rng, 0, std::min(available, group.max));
    return group;
}

inline Promotion any_promotion(Rng& rng, const std::string& id, const Catalogue& shop) {
    Promotion promotion;
    promotion.id = {id};
    promotion.name = id;
    if (rng.below(3) == 0) promotion.code = "CODE" + std::to_string(rng.below(3));
    promotion.target = static_cast<PromotionTarget>(rng.below(4));
    if (promotion.target == PromotionTarget::Category) promotion.category = {"c" + std::to_string(rng.below(3))};
    if (promotion.target == PromotionTarget::Product) {
        promotion.product = shop.products[rng.below(static_cast<std::uint32_t>(shop.products.size()))].id;
    }
    if (rng.below(2) == 0) {
        promotion.percent_bp = any_int(rng, 1, 100) * 100;
    } else {
        promotion.amount_minor = any_price(rng) + 1;
    }
    if (rng.below(3) == 0) promotion.minimum_minor = any_price(rng);
    if (rng.below(4) == 0) promotion.hours = {{any_int(rng, 0, 6), any_int(rng, 0, 1439), 1440}};
    if (rng.below(4) == 0) promotion.fulfilment = static_cast<Fulfilment>(rng.below(2));
    return promotion;
}

inline Catalogue any_shop(Rng& rng) {
    Catalogue shop;
    shop.currency = {"EUR", 2};
    shop.delivery = true;
    shop.utc_offset_minutes = any_int(rng, -720, 840);
    shop.packing_fee_minor = any_price(rng);
    for (int i = any_int(rng, 1, 3); i > 0; --i) {
        Zone zone{{"z" + std::to_string(i)}, "zone", any_price(rng), std::nullopt, any_price(rng), 5};
        if (rng.below(2) == 0) zone.free_from_minor = any_price(rng);
        shop.zones.push_back(std::move(zone));
    }
    for (int i = 0; i < 3; ++i) shop.categories.push_back({{"c" + std::to_string(i)}, "category", ""});
    for (int i = any_int(rng, 0, 4); i > 0; --i) shop.groups.push_back(any_group(rng, "g" + std::to_string(i)));
    for (int i = any_int(rng, 1, 8); i > 0; --i) {
        Product product = make_product(("p" + std::to_string(i)).c_str(), "c0", any_price(rng));
        product.category = {"c" + std::to_string(rng.below(3))};
        for (const OptionGroup& group : shop.groups) {
            if (rng.below(2) == 0) product.groups.push_back(group.id);
        }
        if (rng.below(5) == 0) product.stock = any_int(rng, 0, 6);
        if (rng.below(5) == 0) product.max_per_order = any_int(rng, 1, 9);
        product.sold_out = rng.below(10) == 0;
        shop.products.push_back(std::move(product));
    }
    for (int i = any_int(rng, 0, 6); i > 0; --i)
        shop.promotions.push_back(any_promotion(rng, "m" + std::to_string(i), shop));
    return shop;
}

// Valid or not: choices are drawn blindly, now and then from another group.
inline Line any_line(Rng& rng, const Catalogue& shop) {
    const Product& product = shop.products[rng.below(static_cast<std::uint32_t>(shop.products.size()))];
    Line line{product.id, {}, any_int(rng, 0, rng.below(9) == 0 ? 120 : 5), rng.below(4) == 0 ? "note" : ""};
    for (const GroupId& id : product.groups) {
        const OptionGroup& group = *find(shop, id);
        for (int pieces = any_int(rng, group.min, group.max); pieces > 0; --pieces) {
            const Option& option = group.options[rng.below(static_cast<std::uint32_t>(group.options.size()))];
            line.choices.push_back({id, option.id, 1});
        }
    }
    if (rng.below(12) == 0) line.choices.push_back({{"g1"}, {"o9"}, 1});
    if (rng.below(20) == 0) line.product = {"unknown"};
    return line;
}

inline Cart any_cart(Rng& rng, const Catalogue& shop) {
    Cart cart{{"cart"}, {}, {}};
    for (int i = any_int(rng, 0, 8); i > 0; --i) {
        if (const Result<Cart> more = add(cart, shop, any_line(rng, shop))) cart = *more;
    }
    for (int i = 0; i < 3; ++i) {
        if (rng.below(2) == 0) cart.codes.push_back("code" + std::to_string(i));
    }
    return cart;
}

inline Terms any_terms(Rng& rng, const Catalogue& shop) {
    const Zone& zone = shop.zones[rng.below(static_cast<std::uint32_t>(shop.zones.size()))];
    const int tip = rng.below(2) == 0 ? 0 : any_int(rng, 0, 100);
    return {static_cast<Fulfilment>(rng.below(2)), zone.id, tip};
}

}  // namespace kiosk::shop
