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
