// Whatever is done to a cart, in any order, it stays one that can be ordered.

#include <gtest/gtest.h>

#include <limits>

#include "shop/cart.h"
#include "support/shop_print.h"
#include "support/shop_samples.h"

namespace kiosk::shop {
namespace {

int any_index(Rng& rng, const Cart& cart) {
    return any_int(rng, -1, static_cast<int>(cart.lines.size()));
}

Result<Cart> any_edit(Rng& rng, const Catalogue& shop, const Cart& cart) {
    switch (rng.below(4)) {
        case 0:
            return set_quantity(cart, shop, any_index(rng, cart), any_int(rng, -1, 12));
        case 1:
            return replace(cart, shop, any_index(rng, cart), any_line(rng, shop));
        case 2:
            return add_code(cart, shop, "code" + std::to_string(rng.below(5)));
        default:
            return add(cart, shop, any_line(rng, shop));
    }
}

bool has_equal_lines(const Cart& cart) {
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        for (std::size_t k = i + 1; k < cart.lines.size(); ++k) {
            Line other = cart.lines[k];
            other.quantity = cart.lines[i].quantity;
            if (other == cart.lines[i]) return true;
        }
    }
    return false;
}

TEST(CartEdits, KeepEveryInvariant) {
    Rng rng(21);
    int accepted = 0;
    for (int round = 0; round < 300; ++round) {
        const Catalogue shop = any_shop(rng);
        Cart cart{{"cart"}, {}, {}};
        for (int step = 0; step < 60; ++step) {
            const Result<Cart> edited = any_edit(rng, shop, cart);
            if (!edited) continue;
            ++accepted;
            cart = *edited;
            ASSERT_EQ(problems(cart, shop), std::vector<Problem>{}) << cart;
            ASSERT_FALSE(has_equal_lines(cart)) << cart;
        }
    }
    EXPECT_GT(accepted, 3'000);  // Otherwise the edits above are too wild to say anything.
}

// A cart as a damaged saved state may bring it.
Cart broken_cart(Rng& rng, const Catalogue& shop) {
    Cart cart{{"cart"}, {}, {}};
    for (int i = any_int(rng, 0, rng.below(10) == 0 ? 130 : 12); i > 0; --i) {
        Line line = any_line(rng, shop);
        if (rng.below(8) == 0) line.quantity = std::numeric_limits<int>::max() - any_int(rng, 0, 1);
        if (rng.below(8) == 0) line.quantity = std::numeric_limits<int>::min();
        if (rng.below(8) == 0) line.note = std::string(static_cast<std::size_t>(any_int(rng, 299, 302)), 'n');
        if (!line.choices.empty() && rng.below(8) == 0) line.choices[0].quantity = std::numeric_limits<int>::max();
        cart.lines.push_back(std::move(line));
    }
    cart.codes = {"CODE1", "gone", "code1"};
    return cart;
}

TEST(Repair, AlwaysLeavesACartWithoutProblemsAndIsDoneAtOnce) {
    Rng rng(22);
    for (int round = 0; round < 3'000; ++round) {
        const Catalogue shop = any_shop(rng);
        const Repaired repaired = repair(broken_cart(rng, shop), shop);
        ASSERT_EQ(problems(repaired.cart, shop), std::vector<Problem>{}) << repaired.cart;
        const Repaired again = repair(repaired.cart, shop);
        ASSERT_EQ(again.cart, repaired.cart);
        ASSERT_EQ(again.dropped, std::vector<Problem>{});
    }
}

TEST(Repair, TouchesOnlyWhatHasProblems) {
    Rng rng(23);
    for (int round = 0; round < 3'000; ++round) {
        const Catalogue shop = any_shop(rng);
        Cart cart = any_cart(rng, shop);
        cart.codes.clear();
        ASSERT_EQ(repair(cart, shop).cart, cart);
    }
}

}  // namespace
}  // namespace kiosk::shop
