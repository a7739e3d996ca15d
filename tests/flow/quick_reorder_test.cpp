#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Method;
using telegram::Property;

const app::AskClient kSwitch{app::Gift::QuickReorder, "Confirm reorders"};

// A customer with saved details at the page of an order that is finished.
struct Visit {
    explicit Visit(Minor total_minor = 1'200, bool is_on = true) {
        app::SubmitOrder submitted;
        submitted.order.cart.lines = {line_of("classic", 1, kSmall), line_of("water", 2)};
        order = order_of(submitted);
        order.state = orders::State::PickedUp;
        order.quote.total_minor = total_minor;
        story.open(in_client("7.2"), corner_shop(), {order});
        story.send(app::SetFulfilment{shop::Fulfilment::Pickup}, app::EditContact{app::ContactField::Name, "Ada"},
                   app::EditContact{app::ContactField::Phone, "+44 20 7946 0001"}, open_page(app::Screen::Settings),
                   says(Property::BiometricIsAvailable, "true"));
        story.send(answered(story, Method::BiometricInit, "[]"));
        if (is_on) {
            story.send(kSwitch);
            story.send(answered(story, Method::BiometricRequestAccess, "[true]"));
        }
        story.send(app::GoHome{}, open_page(app::Screen::Tracking, "A-1")).forget();
    }

    // Whether anything was ordered; if not, the filled cart must be in view.
    bool orders() {
        const bool is_cart = story.model().pages.back().screen == app::Screen::Cart;
        EXPECT_TRUE(is_cart && story.model().cart.lines.size() == 2U);
        return count_submissions(story) == 1;
    }

    Story story;
    orders::Order order;
};

}  // namespace

TEST(QuickReorder, PlacesTheSameOrderForWhoIsRecognised) {
    Visit visit;
    visit.story.send(app::MainButtonPressed{});
    const bool ordered_before = visit.orders();

    visit.story.send(answered(visit.story, Method::BiometricAuthenticate, R"([true, ""])"));

    EXPECT_FALSE(ordered_before);
    EXPECT_TRUE(visit.orders());
    const orders::OrderRequest sent = find_submission(visit.story)->order;
    EXPECT_EQ(sent.cart.lines, (std::vector<shop::Line>{line_of("classic", 1, kSmall), line_of("water", 2)}));
    EXPECT_EQ(sent.contact.name, "Ada");
    EXPECT_EQ(sent.quote_hash, visit.story.model().quote.hash);
    EXPECT_TRUE(app::primary_action(visit.story.model()).busy);
}

TEST(QuickReorder, OrdersNothingForWhoIsNotRecognised) {
    for (const char* values : {"[false]", "[]", "[1]", "[", R"(["true"])"}) {
        Visit visit;
        visit.story.send(app::OrderAgain{visit.order.id});
        visit.story.send(answered(visit.story, Method::BiometricAuthenticate, values));
        EXPECT_FALSE(visit.orders()) << values;
    }
    Visit silent;
    silent.story.send(app::OrderAgain{silent.order.id});
    silent.story.send(unanswered(silent.story, Method::BiometricAuthenticate));
    EXPECT_FALSE(silent.orders());
}

TEST(QuickReorder, AsksForNoFingerWhereSomethingStandsInTheWay) {
    const auto asks = [](Visit visit, auto... before) {
        visit.story.send(before..., app::OrderAgain{visit.order.id});
        return request_of(visit.story, Method::BiometricAuthenticate) != 0;
    };
    shop::Catalogue without_water = corner_shop();
    without_water.products[3].sold_out = true;

    EXPECT_TRUE(asks(Visit{}));
    EXPECT_FALSE(asks(Visit{1'200, false}));
    EXPECT_FALSE(asks(Visit{1'199})) << "dearer than the first time";
    EXPECT_FALSE(asks(Visit{}, app::QuickAdd{{"cola"}})) << "something else is in the cart";
    EXPECT_FALSE(asks(Visit{}, app::ShopLoaded{without_water}));
    EXPECT_FALSE(asks(Visit{}, app::EditContact{app::ContactField::Phone, ""}));
    EXPECT_FALSE(asks(Visit{}, app::Tick{kMondayNoon + 11 * kHourMs})) << "the shop is closed";
    EXPECT_FALSE(asks(Visit{}, kSwitch)) << "turned off";
}

TEST(QuickReorder, ACartThatChangedMeanwhileIsNotOrdered) {
    Visit visit;
    visit.story.send(app::OrderAgain{visit.order.id}, app::SetLineQuantity{1, 1});
    visit.story.send(answered(visit.story, Method::BiometricAuthenticate, "[true]"));

    EXPECT_FALSE(visit.orders());
}

TEST(QuickReorder, IsOfferedWhereTheDeviceRecognisesPeople) {
    Visit visit{1'200, false};
    Story without;
    without.open(in_client("8.0")).send(open_page(app::Screen::Settings));
    without.send(answered(without, Method::BiometricInit, "[]"));
    Story old;
    old.open(in_client("7.1")).send(open_page(app::Screen::Settings));

    EXPECT_TRUE(app::can_give(visit.story.model(), app::Gift::QuickReorder));
    EXPECT_FALSE(app::can_give(without.model(), app::Gift::QuickReorder));
    EXPECT_FALSE(app::can_give(old.model(), app::Gift::QuickReorder));
}

TEST(QuickReorder, StaysOffWithoutTheCustomersYes) {
    Visit visit{1'200, false};
    visit.story.send(kSwitch);
    visit.story.send(answered(visit.story, Method::BiometricRequestAccess, "[false]"));

    EXPECT_FALSE(visit.story.model().settings.quick_reorder);
}

TEST(QuickReorder, LeadsToTheClientsSettingsWhereAccessWasWithheldBefore) {
    const auto leads_there = [](const app::Started& start, const char* was_requested, const char* values) {
        Story story;
        story.open(start).send(open_page(app::Screen::Settings), says(Property::BiometricIsAvailable, "true"),
                               says(Property::BiometricIsAccessRequested, was_requested));
        story.send(answered(story, Method::BiometricInit, "[]")).send(kSwitch);
        story.send(values ? answered(story, Method::BiometricRequestAccess, values)
                          : unanswered(story, Method::BiometricRequestAccess));
        EXPECT_EQ(story.model().settings.quick_reorder, values && values == std::string_view("[true]"));
        return request_of(story, Method::BiometricOpenSettings) != 0;
    };

    EXPECT_TRUE(leads_there(on_phone("7.2"), "true", "[false]"));
    EXPECT_FALSE(leads_there(on_phone("7.2"), "true", "[true]")) << "allowed there meanwhile";
    EXPECT_FALSE(leads_there(on_phone("7.2"), "true", nullptr)) << "long after the tap";
    EXPECT_FALSE(leads_there(on_phone("7.2"), "false", "[false]")) << "just refused";
    EXPECT_FALSE(leads_there(in_client("7.2"), "true", "[false]")) << "just refused again: macOS asks each time";
}

TEST(QuickReorder, IsStillOnAfterAReload) {
    Visit visit;
    Story again;
    again.open(in_client("7.2", visit.story.saved()));

    EXPECT_TRUE(again.model().settings.quick_reorder);
    EXPECT_NE(request_of(again, Method::BiometricInit), 0U);
}

}  // namespace kiosk::tests
