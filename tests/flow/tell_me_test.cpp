#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Method;

const app::AskClient kTellMe{app::Gift::TellMe, {}};

bool is_offered(const Story& story) {
    return app::can_give(story.model(), app::Gift::TellMe);
}

}  // namespace

TEST(TellMe, IsOfferedWhereABotCanBeAllowedToWrite) {
    Story story;
    story.open(in_client("6.9"), shop_with_bot());
    Story old;
    old.open(in_client("6.8"), shop_with_bot());
    Story nameless;
    nameless.open(in_client("6.9"));

    EXPECT_TRUE(is_offered(story));
    EXPECT_FALSE(is_offered(old));
    EXPECT_FALSE(is_offered(nameless));
}

TEST(TellMe, AYesIsConfirmedAndNotAskedForAgain) {
    Story story;
    story.open(in_client("8.0"), shop_with_bot()).send(kTellMe);
    story.send(answered(story, Method::RequestWriteAccess, "[true]")).forget().send(kTellMe);

    EXPECT_FALSE(is_offered(story));
    EXPECT_EQ(story.notices(), (std::vector<std::string>{"notice.will_tell"}));
    EXPECT_EQ(story.effects(), app::Effects{});
}

TEST(TellMe, ANoCanBecomeAYes) {
    for (const char* values : {"[false]", "[]", "[1]", "["}) {
        Story story;
        story.open(in_client("8.0"), shop_with_bot()).send(kTellMe);
        story.send(answered(story, Method::RequestWriteAccess, values));
        EXPECT_TRUE(is_offered(story)) << values;
        EXPECT_EQ(story.notices(), std::vector<std::string>{}) << values;
    }
}

TEST(TellMe, IsNotOfferedToWhoAllowedItBefore) {
    Story story;
    story.open(in_client("8.0"), shop_with_bot());
    story.send(says(telegram::Property::InitDataUnsafe, R"({"user":{"allows_write_to_pm":true}})"));

    EXPECT_FALSE(is_offered(story));
}

}  // namespace kiosk::tests
