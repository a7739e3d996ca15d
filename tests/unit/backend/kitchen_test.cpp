#include "backend/kitchen.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <iterator>

#include "backend/backend.h"
#include "unit/backend/small_shop.h"

namespace kiosk::backend {
namespace {

using orders::Order;
using orders::State;

TimeMs handed_to_customer_at(const Order& order) {
    const bool pickup = order.terms.fulfilment == shop::Fulfilment::Pickup;
    return entered_at(order, pickup ? State::Ready : State::Delivered).value_or(-1);
}

std::vector<State> states_of(const Order& order) {
    std::vector<State> states;
    for (const orders::Event& event : order.history) states.push_back(event.state);
    return states;
}

TEST(Kitchen, AWholeLifePassesWhileNobodyLooks) {
    for (const auto& request : {pickup_request("k1", {soups(3)}), delivery_request("k2", {soups(3)})}) {
        MemoryStorage storage;
        ASSERT_TRUE(place(small_shop(), storage, request, kMonday10).has_value());
        const Result<std::vector<Order>> changed = advance(storage, kMonday10 + kDayMs);
        ASSERT_TRUE(changed.has_value());
        ASSERT_EQ(changed->size(), 1U);
        const std::span<const orders::State> path = orders::path_of(request.terms.fulfilment);
        EXPECT_EQ(states_of(changed->front()), std::vector<orders::State>(path.begin(), path.end()));
        EXPECT_LT(changed->front().history.back().at_ms, kMonday10 + kHourMs) << "true times, not the time of looking";
        EXPECT_EQ(next_deadline(storage, kMonday10 + kDayMs), std::nullopt);
    }
}

TEST(Kitchen, NothingChangesUntilTheDeadlineAndThenExactlyOneOrderDoes) {
    MemoryStorage storage;
    ASSERT_TRUE(place(small_shop(), storage, pickup_request("k1", {soups(1)}), kMonday10).has_value());
    const std::optional<TimeMs> deadline = next_deadline(storage, kMonday10);
    ASSERT_EQ(deadline, kMonday10 + 2000) << "accept_minutes";
    EXPECT_EQ(advance(storage, *deadline - 1), Result<std::vector<Order>>(std::vector<Order>{}));
    const Result<std::vector<Order>> changed = advance(storage, *deadline);
    ASSERT_EQ(changed->size(), 1U);
    EXPECT_EQ(states_of(changed->front()), (std::vector<State>{State::Placed, State::Accepted}));
    EXPECT_EQ(advance(storage, *deadline), Result<std::vector<Order>>(std::vector<Order>{}));
}

TEST(Kitchen, StartsOnlyWhenTheCustomerCanNoLongerCancel) {
    shop::Catalogue patient = small_shop();
    patient.cancel_minutes = 30;
    MemoryStorage storage;
    const Result<Order> placed = place(patient, storage, pickup_request("k1", {soups(1)}), kMonday10);
    EXPECT_EQ(placed->cancel_until_ms, kMonday10 + 30'000);
    const Result<std::vector<Order>> later = advance(storage, kMonday10 + kDayMs);
    EXPECT_EQ(entered_at(later->front(), State::Preparing), kMonday10 + 30'000);
}

TEST(Kitchen, ClocksThatRunFasterScaleEveryStep) {
    const auto times = [](int minute_ms) {
        shop::Catalogue catalogue = small_shop();
        catalogue.demo.minute_ms = minute_ms;
        MemoryStorage storage;
        (void)place(catalogue, storage, delivery_request("k1", {soups(3)}), kMonday10);
        const Result<std::vector<Order>> changed = advance(storage, kMonday10 + kDayMs);
        std::vector<TimeMs> after_placing;
        for (const orders::Event& event : changed->front().history) {
            after_placing.push_back((event.at_ms - kMonday10) / minute_ms);
        }
        return after_placing;
    };
    EXPECT_EQ(times(60'000), times(1000));
}

TEST(Kitchen, EveryPromiseIsKeptWhateverTheOrder) {
    int broken = 0;
    TimeMs earliest = kDayMs;
    TimeMs latest = 0;
    for (int i = 0; i < 500; ++i) {
        const std::string key = "key-" + std::to_string(i);
        MemoryStorage storage;
        const auto request =
            i % 2 == 0 ? pickup_request(key.c_str(), {soups(3)}) : delivery_request(key.c_str(), {soups(3)});
        (void)place(small_shop(), storage, request, kMonday10);
        const orders::Record record = storage.book().records.at(0);
        const TimeMs handed = handed_to_customer_at(caught_up(record, kMonday10 + kDayMs).order);
        std::vector<orders::Eta> promises = {record.order.eta};
        for (const orders::Step& step : record.plan) promises.push_back(step.eta);
        for (const orders::Eta& eta : promises) broken += handed < eta.low_ms || handed > eta.high_ms ? 1 : 0;
        if (i % 2 != 0) {
            earliest = std::min(earliest, handed - kMonday10);
            latest = std::max(latest, handed - kMonday10);
        }
    }
    EXPECT_EQ(broken, 0);
    EXPECT_GT(latest - earliest, 2000) << "orders differ a little, as in life";
}

TEST(Kitchen, PromisesNarrowAsTheOrderComesCloser) {
    MemoryStorage storage;
    ASSERT_TRUE(place(small_shop(), storage, delivery_request("k1", {soups(3)}), kMonday10).has_value());
    const orders::Record record = storage.book().records[0];
    std::vector<TimeMs> widths = {record.order.eta.high_ms - record.order.eta.low_ms};
    for (const orders::Step& step : record.plan) widths.push_back(step.eta.high_ms - step.eta.low_ms);
    EXPECT_TRUE(std::is_sorted(widths.rbegin(), widths.rend()));
    EXPECT_EQ(widths.back(), 0);
}

TEST(Cancel, GivesTheStockBackAndStopsTheKitchen) {
    MemoryStorage storage;
    const Result<Order> placed = place(small_shop(), storage, pickup_request("k1", {soups(4), burger_line()}), kMonday10);
    const Result<Order> cancelled = cancel(storage, {"A-1"}, kMonday10 + 2500);
    Order wanted = *placed;
    wanted.state = State::Cancelled;
    wanted.history.push_back({State::Accepted, kMonday10 + 2000});
    wanted.history.push_back({State::Cancelled, kMonday10 + 2500});
    wanted.eta = cancelled->eta;
    wanted.reason = "customer";
    EXPECT_EQ(cancelled, Result<Order>(wanted));
    EXPECT_EQ(on_sale(small_shop(), storage), small_shop());
    EXPECT_EQ(advance(storage, kMonday10 + kDayMs), Result<std::vector<Order>>(std::vector<Order>{}));
}

TEST(Cancel, TwiceIsNoErrorAndGivesBackOnce) {
    MemoryStorage storage;
    ASSERT_TRUE(place(small_shop(), storage, pickup_request("k1", {soups(2)}), kMonday10).has_value());
    ASSERT_TRUE(place(small_shop(), storage, pickup_request("k2", {soups(2)}), kMonday10).has_value());
    const Result<Order> first = cancel(storage, {"A-1"}, kMonday10 + 1);
    const Result<Order> second = cancel(storage, {"A-1"}, kMonday10 + 2);
    EXPECT_EQ(second, first);
    EXPECT_EQ(on_sale(small_shop(), storage).products[1].stock, 3);
}

TEST(Cancel, ComesTooLateOnceTheKitchenHasStarted) {
    MemoryStorage storage;
    ASSERT_TRUE(place(small_shop(), storage, pickup_request("k1", {soups(2)}), kMonday10).has_value());
    const orders::Book before = storage.book();
    EXPECT_EQ(cancel(storage, {"A-1"}, kMonday10 + 3000),
              Result<Order>(Error{ErrorCode::TransitionNotAllowed, "preparing"}));
    EXPECT_EQ(cancel(storage, {"Z-9"}, kMonday10), Result<Order>(Error{ErrorCode::NotFound, "Z-9"}));
    EXPECT_EQ(storage.book(), before);
}

TEST(NotePayment, IsKeptOnceWhateverTheOrderDoes) {
    MemoryStorage storage;
    ASSERT_TRUE(place(small_shop(), storage, pickup_request("k1", {soups(2)}), kMonday10).has_value());
    const Result<Order> cancelled = cancel(storage, {"A-1"}, kMonday10 + 1);
    Order wanted = *cancelled;
    wanted.paid = true;

    EXPECT_EQ(note_payment(storage, {"A-1"}, 0, true, {}, kMonday10 + 2), Result<Order>(wanted));
    const orders::Book after_first = storage.book();
    EXPECT_EQ(after_first.records[0].order, wanted);
    EXPECT_EQ(note_payment(storage, {"A-1"}, 0, true, {}, kMonday10 + 3), Result<Order>(wanted));
    EXPECT_EQ(note_payment(storage, {"Z-9"}, 0, true, {}, kMonday10), Result<Order>(Error{ErrorCode::NotFound, "Z-9"}));
    EXPECT_EQ(storage.book(), after_first);
}

TEST(NotePayment, KeepsAReceiptThatIsAnAddress) {
    MemoryStorage storage;
    ASSERT_TRUE(place(small_shop(), storage, pickup_request("k1", {soups(2)}), kMonday10).has_value());
    const auto receipt_after = [&](const std::string& said) {
        return note_payment(storage, {"A-1"}, 0, true, said, kMonday10)->receipt;
    };
    const std::string longest = "https://example.com/" + std::string(480, 'a');

    EXPECT_EQ(receipt_after("https://example.com/1.pdf"), "https://example.com/1.pdf");
    for (const std::string& bad :
         {std::string(), std::string("http://example.com/2.pdf"), std::string("https://"), std::string("https:///x"),
          std::string("javascript:alert(1)"), std::string("https://example.com/a b"), longest + "a"}) {
        EXPECT_EQ(receipt_after(bad), "https://example.com/1.pdf") << bad;
    }
    EXPECT_EQ(receipt_after(longest), longest);
    EXPECT_EQ(storage.by_id({"A-1"})->order.receipt, longest);
}

TEST(NotePayment, KeepsUntilWhenNoSecondInvoiceIsOpenedAndNeverUnpays) {
    MemoryStorage storage;
    ASSERT_TRUE(place(small_shop(), storage, pickup_request("k1", {soups(2)}), kMonday10).has_value());
    const auto after = [&](TimeMs invoice_ms, bool paid) {
        const Result<Order> noted = note_payment(storage, {"A-1"}, invoice_ms, paid, {}, kMonday10);
        EXPECT_EQ(storage.by_id({"A-1"})->order, *noted);
        return std::pair(noted->invoice_ms, noted->paid);
    };

    EXPECT_EQ(after(kMonday10 + 5, false), std::pair(kMonday10 + 5, false));
    EXPECT_EQ(after(0, false), std::pair(TimeMs{0}, false));
    EXPECT_EQ(after(0, true), std::pair(TimeMs{0}, true));
    EXPECT_EQ(after(0, false), std::pair(TimeMs{0}, true));
}

TEST(NotePayment, LetsTheKitchenGoOn) {
    MemoryStorage storage;
    const Result<Order> placed = place(small_shop(), storage, pickup_request("k1", {soups(2)}), kMonday10);
    const Result<Order> paid = note_payment(storage, {"A-1"}, 0, true, {}, kMonday10 + 2500);
    ASSERT_TRUE(paid.has_value());
    EXPECT_EQ(paid->state, State::Accepted);
    ASSERT_TRUE(advance(storage, kMonday10 + kDayMs).has_value());
    EXPECT_EQ(storage.by_id({"A-1"})->order.state, State::PickedUp);
    EXPECT_TRUE(storage.by_id({"A-1"})->order.paid);
}

TEST(Refuse, TellsWhyAndGivesTheStockBack) {
    MemoryStorage storage;
    ASSERT_TRUE(place(small_shop(), storage, pickup_request("k1", {soups(2)}), kMonday10).has_value());
    const Result<Order> refused = refuse(storage, {"A-1"}, "rush_hour", kMonday10 + 1);
    ASSERT_TRUE(refused.has_value());
    EXPECT_EQ(refused->reason, "rush_hour");
    EXPECT_EQ(states_of(*refused), (std::vector<State>{State::Placed, State::Refused}));
    EXPECT_EQ(on_sale(small_shop(), storage), small_shop());
    EXPECT_EQ(cancel(storage, {"A-1"}, kMonday10 + 2), Result<Order>(Error{ErrorCode::TransitionNotAllowed, "refused"}));
}

}  // namespace
}  // namespace kiosk::backend
