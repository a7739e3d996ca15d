// The receipt of a paid order: what the cashier gives, and how it gets onto the customer's device.

#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Method;
using Kind = telegram::Outcome::Kind;

constexpr const char* kReceipt = "https://example.com/r/7.pdf?key=c1";
const app::OpenReceipt kOpen{{"A-1"}};

orders::Order paid_order(const char* receipt = kReceipt) {
    orders::Order order;
    order.id = {"A-1"};
    order.key = {"c1"};
    order.history = {{orders::State::Placed, kMondayNoon}};
    order.paid = true;
    order.receipt = receipt;
    return order;
}

Story& at_order(Story& story, const char* version = "8.0", const orders::Order& order = paid_order()) {
    return story.open(in_client(version), corner_shop(), {order}).send(open_page(app::Screen::Tracking, "A-1")).forget();
}

Story& answer(Story& story, const telegram::Outcome& outcome) {
    return story.send(app::TelegramAnswered{request_of(story, Method::DownloadFile), outcome});
}

app::Effects saves(const Story& story, const char* receipt, const char* name) {
    return {app::CallTelegram{story.model().last_request, telegram::call(Method::DownloadFile, receipt, name)}};
}

app::Effects opens(const Story& story) {
    return opens_in_client(story, kReceipt);
}

}  // namespace

TEST(Receipt, GoesFromTheCashierToTheShop) {
    shop::Catalogue shop = corner_shop();
    shop.cashier = "https://pay.example.com";
    orders::Order unpaid = paid_order("");
    unpaid.paid = false;
    unpaid.quote.total_minor = 1250;
    Story story;
    story.open(in_client("8.0"), shop, {unpaid});

    story.send(app::CashierAnswered{story.model().payment.request, {}, true, kReceipt});

    EXPECT_EQ(story.effects(), (app::Effects{app::NotePayment{{"A-1"}, 0, true, kReceipt}}));
}

TEST(Receipt, IsSavedUnderItsOrdersName) {
    const std::vector<std::pair<const char*, const char*>> names = {
        {kReceipt, "receipt-A-1.pdf"},
        {"https://example.com/r.v2/7", "receipt-A-1"},
        {"https://example.com", "receipt-A-1"},
        {"https://example.com/?file=7.pdf", "receipt-A-1"},
        {"https://example.com/7.html#top.png", "receipt-A-1.html"},
        {"https://example.com/7.receipt", "receipt-A-1"},
    };
    for (const auto& [receipt, name] : names) {
        Story story;
        at_order(story, "8.0", paid_order(receipt)).send(kOpen);
        EXPECT_EQ(story.effects(), saves(story, receipt, name)) << receipt;
    }
}

TEST(Receipt, OpensInTheBrowserWhereTheClientCannotSaveIt) {
    Story old;
    at_order(old, "7.10").send(kOpen);
    Story refused;
    answer(at_order(refused).send(kOpen).forget(), {Kind::Refused, "[true]", "WebAppDownloadFilePopupOpened"});
    Story unsupported;
    answer(at_order(unsupported).send(kOpen).forget(), {Kind::Unsupported, "[]", {}});

    for (const Story* story : {&old, &refused, &unsupported}) EXPECT_EQ(story->effects(), opens(*story));
}

TEST(Receipt, OfAClientThatSaysNoOrNothingOpensWithTheNextTap) {
    for (const telegram::Outcome& outcome :
         {telegram::Outcome{Kind::Values, "[false]", {}}, telegram::Outcome{Kind::Values, R"(["true"])", {}},
          telegram::Outcome{Kind::Values, "[", {}}, telegram::Outcome{}}) {
        Story story;
        answer(at_order(story).send(kOpen).forget(), outcome);
        EXPECT_EQ(story.effects(), app::Effects{}) << outcome.values;
        story.send(kOpen);
        EXPECT_EQ(story.effects(), opens(story)) << outcome.values;
    }
}

TEST(Receipt, IsAskedForOnceAtATimeAndAnsweredOnce) {
    Story story;
    at_order(story).send(kOpen, kOpen);
    const app::RequestId request = request_of(story, Method::DownloadFile);
    EXPECT_EQ(story.effects(), saves(story, kReceipt, "receipt-A-1.pdf"));

    const app::TelegramAnswered refusal{request, {Kind::Refused, "[]", "UNKNOWN_ERROR"}};
    story.forget().send(refusal, refusal);
    EXPECT_EQ(story.effects(), opens(story));
}

TEST(Receipt, OfASilentClientOpensOnceWithTheNextTap) {
    const app::Tick later{kMondayNoon + 3'000};
    for (const telegram::Outcome& outcome : {telegram::Outcome{Kind::Refused, "[]", "UNKNOWN_ERROR"}, telegram::Outcome{}}) {
        Story story;
        at_order(story).send(kOpen).forget().send(later, kOpen);
        EXPECT_EQ(story.effects(), opens(story));

        answer(story.forget(), outcome);
        EXPECT_EQ(story.effects(), app::Effects{}) << outcome.code;
    }
    Story saved;
    answer(at_order(saved).send(kOpen, later, kOpen), {Kind::Values, "[true]", {}}).forget().send(kOpen);
    EXPECT_EQ(saved.effects(), saves(saved, kReceipt, "receipt-A-1.pdf"));
}

TEST(Receipt, OfAnOrderWithoutOneIsNothing) {
    Story story;
    at_order(story, "8.0", paid_order("")).send(kOpen, app::OpenReceipt{{"A-404"}});
    EXPECT_EQ(story.effects(), app::Effects{});
}

}  // namespace kiosk::tests
