#pragma once
// The port behind which the shop's side keeps its rows: a Book in memory, one document in the client's storage, or a database.
// One call of a backend rule is one transaction: reads see one state, and commit writes all of a change or nothing. A storage
// that can't read must fail the commit (or the transaction that a server put around the rule).

#include <cstdint>
#include <optional>
#include <vector>

#include "orders/book.h"

namespace kiosk::backend {

struct Change {
    std::vector<orders::Record> records;  // New, or replacing the one with the same order id.
    std::vector<orders::Taken> taken;     // Replacing the product's row.
    std::optional<std::uint32_t> next_number;
};

class Storage {
public:
    virtual ~Storage() = default;
    [[nodiscard]] virtual std::optional<orders::Record> by_key(const CartId& key) const = 0;
    [[nodiscard]] virtual std::optional<orders::Record> by_id(const OrderId& id) const = 0;
    [[nodiscard]] virtual std::vector<orders::Record> open_records() const = 0;  // Not final; oldest first.
    [[nodiscard]] virtual std::optional<orders::Taken> taken(const ProductId& product) const = 0;
    [[nodiscard]] virtual std::uint32_t next_number() const = 0;
    virtual Status commit(const Change& change) = 0;  // Error: Storage, and nothing has changed.
};

// A Book as it lies in memory; its commit can't fail.
class MemoryStorage : public Storage {
public:
    MemoryStorage() = default;
    explicit MemoryStorage(orders::Book book);

    [[nodiscard]] const orders::Book& book() const { return book_; }

    [[nodiscard]] std::optional<orders::Record> by_key(const CartId& key) const override;
    [[nodiscard]] std::optional<orders::Record> by_id(const OrderId& id) const override;
    [[nodiscard]] std::vector<orders::Record> open_records() const override;
    [[nodiscard]] std::optional<orders::Taken> taken(const ProductId& product) const override;
    [[nodiscard]] std::uint32_t next_number() const override;
    Status commit(const Change& change) override;

protected:
    void replace(orders::Book book);

private:
    orders::Book book_;
};

}  // namespace kiosk::backend
