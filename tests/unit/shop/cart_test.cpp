#include "shop/cart.h"

#include <gtest/gtest.h>

#include "support/shop_print.h"
#include "support/shop_samples.h"

namespace kiosk::shop {
namespace {

const Choice kRegular{{"size"}, {"regular"}, 1};
const Choice kLarge{{"size"}, {"large"}, 1};

Error limit(int value) {
    return {ErrorCode::LimitReached, std::to_string(value)};
}

TEST(DefaultChoices, ArePreselectedAndNotSoldOut) {
    const Catalogue shop = small_shop();
    EXPECT_EQ(default_choices(shop, shop.products[0]), (std::vector<Choice>{kRegular}));
    EXPECT_EQ(default_choices(shop, shop.products[1]), (std::vector<Choice>{}));
}

struct ChoiceCase {
    std::vector<Choice> choices;
    Result<std::vector<Choice>> answer;
};

TEST(CheckChoices, PutsThemInOrderOrSaysWhatIsWrong) {
    const Catalogue shop = small_shop();
    using Choices = std::vector<Choice>;
    const std::vector<ChoiceCase> cases = {
        {{kRegular}, Choices{kRegular}},
        {{extra("bacon"), extra("cheese"), kLarge}, Choices{kLarge, extra("cheese"), extra("bacon")}},
        {{extra("cheese"), kLarge, extra("cheese", 2)}, Choices{kLarge, extra("cheese", 3)}},
        {{kRegular, extra("bacon", 0)}, Choices{kRegular}},
        {{}, Error{ErrorCode::OptionRule, "Size"}},
        {{kRegular, kLarge}, Error{ErrorCode::OptionRule, "Size"}},
        {{kRegular, extra("cheese", 4)}, Error{ErrorCode::OptionRule, "Extras"}},
        {{kRegular, extra("cheese", 2), extra("cheese", 2)}, Error{ErrorCode::OptionRule, "Extras"}},
        {{kRegular, extra("cheese", -1)}, Error{ErrorCode::OptionRule, "Extras"}},
        {{kRegular, extra("cheese", 2147483647), extra("cheese", 2147483647)}, Error{ErrorCode::OptionRule, "Extras"}},
        {{kRegular, extra("egg")}, Error{ErrorCode::SoldOut, "egg"}},
        {{kRegular, extra("gold")}, Error{ErrorCode::NotFound, "gold"}},
        {{kRegular, {{"sauces"}, {"bbq"}, 1}}, Error{ErrorCode::NotFound, "bbq"}},
        {{kRegular, {{"unknown"}, {"bbq"}, 1}}, Error{ErrorCode::NotFound, "bbq"}},
    };
    for (const ChoiceCase& c : cases) EXPECT_EQ(check_choices(shop, shop.products[0], c.choices), c.answer);
}

TEST(CheckChoices, CountsPiecesOverAllOptionsOfAGroup) {
    const Catalogue shop = small_shop();
    const Product& wings = shop.products[1];
    const std::vector<Choice> two_of_one = {{{"sauces"}, {"bbq"}, 2}};
    EXPECT_EQ(check_choices(shop, wings, two_of_one), two_of_one);
    EXPECT_EQ(check_choices(shop, wings, {{{"sauces"}, {"bbq"}, 1}}), (Error{ErrorCode::OptionRule, "Sauces"}));
    EXPECT_EQ(check_choices(shop, wings, {{{"sauces"}, {"bbq"}, 2}, {{"sauces"}, {"mayo"}, 1}}),
              (Error{ErrorCode::OptionRule, "Sauces"}));
}

TEST(Add, GrowsTheLineThatIsTheSame) {
    const Catalogue shop = small_shop();
    Cart cart = cart_of({burger(1, {extra("cheese"), extra("bacon")})});
    cart = *add(cart, shop, {{"burger"}, {extra("bacon"), kRegular, extra("cheese")}, 2, "  "});
    cart = *add(cart, shop, {{"burger"}, {kRegular}, 1, " well done "});
    Line noted = burger(1);
    noted.note = "well done";
    EXPECT_EQ(cart, cart_of({burger(3, {extra("cheese"), extra("bacon")}), noted}));
}

struct RefusedLine {
    Line line;
    Error error;
};

TEST(Add, RefusesWhatCantBeOrdered) {
    const Catalogue shop = small_shop();
    Line noted = line_of("cola");
    noted.note = std::string(kMaxNote + 1, 'x');
    const std::vector<RefusedLine> cases = {
        {line_of("unknown"), {ErrorCode::NotFound, "unknown"}},
        {line_of("soup"), {ErrorCode::SoldOut, "soup"}},
        {line_of("cola", 0), {ErrorCode::BadInput, "quantity"}},
        {line_of("cola", -5), {ErrorCode::BadInput, "quantity"}},
        {line_of("cola", 100), limit(99)},
        {line_of("cake", 4), limit(3)},
        {line_of("pie", 3), limit(2)},
        {noted, limit(300)},
        {line_of("burger"), {ErrorCode::OptionRule, "Size"}},
    };
    for (const RefusedLine& c : cases) EXPECT_EQ(add(cart_of({}), shop, c.line), c.error) << c.line;
}

TEST(Add, CountsTheLimitOverAllLinesOfAProduct) {
    Catalogue shop = small_shop();
    shop.products[0].stock = 5;
    const Cart cart = cart_of({burger(2), burger(2, {extra("cheese")})});
    EXPECT_EQ(add(cart, shop, burger(1, {extra("bacon")}))->lines.size(), 3U);
    EXPECT_EQ(add(cart, shop, burger(2, {extra("bacon")})), limit(5));
}

TEST(Add, StopsAtTheLargestLineAndTheLargestCart) {
    Catalogue shop = small_shop();
    EXPECT_EQ(add(cart_of({line_of("cola", 98)}), shop, line_of("cola", 2)), limit(kMaxPerLine));
    Cart full;
    for (int i = 0; i < kMaxLines; ++i) {
        const std::string id = "extra" + std::to_string(i);
        shop.products.push_back(make_product(id.c_str(), "food", 1));
        full = *add(full, shop, line_of(id.c_str()));
    }
    EXPECT_EQ(add(full, shop, line_of("cola")), limit(kMaxLines));
    EXPECT_EQ(add(full, shop, line_of("extra7"))->lines[7].quantity, 2);
}

TEST(Add, StockOfZeroIsSoldOut) {
    Catalogue shop = small_shop();
    shop.products[2].stock = 0;
    EXPECT_EQ(add(cart_of({}), shop, line_of("cola")), (Error{ErrorCode::SoldOut, "cola"}));
}

TEST(SetQuantity, ChangesOrRemovesALine) {
    const Catalogue shop = small_shop();
    const Cart cart = cart_of({line_of("cola", 2), line_of("cake", 2)});
    EXPECT_EQ(set_quantity(cart, shop, 0, 5), cart_of({line_of("cola", 5), line_of("cake", 2)}));
    EXPECT_EQ(set_quantity(cart, shop, 0, 0), cart_of({line_of("cake", 2)}));
    EXPECT_EQ(set_quantity(cart, shop, 1, 3), cart_of({line_of("cola", 2), line_of("cake", 3)}));
    EXPECT_EQ(set_quantity(cart, shop, 1, 4), limit(3));
    EXPECT_EQ(set_quantity(cart, shop, 0, 100), limit(kMaxPerLine));
    EXPECT_EQ(set_quantity(cart, shop, 0, -1), (Error{ErrorCode::BadInput, "quantity"}));
    EXPECT_EQ(set_quantity(cart, shop, 2, 1), (Error{ErrorCode::NotFound, "2"}));
    EXPECT_EQ(set_quantity(cart, shop, -1, 1), (Error{ErrorCode::NotFound, "-1"}));
}

TEST(SetQuantity, LowersEvenWhatIsOverTheLimitOrGone) {
    const Catalogue shop = small_shop();
    const Cart cart = cart_of({line_of("cake", 9), line_of("soup", 2)});
    EXPECT_EQ(set_quantity(cart, shop, 0, 8), cart_of({line_of("cake", 8), line_of("soup", 2)}));
    EXPECT_EQ(set_quantity(cart, shop, 1, 1), cart_of({line_of("cake", 9), line_of("soup", 1)}));
    EXPECT_EQ(set_quantity(cart, shop, 1, 3), (Error{ErrorCode::SoldOut, "soup"}));
}

TEST(Replace, KeepsThePlaceOrMergesWithAnEqualLine) {
    const Catalogue shop = small_shop();
    const Cart cart = cart_of({burger(1), line_of("cola"), burger(2, {extra("bacon")})});
    EXPECT_EQ(replace(cart, shop, 0, burger(4, {extra("cheese")})),
              cart_of({burger(4, {extra("cheese")}), line_of("cola"), burger(2, {extra("bacon")})}));
    EXPECT_EQ(replace(cart, shop, 2, burger(3)), cart_of({burger(4), line_of("cola")}));
    EXPECT_EQ(replace(cart, shop, 0, burger(0)), (Error{ErrorCode::BadInput, "quantity"}));
    EXPECT_EQ(replace(cart, shop, 3, burger(1)), (Error{ErrorCode::NotFound, "3"}));
}

TEST(Replace, DoesNotCountTheOldLineAgainstTheLimit) {
    const Catalogue shop = small_shop();
    EXPECT_EQ(replace(cart_of({line_of("cake", 3)}), shop, 0, line_of("cake", 3)), cart_of({line_of("cake", 3)}));
}

TEST(AddCode, ComparesFoldedAndKeepsWhatWasTyped) {
    Catalogue shop = small_shop();
    shop.promotions = {{{"hello"}, "Hello", "Olá10", {}, {}, {}, 1000, 0, 0, {}, {}},
                       {{"all"}, "All", "", {}, {}, {}, 100, 0, 0, {}, {}}};
    Cart cart = *add_code(cart_of({}), shop, "  ola10 ");
    cart = *add_code(cart, shop, "OLÁ10");
    EXPECT_EQ(cart.codes, (std::vector<std::string>{"ola10"}));
    EXPECT_EQ(add_code(cart, shop, " nope "), (Error{ErrorCode::NotFound, "nope"}));
    EXPECT_EQ(add_code(cart, shop, "  "), (Error{ErrorCode::NotFound, ""}));
}

TEST(Counts, AddUpPieces) {
    const Cart cart = cart_of({burger(2), line_of("cola", 3), burger(1, {extra("bacon")})});
    EXPECT_EQ(piece_count(cart), 6);
    EXPECT_EQ(pieces_of(cart, {"burger"}), 3);
}

TEST(Problems, NameEveryLineThatCantBeOrdered) {
    const Catalogue shop = small_shop();
    const Cart cart = cart_of({burger(1), line_of("unknown"), line_of("soup"), burger(1, {extra("egg")}), line_of("cake", 2),
                               line_of("cake", 2), line_of("cola", 0), line_of("burger")});
    const std::vector<Problem> expected = {
        {1, {ErrorCode::NotFound, "unknown"}},  {2, {ErrorCode::SoldOut, "soup"}},
        {3, {ErrorCode::SoldOut, "egg"}},       {5, limit(3)},
        {6, {ErrorCode::BadInput, "quantity"}}, {7, {ErrorCode::OptionRule, "Size"}},
    };
    EXPECT_EQ(problems(cart, shop), expected);
}

TEST(Repair, DropsWhatIsGoneAndLowersWhatIsTooMuch) {
    Catalogue shop = small_shop();
    shop.promotions = {{{"hello"}, "Hello", "HELLO", {}, {}, {}, 1000, 0, 0, {}, {}}};
    Cart cart = cart_of({burger(1), line_of("soup"), line_of("cake", 5), burger(1), line_of("cola", 2'000'000'000)});
    cart.lines[0].choices = {kRegular, extra("bacon", 0)};
    cart.codes = {"hello", "old", "HELLO"};
    Cart expected = cart_of({burger(2), line_of("cake", 3), line_of("cola", 99)});
    expected.codes = {"hello"};
    const Repaired repaired = repair(cart, shop);
    EXPECT_EQ(repaired.cart, expected);
    EXPECT_EQ(repaired.dropped,
              (std::vector<Problem>{
                  {1, {ErrorCode::SoldOut, "soup"}}, {2, limit(3)}, {4, limit(99)}, {-1, {ErrorCode::NotFound, "old"}}}));
}

TEST(Repair, LeavesASoundCartAlone) {
    const Catalogue shop = small_shop();
    const Cart cart = cart_of({burger(2, {extra("cheese", 2)}), line_of("cola", 3)});
    const Repaired repaired = repair(cart, shop);
    EXPECT_EQ(repaired.cart, cart);
    EXPECT_EQ(repaired.dropped, std::vector<Problem>{});
}

}  // namespace
}  // namespace kiosk::shop
