#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

app::Started ada_from(const char* start_param) {
    app::Started start = started();
    start.telegram.start_param = start_param;
    start.telegram.user.id = "42";
    return start;
}

app::Effects opens(const char* url) {
    return {app::OpenLink{url}};
}

// The start parameter of the link that is shared.
std::string shared_start_param(const Story& story) {
    const auto* open = std::get_if<app::OpenLink>(&story.effects().back());
    const std::string mark = "startapp%3D";
    const std::size_t at = open == nullptr ? std::string::npos : open->url.find(mark);
    if (at == std::string::npos) return {};
    const std::string rest = open->url.substr(at + mark.size());
    return rest.substr(0, rest.find('&'));
}

}  // namespace

TEST(OutwardLinks, LeadBackIntoTelegramToTheSamePlace) {
    Story story;
    story.open(ada_from("p_cola"), shop_with_bot()).send(app::OpenInTelegram{});

    EXPECT_EQ(story.effects(), opens("https://t.me/corner_bot?startapp=p_cola"));
}

TEST(OutwardLinks, AnInvitationNamesWhoSentIt) {
    Story story;
    story.open(ada_from(""), shop_with_bot()).send(app::Invite{"Look & eat"});

    EXPECT_EQ(story.effects(), opens("https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fcorner_bot%3Fstartapp%3Dr_42"
                                     "&text=Look%20%26%20eat"));
}

TEST(OutwardLinks, ASharedRoundIsAChallengeOfItsScore) {
    Story story;
    story.open(ada_from(""), shop_with_bot());
    play_a_round(story);

    story.send(app::ShareRound{"Beat me"});

    const Result<app::Link> link = app::parse_link(shared_start_param(story));
    ASSERT_TRUE(link.has_value());
    EXPECT_EQ(link->challenge, (app::Challenge{story.model().game.seed, story.model().game.stack.score}));
}

TEST(OutwardLinks, TheMapShowsTheShop) {
    Story story;
    story.open(ada_from(""), shop_with_bot()).send(app::ShowMap{});

    EXPECT_EQ(story.effects(), opens("https://www.google.com/maps/search/?api=1&query=Corner%2C%201%20High%20Street"));
}

TEST(OutwardLinks, SupportIsAChatOfTelegram) {
    shop::Catalogue shop = corner_shop();
    shop.support = "corner_help";
    Story story;
    story.open(ada_from(""), shop).send(app::WriteToShop{});

    EXPECT_EQ(story.effects(), opens("https://t.me/corner_help"));
}

TEST(OutwardLinks, AClientIsAskedAndAnswersOnce) {
    Story story;
    story.open(in_client("6.1"), shop_with_bot()).send(app::ShowMap{});
    const char* map = "https://www.google.com/maps/search/?api=1&query=Corner%2C%201%20High%20Street";
    EXPECT_EQ(story.effects(), opens_in_client(story, map));

    story.forget().send(answered(story, telegram::Method::OpenLink, "[]"));
    EXPECT_EQ(story.effects(), app::Effects{});
    EXPECT_TRUE(story.model().calls.empty());
}

TEST(OutwardLinks, WhatAClientRefusesOpensInTheBrowserOnce) {
    using Kind = telegram::Outcome::Kind;
    for (const telegram::Outcome& outcome :
         {telegram::Outcome{Kind::Refused, "[]", "WebAppTgUrlInvalid"}, telegram::Outcome{Kind::Unsupported, "[]", {}}}) {
        Story story;
        story.open(in_client("9.6"), shop_with_bot()).send(app::OpenInTelegram{});
        const app::TelegramAnswered refusal{request_of(story, telegram::Method::OpenTelegramLink), outcome};

        story.forget().send(refusal, refusal);

        EXPECT_EQ(story.effects(), opens("https://t.me/corner_bot")) << outcome.code;
    }
}

TEST(OutwardLinks, AShopWithoutBotOrAddressLeadsNowhere) {
    Story story;
    story.open(ada_from(""));
    play_a_round(story);

    story.send(app::OpenInTelegram{}, app::Invite{"x"}, app::ShareRound{"x"}, app::ShowMap{}, app::WriteToShop{});

    EXPECT_EQ(story.effects(), app::Effects{});
}

}  // namespace kiosk::tests
