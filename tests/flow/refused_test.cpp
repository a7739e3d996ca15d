#include <gtest/gtest.h>

#include "support/story.h"

namespace kiosk::tests {
namespace {

Story& submit(Story& story) {
    return fill_checkout(story.open()).send(app::PlaceOrder{});
}

}  // namespace

TEST(Refused, ANewPriceIsShownBeforeItIsPaid) {
    Story story;
    submit(story);
    const app::SubmitOrder first = *find_submission(story);
    const shop::Cart cart = story.model().cart;
    shop::Catalogue dearer = corner_shop();
    dearer.products[0].price_minor = 950;
    story.forget();

    story.send(app::OrderRefused{first.request, {ErrorCode::PriceChanged, "1250"}});
    story.send(app::ShopLoaded{dearer}).forget().send(app::PlaceOrder{});

    EXPECT_EQ(story.notices(), std::vector<std::string>{"error.price_changed"});
    const orders::OrderRequest second{cart, first.order.terms, first.order.contact, story.model().quote.hash, 1250};
    EXPECT_EQ(story.effects(), (app::Effects{app::SubmitOrder{story.model().order_request, second}}));
}

TEST(Refused, TheCartStaysAndTheFormCanBeSentAgain) {
    Story story;
    submit(story);
    app::Model expected = story.model();
    const app::SubmitOrder first = *find_submission(story);
    expected.checkout.step = app::CheckoutStep::Editing;
    expected.order_request = 0;
    expected.notices = {{"error.timed_out", "", false, kMondayNoon + 4000}};

    story.send(app::OrderRefused{first.request, {ErrorCode::TimedOut, {}}});

    EXPECT_EQ(story.model(), expected);
    EXPECT_EQ(story.last_haptic(), app::Haptic::Kind::Error);
}

TEST(Refused, AMissingFieldIsPointedAt) {
    Story story;
    submit(story);

    story.send(app::OrderRefused{find_submission(story)->request, {ErrorCode::MissingContact, "phone"}});

    EXPECT_EQ(story.model().checkout.invalid_field, "phone");
}

TEST(Refused, AnAnswerToAnotherRequestIsDropped) {
    Story story;
    submit(story);
    const app::Model before = story.model();

    story.send(app::OrderRefused{before.order_request + 1, {ErrorCode::SoldOut, {}}}, app::OrderRefused{0, {}});

    EXPECT_EQ(story.model(), before);
}

TEST(Refused, AReusedKeyAsksForTheOrdersAndKeepsWhatIsNew) {
    Story story;
    submit(story);
    const app::SubmitOrder first = *find_submission(story);
    story.send(app::QuickAdd{{"cola"}}).forget();

    story.send(app::OrderRefused{first.request, {ErrorCode::KeyReused, "A-1"}});
    const app::Effects asked = story.effects();
    story.send(app::OrdersLoaded{{order_of(first)}});

    EXPECT_EQ(asked, app::Effects{app::LoadOrders{}});
    EXPECT_EQ(story.model().cart.lines, std::vector{line_of("cola")});
    EXPECT_NE(story.model().cart.id, first.order.cart.id);
}

}  // namespace kiosk::tests
