#include "orders/book.h"

#include <gtest/gtest.h>

namespace kiosk::orders {
namespace {

Record record(const char* id, State state) {
    Record made;
    made.order.id = {id};
    made.order.state = state;
    return made;
}

std::vector<std::string> ids_after_prune(std::size_t keep) {
    Book book;
    book.records = {record("A-1", State::Delivered), record("A-2", State::Preparing), record("A-3", State::Cancelled),
                    record("A-4", State::Placed), record("A-5", State::PickedUp)};
    prune(book, keep);
    std::vector<std::string> ids;
    for (const Record& left : book.records) ids.push_back(left.order.id.value);
    return ids;
}

TEST(Book, PruneDropsTheOldestFinishedAndNoRunningOrder) {
    EXPECT_EQ(ids_after_prune(2), (std::vector<std::string>{"A-2", "A-3", "A-4", "A-5"}));
    EXPECT_EQ(ids_after_prune(0), (std::vector<std::string>{"A-2", "A-4"}));
}

TEST(Book, PruneLeavesAShortHistoryAlone) {
    EXPECT_EQ(ids_after_prune(3), (std::vector<std::string>{"A-1", "A-2", "A-3", "A-4", "A-5"}));
}

}  // namespace
}  // namespace kiosk::orders
