#include "wire/shop_codec.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "shop/cart.h"
#include "shop/hours.h"
#include "support/shop_files.h"
#include "support/shop_print.h"

namespace kiosk::wire {
namespace {

using shop::Catalogue;

constexpr std::string_view kLittle = R"({
  "name": " Corner ", "currency": "EUR", "utc_offset": "+00:00",
  "categories": [{"id": "food", "name": "Food"}],
  "products": [{"id": "soup", "category": "food", "name": "Soup", "price": 450}]
})";

Catalogue little() {
    Catalogue shop;
    shop.name = "Corner";
    shop.language = "en";
    shop.currency = {"EUR", 2};
    shop.categories = {{{"food"}, "Food", ""}};
    shop::Product soup;
    soup.id = {"soup"};
    soup.category = {"food"};
    soup.name = "Soup";
    soup.price_minor = 450;
    shop.products = {soup};
    return shop;
}

TEST(DecodeShop, TheLeastThatIsAShop) {
    EXPECT_EQ(decode_shop(kLittle), (DecodedShop{little(), {}}));
}

TEST(DecodeShop, EveryField) {
    const std::string text = R"({
      "name": "N", "tagline": "T", "emoji": "E", "address": "A", "phone": "+1 (2) 3-4", "bot": "some_bot",
      "location": [-33.5, 151], "support": "some_one", "badge_emoji": "5368324170671202286", "story_picture": "https://example.com/s.png",
      "server": "", "cashier": "https://pay.example.com",
      "prepares": ["chat", "message"], "inline": true, "language": "pt-BR", "currency": {"code": "KWD"}, "utc_offset": "-05:45",
      "hours": {"sat-mon": ["10:00-12:00", "18:00-02:00"], "tue": "closed", "wed": "00:00-24:00"},
      "pickup": false, "delivery": true, "tips": [5, 100], "packing_fee": 1, "accept_minutes": 2, "prep_minutes": 3,
      "cancel_minutes": 4, "demo": {"minute_ms": 60},
      "zones": [{"id": "z", "name": "Z", "fee": 5, "free_from": 0, "minimum": 7, "travel_minutes": 8}],
      "categories": [{"id": "c", "name": "C", "emoji": "E"}],
      "option_groups": [{"id": "g", "name": "G", "min": 1, "max": 2, "preselected": ["o"],
        "options": [{"id": "o", "name": "O", "price": 9, "max": 2, "sold_out": false}, {"id": "p", "name": "P", "sold_out": true}]}],
      "products": [{"id": "p", "category": "c", "name": "P", "description": "D", "price": 10, "was": 11, "emoji": "E",
        "picture": "p.png", "options": ["g"], "allergens": ["x", "y"], "tags": ["t"], "stock": 0, "max_per_order": 12,
        "prep_minutes": 13, "featured": true, "sold_out": true}],
      "promotions": [
        {"id": "a", "name": "A", "percent": 14},
        {"id": "b", "name": "B", "code": "XY", "applies_to": "order", "amount": 15, "minimum": 16, "fulfilment": "pickup"},
        {"id": "c", "name": "C", "applies_to": "category", "category": "c", "percent": 100, "fulfilment": "delivery"},
        {"id": "d", "name": "D", "applies_to": "product", "product": "p", "amount": 17, "hours": {"sun": "23:00-01:00"}},
        {"id": "e", "name": "E", "applies_to": "delivery", "percent": 18}],
      "unknown": {"fields": ["are", "ignored"]}
    })";
    Catalogue shop;
    shop.name = "N", shop.tagline = "T", shop.emoji = "E", shop.address = "A", shop.phone = "+1 (2) 3-4";
    shop.bot = "some_bot", shop.badge_emoji = "5368324170671202286", shop.story_picture = "https://example.com/s.png",
    shop.cashier = "https://pay.example.com", shop.language = "pt-BR";
    shop.location = {-33.5, 151}, shop.support = "some_one";
    shop.prepares_message = shop.prepares_chat = shop.inline_mode = true;
    shop.currency = {"KWD", 3};
    shop.utc_offset_minutes = -345;
    shop.hours = {{5, 600, 720}, {5, 1080, 1560}, {6, 600, 720}, {6, 1080, 1560},
                  {0, 600, 720}, {0, 1080, 1560}, {2, 0, 1440}};
    shop.pickup = false, shop.delivery = true;
    shop.zones = {{{"z"}, "Z", 5, 0, 7, 8}};
    shop.tips.percents = {5, 100};
    shop.packing_fee_minor = 1, shop.accept_minutes = 2, shop.base_prep_minutes = 3, shop.cancel_minutes = 4;
    shop.demo.minute_ms = 60;
    shop.categories = {{{"c"}, "C", "E"}};
    shop.groups = {{{"g"}, "G", 1, 2, {{{"o"}, "O", 9, 2, false}, {{"p"}, "P", 0, 1, true}}, {{"o"}}}};
    shop.products = {{{"p"}, {"c"}, "P", "D", 10, 11, "E", "p.png", {{"g"}}, {"x", "y"}, {"t"}, 0, 12, 13, true, true}};
    using shop::PromotionTarget;
    shop.promotions = {{{"a"}, "A", "", PromotionTarget::Order, {}, {}, 1400, 0, 0, {}, {}},
                       {{"b"}, "B", "XY", PromotionTarget::Order, {}, {}, 0, 15, 16, {}, shop::Fulfilment::Pickup},
                       {{"c"}, "C", "", PromotionTarget::Category, {"c"}, {}, 10'000, 0, 0, {}, shop::Fulfilment::Delivery},
                       {{"d"}, "D", "", PromotionTarget::Product, {}, {"p"}, 0, 17, 0, {{6, 1380, 1500}}, {}},
                       {{"e"}, "E", "", PromotionTarget::Delivery, {}, {}, 1800, 0, 0, {}, {}}};
    EXPECT_EQ(decode_shop(text), (DecodedShop{shop, {}}));
}

