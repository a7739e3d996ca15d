// Paying: whatever the client says, only the cashier's word makes an order paid.

#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Method;

const std::string kLink = "https://t.me/$Ab9";

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

// A customer who looks at an unpaid order, some time after the shop was asked whether it was paid before.
Story& at_order(Story& story, app::Started start = started(), shop::Catalogue shop = shop_with_cashier()) {
    if (start.telegram.version == "6.0") start.telegram.version = "8.0";
    story.open(start, std::move(shop), {unpaid()});
    if (const app::RequestId request = story.model().payment.request; request != 0) {
        story.send(app::CashierAnswered{request, {}, false});
    }
    return story.send(open_page(app::Screen::Tracking, "A-1")).forget();
}

Story& answer(Story& story, const std::string& link, bool is_paid) {
    return story.send(app::CashierAnswered{story.model().payment.request, link, is_paid});
}

Story& open_invoice(Story& story) {
    return answer(at_order(story).send(app::PayOrder{{"A-1"}}), kLink, false).forget();
}

Story& close_invoice(Story& story, const char* values) {
    return story.send(
        app::TelegramAnswered{story.model().calls.back().request, {telegram::Outcome::Kind::Values, values, {}}});
}

Story& wait(Story& story, TimeMs ms) {
    return story.send(app::Tick{story.model().now_ms + ms});
}

}  // namespace

TEST(Payment, LeadsFromTheCashierToTheInvoiceToTheShop) {
    Story story;

    at_order(story).send(app::PayOrder{{"A-1"}});
    const app::Effects asked = {question(story, true)};
    EXPECT_EQ(story.effects(), asked);

    answer(story.forget(), kLink, false);
    EXPECT_EQ(
        story.effects(),
        (app::Effects{app::CallTelegram{story.model().calls.back().request, telegram::call(Method::OpenInvoice, kLink)}}));

    close_invoice(story.forget(), R"(["paid"])");
    EXPECT_EQ(story.effects(), (app::Effects{question(story, false)}));
    EXPECT_FALSE(story.model().orders.front().paid);

    answer(story.forget(), {}, true);
    EXPECT_EQ(story.effects(), (app::Effects{app::ConfirmPayment{{"A-1"}}}));
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
    for (const app::Effect& effect : story.effects()) EXPECT_FALSE(std::holds_alternative<app::ConfirmPayment>(effect));
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
        EXPECT_EQ(story.effects(), (app::Effects{app::ConfirmPayment{{"A-1"}}})) << values;
    }
    Story silent;
    answer(wait(open_invoice(silent), 3'000).forget(), {}, true);
    EXPECT_EQ(silent.effects(), (app::Effects{app::ConfirmPayment{{"A-1"}}}));
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
    open_invoice(story);
    story.send(app::PayOrder{{"A-1"}});
    EXPECT_EQ(story.effects(), app::Effects{}) << "the second tap of two";

    answer(wait(story, 3'000), {}, false);
    story.forget().send(app::PayOrder{{"A-1"}}, app::PayOrder{{"A-1"}});
    EXPECT_EQ(story.effects(), (app::Effects{question(story, true)}));
    const app::RequestId first = request_of(story, Method::OpenInvoice);
    answer(story.forget(), "https://t.me/$Second", false);
    EXPECT_EQ(story.effects(),
              (app::Effects{app::CallTelegram{story.model().calls.back().request,
                                              telegram::call(Method::OpenInvoice, "https://t.me/$Second")}}));

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

    EXPECT_EQ(story.effects(), (app::Effects{app::ConfirmPayment{{"A-1"}}}));
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

TEST(Payment, ThatAReloadCutOffIsFoundAgain) {
    Story story;
    app::Started start = started();
    start.telegram.version = "8.0";
    story.send(start, app::ShopLoaded{shop_with_cashier()}).forget();

    story.send(app::OrdersLoaded{{unpaid()}});
    EXPECT_EQ(story.effects(), (app::Effects{question(story, false)}));
    answer(story.forget(), {}, true);

    EXPECT_EQ(story.effects(), (app::Effects{app::ConfirmPayment{{"A-1"}}}));
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

TEST(Payment, OfAnOrderThatIsGoneEnds) {
    Story story;
    open_invoice(story).send(app::OrdersLoaded{});
    wait(story, 3'000);
    EXPECT_EQ(story.model().payment, payments::Payment{});
}

}  // namespace kiosk::tests
