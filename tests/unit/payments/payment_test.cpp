#include "payments/payment.h"

#include <gtest/gtest.h>

namespace kiosk::payments {
namespace {

constexpr TimeMs kNow = 1'700'438'400'000;

orders::Order order_in(orders::State state, Minor total_minor = 1250, bool paid = false) {
    orders::Order order;
    order.state = state;
    order.quote.total_minor = total_minor;
    order.paid = paid;
    return order;
}

TEST(Payment, IsForWhatIsMadeAndNotPaid) {
    using orders::State;
    for (const State state : {State::Placed, State::Preparing, State::OnTheWay, State::Delivered, State::PickedUp}) {
        EXPECT_TRUE(is_payable(order_in(state), kNow)) << orders::name_of(state);
        EXPECT_FALSE(is_payable(order_in(state, 1250, true), kNow)) << orders::name_of(state);
        EXPECT_FALSE(is_payable(order_in(state, 0), kNow)) << orders::name_of(state);
    }
    EXPECT_FALSE(is_payable(order_in(State::Refused), kNow));
    EXPECT_FALSE(is_payable(order_in(State::Cancelled), kNow));
}

TEST(Payment, IsPendingWhileItsMoneyMayBeOnItsWay) {
    using orders::State;
    const auto pending = [](State state, TimeMs invoice_ms, bool paid = false) {
        orders::Order order = order_in(state, 1250, paid);
        order.invoice_ms = invoice_ms;
        EXPECT_FALSE(is_pending(order, kNow) && is_payable(order, kNow)) << orders::name_of(state);
        return is_pending(order, kNow);
    };

    EXPECT_TRUE(pending(State::Placed, kNow + 1));
    EXPECT_FALSE(pending(State::Placed, kNow)) << "it may be tried again";
    EXPECT_FALSE(pending(State::Placed, 0));
    EXPECT_FALSE(pending(State::Placed, kNow + 1, true));
    for (const State state : {State::Cancelled, State::Refused}) {
        EXPECT_TRUE(pending(state, kNow - kDayMs)) << "until the cashier denies it";
        EXPECT_FALSE(pending(state, 0));
        EXPECT_FALSE(pending(state, kNow, true));
    }
}

TEST(Payment, IsAskedForOnceMoreWhereItMayHaveComeUnseen) {
    using orders::State;
    const auto asked = [](TimeMs placed_ms, TimeMs invoice_ms, orders::Order order) {
        order.history = {{State::Placed, placed_ms}};
        order.invoice_ms = invoice_ms;
        return is_unsettled(order, kNow);
    };

    for (const State state : {State::Placed, State::Delivered, State::Refused, State::Cancelled}) {
        EXPECT_TRUE(asked(kNow - kDayMs + 1, 0, order_in(state))) << orders::name_of(state);
        EXPECT_FALSE(asked(kNow - kDayMs, 0, order_in(state))) << orders::name_of(state);
        EXPECT_TRUE(asked(kNow - 9 * kDayMs, kNow - 9 * kDayMs, order_in(state))) << orders::name_of(state);
    }
    EXPECT_FALSE(asked(kNow, kNow, order_in(State::Placed, 1250, true)));
    EXPECT_FALSE(asked(kNow, kNow, order_in(State::Placed, 0)));
    EXPECT_FALSE(is_unsettled(order_in(State::Placed), kNow)) << "without a history";
}

TEST(Payment, OpensInvoicesOfTelegramOnly) {
    for (const char* link : {"https://t.me/$Ab-9_=", "https://t.me/invoice/Ab9"}) EXPECT_TRUE(is_invoice_link(link)) << link;
    for (const char* link :
         {"", "https://t.me/$", "https://t.me/invoice/", "http://t.me/$Ab", "https://t.me/Ab", "https://t.me.evil/$Ab",
          "https://t.me/$Ab/c", "https://t.me/$Ab?x=1", "https://t.me/$Ab c", "tg://invoice?slug=Ab"}) {
        EXPECT_FALSE(is_invoice_link(link)) << link;
    }
}

// When the cashier is asked after the invoice closed with a status, until it ends; it never sees money.
std::vector<TimeMs> checks_after(const char* status) {
    Payment payment{.phase = Phase::Open, .order = {"A-1"}};
    std::vector<TimeMs> checks;
    close(payment, status, kNow);
    while (payment.phase != Phase::None) {
        checks.push_back(payment.check_ms - kNow);
        wait(payment, payment.check_ms);
    }
    EXPECT_EQ(payment, Payment{});
    return checks;
}

TEST(Payment, IsLookedForAsLongAsTheClientGivesHope) {
    for (const char* status : {"cancelled", "failed", "", "PAID", "nonsense"}) {
        EXPECT_EQ(checks_after(status), (std::vector<TimeMs>{0, 3'000, 6'000})) << status;
    }
    for (const char* status : {"paid", "pending"}) {
        const std::vector<TimeMs> checks = checks_after(status);
        EXPECT_EQ(checks.size(), 41U) << status;
        EXPECT_EQ(checks.back(), 120'000) << status;
    }
}

TEST(Payment, IsLookedForWhileTheInvoiceIsOpen) {
    Payment payment{.phase = Phase::Asking, .order = {"A-1"}};
    open(payment, kNow);
    EXPECT_EQ(payment, (Payment{.phase = Phase::Open, .order = {"A-1"}, .check_ms = kNow + 3'000}));
    wait(payment, kNow + 3'000'000);
    EXPECT_EQ(payment, (Payment{.phase = Phase::Open, .order = {"A-1"}, .check_ms = kNow + 3'003'000}));
}

TEST(Payment, IsLookedForLessOftenOnceTheClientWillNotTellTheEnding) {
    Payment payment{.phase = Phase::Open, .order = {"A-1"}};
    outlast(payment, kNow);
    wait(payment, kNow);
    EXPECT_EQ(payment.phase, Phase::Open);
    EXPECT_EQ(payment.check_ms, kNow + 30'000);
    wait(payment, kNow + kPendingMs - 1);
    EXPECT_EQ(payment.phase, Phase::Open);
    wait(payment, kNow + kPendingMs);
    EXPECT_EQ(payment, Payment{});
}

}  // namespace
}  // namespace kiosk::payments
