#pragma once
// What stories need that are told inside a Telegram client: the client of a version, its answers to calls, a round of the game.

#include "games/burger_stack.h"
#include "stack_bot.h"
#include "story.h"

namespace kiosk::tests {

inline app::Started in_client(const char* version, std::string saved = {}, std::uint64_t seed = 7) {
    app::Started start = started(std::move(saved), seed);
    start.telegram.can.inside_telegram = true;
    start.telegram.version = version;
    return start;
}

inline app::Started on_phone(const char* version, std::string saved = {}) {
    app::Started start = in_client(version, std::move(saved));
    start.telegram.platform = "ios";
    return start;
}

inline shop::Catalogue shop_with_bot() {
    shop::Catalogue shop = corner_shop();
    shop.bot = "corner_bot";
    shop.address = "1 High Street";
    return shop;
}

// Of the call that is waiting for its answer, or 0.
inline app::RequestId request_of(const Story& story, telegram::Method method) {
    for (const app::PendingCall& call : story.model().calls) {
        if (call.method == method) return call.request;
    }
    return 0;
}

inline app::TelegramAnswered answered(const Story& story, telegram::Method method, const char* values) {
    return {request_of(story, method), {telegram::Outcome::Kind::Values, values, {}}};
}

inline app::TelegramAnswered unanswered(const Story& story, telegram::Method method) {
    return {request_of(story, method), {telegram::Outcome::Kind::TimedOut, "[]", {}}};
}

// The methods that were called since the story last forgot.
inline std::vector<telegram::Method> called(const Story& story) {
    std::vector<telegram::Method> methods;
    for (const app::Effect& effect : story.effects()) {
        if (const auto* call = std::get_if<app::CallTelegram>(&effect)) methods.push_back(call->call.method);
    }
    return methods;
}

inline app::TelegramChanged says(telegram::Property property, const char* value) {
    return {{{property, value}}};
}

// The client was asked to open the link, and nothing else happened.
inline app::Effects opens_in_client(const Story& story, const char* url) {
    const bool is_telegram = std::string_view(url).starts_with("https://t.me/");
    const auto method = is_telegram ? telegram::Method::OpenTelegramLink : telegram::Method::OpenLink;
    return {app::CallTelegram{request_of(story, method), telegram::call(method, url)}};
}

// To its end, as a practised player does.
inline void play_a_round(Story& story, int deviation_ms = 40) {
    StackBot bot{5, deviation_ms};
    story.send(open_page(app::Screen::Game), app::StartGame{});
    while (story.model().game.stack.phase == games::Phase::Running) {
        story.send(app::GameFrame{1, bot.inputs(story.model().game.stack) != 0});
    }
    story.forget();
}

}  // namespace kiosk::tests
