#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {

TEST(SecondaryButton, LeadsFromAPlacedOrderToTheMenu) {
    Story story;
    fill_checkout(story.open()).send(app::PlaceOrder{});
    const app::RequestId request = story.model().order_request;
    story.send(app::OrderAccepted{request, order_of(*find_submission(story))});
    const app::Secondary offered = app::secondary_action(story.model());

    story.send(app::SecondaryButtonPressed{});

    EXPECT_EQ(offered, app::Secondary::GoHome);
    EXPECT_EQ(story.model().pages, app::Pages{app::Page{}});
    EXPECT_EQ(app::secondary_action(story.model()), app::Secondary::None);
}

TEST(SecondaryButton, SharesAFinishedRoundWhereTheShopHasABot) {
    Story story;
    story.open(started(), shop_with_bot());
    play_a_round(story);
    Story nameless;
    nameless.open();
    play_a_round(nameless);

    story.send(app::SecondaryButtonPressed{"Beat me"});
    nameless.send(app::SecondaryButtonPressed{"Beat me"});

    ASSERT_EQ(story.effects().size(), 1U);
    const auto* link = std::get_if<app::OpenLink>(&story.effects().front());
    ASSERT_NE(link, nullptr);
    EXPECT_TRUE(link->url.ends_with("&text=Beat%20me")) << link->url;
    EXPECT_EQ(nameless.effects(), app::Effects{});
}

TEST(SecondaryButton, IsTheClientsFromItsVersionOn) {
    for (const auto& [version, draws] : {std::pair{"7.9", false}, std::pair{"7.10", true}, std::pair{"9.6", true}}) {
        Story story;
        story.open(in_client(version));
        EXPECT_EQ(app::client_draws_secondary(story.model()), draws) << version;
        story.send(app::CapabilitiesChanged{{.inside_telegram = true}});
        EXPECT_FALSE(app::client_draws_secondary(story.model())) << version;
    }
}

}  // namespace kiosk::tests
