#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Method;

const app::AskClient kBadge{app::Gift::WearBadge, {}};

shop::Catalogue generous_shop() {
    shop::Catalogue shop = shop_with_bot();
    shop.badge_emoji = "5368324170671202286";
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
