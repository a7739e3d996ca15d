// The main road, with the shop's real rules behind it: choose, order, follow, come back later.

#include <gtest/gtest.h>

#include "support/live_tab.h"

namespace kiosk::tests {
namespace {

using app::Page;
using app::Pages;
using app::Screen;
using orders::State;

LiveTab& fill(LiveTab& tab) {
    return tab.send(open_page(Screen::Product, "classic"), app::Choose{{"size"}, {"large"}, 1},
                    app::Choose{{"extras"}, {"cheese"}, 2}, app::MainButtonPressed{}, app::QuickAdd{{"cola"}},
                    app::MainButtonPressed{}, app::MainButtonPressed{}, app::SetFulfilment{shop::Fulfilment::Delivery},
                    app::SetZone{{"near"}}, app::EditContact{app::ContactField::Name, "Ada"},
                    app::EditContact{app::ContactField::Phone, "+44 20 7946 0001"},
                    app::EditContact{app::ContactField::Address, "1 Street"});
}

std::vector<State> states_of(const orders::Order& order) {
    std::vector<State> states;
    for (const orders::Event& event : order.history) states.push_back(event.state);
    return states;
}

}  // namespace

TEST(PlaceOrder, FromTheMenuToTheDoor) {
    Shelf shelf;
    LiveTab tab{shelf, kMondayNoon, 1};
    const Minor quoted = fill(tab).model().quote.total_minor;

    tab.send(app::MainButtonPressed{});
    const Pages placed = tab.model().pages;
    tab.send(app::MainButtonPressed{}).wait_for_the_end();

    ASSERT_EQ(tab.model().orders.size(), 1U);
    const orders::Order& order = tab.model().orders[0];
    EXPECT_EQ(quoted, 900 + 200 + 2 * 100 + 250 + 300);
    EXPECT_EQ(order.quote.total_minor, quoted);
    EXPECT_EQ(placed, (Pages{{}, {Screen::Placed, order.id.value}}));
    EXPECT_EQ(current_page(tab.model()), (Page{Screen::Tracking, order.id.value}));
    const std::span<const orders::State> path = orders::path_of(shop::Fulfilment::Delivery);
    EXPECT_EQ(states_of(order), std::vector<orders::State>(path.begin(), path.end()));
    EXPECT_EQ(tab.model().cart, shop::Cart{});
    EXPECT_EQ(app::primary_action(tab.model()).kind, app::Primary::OrderAgain);
}

TEST(PlaceOrder, ADoubleTapInOneFramePlacesOneOrder) {
    Shelf shelf;
    LiveTab tab{shelf, kMondayNoon, 1};

    fill(tab).send(app::PlaceOrder{}, app::PlaceOrder{});

    EXPECT_EQ(tab.model().orders.size(), 1U);
    EXPECT_EQ(tab.model().checkout.step, app::CheckoutStep::Editing);
}

TEST(PlaceOrder, AWholeLifePassesWhileTheAppIsClosed) {
    Shelf shelf;
    LiveTab first{shelf, kMondayNoon, 1};
    fill(first).send(app::PlaceOrder{});
    Shelf kept = shelf;
    first.wait_for_the_end();

    LiveTab later{kept, kMondayNoon + kDayMs, 2};

    EXPECT_EQ(later.model().orders, first.model().orders);
}

TEST(PlaceOrder, AReloadInTheMiddleLosesNothing) {
    Shelf shelf;
    LiveTab first{shelf, kMondayNoon, 1};
    fill(first);
    const app::Model before = first.model();

    LiveTab second{shelf, kMondayNoon + kMinuteMs, 2};
    second.send(app::PlaceOrder{});

    ASSERT_EQ(second.model().orders.size(), 1U);
    EXPECT_EQ(second.model().orders[0].key, before.cart.id);
    EXPECT_EQ(second.model().orders[0].quote, before.quote);
    EXPECT_EQ(second.model().orders[0].contact, before.checkout.contact);
}

TEST(PlaceOrder, TwoTabsPlaceOneOrder) {
    Shelf shelf;
    LiveTab one{shelf, kMondayNoon, 1};
    fill(one);
    LiveTab other{shelf, kMondayNoon, 2};

    one.send(app::PlaceOrder{});
    other.send(app::PlaceOrder{});
    one.hear_other_tab(kMondayNoon);
    other.hear_other_tab(kMondayNoon);

    EXPECT_EQ(one.model().orders.size(), 1U);
    EXPECT_EQ(other.model().orders, one.model().orders);
    EXPECT_EQ(one.model().cart, shop::Cart{});
    EXPECT_EQ(other.model().cart, shop::Cart{});
}

TEST(PlaceOrder, TheLastPieceIsSoldOnce) {
    Shelf shelf;
    LiveTab one{shelf, kMondayNoon, 1};
    LiveTab other{shelf, kMondayNoon, 2};
    const auto order_cola = [](LiveTab& tab, int pieces) {
        tab.send(app::SetFulfilment{shop::Fulfilment::Pickup}, open_page(Screen::Product, "cola"),
                 app::SetDraftQuantity{pieces}, app::AddDraft{}, open_page(Screen::Checkout),
                 app::EditContact{app::ContactField::Name, "Ada"},
                 app::EditContact{app::ContactField::Phone, "+44 20 7946 0001"}, app::PlaceOrder{});
    };

    order_cola(one, 5);
    order_cola(other, 1);

    EXPECT_EQ(one.model().orders.size(), 1U);
    EXPECT_EQ(other.model().cart.lines, std::vector{line_of("cola", 1)});
    EXPECT_EQ(other.model().notices.back().key, "error.sold_out");
    EXPECT_FALSE(app::primary_action(other.model()).enabled);
}

TEST(PlaceOrder, CanBeTakenBackUntilTheKitchenStarts) {
    Shelf shelf;
    LiveTab tab{shelf, kMondayNoon, 1};
    fill(tab).send(app::PlaceOrder{});
    tab.send(app::CancelOrder{tab.model().orders[0].id});

    tab.send(app::PopupClosed{tab.model().asked.request, true});

    EXPECT_EQ(tab.model().orders[0].state, State::Cancelled);
    EXPECT_EQ(tab.model().cancel_request, 0U);
}

}  // namespace kiosk::tests
