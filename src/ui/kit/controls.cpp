#include <algorithm>
#include <cmath>

#include "ui/kit/widgets.h"

namespace kiosk::ui {

namespace {

constexpr SpringTune kSnappy{260, 1};

struct ButtonLook {
    Colour ground;
    Ink ink;
    bool filled;
};

ButtonLook look_of(const Kit& kit, ButtonKind kind) {
    switch (kind) {
        case ButtonKind::Primary:
            return {kit[Ground::Button], Ink::OnButton, true};
        case ButtonKind::Secondary:
            return {kit[Ground::Tint], Ink::OnTint, true};
        case ButtonKind::Destructive:
            return {with_alpha(kit[Ink::Destructive], kDestructiveWash), Ink::Destructive, true};
        case ButtonKind::Plain:
            break;
    }
    return {{}, Ink::Link, false};
}

}  // namespace

bool button(Kit& kit, const Ident& key, const Rect& area, const ButtonProps& props) {
    const bool enabled = props.enabled && !props.busy;
    const Touch touch =
        kit.touch(key, area, Role::Button, props.text, {.enabled = enabled, .description = props.description});
    if (!kit.visible(area)) return touch.tapped;
    const ButtonLook look = look_of(kit, props.kind);
    const float radius = std::min(kRadius, area.height / 2);
    kit.push_opacity(props.enabled ? 1 - (kit.ios() ? 0.3F * touch.press : 0) : 0.45F);
    if (look.filled) kit.fill(area, look.ground, radius);
    if (!kit.ios() || touch.hovered) kit.press_look(touch, area, radius);
    if (props.busy) {
        spinner(kit, area.centred(22, 22), kit[look.ink]);
    } else {
        const TextStyle style{.type = Type::Headline, .ink = look.ink, .align = Align::Centre, .spoken = false};
        Rect words = area.inset(12, 0);
        if (props.icon != Icon::None) {
            const float width = std::min(kit.measure(props.text, style).width + 28, words.width);
            words = words.centred(width, words.height);
            kit.icon(props.icon, words.cut_start(20), kit[look.ink], 2);
            words.cut_start(8);
        }
        kit.text(words, props.text, style);
    }
    kit.pop_opacity();
    kit.focus_ring(touch, area, radius);
    return touch.tapped;
}

float button_height(const Kit& kit) {
    return std::max(kit.ios() ? 50.0F : 48.0F, kit.line_height(Type::Headline) + 20);
}

bool button(Page& page, const Ident& key, const ButtonProps& props) {
    return button(page.kit(), key, page.gutter_row(button_height(page.kit())), props);
}

bool icon_button(Kit& kit, const Ident& key, const Rect& area, const IconButtonProps& props) {
    const Touch touch = kit.touch(key, area, Role::Button, props.name, {.enabled = props.enabled});
    const Rect disc = area.centred(36, 36);
    kit.push_opacity(props.enabled ? 1 - 0.35F * touch.press : 0.4F);
    if (props.filled) kit.fill(disc, kit[Ground::Tint], 18);
    if (touch.hovered) kit.fill(disc, kit[Ground::Pressed], 18);
    kit.icon(props.icon, area.centred(22, 22), kit[props.ink], 1.9F);
    kit.pop_opacity();
    kit.focus_ring(touch, disc, 18);
    return touch.tapped;
}

void draw_switch(Kit& kit, const Rect& area, NodeId id, bool on) {
    const bool ios = kit.ios();
    const float height = ios ? 31.0F : 28.0F;
    const Rect track = area.centred(ios ? 51.0F : 48.0F, height);
    const float part = kit.animate({"switch", static_cast<int>(id)}, on ? 1.0F : 0.0F, kSnappy);
    const Colour lit = ios ? kit[Ground::Success] : kit[Ground::Button];
    kit.fill(track, mix(kit[Ground::Track], lit, part), height / 2);
    const float size = ios ? 27.0F : 20.0F;
    const float room = (height - size) / 2;
    const Rect thumb{track.x + room + (track.width - size - 2 * room) * part, track.y + room, size, size};
    kit.shadow(thumb, size / 2, 4, 1.5F, 0.18F);
    kit.fill(thumb, Colour{255, 255, 255, 255}, size / 2);
}

bool toggle(Kit& kit, const Ident& key, const Rect& area, std::string_view name, bool on) {
    const Touch touch = kit.touch(key, area, Role::Switch, name, {.checked = on ? Tristate::On : Tristate::Off});
    draw_switch(kit, area, touch.id, on);
    kit.focus_ring(touch, area.centred(55, 35), 17);
    return touch.tapped;
}

void draw_radio(Kit& kit, const Rect& area, NodeId id, bool on) {
    const Rect disc = area.centred(22, 22);
    const float part = kit.animate({"radio", static_cast<int>(id)}, on ? 1.0F : 0.0F, kSnappy);
    kit.ring(disc, mix(kit[Ground::Track], kit[Ground::Button], part), 11, 2 + 4.5F * part);
}

void draw_checkbox(Kit& kit, const Rect& area, NodeId id, bool on) {
    const Rect box = area.centred(22, 22);
    const float part = kit.animate({"checkbox", static_cast<int>(id)}, on ? 1.0F : 0.0F, kSnappy);
    const float radius = kit.ios() ? 11.0F : 6.0F;
    if (part < 1) kit.ring(box, kit[Ground::Track], radius, 2);
    if (part <= 0) return;
    kit.push_opacity(std::clamp(part, 0.0F, 1.0F));
    kit.fill(box, kit[Ground::Button], radius);
    kit.icon(Icon::Check, box.centred(16, 16), kit[Ink::OnButton], 2);
    kit.pop_opacity();
}

int segmented(Kit& kit, const Ident& key, const Rect& area, std::span<const std::string_view> names, int selected) {
    kit.push_scope(key);
    kit.fill(area, kit[Ground::Field], 10);
    const int count = static_cast<int>(names.size());
    const Rect inner = area.inset(2);
    const float part = kit.animate("thumb", static_cast<float>(selected), kSnappy);
    Rect thumb = inner.column(0, count, 0);
    thumb.x += thumb.width * part;
    kit.shadow(thumb, 8, 6, 1.5F, 0.12F);
    kit.fill(thumb, kit[Ground::Thumb], 8);
    int tapped = -1;
    for (int i = 0; i < count; ++i) {
        const Rect place = inner.column(i, count, 0);
        const std::string_view name = names[static_cast<std::size_t>(i)];
        const Touch touch =
            kit.touch({"segment", i}, place, Role::Radio, name,
                      {.checked = i == selected ? Tristate::On : Tristate::Off, .position = i + 1, .set_size = count});
        kit.push_opacity(1 - 0.5F * touch.press);
        kit.text(place.inset(4, 0), name, {.type = Type::Segment, .align = Align::Centre, .spoken = false});
        kit.pop_opacity();
        kit.focus_ring(touch, place, 8);
        if (touch.tapped) tapped = i;
    }
    kit.pop_scope();
    return tapped;
}

float segmented_height(const Kit& kit) {
    return std::max(kit.ios() ? 36.0F : 44.0F, kit.line_height(Type::Segment) + 14);
}

float chips_height(const Kit& kit) {
    return std::max(36.0F, kit.line_height(Type::Label) + 16);
}

int chips(Kit& kit, const Ident& key, const Rect& area, std::span<const Chip> items, int reveal) {
    Strip strip(kit, key, area);
    const float height = chips_height(kit);
    const float radius = height / 2;
    const TextStyle plain{.type = Type::Label, .align = Align::Centre, .spoken = false};
    int tapped = -1;
    const int count = static_cast<int>(items.size());
    for (int i = 0; i < count; ++i) {
        const Chip& chip = items[static_cast<std::size_t>(i)];
        const float lead = chip.emoji.empty() ? 0.0F : 24.0F;
        const float width = kit.measure(chip.text, plain).width + lead + 28;
        const Rect slot = strip.take(width);
        const Touch touch =
            kit.touch({"chip", i}, slot, Role::Radio, chip.text,
                      {.checked = chip.selected ? Tristate::On : Tristate::Off, .position = i + 1, .set_size = count});
        if (touch.tapped) tapped = i;
        if (i == reveal) strip.reveal(slot);
        if (!kit.visible(slot)) continue;
        const Rect pill = slot.centred(width, height);
        const float on = kit.animate({"lit", i}, chip.selected ? 1.0F : 0.0F, kSnappy);
        kit.fill(pill, mix(kit[Ground::Section], kit[Ground::Button], on), radius);
        kit.press_look(touch, pill, radius);
        kit.focus_ring(touch, pill, radius);
        Rect words = pill.inset(14, 0);
        if (lead > 0) kit.emoji(words.cut_start(20).centred(20, 20), chip.emoji);
        if (lead > 0) words.cut_start(4);
        TextStyle style = plain;
        style.ink = chip.selected ? Ink::OnButton : Ink::Text;
        kit.text(words, chip.text, style);
    }
    return tapped;
}

Size stepper_size(const Kit& kit) {
    const float line = kit.line_height(Type::Price);
    return {2 * (kTapSize - 6) + std::max(32.0F, line * 1.4F), std::max(36.0F, line + 8)};
}

std::optional<int> stepper(Kit& kit, const Ident& key, const Rect& area, const StepperProps& props) {
    const std::string_view value = props.shown.empty() ? kit.number(props.value) : props.shown;
    kit.begin_group(key, area, Role::Group, props.name);
    kit.push_scope(key);
    const Rect pill = area.centred(area.width, stepper_size(kit).height);
    kit.fill(pill, kit[Ground::Field], pill.height / 2);
    std::optional<int> out;
    const auto side = [&](const char* name, Rect place, Icon icon, std::string_view spoken, int next, bool enabled) {
        const Touch touch = kit.touch(name, place, Role::Button, spoken, {.enabled = enabled});
        const Rect disc = place.centred(28, 28);
        kit.fill(disc, with_alpha(kit[Ground::Pressed], touch.press), 14);
        kit.icon(icon, place.centred(18, 18), enabled ? kit[Ink::Accent] : with_alpha(kit[Ink::Hint], 0.5F), 2);
        kit.focus_ring(touch, disc, 14);
        if (touch.tapped) out = next;
    };
    Rect middle = pill;
    const Rect first = middle.cut_start(kTapSize - 6);
    const Rect last = middle.cut_end(kTapSize - 6);
    const bool removes = props.trash_at_minimum && props.value - 1 <= props.minimum;
    side("less", first, removes ? Icon::Trash : Icon::Minus, props.decrease_name, props.value - 1,
         props.value > props.minimum);
    kit.text(middle, value, {.type = Type::Price, .align = Align::Centre, .spoken = false});
    kit.status("value", middle, value);
    side("more", last, Icon::Plus, props.increase_name, props.value + 1, props.value < props.maximum);
    kit.pop_scope();
    kit.end_group();
    return out;
}

int rating(Kit& kit, const Ident& key, const Rect& area, int stars, std::string_view name) {
    kit.push_scope(key);
    int tapped = 0;
    for (int i = 1; i <= 5; ++i) {
        const Rect place = area.column(i - 1, 5, 0);
        const Touch touch = kit.touch({"star", i}, place, Role::Radio, kit.join({name, kit.number(i)}, " "),
                                      {.checked = i == stars ? Tristate::On : Tristate::Off, .position = i, .set_size = 5});
        const Colour colour = i <= stars ? kit[Ground::Warning] : kit[Ground::Track];
        kit.icon(Icon::Star, place.centred(28, 28), colour, 2);
        if (i <= stars) {  // Filled by the same star, smaller and thick.
            kit.icon(Icon::Star, place.centred(17, 17), colour, 6);
            kit.fill(place.centred(9, 9), colour, 4);
        }
        kit.focus_ring(touch, place, 10);
        if (touch.tapped) tapped = i;
    }
    kit.pop_scope();
    return tapped;
}

}  // namespace kiosk::ui
