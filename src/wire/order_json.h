#pragma once
// The parts that order documents and saved states are made of: one write and one read for each type. A read answers false when
// anything is missing, of the wrong type or out of range; the value is then half-filled and to be thrown away. Names are
// snake_case, money and times whole numbers, hashes hex strings.

#include "orders/book.h"
#include "orders/order.h"
#include "shop/cart.h"
#include "shop/pricing.h"
#include "wire/json_text.h"
#include "wire/json_writer.h"

namespace kiosk::wire {

inline constexpr std::size_t kMaxId = 64;               // Code points of an id.
inline constexpr std::size_t kMaxChoices = 2000;        // Of one line: more than any shop file can offer.
inline constexpr std::size_t kMaxText = 1000;           // Code points of a name, address, comment.
inline constexpr TimeMs kLastMs = 253'402'300'799'999;  // 9999-12-31T23:59:59.999Z.

void write(JsonWriter& out, const shop::Choice& choice);
void write(JsonWriter& out, const shop::Line& line);
void write(JsonWriter& out, const shop::Cart& cart);
void write(JsonWriter& out, const shop::Terms& terms);
void write(JsonWriter& out, const shop::QuoteLine& line);
void write(JsonWriter& out, const shop::Quote& quote);
void write(JsonWriter& out, const orders::Contact& contact);
void write(JsonWriter& out, const orders::Order& order);
void write(JsonWriter& out, const orders::OrderRequest& request);
void write(JsonWriter& out, const orders::Taken& taken);
void write(JsonWriter& out, const orders::Record& record);
void write(JsonWriter& out, const orders::Book& book);

[[nodiscard]] bool read(const Json& value, shop::Choice& choice);
[[nodiscard]] bool read(const Json& value, shop::Line& line);
[[nodiscard]] bool read(const Json& value, shop::Cart& cart);
[[nodiscard]] bool read(const Json& value, shop::Terms& terms);
[[nodiscard]] bool read(const Json& value, shop::QuoteLine& line);
// The sums add up.
[[nodiscard]] bool read(const Json& value, shop::Quote& quote);
[[nodiscard]] bool read(const Json& value, orders::Contact& contact);
// The history is one that the state machine allows.
[[nodiscard]] bool read(const Json& value, orders::Order& order);
[[nodiscard]] bool read(const Json& value, orders::OrderRequest& request);
[[nodiscard]] bool read(const Json& value, orders::Taken& taken);
// The plan leads on from the order's state, and its times never run backwards.
[[nodiscard]] bool read(const Json& value, orders::Record& record);
// Ids, keys and products are unique.
[[nodiscard]] bool read(const Json& value, orders::Book& book);

// The whole overload sets, to hand to JsonWriter::list and to JsonFields::with and ::list.
inline constexpr auto kWrite = [](JsonWriter& out, const auto& value) { write(out, value); };
inline constexpr auto kRead = [](const Json& value, auto& out) { return read(value, out); };

}  // namespace kiosk::wire
