#include "backend/backend.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "backend/kitchen.h"
#include "backend/request.h"
#include "backend/ticket.h"
#include "base/text.h"
#include "shop/cart.h"
#include "shop/pricing.h"

namespace kiosk::backend {
namespace {

using orders::Order;
using orders::OrderRequest;
using orders::Record;
using orders::Taken;
using shop::Catalogue;

int pieces_taken(const Storage& storage, const ProductId& product, int stock) {
    const std::optional<Taken> row = storage.taken(product);
    return row && row->stock == stock ? row->pieces : 0;
}

std::vector<Taken> stock_for(const Catalogue& catalogue, const shop::Cart& cart) {
    std::vector<Taken> taken;
    for (const shop::Product& product : catalogue.products) {
        const int pieces = product.stock ? shop::pieces_of(cart, product.id) : 0;
        if (pieces > 0) taken.push_back({product.id, *product.stock, pieces});
    }
    return taken;
}

std::vector<Taken> rows_after_taking(const Storage& storage, std::vector<Taken> taken) {
    for (Taken& row : taken) row.pieces += pieces_taken(storage, row.product, row.stock);
    return taken;
}

std::vector<Taken> rows_after_giving_back(const Storage& storage, const std::vector<Taken>& taken) {
    std::vector<Taken> rows;
    for (const Taken& given : taken) {
        const int before = pieces_taken(storage, given.product, given.stock);
        if (before > 0) rows.push_back({given.product, given.stock, std::max(0, before - given.pieces)});
    }
    return rows;
}

// "Large", "2x Cheese".
std::vector<std::string> option_names(const Catalogue& catalogue, const std::vector<shop::Choice>& choices) {
    std::vector<std::string> names;
    for (const shop::Choice& choice : choices) {
        const shop::OptionGroup* group = shop::find(catalogue, choice.group);
        const shop::Option* option = group != nullptr ? shop::find(*group, choice.option) : nullptr;
        if (option == nullptr) continue;
        names.push_back(choice.quantity > 1 ? std::to_string(choice.quantity) + "x " + option->name : option->name);
    }
    return names;
}

std::vector<orders::OrderLine> lines_of(const Catalogue& catalogue, const shop::Cart& cart, const shop::Quote& quote) {
    std::vector<orders::OrderLine> lines;
    for (std::size_t i = 0; i < cart.lines.size(); ++i) {
        const shop::Line& line = cart.lines[i];
        const shop::Product* product = shop::find(catalogue, line.product);
        KIOSK_CHECK(product != nullptr && i < quote.lines.size());
        Result<std::vector<shop::Choice>> choices = shop::check_choices(catalogue, *product, line.choices);
        KIOSK_CHECK(choices.has_value());
        lines.push_back({line.product, product->name, product->emoji, option_names(catalogue, *choices), *choices,
                         std::string(trim(line.note)), line.quantity, quote.lines[i]});
    }
    return lines;
}

orders::Contact tidied(const orders::Contact& contact, shop::Fulfilment fulfilment) {
    const bool delivery = fulfilment == shop::Fulfilment::Delivery;
    return {std::string(trim(contact.name)), std::string(trim(contact.phone)),
            delivery ? std::string(trim(contact.address)) : std::string(), std::string(trim(contact.comment)),
            delivery ? std::string() : std::string(trim(contact.table))};
}

int orders_in_kitchen(const Storage& storage, TimeMs now) {
    const std::vector<Record> open = storage.open_records();
    return static_cast<int>(std::count_if(open.begin(), open.end(), [&](const Record& record) {
        return caught_up(record, now).order.state < orders::State::Ready;
    }));
}

Record new_record(const Catalogue& catalogue, const Storage& storage, const OrderRequest& request, shop::Quote quote,
                  TimeMs now) {
    const bool pickup = request.terms.fulfilment == shop::Fulfilment::Pickup;
    Record record;
    Order& order = record.order;
    order.id = order_id(storage.next_number());
    order.key = request.cart.id;
    order.terms = request.terms;
    if (pickup) order.terms.zone = {};
    order.contact = tidied(request.contact, request.terms.fulfilment);
    order.referrer = request.referrer;
    order.lines = lines_of(catalogue, request.cart, quote);
    order.quote = std::move(quote);
    order.currency = catalogue.currency;
    order.history = {{orders::State::Placed, now}};
    if (pickup) order.pickup_code = pickup_code(order.key, order.id, now);
    Schedule schedule = schedule_of(catalogue, order, orders_in_kitchen(storage, now), now);
    order.eta = schedule.eta;
    order.cancel_until_ms = schedule.cancel_until_ms;
    record.plan = std::move(schedule.steps);
    record.fingerprint = fingerprint_of(request);
    record.taken = stock_for(catalogue, request.cart);
    return record;
}

Result<shop::Quote> agreed_price(const Catalogue& catalogue, const OrderRequest& request, TimeMs now) {
    shop::Quote quote = shop::price(catalogue, request.cart, request.terms, now);
    if (quote.missing_minor > 0) return Error{ErrorCode::BelowMinimum, std::to_string(quote.missing_minor)};
    if (quote.hash != request.quote_hash || quote.total_minor != request.total_minor) {
        return Error{ErrorCode::PriceChanged, std::to_string(quote.total_minor)};
    }
    return quote;
}

// Ends an order before the kitchen has begun, and gives its stock back.
Result<Order> call_off(Storage& storage, const OrderId& id, orders::Command command, std::string_view reason, TimeMs now) {
    const std::optional<Record> found = storage.by_id(id);
    if (!found) return Error{ErrorCode::NotFound, id.value};
    Record record = caught_up(*found, now);
    if (orders::next_state(orders::State::Placed, command, record.order.terms.fulfilment) == record.order.state) {
        return record.order;
    }
    Result<Order> ended = orders::apply(record.order, command, now);
    if (!ended) return ended;
    record.order = *ended;
    record.order.reason = reason;
    record.plan.clear();
    const std::vector<Taken> rows = rows_after_giving_back(storage, std::exchange(record.taken, {}));
    if (Status saved = storage.commit({{record}, rows, std::nullopt}); !saved) return saved.error();
    return record.order;
}

}  // namespace

Catalogue on_sale(Catalogue catalogue, const Storage& storage) {
    for (shop::Product& product : catalogue.products) {
        if (!product.stock) continue;
        product.stock = std::max(0, *product.stock - pieces_taken(storage, product.id, *product.stock));
    }
    return catalogue;
}

Result<Order> place(const Catalogue& catalogue, Storage& storage, const OrderRequest& request, TimeMs now) {
    if (const std::optional<Record> known = storage.by_key(request.cart.id)) {
        if (known->fingerprint != fingerprint_of(request)) return Error{ErrorCode::KeyReused, known->order.id.value};
        return caught_up(*known, now).order;
    }
    if (Status fine = check_request(on_sale(catalogue, storage), request, now); !fine) return fine.error();
    Result<shop::Quote> quote = agreed_price(catalogue, request, now);
    if (!quote) return quote.error();
    const Record record = new_record(catalogue, storage, request, *std::move(quote), now);
    const Change change = {{record}, rows_after_taking(storage, record.taken), storage.next_number() + 1};
    if (Status saved = storage.commit(change); !saved) return saved.error();
    return record.order;
}

Result<Order> cancel(Storage& storage, const OrderId& id, TimeMs now) {
    return call_off(storage, id, orders::Command::Cancel, "customer", now);
}

Result<Order> refuse(Storage& storage, const OrderId& id, std::string_view reason, TimeMs now) {
    return call_off(storage, id, orders::Command::Refuse, reason, now);
}

Result<Order> note_payment(Storage& storage, const OrderId& id, TimeMs invoice_ms, bool paid, const std::string& receipt,
                           TimeMs now) {
    std::optional<Record> record = storage.by_id(id);
    if (!record) return Error{ErrorCode::NotFound, id.value};
    record = caught_up(*std::move(record), now);
    Order& order = record->order;
    const Order before = order;
    order.invoice_ms = invoice_ms;
    order.paid = order.paid || paid;
    if (receipt.size() <= orders::kMaxReceipt && is_address(receipt)) order.receipt = receipt;
    if (order != before) {
        if (Status saved = storage.commit({{*record}, {}, {}}); !saved) return saved.error();
    }
    return order;
}

Result<std::vector<Order>> advance(Storage& storage, TimeMs now) {
    Change change;
    for (const Record& record : storage.open_records()) {
        Record later = caught_up(record, now);
        if (later != record) change.records.push_back(std::move(later));
    }
    std::vector<Order> changed;
    if (change.records.empty()) return changed;
    if (Status saved = storage.commit(change); !saved) return saved.error();
    for (const Record& record : change.records) changed.push_back(record.order);
    return changed;
}

std::optional<TimeMs> next_deadline(const Storage& storage, TimeMs now) {
    std::optional<TimeMs> first;
    for (const Record& record : storage.open_records()) {
        const std::optional<TimeMs> due = next_step_ms(caught_up(record, now));
        if (due && (!first || *due < *first)) first = due;
    }
    return first;
}

}  // namespace kiosk::backend
