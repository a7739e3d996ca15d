// Passing on an invitation or a round with the bot's and the client's help: whatever they do, one link at most is shared.

#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Method;
using Kind = telegram::Outcome::Kind;

const app::Invite kInvite{"Look & eat"};
const app::AskClient kGroup{app::Gift::OrderInGroup, "Look & eat"};

shop::Catalogue helpful_shop() {
    shop::Catalogue shop = shop_with_bot();
    shop.cashier = "https://pay.example.com";
    shop.prepares_message = shop.prepares_chat = shop.inline_mode = true;
    return shop;
}

Story& open(Story& story, const shop::Catalogue& shop = helpful_shop(), const char* version = "9.6") {
    app::Started start = in_client(version);
    start.telegram.user.id = "42";
    start.telegram.can.inline_queries = true;
    return story.open(start, shop);
}

app::CashierAnswered prepared(const Story& story, const char* id) {
    return {story.model().sharing.request, {}, false, {}, id};
}

app::AskToPrepare question(const Story& story, Method method) {
    return {story.model().sharing.request, "https://pay.example.com", method, "Look & eat", "r_42"};
}

app::Effects calls(const Story& story, Method method, const char* id) {
    return {app::CallTelegram{request_of(story, method), telegram::call(method, id)}};
}

// Until the client is asked.
Story& pass_on(Story& story) {
    open(story).send(kInvite);
    return story.send(prepared(story, "m1")).forget();
}

app::Effects shares_link(const Story& story) {
    return opens_in_client(
        story, "https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fcorner_bot%3Fstartapp%3Dr_42&text=Look%20%26%20eat");
}

bool opens_a_link(const Story& story) {
    return called(story) == std::vector<Method>{Method::OpenTelegramLink} && story.effects().size() == 1;
}

}  // namespace

TEST(Sharing, AnInvitationIsAMessageThatTheBotPrepares) {
    Story story;
    open(story).send(kInvite);
    EXPECT_EQ(story.effects(), (app::Effects{question(story, Method::ShareMessage)}));

    story.forget().send(prepared(story, "m1"));
    EXPECT_EQ(story.effects(), calls(story, Method::ShareMessage, "m1"));

    story.forget().send(answered(story, Method::ShareMessage, "[null]"));
    EXPECT_EQ(story.effects(), app::Effects{});
    EXPECT_EQ(story.model().sharing, app::Sharing{});
}

TEST(Sharing, ALinkStandsInForABotThatPreparesNothing) {
    Story story;
    open(story).send(kInvite);
    const app::CashierAnswered nothing = prepared(story, "");
    story.forget().send(nothing, nothing, app::CashierAnswered{nothing.request, {}, false, {}, "m1"});

    EXPECT_EQ(story.effects(), shares_link(story));
}

TEST(Sharing, ALinkStandsInForAClientThatFails) {
    for (const telegram::Outcome& outcome :
         {telegram::Outcome{Kind::Refused, "[]", "MESSAGE_EXPIRED"}, telegram::Outcome{Kind::Refused, "[true]", {}},
          telegram::Outcome{Kind::Unsupported, "[]", {}}}) {
        Story story;
        pass_on(story);
        const app::TelegramAnswered answer{request_of(story, Method::ShareMessage), outcome};
        story.send(answer, answer);
        EXPECT_EQ(story.effects(), shares_link(story)) << outcome.code;
    }
}

TEST(Sharing, ASilentClientOpensNothingLongAfterTheTap) {
    Story friendly;
    pass_on(friendly).send(unanswered(friendly, Method::ShareMessage));
    Story group;
    open(group).send(kGroup);
    group.send(prepared(group, "c1")).forget().send(unanswered(group, Method::RequestChat));

    for (const Story* story : {&friendly, &group}) {
        EXPECT_EQ(story->effects(), app::Effects{});
        EXPECT_EQ(story->model().sharing, app::Sharing{});
        EXPECT_EQ(story->notices(), std::vector<std::string>{"error.timed_out"});
    }
    EXPECT_TRUE(app::can_give(group.model(), app::Gift::OrderInGroup));
}

TEST(Sharing, WhoDeclinesIsNotAskedAgain) {
    Story story;
    pass_on(story).send(
        app::TelegramAnswered{request_of(story, Method::ShareMessage), {Kind::Refused, "[]", "USER_DECLINED"}});

    EXPECT_EQ(story.effects(), app::Effects{});
    EXPECT_EQ(story.model().sharing, app::Sharing{});
}

TEST(Sharing, TwoTapsAskOnce) {
    Story story;
    open(story).send(kInvite, kInvite, kGroup);

    EXPECT_EQ(story.effects(), (app::Effects{question(story, Method::ShareMessage)}));
}

TEST(Sharing, WhoTapsAgainWhileTheClientIsSilentGetsTheLinkOnce) {
    Story story;
    pass_on(story).send(kInvite);
    EXPECT_EQ(story.effects(), shares_link(story));

    story.forget().send(unanswered(story, Method::ShareMessage));
    EXPECT_EQ(story.effects(), app::Effects{});
    EXPECT_EQ(story.notices(), std::vector<std::string>{});
}

