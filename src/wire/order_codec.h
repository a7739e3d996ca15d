#pragma once
// Order documents as JSON text, for the app's own storage and for a server: one codec, so that both sides agree. Every
// document carries "version"; decoding is total: what is not exactly such a document is refused with Corrupt, one of another
// version with Unsupported; extra fields are ignored.

#include <string>
#include <string_view>

#include "base/result.h"
#include "orders/book.h"
#include "orders/order.h"
#include "shop/cart.h"

namespace kiosk::wire {

inline constexpr int kOrderVersion = 1;

[[nodiscard]] std::string encode(const shop::Cart& cart);
[[nodiscard]] std::string encode(const orders::OrderRequest& request);
[[nodiscard]] std::string encode(const orders::Order& order);
[[nodiscard]] std::string encode(const orders::Book& book);

[[nodiscard]] Result<shop::Cart> decode_cart(std::string_view text);
[[nodiscard]] Result<orders::OrderRequest> decode_order_request(std::string_view text);
[[nodiscard]] Result<orders::Order> decode_order(std::string_view text);
[[nodiscard]] Result<orders::Book> decode_book(std::string_view text);  // Ids and keys of its orders are unique.

}  // namespace kiosk::wire
