#include <gtest/gtest.h>

#include "support/story.h"

namespace kiosk::tests {

TEST(CheckoutForm, PointsAtTheFieldThatIsMissing) {
    Story story;
    fill_checkout(story.open()).send(app::EditContact{app::ContactField::Phone, "12"});

    story.send(app::PlaceOrder{});

    EXPECT_EQ(story.model().checkout.invalid_field, "phone");
    EXPECT_EQ(story.last_haptic(), app::Haptic::Kind::Error);
    EXPECT_EQ(story.effects(), app::Effects{});
    EXPECT_EQ(story.model().checkout.refusals, 1);
}

TEST(CheckoutForm, ForgetsTheComplaintOnceTheFieldIsEdited) {
    Story story;
    fill_checkout(story.open()).send(app::EditContact{app::ContactField::Phone, ""}, app::PlaceOrder{});

    story.send(app::EditContact{app::ContactField::Phone, "+44"});

    EXPECT_EQ(story.model().checkout.invalid_field, "");
}

TEST(CheckoutForm, DeliveryNeedsItsMinimum) {
    Story story;
    story.open().send(app::QuickAdd{{"water"}}, open_page(app::Screen::Checkout),
                      app::SetFulfilment{shop::Fulfilment::Delivery}, app::SetZone{{"near"}});

    story.send(app::PlaceOrder{});

    EXPECT_EQ(story.notices(), std::vector<std::string>{"error.below_minimum"});
    EXPECT_EQ(story.model().notices[0].detail, "8.50");
    EXPECT_EQ(app::primary_action(story.model()), (app::PrimaryAction{app::Primary::PlaceOrder, 450, false, false}));
}

TEST(CheckoutForm, StartsWithDeliveryWhereItIsOffered) {
    Story story;

    story.open();

    EXPECT_EQ(story.model().checkout.terms, (shop::Terms{shop::Fulfilment::Delivery, {"near"}, 0}));
}

TEST(CheckoutForm, TakesOnlyTermsThatTheShopOffers) {
    Story story;
    shop::Catalogue no_delivery = corner_shop();
    no_delivery.delivery = false;
    no_delivery.zones.clear();
    story.open(started(), no_delivery);

    story.send(app::SetFulfilment{shop::Fulfilment::Delivery}, app::SetZone{{"near"}}, app::SetTip{50}, app::SetTip{10});

    EXPECT_EQ(story.model().checkout.terms, (shop::Terms{shop::Fulfilment::Pickup, {}, 10}));
}

TEST(CheckoutForm, IsPrefilledWithTheTelegramName) {
    Story story;
    app::Started start = started();
    start.telegram.user = {"1", "Ada", "Lovelace"};

    story.open(start);

    EXPECT_EQ(story.model().checkout.contact, (orders::Contact{"Ada Lovelace", "", "", ""}));
}

TEST(CheckoutForm, ClosesWhenTheCartRunsEmpty) {
    Story story;
    story.open().send(app::QuickAdd{{"cola"}}, open_page(app::Screen::Cart), open_page(app::Screen::Checkout));

    story.send(app::SetLineQuantity{0, 0});

    EXPECT_EQ(story.model().pages, (app::Pages{{}, {app::Screen::Cart, ""}}));
}

}  // namespace kiosk::tests
