#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Method;

Story& ask_where(Story& story) {
    story.open(in_client("8.0")).send(app::AskClient{app::Gift::FillAddress, {}});
    return story.send(answered(story, Method::LocationInit, "[]"));
}

std::string address_at(const char* values) {
    Story story;
    story.send(answered(ask_where(story), Method::GetLocation, values));
    return story.model().checkout.contact.address;
}

}  // namespace

TEST(Location, BecomesAnAddressThatTheCourierFinds) {
    EXPECT_EQ(address_at(R"([{"latitude": 52.520008, "longitude": 13.404954}])"), "52.52001, 13.40495");
    EXPECT_EQ(address_at(R"([{"latitude": -33.9, "longitude": -0.000016}])"), "-33.90000, -0.00002");
    EXPECT_EQ(address_at(R"([{"latitude": 0, "longitude": 32.58}])"), "0.00000, 32.58000");
}

TEST(Location, IsNotOfferedAgainWhenItIsKeptBack) {
    for (const char* values :
         {"[null]", "[]", "{}", R"([{"latitude": "52", "longitude": null}])", R"([{"latitude": 91, "longitude": 0}])",
          R"([{"latitude": 52, "longitude": -181}])", R"([{"latitude": 1e300, "longitude": 1e300}])"}) {
        Story story;
        story.send(answered(ask_where(story), Method::GetLocation, values));
        EXPECT_EQ(story.model().checkout.contact.address, "") << values;
        EXPECT_EQ(story.notices(), (std::vector<std::string>{"notice.no_location"})) << values;
        EXPECT_FALSE(app::can_give(story.model(), app::Gift::FillAddress)) << values;
    }
}

TEST(Location, LeadsToTheClientsSettingsWhereItWasWithheldBefore) {
    Story story;
    story.open(in_client("8.0")).send(says(telegram::Property::LocationIsAccessRequested, "true"));
    story.send(app::AskClient{app::Gift::FillAddress, {}});
    story.send(answered(story, Method::LocationInit, "[]"));
    story.send(answered(story, Method::GetLocation, "[null]"));
    const bool leads_there = request_of(story, Method::LocationOpenSettings) != 0;

    story.send(app::AskClient{app::Gift::FillAddress, {}});
    story.send(answered(story, Method::LocationInit, "[]"));
    story.send(answered(story, Method::GetLocation, R"([{"latitude": 52.5, "longitude": 13.4}])"));

    EXPECT_TRUE(leads_there);
    EXPECT_EQ(story.notices(), std::vector<std::string>{});
    EXPECT_EQ(story.model().checkout.contact.address, "52.50000, 13.40000");
}

TEST(Location, AllowedButUnknownIsTyped) {
    for (const bool is_silent : {false, true}) {
        Story story;
        story.open(in_client("8.0")).send(says(telegram::Property::LocationIsAccessRequested, "true"));
        if (!is_silent) story.send(says(telegram::Property::LocationIsAccessGranted, "true"));
        story.send(app::AskClient{app::Gift::FillAddress, {}});
        story.send(answered(story, Method::LocationInit, "[]"));
        story.send(is_silent ? unanswered(story, Method::GetLocation) : answered(story, Method::GetLocation, "[null]"));

        EXPECT_EQ(request_of(story, Method::LocationOpenSettings), 0U);
        EXPECT_EQ(story.notices(), (std::vector<std::string>{"notice.no_location"}));
    }
}

TEST(Location, ASilentClientIsNoDeadEnd) {
    Story story;
    story.open(in_client("8.0")).send(app::AskClient{app::Gift::FillAddress, {}});
    const bool offered_meanwhile = app::can_give(story.model(), app::Gift::FillAddress);
    story.send(unanswered(story, Method::LocationInit));
    story.send(unanswered(story, Method::GetLocation));

    EXPECT_FALSE(offered_meanwhile);
    EXPECT_EQ(story.notices(), (std::vector<std::string>{"notice.no_location"}));
}

TEST(Location, LeavesWhatWasTypedMeanwhile) {
    Story story;
    ask_where(story).send(app::EditContact{app::ContactField::Address, "1 Street"});
    story.send(answered(story, Method::GetLocation, R"([{"latitude": 52.5, "longitude": 13.4}])"));

    EXPECT_EQ(story.model().checkout.contact.address, "1 Street");
}

TEST(Location, TellsWhoPicksUpHowFarTheShopIs) {
    const auto metres_from = [](const char* here) {
        shop::Catalogue shop = corner_shop();
        shop.location = {52.52, 13.405};
        Story story;
        story.open(in_client("8.0"), shop).send(app::SetFulfilment{shop::Fulfilment::Pickup});
        story.send(app::AskClient{app::Gift::FillAddress, {}});
        story.send(answered(story, Method::LocationInit, "[]"));
        story.send(answered(story, Method::GetLocation, here));
        EXPECT_EQ(story.model().checkout.contact.address, "");
        return story.model().metres_away;
    };

    EXPECT_NEAR(metres_from(R"([{"latitude": 52.53, "longitude": 13.405}])"), 1112, 2);
    EXPECT_NEAR(metres_from(R"([{"latitude": 52.52, "longitude": 13.42}])"), 1015, 2);
}

TEST(Location, IsNoDistanceToAShopThatIsNowhere) {
    Story story;
    story.send(answered(ask_where(story), Method::GetLocation, R"([{"latitude": 52.53, "longitude": 13.405}])"));
    EXPECT_EQ(story.model().metres_away, 0);
}

}  // namespace kiosk::tests
