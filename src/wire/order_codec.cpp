#include "wire/order_codec.h"

#include <limits>

#include "wire/json_fields.h"
#include "wire/json_writer.h"
#include "wire/order_json.h"

namespace kiosk::wire {
namespace {

template <typename T>
std::string document(std::string_view name, const T& value) {
    JsonWriter out;
    out.begin_object();
    out.field("version", kOrderVersion);
    out.key(name);
    write(out, value);
    out.end_object();
    return out.take();
}

template <typename T>
Result<T> parsed(std::string_view name, std::string_view text) {
    const ParsedJson document = parse_json(text);
    JsonFields in(document.value);
    int version = 0;
    in.integer("version", version, 0, std::numeric_limits<int>::max());
    if (in.ok() && version != kOrderVersion) return Error{ErrorCode::Unsupported, "version"};
    T value;
    in.with(name, value, kRead);
    if (!in.ok()) return Error{ErrorCode::Corrupt, std::string(name)};
    return value;
}

}  // namespace

std::string encode(const shop::Cart& cart) {
    return document("cart", cart);
}
std::string encode(const orders::OrderRequest& request) {
    return document("request", request);
}
std::string encode(const orders::Order& order) {
    return document("order", order);
}
std::string encode(const orders::Book& book) {
    return document("book", book);
}

Result<shop::Cart> decode_cart(std::string_view text) {
    return parsed<shop::Cart>("cart", text);
}
Result<orders::OrderRequest> decode_order_request(std::string_view text) {
    return parsed<orders::OrderRequest>("request", text);
}
Result<orders::Order> decode_order(std::string_view text) {
    return parsed<orders::Order>("order", text);
}
Result<orders::Book> decode_book(std::string_view text) {
    return parsed<orders::Book>("book", text);
}

}  // namespace kiosk::wire
