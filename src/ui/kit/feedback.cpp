#include <algorithm>
#include <cmath>
#include <string>

#include "ui/kit/widgets.h"

namespace kiosk::ui {

void badge(Kit& kit, Point centre, std::string_view text) {
    const TextStyle style{.type = Type::Caption, .ink = Ink::OnBadge, .align = Align::Centre, .spoken = false};
    const float height = std::max(18.0F, kit.line_height(Type::Caption) + 2);
    const float width = std::max(height, kit.measure(text, style).width + 10);
    const Rect pill{centre.x - width / 2, centre.y - height / 2, width, height};
    kit.fill(pill, kit[Ground::Badge], height / 2);
    kit.text(pill, text, style);
}

float tag(Kit& kit, Point top_start, std::string_view text, Ground ground, Ink ink) {
    const TextStyle style{.type = Type::Caption, .ink = ink, .align = Align::Centre, .spoken = false};
    const float width = kit.measure(text, style).width + 12;
    const float height = kit.line_height(Type::Caption) + 4;
    const Rect pill{top_start.x, top_start.y, width, height};
    kit.fill(pill, kit[ground], std::min(7.0F, height / 2));
    kit.text(pill, text, style);
    return width;
}

void divider(Kit& kit, const Rect& area) {
    kit.hairline(area, kit[Ground::Separator]);
}

void skeleton(Kit& kit, const Rect& area, float radius) {
    float glow = 0.55F;
    if (!kit.frame().reduced_motion) {
        glow = 0.55F + 0.2F * static_cast<float>(std::sin(kit.frame().now_ms / 320));
        kit.wake();
    }
    kit.fill(area, with_alpha(kit[Ground::Track], glow), radius);
}

// Eight spokes whose light runs round, as both platforms' older spinners do; it turns in steps, so it needs 12 frames a second.
void spinner(Kit& kit, const Rect& area, Colour colour) {
    constexpr int kSpokes = 8;
    constexpr double kStepMs = 85;
    const double now = kit.frame().now_ms;
    const int lit = static_cast<int>(std::fmod(now / kStepMs, kSpokes));
    const float reach = std::min(area.width, area.height) / 2;
    for (int i = 0; i < kSpokes; ++i) {
        const float angle = static_cast<float>(i) * 0.785398F;
        const float x = std::sin(angle);
        const float y = -std::cos(angle);
        const int age = (lit - i + kSpokes) % kSpokes;
        kit.line({area.centre_x() + x * reach * 0.5F, area.centre_y() + y * reach * 0.5F},
                 {area.centre_x() + x * reach * 0.9F, area.centre_y() + y * reach * 0.9F},
                 with_alpha(colour, 1 - 0.1F * static_cast<float>(age)), reach * 0.18F);
    }
    kit.wake_at(now + kStepMs);
}

void progress_bar(Kit& kit, const Ident& key, const Rect& area, float part, std::string_view name) {
    const float shown = kit.animate(key, std::clamp(part, 0.0F, 1.0F), {500, 1});
    const Rect rail = area.centred(area.width, 6);
    kit.fill(rail, kit[Ground::Track], 3);
    kit.fill({rail.x, rail.y, std::max(6.0F, rail.width * std::clamp(shown, 0.0F, 1.0F)), 6}, kit[Ground::Button], 3);
    kit.progress(key, area, name, std::to_string(std::lround(part * 100)));
}

namespace {

struct StepLook {
    Colour dot;
    Ink title;
    Icon icon;
};

StepLook look_of(const Kit& kit, StepState state) {
    switch (state) {
        case StepState::Done:
            return {kit[Ground::Success], Ink::Text, Icon::Check};
        case StepState::Current:
            return {kit[Ground::Button], Ink::Text, Icon::None};
        case StepState::Failed:
            return {kit[Ink::Destructive], Ink::Destructive, Icon::Close};
        case StepState::Ahead:
            break;
    }
    return {kit[Ground::Track], Ink::Hint, Icon::None};
}

}  // namespace

void timeline(Section& section, const Ident& key, std::span<const Step> steps) {
    Kit& kit = section.kit();
    constexpr float kDisc = 28;
    const TextStyle detail{.type = Type::Subhead, .ink = Ink::Subtitle, .max_lines = 2, .middle = false, .spoken = false};
    const TextStyle time{.type = Type::Footnote, .ink = Ink::Hint, .align = Align::End, .spoken = false};
    kit.push_scope(key);
    kit.begin_group("steps", {}, Role::List, {});
    float times = 0;
    for (const Step& step : steps) times = std::max(times, kit.measure(step.time, time).width);
    for (std::size_t i = 0; i < steps.size(); ++i) {
        const Step& step = steps[i];
        const StepLook look = look_of(kit, step.state);
        const bool last = i + 1 == steps.size();
        const TextStyle title{.type = step.state == StepState::Current ? Type::Headline : Type::Body,
                              .ink = look.title,
                              .max_lines = 2,
                              .spoken = false};
        const float room = section.width() - 2 * kGutter - kDisc - 12 - times - 8;
        const float title_height = std::max(kDisc, kit.measure(step.title, title, room).height);
        const float words = title_height + kit.measure(step.detail, detail, room).height;
        const float height = std::max(words, kDisc) + (last ? 20.0F : 28.0F);
        Rect area = section.row(height);
        const Ident name{"step", static_cast<int>(i)};
        kit.begin_group(name, area, Role::ListItem, kit.join({step.title, step.time, step.detail}, ", "));
        kit.end_group();
        if (!kit.visible(area)) continue;
        Rect body = area.inset(kGutter, 10);
        const Rect disc = body.cut_start(kDisc).cut_top(kDisc);
        body.cut_start(12);
        if (!last) {
            const float done =
                kit.animate({"line", static_cast<int>(i)}, step.state == StepState::Done ? 1.0F : 0.0F, {600, 1});
            const Rect rail{disc.centre_x() - 1, disc.bottom() + 3, 2, area.bottom() + 7 - disc.bottom()};
            kit.fill(rail, kit[Ground::Track], 1);
            kit.fill({rail.x, rail.y, 2, rail.height * done}, kit[Ground::Success], 1);
        }
        const bool plain = step.state == StepState::Ahead;
        if (step.state == StepState::Current) kit.ring(disc.inset(-3), with_alpha(look.dot, 0.3F), kDisc / 2 + 3, 3);
        kit.fill(disc, plain ? kit[Ground::Field] : look.dot, kDisc / 2);
        if (look.icon != Icon::None) {
            kit.icon(look.icon, disc.centred(17, 17), {255, 255, 255, 255}, 2.2F);
        } else if (!step.emoji.empty()) {
            kit.push_opacity(plain ? 0.45F : 1);
            kit.emoji(disc.centred(18, 18), step.emoji);
            kit.pop_opacity();
        }
        const Rect at = body.cut_end(times).cut_top(std::max(kDisc, kit.line_height(Type::Body)));
        kit.text(at, step.time, time);
        body.cut_end(8);
        kit.text(body.cut_top(title_height), step.title, title);
        kit.text(body, step.detail, detail);
    }
    kit.end_group();
    kit.pop_scope();
}

bool empty_state(Page& page, const Ident& key, const EmptyProps& props) {
    Kit& kit = page.kit();
    const float width = std::min(page.gutter_row(0).width, 320.0F);
    const TextStyle title{.type = Type::Title, .align = Align::Centre, .max_lines = 0, .middle = false};
    const TextStyle text{
        .type = Type::Callout, .ink = Ink::Subtitle, .align = Align::Centre, .max_lines = 0, .middle = false};
    const float title_height = kit.measure(props.title, title, width).height;
    const float text_height = kit.measure(props.text, text, width).height;
    const float foot = std::max(50.0F, kit.line_height(Type::Headline) + 20);
    const float height = 96 + 16 + title_height + 8 + text_height + (props.button.empty() ? 0.0F : 24 + foot);
    const float room = page.rest().height;
    page.gap(std::max(24.0F, (room - height) * 0.42F));
    Rect area = page.gutter_row(height);
    area = area.centred(width, height);
    kit.emoji(area.cut_top(96).centred(88, 88), props.emoji);
    area.cut_top(16);
    kit.text(area.cut_top(title_height), props.title, title);
    area.cut_top(8);
    kit.text(area.cut_top(text_height), props.text, text);
    if (props.button.empty()) return false;
    area.cut_top(24);
    return button(kit, key, area.cut_top(foot), {.text = props.button});
}

bool banner(Page& page, const Ident& key, const BannerProps& props) {
    Kit& kit = page.kit();
    const TextStyle title{.type = Type::Label, .max_lines = 2, .middle = false, .spoken = false};
    const TextStyle text{.type = Type::Subhead, .ink = Ink::Subtitle, .max_lines = 3, .middle = false, .spoken = false};
    const float lead = props.emoji.empty() ? 0.0F : 44.0F;
    const float trail = props.tappable ? 20.0F : 0.0F;
    const float room = page.gutter_row(0).width - 2 * 14 - lead - trail;
    const float title_height = kit.measure(props.title, title, room).height;
    const float text_height = kit.measure(props.text, text, room).height;
    const Rect area = page.gutter_row(std::max(title_height + text_height + 2, 36.0F) + 24);
    Touch touch;
    if (props.tappable) {
        touch = kit.touch(key, area, Role::Button, props.title, {.description = props.text});
    } else {
        kit.begin_group(key, area, Role::Text, kit.join({props.title, props.text}, ", "));
        kit.end_group();
    }
    if (!kit.visible(area)) return touch.tapped;
    kit.fill(area, kit[props.ground], 14);
    kit.press_look(touch, area, 14);
    kit.focus_ring(touch, area, 14);
    Rect body = area.inset(14, 12);
    if (lead > 0) kit.emoji(body.cut_start(lead - 10).centred(32, 32), props.emoji);
    if (lead > 0) body.cut_start(10);
    if (trail > 0) kit.icon(Icon::ChevronForward, body.cut_end(16).centred(16, 16), with_alpha(kit[Ink::Hint], 0.7F));
    Rect words = body.centred(body.width, title_height + text_height + 2);
    words.width = room;
    words.x = body.x;
    kit.text(words.cut_top(title_height), props.title, title);
    words.cut_top(2);
    kit.text(words, props.text, text);
    return touch.tapped;
}

}  // namespace kiosk::ui
