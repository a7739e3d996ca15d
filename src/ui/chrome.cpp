#include "ui/chrome.h"

#include <string_view>
#include <utility>

namespace kiosk::ui {
namespace {

std::string main_text(const app::Model& model, const app::PrimaryAction& action, const Texts& texts, IntlPort& intl) {
    const auto amount = [&] { return intl.money(action.amount_minor, model.catalogue.currency); };
    switch (action.kind) {
        case app::Primary::None:
            return {};
        case app::Primary::ViewCart:
            return texts.tr("main.view_cart", {{"count", shop::piece_count(model.cart)}, {"amount", amount()}});
        case app::Primary::AddDraft:
            return texts.tr("main.add", {{"amount", amount()}});
        case app::Primary::SaveDraft:
            return texts.tr("main.save", {{"amount", amount()}});
        case app::Primary::ToCheckout:
            return texts.tr("main.checkout", {{"amount", amount()}});
        case app::Primary::PlaceOrder:
            return texts.tr("main.place_order", {{"amount", amount()}});
        case app::Primary::TrackOrder:
            return std::string(texts.tr("main.track"));
        case app::Primary::OrderAgain:
            return std::string(texts.tr("main.order_again"));
        case app::Primary::StartGame:
            return std::string(model.game.rounds > 0 ? texts.tr("main.play_again") : texts.tr("main.play"));
    }
    return {};
}

// Clients lay their buttons out from left to right whatever they say: a right-to-left text brings its direction along, or an
// amount's number and currency would come apart.
std::string directed(std::string text, const Texts& texts) {
    constexpr std::string_view kRightToLeftIsolate = "\u2067";
    constexpr std::string_view kPopIsolate = "\u2069";
    if (texts.rtl() && !text.empty()) text.insert(0, kRightToLeftIsolate).append(kPopIsolate);
    return text;
}

std::string_view secondary_text(app::Secondary action, const Texts& texts) {
    return texts.tr(action == app::Secondary::GoHome ? "cart.to_menu" : "game.share");
}

}  // namespace

std::string share_text(const app::Model& model, const Texts& texts) {
    return texts.tr("game.challenge_text", {{"score", model.game.stack.score}});
}

void add_words(app::Msg& msg, const app::Model& model, const Texts& texts) {
    if (auto* pressed = std::get_if<app::SecondaryButtonPressed>(&msg)) pressed->text = share_text(model, texts);
}

const Chrome& ChromeMaker::make(const app::Model& model, const Texts& texts, IntlPort& intl) {
    const app::Theme& theme = model.telegram.theme;
    Chrome& out = chrome_;
    const app::PrimaryAction action = model.phase == app::Phase::Open ? app::primary_action(model) : app::PrimaryAction{};
    Label label{action,
                app::secondary_action(model),
                shop::piece_count(model.cart),
                model.game.rounds > 0,
                model.catalogue.currency,
                texts.generation()};
    if (!(label_ == label)) {
        out.main.text = directed(main_text(model, action, texts, intl), texts);
        out.secondary.text = directed(std::string(secondary_text(label.secondary, texts)), texts);
        label_ = std::move(label);
    }
    out.main.visible = action.kind != app::Primary::None;
    out.main.enabled = !out.main.visible || action.enabled;
    out.main.busy = out.main.visible && action.busy;
    out.main.colour = theme.button;
    out.main.text_colour = theme.button_text;
    out.secondary.visible = label_->secondary != app::Secondary::None;
    out.secondary.colour = theme.bottom_bar_bg;
    out.secondary.text_colour = theme.accent_text;
    out.back_visible = model.phase == app::Phase::Open && model.pages.size() > 1;
    out.settings_visible = model.phase == app::Phase::Open;
    out.confirm_closing = app::needs_closing_confirmation(model);
    out.header = theme.secondary_bg;
    out.background = theme.secondary_bg;
    out.bottom_bar = theme.bottom_bar_bg;
    return out;
}

}  // namespace kiosk::ui
