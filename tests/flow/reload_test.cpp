#include <gtest/gtest.h>

#include "support/story.h"

namespace kiosk::tests {
namespace {

// What a customer would miss after a reload. Ids of requests and chance start anew.
app::Model what_stays(app::Model model) {
    model.seed = 0;
    model.tab = 0;
    model.saved = {};
    model.last_request = 0;
    model.notices.clear();
    model.removed.reset();
    return model;
}

}  // namespace

TEST(Reload, LosesNothingOfAFilledCheckout) {
    Story first;
    fill_checkout(first.open())
        .send(app::SetTip{5}, app::ApplyCode{"welcome"}, app::SetTextScale{130}, app::SetLanguage{"de"},
              app::EditContact{app::ContactField::Comment, "Ring\ntwice"});
    Story second;

    second.open(started(first.saved(), 99));

    EXPECT_EQ(what_stays(second.model()), what_stays(first.model()));
}

TEST(Reload, KeepsTheOpenSheetWithItsChoices) {
    Story first;
    first.open().send(app::QuickAdd{{"classic"}}, open_page(app::Screen::Cart), app::EditLine{0},
                      app::Choose{{"size"}, {"large"}, 1}, app::Choose{{"extras"}, {"cheese"}, 2}, app::SetDraftQuantity{4},
                      app::SetDraftNote{"no onions "});
    Story second;

    second.open(started(first.saved(), 99));

    EXPECT_EQ(what_stays(second.model()), what_stays(first.model()));
}

TEST(Reload, KeepsTheSearch) {
    Story first;
    first.open().send(open_page(app::Screen::Search), app::Search{"col"});
    Story second;

    second.open(started(first.saved(), 99));

    EXPECT_EQ(what_stays(second.model()), what_stays(first.model()));
    EXPECT_EQ(second.model().found, std::vector<ProductId>{{"cola"}});
}

namespace {

app::Scrolled scrolled(app::Screen screen, int offset, std::string id = {}) {
    return {{screen, std::move(id), offset}};
}

std::vector<int> places(const Story& story) {
    std::vector<int> out;
    for (const app::Page& page : story.model().pages) out.push_back(page.scroll);
    return out;
}

}  // namespace

TEST(Reload, FindsEveryPageWhereItStood) {
    Story first;
    first.open().send(scrolled(app::Screen::Home, 1'200), app::QuickAdd{{"classic"}}, open_page(app::Screen::Cart),
                      scrolled(app::Screen::Cart, 40), scrolled(app::Screen::History, 9), app::EditLine{0},
                      scrolled(app::Screen::Product, 300, "classic"), app::ActiveChanged{false});
    Story second;

    second.open(started(first.saved(), 99));

    EXPECT_EQ(places(second), (std::vector<int>{1'200, 40, 300}));
    EXPECT_EQ(second.saves(), 0);
}

TEST(Reload, APlaceIsSavedWithTheNextStepAndNotOnItsOwn) {
    Story story;
    story.open().send(app::QuickAdd{{"cola"}});
    const int saves = story.saves();

    story.send(scrolled(app::Screen::Home, 500), scrolled(app::Screen::Home, 600));
    EXPECT_EQ(story.saves(), saves);
    story.send(app::ActiveChanged{false}, app::ActiveChanged{true}, app::Tick{kMondayNoon + 1000});
    EXPECT_EQ(story.saves(), saves + 1);
}

TEST(Reload, APageThatIsOpenedAnewBeginsAtItsTop) {
    Story story;
    story.open().send(open_page(app::Screen::Settings), scrolled(app::Screen::Settings, 80), app::GoBack{},
                      open_page(app::Screen::Settings));

    EXPECT_EQ(places(story), (std::vector<int>{0, 0}));
}

TEST(Reload, ALinkLeadsToTheTopOfItsPage) {
    Story first;
    first.open().send(open_page(app::Screen::Product, "cola"), scrolled(app::Screen::Home, 1'200),
                      scrolled(app::Screen::Product, 300, "cola"), app::ActiveChanged{false});
    app::Started linked = started(first.saved(), 99);
    linked.telegram.start_param = "p_cola";
    Story second;

    second.open(linked);

    EXPECT_EQ(places(second), (std::vector<int>{0, 0}));
}

TEST(Reload, WildPlacesLoseNothing) {
    Story first;
    fill_checkout(first.open()).send(scrolled(app::Screen::Checkout, -7), scrolled(app::Screen::Cart, 2'000'000'000));
    const std::string saved = first.send(app::Tick{kMondayNoon}).saved();
    const std::size_t at = saved.find("\"scrolls\":");
    ASSERT_NE(at, std::string::npos);
    EXPECT_EQ(places(first), (std::vector<int>{0, wire::kMaxScroll, 0}));
    for (const char* wild : {"", "\"scrolls\":[\"far\",-1,1e300],", "\"scrolls\":null,", "\"scrolls\":[12.5],"}) {
        std::string changed = saved;
        changed.replace(at, saved.find(',', saved.find(']', at)) + 1 - at, wild);
        Story second;
        second.open(started(changed, 99));
        EXPECT_EQ(what_stays(second.model()), what_stays(first.model())) << wild;
        EXPECT_EQ(places(second), (std::vector<int>{0, 0, 0})) << wild;
    }
}

TEST(Reload, BetweenOrderAndAnswerStillPlacesItOnce) {
    Story first;
    fill_checkout(first.open()).send(app::PlaceOrder{});
    const app::SubmitOrder submitted = *find_submission(first);
    Story second;

    second.open(started(first.saved(), 99), corner_shop(), {order_of(submitted)}).send(app::PlaceOrder{});

    EXPECT_EQ(second.model().cart, shop::Cart{});
    EXPECT_EQ(second.model().pages, (app::Pages{{}, {app::Screen::Placed, "A-1"}}));
    EXPECT_EQ(count_submissions(second), 0);
}

TEST(Reload, AnAnswerToTheLostRequestStillCounts) {
    Story first;
    fill_checkout(first.open()).send(app::PlaceOrder{});
    const app::SubmitOrder submitted = *find_submission(first);
    Story second;
    second.open(started(first.saved(), 99));

    second.send(app::OrderAccepted{77, order_of(submitted)});

    EXPECT_EQ(second.model().cart, shop::Cart{});
    EXPECT_EQ(second.model().orders, std::vector{order_of(submitted)});
}

TEST(Reload, DropsWhatIsNoLongerSoldAndSaysSo) {
    Story first;
    first.open().send(app::QuickAdd{{"classic"}}, app::QuickAdd{{"cola"}}, open_page(app::Screen::Product, "cola"));
    shop::Catalogue changed = corner_shop();
    changed.products.erase(changed.products.begin() + 2);
    Story second;

    second.open(started(first.saved(), 99), changed);

    EXPECT_EQ(second.model().cart.lines, std::vector{line_of("classic", 1, kSmall)});
    EXPECT_EQ(second.model().pages, app::Pages{app::Page{}});
    EXPECT_EQ(second.model().notices,
              (std::vector<app::Notice>{{"notice.cart_repaired", "cola", false, kMondayNoon + 4000}}));
}

TEST(Reload, ALaterLaunchStartsAtHomeWithTheCart) {
    Story first;
    fill_checkout(first.open());
    app::Started later = started(first.saved(), 99);
    later.now_ms += kHourMs;
    later.telegram.launch_id = "next";
    Story second;

    second.open(later);

    EXPECT_EQ(second.model().pages, app::Pages{app::Page{}});
    EXPECT_EQ(second.model().cart, first.model().cart);
}

TEST(Reload, WritesOnlyWhenSomethingChanged) {
    Story story;
    story.open().send(app::QuickAdd{{"cola"}});
    const int saves = story.saves();

    story.send(app::Tick{kMondayNoon + 1000}, app::ActiveChanged{false}, app::ActiveChanged{true}, app::ThemeChanged{},
               app::SetLineQuantity{0, 1}, app::DismissNotice{});

    EXPECT_EQ(story.saves(), saves);
}

}  // namespace kiosk::tests
