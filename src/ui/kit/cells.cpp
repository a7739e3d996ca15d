#include <algorithm>

#include "ui/kit/widgets.h"

namespace kiosk::ui {

namespace {

constexpr float kPicture = 56;
constexpr float kEmoji = 30;
constexpr float kIconTile = 30;

float lead_width(const CellProps& props) {
    if (!props.picture_url.empty()) return kPicture + 12;
    if (!props.emoji.empty()) return kEmoji + 12;
    return props.icon != Icon::None ? kIconTile + 12 : 0;
}

float trail_width(const CellProps& props) {
    switch (props.trailing) {
        case Trailing::None:
        case Trailing::Value:
            return 0;
        case Trailing::Chevron:
            return 20;
        case Trailing::Switch:
            return 60;
        case Trailing::Radio:
        case Trailing::Check:
        case Trailing::Checkbox:
            return 32;
    }
    return 0;
}

TextStyle title_style(const Kit& kit, const CellProps& props) {
    const int lines = props.title_lines + (kit.frame().text_scale > 1.3F ? 2 : 0);
    return {.type = props.title_type, .ink = props.title_ink, .max_lines = lines, .spoken = false};
}
TextStyle subtitle_style(const CellProps& props) {
    return {.type = Type::Subhead, .ink = Ink::Subtitle, .max_lines = props.subtitle_lines, .spoken = false};
}
// What a row leads to is told quietly, an amount is told as one.
TextStyle value_style(const CellProps& props) {
    return {.type = props.trailing == Trailing::Chevron ? Type::Body : Type::Price,
            .ink = props.value_ink,
            .align = Align::End,
            .spoken = false};
}

struct CellLayout {
    float value = 0;
    float was = 0;
    Size title;
    Size subtitle;
    float height = 0;
};

CellLayout lay_out(Kit& kit, const CellProps& props, float width) {
    CellLayout out;
    float room = width - 2 * kGutter - lead_width(props) - trail_width(props);
    if (!props.value.empty()) {
        // An amount is never cut.
        const float most = props.trailing == Trailing::Chevron ? room * 0.6F : room;
        out.value = std::min(kit.measure(props.value, value_style(props)).width, most);
    }
    if (!props.was_value.empty()) out.was = kit.measure(props.was_value, {.type = Type::Footnote}).width + 6;
    room -= out.value > 0 ? out.value + out.was + 12 : 0;
    out.title = kit.measure(props.title, title_style(kit, props), room);
    out.subtitle = kit.measure(props.subtitle, subtitle_style(props), room);
    const float words = out.title.height + (out.subtitle.height > 0 ? out.subtitle.height + 2 : 0);
    const float lead = props.picture_url.empty() ? 0 : kPicture;
    out.height = std::max({kit.ios() ? 46.0F : 50.0F, words + (out.subtitle.height > 0 ? 20.0F : 22.0F), lead + 16});
    return out;
}

void draw_lead(Kit& kit, Rect& area, const CellProps& props) {
    if (lead_width(props) <= 0) return;
    const Rect place = area.cut_start(lead_width(props) - 12);
    area.cut_start(12);
    if (!props.picture_url.empty()) {
        kit.art(place.centred(kPicture, kPicture), props.picture_url, props.emoji, props.picture_seed, 10);
    } else if (!props.emoji.empty()) {
        kit.emoji(place.centred(kEmoji, kEmoji), props.emoji);
    } else if (kit.ios()) {
        const Rect tile = place.centred(kIconTile, kIconTile);
        kit.fill(tile, kit[props.icon_ground], 7);
        kit.icon(props.icon, tile.centred(20, 20), kit[Ink::OnButton], 1.8F);
    } else {
        kit.icon(props.icon, place.centred(24, 24), kit[Ink::Hint], 1.9F);
    }
}

void draw_trail(Kit& kit, Rect& area, const CellProps& props, NodeId id) {
    const float width = trail_width(props);
    if (width <= 0) return;
    const Rect place = area.cut_end(width);
    switch (props.trailing) {
        case Trailing::Chevron: {
            Rect edge = place;
            kit.icon(Icon::ChevronForward, edge.cut_end(14).centred(16, 16), with_alpha(kit[Ink::Hint], 0.6F), 1.8F);
            break;
        }
        case Trailing::Switch:
            draw_switch(kit, {place.end() - 51, place.y, 51, place.height}, id, props.on);
            break;
        case Trailing::Radio:
            draw_radio(kit, {place.end() - 22, place.y, 22, place.height}, id, props.on);
            break;
        case Trailing::Checkbox:
            draw_checkbox(kit, {place.end() - 22, place.y, 22, place.height}, id, props.on);
            break;
        case Trailing::Check:
            if (props.on) kit.icon(Icon::Check, {place.end() - 22, place.y, 22, place.height}, kit[Ink::Accent], 2.2F);
            break;
        case Trailing::None:
        case Trailing::Value:
            break;
    }
}

Role role_of(const CellProps& props) {
    switch (props.trailing) {
        case Trailing::Switch:
            return Role::Switch;
        case Trailing::Radio:
        case Trailing::Check:
            return Role::Radio;
        case Trailing::Checkbox:
            return Role::Checkbox;
        default:
            return Role::Button;
    }
}

}  // namespace

float cell_height(Kit& kit, const CellProps& props, float width) {
    return lay_out(kit, props, width).height;
}

bool cell(Section& section, const Ident& key, const CellProps& props) {
    Kit& kit = section.kit();
    const float width = section.width();
    const CellLayout sizes = lay_out(kit, props, width);
    const float lead = lead_width(props);
    Rect area = section.row(sizes.height, lead > 0 ? kGutter + lead : -1);
    const std::string_view description = kit.join({props.subtitle, props.value}, ", ");
    Touch touch;
    if (props.tappable) {
        const bool checkable = role_of(props) != Role::Button;
        touch = kit.touch(key, area, role_of(props), props.title,
                          {.enabled = props.enabled,
                           .description = description,
                           .checked = !checkable ? Tristate::None
                                      : props.on ? Tristate::On
                                                 : Tristate::Off});
    } else {
        kit.begin_group(key, area, Role::Text, kit.join({props.title, description}, ", "));
        kit.end_group();
    }
    if (!kit.visible(area)) return touch.tapped;
    kit.press_look(touch, area, kit.ios() ? kRadius : 0);
    kit.focus_ring(touch, area.inset(3), kRadius);
    kit.push_opacity(props.enabled ? 1 : 0.45F);
    area = area.inset(kGutter, 0);
    draw_lead(kit, area, props);
    draw_trail(kit, area, props, touch.id == 0 ? kit.id(key) : touch.id);
    if (sizes.value > 0) {
        kit.text(area.cut_end(sizes.value), props.value, value_style(props));
        if (sizes.was > 0) {
            area.cut_end(6);
            kit.text(area.cut_end(sizes.was - 6), props.was_value,
                     {.type = Type::Footnote, .ink = Ink::Hint, .align = Align::End, .struck = true, .spoken = false});
        }
        area.cut_end(12);
    }
    const float words = sizes.title.height + (sizes.subtitle.height > 0 ? sizes.subtitle.height + 2 : 0);
    Rect text = area.centred(area.width, words);
    kit.text(text.cut_top(sizes.title.height), props.title, title_style(kit, props));
    text.cut_top(2);
    kit.text(text, props.subtitle, subtitle_style(props));
    kit.pop_opacity();
    return touch.tapped;
}

void paragraph(Section& section, std::string_view words, const TextStyle& style) {
    Kit& kit = section.kit();
    TextStyle free = style;
    free.max_lines = style.max_lines == 1 ? 0 : style.max_lines;
    free.middle = false;
    const float height = kit.measure(words, free, section.width() - 2 * kGutter).height;
    kit.text(section.row(height + 24).inset(kGutter, 12), words, free);
}

void amount_row(Section& section, std::string_view name, std::string_view amount, bool strong, Ink ink) {
    Kit& kit = section.kit();
    const TextStyle words{.type = strong ? Type::Headline : Type::Body,
                          .ink = strong ? Ink::Text : Ink::Subtitle,
                          .max_lines = 3,
                          .spoken = false};
    const TextStyle figures{
        .type = strong ? Type::PriceLarge : Type::Price, .ink = ink, .align = Align::End, .spoken = false};
    const float width = kit.measure(amount, figures).width;
    const float room = section.width() - 2 * kGutter - width - 12;
    const float height = std::max(kit.measure(name, words, room).height, kit.line_height(words.type));
    Rect area = section.row(height + (strong ? 22.0F : 16.0F));
    kit.begin_group(name, area, Role::Text, kit.join({name, amount}, ", "));
    kit.end_group();
    area = area.inset(kGutter, 0);
    kit.text(area.cut_end(width), amount, figures);
    area.cut_end(12);
    kit.text(area, name, words);
}

void former_price(Kit& kit, const Rect& area, std::string_view price) {
    const TextStyle style{.type = Type::Footnote, .ink = Ink::Hint, .struck = true, .spoken = false};
    if (kit.measure(price, style).width <= area.width) kit.text(area, price, style);
}

LineEvent line_cell(Section& section, const Ident& key, const LineProps& props) {
    Kit& kit = section.kit();
    const TextStyle title{.type = Type::Headline, .max_lines = 2, .middle = false, .spoken = false};
    const TextStyle small{.type = Type::Subhead, .ink = Ink::Subtitle, .max_lines = 3, .middle = false, .spoken = false};
    TextStyle bad = small;
    bad.ink = Ink::Destructive;
    constexpr float kTile = 64;
    const float room = section.width() - 2 * kGutter - kTile - 12;
    const float title_height = kit.measure(props.title, title, room).height;
    const float subtitle_height = kit.measure(props.subtitle, small, room).height;
    const float problem_height = kit.measure(props.problem, bad, room).height;
    const float words = title_height + subtitle_height + problem_height + 4;
    const Size step = stepper_size(kit);
    const float price = kit.measure(props.price, {.type = Type::Price}).width;
    const bool stacked = price + 8 + step.width > room;  // Large text: the price stands above its stepper.
    const float foot = step.height + (stacked ? kit.line_height(Type::Price) + 6 : 0);
    Rect area = section.row(std::max(words + foot + 8, kTile) + 24);

    LineEvent event;
    kit.push_scope(key);
    Rect body = area.inset(kGutter, 12);
    Rect hit = area;
    hit.cut_bottom(foot + 12);
    const std::string_view times = kit.join({kit.number(props.stepper.value), "×"});
    const Touch touch = kit.touch("open", hit, Role::Button, props.title,
                                  {.description = kit.join({times, props.subtitle, props.problem, props.price}, ", ")});
    event.opened = touch.tapped;
    kit.press_look(touch, area, kit.ios() ? kRadius : 0);
    kit.focus_ring(touch, area.inset(3), kRadius);
    kit.art(body.cut_start(kTile).cut_top(kTile), props.picture_url, props.emoji, props.seed, 12);
    body.cut_start(12);
    Rect bottom = body.cut_bottom(foot);
    kit.text(body.cut_top(title_height), props.title, title);
    body.cut_top(2);
    kit.text(body.cut_top(subtitle_height), props.subtitle, small);
    kit.text(body.cut_top(problem_height), props.problem, bad);
    Rect amount = stacked ? bottom.cut_bottom(step.height) : bottom;
    event.quantity = stepper(kit, "quantity", amount.cut_end(step.width), props.stepper);
    if (!stacked) bottom.cut_end(step.width + 8);
    kit.text(bottom.cut_start(price), props.price, {.type = Type::Price, .spoken = false});
    bottom.cut_start(6);
    former_price(kit, bottom, props.was_price);
    kit.pop_scope();
    return event;
}

}  // namespace kiosk::ui
