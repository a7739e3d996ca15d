#include <gtest/gtest.h>

#include "support/story.h"

namespace kiosk::tests {

TEST(DoubleTap, PlacesOneOrder) {
    Story story;
    fill_checkout(story.open());
    const app::Model before = story.model();

    story.send(app::PlaceOrder{}, app::PlaceOrder{}, app::MainButtonPressed{});

    const orders::OrderRequest request{before.cart, before.checkout.terms, before.checkout.contact, before.quote.hash, 1200};
    EXPECT_EQ(story.effects(), (app::Effects{app::SubmitOrder{story.model().order_request, request}}));
}

TEST(DoubleTap, AnswersTheSecondAnswerWithNothing) {
    Story story;
    fill_checkout(story.open()).send(app::PlaceOrder{});
    const app::SubmitOrder submitted = *find_submission(story);
    story.send(app::OrderAccepted{submitted.request, order_of(submitted)}, app::QuickAdd{{"cola"}});
    const app::Model before = story.model();

    story.send(app::OrderAccepted{submitted.request, order_of(submitted, "A-2")},
               app::OrderRefused{submitted.request, {ErrorCode::SoldOut, {}}});

    EXPECT_EQ(story.model(), before);
}

TEST(DoubleTap, ASecondTapOnAddFindsTheSheetClosed) {
    Story story;
    story.open().send(open_page(app::Screen::Product, "classic"));

    story.send(app::AddDraft{}, app::AddDraft{});

    EXPECT_EQ(story.model().cart.lines, std::vector{line_of("classic", 1, kSmall)});
}

}  // namespace kiosk::tests
