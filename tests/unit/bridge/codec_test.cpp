#include "bridge/codec.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

namespace kiosk::bridge {
namespace {

const std::string kTheme = R"({"dark":true,"bg":"#17212b","text":"#f5f5f5","hint":"#708499","link":"#6ab3f3",
    "button":"#5288c1","buttonText":"#ffffff","secondaryBg":"#232e3c","headerBg":"#17212b","bottomBarBg":"#17212b",
    "accentText":"#6ab2f2","sectionBg":"#17212b","sectionHeaderText":"#6ab3f3","sectionSeparator":"#111921",
    "subtitleText":"#708499","destructiveText":"#EC3942"})";
const std::string kInsets = R"({"top":44,"bottom":34,"left":0,"right":0})";

app::Theme dark_theme() {
    app::Theme theme;
    theme.dark = true;
    theme.bg = theme.header_bg = theme.bottom_bar_bg = theme.section_bg = 0x17212b;
    theme.text = 0xf5f5f5;
    theme.hint = theme.subtitle_text = 0x708499;
    theme.link = theme.section_header_text = 0x6ab3f3;
    theme.button = 0x5288c1;
    theme.button_text = 0xffffff;
    theme.secondary_bg = 0x232e3c;
    theme.accent_text = 0x6ab2f2;
    theme.section_separator = 0x111921;
    theme.destructive_text = 0xec3942;
    return theme;
}

std::string started_text() {
    return R"({"on":"started","nowMs":1748865600000,"seed":"00000000000000ff","saved":"{}","telegram":{
        "platform":"ios","version":"8.0","language":"de","startParam":"p_cola","launchId":"x1",
        "user":{"id":"42","firstName":"Ada","lastName":"L"},"active":true,"fullscreen":true,
        "can":{"insideTelegram":true,"bottomButtons":true,"backButton":true,"popups":false,"invoices":true,"inlineQueries":true},
        "insets":)" +
           kInsets + R"(,"theme":)" + kTheme + "}}";
}

app::Started started_message() {
    app::Started msg;
    msg.now_ms = 1'748'865'600'000;
    msg.seed = 255;
    msg.saved = "{}";
    msg.telegram = {"ios",
                    "8.0",
                    "de",
                    "p_cola",
                    "x1",
                    {"42", "Ada", "L"},
                    dark_theme(),
                    {44, 34, 0, 0},
                    {true, true, true, false, true, true},
                    true,
                    true};
    return msg;
}

// Every event with the message that it becomes.
std::vector<std::pair<std::string, app::Msg>> events() {
    return {
        {started_text(), started_message()},
        {R"({"on":"shopUnreachable","detail":"HTTP 500"})", app::ShopUnreachable{"HTTP 500"}},
        {R"({"on":"tick","nowMs":5})", app::Tick{5}},
        {R"({"on":"themeChanged","theme":)" + kTheme + "}", app::ThemeChanged{dark_theme()}},
        {R"({"on":"insetsChanged","insets":)" + kInsets + "}", app::InsetsChanged{{44, 34, 0, 0}}},
        {R"({"on":"activeChanged","active":false})", app::ActiveChanged{false}},
        {R"({"on":"mainButtonPressed"})", app::MainButtonPressed{}},
        {R"({"on":"secondaryButtonPressed"})", app::SecondaryButtonPressed{}},
        {R"({"on":"backButtonPressed"})", app::BackButtonPressed{}},
        {R"({"on":"settingsButtonPressed"})", app::SettingsButtonPressed{}},
        {R"({"on":"canChanged","can":{"insideTelegram":true,"bottomButtons":false,"backButton":true,"popups":false,"invoices":true,"inlineQueries":false}})",
         app::CapabilitiesChanged{{.inside_telegram = true, .back_button = true, .invoices = true}}},
        {R"({"on":"popupClosed","request":7,"confirmed":true})", app::PopupClosed{7, true}},
        {R"({"on":"textCopied","ok":true})", app::TextCopied{true}},
        {R"({"on":"cashierAnswered","request":7,"link":"https://t.me/$Ab","paid":false,"denied":true,"receipt":"https://r","id":"m1"})",
         app::CashierAnswered{7, "https://t.me/$Ab", false, "https://r", "m1", true}},
        {R"({"on":"savedElsewhere","saved":"{\"version\":1}"})", app::SavedElsewhere{"{\"version\":1}"}},
        {R"({"on":"saveFailed","detail":"quota"})", app::SaveFailed{"quota"}},
    };
}

}  // namespace

TEST(BridgeDecode, EveryEventBecomesItsMessage) {
    for (const auto& [text, expected] : events()) {
        SCOPED_TRACE(text);

        const Result<app::Msg> msg = decode(text);

        ASSERT_TRUE(msg);
        EXPECT_TRUE(*msg == expected);
    }
}

TEST(BridgeDecode, EveryStrictPrefixIsRefused) {
    for (const auto& [text, expected] : events()) {
        for (std::size_t length = 0; length < text.size(); ++length) {
            ASSERT_FALSE(decode(text.substr(0, length))) << text.substr(0, length);
        }
    }
}

