#include "telegram/manifest.h"

#include <gtest/gtest.h>

#include <array>
#include <set>
#include <string>
#include <vector>

#include "telegram/state.h"

namespace kiosk::telegram {
namespace {

std::vector<std::string_view> parts(std::string_view text, char separator) {
    std::vector<std::string_view> found;
    while (!text.empty()) found.push_back(take_part(text, separator));
    return found;
}

struct Message {
    std::string_view text;
    Refusal refusal;
};
constexpr auto kMessages = std::to_array<Message>({
#define KIOSK_REFUSAL(message, kind) {message, Refusal::kind},
#include "telegram/manifest.inc"
});

}  // namespace

TEST(TelegramManifest, NamesAreUnique) {
    std::set<std::string_view> methods;
    for (std::size_t i = 0; i < kMethodCount; ++i) methods.insert(path(static_cast<Method>(i)));
    const auto properties = parts(property_paths(), ' ');
    const auto events = parts(event_names(), ' ');

    EXPECT_EQ(methods.size(), 101U);
    EXPECT_EQ(std::set(properties.begin(), properties.end()).size(), 78U);
    EXPECT_EQ(std::set(events.begin(), events.end()).size(), 46U);
}

TEST(TelegramManifest, EveryRowThatWaitsHasAnEnd) {
    for (std::size_t i = 0; i < kMethodCount; ++i) {
        const auto method = static_cast<Method>(i);
        const auto column = [&](std::size_t index) { return part(row(method), '|', index); };
        const std::string_view answer = column(2);
        const bool waits = answer != "Return" && answer != "Handler";
        const bool has_callback = answer != "Return" && answer != "Events";

        EXPECT_EQ(column(4) != "0", waits) << row(method);
        EXPECT_EQ(column(3) != "-1", has_callback) << row(method);
        EXPECT_EQ(answer == "Events" && column(5).empty(), false) << row(method);
        for (const std::string_view event : parts(column(5), ' ')) EXPECT_TRUE(find_event(event)) << row(method);
    }
}

TEST(TelegramManifest, EventsAreFoundByTheirNames) {
    const auto names = parts(event_names(), ' ');
    for (std::size_t i = 0; i < names.size(); ++i) EXPECT_EQ(find_event(names[i]), static_cast<Event>(i));
    EXPECT_EQ(find_event("popup_closed"), std::nullopt);
    EXPECT_EQ(find_event(""), std::nullopt);
}

TEST(TelegramManifest, FallbacksFollowTheFeature) {
    EXPECT_EQ(fallback(Method::ShowPopup), Fallback::OwnSheet);
    EXPECT_EQ(fallback(Method::ImpactOccurred), Fallback::Nothing);
    EXPECT_EQ(fallback(Method::CloudSetItem), Fallback::LocalStorage);
    EXPECT_EQ(fallback(Method::ShowScanQrPopup), Fallback::TypedText);
    EXPECT_EQ(fallback(Method::OpenInvoice), Fallback::Backend);
}

TEST(TelegramManifest, VersionsCompareByTheirParts) {
    EXPECT_TRUE(is_at_least("6.10", "6.9"));
    EXPECT_TRUE(is_at_least("8", "8.0"));
    EXPECT_TRUE(is_at_least("10.1", "9.6"));
    EXPECT_FALSE(is_at_least("9.6", "9.10"));
    EXPECT_FALSE(is_at_least("", "6.0"));
    EXPECT_FALSE(is_at_least("x.y", "6.0"));
    EXPECT_TRUE(is_at_least("8.0", "7.10"));
}

TEST(TelegramManifest, EachMessageOfTheScriptHasItsKind) {
    static_assert(kMessages.size() == 44);
    for (const auto& [text, refusal] : kMessages) EXPECT_EQ(refusal_of(text), refusal) << text;
}

TEST(TelegramManifest, HostsOwnWordsHaveTheirKind) {
    EXPECT_EQ(refusal_of("UNSUPPORTED"), Refusal::Unsupported);
    EXPECT_EQ(refusal_of("METHOD_INVALID"), Refusal::Unsupported);
    EXPECT_EQ(refusal_of("USER_DECLINED"), Refusal::Denied);
    EXPECT_EQ(refusal_of("MESSAGE_EXPIRED"), Refusal::BadArgument);
    EXPECT_EQ(refusal_of("SUGGESTED_EMOJI_INVALID"), Refusal::BadArgument);
    EXPECT_EQ(refusal_of("ALREADY_FULLSCREEN"), Refusal::Busy);
    EXPECT_EQ(refusal_of("anything else"), Refusal::Other);
}

TEST(TelegramState, KeepsOnlyValuesOfTheRowsKind) {
    State state;
    EXPECT_EQ(state.text(Property::Version), "");

    state.set(Property::Version, "\"9.6\"");
    state.set(Property::IsActive, "\"yes\"");
    state.set(Property::ViewportHeight, "720.5");
    state.set(Property::Platform, "\"ios\"");
    state.set(Property::Platform, "7");
    state.set(Property::SafeAreaInset, R"({"top":30})");
    state.set(Property::IsFullscreen, "");

    EXPECT_EQ(state.text(Property::Version), "9.6");
    EXPECT_EQ(state[Property::IsActive], "null");
    EXPECT_EQ(state.number(Property::ViewportHeight), 720.5);
    EXPECT_EQ(state[Property::Platform], "null");
    EXPECT_EQ(state.number(Property::SafeAreaInset, "top"), 30);
    EXPECT_EQ(state.flag(Property::IsFullscreen), false);
}

TEST(TelegramCall, FieldsAreJson) {
    EXPECT_EQ(call(Method::OpenLink, "https://a.example/\"", true),
              (Call{Method::OpenLink, R"(["https://a.example/\"",true])"}));
    EXPECT_EQ(call(Method::AccelerometerStart, 60), (Call{Method::AccelerometerStart, "[60]"}));
    EXPECT_EQ(call(Method::Ready), (Call{Method::Ready, "[]"}));
}

TEST(TelegramCall, ReadingFindsWhatIsThereAndNothingElse) {
    const std::string_view json = R"([true,{"contact":{"phone_number":"+44 20","user_id":7}},2.5])";

    EXPECT_EQ(read_flag(json, "0"), true);
    EXPECT_EQ(read_text(json, "1.contact.phone_number"), "+44 20");
    EXPECT_EQ(read_number(json, "1.contact.user_id"), 7);
    EXPECT_EQ(read_number(json, "2"), 2.5);
    for (const std::string_view place :
         {"", "3", "-1", "x", "0.0", "1.contact", "1.nobody.x", "00000000000000000000000001x"}) {
        EXPECT_EQ(read_text(json, place), "") << place;
        EXPECT_EQ(read_number(json, place), 0) << place;
        EXPECT_EQ(read_flag(json, place), false) << place;
    }
    for (std::size_t length = 0; length < json.size(); ++length) EXPECT_EQ(read_number(json.substr(0, length), "2"), 0);
    EXPECT_EQ(read_text("\"whole\""), "whole");
}

TEST(TelegramManifest, ParametersStandWithTheirMethods) {
    EXPECT_EQ(parameters(Method::Ready), "");
    EXPECT_EQ(parameters(Method::IsVersionAtLeast), "0 Required Version 1 20 \n");
    EXPECT_EQ(parameters(Method::DownloadFile), "0.url Required SecureLink 1 4096 \n0.file_name Required Trimmed 1 255 \n");
    EXPECT_EQ(parameters(Method::ServerlessCall), "0 Required Name 1 128 \n1 Optional Anything 0 0 \n");
}

}  // namespace kiosk::telegram
