// What the web view has lost and Telegram's client has kept, whatever else the client may say.

#include <gtest/gtest.h>

#include "local/take_back.h"
#include "support/live_tab.h"

namespace kiosk::tests {
namespace {

using local::kShopKey;
using local::kStateKey;

void order_a_cola(LiveTab& tab) {
    tab.send(app::QuickAdd{{"cola"}}, app::SetFulfilment{shop::Fulfilment::Pickup},
             app::EditContact{app::ContactField::Name, "Ada"},
             app::EditContact{app::ContactField::Phone, "+44 20 7946 0001"}, app::PlaceOrder{});
}

// A day with one order in the book and a water in the cart.
struct Yesterday {
    Yesterday() {
        order_a_cola(tab);
        tab.send(app::QuickAdd{{"water"}});
    }
    [[nodiscard]] std::string text(std::string_view key) { return shelf.read(key).value_or(""); }
    Shelf shelf;
    LiveTab tab{shelf, kMondayNoon, 1};
};

}  // namespace

TEST(KeptDocuments, AreThereAtTheStartAsIfNothingWasLost) {
    Yesterday before;
    Shelf shelf;
    const bool has_state = take_back(shelf, kStateKey, before.text(kStateKey));
    const bool has_book = take_back(shelf, kShopKey, before.text(kShopKey));

    const LiveTab tab{shelf, kMondayNoon + kMinuteMs, 2};

    EXPECT_TRUE(has_state && has_book);
    ASSERT_EQ(tab.model().orders.size(), 1U);
    EXPECT_EQ(tab.model().orders[0].id, before.tab.model().orders[0].id);
    EXPECT_EQ(tab.model().cart, before.tab.model().cart);
    EXPECT_EQ(tab.model().checkout.contact, before.tab.model().checkout.contact);
}

TEST(KeptDocuments, BringTheOrdersBackIntoAnOpenShopInSilence) {
    Yesterday before;
    Shelf shelf;
    LiveTab tab{shelf, kMondayNoon + kMinuteMs, 2};

    const bool has_book = take_back(shelf, kShopKey, before.text(kShopKey));
    tab.hear_other_tab(kMondayNoon + kMinuteMs);
    const std::size_t back = tab.model().orders.size();
    const std::vector<app::Notice> notices = tab.model().notices;
    order_a_cola(tab);

    EXPECT_TRUE(has_book);
    EXPECT_EQ(back, 1U);
    EXPECT_EQ(notices, std::vector<app::Notice>{});
    EXPECT_EQ(tab.model().orders.size(), 2U);
}

TEST(KeptDocuments, NeverReplaceWhatIsThere) {
    Yesterday before;
    Shelf shelf;
    LiveTab tab{shelf, kMondayNoon + kMinuteMs, 2};
    order_a_cola(tab);
    const std::optional<std::string> state = shelf.read(kStateKey);
    const std::optional<std::string> book = shelf.read(kShopKey);

    const bool has_state = take_back(shelf, kStateKey, before.text(kStateKey));
    const bool has_book = take_back(shelf, kShopKey, before.text(kShopKey));

    EXPECT_FALSE(has_state || has_book);
    EXPECT_EQ(shelf.read(kStateKey), state);
    EXPECT_EQ(shelf.read(kShopKey), book);
}

TEST(KeptDocuments, AreWholeOrNothing) {
    Yesterday before;
    const std::string state = before.text(kStateKey);
    const std::string book = before.text(kShopKey);
    const std::vector<std::pair<std::string_view, std::string>> hostile = {
        {kStateKey, ""},   {kStateKey, "null"}, {kStateKey, book},       {kStateKey, state.substr(1)},
        {kShopKey, ""},    {kShopKey, "{}"},    {kShopKey, state},       {kShopKey, book.substr(0, book.size() - 1)},
        {"kiosk:x", book}, {"", state},         {"kiosk:shop.bad", book}};

    for (const auto& [key, text] : hostile) {
        Shelf shelf;
        EXPECT_FALSE(take_back(shelf, key, text)) << key << " " << text;
        EXPECT_EQ(shelf.read(key), std::nullopt) << key << " " << text;
    }
}

}  // namespace kiosk::tests
