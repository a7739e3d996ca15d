#pragma once
// How GoogleTest shows the shop's values when a comparison fails.

#include <ostream>

#include "shop/cart.h"
#include "shop/pricing.h"

namespace kiosk {

template <typename Tag>
std::ostream& operator<<(std::ostream& out, const Id<Tag>& id) {
    return out << id.value;
}

inline std::ostream& operator<<(std::ostream& out, const Error& error) {
    return out << name_of(error.code) << " (" << error.detail << ")";
}

template <typename T>
void PrintTo(const Result<T>& result, std::ostream* out) {
    if (!result) *out << result.error();
    if constexpr (requires { *out << *result; }) {
        if (result) *out << *result;
    }
}

}  // namespace kiosk

namespace kiosk::shop {

inline std::ostream& operator<<(std::ostream& out, const Choice& choice) {
    return out << choice.group << "=" << choice.quantity << "x" << choice.option;
}

inline std::ostream& operator<<(std::ostream& out, const Line& line) {
    out << line.quantity << "x " << line.product;
    for (const Choice& choice : line.choices) out << " " << choice;
    return line.note.empty() ? out : out << " \"" << line.note << "\"";
}

inline std::ostream& operator<<(std::ostream& out, const Cart& cart) {
    out << "cart " << cart.id << " {";
    for (const Line& line : cart.lines) out << line << "; ";
    for (const std::string& code : cart.codes) out << "code " << code << "; ";
    return out << "}";
}

inline std::ostream& operator<<(std::ostream& out, const Problem& problem) {
    return out << "line " << problem.line << ": " << problem.error;
}

inline std::ostream& operator<<(std::ostream& out, const QuoteLine& line) {
    return out << line.unit_minor << " -> " << line.gross_minor << " - " << line.discount_minor << " = " << line.net_minor;
}

inline std::ostream& operator<<(std::ostream& out, const Quote& quote) {
    out << "{";
    for (const QuoteLine& line : quote.lines) out << line << "; ";
    for (const Discount& discount : quote.discounts) out << discount.promotion << " " << discount.amount_minor << "; ";
    out << "subtotal " << quote.subtotal_minor << ", discount " << quote.discount_minor << ", delivery "
        << quote.delivery_minor << ", packing " << quote.packing_minor << ", tip " << quote.tip_minor << ", total "
        << quote.total_minor << ", missing " << quote.missing_minor;
    if (quote.free_delivery_missing_minor) out << ", until free " << *quote.free_delivery_missing_minor;
    return out << ", hash " << std::hex << quote.hash << std::dec << "}";
}

}  // namespace kiosk::shop
