// Random lives of the shop's side: whatever customers do and however often anybody looks, the rules hold.

#include <gtest/gtest.h>

#include <numeric>
#include <set>

#include "backend/backend.h"
#include "base/rng.h"
#include "unit/backend/small_shop.h"
#include "wire/order_codec.h"

namespace kiosk::backend {
namespace {

using orders::Order;
using orders::OrderRequest;

int random_int(Rng& rng, int low, int high) {
    return low + static_cast<int>(rng.below(static_cast<std::uint32_t>(high - low + 1)));
}

OrderRequest random_request(Rng& rng, const std::string& key) {
    std::vector<shop::Line> lines;
    const int count = rng.below(20) == 0 ? 0 : random_int(rng, 1, 3);
    for (int i = 0; i < count; ++i) {
        if (rng.below(4) == 0) {
            lines.push_back(soups(rng.below(20) == 0 ? 0 : random_int(rng, 1, 3)));
        } else {
            shop::Line line = burger_line();
            line.quantity = random_int(rng, 1, 4);
            line.choices[1].quantity = rng.below(20) == 0 ? 3 : random_int(rng, 1, 2);
            lines.push_back(line);
        }
    }
    OrderRequest request = rng.below(2) == 0 ? pickup_request(key.c_str(), lines) : delivery_request(key.c_str(), lines);
    if (rng.below(3) == 0) request.cart.codes = {"lunch"};
    if (rng.below(10) != 0) request = agreed(request, small_shop(), kMonday10);
    return request;
}

std::string random_key(Rng& rng) {
    return "key-" + std::to_string(rng.below(12));
}

// What must be true of a book at any time.
std::string broken_rule(const orders::Book& book) {
    std::set<std::string> keys;
    std::set<std::string> ids;
    int soups_out = 0;
    for (const orders::Record& record : book.records) {
        const Order& order = record.order;
        if (!keys.insert(order.key.value).second) return "two orders for a key";
        if (!ids.insert(order.id.value).second) return "two orders with a number";
        if (!orders::is_consistent(order)) return "illegal history";
        for (const orders::Taken& taken : record.taken) soups_out += taken.pieces;
        const shop::Quote& quote = order.quote;
        Minor net = 0;
        for (const orders::OrderLine& line : order.lines) net += line.price.net_minor;
        if (net + quote.delivery_minor + quote.packing_minor + quote.tip_minor != quote.total_minor) return "sums differ";
    }
    const int counted = std::accumulate(book.taken.begin(), book.taken.end(), 0,
                                        [](int sum, const orders::Taken& taken) { return sum + taken.pieces; });
    if (counted != soups_out) return "stock does not add up";
    if (counted < 0 || counted > 5) return "stock below zero";
    return "";
}

TEST(BackendProperties, RandomCommandsNeverBreakARule) {
    int placed = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        Rng rng(seed);
        MemoryStorage storage;
        TimeMs now = kMonday10;
        for (int step = 0; step < 40; ++step) {
            now += random_int(rng, 0, 6000);
            switch (rng.below(4)) {
                case 0:
                    (void)advance(storage, now);
                    break;
                case 1:
                    (void)cancel(storage, {"A-" + std::to_string(random_int(rng, 1, 8))}, now);
                    break;
                case 2:
                    (void)refuse(storage, {"A-" + std::to_string(random_int(rng, 1, 8))}, "rush_hour", now);
                    break;
                default:
                    placed += place(small_shop(), storage, random_request(rng, random_key(rng)), now) ? 1 : 0;
            }
            ASSERT_EQ(broken_rule(storage.book()), "") << "seed " << seed << " step " << step;
        }
        const orders::Book book = storage.book();
        ASSERT_EQ(wire::decode_book(wire::encode(book)), Result<orders::Book>(book)) << "seed " << seed;
    }
    EXPECT_GT(placed, 300) << "the walk must get somewhere";
}

// The same customers, with somebody looking `looks` times between any two of their commands.
orders::Book life(std::uint64_t seed, int looks) {
    Rng rng(seed);
    Rng when(seed + 1000);
    MemoryStorage storage;
    TimeMs now = kMonday10;
    for (int step = 0; step < 12; ++step) {
        const int pause_ms = random_int(rng, 0, 9000);
        for (int look = 0; look < looks; ++look) (void)advance(storage, now + random_int(when, 0, pause_ms));
        now += pause_ms;
        if (rng.below(4) == 0) {
            (void)cancel(storage, {"A-" + std::to_string(random_int(rng, 1, 8))}, now);
        } else {
            (void)place(small_shop(), storage, random_request(rng, random_key(rng)), now);
        }
    }
    (void)advance(storage, now + kDayMs);
    return storage.book();
}

TEST(BackendProperties, HowOftenAnybodyLooksMakesNoDifference) {
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const orders::Book unseen = life(seed, 0);
        ASSERT_EQ(life(seed, 1), unseen) << "seed " << seed;
        ASSERT_EQ(life(seed, 5), unseen) << "seed " << seed;
    }
}

TEST(BackendProperties, EveryDeadlineIsTheNextInstantAtWhichSomethingChanges) {
    for (std::uint64_t seed = 1; seed <= 40; ++seed) {
        Rng rng(seed);
        MemoryStorage storage;
        TimeMs now = kMonday10;
        for (int i = 0; i < 5; ++i) (void)place(small_shop(), storage, random_request(rng, random_key(rng)), now += 700);
        (void)advance(storage, now);
        while (const std::optional<TimeMs> due = next_deadline(storage, now)) {
            ASSERT_GT(*due, now);
            ASSERT_TRUE(advance(storage, *due - 1)->empty());
            ASSERT_FALSE(advance(storage, *due)->empty());
            now = *due;
        }
        for (const orders::Record& record : storage.book().records) ASSERT_TRUE(orders::is_final(record.order.state));
    }
}

}  // namespace
}  // namespace kiosk::backend
