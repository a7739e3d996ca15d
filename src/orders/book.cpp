#include "orders/book.h"

#include <algorithm>

namespace kiosk::orders {

void prune(Book& book, std::size_t keep) {
    const auto finished = [](const Record& record) { return is_final(record.order.state); };
    auto spare = std::count_if(book.records.begin(), book.records.end(), finished) - static_cast<std::ptrdiff_t>(keep);
    std::erase_if(book.records, [&](const Record& record) { return finished(record) && spare-- > 0; });
}

}  // namespace kiosk::orders
