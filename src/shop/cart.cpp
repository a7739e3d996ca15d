#include "shop/cart.h"

#include <algorithm>
#include <optional>

#include "base/text.h"

namespace kiosk::shop {
namespace {

Error limit_reached(int limit) {
    return {ErrorCode::LimitReached, std::to_string(limit)};
}

int product_limit(const Product& product) {
    return product.stock ? std::min(*product.stock, product.max_per_order) : product.max_per_order;
}

bool is_sold_out(const Product& product) {
    return product.sold_out || product.stock == 0;
}

bool same_but_quantity(const Line& a, const Line& b) {
    return a.product == b.product && a.choices == b.choices && a.note == b.note;
}

// Adds up repeated choices and leaves out empty ones. OptionRule when one option is taken more often than it may be.
Result<std::vector<Choice>> in_catalogue_order(const OptionGroup& group, const std::vector<Choice>& choices) {
    std::vector<Choice> ordered;
    for (const Option& option : group.options) {
        int pieces = 0;
        for (const Choice& choice : choices) {
            if (choice.group != group.id || choice.option != option.id) continue;
            if (choice.quantity < 0 || choice.quantity > option.max_quantity - pieces) {
                return Error{ErrorCode::OptionRule, group.name};
            }
            pieces += choice.quantity;
        }
        if (pieces == 0) continue;
        if (option.sold_out) return Error{ErrorCode::SoldOut, option.name};
        ordered.push_back({group.id, option.id, pieces});
    }
    return ordered;
}

bool is_offered(const Catalogue& catalogue, const Product& product, const Choice& choice) {
    if (std::find(product.groups.begin(), product.groups.end(), choice.group) == product.groups.end()) return false;
    const OptionGroup* group = find(catalogue, choice.group);
    return group != nullptr && find(*group, choice.option) != nullptr;
}

// The line as it may stand in a cart, but for the limits that other lines share with it.
Result<Line> check_line(const Catalogue& catalogue, Line line) {
    const Product* product = find(catalogue, line.product);
    if (product == nullptr) return Error{ErrorCode::NotFound, line.product.value};
    if (is_sold_out(*product)) return Error{ErrorCode::SoldOut, product->name};
    if (line.quantity < 1) return Error{ErrorCode::BadInput, "quantity"};
    if (line.quantity > kMaxPerLine) return limit_reached(kMaxPerLine);
    line.note = std::string(trim(line.note));
    if (count_code_points(line.note) > kMaxNote) return limit_reached(static_cast<int>(kMaxNote));
    Result<std::vector<Choice>> choices = check_choices(catalogue, *product, line.choices);
    if (!choices) return choices.error();
    line.choices = std::move(choices).value();
    return line;
}

// How many pieces still fit, and the limit that says so.
struct Room {
    int pieces;
    int limit;
};

Room room_in_cart(const Cart& cart, const Product& product) {
    const int limit = product_limit(product);
    return {limit - pieces_of(cart, product.id), limit};
}

// Room for a checked line, which grows the line that equals it or needs one of its own.
Room room_for(const Cart& cart, const Catalogue& catalogue, const Line& line) {
    const Product* product = find(catalogue, line.product);
    const Room room = product == nullptr ? Room{0, 0} : room_in_cart(cart, *product);
    const auto equal = std::find_if(cart.lines.begin(), cart.lines.end(),
                                    [&](const Line& other) { return same_but_quantity(other, line); });
    const bool full = equal == cart.lines.end() && cart.lines.size() >= kMaxLines;
    const int taken = equal == cart.lines.end() ? 0 : equal->quantity;
    const Room in_line = full ? Room{0, kMaxLines} : Room{kMaxPerLine - taken, kMaxPerLine};
    return in_line.pieces < room.pieces ? in_line : room;
}

// Puts a checked line for which there is room at an index, or into the line that equals it.
void put(Cart& cart, std::size_t index, Line line) {
    const auto equal = std::find_if(cart.lines.begin(), cart.lines.end(),
                                    [&](const Line& other) { return same_but_quantity(other, line); });
    if (equal != cart.lines.end()) {
        equal->quantity += line.quantity;
    } else {
        cart.lines.insert(cart.lines.begin() + static_cast<std::ptrdiff_t>(index), std::move(line));
    }
}

Result<Cart> try_put(Cart cart, const Catalogue& catalogue, std::size_t index, Line line) {
    const Room room = room_for(cart, catalogue, line);
    if (line.quantity > room.pieces) return limit_reached(room.limit);
    put(cart, index, std::move(line));
    return cart;
}

std::optional<std::size_t> index_of(const Cart& cart, int line) {
    if (line < 0 || static_cast<std::size_t>(line) >= cart.lines.size()) return std::nullopt;
    return static_cast<std::size_t>(line);
}

Error no_such_line(int line) {
    return {ErrorCode::NotFound, std::to_string(line)};
}

bool is_known_code(const Catalogue& catalogue, std::string_view code) {
    return std::any_of(catalogue.promotions.begin(), catalogue.promotions.end(), [&](const Promotion& promotion) {
        return !promotion.code.empty() && is_same_code(promotion.code, code);
    });
}

}  // namespace

bool is_same_code(std::string_view a, std::string_view b) {
    return fold_for_search(trim(a)) == fold_for_search(trim(b));
}

std::vector<Choice> default_choices(const Catalogue& catalogue, const Product& product) {
    std::vector<Choice> choices;
    for (const GroupId& id : product.groups) {
        const OptionGroup* group = find(catalogue, id);
        if (group == nullptr) continue;
        for (const Option& option : group->options) {
            const auto& wanted = group->preselected;
            if (option.sold_out || std::find(wanted.begin(), wanted.end(), option.id) == wanted.end()) continue;
            choices.push_back({id, option.id, 1});
        }
    }
    return choices;
}

Result<std::vector<Choice>> check_choices(const Catalogue& catalogue, const Product& product,
                                          const std::vector<Choice>& choices) {
    for (const Choice& choice : choices) {
        if (!is_offered(catalogue, product, choice)) return Error{ErrorCode::NotFound, choice.option.value};
    }
    std::vector<Choice> ordered;
    for (const GroupId& id : product.groups) {
        const OptionGroup* group = find(catalogue, id);
        if (group == nullptr) continue;
        const Result<std::vector<Choice>> chosen = in_catalogue_order(*group, choices);
        if (!chosen) return chosen.error();
        int pieces = 0;
        for (const Choice& choice : *chosen) pieces += choice.quantity;
        if (pieces < group->min || pieces > group->max) return Error{ErrorCode::OptionRule, group->name};
        ordered.insert(ordered.end(), chosen->begin(), chosen->end());
    }
    return ordered;
}

Result<Cart> add(Cart cart, const Catalogue& catalogue, Line line) {
    Result<Line> checked = check_line(catalogue, std::move(line));
    if (!checked) return checked.error();
    const std::size_t end = cart.lines.size();
    return try_put(std::move(cart), catalogue, end, std::move(checked).value());
}

Result<Cart> set_quantity(Cart cart, const Catalogue& catalogue, int line, int quantity) {
    const std::optional<std::size_t> index = index_of(cart, line);
    if (!index) return no_such_line(line);
    if (quantity < 0) return Error{ErrorCode::BadInput, "quantity"};
    if (quantity == 0) {
        cart.lines.erase(cart.lines.begin() + line);
        return cart;
    }
    Line& changed = cart.lines[*index];
    // Fewer is always right, even of what is over a limit by now.
    if (quantity > changed.quantity) {
        Line wanted = changed;
        wanted.quantity = quantity;
        const Result<Line> checked = check_line(catalogue, std::move(wanted));
        if (!checked) return checked.error();
        const Room room = room_in_cart(cart, *find(catalogue, changed.product));
        if (quantity - changed.quantity > room.pieces) return limit_reached(room.limit);
    }
    changed.quantity = quantity;
    return cart;
}

Result<Cart> replace(Cart cart, const Catalogue& catalogue, int line, Line with) {
    const std::optional<std::size_t> index = index_of(cart, line);
    if (!index) return no_such_line(line);
    Result<Line> checked = check_line(catalogue, std::move(with));
    if (!checked) return checked.error();
    cart.lines.erase(cart.lines.begin() + line);
    return try_put(std::move(cart), catalogue, *index, std::move(checked).value());
}

Result<Cart> add_code(Cart cart, const Catalogue& catalogue, std::string_view code) {
    const std::string_view typed = trim(code);
    if (!is_known_code(catalogue, typed)) return Error{ErrorCode::NotFound, std::string(typed)};
    const bool there = std::any_of(cart.codes.begin(), cart.codes.end(),
                                   [&](const std::string& other) { return is_same_code(other, typed); });
    if (!there) cart.codes.emplace_back(typed);
    return cart;
}

int piece_count(const Cart& cart) {
    int count = 0;
    for (const Line& line : cart.lines) count += std::clamp(line.quantity, 0, kMaxPerLine);
    return count;
}

int pieces_of(const Cart& cart, const ProductId& product) {
    int count = 0;
    for (const Line& line : cart.lines) {
        if (line.product == product) count += std::clamp(line.quantity, 0, kMaxPerLine);
    }
    return count;
}

std::vector<Problem> problems(const Cart& cart, const Catalogue& catalogue) {
    std::vector<Problem> found;
    Cart before;
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        const Line& line = cart.lines[i];
        const auto note = [&](Error error) { found.push_back({static_cast<int>(i), std::move(error)}); };
        const Result<Line> checked = check_line(catalogue, line);
        if (i >= kMaxLines) {
            note(limit_reached(kMaxLines));
        } else if (!checked) {
            note(checked.error());
        } else if (const Room room = room_in_cart(before, *find(catalogue, line.product)); line.quantity > room.pieces) {
            note(limit_reached(room.limit));
        }
        before.lines.push_back(line);
    }
    return found;
}

Repaired repair(Cart cart, const Catalogue& catalogue) {
    Repaired repaired;
    repaired.cart.id = std::move(cart.id);
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        Line& line = cart.lines[i];
        const auto note = [&](Error error) { repaired.dropped.push_back({static_cast<int>(i), std::move(error)}); };
        const int wanted = line.quantity;
        line.quantity = std::min(line.quantity, kMaxPerLine);
        line.note = std::string(prefix(trim(line.note), kMaxNote));
        Result<Line> checked = check_line(catalogue, std::move(line));
        if (!checked) {
            note(checked.error());
            continue;
        }
        const Room room = room_for(repaired.cart, catalogue, *checked);
        if (wanted > room.pieces) note(limit_reached(room.limit));
        checked->quantity = std::min(checked->quantity, room.pieces);
        if (checked->quantity > 0) put(repaired.cart, repaired.cart.lines.size(), std::move(checked).value());
    }
    for (std::string& code : cart.codes) {
        Result<Cart> with = add_code(repaired.cart, catalogue, code);
        if (with) {
            repaired.cart = std::move(with).value();
        } else {
            repaired.dropped.push_back({-1, with.error()});
        }
    }
    return repaired;
}

}  // namespace kiosk::shop
