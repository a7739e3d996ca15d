#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Method;

const app::AskClient kBadge{app::Gift::WearBadge, {}};

shop::Catalogue generous_shop() {
    shop::Catalogue shop = shop_with_bot();
    shop.badge_emoji = "5368324170671202286";
    shop.story_picture = "https://example.com/s.png";
    return shop;
}

Story& win(Story& story, const char* version = "8.0", const shop::Catalogue& shop = generous_shop()) {
    story.open(on_phone(version), shop);
    play_a_round(story);
    return story;
}

}  // namespace

TEST(Winner, MayWearTheShopsBadgeForAnHour) {
    Story story;
    win(story).send(kBadge);
    const app::RequestId request = request_of(story, Method::SetEmojiStatus);

    EXPECT_EQ(
        story.effects(),
        (app::Effects{app::CallTelegram{request, telegram::call(Method::SetEmojiStatus, "5368324170671202286", 3600)}}));
}

TEST(Winner, WearsTheBadgeOfARecordOnce) {
    Story story;
    win(story).send(kBadge);
    story.send(answered(story, Method::SetEmojiStatus, "[]"));
    const bool offered_again = app::can_give(story.model(), app::Gift::WearBadge);
    Story refused;
    win(refused).send(kBadge);
    refused.send(unanswered(refused, Method::SetEmojiStatus));

    EXPECT_FALSE(offered_again);
    EXPECT_EQ(story.notices(), (std::vector<std::string>{"notice.badge_worn"}));
    EXPECT_TRUE(app::can_give(refused.model(), app::Gift::WearBadge));
    EXPECT_EQ(refused.notices(), std::vector<std::string>{});
}

TEST(Winner, LearnsThatTheClientHasNoBadges) {
    using Kind = telegram::Outcome::Kind;
    const auto told = [](const telegram::Outcome& outcome) {
        Story story;
        win(story).send(kBadge);
        story.send(app::TelegramAnswered{request_of(story, Method::SetEmojiStatus), outcome});
        return story.notices();
    };

    EXPECT_EQ(told({Kind::Unsupported, "[]", "UNSUPPORTED"}), std::vector<std::string>{"error.unsupported"});
    EXPECT_EQ(told({Kind::Refused, "[]", "USER_DECLINED"}), std::vector<std::string>{});
}

TEST(Winner, TellsItsScoreInAStory) {
    Story story;
    win(story).send(app::AskClient{app::Gift::ShareStory, "42 points"});
    const app::RequestId request = request_of(story, Method::ShareToStory);

    EXPECT_EQ(story.effects(),
              (app::Effects{app::CallTelegram{
                  request, telegram::call(Method::ShareToStory, "https://example.com/s.png", "42 points")}}));
}

TEST(Winner, LinksAStoryToTheChallengeWithAPremiumAccount) {
    Story story;
    win(story).send(says(telegram::Property::InitDataUnsafe, R"({"user":{"is_premium":true}})"),
                    app::AskClient{app::Gift::ShareStory, "42 points"});
    const std::string link = telegram::read_text(std::get<app::CallTelegram>(story.effects().back()).call.fields, "2");
    const std::string mark = "https://t.me/corner_bot?startapp=";

    ASSERT_TRUE(link.starts_with(mark)) << link;
    EXPECT_EQ(app::parse_link(link.substr(mark.size()))->challenge,
              (app::Challenge{story.model().game.seed, story.model().game.stack.score}));
}

TEST(Winner, TellsNoStoryWithoutScorePictureOrPhone) {
    Story story;
    story.open(on_phone("8.0"), generous_shop()).send(open_page(app::Screen::Game));
    Story poor;
    win(poor, "8.0", shop_with_bot());
    Story old;
    win(old, "7.7");
    Story desktop;
    desktop.open(in_client("8.0"), generous_shop());
    play_a_round(desktop);

    for (const Story* each : {&story, &poor, &old, &desktop}) {
        EXPECT_FALSE(app::can_give(each->model(), app::Gift::ShareStory));
    }
}

TEST(Winner, HasNoBadgeWithoutRecordShopOrClient) {
    Story story;
    story.open(on_phone("8.0"), generous_shop()).send(open_page(app::Screen::Game));
    Story poor;
    win(poor, "8.0", shop_with_bot());
    Story old;
    win(old, "7.10");

    for (const Story* each : {&story, &poor, &old}) EXPECT_FALSE(app::can_give(each->model(), app::Gift::WearBadge));
}

}  // namespace kiosk::tests
