#include <gtest/gtest.h>

#include "shop/catalogue.h"
#include "support/shop_print.h"
#include "support/shop_samples.h"

namespace kiosk::shop {
namespace {

Catalogue menu() {
    Catalogue shop;
    shop.categories = {{{"burgers"}, "Burgers", ""}, {{"drinks"}, "Cold drinks", ""}};
    const auto product = [&](const char* id, const char* category, const char* name, const char* description,
                             std::vector<std::string> tags = {}) {
        Product made = make_product(id, category, 100);
        made.name = name;
        made.description = description;
        made.tags = std::move(tags);
        shop.products.push_back(std::move(made));
    };
    product("smoky", "burgers", "Smoky Cheese", "With crème fraîche and bacon.");
    product("cheese", "burgers", "Cheeseburger", "Melting cheddar.", {"new"});
    product("fries", "burgers", "Fries", "With a cheese dip.");
    product("cola", "drinks", "Cola", "Ice-cold.");
    product("ёж", "drinks", "Ёжик", "Лимонад с мятой.");
    return shop;
}

struct SearchCase {
    std::string_view query;
    std::vector<ProductId> found;
};

TEST(Search, FindsEveryWordAndPutsBetterMatchesFirst) {
    const Catalogue shop = menu();
    const std::vector<SearchCase> cases = {
        {"", {}},
        {"  \u00a0 ", {}},
        {"cheese", {{"cheese"}, {"smoky"}, {"fries"}}},
        {"  CHEESE  smo ", {{"smoky"}}},
        {"CREME", {{"smoky"}}},
        {"burgers", {{"smoky"}, {"cheese"}, {"fries"}}},
        {"cold", {{"cola"}, {"ёж"}}},
        {"new", {{"cheese"}}},
        {"ежик", {{"ёж"}}},
        {"МЯТОЙ лимонад", {{"ёж"}}},
        {"cheese cola", {}},
        {"colaice", {}},  // Not across two fields.
        {"smoky cheese", {{"smoky"}}},
    };
    for (const SearchCase& c : cases) EXPECT_EQ(search(shop, c.query), c.found) << c.query;
}

TEST(Find, AnswersNullForWhatIsNotThere) {
    const Catalogue shop = small_shop();
    EXPECT_EQ(find(shop, ProductId{"cola"}), &shop.products[2]);
    EXPECT_EQ(find(shop, ZoneId{"far"}), &shop.zones[1]);
    EXPECT_EQ(find(*find(shop, GroupId{"size"}), OptionId{"large"}), &shop.groups[0].options[1]);
    EXPECT_EQ(find(shop, ProductId{""}), nullptr);
    EXPECT_EQ(find(shop, CategoryId{"Food"}), nullptr);
    EXPECT_EQ(find(shop, PromotionId{"x"}), nullptr);
}

}  // namespace
}  // namespace kiosk::shop
