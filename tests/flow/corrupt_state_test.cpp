#include <gtest/gtest.h>

#include "support/story.h"

namespace kiosk::tests {

TEST(CorruptState, IsKeptAsideAndSaidOnce) {
    Story story;

    story.send(started("{\"version\":1,"), app::ShopLoaded{corner_shop()}, app::OrdersLoaded{});

    EXPECT_EQ(story.effects(),
              (app::Effects{app::KeepCorrupt{"{\"version\":1,"}, app::LoadShop{}, app::LoadTexts{""}, app::LoadOrders{}}));
    EXPECT_EQ(story.notices(), std::vector<std::string>{"notice.saved_state_corrupt"});
}

TEST(CorruptState, StartsCleanAndSavesAgain) {
    Story clean;
    clean.open(started("", 7)).send(app::QuickAdd{{"cola"}});
    Story story;

    story.open(started("garbage", 7)).send(app::QuickAdd{{"cola"}}, app::DismissNotice{});

    EXPECT_EQ(story.model(), clean.model());
}

TEST(CorruptState, ANoticeWaitsUntilItCanBeRead) {
    Story story;
    story.send(started("garbage"), app::Tick{kMondayNoon + 3900});

    story.send(app::ShopLoaded{corner_shop()}, app::Tick{kMondayNoon + 5000});

    EXPECT_EQ(story.notices(), std::vector<std::string>{"notice.saved_state_corrupt"});
}

TEST(CorruptState, NothingIsWrittenBeforeTheShopIsThere) {
    Story saved;
    fill_checkout(saved.open());
    Story story;

    story.send(started(saved.saved(), 3), app::SetHaptics{false}, app::ShopUnreachable{"offline"}, app::Tick{kMondayNoon},
               app::ActiveChanged{false});

    EXPECT_EQ(story.saves(), 0);
}

TEST(CorruptState, TheShopsOwnDocumentIsToldApartFromAFullStorage) {
    Story story;
    story.open();

    story.send(app::SaveFailed{"shop_state_corrupt"}, app::SaveFailed{"quota"});

    EXPECT_EQ(story.notices(), (std::vector<std::string>{"notice.saved_state_corrupt", "notice.save_failed"}));
}

TEST(CorruptState, AFailingStorageIsToldOnce) {
    Story story;
    story.open().send(app::SaveFailed{"quota"}, app::DismissNotice{}, app::QuickAdd{{"cola"}});

    story.send(app::SaveFailed{"quota"});

    EXPECT_EQ(story.notices(), std::vector<std::string>{});
}

}  // namespace kiosk::tests
