// Paying: whatever the client says, only the cashier's word makes an order paid.

#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Method;

const std::string kLink = "https://t.me/$Ab9";
const app::NotePayment kSeen{{"A-1"}, 0, true};

shop::Catalogue shop_with_cashier() {
    shop::Catalogue shop = corner_shop();
    shop.cashier = "https://pay.example.com";
    return shop;
}

orders::Order unpaid() {
    orders::Order order;
    order.id = {"A-1"};
    order.key = {"c1"};
    order.quote.total_minor = 1250;
    order.currency = {"EUR", 2};
    order.history = {{orders::State::Placed, kMondayNoon}};
    return order;
}

orders::Order paid(orders::Order order = unpaid()) {
    order.paid = true;
    return order;
}

app::AskCashier question(const Story& story, bool wants_invoice) {
    return {story.model().payment.request, "https://pay.example.com", {"A-1"}, {"c1"}, 1250, {"EUR", 2}, wants_invoice};
}

Story& answer(Story& story, const std::string& link, bool is_paid) {
    return story.send(app::CashierAnswered{story.model().payment.request, link, is_paid, {}, {}, !is_paid});
}

// A customer who looks at an unpaid order, some time after the shop was asked whether it was paid before.
Story& at_order(Story& story, app::Started start = started(), shop::Catalogue shop = shop_with_cashier()) {
    if (start.telegram.version == "6.0") start.telegram.version = "8.0";
    answer(story.open(start, std::move(shop), {unpaid()}), {}, false);
    return story.send(open_page(app::Screen::Tracking, "A-1")).forget();
}

Story& open_invoice(Story& story) {
    return answer(at_order(story).send(app::PayOrder{{"A-1"}}).forget(), kLink, false);
}

Story& close_invoice(Story& story, const char* values) {
    return story.send(
        app::TelegramAnswered{story.model().calls.back().request, {telegram::Outcome::Kind::Values, values, {}}});
}

Story& wait(Story& story, TimeMs ms) {
    return story.send(app::Tick{story.model().now_ms + ms});
}

// What the client and the shop's side are told once there is a link.
app::Effects opening(const Story& story, const std::string& link) {
    return {app::CallTelegram{story.model().calls.back().request, telegram::call(Method::OpenInvoice, link)},
            app::NotePayment{{"A-1"}, story.model().now_ms}};
}

// The shop's side hears of money, and tells.
Story& hear(Story& story) {
    for (const app::Effect& effect : app::Effects(story.effects())) {
        const auto* note = std::get_if<app::NotePayment>(&effect);
        if (note == nullptr) continue;
        orders::Order order = *app::find_order(story.model(), note->order.value);
        order.invoice_ms = note->invoice_ms;
        order.paid = order.paid || note->paid;
        story.send(app::OrderChanged{order});
    }
    return story.forget();
}

Story& come_back(Story& story) {
    return story.send(app::ActiveChanged{false}, app::ActiveChanged{true});
}

bool can_pay(const Story& story) {
    return app::can_pay(story.model(), story.model().orders.front());
}

bool is_pending(const Story& story) {
    return payments::is_pending(story.model().orders.front(), story.model().now_ms);
}

