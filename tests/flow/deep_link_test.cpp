#include <gtest/gtest.h>

#include "games/replay.h"
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
        {"r_ada", home, {}},
        {"t_12", home, {"notice.table"}},
        {"1_cD1jb2xhJnQ9MTI", {{}, {app::Screen::Product, "cola"}}, {"notice.table"}},
        {"p_gone", home, broken},
        {"2_cD1jb2xh", home, broken},
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

TEST(DeepLink, SeatsAGuestWhoNeedsNoPhoneThen) {
    Story story;
    story.open(launched("t_12"))
        .send(app::QuickAdd{{"classic"}}, open_page(app::Screen::Cart), open_page(app::Screen::Checkout),
              app::EditContact{app::ContactField::Name, "Ada"}, app::PlaceOrder{});

    const app::SubmitOrder* submitted = find_submission(story);

    ASSERT_NE(submitted, nullptr);
    EXPECT_EQ(submitted->order.contact, (orders::Contact{"Ada", "", "", "", "12"}));
    EXPECT_EQ(submitted->order.terms.fulfilment, shop::Fulfilment::Pickup);
}

TEST(DeepLink, ATableIsLeftWithItsLaunch) {
    Story seated;
    seated.open(launched("t_12")).send(app::QuickAdd{{"cola"}});
    Story reloaded;
    Story soon;
    Story next_day;
    app::Started later = launched("", "next day", seated.saved());
    later.now_ms += kDayMs;

    reloaded.open(launched("t_12", "launch", seated.saved()));
    soon.open(launched("", "soon after", seated.saved()));
    next_day.open(later);

    EXPECT_EQ(reloaded.model().checkout.contact.table, "12");
    EXPECT_EQ(soon.model().checkout.contact.table, "12");
    EXPECT_EQ(next_day.model().checkout.contact.table, "");
}

TEST(DeepLink, TheFriendWhoSentACustomerGoesWithTheFirstOrderOnly) {
    Story invited;
    invited.open(launched("r_ada"));
    Story later;
    fill_checkout(later.open(launched("", "later", invited.saved()))).send(app::PlaceOrder{});
    const app::SubmitOrder first = *find_submission(later);

    later.send(app::OrderAccepted{first.request, order_of(first)});
    fill_checkout(later.send(app::GoHome{})).send(app::PlaceOrder{});

    EXPECT_EQ(first.order.referrer, "ada");
    EXPECT_EQ(find_submission(later)->order.referrer, "");
}

TEST(DeepLink, AChallengeIsPlayedOnTheFriendsSeed) {
    games::RecordedRun run(41);
    games::step(run, games::kTap);
    for (int i = 0; i < 400; ++i) games::step(run, i % 60 == 59 ? games::kTap : std::uint8_t{0});
    const std::string link = app::challenge_link(games::encode_text(run.replay));
    Story story;

    story.open(launched(link.c_str())).send(app::StartGame{});
    Story reloaded;
    reloaded.open(launched(link.c_str(), "launch", story.saved()));

    EXPECT_EQ(story.model().game.challenge, (app::Challenge{41, run.stack.score}));
    EXPECT_EQ(story.model().game.seed, 41U);
    EXPECT_EQ(reloaded.model().game.challenge, story.model().game.challenge);
}

}  // namespace kiosk::tests
