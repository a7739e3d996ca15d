// Calls to Telegram's client on the pipe, and what comes back.

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "app/handlers.h"
#include "app/update.h"
#include "bridge/codec.h"

namespace kiosk::bridge {
namespace {

using telegram::Method;
using telegram::Outcome;
using telegram::Property;

std::vector<std::pair<std::string, app::Msg>> events() {
    return {
        {R"({"on":"telegramAnswered","request":3,"outcome":0,"values":"[\"paid\",null]"})",
         app::TelegramAnswered{3, {Outcome::Kind::Values, R"(["paid",null])", {}}}},
        {R"({"on":"telegramAnswered","request":3,"outcome":1,"code":"WebAppPopupOpened"})",
         app::TelegramAnswered{3, {Outcome::Kind::Refused, "[]", "WebAppPopupOpened"}}},
        {R"({"on":"telegramAnswered","request":3,"outcome":2})",
         app::TelegramAnswered{3, {Outcome::Kind::Unsupported, "[]", {}}}},
        {R"({"on":"telegramAnswered","request":3,"outcome":3})",
         app::TelegramAnswered{3, {Outcome::Kind::TimedOut, "[]", {}}}},
        {R"({"on":"telegramEvent","event":16,"data":"{\"status\":\"sent\"}"})",
         app::TelegramEvent{telegram::Event::ContactRequested, R"({"status":"sent"})"}},
        {R"({"on":"examineTelegram","method":20,"fields":"[\"https://t.me/$Ab\"]"})",
         app::ExamineTelegram{{Method::OpenInvoice, R"(["https://t.me/$Ab"])"}}},
        {R"({"on":"telegramChanged","changes":[[2,"\"9.6\""],[8,"812.5"],[77,7]]})",
         app::TelegramChanged{
             {{Property::Version, "\"9.6\""}, {Property::ViewportHeight, "812.5"}, {Property::GyroscopeZ, "null"}}}},
    };
}

}  // namespace

TEST(BridgeTelegram, EveryFactBecomesItsMessage) {
    for (const auto& [text, expected] : events()) {
        SCOPED_TRACE(text);

        const Result<app::Msg> msg = decode(text);

        ASSERT_TRUE(msg);
        EXPECT_TRUE(*msg == expected);
    }
}

TEST(BridgeTelegram, EveryStrictPrefixIsRefused) {
    for (const auto& [text, expected] : events()) {
        for (std::size_t length = 0; length < text.size(); ++length) ASSERT_FALSE(decode(text.substr(0, length)));
    }
}

TEST(BridgeTelegram, WhatNobodyCouldHaveSentIsRefused) {
    for (const std::string text : {
             R"({"on":"telegramAnswered","request":0,"outcome":3})",
             R"({"on":"telegramAnswered","request":1,"outcome":4})",
             R"({"on":"telegramAnswered","outcome":3})",
             R"({"on":"telegramEvent","event":46,"data":"null"})",
             R"({"on":"telegramEvent","event":0})",
             R"({"on":"telegramEvent","event":0,"data":{}})",
             R"({"on":"examineTelegram","method":101,"fields":"[]"})",
             R"({"on":"examineTelegram","method":1})",
             R"({"on":"telegramChanged","changes":[[78,"1"]]})",
             R"({"on":"telegramChanged","changes":[[-1,"1"]]})",
             R"({"on":"telegramChanged","changes":[["2","1"]]})",
             R"({"on":"telegramChanged","changes":{"2":"1"}})",
         }) {
        EXPECT_FALSE(decode(text)) << text;
    }
}

// The request is answered whatever the client made of it.
TEST(BridgeTelegram, AnUnreadableAnswerIsStillOne) {
    const app::Msg expected = app::TelegramAnswered{4, {Outcome::Kind::Refused, "[]", "BadAnswer"}};

    for (const std::string& values : {"\"" + std::string(140'000, 'x') + "\"", std::string("7"), std::string("[]")}) {
        const Result<app::Msg> msg = decode(R"({"on":"telegramAnswered","request":4,"outcome":0,"values":)" + values + "}");

        ASSERT_TRUE(msg);
        EXPECT_TRUE(*msg == expected);
    }
}

TEST(BridgeTelegram, ACallCarriesItsRows) {
    EXPECT_EQ(encode(app::CallTelegram{9, telegram::call(Method::OpenInvoice, "https://t.me/$A\"b")}),
              R"({"do":"callTelegram","request":9,"row":"openInvoice|6.1|Callback|1|300000||invoice_closed",)"
              R"("parameters":"0 Required InvoiceLink 1 4096 \n","fields":"[\"https://t.me/$A\\\"b\"]"})");
    EXPECT_EQ(encode(app::CallTelegram{11, telegram::call(Method::OrientationStart, 60, true)}),
              R"({"do":"callTelegram","request":11,"row":"DeviceOrientation.start|8.0|Events|-1|3000|)"
              R"(deviceOrientationStarted deviceOrientationFailed|",)"
              R"("parameters":"0.refresh_rate Optional Number 20 1000 \n0.need_absolute Optional Flag 0 0 \n",)"
              R"("fields":"[60,true]"})");
    EXPECT_EQ(encode(app::CallTelegram{12, {Method::Ready}}),
              R"({"do":"callTelegram","request":12,"row":"ready|6.0|Return|-1|0||","parameters":"","fields":"[]"})");
}

