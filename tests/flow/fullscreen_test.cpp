#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Method;
using Methods = std::vector<Method>;

// What a customer's visit to the game asks of the client.
std::pair<Methods, Methods> visit(const app::Started& start) {
    Story story;
    story.open(start);
    const Methods entering = called(story.send(open_page(app::Screen::Game)));
    return {entering, called(story.forget().send(app::GoBack{}))};
}

}  // namespace

TEST(Fullscreen, IsTakenForTheGameOnAPhone) {
    const std::pair<Methods, Methods> full = {{Method::LockOrientation, Method::RequestFullscreen},
                                              {Method::UnlockOrientation, Method::ExitFullscreen}};
    const std::pair<Methods, Methods> upright = {{Method::LockOrientation}, {Method::UnlockOrientation}};
    app::Started desktop = on_phone("8.0");
    desktop.telegram.platform = "tdesktop";
    app::Started so_launched = on_phone("8.0");
    so_launched.telegram.fullscreen = true;

    EXPECT_EQ(visit(on_phone("8.0")), full);
    EXPECT_EQ(visit(on_phone("7.10")), (std::pair<Methods, Methods>{}));
    EXPECT_EQ(visit(desktop), upright);
    EXPECT_EQ(visit(so_launched), upright);
}

TEST(Fullscreen, TakenBeforeAReloadEndsWithTheGame) {
    Story before;
    before.open(on_phone("8.0")).send(open_page(app::Screen::Game));
    Story after;
    after.send(on_phone("8.0", before.saved()), says(telegram::Property::IsFullscreen, "true"),
               app::ShopLoaded{corner_shop()}, app::OrdersLoaded{});

    EXPECT_EQ(called(after.forget().send(app::GoBack{})), (Methods{Method::UnlockOrientation, Method::ExitFullscreen}));
}

TEST(Fullscreen, ARefusalIsSilent) {
    Story story;
    story.open(on_phone("8.0")).send(open_page(app::Screen::Game)).forget();
    story.send(app::TelegramAnswered{request_of(story, Method::RequestFullscreen),
                                     {telegram::Outcome::Kind::Unsupported, "[]", "UNSUPPORTED"}});

    EXPECT_EQ(story.effects(), app::Effects{});
    EXPECT_EQ(story.notices(), std::vector<std::string>{});
}

}  // namespace kiosk::tests
