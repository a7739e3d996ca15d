#include "wire/order_json.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <set>

#include "base/text.h"
#include "wire/json_fields.h"

namespace kiosk::wire {

namespace {

constexpr std::size_t kMaxEvents = 20;
constexpr int kMaxStock = std::numeric_limits<int>::max();
constexpr std::size_t kMaxRecords = 10'000;
constexpr std::size_t kMaxProducts = 10'000;

void read_time(JsonFields& in, std::string_view name, TimeMs& out) {
    in.integer(name, out, -kLastMs, kLastMs);
}

void write_currency(JsonWriter& out, const Currency& currency) {
    out.begin_object();
    out.field("code", currency.code);
    out.field("exponent", currency.exponent);
    out.end_object();
}

bool read_currency(const Json& value, Currency& currency) {
    JsonFields in(value);
    in.text("code", currency.code, kMaxId);
    in.integer("exponent", currency.exponent, 0, 4);
    return in.ok();
}

void write_line(JsonWriter& out, const orders::OrderLine& line) {
    out.begin_object();
    out.field("product", line.product.value);
    out.field("name", line.name);
    out.field("emoji", line.emoji);
    out.list("options", line.options, [](JsonWriter& to, const std::string& option) { to.text(option); });
    out.list("choices", line.choices, kWrite);
    out.field("note", line.note);
    out.field("quantity", line.quantity);
    out.key("price");
    write(out, line.price);
    out.end_object();
}

bool read_line(const Json& value, orders::OrderLine& line) {
    JsonFields in(value);
    in.text("product", line.product.value, kMaxId);
    in.text("name", line.name, kMaxText);
    in.text("emoji", line.emoji, kMaxText);
    in.list("options", line.options, kMaxChoices,
            [](const Json& from, std::string& option) { return read_text(from, option, kMaxText); });
    in.list("choices", line.choices, kMaxChoices, kRead);
    in.text("note", line.note, kMaxText);
    in.integer("quantity", line.quantity, 1, shop::kMaxPerLine);
    in.with("price", line.price, kRead);
    return in.ok();
}

void write_event(JsonWriter& out, const orders::Event& event) {
    out.begin_object();
    out.field("state", orders::name_of(event.state));
    out.field("at_ms", event.at_ms);
    out.end_object();
}

bool read_state(const Json& value, orders::State& out) {
    std::string name;
    if (!read_text(value, name, kMaxId)) return false;
    const auto state = orders::state_named(name);
    out = state.value_or(out);
    return state.has_value();
}

bool read_event(const Json& value, orders::Event& event) {
    JsonFields in(value);
    in.with("state", event.state, read_state);
    read_time(in, "at_ms", event.at_ms);
    return in.ok();
}

void write_eta(JsonWriter& out, const orders::Eta& eta) {
    out.begin_object();
    out.field("low_ms", eta.low_ms);
    out.field("high_ms", eta.high_ms);
    out.end_object();
}

bool read_eta(const Json& value, orders::Eta& eta) {
    JsonFields in(value);
    read_time(in, "low_ms", eta.low_ms);
    read_time(in, "high_ms", eta.high_ms);
    return in.ok() && eta.low_ms <= eta.high_ms;
}

void write_step(JsonWriter& out, const orders::Step& step) {
    out.begin_object();
    out.field("command", orders::name_of(step.command));
    out.field("at_ms", step.at_ms);
    out.key("eta");
    write_eta(out, step.eta);
    out.end_object();
}

bool read_step(const Json& value, orders::Step& step) {
    JsonFields in(value);
    std::string name;
    in.text("command", name, kMaxId);
    const auto command = orders::command_named(name);
    in.require(command.has_value());
    step.command = command.value_or(step.command);
    read_time(in, "at_ms", step.at_ms);
    in.with("eta", step.eta, read_eta);
    return in.ok();
}

bool leads_on(const orders::Record& record) {
    orders::Order order = record.order;
    for (const orders::Step& step : record.plan) {
        if (step.at_ms < order.history.back().at_ms) return false;
        Result<orders::Order> next = orders::apply(order, step.command, step.at_ms);
        if (!next) return false;
        order = *std::move(next);
    }
    return true;
}

bool prices_its_lines(const orders::Order& order) {
    return std::equal(order.lines.begin(), order.lines.end(), order.quote.lines.begin(), order.quote.lines.end(),
                      [](const orders::OrderLine& line, const shop::QuoteLine& price) { return line.price == price; });
}

bool has_unique_rows(const orders::Book& book) {
    std::set<std::string> ids;
    std::set<std::string> keys;
    std::set<std::string> products;
    for (const orders::Record& record : book.records) {
        if (!ids.insert(record.order.id.value).second || !keys.insert(record.order.key.value).second) return false;
    }
    for (const orders::Taken& taken : book.taken) {
        if (!products.insert(taken.product.value).second) return false;
    }
    return true;
}

}  // namespace

void write(JsonWriter& out, const orders::Contact& contact) {
    out.begin_object();
    out.field("name", contact.name);
    out.field("phone", contact.phone);
    out.field("address", contact.address);
    out.field("comment", contact.comment);
    if (!contact.table.empty()) out.field("table", contact.table);
    out.end_object();
}

bool read(const Json& value, orders::Contact& contact) {
    JsonFields in(value);
    in.text("name", contact.name, kMaxText);
    in.text("phone", contact.phone, kMaxText);
    in.text("address", contact.address, kMaxText);
    in.text("comment", contact.comment, kMaxText);
    in.optional_text("table", contact.table, orders::kMaxTable);
    return in.ok();
}

void write(JsonWriter& out, const orders::Order& order) {
    out.begin_object();
    out.field("id", order.id.value);
    out.field("key", order.key.value);
    out.key("terms");
    write(out, order.terms);
    out.key("contact");
    write(out, order.contact);
    out.list("lines", order.lines, write_line);
    out.key("quote");
    write(out, order.quote);
    out.key("currency");
    write_currency(out, order.currency);
    out.field("state", orders::name_of(order.state));
    out.list("history", order.history, write_event);
    out.key("eta");
    write_eta(out, order.eta);
    out.field("cancel_until_ms", order.cancel_until_ms);
    out.field("pickup_code", order.pickup_code);
    out.field("reason", order.reason);
    if (!order.referrer.empty()) out.field("referrer", order.referrer);
    if (order.paid) out.field("paid", true);
    if (!order.receipt.empty()) out.field("receipt", order.receipt);
    if (order.invoice_ms != 0) out.field("invoice_ms", order.invoice_ms);
    out.end_object();
}

bool read(const Json& value, orders::Order& order) {
    JsonFields in(value);
    in.text("id", order.id.value, kMaxId);
    in.text("key", order.key.value, kMaxId);
    in.with("terms", order.terms, kRead);
    in.with("contact", order.contact, kRead);
    in.list("lines", order.lines, shop::kMaxLines, read_line);
    in.with("quote", order.quote, kRead);
    in.with("currency", order.currency, read_currency);
    in.with("state", order.state, read_state);
    in.list("history", order.history, kMaxEvents, read_event);
    in.with("eta", order.eta, read_eta);
    read_time(in, "cancel_until_ms", order.cancel_until_ms);
    in.text("pickup_code", order.pickup_code, kMaxId);
    in.text("reason", order.reason, kMaxText);
    in.optional_text("referrer", order.referrer, orders::kMaxReferrer);
    if (in.find("paid") != nullptr) in.boolean("paid", order.paid);
    in.optional_text("receipt", order.receipt, orders::kMaxReceipt);
    in.require(order.receipt.empty() || is_address(order.receipt));
    if (in.find("invoice_ms") != nullptr) read_time(in, "invoice_ms", order.invoice_ms);
    in.require(!order.id.empty() && !order.key.empty() && !order.lines.empty());
    return in.ok() && prices_its_lines(order) && orders::is_consistent(order);
}

void write(JsonWriter& out, const orders::Taken& taken) {
    out.begin_object();
    out.field("product", taken.product.value);
    out.field("stock", taken.stock);
    out.field("pieces", taken.pieces);
    out.end_object();
}

bool read(const Json& value, orders::Taken& taken) {
    JsonFields in(value);
    in.text("product", taken.product.value, kMaxId);
    in.integer("stock", taken.stock, 0, kMaxStock);
    in.integer("pieces", taken.pieces, 0, kMaxStock);
    return in.ok();
}

void write(JsonWriter& out, const orders::Record& record) {
    out.begin_object();
    out.key("order");
    write(out, record.order);
    out.key("fingerprint");
    out.hex(record.fingerprint);
    out.list("plan", record.plan, write_step);
    out.list("taken", record.taken, kWrite);
    out.end_object();
}

bool read(const Json& value, orders::Record& record) {
    JsonFields in(value);
    in.with("order", record.order, kRead);
    in.hex("fingerprint", record.fingerprint);
    in.list("plan", record.plan, kMaxEvents, read_step);
    in.list("taken", record.taken, shop::kMaxLines, kRead);
    return in.ok() && leads_on(record);
}

void write(JsonWriter& out, const orders::OrderRequest& request) {
    out.begin_object();
    out.key("cart");
    write(out, request.cart);
    out.key("terms");
    write(out, request.terms);
    out.key("contact");
    write(out, request.contact);
    out.key("quote_hash");
    out.hex(request.quote_hash);
    out.field("total_minor", request.total_minor);
    if (!request.referrer.empty()) out.field("referrer", request.referrer);
    out.end_object();
}

bool read(const Json& value, orders::OrderRequest& request) {
    JsonFields in(value);
    in.with("cart", request.cart, kRead);
    in.with("terms", request.terms, kRead);
    in.with("contact", request.contact, kRead);
    in.hex("quote_hash", request.quote_hash);
    in.integer("total_minor", request.total_minor, 0, 10 * kMaxMinor);
    in.optional_text("referrer", request.referrer, orders::kMaxReferrer);
    return in.ok();
}

void write(JsonWriter& out, const orders::Book& book) {
    out.begin_object();
    out.field("next_number", book.next_number);
    out.list("records", book.records, kWrite);
    out.list("taken", book.taken, kWrite);
    out.end_object();
}

bool read(const Json& value, orders::Book& book) {
    JsonFields in(value);
    std::int64_t next_number = 0;
    in.integer("next_number", next_number, 1, std::numeric_limits<std::uint32_t>::max() - 1);
    in.list("records", book.records, kMaxRecords, kRead);
    in.list("taken", book.taken, kMaxProducts, kRead);
    book.next_number = static_cast<std::uint32_t>(next_number);
    return in.ok() && has_unique_rows(book);
}

}  // namespace kiosk::wire
