#include <gtest/gtest.h>

#include "support/story.h"

namespace kiosk::tests {
namespace {

app::Started launched(const char* start_param, const char* launch_id = "launch", std::string saved = {}) {
    app::Started start = started(std::move(saved));
    start.telegram.start_param = start_param;
    start.telegram.launch_id = launch_id;
    return start;
}

struct Link {
    const char* start_param;
    app::Pages pages;
    std::vector<std::string> notices;
};

}  // namespace

TEST(DeepLink, LeadsToItsPageOrHome) {
    const app::Pages home{app::Page{}};
    const std::vector<std::string> broken = {"notice.link_broken"};
    const std::vector<Link> links = {
        {"p_cola", {{}, {app::Screen::Product, "cola"}}, {}},
        {"p_fries", {{}, {app::Screen::Product, "fries"}}, {}},
        {"c_drinks", {{app::Screen::Home, "drinks"}}, {}},
        {"o_A-1", {{}, {app::Screen::Tracking, "A-1"}}, {}},
        {"game", {{}, {app::Screen::Game, ""}}, {}},
        {"p_gone", home, broken},
        {"c_", home, broken},
        {"x_cola", home, broken},
        {"cart", home, broken},
        {"o_A-2", home, {"notice.order_unknown"}},
    };
    for (const Link& link : links) {
        SCOPED_TRACE(link.start_param);
        app::SubmitOrder submitted;
        submitted.order.cart.id = {"k"};
        Story story;

        story.open(launched(link.start_param), corner_shop(), {order_of(submitted)});

        EXPECT_EQ(story.model().pages, link.pages);
        EXPECT_EQ(story.notices(), link.notices);
    }
}

TEST(DeepLink, IsFollowedOnceALaunch) {
    Story first;
    first.open(launched("p_cola")).send(app::AddDraft{}, open_page(app::Screen::Cart));
    Story reloaded;
    Story again;

    reloaded.open(launched("p_cola", "launch", first.saved()));
    again.open(launched("p_cola", "other launch", first.saved()));

    EXPECT_EQ(reloaded.model().pages, (app::Pages{{}, {app::Screen::Cart, ""}}));
    EXPECT_EQ(again.model().pages, (app::Pages{{}, {app::Screen::Product, "cola"}}));
    EXPECT_EQ(again.model().cart, first.model().cart);
}

}  // namespace kiosk::tests