// The client said that money is on its way, and the cashier has denied it for as long as it is asked.
Story& leave_pending(Story& story, const char* values = R"(["pending"])") {
    hear(close_invoice(hear(open_invoice(story)), values));
    for (int i = 0; i < 60 && !story.model().payment.order.empty(); ++i) answer(wait(story, 3'000), {}, false);
    return hear(story);
}

Story& cancel(Story& story) {
    orders::Order order = story.model().orders.front();
    order.state = orders::State::Cancelled;
    order.history.push_back({orders::State::Cancelled, story.model().now_ms});
    return story.send(app::OrderChanged{order}).forget();
}

}  // namespace

TEST(Payment, LeadsFromTheCashierToTheInvoiceToTheShop) {
    Story story;

    at_order(story).send(app::PayOrder{{"A-1"}});
    const app::Effects asked = {question(story, true)};
    EXPECT_EQ(story.effects(), asked);

    answer(story.forget(), kLink, false);
    EXPECT_EQ(story.effects(), opening(story, kLink));

    close_invoice(story.forget(), R"(["paid"])");
    EXPECT_EQ(story.effects(),
              (app::Effects{app::NotePayment{{"A-1"}, kMondayNoon + payments::kPendingMs}, question(story, false)}));
    EXPECT_FALSE(story.model().orders.front().paid);

    answer(story.forget(), {}, true);
    EXPECT_EQ(story.effects(), (app::Effects{kSeen}));
    EXPECT_FALSE(story.model().orders.front().paid);

    story.send(app::OrderChanged{paid()});
    EXPECT_EQ(story.model().orders, std::vector{paid()});
    EXPECT_EQ(story.model().payment, payments::Payment{});
    EXPECT_EQ(story.notices(), std::vector<std::string>{"notice.paid"});
    EXPECT_EQ(story.last_haptic(), app::Haptic::Kind::Success);
}

TEST(Payment, IsNotBelievedFromTheClientAlone) {
    Story story;
    close_invoice(open_invoice(story), R"(["paid"])");
    for (int i = 0; i < 60 && story.model().payment.phase != payments::Phase::None; ++i)
        answer(wait(story, 3'000), {}, false);

    EXPECT_EQ(story.model().orders, std::vector{unpaid()});
    EXPECT_EQ(story.model().payment, payments::Payment{});
    EXPECT_EQ(story.notices(), std::vector<std::string>{"notice.pay_pending"});
    for (const app::Effect& effect : story.effects()) EXPECT_NE(effect, app::Effect{kSeen});
}

TEST(Payment, ForgedWordsOfTheClientChangeNothing) {
    Story story;
    const app::Model before = at_order(story).model();

    story.send(app::TelegramEvent{telegram::Event::InvoiceClosed, R"({"url":"https://t.me/$Ab9","status":"paid"})"},
               app::TelegramAnswered{77, {telegram::Outcome::Kind::Values, R"(["paid"])", {}}},
               app::CashierAnswered{0, kLink, true}, app::CashierAnswered{story.model().last_request, kLink, true});

    EXPECT_EQ(story.model(), before);
    EXPECT_EQ(story.effects(), app::Effects{});
}

TEST(Payment, IsSeenEvenWhenTheClientSaysItFailedOrNothing) {
    for (const char* values : {R"(["failed"])", R"(["cancelled"])", "[]", R"([{"status":1}])"}) {
        Story story;
        close_invoice(open_invoice(story), values).forget();
        answer(story, {}, false);
        answer(wait(story, 3'000).forget(), {}, true);
        EXPECT_EQ(story.effects(), (app::Effects{kSeen})) << values;
    }
    Story silent;
    answer(wait(open_invoice(silent), 3'000).forget(), {}, true);
    EXPECT_EQ(silent.effects(), (app::Effects{kSeen}));
}

TEST(Payment, CanBeTriedAgainAfterItFailed) {
    Story story;
    close_invoice(open_invoice(story), R"(["failed"])");
    EXPECT_EQ(story.notices(), std::vector<std::string>{"notice.pay_failed"});
    EXPECT_FALSE(app::can_pay(story.model(), unpaid()));
    for (int i = 0; i < 4; ++i) answer(wait(story, 3'000), {}, false);
    EXPECT_TRUE(app::can_pay(story.model(), unpaid()));
}

TEST(Payment, WithoutALinkSaysSo) {
    for (const char* link : {"", "https://example.com/$Ab", "https://t.me/$"}) {
        Story story;
        answer(at_order(story).send(app::PayOrder{{"A-1"}}).forget(), link, false);
        EXPECT_EQ(story.effects(), app::Effects{}) << link;
        EXPECT_EQ(story.notices(), std::vector<std::string>{"notice.pay_failed"}) << link;
        EXPECT_TRUE(app::can_pay(story.model(), unpaid())) << link;
    }
}

TEST(Payment, OneAtATime) {
    Story story;
    at_order(story).send(app::PayOrder{{"A-1"}}, app::PayOrder{{"A-1"}});
    EXPECT_EQ(story.effects(), (app::Effects{question(story, true)}));
}

TEST(Payment, ThatTheClientClosedWithoutAWordCanBeTriedAgain) {
    Story story;
    open_invoice(story).forget().send(app::PayOrder{{"A-1"}});
    EXPECT_EQ(story.effects(), app::Effects{}) << "the second tap of two";

    answer(wait(story, 3'000), {}, false);
    story.forget().send(app::PayOrder{{"A-1"}}, app::PayOrder{{"A-1"}});
    EXPECT_EQ(story.effects(), (app::Effects{question(story, true)}));
    const app::RequestId first = request_of(story, Method::OpenInvoice);
    answer(story.forget(), "https://t.me/$Second", false);
    EXPECT_EQ(story.effects(), opening(story, "https://t.me/$Second"));

    const payments::Payment second = story.model().payment;
    story.forget().send(app::TelegramAnswered{first, {telegram::Outcome::Kind::Values, R"(["failed"])", {}}});
    EXPECT_EQ(story.model().payment, second);
    EXPECT_EQ(story.effects(), app::Effects{});
    EXPECT_EQ(story.notices(), std::vector<std::string>{});
    close_invoice(story, R"(["cancelled"])");
    EXPECT_EQ(story.model().payment.phase, payments::Phase::Confirming);
}

TEST(Payment, ThatTheClientClosedWithoutAWordIsStillLookedFor) {
    Story story;
    answer(wait(open_invoice(story), 3'000), {}, false);
    const app::RequestId first = request_of(story, Method::OpenInvoice);
    story.send(app::PayOrder{{"A-1"}}).forget();

    story.send(app::TelegramAnswered{first, {telegram::Outcome::Kind::Values, R"(["cancelled"])", {}}});
    answer(story, {}, true);

    EXPECT_EQ(story.effects(), (app::Effects{kSeen}));
}

TEST(Payment, OfAnotherOrderWaitsForTheOpenInvoice) {
    orders::Order other = unpaid();
    other.id = {"A-2"};
    Story story;
    wait(open_invoice(story), 3'000);

    EXPECT_TRUE(app::can_pay(story.model(), unpaid()));
    EXPECT_FALSE(app::can_pay(story.model(), other));
}

TEST(Payment, IsOfferedWhereItCanBeMade) {
    const auto offered = [](const app::Started& start, const shop::Catalogue& shop) {
        Story story;
        at_order(story, start, shop).send(app::PayOrder{{"A-1"}});
        return !story.effects().empty();
    };
    app::Started old = started();
    old.telegram.can.invoices = false;
    app::Started outside = started();
    outside.telegram.can = {};

    EXPECT_TRUE(offered(started(), shop_with_cashier()));
    EXPECT_FALSE(offered(started(), corner_shop()));
    EXPECT_FALSE(offered(old, shop_with_cashier()));
    EXPECT_FALSE(offered(outside, shop_with_cashier()));
}

TEST(Payment, EndsWhenTheClientTurnsOutNotToHear) {
    Story story;
    app::Capabilities deaf;
    deaf.inside_telegram = true;
    open_invoice(story).send(app::CapabilitiesChanged{deaf});
    EXPECT_EQ(story.model().payment.phase, payments::Phase::Confirming);
    for (int i = 0; i < 4; ++i) answer(wait(story, 3'000), {}, false);
    EXPECT_EQ(story.model().payment, payments::Payment{});
    EXPECT_FALSE(app::can_pay(story.model(), unpaid()));
}

TEST(Payment, ByTelegramsServersNeedsAClientThatKnowsThem) {
    shop::Catalogue shop = shop_with_cashier();
    shop.cashier = "serverless:pay";
    Story story;
    at_order(story, started(), shop);
    EXPECT_FALSE(app::can_pay(story.model(), unpaid()));
    EXPECT_TRUE(app::can_pay(story.send(says(telegram::Property::HasServerless, "true")).model(), unpaid()));
}

TEST(Payment, ThatIsPendingIsAskedForWheneverTheCustomerComesBack) {
    Story story;
    leave_pending(story);
    EXPECT_EQ(story.notices(), std::vector<std::string>{"notice.pay_pending"});

    for (int i = 0; i < 2; ++i) {
        come_back(story);
        EXPECT_EQ(story.effects(), app::Effects{question(story, false)});
        answer(story.forget(), {}, false);
        EXPECT_EQ(story.effects(), app::Effects{}) << "it may yet come";
    }
    answer(come_back(story).forget(), {}, true);

    EXPECT_EQ(story.effects(), app::Effects{kSeen});
}

TEST(Payment, IsNotOfferedASecondTimeWhileTheFirstIsPending) {
    for (const char* values : {R"(["pending"])", R"(["paid"])"}) {
        Story story;
        leave_pending(story, values).send(app::PayOrder{{"A-1"}});
        EXPECT_EQ(story.effects(), app::Effects{}) << values;

        Story reloaded;
        app::Started start = started();
        start.telegram.version = "8.0";
        answer(reloaded.open(start, shop_with_cashier(), story.model().orders), {}, false);
        EXPECT_FALSE(can_pay(reloaded)) << values;
        EXPECT_EQ(app::next_deadline(reloaded.model()), kMondayNoon + payments::kPendingMs) << values;
        EXPECT_TRUE(can_pay(wait(reloaded, payments::kPendingMs))) << values;
    }
}

TEST(Payment, OfACancelledOrderIsOffOnceTheCashierDeniesIt) {
    Story story;
    wait(cancel(leave_pending(story)), payments::kPendingMs);
    EXPECT_TRUE(is_pending(story));

    come_back(story).forget().send(app::CashierAnswered{story.model().payment.request, {}, false});
    EXPECT_EQ(story.effects(), app::Effects{}) << "it could not be reached";
    answer(come_back(story).forget(), {}, false);
    EXPECT_EQ(story.effects(), app::Effects{app::NotePayment{{"A-1"}}});

    EXPECT_FALSE(is_pending(hear(story)));

    Story unlucky;
    close_invoice(cancel(hear(open_invoice(unlucky))), R"(["cancelled"])");
    EXPECT_TRUE(is_pending(unlucky));
    for (int i = 0; i < 4; ++i) answer(wait(unlucky, 3'000), {}, false);
    EXPECT_FALSE(is_pending(hear(unlucky)));
}

TEST(Payment, OfEveryOrderOfTodayIsAskedForOneAfterTheOther) {
    std::vector<orders::Order> orders(5, unpaid());
    for (std::size_t i = 0; i < orders.size(); ++i) orders[i].id = {"A-" + std::to_string(9 - i)};
    orders[1].state = orders::State::Cancelled;
    orders[2].paid = true;
    for (const std::size_t old : {3U, 4U}) orders[old].history.front().at_ms -= 2 * kDayMs;
    orders[4].invoice_ms = kMondayNoon - 2 * kDayMs;
    app::Started start = started();
    start.telegram.can.invoices = false;
    Story story;
    story.open(start, shop_with_cashier(), orders);  // As after a reload.

    for (int round = 0; round < 2; ++round) {
        std::vector<std::string> asked;
        for (int i = 0; i < 9 && story.model().payment.request != 0; ++i) {
            asked.push_back(story.model().payment.order.value);
            answer(story, {}, false);
        }
        EXPECT_EQ(asked, (std::vector<std::string>{"A-5", "A-8", "A-9"})) << round;
        come_back(story);
    }
}

TEST(Payment, IsOfferedWhileTheCashierIsAskedUnseen) {
    Story story;
    come_back(at_order(story));
    const app::RequestId unseen = story.model().payment.request;
    EXPECT_NE(unseen, 0U);

    story.forget().send(app::PayOrder{{"A-1"}});
    EXPECT_EQ(story.effects(), app::Effects{question(story, true)});
    const app::Model before = story.model();
    EXPECT_EQ(story.send(app::CashierAnswered{unseen, kLink, false}).model(), before);
}

TEST(Payment, WhoseEndingTheClientNeverTellsIsWatchedUntilTheCustomerIsBack) {
    Story story;
    come_back(open_invoice(story));
    EXPECT_EQ(story.model().payment.phase, payments::Phase::Open) << "it is on the screen";
    story.send(unanswered(story, Method::OpenInvoice));
    answer(wait(story, 3'000), {}, false).forget();
    EXPECT_EQ(wait(story, 29'999).effects(), app::Effects{});
    wait(story, 1);
    EXPECT_EQ(story.effects(), app::Effects{question(story, false)});
    EXPECT_TRUE(can_pay(answer(story, {}, false)));

    come_back(story.forget());
    EXPECT_EQ(story.effects(), app::Effects{question(story, false)});
    EXPECT_EQ(story.model().payment.phase, payments::Phase::Confirming);
    answer(story.forget(), {}, true);
    EXPECT_EQ(story.effects(), app::Effects{kSeen});
}

TEST(Payment, OfAnOrderThatIsCancelledMeanwhileOpensNoInvoice) {
    Story story;
    at_order(story).send(app::PayOrder{{"A-1"}});
    answer(cancel(story), kLink, false);
    EXPECT_EQ(story.effects(), app::Effects{});
    EXPECT_EQ(story.model().payment, payments::Payment{});
}

TEST(Payment, OfAnOrderThatIsGoneEnds) {
    Story story;
    open_invoice(story).send(app::OrdersLoaded{});
    wait(story, 3'000);
    EXPECT_EQ(story.model().payment, payments::Payment{});
}

}  // namespace kiosk::tests
