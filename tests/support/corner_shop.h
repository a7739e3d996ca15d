#pragma once
// A small shop for tests: every kind of option group, both ways of getting an order, a code, stock, a sold-out product. Open from
// 10:00 to 22:00 UTC every day.

#include "base/time.h"
#include "shop/catalogue.h"

namespace kiosk::tests {

inline constexpr TimeMs kMondayNoon = 1'748'865'600'000;  // 2025-06-02T12:00Z

inline shop::Product corner_product(const char* id, const char* category, const char* name, Minor price_minor) {
    shop::Product product;
    product.id = {id};
    product.category = {category};
    product.name = name;
    product.price_minor = price_minor;
    return product;
}

inline std::vector<shop::OptionGroup> corner_groups() {
    return {
        {{"size"}, "Size", 1, 1, {{{"small"}, "Small", 0, 1, false}, {{"large"}, "Large", 200, 1, false}}, {{"small"}}},
        {{"extras"},
         "Extras",
         0,
         3,
         {{{"cheese"}, "Cheese", 100, 2, false}, {{"bacon"}, "Bacon", 150, 1, false}, {{"egg"}, "Egg", 120, 3, true}},
         {}},
        {{"sauce"}, "Sauce", 1, 1, {{{"mayo"}, "Mayo", 0, 1, false}, {{"hot"}, "Hot", 0, 1, false}}, {}},
    };
}

inline std::vector<shop::Product> corner_products() {
    std::vector<shop::Product> products = {
        corner_product("classic", "burgers", "Classic", 900), corner_product("menu", "burgers", "Menu", 1200),
        corner_product("cola", "drinks", "Cola", 250), corner_product("water", "drinks", "Water", 150),
        corner_product("fries", "burgers", "Fries", 300)};
    products[0].groups = {{"size"}, {"extras"}};
    products[1].groups = {{"sauce"}};
    products[2].stock = 5;
    products[3].max_per_order = 3;
    products[4].sold_out = true;
    return products;
}

inline shop::Catalogue corner_shop() {
    shop::Catalogue shop;
    shop.name = "Corner";
    shop.currency = {"EUR", 2};
    for (int day = 0; day < 7; ++day) shop.hours.push_back({day, 10 * 60, 22 * 60});
    shop.pickup = true;
    shop.delivery = true;
    shop.zones = {{{"near"}, "Near", 300, 3000, 1000, 15}, {{"far"}, "Far", 600, std::nullopt, 2000, 30}};
    shop.tips.percents = {5, 10};
    shop.categories = {{{"burgers"}, "Burgers", ""}, {{"drinks"}, "Drinks", ""}};
    shop.groups = corner_groups();
    shop.products = corner_products();
    shop::Promotion welcome;
    welcome.id = {"welcome"};
    welcome.name = "Welcome";
    welcome.code = "WELCOME";
    welcome.percent_bp = 1000;
    shop.promotions = {welcome};
    return shop;
}

}  // namespace kiosk::tests
