#pragma once
// What the shop's side keeps, as one value: every order with what only the shop knows about it, and how much of the stock is
// taken. The backend's rules change it through backend::Storage; wire/order_codec writes it down. It stands here, not in
// backend, because wire may not look into backend.

#include <cstdint>
#include <vector>

#include "orders/order.h"

namespace kiosk::orders {

// What the automatic kitchen and courier will do, and when; decided once, when the order is placed.
struct Step {
    Command command = Command::Accept;
    TimeMs at_ms = 0;
    Eta eta;  // What can be promised once this step is done.

    bool operator==(const Step&) const = default;
};

// Pieces taken from a product's counted stock. `stock` is the number in the shop file that they count against: when the owner
// writes a new number, counting starts anew.
struct Taken {
    ProductId product;
    int stock = 0;
    int pieces = 0;

    bool operator==(const Taken&) const = default;
};

struct Record {
    Order order;
    std::uint64_t fingerprint = 0;  // Of the request: tells a retry from another order under the same key.
    std::vector<Step> plan;         // Not yet done, in order.
    std::vector<Taken> taken;       // Given back when the order is refused or cancelled.

    bool operator==(const Record&) const = default;
};

struct Book {
    std::uint32_t next_number = 1;  // Of the next order; never given twice.
    std::vector<Record> records;    // Oldest first. Ids and keys are unique.
    std::vector<Taken> taken;       // One a product.

    bool operator==(const Book&) const = default;
};

// Drops the oldest finished orders beyond `keep` of them; running orders always stay.
void prune(Book& book, std::size_t keep);

}  // namespace kiosk::orders
