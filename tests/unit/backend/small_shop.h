#pragma once
// A shop with one of everything that the shop's side has rules about, and requests that it accepts.

#include "backend/backend.h"
#include "orders/order.h"
#include "shop/catalogue.h"
#include "shop/pricing.h"

namespace kiosk::backend {

// Monday 2023-11-13, 10:00 UTC; the small shop opens at 8:00 and closes at 22:00, every day.
inline constexpr TimeMs kMonday10 = 1'699'869'600'000;

inline shop::Catalogue small_shop() {
    shop::Catalogue catalogue;
    catalogue.name = "Small";
    catalogue.currency = {"EUR", 2};
    for (int weekday = 0; weekday < 7; ++weekday) catalogue.hours.push_back({weekday, 8 * 60, 22 * 60});
    catalogue.delivery = true;
    catalogue.zones = {{{"centre"}, "Centre", 299, std::nullopt, 1500, 12}};
    catalogue.packing_fee_minor = 50;
    catalogue.demo.minute_ms = 1000;
    catalogue.categories = {{{"food"}, "Food", "🍔"}};
    catalogue.groups = {{{"size"}, "Size", 1, 1, {{{"small"}, "Small"}, {{"large"}, "Large", 300}}, {{"small"}}},
                        {{"extras"}, "Extras", 0, 3, {{{"cheese"}, "Cheese", 100, 2}, {{"egg"}, "Egg", 150}}, {}}};
    const auto add = [&](const char* id, const char* name, Minor price_minor) -> shop::Product& {
        shop::Product& product = catalogue.products.emplace_back();
        product.id = {id};
        product.category = {"food"};
        product.name = name;
        product.price_minor = price_minor;
        product.prep_minutes = 5;
        return product;
    };
    add("burger", "Burger", 900).groups = {{"size"}, {"extras"}};
    add("soup", "Soup of the day", 600).stock = 5;
    add("cola", "Cola", 250).prep_minutes = 0;
    catalogue.promotions = {{{"lunch"}, "Lunch", "LUNCH", shop::PromotionTarget::Order, {}, {}, 1000, 0, 0, {}, {}}};
    return catalogue;
}

inline shop::Line burger_line() {
    return {{"burger"}, {{{"size"}, {"large"}, 1}, {{"extras"}, {"cheese"}, 2}}, 1, " no pickles "};
}

// What the customer sees is what is asked for.
inline orders::OrderRequest agreed(orders::OrderRequest request, const shop::Catalogue& catalogue, TimeMs now) {
    const shop::Quote quote = shop::price(catalogue, request.cart, request.terms, now);
    request.quote_hash = quote.hash;
    request.total_minor = quote.total_minor;
    return request;
}

inline orders::OrderRequest pickup_request(const char* key, std::vector<shop::Line> lines) {
    orders::OrderRequest request;
    request.cart = {{key}, std::move(lines), {}};
    request.contact = {" Ada ", "020 7946 0000", "", "thanks\n"};
    return agreed(request, small_shop(), kMonday10);
}

inline orders::OrderRequest delivery_request(const char* key, std::vector<shop::Line> lines) {
    orders::OrderRequest request;
    request.cart = {{key}, std::move(lines), {}};
    request.terms = {shop::Fulfilment::Delivery, {"centre"}, 10};
    request.contact = {"Ada", "020 7946 0000", "12 Mill Lane", ""};
    return agreed(request, small_shop(), kMonday10);
}

inline shop::Line soups(int quantity) {
    return {{"soup"}, {}, quantity, ""};
}

}  // namespace kiosk::backend
