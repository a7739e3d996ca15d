#include <gtest/gtest.h>

#include "support/story.h"

namespace kiosk::tests {
namespace {

// A customer whose order was accepted, at its Placed page.
orders::Order place(Story& story) {
    fill_checkout(story.open()).send(app::PlaceOrder{});
    const app::SubmitOrder submitted = *find_submission(story);
    const orders::Order order = order_of(submitted);
    story.send(app::OrderAccepted{submitted.request, order}).forget();
    return order;
}

orders::Order moved(orders::Order order, orders::State state) {
    order.state = state;
    order.history.push_back({state, kMondayNoon + static_cast<TimeMs>(order.history.size()) * kMinuteMs});
    return order;
}

}  // namespace

TEST(OrderLife, AcceptedEmptiesTheCartAndShowsTheOrder) {
    Story story;

    const orders::Order order = place(story);

    const app::Model& model = story.model();
    EXPECT_EQ(model.cart, shop::Cart{});
    EXPECT_EQ(model.orders, std::vector{order});
    EXPECT_EQ(model.pages, (app::Pages{{}, {app::Screen::Placed, "A-1"}}));
    EXPECT_EQ(model.checkout.step, app::CheckoutStep::Editing);
    EXPECT_EQ(model.checkout.contact.name, "Ada");
    EXPECT_EQ(story.last_haptic(), app::Haptic::Kind::Success);
    EXPECT_FALSE(app::needs_closing_confirmation(model));
}

TEST(OrderLife, TheNextCartHasAnotherId) {
    Story story;
    const orders::Order order = place(story);

    story.send(app::GoHome{}, app::QuickAdd{{"cola"}});

    EXPECT_NE(story.model().cart.id, order.key);
    EXPECT_FALSE(story.model().cart.id.empty());
}

TEST(OrderLife, NewsAreToldWhereTheyAreNotOnScreen) {
    Story story;
    const orders::Order accepted = moved(place(story), orders::State::Accepted);
    const orders::Order preparing = moved(accepted, orders::State::Preparing);

    story.send(app::MainButtonPressed{}, app::OrderChanged{accepted});
    const std::vector<std::string> while_tracking = story.notices();
    story.send(app::GoHome{}, app::OrderChanged{preparing});

    EXPECT_EQ(while_tracking, std::vector<std::string>{});
    EXPECT_EQ(story.notices(), std::vector<std::string>{"notice.order.preparing"});
    EXPECT_EQ(story.model().orders, std::vector{preparing});
}

TEST(OrderLife, NeverRunsBackwards) {
    Story story;
    const orders::Order placed = place(story);
    const orders::Order accepted = moved(placed, orders::State::Accepted);

    story.send(app::OrderChanged{accepted}, app::OrderChanged{placed});

    EXPECT_EQ(story.model().orders, std::vector{accepted});
}

TEST(OrderLife, CancellingAsksFirst) {
    Story story;
    const orders::Order order = place(story);
    story.send(app::CancelOrder{order.id});
    const app::RequestId question = story.model().asked.request;

    story.send(app::PopupClosed{question + 1, true}, app::PopupClosed{question, true}, app::PopupClosed{question, true});

    EXPECT_EQ(story.effects(), (app::Effects{app::Ask{question, app::Question::CancelOrder},
                                             app::SubmitCancel{story.model().cancel_request, order.id}}));
}

TEST(OrderLife, AnswersTheCancellationOnly) {
    Story story;
    const orders::Order order = place(story);
    story.send(app::CancelOrder{order.id});
    story.send(app::PopupClosed{story.model().asked.request, true});
    const orders::Order cancelled = moved(order, orders::State::Cancelled);

    story.send(app::OrderAccepted{story.model().cancel_request, cancelled});

    EXPECT_EQ(story.model().orders, std::vector{cancelled});
    EXPECT_EQ(story.model().pages, (app::Pages{{}, {app::Screen::Placed, "A-1"}}));
    EXPECT_EQ(story.model().cancel_request, 0U);
}

TEST(OrderLife, AsksByItsOwnSheetWhereTheClientLosesTheAnswer) {
    Story story;
    const orders::Order order = place(story);
    story.send(app::CancelOrder{order.id});
    app::Capabilities can = story.model().telegram.can;
    can.popups = false;

    story.send(app::CapabilitiesChanged{can});

    EXPECT_EQ(story.model().asked.question, app::Question::CancelOrder);
    story.send(app::Answer{true});
    EXPECT_EQ(story.model().asked.question, app::Question::None);
    EXPECT_NE(story.model().cancel_request, 0U);
}

TEST(OrderLife, TooLateToCancelIsSaidAtOnce) {
    Story story;
    const orders::Order order = place(story);

    story.send(app::Tick{order.cancel_until_ms}, app::CancelOrder{order.id});

    EXPECT_EQ(story.effects(), app::Effects{});
    EXPECT_EQ(story.notices(), std::vector<std::string>{"error.transition_not_allowed"});
}

TEST(OrderLife, ItsNumberIsCopiedAndThatIsSaidOnceItIs) {
    Story story;
    const orders::Order order = place(story);

    story.send(app::CopyNumber{{"A-404"}}, app::CopyNumber{order.id});
    EXPECT_EQ(story.effects(), app::Effects{app::CopyText{"A-1"}});
    EXPECT_EQ(story.notices(), std::vector<std::string>{});

    story.send(app::TextCopied{true});
    EXPECT_EQ(story.notices(), std::vector<std::string>{"notice.copied"});
    story.send(app::DismissNotice{}, app::TextCopied{false});
    EXPECT_EQ(story.notices(), std::vector<std::string>{"error.unsupported"});
}

TEST(OrderLife, OrderingAgainFillsTheCartAsFarAsItIsSold) {
    Story story;
    orders::Order order = place(story);
    order.lines.push_back({{"fries"}, "Fries", "", {}, {}, "", 1, {}});
    order.lines.push_back({{"pie"}, "Pie", "", {}, {}, "", 1, {}});
    story.send(app::OrderChanged{moved(order, orders::State::Refused)}, app::DismissNotice{});

    story.send(app::OrderAgain{order.id});

    EXPECT_EQ(story.model().cart.lines, (std::vector{line_of("classic", 1, kSmall), line_of("water", 2)}));
    EXPECT_EQ(current_page(story.model()), (app::Page{app::Screen::Cart, ""}));
    EXPECT_EQ(story.model().notices.back(), (app::Notice{"notice.not_available", "Fries\nPie", false, kMondayNoon + 4000}));
}

TEST(OrderLife, OurOwnSheetAsksWhereTheClientHasNoPopups) {
    app::Started plain = started();
    plain.telegram.can = {};
    Story story;
    story.open(plain).send(app::QuickAdd{{"cola"}}, app::ClearCart{});
    const app::Question asked = story.model().asked.question;

    story.send(app::BackButtonPressed{});
    const shop::Cart kept = story.model().cart;
    story.send(app::ClearCart{}, app::Answer{true});

    EXPECT_EQ(asked, app::Question::ClearCart);
    EXPECT_EQ(kept.lines, std::vector{line_of("cola")});
    EXPECT_EQ(story.model().cart.lines, std::vector<shop::Line>{});
    EXPECT_EQ(story.effects(), app::Effects{});
}

}  // namespace kiosk::tests
