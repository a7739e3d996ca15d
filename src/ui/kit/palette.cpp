#include "ui/kit/palette.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

std::uint8_t to_byte(float value) {
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0F, 255.0F)));
}

float linear(std::uint8_t channel) {
    const float c = static_cast<float>(channel) / 255;
    return c <= 0.04045F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F);
}

float luminance(Colour c) {
    return 0.2126F * linear(c.r) + 0.7152F * linear(c.g) + 0.0722F * linear(c.b);
}

constexpr float kTextContrast = 4.5F;
constexpr float kStrongContrast = 7;
constexpr Colour kWhite{255, 255, 255, 255};
constexpr Colour kBlack{0, 0, 0, 255};

}  // namespace

Colour from_rgb(app::Rgb rgb) {
    return {static_cast<std::uint8_t>(rgb >> 16U), static_cast<std::uint8_t>(rgb >> 8U), static_cast<std::uint8_t>(rgb),
            255};
}

Colour with_alpha(Colour colour, float alpha) {
    colour.a = to_byte(static_cast<float>(colour.a) * alpha);
    return colour;
}

Colour mix(Colour from, Colour to, float amount) {
    const auto channel = [amount](std::uint8_t a, std::uint8_t b) {
        return to_byte(static_cast<float>(a) + (static_cast<float>(b) - static_cast<float>(a)) * amount);
    };
    return {channel(from.r, to.r), channel(from.g, to.g), channel(from.b, to.b), channel(from.a, to.a)};
}

Colour over(Colour top, Colour ground) {
    Colour out = mix(ground, top, static_cast<float>(top.a) / 255);
    out.a = ground.a;
    return out;
}

float contrast(Colour a, Colour b) {
    const float first = luminance(a) + 0.05F;
    const float second = luminance(b) + 0.05F;
    return std::max(first, second) / std::min(first, second);
}

namespace {

Colour far_end(Colour ground) {
    return contrast(kBlack, ground) >= contrast(kWhite, ground) ? kBlack : kWhite;
}

}  // namespace

Colour with_contrast(Colour ink, Colour ground, float at_least) {
    if (contrast(ink, ground) >= at_least) return ink;
    const Colour end = far_end(ground);
    for (int step = 1; step <= 32; ++step) {
        const Colour moved = mix(ink, end, static_cast<float>(step) / 32);
        if (contrast(moved, ground) >= at_least) return moved;
    }
    return end;
}

namespace {

void make_grounds(const app::Theme& theme, Palette& out) {
    const auto set = [&out](Ground ground, Colour colour) { out.grounds[static_cast<std::size_t>(ground)] = colour; };
    // Black or white must be readable on every ground at once, whatever a theme mixes.
    const Colour raw = from_rgb(theme.bg);
    const Colour end = far_end(raw);
    const auto ground = [end](Colour colour) { return with_contrast(colour, end, kStrongContrast); };
    const Colour bg = ground(raw);
    const Colour section = ground(from_rgb(theme.section_bg));
    const Colour accent = from_rgb(theme.button);
    const Colour text = with_contrast(from_rgb(theme.text), bg, kStrongContrast);
    Colour grouped = ground(from_rgb(theme.secondary_bg));
    // Some themes use one colour for both; cards need a ground to stand on.
    if (contrast(grouped, section) < 1.03F) grouped = mix(section, text, theme.dark ? 0.06F : 0.045F);
    set(Ground::Page, bg);
    set(Ground::Grouped, grouped);
    set(Ground::Section, section);
    // The ground gives way to the ink here: white on Telegram's blue stays white.
    set(Ground::Button, with_contrast(accent, from_rgb(theme.button_text), kTextContrast));
    set(Ground::Tint, with_contrast(mix(section, accent, theme.dark ? 0.22F : 0.11F), end, kStrongContrast));
    // Translucent, so that troughs show on cards and pages alike (as iOS' system fills do).
    set(Ground::Field, {118, 118, 128, static_cast<std::uint8_t>(theme.dark ? 61 : 31)});
    set(Ground::Pressed, with_alpha(text, theme.dark ? 0.09F : 0.07F));
    const Colour separator = from_rgb(theme.section_separator);
    set(Ground::Separator, contrast(separator, section) > 1.6F ? mix(section, text, 0.13F) : separator);
    set(Ground::Track, {120, 120, 128, static_cast<std::uint8_t>(theme.dark ? 92 : 46)});
    set(Ground::Thumb, theme.dark ? mix(section, kWhite, 0.24F) : kWhite);
    set(Ground::Dim, with_alpha(kBlack, theme.dark ? 0.6F : 0.4F));
    set(Ground::Toast, theme.dark ? Colour{58, 60, 64, 250} : Colour{32, 34, 38, 240});
    set(Ground::Badge, with_contrast(from_rgb(theme.destructive_text), kWhite, kTextContrast));
    set(Ground::Success, theme.dark ? Colour{48, 180, 90, 255} : Colour{40, 165, 80, 255});
    set(Ground::Warning, Colour{245, 158, 11, 255});
    set(Ground::Shadow, kBlack);
}

}  // namespace

