#include <algorithm>
#include <iterator>

#include "base/text.h"
#include "orders/order.h"

namespace kiosk::orders {
namespace {

bool is_present(std::string_view text, std::size_t limit) {
    return !trim(text).empty() && count_code_points(text) <= limit;
}

// Keyboards of Arabic, Persian and East Asian users type their own decimal digits.
bool is_digit(char32_t c) {
    constexpr char32_t kZeros[] = {U'0', 0x0660, 0x06f0, 0xff10};
    return std::any_of(std::begin(kZeros), std::end(kZeros), [c](char32_t zero) { return c >= zero && c < zero + 10; });
}

bool is_separator(char32_t c) {
    constexpr std::u32string_view kSeparators = U" -./()\u00a0\u202f\u2010\u2011\u2012\u2013";
    return kSeparators.find(c) != std::u32string_view::npos;
}

bool is_phone(std::string_view text) {
    text = trim(text);
    if (count_code_points(text) > kMaxPhone) return false;
    int digits = 0;
    for (std::size_t position = 0; position < text.size();) {
        const bool first = position == 0;
        const char32_t c = next_code_point(text, position);
        if (is_digit(c)) {
            ++digits;
        } else if (!is_separator(c) && !(first && (c == U'+' || c == 0xff0b))) {
            return false;
        }
    }
    return digits >= 5 && digits <= 15;
}

}  // namespace

Status check_contact(const Contact& contact, shop::Fulfilment fulfilment) {
    if (!is_present(contact.name, kMaxName)) return Error{ErrorCode::MissingContact, "name"};
    const bool delivery = fulfilment == shop::Fulfilment::Delivery;
    const bool seated = !delivery && is_present(contact.table, kMaxTable);
    if (!seated && !is_phone(contact.phone)) return Error{ErrorCode::MissingContact, "phone"};
    if (delivery && !is_present(contact.address, kMaxAddress)) {
        return Error{ErrorCode::MissingContact, "address"};
    }
    return Done{};
}

}  // namespace kiosk::orders
