#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Method;
using Methods = std::vector<Method>;

// What a customer's visit to the game asks of the client.
std::pair<Methods, Methods> visit(const app::Started& start, const char* is_fullscreen = "false") {
    Story story;
    story.open(start).send(says(telegram::Property::IsFullscreen, is_fullscreen)).forget();
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

    EXPECT_EQ(visit(on_phone("8.0")), full);
    EXPECT_EQ(visit(on_phone("7.10")), (std::pair<Methods, Methods>{}));
    EXPECT_EQ(visit(desktop), upright);
    EXPECT_EQ(visit(on_phone("8.0"), "true"), upright);
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
