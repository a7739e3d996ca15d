// What must hold of every price, whatever the shop and the cart.

#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

#include "shop/pricing.h"
#include "support/shop_print.h"
#include "support/shop_samples.h"

namespace kiosk::shop {
namespace {

struct Offer {
    Catalogue shop;
    Cart cart;
    Terms terms;
    TimeMs now;
    Quote quote;
};

Offer any_offer(Rng& rng) {
    Offer offer;
    offer.shop = any_shop(rng);
    offer.cart = any_cart(rng, offer.shop);
    offer.terms = any_terms(rng, offer.shop);
    offer.now = kMonday + rng.below(7 * 24 * 60) * kMinuteMs;
    offer.quote = price(offer.shop, offer.cart, offer.terms, offer.now);
    return offer;
}

template <typename Check>
void for_many_offers(std::uint64_t seed, Check check) {
    Rng rng(seed);
    for (int round = 0; round < 5'000 && !testing::Test::HasFatalFailure(); ++round) check(any_offer(rng), rng);
}

Minor delivery_discounts(const Offer& offer) {
    Minor sum = 0;
    for (const Discount& discount : offer.quote.discounts) {
        if (find(offer.shop, discount.promotion)->target == PromotionTarget::Delivery) sum += discount.amount_minor;
    }
    return sum;
}

TEST(PriceProperties, SumsAddUp) {
    for_many_offers(31, [](const Offer& offer, Rng&) {
        const Quote& quote = offer.quote;
        Quote sums;
        for (const QuoteLine& line : quote.lines) {
            sums.subtotal_minor += line.gross_minor;
            sums.discount_minor += line.discount_minor;
            ASSERT_EQ(line.net_minor, line.gross_minor - line.discount_minor);
        }
        Minor given = 0;
        for (const Discount& discount : quote.discounts) given += discount.amount_minor;
        ASSERT_EQ(quote.subtotal_minor, sums.subtotal_minor);
        ASSERT_EQ(quote.discount_minor, sums.discount_minor);
        ASSERT_EQ(given, quote.discount_minor + delivery_discounts(offer)) << quote;
        ASSERT_EQ(quote.total_minor, quote.subtotal_minor - quote.discount_minor + quote.delivery_minor +
                                         quote.packing_minor + quote.tip_minor);
    });
}

TEST(PriceProperties, NothingIsNegative) {
    for_many_offers(32, [](const Offer& offer, Rng&) {
        const Quote& quote = offer.quote;
        for (const QuoteLine& line : quote.lines) {
            ASSERT_GE(std::min({line.unit_minor, line.gross_minor, line.discount_minor, line.net_minor}), 0) << quote;
        }
        for (const Discount& discount : quote.discounts) ASSERT_GT(discount.amount_minor, 0) << quote;
        ASSERT_GE(
            std::min({quote.delivery_minor, quote.packing_minor, quote.tip_minor, quote.total_minor, quote.missing_minor}),
            0)
            << quote;
        ASSERT_GT(quote.free_delivery_missing_minor.value_or(1), 0) << quote;
    });
}

TEST(PriceProperties, ALineIsItsUnitPriceTimesItsPieces) {
    for_many_offers(33, [](const Offer& offer, Rng&) {
        for (std::size_t i = 0; i < offer.cart.lines.size(); ++i) {
            const Line& line = offer.cart.lines[i];
            const Product& product = *find(offer.shop, line.product);
            const Minor unit = unit_price(offer.shop, product, line.choices);
            ASSERT_EQ(offer.quote.lines[i].unit_minor, unit);
            ASSERT_EQ(offer.quote.lines[i].gross_minor, unit * line.quantity);
        }
    });
}

TEST(PriceProperties, TheOrderOfLinesMovesNoTotal) {
    for_many_offers(34, [](const Offer& offer, Rng& rng) {
        Cart shuffled = offer.cart;
        for (std::size_t i = shuffled.lines.size(); i > 1; --i) {
            std::swap(shuffled.lines[i - 1], shuffled.lines[rng.below(static_cast<std::uint32_t>(i))]);
        }
        Quote quote = price(offer.shop, shuffled, offer.terms, offer.now);
        Quote expected = offer.quote;
        quote.lines = expected.lines = {};
        quote.hash = expected.hash = 0;
        ASSERT_EQ(quote, expected);
    });
}

TEST(PriceProperties, ThePlaceOfAPromotionAmongOtherKindsDoesNotMatter) {
    for_many_offers(35, [](const Offer& offer, Rng&) {
        Catalogue sorted = offer.shop;
        std::stable_sort(sorted.promotions.begin(), sorted.promotions.end(), [](const Promotion& a, const Promotion& b) {
            const auto stage = [](PromotionTarget target) {
                return target == PromotionTarget::Order ? 1 : target == PromotionTarget::Delivery ? 2 : 0;
            };
            return stage(a.target) < stage(b.target);
        });
        ASSERT_EQ(price(sorted, offer.cart, offer.terms, offer.now), offer.quote);
    });
}

TEST(PriceProperties, APromotionThatDoesNotApplyChangesNothing) {
    for_many_offers(36, [](const Offer& offer, Rng& rng) {
        Catalogue shop = offer.shop;
        Promotion promotion = any_promotion(rng, "extra", shop);
        promotion.code = "never typed";
        shop.promotions.insert(shop.promotions.begin() + static_cast<std::ptrdiff_t>(rng.below(
                                                             static_cast<std::uint32_t>(shop.promotions.size()) + 1)),
                               promotion);
        ASSERT_EQ(price(shop, offer.cart, offer.terms, offer.now), offer.quote);
    });
}

TEST(PriceProperties, SameQuestionSameAnswer) {
    for_many_offers(
        37, [](const Offer& offer, Rng&) { ASSERT_EQ(price(offer.shop, offer.cart, offer.terms, offer.now), offer.quote); });
}

TEST(PriceProperties, OneMinorUnitOnAnyPricedProductChangesTheHash) {
    for_many_offers(38, [](const Offer& offer, Rng& rng) {
        if (offer.cart.lines.empty()) return;
        Catalogue shop = offer.shop;
        const Line& line = offer.cart.lines[rng.below(static_cast<std::uint32_t>(offer.cart.lines.size()))];
        for (Product& product : shop.products) {
            if (product.id == line.product) product.price_minor += 1;
        }
        ASSERT_NE(price(shop, offer.cart, offer.terms, offer.now).hash, offer.quote.hash);
    });
}

TEST(PriceProperties, TheOffersAreOfManyKinds) {
    int discounted = 0;
    int delivered = 0;
    int below_minimum = 0;
    for_many_offers(39, [&](const Offer& offer, Rng&) {
        discounted += offer.quote.discounts.size() > 1 ? 1 : 0;
        delivered += offer.quote.delivery_minor > 0 ? 1 : 0;
        below_minimum += offer.quote.missing_minor > 0 ? 1 : 0;
    });
    EXPECT_GT(std::min({discounted, delivered, below_minimum}), 250);
}

}  // namespace
}  // namespace kiosk::shop
