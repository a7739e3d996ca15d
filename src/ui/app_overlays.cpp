#include "ui/app_overlays.h"

#include <algorithm>

#include "ui/kit/interaction.h"
#include "ui/kit/painter.h"
#include "ui/kit/widgets.h"
#include "ui/screens/words.h"

namespace kiosk::ui {

namespace {

constexpr float kBarPadding = 8;
constexpr float kBackBar = 44;

float bar_row(const Kit& kit) {
    return std::max(50.0F, kit.line_height(Type::Headline) + 20) + kBarPadding;
}
bool draws_main(const app::Model& model, const Chrome& chrome) {
    return !model.telegram.can.bottom_buttons && chrome.main.visible;
}
bool draws_secondary(const app::Model& model, const Chrome& chrome) {
    return chrome.secondary.visible && !app::client_draws_secondary(model);
}
float bar_rows(const app::Model& model, const Chrome& chrome) {
    return (draws_main(model, chrome) ? 1.0F : 0.0F) + (draws_secondary(model, chrome) ? 1.0F : 0.0F);
}
bool draws_back(const app::Model& model, const Chrome& chrome) {
    return !model.telegram.can.back_button && chrome.back_visible;
}

}  // namespace

Edges AppOverlays::room(const Kit& kit, const app::Model& model, const Chrome& chrome) const {
    Edges out;
    const float rows = bar_rows(model, chrome);
    if (rows > 0) out.bottom = rows * bar_row(kit) + kBarPadding;
    if (draws_back(model, chrome) && model.pages.back().screen != app::Screen::Product) out.top = kBackBar;
    return out;
}

void AppOverlays::draw(Kit& kit, const app::Model& model, const Chrome& chrome) {
    draw_back_bar(kit, model, chrome);
    draw_bottom_bar(kit, model, chrome);
    speak(kit, model);
    draw_notice(kit, model);
    draw_question(kit, model);
}

void AppOverlays::draw_bottom_bar(Kit& kit, const app::Model& model, const Chrome& chrome) {
    const float rows = bar_rows(model, chrome);
    const float shown = kit.animate("bottom_bar", rows > 0 ? 1.0F : 0.0F, {320, 1});
    if (shown < 0.01F) return;
    const float safe = static_cast<float>(model.telegram.insets.bottom);
    const float height = std::max(1.0F, rows) * bar_row(kit) + kBarPadding + safe;
    const Rect bar{0, kit.view().bottom() - height * shown, kit.view().width, height};
    kit.fill({bar.x, bar.y, bar.width, bar.height + 40}, from_rgb(model.telegram.theme.bottom_bar_bg));
    kit.hairline(bar, kit[Ground::Separator]);
    Target shield;
    shield.id = kit.id("bottom_shield");
    shield.area = kit.painter().physical(bar);
    kit.interaction().add(shield);
    Rect inner = bar.inset(kGutter, kBarPadding);
    inner = inner.centred(std::min(inner.width, 608.0F), inner.height);
    const auto take_row = [&] {
        const Rect row = inner.cut_top(bar_row(kit));
        return Rect{row.x, row.y, row.width, row.height - kBarPadding};
    };
    if (draws_main(model, chrome)) {
        const ButtonProps props{.text = chrome.main.text, .enabled = chrome.main.enabled, .busy = chrome.main.busy};
        if (button(kit, "main_button", take_row(), props)) kit.send(app::MainButtonPressed{});
    }
    if (draws_secondary(model, chrome) &&
        button(kit, "secondary_button", take_row(), {.text = chrome.secondary.text, .kind = ButtonKind::Plain})) {
        kit.send(app::SecondaryButtonPressed{share_text(model, kit.texts())});
    }
}

void AppOverlays::draw_back_bar(Kit& kit, const app::Model& model, const Chrome& chrome) {
    if (!draws_back(model, chrome) || model.pages.back().screen == app::Screen::Product) return;
    const float top = static_cast<float>(model.telegram.insets.top);
    const Rect bar{0, 0, kit.view().width, top + kBackBar};
    kit.fill(bar, kit[Ground::Grouped]);
    const Rect place{4, top, kTapSize, kBackBar};
    if (icon_button(kit, "back_button", place, {.icon = Icon::Back, .name = kit.tr("kit.back")}))
        kit.send(app::BackButtonPressed{});
}

void AppOverlays::speak(Kit& kit, const app::Model& model) {
    const bool searched = model.pages.back().screen == app::Screen::Search && !model.query.empty();
    kit.status("spoken_found", {},
               searched ? kit.tr("search.found", {{"count", static_cast<int>(model.found.size())}}) : std::string_view{});
    kit.status("spoken_total", {},
               model.cart.lines.empty()
                   ? std::string_view{}
                   : kit.tr("cart.spoken_total", {{"amount", price_text(kit, model, model.quote.total_minor)}}));
}

void AppOverlays::draw_notice(Kit& kit, const app::Model& model) {
    const bool open = !model.notices.empty();
    if (open) {
        const app::Notice& notice = model.notices.back();
        notice_ = kit.tr_named(notice.key, {{"detail", kit.list(named(model, notice.detail))}});
        can_undo_ = notice.can_undo;
    }
    const ToastProps props{.text = notice_, .action = can_undo_ ? kit.tr("notice.undo") : std::string_view{}};
    switch (toast(kit, "notice", props, open)) {
        case ToastEvent::Action:
            kit.send(app::UndoRemove{});
            break;
        case ToastEvent::Dismissed:
            kit.send(app::DismissNotice{});
            break;
        case ToastEvent::None:
            break;
    }
}

void AppOverlays::draw_question(Kit& kit, const app::Model& model) {
    const bool open = !model.telegram.can.popups && model.asked.question != app::Question::None;
    if (open) question_ = model.asked.question;
    DialogProps props{.cancel = kit.tr("ask.keep"), .destructive = true};
    if (question_ == app::Question::CancelOrder) {
        props.title = kit.tr("ask.cancel_order.title");
        props.text = kit.tr("ask.cancel_order.text");
        props.confirm = kit.tr("ask.cancel_order.confirm");
    } else {
        props.title = kit.tr("ask.clear_cart.title");
        props.text = kit.tr("ask.clear_cart.text");
        props.confirm = kit.tr("ask.clear_cart.confirm");
    }
    const DialogEvent event = dialog(kit, "question", props, open);
    if (event != DialogEvent::None) kit.send(app::Answer{event == DialogEvent::Confirmed});
}

}  // namespace kiosk::ui