TEST(DecodeShop, KnowsTheDigitsOfCurrencies) {
    for (const auto& [code, digits] :
         std::vector<std::pair<std::string, int>>{{"USD", 2}, {"JPY", 0}, {"XTR", 0}, {"TND", 3}}) {
        std::string text(kLittle);
        text.replace(text.find("EUR"), 3, code);
        EXPECT_EQ(decode_shop(text).catalogue->currency, (Currency{code, digits}));
    }
}

TEST(DecodeShop, AProductWhoseOnlyChoicesAreSoldOutIsSoldOut) {
    Json shop = Json::parse(burger_bar());
    for (Json& option : shop["/option_groups/0/options"_json_pointer]) option["sold_out"] = true;
    const Catalogue catalogue = decode_shop(shop.dump()).catalogue.value();
    EXPECT_TRUE(find(catalogue, ProductId{"classic"})->sold_out);
    EXPECT_FALSE(find(catalogue, ProductId{"fries"})->sold_out);
}

TEST(DecodeShop, TheSampleIsARealShopThatIsAlwaysOpen) {
    const Catalogue shop = decode_shop(burger_bar()).catalogue.value();
    EXPECT_GE(shop.categories.size(), 8U);
    EXPECT_GE(shop.products.size(), 44U);
    EXPECT_GE(shop.promotions.size(), 3U);
    EXPECT_GE(shop.zones.size(), 3U);
    EXPECT_EQ(shop::next_change(shop.hours, shop.utc_offset_minutes, 0), std::nullopt);
    EXPECT_TRUE(shop::is_open(shop.hours, shop.utc_offset_minutes, 0));
    for (const shop::Category& category : shop.categories) {
        EXPECT_TRUE(std::any_of(shop.products.begin(), shop.products.end(), [&](const shop::Product& product) {
            return product.category == category.id;
        })) << category.id;
    }
}

TEST(DecodeShop, EveryPreselectedChoiceOfTheSampleCanBeOrderedAtOnce) {
    const Catalogue shop = decode_shop(burger_bar()).catalogue.value();
    std::vector<ProductId> refused;
    for (const shop::Product& product : shop.products) {
        const shop::Line line{product.id, shop::default_choices(shop, product), 1, ""};
        if (!shop::add({}, shop, line)) refused.push_back(product.id);
    }
    EXPECT_EQ(refused, (std::vector<ProductId>{{"wings"}, {"corn"}}));  // Two sauces to choose; sold out.
}

TEST(DecodeShop, RefusesTooMuchTextUnread) {
    const std::string large(5 * 1024 * 1024, ' ');
    const Fault expected = {"", "has 5.0 MB; at most 1.0 MB is read. Pictures belong in files of their own"};
    EXPECT_EQ(decode_shop(large), (DecodedShop{std::nullopt, {expected}}));
}

TEST(DecodeShop, IsNoObject) {
    const Fault expected = {
        "", "is an empty list [ ]; a shop file is an object { } with name, currency, categories and products"};
    EXPECT_EQ(decode_shop("[]"), (DecodedShop{std::nullopt, {expected}}));
}

TEST(DecodeShop, NamesRepeatedNames) {
    std::string text(kLittle);
    text.insert(1, "\"name\": \"Other\",");
    EXPECT_EQ(decode_shop(text).problems,
              (std::vector<Fault>{{"/name", "stands twice in the same { }; remove one of the two"}}));
}

TEST(DecodeShop, RefusesEveryPrefix) {
    for (std::size_t length = 0; length < kLittle.size(); ++length) {
        const DecodedShop decoded = decode_shop(kLittle.substr(0, length));
        ASSERT_TRUE(!decoded.catalogue && decoded.problems.size() == 1) << length;
    }
}

// The sample with random values in random places: either a catalogue that holds its promises, or faults.
TEST(DecodeShop, StandsAnyValueAnywhere) {
    const Json sample = Json::parse(burger_bar());
    const Json flat = sample.flatten();
    std::vector<std::string> places;
    for (const auto& [place, value] : flat.items()) places.push_back(place);
    const std::vector<Json> values = {nullptr,
                                      true,
                                      0,
                                      -1,
                                      1.5,
                                      1e300,
                                      99,
                                      18446744073709551615ULL,
                                      "",
                                      "x",
                                      "size",
                                      Json::array(),
                                      Json::object(),
                                      Json::array({1}),
                                      Json{{"a", 1}}};
    Rng rng(51);
    int accepted = 0;
    for (int round = 0; round < 200; ++round) {
        Json damaged = sample;
        Json::json_pointer at(places[rng.below(static_cast<std::uint32_t>(places.size()))]);
        for (std::uint32_t up = rng.below(3); up > 0 && !at.parent_pointer().empty(); --up) at = at.parent_pointer();
        damaged[at] = values[rng.below(static_cast<std::uint32_t>(values.size()))];
        const DecodedShop decoded = decode_shop(damaged.dump());
        ASSERT_NE(decoded.catalogue.has_value(), !decoded.problems.empty());
        if (!decoded.catalogue) continue;
        ++accepted;
        for (const shop::Product& product : decoded.catalogue->products) {
            ASSERT_NE(find(*decoded.catalogue, product.category), nullptr);
            for (const GroupId& group : product.groups) ASSERT_NE(find(*decoded.catalogue, group), nullptr);
        }
    }
    EXPECT_GT(accepted, 3);
}

}  // namespace
}  // namespace kiosk::wire
