#pragma once
// Orders that use every field, for the codec's tests.

#include "orders/book.h"
#include "orders/order.h"

namespace kiosk::wire {

inline shop::Cart sample_cart() {
    return {{"cart-7f3a"},
            {{{"classic"}, {{{"size"}, {"large"}, 1}, {{"extras"}, {"cheese"}, 2}}, 2, "no \"onions\"\nplease \\ \x01 ё 🍔"},
             {{"cola"}, {}, 1, ""}},
            {"LUNCH10"}};
}

inline shop::Terms sample_terms() {
    return {shop::Fulfilment::Delivery, {"centre"}, 10};
}

inline orders::Contact sample_contact() {
    return {"Ada", "+44 20 7946 0000", "12 Mill Lane", "ring twice"};
}

inline shop::Quote sample_quote() {
    shop::Quote quote;
    quote.lines = {{1250, 2500, 250, 2250}, {300, 300, 0, 300}};
    quote.discounts = {{{"lunch"}, 250}};
    quote.subtotal_minor = 2800;
    quote.discount_minor = 250;
    quote.delivery_minor = 299;
    quote.packing_minor = 50;
    quote.tip_minor = 255;
    quote.total_minor = 3154;
    quote.free_delivery_missing_minor = 450;
    quote.hash = 0xfedcba9876543210ULL;
    return quote;
}

inline orders::OrderRequest sample_request() {
    return {sample_cart(), sample_terms(), sample_contact(), 0xfedcba9876543210ULL, 3154};
}

inline orders::Order sample_order() {
    orders::Order order;
    order.id = {"A-17"};
    order.key = {"cart-7f3a"};
    order.terms = sample_terms();
    order.contact = sample_contact();
    order.quote = sample_quote();
    order.lines = {{{"classic"},
                    "Classic",
                    "🍔",
                    {"Large", "2x Cheese"},
                    sample_cart().lines[0].choices,
                    "no onions",
                    2,
                    order.quote.lines[0]},
                   {{"cola"}, "Cola", "🥤", {}, {}, "", 1, order.quote.lines[1]}};
    order.currency = {"EUR", 2};
    order.state = orders::State::Accepted;
    order.history = {{orders::State::Placed, 1'700'000'000'000}, {orders::State::Accepted, 1'700'000'120'000}};
    order.eta = {1'700'001'500'000, 1'700'002'100'000};
    order.cancel_until_ms = 1'700'000'180'000;
    order.pickup_code = "0417";
    order.reason = "none";
    return order;
}

inline orders::Record sample_record() {
    orders::Record record;
    record.order = sample_order();
    record.fingerprint = 0x0123456789abcdefULL;
    record.plan = {{orders::Command::Start, 1'700'000'180'000, record.order.eta},
                   {orders::Command::Finish, 1'700'001'000'000, record.order.eta},
                   {orders::Command::Pick, 1'700'001'100'000, record.order.eta},
                   {orders::Command::Drop, 1'700'001'700'000, record.order.eta}};
    record.taken = {{{"classic"}, 20, 2}};
    return record;
}

inline orders::Book sample_book() {
    orders::Record finished;
    finished.order = sample_order();
    finished.order.id = {"A-16"};
    finished.order.key = {"cart-0001"};
    finished.order.state = orders::State::Refused;
    finished.order.history = {{orders::State::Placed, 1'600'000'000'000}, {orders::State::Refused, 1'600'000'120'000}};
    return {18, {finished, sample_record()}, {{{"classic"}, 20, 5}}};
}

}  // namespace kiosk::wire
