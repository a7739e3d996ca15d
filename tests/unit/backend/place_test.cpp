#include <gtest/gtest.h>

#include <functional>

#include "backend/backend.h"
#include "backend/ticket.h"
#include "unit/backend/small_shop.h"

namespace kiosk::backend {
namespace {

using orders::Order;
using orders::OrderRequest;

Result<Order> refused(ErrorCode code, const char* detail) {
    return Error{code, detail};
}

class FullDisk final : public MemoryStorage {
public:
    using MemoryStorage::MemoryStorage;
    Status commit(const Change&) override { return Error{ErrorCode::Storage, "full"}; }
};

TEST(Place, MakesTheOrderFromTheCatalogueNotFromTheRequest) {
    MemoryStorage storage;
    const OrderRequest request = pickup_request("k1", {burger_line(), soups(2)});
    const Result<Order> placed = place(small_shop(), storage, request, kMonday10);
    ASSERT_TRUE(placed.has_value());
    Order wanted;
    wanted.id = {"A-1"};
    wanted.key = {"k1"};
    wanted.terms = request.terms;
    wanted.contact = {"Ada", "020 7946 0000", "", "thanks"};
    wanted.quote = shop::price(small_shop(), request.cart, request.terms, kMonday10);
    wanted.lines = {
        {{"burger"}, "Burger", "", {"Large", "2x Cheese"}, burger_line().choices, "no pickles", 1, {1400, 1400, 0, 1400}},
        {{"soup"}, "Soup of the day", "", {}, {}, "", 2, {600, 1200, 0, 1200}}};
    wanted.currency = {"EUR", 2};
    wanted.history = {{orders::State::Placed, kMonday10}};
    // 2 minutes to accept, 1 to start, 10 + 5 to cook: 18 minutes, promised as 85 to 120 %.
    wanted.eta = {kMonday10 + 15'300, kMonday10 + 21'600};
    wanted.cancel_until_ms = kMonday10 + 3000;
    wanted.pickup_code = pickup_code({"k1"}, {"A-1"}, kMonday10);
    EXPECT_EQ(*placed, wanted);
    EXPECT_EQ(storage.book().records[0].order, wanted);
    EXPECT_EQ(storage.book().taken, (std::vector<orders::Taken>{{{"soup"}, 5, 2}}));
    EXPECT_EQ(storage.book().next_number, 2U);
}

TEST(Place, ADeliveryHasNoPickupCodeAndItsPromiseHoldsTheWay) {
    MemoryStorage storage;
    const Result<Order> placed = place(small_shop(), storage, delivery_request("k1", {soups(3)}), kMonday10);
    ASSERT_TRUE(placed.has_value());
    EXPECT_EQ(placed->pickup_code, "");
    EXPECT_EQ(placed->contact.address, "12 Mill Lane");
    EXPECT_EQ(placed->eta, (orders::Eta{kMonday10 + 27'200, kMonday10 + 38'400}));  // 18 + 2 + 12 minutes.
}

TEST(Place, TheSameRequestAgainIsTheSameOrderAndNothingElse) {
    MemoryStorage storage;
    const OrderRequest request = pickup_request("k1", {soups(2)});
    const Result<Order> first = place(small_shop(), storage, request, kMonday10);
    const orders::Book after_first = storage.book();
    const Result<Order> again = place(small_shop(), storage, request, kMonday10 + 1);
    EXPECT_EQ(again, first);
    EXPECT_EQ(storage.book(), after_first);
}

TEST(Place, ARetryIsAnsweredEvenWhenTheShopWouldRefuseItByNow) {
    MemoryStorage storage;
    const OrderRequest request = pickup_request("k1", {soups(5)});
    const Result<Order> first = place(small_shop(), storage, request, kMonday10);
    OrderRequest repriced = request;
    repriced.quote_hash = 1;
    shop::Catalogue later = small_shop();
    later.products.clear();
    const Result<Order> again = place(later, storage, repriced, kMonday10 + kDayMs);
    ASSERT_TRUE(again.has_value());
    EXPECT_EQ(again->id, first->id);
    EXPECT_EQ(again->state, orders::State::PickedUp);
}

TEST(Place, AnotherRequestUnderAUsedKeyIsRefused) {
    const std::vector<std::function<void(OrderRequest&)>> changes = {
        [](OrderRequest& request) { request.cart.lines[0].quantity = 3; },
        [](OrderRequest& request) { request.cart.lines[0].note = "hot"; },
        [](OrderRequest& request) { request.cart.lines.push_back(burger_line()); },
        [](OrderRequest& request) { request.cart.codes = {"LUNCH"}; },
        [](OrderRequest& request) { request.terms.tip_percent = 5; },
        [](OrderRequest& request) {
            request.terms = {shop::Fulfilment::Delivery, {"centre"}, 0};
        },
        [](OrderRequest& request) { request.contact.phone = "020 7946 0001"; },
        [](OrderRequest& request) { request.contact.address = "elsewhere"; },
    };
    MemoryStorage storage;
    const OrderRequest request = pickup_request("k1", {soups(2)});
    ASSERT_TRUE(place(small_shop(), storage, request, kMonday10).has_value());
    const orders::Book before = storage.book();
    for (const auto& change : changes) {
        OrderRequest other = request;
        change(other);
        EXPECT_EQ(place(small_shop(), storage, agreed(other, small_shop(), kMonday10), kMonday10),
                  refused(ErrorCode::KeyReused, "A-1"));
    }
    EXPECT_EQ(storage.book(), before);
}

TEST(Place, AChangedPriceIsToldNeverBilled) {
    MemoryStorage storage;
    const OrderRequest seen = pickup_request("k1", {soups(2)});
    shop::Catalogue dearer = small_shop();
    dearer.products[1].price_minor = 650;
    const Result<Order> first = place(dearer, storage, seen, kMonday10);
    EXPECT_EQ(first, refused(ErrorCode::PriceChanged, "1350"));
    EXPECT_EQ(storage.book(), orders::Book{});
    const Result<Order> agreed_to = place(dearer, storage, agreed(seen, dearer, kMonday10), kMonday10);
    ASSERT_TRUE(agreed_to.has_value()) << "the key of a refused attempt is free";
    EXPECT_EQ(agreed_to->quote.total_minor, 1350);
}

TEST(Place, AnEqualTotalMadeOfOtherPricesCountsAsChanged) {
    MemoryStorage storage;
    const OrderRequest seen = pickup_request("k1", {soups(1)});
    shop::Catalogue changed = small_shop();
    changed.products[1].price_minor -= 10;
    changed.packing_fee_minor += 10;
    EXPECT_EQ(place(changed, storage, seen, kMonday10), refused(ErrorCode::PriceChanged, "650"));
    OrderRequest wrong_total = seen;
    wrong_total.total_minor += 1;
    EXPECT_EQ(place(small_shop(), storage, wrong_total, kMonday10), refused(ErrorCode::PriceChanged, "650"));
}

struct Refusal {
    const char* why;
    Result<Order> wanted;
    std::function<void(OrderRequest&, shop::Catalogue&, TimeMs&)> spoil;
};

std::vector<Refusal> bad_inputs() {
    const auto bad = [](const char* field) { return refused(ErrorCode::BadInput, field); };
    return {
        {"no key", bad("key"), [](auto& request, auto&, auto&) { request.cart.id = {}; }},
        {"long key", bad("key"), [](auto& request, auto&, auto&) { request.cart.id = {std::string(65, 'k')}; }},
        {"no pieces", bad("quantity"), [](auto& request, auto&, auto&) { request.cart.lines[0].quantity = 0; }},
        {"negative pieces", bad("quantity"), [](auto& request, auto&, auto&) { request.cart.lines[0].quantity = -3; }},
        {"100 pieces", bad("quantity"), [](auto& request, auto&, auto&) { request.cart.lines[0].quantity = 100; }},
        {"long note", bad("note"), [](auto& request, auto&, auto&) { request.cart.lines[0].note.assign(301, 'n'); }},
        {"101 lines", bad("lines"), [](auto& request, auto&, auto&) { request.cart.lines.assign(101, soups(1)); }},
        {"21 codes", bad("codes"), [](auto& request, auto&, auto&) { request.cart.codes.assign(21, "LUNCH"); }},
        {"long code", bad("codes"), [](auto& request, auto&, auto&) { request.cart.codes = {std::string(41, 'c')}; }},
        {"negative tip", bad("tip"), [](auto& request, auto&, auto&) { request.terms.tip_percent = -1; }},
        {"101 % tip", bad("tip"), [](auto& request, auto&, auto&) { request.terms.tip_percent = 101; }},
        {"long comment", bad("comment"), [](auto& request, auto&, auto&) { request.contact.comment.assign(301, 'c'); }},
    };
}

std::vector<Refusal> broken_rules() {
    return {
        {"empty cart", refused(ErrorCode::EmptyCart, ""), [](auto& request, auto&, auto&) { request.cart.lines.clear(); }},
        {"no delivery", refused(ErrorCode::Unsupported, "delivery"),
         [](auto&, auto& catalogue, auto&) { catalogue.delivery = false; }},
        {"no pickup", refused(ErrorCode::Unsupported, "pickup"),
         [](auto& request, auto& catalogue, auto&) {
             request.terms.fulfilment = shop::Fulfilment::Pickup;
             catalogue.pickup = false;
         }},
        {"closed", refused(ErrorCode::ShopClosed, ""), [](auto&, auto&, auto& now) { now += 12 * kHourMs; }},
        {"unknown zone", refused(ErrorCode::OutsideZone, "moon"),
         [](auto& request, auto&, auto&) { request.terms.zone = {"moon"}; }},
        {"no address", refused(ErrorCode::MissingContact, "address"),
         [](auto& request, auto&, auto&) { request.contact.address = ""; }},
        {"unknown product", refused(ErrorCode::NotFound, "pizza"),
         [](auto& request, auto&, auto&) { request.cart.lines[0].product = {"pizza"}; }},
        {"no size chosen", refused(ErrorCode::OptionRule, "Size"),
         [](auto& request, auto&, auto&) { request.cart.lines[0].choices.clear(); }},
        {"unknown option", refused(ErrorCode::NotFound, "gold"),
         [](auto& request, auto&, auto&) { request.cart.lines[0].choices[0].option = {"gold"}; }},
        {"sold out", refused(ErrorCode::SoldOut, "Burger"),
         [](auto&, auto& catalogue, auto&) { catalogue.products[0].sold_out = true; }},
        {"over the stock", refused(ErrorCode::LimitReached, "5"),
         [](auto& request, auto&, auto&) { request.cart.lines.push_back(soups(6)); }},
        {"over the stock in two lines", refused(ErrorCode::LimitReached, "5"),
         [](auto& request, auto&, auto&) {
             request.cart.lines.push_back(soups(3));
             request.cart.lines.push_back({{"soup"}, {}, 3, "hot"});
         }},
        {"below the minimum", refused(ErrorCode::BelowMinimum, "100"),
         [](auto& request, auto&, auto&) { request.cart.lines.resize(1); }},
    };
}

void expect_refusals(const std::vector<Refusal>& cases) {
    for (const Refusal& example : cases) {
        MemoryStorage storage;
        shop::Catalogue catalogue = small_shop();
        OrderRequest request = delivery_request("k1", {burger_line(), soups(1)});
        TimeMs now = kMonday10;
        example.spoil(request, catalogue, now);
        EXPECT_EQ(place(catalogue, storage, agreed(request, catalogue, now), now), example.wanted) << example.why;
        EXPECT_EQ(storage.book(), orders::Book{}) << example.why;
    }
}

TEST(Place, RefusesBadInputByField) {
    expect_refusals(bad_inputs());
}

TEST(Place, RefusesWhatTheShopDoesNotSellLikeThat) {
    expect_refusals(broken_rules());
}

TEST(Place, TheLastPiecesGoToWhoComesFirst) {
    MemoryStorage storage;
    ASSERT_TRUE(place(small_shop(), storage, pickup_request("k1", {soups(3)}), kMonday10).has_value());
    const Result<Order> too_many = place(small_shop(), storage, pickup_request("k2", {soups(3)}), kMonday10);
    const Result<Order> the_rest = place(small_shop(), storage, pickup_request("k3", {soups(2)}), kMonday10);
    const Result<Order> none_left = place(small_shop(), storage, pickup_request("k4", {soups(1)}), kMonday10);
    EXPECT_EQ(too_many, refused(ErrorCode::LimitReached, "2"));
    EXPECT_TRUE(the_rest.has_value());
    EXPECT_EQ(none_left, refused(ErrorCode::SoldOut, "Soup of the day"));
    EXPECT_EQ(on_sale(small_shop(), storage).products[1].stock, 0);
}

TEST(Place, ANewStockNumberInTheShopFileStartsCountingAnew) {
    MemoryStorage storage;
    ASSERT_TRUE(place(small_shop(), storage, pickup_request("k1", {soups(5)}), kMonday10).has_value());
    shop::Catalogue refilled = small_shop();
    refilled.products[1].stock = 8;
    ASSERT_TRUE(place(refilled, storage, pickup_request("k2", {soups(3)}), kMonday10).has_value());
    ASSERT_TRUE(cancel(storage, {"A-1"}, kMonday10 + 1).has_value()) << "its soups were taken from the old pot";
    EXPECT_EQ(storage.book().taken, (std::vector<orders::Taken>{{{"soup"}, 8, 3}}));
}

TEST(Place, AStorageThatFailsRefusesTheOrder) {
    FullDisk storage;
    EXPECT_EQ(place(small_shop(), storage, pickup_request("k1", {soups(1)}), kMonday10),
              refused(ErrorCode::Storage, "full"));
    EXPECT_EQ(storage.book(), orders::Book{});
}

TEST(Place, ABusyKitchenPromisesLater) {
    MemoryStorage storage;
    std::vector<TimeMs> lows;
    for (const char* key : {"k1", "k2", "k3"}) {
        lows.push_back(place(small_shop(), storage, pickup_request(key, {{{"cola"}, {}, 1, ""}}), kMonday10)->eta.low_ms);
    }
    const TimeMs after_rush = kMonday10 + kHourMs;
    lows.push_back(place(small_shop(), storage, pickup_request("k4", {{{"cola"}, {}, 1, ""}}), after_rush)->eta.low_ms -
                   kHourMs);
    // 13 minutes, 2 more for every order that is not ready; an hour later they are, though nobody called advance().
    EXPECT_EQ(lows, (std::vector<TimeMs>{kMonday10 + 11'050, kMonday10 + 12'750, kMonday10 + 14'450, kMonday10 + 11'050}));
}

TEST(Ticket, NumbersAreSpeakableAndNeverRepeat) {
    std::vector<std::string> ids;
    for (const std::uint32_t number : {1U, 17U, 99U, 100U, 792U, 793U, 2376U, 2377U, 4753U, 4294967295U}) {
        ids.push_back(order_id(number).value);
    }
    EXPECT_EQ(ids,
              (std::vector<std::string>{"A-1", "A-17", "A-99", "B-1", "H-99", "J-1", "Z-99", "AA-1", "BA-1", "EKTFPE-3"}));
}

TEST(Ticket, PickupCodesAreFourDigitsOfTheirOwn) {
    const std::vector<std::string> codes = {pickup_code({"k1"}, {"A-1"}, 5), pickup_code({"k1"}, {"A-1"}, 5),
                                            pickup_code({"k2"}, {"A-1"}, 5), pickup_code({"k1"}, {"A-2"}, 5),
                                            pickup_code({"k1"}, {"A-1"}, 6)};
    EXPECT_EQ(codes, (std::vector<std::string>{"1079", "1079", "9565", "5722", "1494"}));
}

}  // namespace
}  // namespace kiosk::backend