TEST(Sharing, ForgedAnswersChangeNothing) {
    Story story;
    open(story).send(kInvite);
    const app::Model before = story.model();
    story.forget().send(app::CashierAnswered{0, {}, true, {}, "m1"}, app::CashierAnswered{77, {}, true, {}, "m1"},
                        app::TelegramAnswered{77, {Kind::Values, "[null]", {}}},
                        app::TelegramEvent{telegram::Event::ShareMessageSent, "null"});

    EXPECT_EQ(story.model(), before);
    EXPECT_EQ(story.effects(), app::Effects{});
}

TEST(Sharing, AGroupIsChosenAndTold) {
    Story story;
    open(story).send(kGroup);
    EXPECT_EQ(story.effects(), (app::Effects{question(story, Method::RequestChat)}));

    story.forget().send(prepared(story, "c1"));
    EXPECT_EQ(story.effects(), calls(story, Method::RequestChat, "c1"));

    story.send(answered(story, Method::RequestChat, "[null]"));
    EXPECT_EQ(story.notices(), std::vector<std::string>{"notice.group_told"});
}

TEST(Sharing, AGroupThatCannotBeChosenGetsTheLinkByHand) {
    Story story;
    open(story).send(kGroup);
    story.send(prepared(story, "c1"))
        .forget()
        .send(app::TelegramAnswered{request_of(story, Method::RequestChat), {Kind::Refused, "[]", "UNKNOWN_ERROR"}});

    EXPECT_EQ(story.effects(), shares_link(story));
    EXPECT_EQ(story.notices(), std::vector<std::string>{});
}

TEST(Sharing, IsPreparedOnlyWhereShopAndClientCan) {
    const auto offered = [](const shop::Catalogue& shop, const char* version) {
        Story story;
        open(story, shop, version);
        const bool group = app::can_give(story.model(), app::Gift::OrderInGroup);
        story.send(kInvite);
        return std::string(group ? "group " : "") + (story.effects() == shares_link(story) ? "link" : "message");
    };
    shop::Catalogue poor = helpful_shop();
    poor.cashier = "";
    shop::Catalogue far = helpful_shop();
    far.cashier = "serverless:pay";

    EXPECT_EQ(offered(helpful_shop(), "9.6"), "group message");
    EXPECT_EQ(offered(helpful_shop(), "9.5"), "message");
    EXPECT_EQ(offered(helpful_shop(), "7.10"), "link");
    EXPECT_EQ(offered(shop_with_bot(), "9.6"), "link");
    EXPECT_EQ(offered(poor, "9.6"), "link");
    EXPECT_EQ(offered(far, "9.6"), "link");
}

TEST(Sharing, ARoundGoesByMessageElseByInlineQueryElseByLink) {
    const auto goes_by = [](bool prepares, bool inline_mode, bool can_query, const char* version) {
        shop::Catalogue shop = helpful_shop();
        shop.prepares_message = prepares;
        shop.inline_mode = inline_mode;
        Story story;
        app::Started start = in_client(version);
        start.telegram.can.inline_queries = can_query;
        story.open(start, shop);
        play_a_round(story);
        story.send(app::ShareRound{"Beat me"});
        if (opens_a_link(story)) return "link";
        if (!called(story).empty()) return "query";
        return story.effects().empty() ? "nothing" : "message";
    };

    EXPECT_STREQ(goes_by(true, true, true, "8.0"), "message");
    EXPECT_STREQ(goes_by(true, true, true, "7.10"), "query");
    EXPECT_STREQ(goes_by(false, true, true, "8.0"), "query");
    EXPECT_STREQ(goes_by(false, false, true, "8.0"), "link");
    EXPECT_STREQ(goes_by(false, true, false, "8.0"), "link");
    EXPECT_STREQ(goes_by(false, true, true, "6.4"), "link");
}

TEST(Sharing, AnInlineQueryIsTheRoundsStartParameter) {
    shop::Catalogue shop = helpful_shop();
    shop.prepares_message = false;
    Story story;
    open(story, shop);
    play_a_round(story);
    story.send(app::ShareRound{"Beat me"});
    const app::RequestId request = request_of(story, Method::SwitchInlineQuery);
    const auto& fields = std::get<app::CallTelegram>(story.effects().front()).call.fields;
    const std::string query = telegram::read_text(fields, "0");

    EXPECT_EQ(app::parse_link(query)->challenge, (app::Challenge{story.model().game.seed, story.model().game.stack.score}));
    EXPECT_EQ(fields, "[\"" + query + R"(",["users","groups"]])");

    story.forget().send(app::TelegramAnswered{request, {Kind::Refused, "[]", "WebAppInlineModeDisabled"}});
    EXPECT_TRUE(opens_a_link(story));
}

TEST(Sharing, ARoundTooLongForAnInlineQueryGoesByLink) {
    shop::Catalogue shop = helpful_shop();
    shop.prepares_message = false;
    Story story;
    open(story, shop);
    play_a_round(story, 8);
    story.send(app::ShareRound{"Beat me"});

    EXPECT_TRUE(opens_a_link(story));
}

TEST(Sharing, WithoutABotNothingIsPassedOn) {
    shop::Catalogue shop = helpful_shop();
    shop.bot = "";
    Story story;
    open(story, shop).send(kInvite, kGroup);

    EXPECT_FALSE(app::can_give(story.model(), app::Gift::OrderInGroup));
    EXPECT_EQ(story.effects(), app::Effects{});
}

}  // namespace kiosk::tests
