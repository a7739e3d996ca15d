#include "local/local_shop.h"

#include <gtest/gtest.h>

#include <map>

#include "unit/backend/small_shop.h"
#include "wire/order_codec.h"

namespace kiosk::local {
namespace {

using app::Msg;
using backend::kMonday10;
using backend::pickup_request;
using backend::small_shop;
using backend::soups;
using orders::Order;
using orders::State;

class Shelf final : public KeyValue {
public:
    std::optional<std::string> read(std::string_view key) override {
        const auto found = values.find(key);
        return found == values.end() ? std::nullopt : std::optional(found->second);
    }
    bool write(std::string_view key, std::string_view value) override {
        if (full) return false;
        kept = !forgets;
        values.insert_or_assign(std::string(key), std::string(value));
        return true;
    }
    std::map<std::string, std::string, std::less<>> values;
    [[nodiscard]] bool was_kept() const override { return kept; }
    bool full = false;
    bool forgets = false;  // With the page.
    bool kept = true;
};

class Recorder final : public app::Platform {
public:
    void perform(const app::Effect& effect, app::Inbox&) override { performed.push_back(effect); }
    app::Effects performed;
};

// One tab: a local shop over a shelf that other tabs may share.
struct Tab {
    explicit Tab(Shelf& shelf, shop::Catalogue catalogue = small_shop()) : shop(inner, shelf) {
        (void)advance(kMonday10);
        shop.set_catalogue(catalogue);
    }

    std::vector<Msg> perform(const app::Effect& effect) {
        app::Inbox inbox;
        shop.perform(effect, inbox);
        return inbox.take();
    }
    std::vector<Msg> advance(TimeMs now) {
        app::Inbox inbox;
        shop.advance(now, inbox);
        return inbox.take();
    }
    std::vector<Msg> reload(TimeMs now) {
        app::Inbox inbox;
        shop.reload(now, inbox);
        return inbox.take();
    }
    std::vector<Order> load() {
        const std::vector<Msg> answers = perform(app::LoadOrders{});
        const auto* loaded = answers.empty() ? nullptr : std::get_if<app::OrdersLoaded>(&answers.front());
        return loaded == nullptr ? std::vector<Order>{} : loaded->orders;
    }

