#include "backend/storage.h"

#include <algorithm>
#include <utility>

namespace kiosk::backend {
namespace {

template <typename Rows, typename Matches>
auto first_where(Rows& rows, Matches matches) -> decltype(&rows.front()) {
    const auto found = std::find_if(rows.begin(), rows.end(), matches);
    return found == rows.end() ? nullptr : &*found;
}

template <typename Row>
std::optional<Row> copy_of(const Row* row) {
    return row == nullptr ? std::nullopt : std::optional<Row>(*row);
}

template <typename Rows, typename Row, typename Matches>
void put(Rows& rows, const Row& row, Matches matches) {
    if (Row* known = first_where(rows, matches)) {
        *known = row;
    } else {
        rows.push_back(row);
    }
}

auto has_id(const OrderId& id) {
    return [&id](const orders::Record& record) { return record.order.id == id; };
}

auto is_for(const ProductId& product) {
    return [&product](const orders::Taken& row) { return row.product == product; };
}

}  // namespace

MemoryStorage::MemoryStorage(orders::Book book) : book_(std::move(book)) {}

void MemoryStorage::replace(orders::Book book) {
    book_ = std::move(book);
}

std::optional<orders::Record> MemoryStorage::by_key(const CartId& key) const {
    return copy_of(first_where(book_.records, [&](const orders::Record& record) { return record.order.key == key; }));
}

std::optional<orders::Record> MemoryStorage::by_id(const OrderId& id) const {
    return copy_of(first_where(book_.records, has_id(id)));
}

std::vector<orders::Record> MemoryStorage::open_records() const {
    std::vector<orders::Record> open;
    std::copy_if(book_.records.begin(), book_.records.end(), std::back_inserter(open),
                 [](const orders::Record& record) { return !orders::is_final(record.order.state); });
    return open;
}

std::optional<orders::Taken> MemoryStorage::taken(const ProductId& product) const {
    return copy_of(first_where(book_.taken, is_for(product)));
}

std::uint32_t MemoryStorage::next_number() const {
    return book_.next_number;
}

Status MemoryStorage::commit(const Change& change) {
    for (const orders::Record& record : change.records) put(book_.records, record, has_id(record.order.id));
    for (const orders::Taken& row : change.taken) put(book_.taken, row, is_for(row.product));
    book_.next_number = change.next_number.value_or(book_.next_number);
    return Done{};
}

}  // namespace kiosk::backend