TEST(BridgeDecode, WhatDoesNotFitIsRefusedWithItsName) {
    const std::vector<std::pair<std::string, Error>> bad = {
        {"", {ErrorCode::BadInput, "no event"}},
        {"[]", {ErrorCode::BadInput, "no event"}},
        {"{}", {ErrorCode::BadInput, "no event"}},
        {R"({"on":7})", {ErrorCode::BadInput, "no event"}},
        {"{\"on\":\"\xff\"}", {ErrorCode::BadInput, "no event"}},
        {R"({"on":"orderAccepted"})", {ErrorCode::BadInput, "orderAccepted"}},
        {R"({"on":"activeChanged"})", {ErrorCode::BadInput, "activeChanged"}},
        {R"({"on":"activeChanged","active":1})", {ErrorCode::BadInput, "activeChanged"}},
        {R"({"on":"tick","nowMs":-1})", {ErrorCode::BadInput, "tick"}},
        {R"({"on":"tick","nowMs":1.5})", {ErrorCode::BadInput, "tick"}},
        {R"({"on":"tick","nowMs":"1"})", {ErrorCode::BadInput, "tick"}},
        {R"({"on":"popupClosed","request":0,"confirmed":true})", {ErrorCode::BadInput, "popupClosed"}},
        {R"({"on":"popupClosed","request":4294967296,"confirmed":true})", {ErrorCode::BadInput, "popupClosed"}},
        {R"({"on":"cashierAnswered","request":7,"link":"","paid":1})", {ErrorCode::BadInput, "cashierAnswered"}},
        {R"({"on":"insetsChanged","insets":{"top":1,"bottom":2,"left":3}})", {ErrorCode::BadInput, "insetsChanged"}},
        {R"({"on":"started","nowMs":1,"seed":"7"})", {ErrorCode::BadInput, "started"}},
    };
    for (const auto& [text, why] : bad) {
        SCOPED_TRACE(text);

        const Result<app::Msg> msg = decode(text);

        ASSERT_FALSE(msg);
        EXPECT_EQ(msg.error(), why);
    }
}

TEST(BridgeDecode, ColoursAreSixDigits) {
    for (const std::string colour : {"17212b", "#17212", "#17212bb", "#17212g", "#-7212b", "", "#+7212b"}) {
        std::string theme = kTheme;
        theme.replace(theme.find("#17212b"), 7, colour);

        EXPECT_FALSE(decode(R"({"on":"themeChanged","theme":)" + theme + "}")) << colour;
    }
}

TEST(BridgeDecode, ExtraFieldsAreIgnored) {
    EXPECT_TRUE(decode(R"({"on":"activeChanged","active":true,"since":[1,{}]})"));
}

TEST(BridgeEncode, EveryEffectForTheHostHasItsText) {
    const std::vector<std::pair<app::Effect, std::string>> effects = {
        {app::LoadShop{}, R"({"do":"loadShop"})"},
        {app::LoadTexts{"de"}, R"({"do":"loadTexts","language":"de"})"},
        {app::AskCashier{6, "https://pay.example.com", {"A-1"}, {"c1"}, 1250, {"EUR", 2}, true},
         R"({"do":"askCashier","request":6,"url":"https://pay.example.com","question":)"
         R"({"order":"A-1","key":"c1","amount":1250,"currency":"EUR","exponent":2,"invoice":true}})"},
        {app::AskToPrepare{7, "https://pay.example.com", telegram::Method::RequestChat, "Hi", "r_42"},
         R"({"do":"askCashier","request":7,"url":"https://pay.example.com","question":)"
         R"({"prepare":"chat","text":"Hi","start_param":"r_42"}})"},
        {app::Haptic{app::Haptic::Kind::Success}, R"({"do":"haptic","kind":"success"})"},
        {app::Ask{5, app::Question::ClearCart}, R"({"do":"ask","request":5,"question":"clearCart"})"},
        {app::OpenLink{"https://t.me/corner_bot"}, R"({"do":"openLink","url":"https://t.me/corner_bot"})"},
        {app::CopyText{"A-1"}, R"({"do":"copyText","text":"A-1"})"},
        {app::CloseApp{}, R"({"do":"closeApp"})"},
        {app::SaveState{"{\"a\":1}"}, "{}"},
    };
    for (const auto& [effect, text] : effects) EXPECT_EQ(encode(effect), text);
}

TEST(BridgeEncode, AQuestionCarriesTheViewsWords) {
    EXPECT_EQ(encode_ask({5, app::Question::CancelOrder}, {"Cancel?", "Order \"A-1\"", "Cancel it", "Keep it"}),
              R"({"do":"ask","request":5,"question":"cancelOrder","title":"Cancel?","message":"Order \"A-1\"",)"
              R"("confirm":"Cancel it","cancel":"Keep it"})");
}

TEST(BridgeEncode, ColoursAreWrittenAsTheyAreRead) {
    EXPECT_EQ(to_text(0x2481cc), "#2481cc");
    EXPECT_EQ(to_text(0x00000a), "#00000a");
}

}  // namespace kiosk::bridge
