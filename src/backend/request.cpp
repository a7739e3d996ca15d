#include "backend/request.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/text.h"
#include "shop/cart.h"
#include "shop/hours.h"

namespace kiosk::backend {
namespace {

constexpr std::size_t kMaxKey = 64;  // Bytes.
constexpr std::size_t kMaxCodes = 20;
constexpr std::size_t kMaxCode = 40;  // Code points.

// Every text carries its length, so that no two requests feed the hasher the same bytes.
void add(Hasher& hasher, std::string_view text) {
    hasher.u64(text.size());
    hasher.bytes(text);
}

void add(Hasher& hasher, const shop::Line& line) {
    add(hasher, line.product.value);
    hasher.i32(line.quantity);
    add(hasher, line.note);
    hasher.u64(line.choices.size());
    for (const shop::Choice& choice : line.choices) {
        add(hasher, choice.group.value);
        add(hasher, choice.option.value);
        hasher.i32(choice.quantity);
    }
}

bool fits(std::string_view text, std::size_t limit) {
    return count_code_points(text) <= limit;
}

Status check_sizes(const orders::OrderRequest& request) {
    const auto bad = [](const char* field) { return Error{ErrorCode::BadInput, field}; };
    const shop::Cart& cart = request.cart;
    if (cart.id.empty() || cart.id.value.size() > kMaxKey) return bad("key");
    if (cart.lines.size() > static_cast<std::size_t>(shop::kMaxLines)) return bad("lines");
    for (const shop::Line& line : cart.lines) {
        if (line.quantity < 1 || line.quantity > shop::kMaxPerLine) return bad("quantity");
        if (!fits(line.note, shop::kMaxNote)) return bad("note");
    }
    const bool codes_fit =
        std::all_of(cart.codes.begin(), cart.codes.end(), [](const std::string& code) { return fits(code, kMaxCode); });
    if (cart.codes.size() > kMaxCodes || !codes_fit) return bad("codes");
    if (request.terms.tip_percent < 0 || request.terms.tip_percent > 100) return bad("tip");
    if (!fits(request.contact.comment, shop::kMaxNote)) return bad("comment");
    if (request.referrer.size() > orders::kMaxReferrer) return bad("referrer");
    if (!fits(request.contact.table, orders::kMaxTable)) return bad("table");
    return Done{};
}

Status check_terms(const shop::Catalogue& catalogue, const shop::Terms& terms, TimeMs now) {
    const bool delivery = terms.fulfilment == shop::Fulfilment::Delivery;
    if (delivery && !catalogue.delivery) return Error{ErrorCode::Unsupported, "delivery"};
    if (!delivery && !catalogue.pickup) return Error{ErrorCode::Unsupported, "pickup"};
    if (!shop::is_open(catalogue.hours, catalogue.utc_offset_minutes, now)) return Error{ErrorCode::ShopClosed, ""};
    if (delivery && shop::find(catalogue, terms.zone) == nullptr) {
        return Error{ErrorCode::OutsideZone, terms.zone.value};
    }
    return Done{};
}

}  // namespace

std::uint64_t fingerprint_of(const orders::OrderRequest& request) {
    Hasher hasher;
    hasher.u64(request.cart.lines.size());
    for (const shop::Line& line : request.cart.lines) add(hasher, line);
    hasher.u64(request.cart.codes.size());
    for (const std::string& code : request.cart.codes) add(hasher, code);
    hasher.i32(static_cast<std::int32_t>(request.terms.fulfilment));
    add(hasher, request.terms.zone.value);
    hasher.i32(request.terms.tip_percent);
    add(hasher, request.contact.name);
    add(hasher, request.contact.phone);
    add(hasher, request.contact.address);
    add(hasher, request.contact.comment);
    if (!request.contact.table.empty()) add(hasher, request.contact.table);
    return hasher.value();
}

Status check_request(const shop::Catalogue& on_sale, const orders::OrderRequest& request, TimeMs now) {
    if (Status sizes = check_sizes(request); !sizes) return sizes;
    if (request.cart.lines.empty()) return Error{ErrorCode::EmptyCart, ""};
    if (Status terms = check_terms(on_sale, request.terms, now); !terms) return terms;
    if (Status contact = orders::check_contact(request.contact, request.terms.fulfilment); !contact) return contact;
    const std::vector<shop::Problem> problems = shop::problems(request.cart, on_sale);
    if (!problems.empty()) return problems.front().error;
    return Done{};
}

}  // namespace kiosk::backend
