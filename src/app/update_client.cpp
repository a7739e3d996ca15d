#include <algorithm>
#include <utility>

#include "app/handlers.h"

namespace kiosk::app {
namespace {

// A BCP 47 tag as far as its letters go; empty stands for the customer's own language.
bool is_language(const std::string& tag) {
    return tag.size() <= 35 && std::all_of(tag.begin(), tag.end(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
           });
}

void answer(Model& model, bool confirmed, Effects& out) {
    const Asked asked = std::exchange(model.asked, {});
    if (!confirmed) return;
    if (asked.question == Question::ClearCart) {
        model.cart.lines.clear();
        model.cart.codes.clear();
        haptic(model, Haptic::Kind::Heavy, out);
    } else if (asked.question == Question::CancelOrder) {
        model.cancel_request = ++model.last_request;
        out.push_back(SubmitCancel{model.cancel_request, OrderId{asked.subject}});
    }
}

}  // namespace

// The clock may jump either way; what was promised for a while must still end.
void on(Model& model, const Tick& msg, Effects& /*out*/) {
    model.now_ms = bounded(msg.now_ms);
    for (Notice& notice : model.notices) notice.until_ms = std::min(notice.until_ms, model.now_ms + kUndoMs);
    std::erase_if(model.notices, [&](const Notice& notice) { return notice.until_ms <= model.now_ms; });
}

void on(Model& model, const ThemeChanged& msg, Effects& /*out*/) {
    model.telegram.theme = msg.theme;
}

void on(Model& model, const InsetsChanged& msg, Effects& /*out*/) {
    model.telegram.insets = msg.insets;
}

// A question that nobody hears is asked by our own sheet from then on, this one included.
void on(Model& model, const CapabilitiesChanged& msg, Effects& out) {
    model.telegram.can = msg.can;
    if (!msg.can.invoices) close_invoice(model, {telegram::Outcome::Kind::Unsupported}, out);
}

void on(Model& model, const ActiveChanged& msg, Effects& out) {
    model.telegram.active = msg.active;
    if (msg.active) {
        refresh_cloud(model, out);
        resume_payments(model);
    }
    if (!msg.active && model.game.stack.phase == games::Phase::Running) model.game.paused = true;
}

void on(Model& model, const MotionChanged& msg, Effects& /*out*/) {
    model.reduced_motion = msg.reduced;
}

void on(Model& model, const MainButtonPressed& /*msg*/, Effects& out) {
    const PrimaryAction action = primary_action(model);
    if (!action.enabled || action.busy) return;
    switch (action.kind) {
        case Primary::None:
            break;
        case Primary::ViewCart:
            on(model, Open{{Screen::Cart, {}}}, out);
            break;
        case Primary::AddDraft:
        case Primary::SaveDraft:
            on(model, AddDraft{}, out);
            break;
        case Primary::ToCheckout:
            on(model, Open{{Screen::Checkout, {}}}, out);
            break;
        case Primary::PlaceOrder:
            on(model, PlaceOrder{}, out);
            break;
        case Primary::TrackOrder:
            on(model, Open{{Screen::Tracking, current_page(model).id}}, out);
            break;
        case Primary::OrderAgain:
            on(model, OrderAgain{OrderId{current_page(model).id}}, out);
            break;
        case Primary::StartGame:
            on(model, StartGame{}, out);
            break;
    }
}

void on(Model& model, const SecondaryButtonPressed& msg, Effects& out) {
    const Secondary action = secondary_action(model);
    if (action == Secondary::GoHome) on(model, GoHome{}, out);
    if (action == Secondary::ShareRound) on(model, ShareRound{msg.text}, out);
}

void on(Model& model, const BackButtonPressed& /*msg*/, Effects& out) {
    if (model.asked.question != Question::None && !model.telegram.can.popups) {
        answer(model, false, out);
    } else {
        on(model, GoBack{}, out);
    }
}

void on(Model& model, const SettingsButtonPressed& /*msg*/, Effects& out) {
    on(model, Open{{Screen::Settings, {}}}, out);
}

void on(Model& model, const PopupClosed& msg, Effects& out) {
    if (model.asked.question == Question::None || msg.request != model.asked.request) return;
    answer(model, msg.confirmed, out);
}

void on(Model& model, const Answer& msg, Effects& out) {
    if (model.telegram.can.popups) return;
    answer(model, msg.confirmed, out);
}

void on(Model& model, const DismissNotice& msg, Effects& /*out*/) {
    const int count = static_cast<int>(model.notices.size());
    const int index = msg.notice < 0 ? count - 1 : msg.notice;
    if (index >= 0 && index < count) model.notices.erase(model.notices.begin() + index);
}

void on(Model& model, const SetLanguage& msg, Effects& out) {
    if (!is_language(msg.language) || msg.language == model.settings.language) return;
    model.settings.language = msg.language;
    out.push_back(LoadTexts{msg.language});
}

void on(Model& model, const SetTextScale& msg, Effects& /*out*/) {
    model.settings.text_scale_percent = std::clamp(msg.percent, kSmallestTextPercent, kLargestTextPercent);
}

void on(Model& model, const SetHaptics& msg, Effects& out) {
    model.settings.haptics = msg.on;
    haptic(model, Haptic::Kind::Select, out);
}

}  // namespace kiosk::app
