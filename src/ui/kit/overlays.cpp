#include <algorithm>

#include "ui/kit/interaction.h"
#include "ui/kit/painter.h"
#include "ui/kit/semantic_builder.h"
#include "ui/kit/widgets.h"

namespace kiosk::ui {

namespace {

constexpr SpringTune kRise{340, 0.86F};

}  // namespace

ToastEvent toast(Kit& kit, const Ident& key, const ToastProps& props, bool open) {
    kit.push_scope(key);
    const float shown = kit.animate_from("rise", 0, open ? 1.0F : 0.0F, kRise);
    ToastEvent event = ToastEvent::None;
    kit.status("words", {}, {});  // A live region that comes with its words is silent: it waits for them.
    if (shown > 0.01F && !props.text.empty()) {
        const Rect view = kit.view();
        const TextStyle words{.type = Type::Subhead, .ink = Ink::OnToast, .max_lines = 3, .spoken = false};
        const TextStyle act{.type = Type::Label, .ink = Ink::OnToast, .align = Align::Centre, .spoken = false};
        const float action = props.action.empty() ? 0 : kit.measure(props.action, act).width + 28;
        const float width = std::min(view.width - 24, 480.0F);
        const Size size = kit.measure(props.text, words, width - 32 - action);
        const float height = std::max(48.0F, size.height + 24);
        const float rest = view.bottom() - std::max(kit.frame().insets.bottom, kit.frame().covered_bottom) - 12 - height;
        Rect area{view.centre_x() - width / 2, rest + (1 - shown) * 24, width, height};
        const float opacity = std::clamp(shown, 0.0F, 1.0F);
        kit.push_opacity(opacity);
        kit.shadow(area, 14, 14, 4, 0.22F);
        kit.fill(area, kit[Ground::Toast], 14);
        Target shield;
        shield.id = kit.id("shield");
        shield.area = kit.painter().physical(area);
        if (open) {
            Node& live = kit.semantics().last();
            live.name = props.text;
            live.rect = {shield.area.x, shield.area.y, area.width, area.height};
            kit.interaction().add(shield);
        }
        Rect body = area.inset(16, 0);
        if (action > 0) {
            const Rect place = Rect{area.end() - action, area.y, action, area.height};
            const Touch touch = kit.touch("action", place, Role::Button, props.action, {.enabled = open});
            kit.push_opacity(1 - 0.4F * touch.press);
            kit.text(place, props.action, act);
            kit.pop_opacity();
            // The accent is only sure to stand out from pages.
            if (touch.focused) kit.ring(place.inset(6), kit[Ink::OnToast], 10, 2);
            if (touch.tapped) event = ToastEvent::Action;
            body.width -= action - 16;
        }
        kit.text(body, props.text, words);
        kit.pop_opacity();
        if (kit.interaction().tap(shield.id) != nullptr) event = ToastEvent::Dismissed;
    }
    kit.pop_scope();
    return event;
}

DialogEvent dialog(Kit& kit, const Ident& key, const DialogProps& props, bool open) {
    kit.push_scope(key);
    const float shown = kit.animate_from("show", 0, open ? 1.0F : 0.0F, {280, 1});
    DialogEvent event = DialogEvent::None;
    if (shown > 0.01F) {
        const Rect view = kit.view();
        const NodeId id = kit.id("dim");
        const float opacity = std::clamp(shown, 0.0F, 1.0F);
        kit.fill(view, with_alpha(kit[Ground::Dim], opacity));
        if (open) kit.interaction().barrier(id, view);
        const float width = std::min(view.width - 64, 300.0F);
        const TextStyle title{.type = Type::Headline, .align = Align::Centre, .max_lines = 0, .middle = false};
        const TextStyle text{
            .type = Type::Subhead, .ink = Ink::Subtitle, .align = Align::Centre, .max_lines = 0, .middle = false};
        const float title_height = kit.measure(props.title, title, width - 40).height;
        const float text_height = kit.measure(props.text, text, width - 40).height;
        const float press = std::max(48.0F, kit.line_height(Type::Headline) + 18);
        const float height = 22 + title_height + 6 + text_height + 20 + 2 * press + 8 + 16;
        const float grow = kit.frame().reduced_motion ? 0 : (1 - opacity) * 14;
        const Rect area = view.centred(width, height).moved(0, grow);
        kit.push_opacity(opacity);
        kit.shadow(area, 18, 24, 6, 0.25F);
        kit.fill(area, kit[Ground::Section], 18);
        if (open) {
            const Rect place = kit.painter().physical(area);
            kit.semantics().begin_modal();
            kit.semantics().open(kit.id("dialog"), Role::Dialog, props.title, {place.x, place.y, place.width, place.height});
        }
        Rect body = area.inset(20, 0);
        body.cut_top(22);
        kit.text(body.cut_top(title_height), props.title, title);
        body.cut_top(6);
        kit.text(body.cut_top(text_height), props.text, text);
        Rect foot = area.inset(16, 16);
        const Rect second = foot.cut_bottom(press);
        foot.cut_bottom(8);
        const ButtonKind kind = props.destructive ? ButtonKind::Destructive : ButtonKind::Primary;
        if (button(kit, "confirm", foot.cut_bottom(press), {.text = props.confirm, .kind = kind}) && open)
            event = DialogEvent::Confirmed;
        if (button(kit, "cancel", second, {.text = props.cancel, .kind = ButtonKind::Plain}) && open)
            event = DialogEvent::Cancelled;
        if (open) kit.semantics().close();
        if (open && kit.interaction().take_key(Key::Name::Escape)) event = DialogEvent::Cancelled;
        kit.pop_opacity();
    }
    kit.pop_scope();
    return event;
}

}  // namespace kiosk::ui
