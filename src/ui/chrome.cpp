#include "ui/chrome.h"

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

void show_secondary(ChromeButton& out, const app::Model& model, const Texts& texts) {
    const app::Secondary action = app::secondary_action(model);
    out.visible = action != app::Secondary::None;
    out.text = texts.tr(action == app::Secondary::GoHome ? "cart.to_menu" : "game.share");
    out.colour = model.telegram.theme.bottom_bar_bg;
    out.text_colour = model.telegram.theme.accent_text;
}

}  // namespace

std::string share_text(const app::Model& model, const Texts& texts) {
    return texts.tr("game.challenge_text", {{"score", model.game.stack.score}});
}

const Chrome& ChromeMaker::make(const app::Model& model, const Texts& texts, IntlPort& intl) {
    const app::Theme& theme = model.telegram.theme;
    Chrome& out = chrome_;
    const app::PrimaryAction action = app::primary_action(model);
    out.main.visible = model.phase == app::Phase::Open && action.kind != app::Primary::None;
    if (out.main.visible) {
        Label label{action, shop::piece_count(model.cart), model.game.rounds > 0, model.catalogue.currency,
                    texts.generation()};
        if (out.main.text.empty() || !(label == label_)) {
            out.main.text = main_text(model, action, texts, intl);
            label_ = std::move(label);
        }
    } else {
        out.main.text.clear();
    }
    out.main.enabled = !out.main.visible || action.enabled;
    out.main.busy = out.main.visible && action.busy;
    out.main.colour = theme.button;
    out.main.text_colour = theme.button_text;
    show_secondary(out.secondary, model, texts);
    out.back_visible = model.phase == app::Phase::Open && model.pages.size() > 1;
    out.settings_visible = model.phase == app::Phase::Open;
    out.confirm_closing = app::needs_closing_confirmation(model);
    out.header = theme.secondary_bg;
    out.background = theme.secondary_bg;
    out.bottom_bar = theme.bottom_bar_bg;
    return out;
}

}  // namespace kiosk::ui