    Recorder inner;
    LocalShop shop;
};

app::SubmitOrder submit(app::RequestId request, const char* key, int pieces) {
    return {request, pickup_request(key, {soups(pieces)})};
}

Order accepted_in(const std::vector<Msg>& answers) {
    const auto* accepted = answers.empty() ? nullptr : std::get_if<app::OrderAccepted>(&answers.front());
    return accepted == nullptr ? Order{} : accepted->order;
}

std::vector<Order> stored(const Shelf& shelf) {
    const Result<orders::Book> book = wire::decode_book(shelf.values.find(kShopKey)->second);
    std::vector<Order> orders;
    for (const orders::Record& record : book->records) orders.push_back(record.order);
    return orders;
}

// Every order change that the messages tell, in order.
std::vector<std::pair<std::string, State>> changes_in(const std::vector<Msg>& messages) {
    std::vector<std::pair<std::string, State>> changes;
    for (const Msg& msg : messages) {
        if (const auto* changed = std::get_if<app::OrderChanged>(&msg)) {
            changes.emplace_back(changed->order.id.value, changed->order.state);
        }
    }
    return changes;
}

using Changes = std::vector<std::pair<std::string, State>>;

TEST(LocalShop, AnswersAnOrderThatIsWrittenAlready) {
    Shelf shelf;
    Tab tab(shelf);
    const std::vector<Msg> answers = tab.perform(submit(7, "k1", 1));
    const Order order = accepted_in(answers);
    EXPECT_EQ(answers, (std::vector<Msg>{app::OrderAccepted{7, order}}));
    EXPECT_EQ(order.id.value, "A-1");
    EXPECT_EQ(stored(shelf), std::vector<Order>{order});
}

TEST(LocalShop, ADoubleTapPlacesOneOrder) {
    Shelf shelf;
    Tab tab(shelf);
    const Order first = accepted_in(tab.perform(submit(1, "k1", 2)));
    const Order second = accepted_in(tab.perform(submit(2, "k1", 2)));
    EXPECT_EQ(first, second);
    EXPECT_EQ(stored(shelf), std::vector<Order>{first});
}

TEST(LocalShop, TwoTabsPlaceOneOrderAndBothSeeIt) {
    Shelf shelf;
    Tab left(shelf);
    Tab right(shelf);
    (void)left.load();
    (void)right.load();
    const Order first = accepted_in(left.perform(submit(1, "k1", 2)));
    const Order second = accepted_in(right.perform(submit(9, "k1", 2)));
    EXPECT_EQ(first, second);
    EXPECT_EQ(stored(shelf), std::vector<Order>{first});
    EXPECT_EQ(left.load(), std::vector<Order>{first});
    EXPECT_EQ(right.load(), std::vector<Order>{first});
}

TEST(LocalShop, OrdersOfTwoTabsGetNumbersOfTheirOwn) {
    Shelf shelf;
    Tab left(shelf);
    Tab right(shelf);
    const Order first = accepted_in(left.perform(submit(1, "k1", 1)));
    const Order second = accepted_in(right.perform(submit(1, "k2", 1)));
    EXPECT_EQ(stored(shelf), (std::vector<Order>{first, second}));
    EXPECT_EQ(second.id.value, "A-2");
    EXPECT_EQ(left.load(), (std::vector<Order>{second, first})) << "newest first";
}

TEST(LocalShop, ReloadTellsWhatTheOtherTabDid) {
    Shelf shelf;
    Tab left(shelf);
    Tab right(shelf);
    (void)left.load();
    (void)right.load();
    const Order placed = accepted_in(left.perform(submit(1, "k1", 2)));
    shop::Catalogue less_soup = small_shop();
    less_soup.products[1].stock = 3;
    EXPECT_EQ(right.reload(kMonday10), (std::vector<Msg>{app::OrderChanged{placed}, app::ShopLoaded{less_soup}}));
    EXPECT_EQ(right.reload(kMonday10), std::vector<Msg>{});
    const Order cancelled = accepted_in(right.perform(app::SubmitCancel{2, {"A-1"}}));
    EXPECT_EQ(cancelled.state, State::Cancelled);
    EXPECT_EQ(left.reload(kMonday10), (std::vector<Msg>{app::OrderChanged{cancelled}, app::ShopLoaded{small_shop()}}));
}

TEST(LocalShop, KeepsThatAnOrderIsPaid) {
    Shelf shelf;
    Tab tab(shelf);
    (void)tab.load();
    Order paid = accepted_in(tab.perform(submit(1, "k1", 1)));
    paid.paid = true;
    paid.receipt = "https://example.com/1.pdf";
    const app::NotePayment note{{"A-1"}, 0, true, paid.receipt};
    EXPECT_EQ(tab.perform(note), (std::vector<Msg>{app::OrderChanged{paid}}));
    EXPECT_EQ(tab.perform(note), std::vector<Msg>{});
    EXPECT_EQ(tab.perform(app::NotePayment{{"Z-9"}, 0, true}), std::vector<Msg>{});
    EXPECT_EQ(Tab(shelf).load(), std::vector{paid});
}

TEST(LocalShop, TellsEveryTabOfAnInvoice) {
    Shelf shelf;
    Tab tab(shelf);
    Tab other(shelf);
    (void)tab.load();
    Order invoiced = accepted_in(tab.perform(submit(1, "k1", 1)));
    (void)other.load();
    invoiced.invoice_ms = kMonday10 + 5;
    EXPECT_EQ(tab.perform(app::NotePayment{{"A-1"}, kMonday10 + 5}), (std::vector<Msg>{app::OrderChanged{invoiced}}));
    EXPECT_EQ(other.reload(kMonday10), (std::vector<Msg>{app::OrderChanged{invoiced}}));
    EXPECT_EQ(Tab(shelf).load(), std::vector{invoiced});
}

TEST(LocalShop, TheKitchenWorksAtItsDeadlinesAndNeverInBetween) {
    Shelf shelf;
    Tab tab(shelf);
    (void)tab.load();
    (void)tab.perform(submit(1, "k1", 1));
    Changes changes;
    TimeMs now = kMonday10;
    while (const std::optional<TimeMs> due = tab.shop.next_deadline()) {
        ASSERT_GT(*due, now);
        ASSERT_EQ(tab.advance(*due - 1), std::vector<Msg>{});
        for (const auto& change : changes_in(tab.advance(*due))) changes.push_back(change);
        now = *due;
    }
    EXPECT_EQ(
        changes,
        (Changes{{"A-1", State::Accepted}, {"A-1", State::Preparing}, {"A-1", State::Ready}, {"A-1", State::PickedUp}}));
}

TEST(LocalShop, ALifeThatPassedWhileTheAppWasClosedIsThereWithItsTrueTimes) {
    Shelf watched_shelf;
    Shelf closed_shelf;
    Tab watched(watched_shelf);
    (void)watched.load();
    (void)watched.perform(submit(1, "k1", 1));
    while (const std::optional<TimeMs> due = watched.shop.next_deadline()) (void)watched.advance(*due);
    Tab(closed_shelf).perform(submit(1, "k1", 1));
    Tab reopened(closed_shelf);
    (void)reopened.advance(kMonday10 + 3 * kDayMs);
    EXPECT_EQ(reopened.load(), watched.load());
    EXPECT_EQ(reopened.load().front().state, State::PickedUp);
}

TEST(LocalShop, AFullStorageRefusesTheOrderAndTheNextTryWorks) {
    Shelf shelf;
    Tab tab(shelf);
    shelf.full = true;
    const std::vector<Msg> refused = tab.perform(submit(1, "k1", 1));
    EXPECT_EQ(refused, (std::vector<Msg>{app::OrderRefused{1, {ErrorCode::Storage, "write"}}}));
    EXPECT_EQ(tab.load(), std::vector<Order>{});
    shelf.full = false;
    EXPECT_EQ(accepted_in(tab.perform(submit(2, "k1", 1))).id.value, "A-1");
}

TEST(LocalShop, AFullStorageRefusesTheCancellationAndKeepsTheOrder) {
    Shelf shelf;
    Tab tab(shelf);
    (void)tab.load();
    const Order order = accepted_in(tab.perform(submit(1, "k1", 1)));
    shelf.full = true;
    EXPECT_EQ(tab.perform(app::SubmitCancel{2, {"A-1"}}),
              (std::vector<Msg>{app::OrderRefused{2, {ErrorCode::Storage, "write"}}}));
    EXPECT_EQ(tab.load(), std::vector<Order>{order});
}

TEST(LocalShop, OrdersMoveOnOnceAndForAllThoughNothingCanBeWritten) {
    Shelf shelf;
    Tab tab(shelf);
    (void)tab.load();
    (void)tab.perform(submit(1, "k1", 1));
    shelf.full = true;
    Changes changes;
    int rounds = 0;
    while (const std::optional<TimeMs> due = tab.shop.next_deadline()) {
        ASSERT_LT(++rounds, 10);
        for (const auto& change : changes_in(tab.advance(*due))) changes.push_back(change);
    }
    EXPECT_EQ(
        changes,
        (Changes{{"A-1", State::Accepted}, {"A-1", State::Preparing}, {"A-1", State::Ready}, {"A-1", State::PickedUp}}));
    EXPECT_EQ(stored(shelf).front().state, State::Placed);
}

TEST(LocalShop, ACorruptDocumentIsPutAsideAndToldOnce) {
    Shelf shelf;
    shelf.values.emplace(kShopKey, "{\"version\":1,\"book\":");
    Tab tab(shelf);
    const std::vector<Msg> first = tab.perform(app::LoadOrders{});
    const std::vector<Msg> second = tab.perform(app::LoadOrders{});
    EXPECT_EQ(first, (std::vector<Msg>{app::OrdersLoaded{}, app::SaveFailed{"shop_state_corrupt"}}));
    EXPECT_EQ(second, (std::vector<Msg>{app::OrdersLoaded{}}));
    EXPECT_EQ(shelf.values, (decltype(shelf.values){{std::string(kBadShopKey), "{\"version\":1,\"book\":"},
                                                    {std::string(kShopKey), wire::encode(orders::Book{})}}));
    EXPECT_EQ(accepted_in(tab.perform(submit(1, "k1", 1))).id.value, "A-1");
    EXPECT_EQ(Tab(shelf).load().size(), 1U);
}

TEST(LocalShop, ACorruptDocumentThatCannotBePutAsideStaysWhereItIs) {
    Shelf shelf;
    shelf.values.emplace(kShopKey, "garbage");
    shelf.full = true;
    Tab tab(shelf);
    (void)tab.load();
    EXPECT_EQ(tab.perform(app::LoadOrders{}), (std::vector<Msg>{app::OrdersLoaded{}}));
    EXPECT_EQ(shelf.values, (decltype(shelf.values){{std::string(kShopKey), "garbage"}}));
}

TEST(LocalShop, OrdersThatVanishFromTheStorageVanishFromTheApp) {
    Shelf shelf;
    Tab tab(shelf);
    (void)tab.load();
    (void)tab.perform(submit(1, "k1", 1));
    shelf.values.clear();
    EXPECT_EQ(tab.reload(kMonday10), (std::vector<Msg>{app::OrdersLoaded{}, app::ShopLoaded{small_shop()}}));
}

TEST(LocalShop, ASoldOutProductIsToldWithTheOrderThatTookTheLast) {
    Shelf shelf;
    Tab tab(shelf);
    (void)tab.load();
    const std::vector<Msg> answers = tab.perform(submit(1, "k1", 5));
    ASSERT_EQ(answers.size(), 2U);
    shop::Catalogue no_soup = small_shop();
    no_soup.products[1].stock = 0;
    EXPECT_EQ(answers[1], Msg(app::ShopLoaded{no_soup}));
    EXPECT_EQ(tab.perform(submit(2, "k2", 1)),
              (std::vector<Msg>{app::OrderRefused{2, {ErrorCode::SoldOut, "Soup of the day"}}}));
    Tab next_visit(shelf);
    EXPECT_EQ(next_visit.shop.on_sale(), no_soup);
}

TEST(LocalShop, KeepsTheNewestFinishedOrders) {
    Shelf shelf;
    shop::Catalogue endless = small_shop();
    endless.products[1].stock = std::nullopt;
    Tab tab(shelf, endless);
    (void)tab.load();
    const int count = static_cast<int>(kFinishedKept) + 5;
    for (int i = 1; i <= count; ++i) {
        (void)tab.perform(submit(static_cast<app::RequestId>(i), ("k" + std::to_string(i)).c_str(), 1));
    }
    EXPECT_EQ(tab.load().size(), kFinishedKept + 5) << "running orders are never forgotten";
    (void)tab.advance(kMonday10 + kDayMs);
    const std::vector<Order> kept = tab.load();
    EXPECT_EQ(kept.size(), kFinishedKept);
    EXPECT_EQ(kept.front().key.value, "k" + std::to_string(count));
    EXPECT_EQ(stored(shelf).size(), kFinishedKept);
}

TEST(LocalShop, AnOrderThatGoesWithThePageIsTakenAndTold) {
    Shelf shelf;
    shelf.forgets = true;
    Tab tab(shelf);
    (void)tab.load();
    const std::vector<Msg> answers = tab.perform(submit(1, "k1", 1));
    ASSERT_GE(answers.size(), 2U);
    EXPECT_TRUE(std::holds_alternative<app::OrderAccepted>(answers[0]));
    EXPECT_TRUE(std::holds_alternative<app::SaveFailed>(answers[1]));
}

TEST(LocalShop, PassesEverythingElseOn) {
    Shelf shelf;
    Tab tab(shelf);
    const app::Effects others = {app::LoadShop{}, app::SaveState{"{}"}, app::Haptic{app::Haptic::Kind::Heavy}};
    for (const app::Effect& effect : others) EXPECT_EQ(tab.perform(effect), std::vector<Msg>{});
    EXPECT_EQ(tab.inner.performed, others);
}

TEST(LocalShop, BeforeTheCatalogueIsThereNothingIsSold) {
    Shelf shelf;
    Recorder inner;
    LocalShop shop(inner, shelf);
    app::Inbox inbox;
    shop.perform(submit(1, "k1", 1), inbox);
    EXPECT_EQ(inbox.take(), (std::vector<Msg>{app::OrderRefused{1, {ErrorCode::NotFound, "catalogue"}}}));
    EXPECT_TRUE(shelf.values.empty());
}

}  // namespace
}  // namespace kiosk::local
