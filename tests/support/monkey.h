#pragma once
// Random messages for the app, sensible and nonsensical. Half of the ids are ones that the corner shop has, so that the monkey
// gets far enough in to do harm.

#include <string>
#include <vector>

#include "app/msg.h"
#include "base/rng.h"
#include "story.h"

namespace kiosk::tests {

class Monkey {
public:
    explicit Monkey(std::uint64_t seed) : rng_(seed) {}

    app::Msg next(const app::Model& model) {
        switch (rng_.below(9)) {
            case 0:
                return from_outside(model);
            case 8:
                return about_client(model);
            case 1:
                return from_shop(model);
            case 2:
            case 3:
                return about_pages(model);
            case 4:
            case 5:
                return about_draft();
            case 6:
                return about_cart();
            default:
                return about_checkout(model);
        }
    }

    bool chance(std::uint32_t one_in) { return rng_.below(one_in) == 0; }

private:
    int small() { return static_cast<int>(rng_.below(9)) - 2; }
    int any() { return chance(6) ? static_cast<int>(rng_.next()) : small(); }
    bool flip() { return chance(2); }

    std::string pick(const std::vector<std::string>& from) {
        return from[rng_.below(static_cast<std::uint32_t>(from.size()))];
    }
    std::string product() { return pick({"classic", "menu", "cola", "water", "fries", "cola", "classic", "", "gone"}); }
    std::string text() {
        return pick(
            {"", "Ada", "+44 20 7946 0001", "WELCOME", "col", "\xff\xfe", "1 Street", std::string(700, 'x'), "\n\"\\"});
    }
    std::string order_id(const app::Model& model) {
        return model.orders.empty() || chance(4) ? pick({"A-1", "", "A-404", std::string(80, 'o')})
                                                 : model.orders[0].id.value;
    }
    TimeMs instant() {
        if (chance(40)) return static_cast<TimeMs>((std::uint64_t{rng_.next()} << 32U) | rng_.next());
        return kMondayNoon + rng_.below(40'000'000);
    }
    app::RequestId request(const app::Model& model) {
        const std::vector<app::RequestId> known = {model.order_request, model.cancel_request, model.asked.request, 0};
        return chance(4) ? rng_.below(50) : known[rng_.below(4)];
    }

    app::Page page(const app::Model& model) {
        const auto screen = static_cast<app::Screen>(rng_.below(12));
        if (screen == app::Screen::Product) return {screen, product()};
        if (screen == app::Screen::Placed || screen == app::Screen::Tracking) return {screen, order_id(model)};
        return {screen, chance(8) ? pick({"drinks", "x"}) : std::string{}};
    }

    app::Msg from_outside(const app::Model& model) {
        switch (rng_.below(18)) {
            case 0:
                return started(text(), rng_.next());
            case 1:
                return app::Tick{instant()};
            case 2:
                return app::ThemeChanged{};
            case 3:
                return app::InsetsChanged{{any(), any(), any(), any()}};
            case 4:
                return flip() ? app::Msg{app::ActiveChanged{flip()}} : app::Msg{app::MotionChanged{flip()}};
            case 5:
            case 6:
            case 7:
                return app::MainButtonPressed{};
            case 8:
                return flip() ? app::Msg{app::BackButtonPressed{}} : app::Msg{app::SecondaryButtonPressed{text()}};
            case 9:
                return app::SettingsButtonPressed{};
            case 10:
                return app::PopupClosed{request(model), flip()};
            case 11:
                return app::SavedElsewhere{text()};
            case 12:
                return app::SaveFailed{text()};
            case 13:
                return app::TelegramAnswered{request(model), {}};
            case 14:
                return app::TelegramEvent{static_cast<telegram::Event>(rng_.below(46)), text()};
            case 15:
                return app::TelegramChanged{{{static_cast<telegram::Property>(rng_.below(78)), text()}}};
            case 16:
                return app::TextCopied{flip()};
            default:
                return app::Answer{flip()};
        }
    }

