
#include "wire/json_fields.h"
#include "wire/order_json.h"

namespace kiosk::wire {

namespace {

constexpr std::size_t kMaxDiscounts = 200;
constexpr std::size_t kMaxCodes = 20;
constexpr std::size_t kMaxCode = 100;
constexpr Minor kMaxSum = 10 * kMaxMinor;  // A total may hold a tip and fees on top of the goods.

constexpr std::string_view kDelivery = "delivery";
constexpr std::string_view kPickup = "pickup";

bool read_fulfilment(const Json& value, shop::Fulfilment& out) {
    std::string name;
    if (!read_text(value, name, kMaxId) || (name != kDelivery && name != kPickup)) return false;
    out = name == kDelivery ? shop::Fulfilment::Delivery : shop::Fulfilment::Pickup;
    return true;
}

void write_discount(JsonWriter& out, const shop::Discount& discount) {
    out.begin_object();
    out.field("promotion", discount.promotion.value);
    out.field("amount_minor", discount.amount_minor);
    out.end_object();
}

bool read_discount(const Json& value, shop::Discount& discount) {
    JsonFields in(value);
    in.text("promotion", discount.promotion.value, kMaxId);
    in.integer("amount_minor", discount.amount_minor, 0, kMaxSum);
    return in.ok();
}

bool adds_up(const shop::QuoteLine& line) {
    return line.net_minor == line.gross_minor - line.discount_minor;
}

bool adds_up(const shop::Quote& quote) {
    Minor subtotal = 0;
    Minor discount = 0;
    for (const shop::QuoteLine& line : quote.lines) {
        subtotal += line.gross_minor;
        discount += line.discount_minor;
    }
    return subtotal == quote.subtotal_minor && discount == quote.discount_minor &&
           quote.total_minor == subtotal - discount + quote.delivery_minor + quote.packing_minor + quote.tip_minor;
}

}  // namespace

void write(JsonWriter& out, const shop::Choice& choice) {
    out.begin_object();
    out.field("group", choice.group.value);
    out.field("option", choice.option.value);
    out.field("quantity", choice.quantity);
    out.end_object();
}

bool read(const Json& value, shop::Choice& choice) {
    JsonFields in(value);
    in.text("group", choice.group.value, kMaxId);
    in.text("option", choice.option.value, kMaxId);
    in.integer("quantity", choice.quantity, 1, shop::kMaxPerLine);
    return in.ok();
}

void write(JsonWriter& out, const shop::Line& line) {
    out.begin_object();
    out.field("product", line.product.value);
    out.list("choices", line.choices, kWrite);
    out.field("quantity", line.quantity);
    out.field("note", line.note);
    out.end_object();
}

bool read(const Json& value, shop::Line& line) {
    JsonFields in(value);
    in.text("product", line.product.value, kMaxId);
    in.list("choices", line.choices, kMaxChoices, kRead);
    in.integer("quantity", line.quantity, 1, shop::kMaxPerLine);
    in.text("note", line.note, shop::kMaxNote);
    return in.ok();
}

void write(JsonWriter& out, const shop::Cart& cart) {
    out.begin_object();
    out.field("id", cart.id.value);
    out.list("lines", cart.lines, kWrite);
    out.list("codes", cart.codes, [](JsonWriter& to, const std::string& code) { to.text(code); });
    out.end_object();
}

bool read(const Json& value, shop::Cart& cart) {
    JsonFields in(value);
    in.text("id", cart.id.value, kMaxId);
    in.list("lines", cart.lines, shop::kMaxLines, kRead);
    in.list("codes", cart.codes, kMaxCodes,
            [](const Json& from, std::string& code) { return read_text(from, code, kMaxCode); });
    return in.ok();
}

void write(JsonWriter& out, const shop::Terms& terms) {
    out.begin_object();
    out.field("fulfilment", terms.fulfilment == shop::Fulfilment::Delivery ? kDelivery : kPickup);
    out.field("zone", terms.zone.value);
    out.field("tip_percent", terms.tip_percent);
    out.end_object();
}

bool read(const Json& value, shop::Terms& terms) {
    JsonFields in(value);
    in.with("fulfilment", terms.fulfilment, read_fulfilment);
    in.text("zone", terms.zone.value, kMaxId);
    in.integer("tip_percent", terms.tip_percent, 0, 100);
    return in.ok();
}

void write(JsonWriter& out, const shop::QuoteLine& line) {
    out.begin_object();
    out.field("unit_minor", line.unit_minor);
    out.field("gross_minor", line.gross_minor);
    out.field("discount_minor", line.discount_minor);
    out.field("net_minor", line.net_minor);
    out.end_object();
}

bool read(const Json& value, shop::QuoteLine& line) {
    JsonFields in(value);
    in.integer("unit_minor", line.unit_minor, 0, kMaxMinor);
    in.integer("gross_minor", line.gross_minor, 0, kMaxMinor);
    in.integer("discount_minor", line.discount_minor, 0, kMaxMinor);
    in.integer("net_minor", line.net_minor, 0, kMaxMinor);
    return in.ok() && adds_up(line);
}

void write(JsonWriter& out, const shop::Quote& quote) {
    out.begin_object();
    out.list("lines", quote.lines, kWrite);
    out.list("discounts", quote.discounts, write_discount);
    out.field("subtotal_minor", quote.subtotal_minor);
    out.field("discount_minor", quote.discount_minor);
    out.field("delivery_minor", quote.delivery_minor);
    out.field("packing_minor", quote.packing_minor);
    out.field("tip_minor", quote.tip_minor);
    out.field("total_minor", quote.total_minor);
    out.field("missing_minor", quote.missing_minor);
    if (quote.free_delivery_missing_minor) {
        out.field("free_delivery_missing_minor", *quote.free_delivery_missing_minor);
    }
    out.key("hash");
    out.hex(quote.hash);
    out.end_object();
}

bool read(const Json& value, shop::Quote& quote) {
    JsonFields in(value);
    in.list("lines", quote.lines, shop::kMaxLines, kRead);
    in.list("discounts", quote.discounts, kMaxDiscounts, read_discount);
    in.integer("subtotal_minor", quote.subtotal_minor, 0, kMaxSum);
    in.integer("discount_minor", quote.discount_minor, 0, kMaxSum);
    in.integer("delivery_minor", quote.delivery_minor, 0, kMaxSum);
    in.integer("packing_minor", quote.packing_minor, 0, kMaxSum);
    in.integer("tip_minor", quote.tip_minor, 0, kMaxSum);
    in.integer("total_minor", quote.total_minor, 0, kMaxSum);
    in.integer("missing_minor", quote.missing_minor, 0, kMaxSum);
    if (in.find("free_delivery_missing_minor") != nullptr) {
        in.integer("free_delivery_missing_minor", quote.free_delivery_missing_minor.emplace(), 0, kMaxSum);
    }
    in.hex("hash", quote.hash);
    return in.ok() && adds_up(quote);
}

}  // namespace kiosk::wire
