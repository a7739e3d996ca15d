#include <gtest/gtest.h>

#include "support/story.h"

namespace kiosk::tests {
namespace {

void tell(Story& to, const Story& from) {
    to.send(app::SavedElsewhere{from.saved()});
}

// Two tabs on the same storage; the second one started from what the first had saved.
struct Tabs {
    Tabs() {
        one.open().send(app::QuickAdd{{"classic"}});
        other.open(started(one.saved(), 99));
    }
    Story one;
    Story other;
};

std::vector<shop::Line> sorted(std::vector<shop::Line> lines) {
    std::sort(lines.begin(), lines.end(), [](const auto& a, const auto& b) { return a.product < b.product; });
    return lines;
}

}  // namespace

TEST(TwoTabs, WhatOneAddsTheOtherShows) {
    Tabs tabs;
    tabs.one.send(app::QuickAdd{{"cola"}}, app::EditContact{app::ContactField::Name, "Ada"});
    const int saves = tabs.other.saves();

    tell(tabs.other, tabs.one);

    EXPECT_EQ(tabs.other.model().cart, tabs.one.model().cart);
    EXPECT_EQ(tabs.other.model().checkout.contact, tabs.one.model().checkout.contact);
    EXPECT_EQ(tabs.other.saves(), saves);
}

TEST(TwoTabs, WhatOneRemovesTheOtherRemoves) {
    Tabs tabs;
    tabs.one.send(app::SetLineQuantity{0, 0});

    tell(tabs.other, tabs.one);

    EXPECT_EQ(tabs.other.model().cart.lines, std::vector<shop::Line>{});
}

TEST(TwoTabs, EditsAtTheSameTimeAreUnited) {
    Tabs tabs;
    tabs.one.send(app::QuickAdd{{"cola"}});
    tabs.other.send(app::QuickAdd{{"water"}});

    const std::string ones = tabs.one.saved();
    tell(tabs.one, tabs.other);
    tabs.other.send(app::SavedElsewhere{ones});

    const std::vector<shop::Line> all = {line_of("classic", 1, kSmall), line_of("cola"), line_of("water")};
    EXPECT_EQ(sorted(tabs.one.model().cart.lines), all);
    EXPECT_EQ(tabs.one.model().cart, tabs.other.model().cart);
}

TEST(TwoTabs, WhatWasUnitedIsWritten) {
    Tabs tabs;
    tabs.one.send(app::QuickAdd{{"cola"}});
    tabs.other.send(app::QuickAdd{{"water"}});
    tell(tabs.one, tabs.other);
    Story later;

    later.open(started(tabs.one.saved(), 5));

    EXPECT_EQ(later.model().cart, tabs.one.model().cart);
    EXPECT_EQ(later.model().cart.lines.size(), 3U);
}

TEST(TwoTabs, FallSilentAfterUniting) {
    Tabs tabs;
    tabs.one.send(app::QuickAdd{{"cola"}}, open_page(app::Screen::Cart));
    tabs.other.send(app::QuickAdd{{"water"}}, open_page(app::Screen::History));
    std::vector<std::string> to_one = {tabs.other.saved()};
    std::vector<std::string> to_other = {tabs.one.saved()};
    const auto deliver = [](Story& to, std::vector<std::string>& mail, std::vector<std::string>& replies) {
        for (const std::string& saved : std::exchange(mail, {})) {
            const int saves = to.saves();
            to.send(app::SavedElsewhere{saved});
            if (to.saves() > saves) replies.push_back(to.saved());
        }
    };

    int rounds = 0;
    while (rounds < 10 && !(to_one.empty() && to_other.empty())) {
        deliver(tabs.one, to_one, to_other);
        deliver(tabs.other, to_other, to_one);
        ++rounds;
    }

    EXPECT_LE(rounds, 3);
    EXPECT_EQ(tabs.one.model().cart, tabs.other.model().cart);
}

TEST(TwoTabs, AnOlderStateIsNoNews) {
    Tabs tabs;
    const std::string old = tabs.one.saved();
    tabs.other.send(app::QuickAdd{{"cola"}});
    const app::Model before = tabs.other.model();

    tabs.other.send(app::SavedElsewhere{old}, app::SavedElsewhere{"{"}, app::SavedElsewhere{""});

    EXPECT_EQ(tabs.other.model(), before);
}

TEST(TwoTabs, BothPlacingTheCartMakeOneOrder) {
    Tabs tabs;
    fill_checkout(tabs.one);
    tell(tabs.other, tabs.one);
    tabs.other.send(open_page(app::Screen::Checkout));

    tabs.one.send(app::PlaceOrder{});
    tabs.other.send(app::PlaceOrder{});
    const app::SubmitOrder first = *find_submission(tabs.one);
    const app::SubmitOrder second = *find_submission(tabs.other);
    tabs.one.send(app::OrderAccepted{first.request, order_of(first)});
    tell(tabs.other, tabs.one);
    tabs.other.send(app::OrderAccepted{second.request, order_of(first)});

    EXPECT_EQ(first.order, second.order);
    EXPECT_EQ(tabs.other.model().cart, shop::Cart{});
    EXPECT_EQ(tabs.other.model().orders, tabs.one.model().orders);
    EXPECT_EQ(tabs.other.model().pages, (app::Pages{{}, {app::Screen::Placed, "A-1"}}));
}

TEST(TwoTabs, WhatTheOtherAddsWhileThisOneOrdersStaysForTheNextOrder) {
    Tabs tabs;
    fill_checkout(tabs.one).send(app::PlaceOrder{});
    const app::SubmitOrder submitted = *find_submission(tabs.one);
    tell(tabs.other, tabs.one);
    tabs.other.send(app::QuickAdd{{"cola"}});

    tell(tabs.one, tabs.other);
    tabs.one.send(app::OrderAccepted{submitted.request, order_of(submitted)});

    EXPECT_EQ(tabs.one.model().cart.lines, std::vector{line_of("cola")});
    EXPECT_NE(tabs.one.model().cart.id, submitted.order.cart.id);
}

TEST(TwoTabs, WhatWasOrderedElsewhereLeavesACartThatDidNotKnow) {
    Tabs tabs;
    fill_checkout(tabs.one);
    tell(tabs.other, tabs.one);
    tabs.one.send(app::PlaceOrder{});
    const app::SubmitOrder submitted = *find_submission(tabs.one);
    tabs.one.send(app::OrderAccepted{submitted.request, order_of(submitted)});
    tabs.other.send(app::QuickAdd{{"cola"}});

    tell(tabs.other, tabs.one);
    tabs.other.send(app::OrdersLoaded{{order_of(submitted)}});
    tell(tabs.one, tabs.other);

    EXPECT_EQ(tabs.other.model().cart.lines, std::vector{line_of("cola")});
    EXPECT_EQ(tabs.one.model().cart.lines, std::vector{line_of("cola")});
}

}  // namespace kiosk::tests
