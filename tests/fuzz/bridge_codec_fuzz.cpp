// Whatever the host sends, a message a line, is refused or becomes a message that an app survives which waits for everything at
// once. None of it makes an order paid.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "../support/corner_shop.h"
#include "app/update.h"
#include "base/check.h"
#include "bridge/codec.h"

namespace {

using namespace kiosk;

template <typename... Messages>
void tell(app::Model& model, const Messages&... messages) {
    app::Effects effects;
    (app::update(model, messages, effects), ...);
    for (const app::Effect& effect : effects) static_cast<void>(bridge::encode(effect));
}

app::Started on_a_phone() {
    app::Started start;
    start.now_ms = tests::kMondayNoon;
    start.seed = 7;
    start.telegram.platform = "android";
    start.telegram.version = "9.6";
    start.telegram.can = {true, true, true, true, true, true};
    return start;
}

shop::Catalogue shop_with_bot() {
    shop::Catalogue shop = tests::corner_shop();
    shop.bot = "corner_bot";
    shop.location = {52.52, 13.405};
    shop.badge_emoji = "5368324170671202286";
    shop.story_picture = "https://shop.example.com/story.jpg";
    shop.cashier = "https://pay.example.com";
    shop.prepares_message = true;
    return shop;
}

orders::Order unpaid() {
    orders::Order order;
    order.id = {"A-1"};
    order.key = {"c1"};
    order.quote.total_minor = 1'250;
    order.currency = {"EUR", 2};
    order.history = {{orders::State::Placed, tests::kMondayNoon}};
    return order;
}

// A cart, an invoice that is open, something that is passed on, a question, and a call of each method: its number is its request.
app::Model expectant() {
    app::Model model;
    tell(model, on_a_phone(), app::ShopLoaded{shop_with_bot()}, app::OrdersLoaded{{unpaid()}});
    tell(model, app::CashierAnswered{.request = model.payment.request, .link = {}});
    tell(model, app::QuickAdd{{"classic"}}, app::SetFulfilment{shop::Fulfilment::Pickup},
         app::EditContact{app::ContactField::Name, "Ada"}, app::EditContact{app::ContactField::Phone, "+44 20 7946 0001"},
         app::AskClient{app::Gift::Shake, {}}, app::AskClient{app::Gift::Tilt, {}}, app::PayOrder{{"A-1"}});
    tell(model, app::CashierAnswered{model.payment.request, "https://t.me/$Ab9"}, app::Invite{"Join me"});
    tell(model, app::CashierAnswered{.request = model.sharing.request, .prepared = "m1"},
         app::Open{{app::Screen::Tracking, "A-1"}}, app::Open{{app::Screen::Cart, {}}}, app::ClearCart{});
    model.location = app::Location::Asked;
    model.reorder = {model.cart.lines, model.quote.total_minor};
    model.calls.clear();
    model.last_request = telegram::kMethodCount;
    for (app::RequestId request = 1; request <= telegram::kMethodCount; ++request) {
        model.calls.push_back({request, static_cast<telegram::Method>(request - 1), false, model.now_ms});
    }
    KIOSK_CHECK(model.payment.phase == payments::Phase::Open && model.asked.question == app::Question::ClearCart &&
                model.sharing.method == telegram::Method::ShareMessage && !model.reorder.lines.empty());
    return model;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const app::Model before = expectant();
    app::Model model = before;
    for (std::string_view rest{reinterpret_cast<const char*>(data), size}; !rest.empty();) {
        const Result<app::Msg> msg = bridge::decode(telegram::take_part(rest, '\n'));
        if (msg) tell(model, *msg);
    }
    for (const orders::Order& order : model.orders) KIOSK_CHECK(!order.paid);
    return 0;
}