Palette make_palette(const app::Theme& theme) {
    Palette out;
    out.dark = luminance(from_rgb(theme.bg)) < 0.2F;
    app::Theme known = theme;
    known.dark = out.dark;
    make_grounds(known, out);
    // An ink must be read on whichever ground it may meet: the worst of them decides.
    const auto set = [&out](Ink ink, app::Rgb rgb, float at_least, std::initializer_list<Ground> grounds,
                            bool on_fields = false) {
        Colour colour = from_rgb(rgb);
        for (int round = 0; round < 2; ++round) {
            for (const Ground ground : grounds) {
                colour = with_contrast(colour, out[ground], at_least);
                if (on_fields) colour = with_contrast(colour, over(out[Ground::Field], out[ground]), at_least);
            }
        }
        out.inks[static_cast<std::size_t>(ink)] = colour;
    };
    const auto pages = {Ground::Page, Ground::Grouped, Ground::Section, Ground::Tint};
    set(Ink::Text, theme.text, kStrongContrast, pages, true);
    Colour& thumb = out.grounds[static_cast<std::size_t>(Ground::Thumb)];
    thumb = with_contrast(thumb, out[Ink::Text], kTextContrast);
    set(Ink::Subtitle, theme.subtitle_text, kTextContrast, pages);
    set(Ink::Hint, theme.hint, kTextContrast, pages, true);
    set(Ink::Link, theme.link, kTextContrast, pages);
    set(Ink::Accent, theme.accent_text, kTextContrast, pages, true);
    set(Ink::Destructive, theme.destructive_text, kTextContrast, pages);
    Colour& danger = out.inks[static_cast<std::size_t>(Ink::Destructive)];
    const Colour start = danger;
    const auto is_read_on_its_wash = [&](Ground ground) {  // A button of its own paler self, which follows it.
        return contrast(danger, over(with_alpha(danger, kDestructiveWash), out[ground])) >= kTextContrast;
    };
    for (int step = 1; step <= 16 && !std::all_of(pages.begin(), pages.end(), is_read_on_its_wash); ++step) {
        danger = mix(start, far_end(out[Ground::Page]), static_cast<float>(step) / 16);
    }
    set(Ink::Success, out.dark ? 0x34c759 : 0x1c8a42, kTextContrast, pages);
    set(Ink::Warning, out.dark ? 0xffb020 : 0x9a5b00, kTextContrast, pages);
    set(Ink::SectionHeader, theme.section_header_text, kTextContrast, pages);
    set(Ink::OnButton, theme.button_text, kTextContrast, {Ground::Button});
    set(Ink::OnTint, theme.accent_text, kTextContrast, {Ground::Tint});
    set(Ink::OnToast, 0xffffff, kTextContrast, {Ground::Toast});
    set(Ink::OnBadge, 0xffffff, kTextContrast, {Ground::Badge});
    return out;
}

Palette mix(const Palette& from, const Palette& to, float amount) {
    Palette out = to;
    for (std::size_t i = 0; i < out.inks.size(); ++i) out.inks[i] = mix(from.inks[i], to.inks[i], amount);
    for (std::size_t i = 0; i < out.grounds.size(); ++i) out.grounds[i] = mix(from.grounds[i], to.grounds[i], amount);
    return out;
}

Colour picture_ground(const Palette& palette, std::uint64_t seed) {
    static constexpr Colour kTints[] = {{255, 149, 0, 255},  {255, 204, 0, 255},  {52, 199, 89, 255},
                                        {48, 176, 199, 255}, {90, 160, 250, 255}, {175, 110, 240, 255},
                                        {255, 90, 120, 255}, {200, 150, 100, 255}};
    const Colour tint = kTints[(seed ^ (seed >> 29U)) % std::size(kTints)];
    return mix(palette[Ground::Section], tint, palette.dark ? 0.2F : 0.16F);
}

}  // namespace kiosk::ui
