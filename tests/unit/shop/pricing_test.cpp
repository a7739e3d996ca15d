#include "shop/pricing.h"

#include <gtest/gtest.h>

#include "support/shop_print.h"
#include "support/shop_samples.h"

namespace kiosk::shop {
namespace {

Terms pickup(int tip = 0) {
    return {Fulfilment::Pickup, {}, tip};
}
Terms delivery(const char* zone, int tip = 0) {
    return {Fulfilment::Delivery, {zone}, tip};
}

Promotion percent_off(const char* id, PromotionTarget target, int percent) {
    Promotion promotion;
    promotion.id = {id};
    promotion.name = id;
    promotion.target = target;
    promotion.percent_bp = percent * 100;
    return promotion;
}

Promotion amount_off(const char* id, PromotionTarget target, Minor amount) {
    Promotion promotion = percent_off(id, target, 0);
    promotion.amount_minor = amount;
    return promotion;
}

Promotion on_product(Promotion promotion, const char* product) {
    promotion.product = {product};
    return promotion;
}

// Everything but the hash, which has tests of its own.
Quote priced(const Catalogue& shop, const Cart& cart, const Terms& terms, TimeMs now = kMonday) {
    Quote quote = price(shop, cart, terms, now);
    quote.hash = 0;
    return quote;
}

TEST(UnitPrice, AddsTheOptions) {
    const Catalogue shop = small_shop();
    const std::vector<Choice> choices = {{{"size"}, {"large"}, 1}, extra("cheese", 2), extra("unknown"), {{"x"}, {"y"}, 1}};
    EXPECT_EQ(unit_price(shop, shop.products[0], choices), 890 + 150 + 2 * 110);
}

TEST(UnitPrice, StaysAnAmountWhateverIsChosen) {
    Catalogue shop = small_shop();
    shop.groups[1].options[0].price_minor = kMaxPriceMinor;
    const std::vector<Choice> choices(20, extra("cheese", 2'000'000'000));
    EXPECT_EQ(unit_price(shop, shop.products[0], choices), kMaxUnitMinor);
}

TEST(Price, PickUpWithOptionsAndTip) {
    Line large = line_of("burger", 2, {{{"size"}, {"large"}, 1}, extra("cheese", 2)});
    Quote expected;
    expected.lines = {{1260, 2520, 0, 2520}, {290, 290, 0, 290}};
    expected.subtotal_minor = 2810;
    expected.packing_minor = 40;
    expected.tip_minor = 281;
    expected.total_minor = 3131;
    EXPECT_EQ(priced(small_shop(), cart_of({large, line_of("cola")}), pickup(10)), expected);
}

// 3 burgers at 8.90 and a cola at 2.90, far away, every kind of promotion at once:
// burgers 1.00 off each = 3.00; drinks 25 % of 2.90 = 0.73; goods 25.87. 10 % = 2.59, split 2.37 and 0.22; 15 % of 23.28 = 3.49,
// split 3.20 and 0.29; delivery 5.90 less 50 %; tip 10 % of 19.79 = 1.98.
struct Feast {
    Catalogue shop = small_shop();
    Cart cart = cart_of({burger(3), line_of("cola")});

    Feast() {
        Promotion drinks = percent_off("drinks", PromotionTarget::Category, 25);
        drinks.category = {"drinks"};
        Promotion tenth = percent_off("tenth", PromotionTarget::Order, 10);
        tenth.minimum_minor = 2960;
        Promotion hello = percent_off("hello", PromotionTarget::Order, 15);
        hello.code = "HELLO";
        Promotion ride = percent_off("ride", PromotionTarget::Delivery, 50);
        ride.code = "RIDE";
        shop.promotions = {ride, hello, drinks, tenth,
                           on_product(amount_off("burgers", PromotionTarget::Product, 100), "burger")};
        std::swap(shop.promotions[1], shop.promotions[3]);  // The file's order: tenth before hello.
        cart.codes = {"hello", "Ride"};
    }
};

TEST(Price, AppliesEveryKindOfPromotionInTurn) {
    const Feast feast;
    Quote expected;
    expected.lines = {{890, 2670, 300 + 237 + 320, 1813}, {290, 290, 73 + 22 + 29, 166}};
    expected.discounts = {{{"drinks"}, 73}, {{"burgers"}, 300}, {{"tenth"}, 259}, {{"hello"}, 349}, {{"ride"}, 295}};
    expected.subtotal_minor = 2960;
    expected.discount_minor = 981;
    expected.delivery_minor = 295;
    expected.packing_minor = 40;
    expected.tip_minor = 198;
    expected.total_minor = 1979 + 295 + 40 + 198;
    EXPECT_EQ(priced(feast.shop, feast.cart, delivery("far", 10)), expected);
}

TEST(Price, ALineTakesTheBestPromotionAndTheFirstOfEquals) {
    Catalogue shop = small_shop();
    Promotion food = percent_off("food", PromotionTarget::Category, 10);  // 89 of a burger.
    food.category = {"food"};
    shop.promotions = {food, on_product(amount_off("ninety", PromotionTarget::Product, 90), "burger"),
                       on_product(amount_off("again", PromotionTarget::Product, 90), "burger")};
    const Quote quote = priced(shop, cart_of({burger(2), line_of("pie")}), pickup());
    EXPECT_EQ(quote.discounts, (std::vector<Discount>{{{"food"}, 39}, {{"ninety"}, 180}}));
}

TEST(Price, RoundsALinesPercentageOnceNotOncePerPiece) {
    Catalogue shop = small_shop();
    shop.promotions = {on_product(percent_off("p", PromotionTarget::Product, 5), "cola")};  // 14.5 a piece.
    EXPECT_EQ(priced(shop, cart_of({line_of("cola", 3)}), pickup()).discount_minor, 44);    // 43.5
}

TEST(Price, NothingFallsBelowZero) {
    Catalogue shop = small_shop();
    shop.promotions = {on_product(amount_off("gift", PromotionTarget::Product, 5000), "cola"),
                       amount_off("voucher", PromotionTarget::Order, 99'999),
                       amount_off("ride", PromotionTarget::Delivery, 9999)};
    Quote expected;
    expected.lines = {{290, 580, 580, 0}, {390, 390, 390, 0}};
    expected.discounts = {{{"gift"}, 580}, {{"voucher"}, 390}, {{"ride"}, 190}};
    expected.subtotal_minor = 970;
    expected.discount_minor = 970;
    expected.packing_minor = 40;
    expected.total_minor = 40;
    expected.missing_minor = 1000 - 390;  // The zone measures what is left after line promotions.
    EXPECT_EQ(priced(shop, cart_of({line_of("cola", 2), line_of("pie")}), delivery("near", 15)), expected);
}

struct OfferCase {
    const char* what;
    Promotion promotion;
    Terms terms;
    TimeMs now;
    std::vector<std::string> codes;
    bool applies;
};

TEST(Price, PromotionsCountOnlyOnTheirTerms) {
    const Promotion plain = percent_off("p", PromotionTarget::Order, 10);
    Promotion minimum = plain;
    minimum.minimum_minor = 581;
    Promotion reached = plain;
    reached.minimum_minor = 580;
    Promotion code = plain;
    code.code = "Été";
    Promotion evening = plain;
    evening.hours = {{0, 18 * 60, 20 * 60}};
    Promotion collected = plain;
    collected.fulfilment = Fulfilment::Pickup;
    const std::vector<OfferCase> cases = {
        {"always", plain, pickup(), kMonday, {}, true},
        {"below its minimum", minimum, pickup(), kMonday, {}, false},
        {"at its minimum", reached, pickup(), kMonday, {}, true},
        {"without its code", code, pickup(), kMonday, {"ete2"}, false},
        {"with its code", code, pickup(), kMonday, {"x", " ETE "}, true},
        {"before its hours", evening, pickup(), kMonday + 17 * kHourMs - 1, {}, false},
        {"in its hours", evening, pickup(), kMonday + 17 * kHourMs, {}, true},
        {"when collected", collected, pickup(), kMonday, {}, true},
        {"when delivered", collected, delivery("near"), kMonday, {}, false},
    };
    for (const OfferCase& c : cases) {
        Catalogue shop = small_shop();
        shop.promotions = {c.promotion};
        Cart cart = cart_of({line_of("cola", 2)});
        cart.codes = c.codes;
        EXPECT_EQ(priced(shop, cart, c.terms, c.now).discount_minor, c.applies ? 58 : 0) << c.what;
    }
}

struct ZoneCase {
    int colas;
    const char* zone;
    Minor fee;
    Minor missing;
    std::optional<Minor> until_free;
};

TEST(Price, ZonesHaveAMinimumAndMayBecomeFree) {
    const std::vector<ZoneCase> cases = {
        {3, "near", 190, 130, 1630}, {4, "near", 190, 0, 1340},          {8, "near", 190, 0, 180},
        {9, "near", 0, 0, {}},       {8, "far", 590, 180, std::nullopt}, {9, "unknown", 0, 0, std::nullopt},
    };
    for (const ZoneCase& c : cases) {
        const Quote quote = priced(small_shop(), cart_of({line_of("cola", c.colas)}), delivery(c.zone));
        EXPECT_EQ(std::tie(quote.delivery_minor, quote.missing_minor, quote.free_delivery_missing_minor),
                  std::tie(c.fee, c.missing, c.until_free))
            << c.colas << " to " << c.zone;
    }
}

TEST(Price, TellsWhatIsMissingForAFreeDeliveryPromotion) {
    Catalogue shop = small_shop();
    Promotion free = percent_off("free", PromotionTarget::Delivery, 100);
    free.minimum_minor = 2000;
    Promotion coded = free;
    coded.minimum_minor = 1200;
    coded.code = "RIDE";
    shop.promotions = {free, coded};
    const Cart cart = cart_of({line_of("cola", 4)});
    EXPECT_EQ(priced(shop, cart, delivery("far")).free_delivery_missing_minor, 2000 - 1160);
    Cart with_code = cart;
    with_code.codes = {"ride"};
    EXPECT_EQ(priced(shop, with_code, delivery("far")).free_delivery_missing_minor, 1200 - 1160);
}

TEST(Price, AnEmptyCartCostsNothing) {
    EXPECT_EQ(priced(small_shop(), cart_of({}), delivery("near", 10)), Quote{});
}

TEST(Price, CountsUnknownProductsAsZero) {
    Quote expected;
    expected.lines = {{0, 0, 0, 0}, {290, 290, 0, 290}};
    expected.subtotal_minor = 290;
    expected.packing_minor = 40;
    expected.total_minor = 330;
    EXPECT_EQ(priced(small_shop(), cart_of({line_of("unknown", 3), line_of("cola")}), pickup()), expected);
}

TEST(Price, HoldsTheDearestFullCart) {
    Catalogue shop = small_shop();
    shop.products[0].price_minor = kMaxUnitMinor;
    shop.promotions = {percent_off("half", PromotionTarget::Order, 50)};
    const Quote quote = price(shop, cart_of(std::vector<Line>(kMaxLines, burger(kMaxPerLine))), pickup(100), kMonday);
    const Minor whole = kMaxUnitMinor * kMaxPerLine * kMaxLines;
    EXPECT_EQ(quote.total_minor, whole / 2 + whole / 2 + 40);
}

using Change = void (*)(Feast&, Terms&);

TEST(QuoteHash, ChangesWithEverythingThatIsPriced) {
    const std::vector<Change> changes = {
        [](Feast& f, Terms&) { f.shop.products[0].price_minor += 1; },
        [](Feast& f, Terms&) { f.shop.groups[0].options[0].price_minor = 3; },
        [](Feast& f, Terms&) { f.shop.zones[1].fee_minor += 2; },
        [](Feast& f, Terms&) { f.shop.zones[1].minimum_minor = 99'999; },
        [](Feast& f, Terms&) { f.shop.packing_fee_minor = 0; },
        [](Feast& f, Terms&) { f.shop.currency.code = "USD"; },
        [](Feast& f, Terms&) { f.shop.currency.exponent = 0; },
        [](Feast& f, Terms&) { f.shop.promotions[0].percent_bp = 5'100; },
        [](Feast& f, Terms&) { f.shop.promotions[0].id = {"other"}; },
        [](Feast& f, Terms&) { f.cart.codes.clear(); },
        [](Feast& f, Terms&) { f.cart.lines[0].quantity = 4; },
        [](Feast& f, Terms&) { std::swap(f.cart.lines[0], f.cart.lines[1]); },
        [](Feast& f, Terms&) { f.cart.lines[0].choices.push_back(extra("bacon")); },
        [](Feast& f, Terms&) { f.cart.lines[1].product = {"other"}, f.shop.products[2].id = {"other"}; },
        [](Feast&, Terms& terms) { terms.tip_percent = 11; },
        [](Feast&, Terms& terms) { terms.zone = {"near"}; },
        [](Feast&, Terms& terms) { terms.fulfilment = Fulfilment::Pickup; },
    };
    std::vector<std::uint64_t> hashes = {price(Feast().shop, Feast().cart, delivery("far", 10), kMonday).hash};
    for (const Change change : changes) {
        Feast feast;
        Terms terms = delivery("far", 10);
        change(feast, terms);
        hashes.push_back(price(feast.shop, feast.cart, terms, kMonday).hash);
    }
    std::sort(hashes.begin(), hashes.end());
    EXPECT_EQ(std::adjacent_find(hashes.begin(), hashes.end()), hashes.end());
    EXPECT_EQ(hashes.size(), changes.size() + 1);
}

TEST(QuoteHash, DoesNotChangeWithTimeNotesOrTheCartsId) {
    const Feast feast;
    Cart other = feast.cart;
    other.id = {"another"};
    other.lines[0].note = "no onions";
    EXPECT_EQ(price(feast.shop, feast.cart, delivery("far"), kMonday).hash,
              price(feast.shop, other, delivery("far"), kMonday + kDayMs).hash);
}

}  // namespace
}  // namespace kiosk::shop