TEST(BridgeTelegram, WatchingNamesEveryPropertyAndEvent) {
    const std::string text = encode_watch();

    EXPECT_TRUE(text.starts_with(R"({"do":"watchTelegram","properties":"initData initDataUnsafe version )"));
    EXPECT_TRUE(text.ends_with(R"(gyroscopeChanged gyroscopeFailed fileDownloadRequested"})"));
}

TEST(BridgeTelegram, AReportHasTheJsonAsItWas) {
    EXPECT_EQ(encode(app::ReportTelegram{app::ReportTelegram::Kind::Property, 8, "[812.5]"}),
              R"({"do":"reportTelegram","kind":0,"index":8,"json":"[812.5]"})");
}

TEST(AppTelegram, ACallGoesOutOnceAndIsForgottenWhenAnswered) {
    app::Model model;
    model.telegram.can.bottom_buttons = true;
    model.telegram.version = "8.0";
    app::Effects effects;

    const Result<app::RequestId> sent = app::call_telegram(model, telegram::call(Method::ShareMessage, "m1"), effects);
    ASSERT_TRUE(sent);
    EXPECT_EQ(effects, (app::Effects{app::CallTelegram{*sent, {Method::ShareMessage, R"(["m1"])"}}}));
    EXPECT_EQ(model.calls, (std::vector<app::PendingCall>{{*sent, Method::ShareMessage}}));

    app::update(model, app::TelegramAnswered{*sent + 1, {}}, effects);
    EXPECT_EQ(model.calls.size(), 1U);
    app::update(model, app::TelegramAnswered{*sent, {}}, effects);
    EXPECT_EQ(model.calls.size(), 0U);
}

TEST(AppTelegram, WhatCanNotWorkIsRefusedWithoutAsking) {
    app::Model model;
    app::Effects effects;
    const Error outside{ErrorCode::Unsupported, "ready"};
    const Error old{ErrorCode::Unsupported, "requestChat"};

    EXPECT_EQ(app::call_telegram(model, {Method::Ready}, effects).error(), outside);
    model.telegram.can.bottom_buttons = true;
    model.telegram.version = "9.5";
    EXPECT_EQ(app::call_telegram(model, telegram::call(Method::RequestChat, "1"), effects).error(), old);
    EXPECT_EQ(effects, app::Effects{});
}

TEST(AppTelegram, AnAnswerToNothingIsIgnored) {
    app::Model model;
    app::Effects effects;
    app::update(model, app::Tick{}, effects);
    const app::Model before = model;
    effects.clear();

    app::update(model, app::TelegramAnswered{7, {}}, effects);

    EXPECT_TRUE(model == before);
    EXPECT_EQ(effects, app::Effects{});
}

TEST(AppTelegram, WhoExaminesIsToldWhatTheModelHolds) {
    using Kind = app::ReportTelegram::Kind;
    app::Model model;
    model.telegram.can.bottom_buttons = true;
    app::Effects first;
    app::update(model, app::TelegramChanged{{{Property::Version, "\"9.6\""}}}, first);
    app::Effects effects;

    app::update(model, app::ExamineTelegram{{Method::Ready}}, effects);
    const app::Effects properties(effects.begin(), effects.begin() + telegram::kPropertyCount);
    effects.erase(effects.begin(), effects.begin() + telegram::kPropertyCount);
    app::update(model, app::TelegramAnswered{1, {Outcome::Kind::Refused, "[]", "WebAppPopupOpened"}}, effects);
    app::update(model, app::TelegramEvent{telegram::Event::QrTextReceived, "\"table-7\""}, effects);
    app::update(model, app::ExamineTelegram{{Method::RequestChat}}, effects);

    EXPECT_EQ(first, app::Effects{});
    EXPECT_EQ(properties[2], app::Effect(app::ReportTelegram{Kind::Property, 2, "\"9.6\""}));
    EXPECT_EQ(effects, (app::Effects{
                           app::CallTelegram{1, {Method::Ready}},
                           app::ReportTelegram{Kind::Sent, 1, "0"},
                           app::ReportTelegram{Kind::Answer, 1, R"([1,"WebAppPopupOpened","[]"])"},
                           app::ReportTelegram{Kind::Event, 12, "\"table-7\""},
                           app::ReportTelegram{Kind::Sent, 0, "6"},
                       }));
}

TEST(AppTelegram, PropertiesOfTheClientAreKept) {
    app::Model model;
    app::Effects effects;

    app::update(model, app::TelegramChanged{{{Property::Version, "\"9.6\""}, {Property::IsFullscreen, "true"}}}, effects);
    app::update(model, app::TelegramChanged{{{Property::IsFullscreen, "false"}}}, effects);

    EXPECT_EQ(model.client.text(Property::Version), "9.6");
    EXPECT_EQ(model.client[Property::IsFullscreen], "false");
}

}  // namespace kiosk::bridge
