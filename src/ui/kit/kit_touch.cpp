#include <algorithm>
#include <cmath>

#include "ui/kit/interaction.h"
#include "ui/kit/kit.h"
#include "ui/kit/memory.h"
#include "ui/kit/page.h"
#include "ui/kit/painter.h"

namespace kiosk::ui {

namespace {

void describe(Node& node, const TouchOptions& options) {
    node.value = options.value;
    node.description = options.description;
    node.disabled = !options.enabled;
    node.focusable = options.enabled;
    node.checked = options.checked;
    node.selected = options.selected;
    node.expanded = options.expanded;
    node.position = options.position;
    node.set_size = options.set_size;
}

}  // namespace

Touch Kit::touch(const Ident& ident, const Rect& area, Role role, std::string_view name, const TouchOptions& options) {
    Touch out;
    out.id = id(ident);
    const Rect at = painter_->physical(area);
    describe(semantics_->add(out.id, role, name, {at.x, at.y, at.width, at.height}), options);
    if (interaction_->take_reveal(out.id)) reveal(area);
    if (!options.enabled) return out;

    // What looks smaller than a finger is met around it, too.
    const Rect reach = area.centred(std::max(area.width, kTapSize), std::max(area.height, kTapSize));
    Target target;
    target.id = out.id;
    target.area = painter_->physical(reach).clipped(painter_->clip());
    target.long_press = options.long_press;
    target.instant = options.instant;
    interaction_->add(target);
    if (interaction_->passive()) return out;

    const Interaction::Tap* tap = interaction_->tap(out.id);
    out.tapped = tap != nullptr;
    out.long_pressed = interaction_->long_pressed(out.id);
    out.pressed = interaction_->pressed(out.id);
    out.hovered = interaction_->hovered(out.id);
    out.focused = interaction_->focus_shown() && interaction_->focused() == out.id;
    out.at = interaction_->pressed_at();
    if (tap != nullptr && tap->at.x >= 0) out.at = tap->at;
    if (painter_->mirrored()) out.at.x = at.x + at.width - out.at.x + area.x;
    // A spring is only kept while there is something to ease.
    const NodeId motion = out.id ^ 0x5eedU;
    const bool known = memory_->springs.count(motion) != 0;
    if (out.pressed || out.tapped || known) {
        Spring& press = spring(motion, 0);
        if (out.tapped && press.value() < 0.6F) press.jump(1);  // A quick tap shows, too.
        press.to(out.pressed ? 1.0F : 0.0F);
        if (frame_.reduced_motion) press.jump(press.target());
        if (press.advance(frame_.dt_ms, {out.pressed ? 120.0F : 300.0F, 1}, 0.004F)) wake();
        out.press = std::clamp(press.value(), 0.0F, 1.0F);
        if (press.resting() && press.value() == 0) memory_->springs.erase(motion);
    }
    return out;
}

void Kit::press_look(const Touch& touch, const Rect& area, float radius) {
    Colour tint = palette_[Ground::Pressed];
    if (touch.hovered && touch.press < 0.5F) {
        fill(area, with_alpha(tint, 0.5F), radius);
    }
    if (touch.press <= 0) return;
    if (ios() || frame_.reduced_motion) {
        fill(area, with_alpha(tint, touch.press), radius);
        return;
    }
    fill(area, with_alpha(tint, touch.press * 0.5F), radius);
    const float reach = std::hypot(area.width, area.height) * (0.35F + 0.65F * touch.press);
    push_clip(area);
    fill({touch.at.x - reach, touch.at.y - reach, 2 * reach, 2 * reach}, with_alpha(tint, touch.press * 0.6F),
         std::min(reach, 127.0F));
    pop_clip();
}

void Kit::focus_ring(const Touch& touch, const Rect& area, float radius) {
    if (touch.focused) ring(area.inset(-2), palette_[Ink::Accent], radius + 2, 2);
}

}  // namespace kiosk::ui
