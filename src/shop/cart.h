#pragma once
// What a customer means to buy: ids and quantities only, never a price. Every edit returns a new cart or a refusal with a
// reason; a cart restored from storage is brought back into the rules by `repair`.

#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "shop/catalogue.h"

namespace kiosk::shop {

struct Choice {
    GroupId group;
    OptionId option;
    int quantity = 1;

    bool operator==(const Choice&) const = default;
};

// Choices stand in the catalogue's order (group, then option), so that equal choices compare equal.
struct Line {
    ProductId product;
    std::vector<Choice> choices;
    int quantity = 1;
    std::string note;

    bool operator==(const Line&) const = default;
};

struct Cart {
    CartId id;  // Idempotency key: an order is placed at most once for a cart id.
    std::vector<Line> lines;
    std::vector<std::string> codes;  // Promotion codes as typed, trimmed.

    bool operator==(const Cart&) const = default;
};

// Why a line (or, with line < 0, the cart as a whole) can't be ordered now.
struct Problem {
    int line = -1;
    Error error;

    bool operator==(const Problem&) const = default;
};

// The preselected choices of a product. Sold-out options are left out.
[[nodiscard]] std::vector<Choice> default_choices(const Catalogue& catalogue, const Product& product);

// Checks choices against the product's groups and puts them in the catalogue's order. OptionRule names the group in detail,
// SoldOut the option, NotFound what the product does not offer.
[[nodiscard]] Result<std::vector<Choice>> check_choices(const Catalogue& catalogue, const Product& product,
                                                        const std::vector<Choice>& choices);

// Adds pieces; a line with the same product, choices and note grows instead. LimitReached tells the limit in detail: stock,
// max_per_order (over all lines of the product), kMaxPerLine or kMaxLines.
[[nodiscard]] Result<Cart> add(Cart cart, const Catalogue& catalogue, Line line);

// Sets a line's pieces; 0 removes it. NotFound when there is no such line.
[[nodiscard]] Result<Cart> set_quantity(Cart cart, const Catalogue& catalogue, int line, int quantity);

// Replaces a line (edited in the product sheet); merges with an equal one.
[[nodiscard]] Result<Cart> replace(Cart cart, const Catalogue& catalogue, int line, Line with);

// NotFound for a code that no promotion has; a code already there is no error.
[[nodiscard]] Result<Cart> add_code(Cart cart, const Catalogue& catalogue, std::string_view code);

// Codes compare without case, accents and outer white space.
[[nodiscard]] bool is_same_code(std::string_view a, std::string_view b);

[[nodiscard]] int piece_count(const Cart& cart);
[[nodiscard]] int pieces_of(const Cart& cart, const ProductId& product);

// Every line that can't be ordered as it stands: product gone or sold out, choices no longer offered, over the limit.
[[nodiscard]] std::vector<Problem> problems(const Cart& cart, const Catalogue& catalogue);

struct Repaired {
    Cart cart;
    std::vector<Problem> dropped;  // Indices of the old cart.
};
// Drops what is no longer sold and lowers quantities to the limits.
[[nodiscard]] Repaired repair(Cart cart, const Catalogue& catalogue);

}  // namespace kiosk::shop
