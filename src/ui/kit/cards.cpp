#include <algorithm>

#include "ui/kit/widgets.h"

namespace kiosk::ui {

namespace {

constexpr float kFrame = 6;
constexpr float kCardRadius = 16;

float picture_height(float width) {
    return std::min((width - 2 * kFrame) * 0.78F, 200.0F);
}

float add_size(const Kit& kit) {
    return std::max(34.0F, kit.line_height(Type::Label) + 8);
}

float foot_height(const Kit& kit) {
    return std::max(add_size(kit), kit.line_height(Type::Price));
}

// A name of one line leaves room to say what it is.
void draw_name(Kit& kit, Rect area, const CardProps& props) {
    const TextStyle style{.type = Type::Label, .max_lines = 2, .middle = false, .spoken = false};
    area.cut_top(kit.text(area, props.name, style));
    const TextStyle quiet{.type = Type::Footnote, .ink = Ink::Hint, .middle = false, .spoken = false};
    if (area.height >= kit.line_height(Type::Footnote)) kit.text(area, props.description, quiet);
}

void draw_add(Kit& kit, const Touch& touch, const Rect& disc, int in_cart) {
    const bool has = in_cart > 0;
    kit.push_opacity(1 - 0.3F * touch.press);
    kit.fill(disc, has ? kit[Ground::Button] : kit[Ground::Tint], disc.height / 2);
    if (has) {
        kit.text(disc, kit.number(in_cart),
                 {.type = Type::Label, .ink = Ink::OnButton, .align = Align::Centre, .spoken = false});
    } else {
        kit.icon(Icon::Plus, disc.centred(19, 19), kit[Ink::OnTint], 2.2F);
    }
    kit.pop_opacity();
    kit.focus_ring(touch, disc, disc.height / 2);
}

}  // namespace

int card_columns(const Kit& kit, float width) {
    const float scale = kit.frame().text_scale;
    return std::max(scale < 1.4F ? 2 : 1, static_cast<int>(width / (200 * scale)));
}

float card_height(Kit& kit, float width) {
    return kFrame + picture_height(width) + 8 + 2 * kit.line_height(Type::Label) + 6 + foot_height(kit) + 10;
}

CardEvent card(Kit& kit, const Ident& key, const Rect& area, const CardProps& props) {
    CardEvent event;
    const bool gone = !props.sold_out.empty();
    const std::string_view has =
        props.in_cart > 0 ? kit.join({props.in_cart_name, kit.number(props.in_cart)}, " ") : std::string_view{};
    const std::string_view amount = gone ? props.sold_out : props.price;
    const Touch touch = kit.touch(key, area, Role::Button, props.name,
                                  {.description = kit.join({props.tag, amount, props.description, has}, ", ")});
    event.opened = touch.tapped;
    kit.push_scope(key);
    Rect body = area.inset(kFrame);
    const Rect picture = body.cut_top(picture_height(area.width));
    body.cut_top(8);
    body = body.inset(6, 0);
    const Rect name = body.cut_top(2 * kit.line_height(Type::Label));
    Rect foot = area.inset(12, 10);
    foot = foot.cut_bottom(foot_height(kit));
    const Rect disc = foot.cut_end(add_size(kit)).centred(add_size(kit), add_size(kit));
    Touch add;
    if (!gone) {
        const float reach = std::max(0.0F, (48 - disc.height) / 2);
        add = kit.touch("add", disc.inset(-reach), Role::Button, props.add_name);
        event.added = add.tapped;
    }
    if (kit.visible(area)) {
        const float squeeze = kit.ios() ? 1.5F * touch.press : 0;
        const Rect ground = area.inset(squeeze);
        if (!kit.palette().dark) kit.shadow(ground, kCardRadius, 8, 2, 0.05F);
        kit.fill(ground, kit[Ground::Section], kCardRadius);
        if (!kit.ios()) kit.press_look(touch, ground, kCardRadius);
        kit.push_opacity(gone ? 0.5F : 1);
        kit.art(picture, props.picture_url, props.emoji, props.seed, kCardRadius - 5);
        draw_name(kit, name, props);
        kit.pop_opacity();
        if (!props.tag.empty()) {
            kit.over_pictures(true);
            tag(kit, {picture.x + 6, picture.y + 6}, props.tag, Ground::Badge, Ink::OnBadge);
            kit.over_pictures(false);
        }
        if (gone) {
            kit.text(foot, props.sold_out, {.type = Type::Subhead, .ink = Ink::Hint, .spoken = false});
        } else {
            draw_add(kit, add, disc, props.in_cart);
            foot.cut_end(6);
            const TextStyle price{.type = Type::Price, .spoken = false};
            kit.text(foot.cut_start(kit.measure(props.price, price).width), props.price, price);
            foot.cut_start(5);
            former_price(kit, foot, props.was_price);
        }
        kit.focus_ring(touch, area, kCardRadius);
    }
    kit.pop_scope();
    return event;
}

}  // namespace kiosk::ui