    // The client's answers are as good as anybody's: right, cut short, of another kind.
    std::string values() {
        return pick({"[]", "[true]", R"(["WELCOME"])", R"(["https://t.me/x/y?startapp=t_7"])",
                     R"([true,{"responseUnsafe":{}}])",
                     R"([true,{"responseUnsafe":{"contact":{"phone_number":"4420794600"}}}])", R"(["missed"])", "[",
                     R"([{"latitude":52.5,"longitude":13.4}])", "[7,null]", R"(["{\"version\":1}"])"});
    }

    app::Msg about_client(const app::Model& model) {
        switch (rng_.below(11)) {
            case 0:
                return app::OpenInTelegram{};
            case 1:
                return app::Invite{text()};
            case 2:
                return app::ShareRound{text()};
            case 3:
                return app::ShowMap{};
            case 4:
                return app::CapabilitiesChanged{{flip(), flip(), flip(), flip()}};
            case 10:
                return flip() ? app::Msg{app::OpenReceipt{{order_id(model)}}} : app::Msg{app::CopyNumber{{order_id(model)}}};
            case 5:
            case 6:
                return app::AskClient{static_cast<app::Gift>(rng_.below(14)), text()};
            default:
                const app::RequestId asked = model.calls.empty() ? 0 : model.calls.front().request;
                const auto kind = static_cast<telegram::Outcome::Kind>(rng_.below(4));
                return app::TelegramAnswered{asked, {chance(2) ? telegram::Outcome::Kind::Values : kind, values(), text()}};
        }
    }

    orders::Order order(const app::Model& model) {
        app::SubmitOrder submitted;
        submitted.order = {model.cart, model.checkout.terms, model.checkout.contact, 0, 0};
        if (chance(3)) submitted.order.cart.id = {text()};
        if (chance(3)) submitted.order.cart.lines.resize(submitted.order.cart.lines.size() / 2);
        orders::Order made = order_of(submitted, pick({"A-1", "A-2", "A-3", "A-4"}).c_str());
        made.state = static_cast<orders::State>(rng_.below(9));
        made.history.resize(1 + rng_.below(3));
        if (flip()) made.receipt = "https://example.com/r";
        return made;
    }

    shop::Catalogue changed_shop() {
        shop::Catalogue shop = corner_shop();
        if (flip()) shop.products.erase(shop.products.begin() + rng_.below(5));
        if (chance(3)) shop.delivery = false;
        if (chance(3)) shop.groups[0].options[0].sold_out = true;
        if (chance(3)) shop.products[0].stock = small();
        if (chance(3)) shop.products[0].price_minor += 50;
        return shop;
    }

    app::Msg from_shop(const app::Model& model) {
        const auto why = Error{static_cast<ErrorCode>(rng_.below(17)), text()};
        switch (rng_.below(12)) {
            case 0:
                return app::ShopLoaded{changed_shop()};
            case 1:
                return app::ShopLoaded{corner_shop()};
            case 2:
                return chance(4) ? app::Msg{app::ShopRefused{{{"/x", "y"}}}} : app::Msg{app::RetryShop{}};
            case 3:
                return app::ShopUnreachable{text()};
            case 4:
            case 5:
            case 6:
                return app::OrderAccepted{request(model), order(model)};
            case 7:
            case 8:
                return app::OrderRefused{request(model), why};
            case 9:
                return app::OrdersLoaded{model.orders};
            case 10:
                return app::OrdersLoaded{{order(model)}};
            default:
                return app::OrderChanged{order(model)};
        }
    }

    app::Msg about_pages(const app::Model& model) {
        switch (rng_.below(12)) {
            case 0:
            case 1:
            case 2:
                return app::GoBack{};
            case 3:
                return app::GoHome{};
            case 4:
                return app::DismissNotice{any()};
            case 5:
                return app::Search{text()};
            case 6:
                return app::StartGame{};
            case 7:
                return app::GameFrame{any(), flip()};
            case 8: {
                app::Page scrolled =
                    chance(4) ? page(model) : model.pages[rng_.below(static_cast<std::uint32_t>(model.pages.size()))];
                scrolled.scroll = any();
                return app::Scrolled{std::move(scrolled)};
            }
            default:
                return app::Open{page(model)};
        }
    }

    app::Msg about_draft() {
        switch (rng_.below(6)) {
            case 0:
            case 1:
                return app::Choose{{pick({"size", "extras", "sauce", "no"})},
                                   {pick({"small", "large", "cheese", "bacon", "egg", "mayo", "hot", "no"})},
                                   any()};
            case 2:
                return app::SetDraftQuantity{any()};
            case 3:
                return app::SetDraftNote{text()};
            case 4:
                return app::AddDraft{};
            default:
                return app::Open{{app::Screen::Product, product()}};
        }
    }

    app::Msg about_cart() {
        switch (rng_.below(9)) {
            case 0:
            case 1:
                return app::QuickAdd{{product()}};
            case 2:
                return app::EditLine{any()};
            case 3:
                return app::SetLineQuantity{any(), any()};
            case 4:
                return app::SetLineQuantity{0, 0};
            case 5:
                return app::UndoRemove{};
            case 6:
                return app::ClearCart{};
            case 7:
                return app::ApplyCode{text()};
            default:
                return app::RemoveCode{text()};
        }
    }

    app::Msg about_checkout(const app::Model& model) {
        switch (rng_.below(12)) {
            case 0:
                return app::SetFulfilment{flip() ? shop::Fulfilment::Pickup : shop::Fulfilment::Delivery};
            case 1:
                return app::SetZone{{pick({"near", "far", "no"})}};
            case 2:
                return app::SetTip{any()};
            case 3:
                return app::EditContact{app::ContactField::Name, "Ada"};
            case 4:
                return app::EditContact{app::ContactField::Phone, "+44 20 7946 0001"};
            case 5:
                return app::EditContact{static_cast<app::ContactField>(rng_.below(4)), text()};
            case 6:
            case 7:
                return app::PlaceOrder{};
            case 8:
                return app::CancelOrder{{order_id(model)}};
            case 9:
                return app::OrderAgain{{order_id(model)}};
            case 10:
                return app::SetLanguage{text()};
            default:
                return flip() ? app::Msg{app::SetTextScale{any()}} : app::Msg{app::SetHaptics{flip()}};
        }
    }

    Rng rng_;
};

}  // namespace kiosk::tests
