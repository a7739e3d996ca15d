#pragma once
// All colours of the app, made from the 15 theme parameters of the Telegram client. What the theme leaves open is derived, and
// every pair of ink and ground that carries text is brought to a contrast of 4.5:1 (WCAG 2.2, 1.4.3) without changing its hue
// more than needed. Pure.

#include <array>
#include <cstddef>
#include <cstdint>

#include "app/telegram.h"

namespace kiosk::ui {

struct Colour {  // Straight alpha, 0..255 each.
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;

    bool operator==(const Colour&) const = default;
};

// What a colour is for: inks are drawn with, grounds are drawn on.
enum class Ink : std::uint8_t {
    Text,
    Subtitle,
    Hint,
    Link,
    Accent,  // Prices, the selected tab.
    Destructive,
    Success,
    Warning,
    SectionHeader,
    OnButton,  // On Ground::Button.
    OnTint,    // Accent on Ground::Tint.
    OnToast,
    OnBadge,  // On Ground::Badge.
    Count_,
};

enum class Ground : std::uint8_t {
    Page,     // Plain page (search, product sheet).
    Grouped,  // Behind sections and cards.
    Section,  // Sections, cards, sheets.
    Button,
    Tint,     // Pale accent: secondary buttons, chosen chips.
    Field,    // Search field, segmented control's trough.
    Pressed,  // A cell under the finger; translucent.
    Separator,
    Track,  // A switch that is off, skeletons, progress rails.
    Thumb,  // Of a switch or segmented control.
    Dim,    // Behind sheets; translucent.
    Toast,
    Badge,
    Success,
    Warning,
    Shadow,
    Count_,
};

[[nodiscard]] Colour from_rgb(app::Rgb rgb);
[[nodiscard]] Colour with_alpha(Colour colour, float alpha);
[[nodiscard]] Colour mix(Colour from, Colour to, float amount);  // amount 0: from, 1: to.
[[nodiscard]] Colour over(Colour top, Colour ground);            // Composited; opaque when ground is.
[[nodiscard]] float contrast(Colour a, Colour b);                // 1..21, WCAG relative luminance.
// The ink moved towards black or white just as far as the contrast asks for.
[[nodiscard]] Colour with_contrast(Colour ink, Colour ground, float at_least);

struct Palette {
    bool dark = false;
    std::array<Colour, static_cast<std::size_t>(Ink::Count_)> inks;
    std::array<Colour, static_cast<std::size_t>(Ground::Count_)> grounds;

    [[nodiscard]] Colour operator[](Ink ink) const { return inks[static_cast<std::size_t>(ink)]; }
    [[nodiscard]] Colour operator[](Ground ground) const { return grounds[static_cast<std::size_t>(ground)]; }

    bool operator==(const Palette&) const = default;
};

[[nodiscard]] Palette make_palette(const app::Theme& theme);
[[nodiscard]] Palette mix(const Palette& from, const Palette& to, float amount);

// How opaque the ground of a destructive button is, in its own ink.
inline constexpr float kDestructiveWash = 0.12F;

// A pale, friendly ground for a picture or emoji, chosen by a seed (a product's id), fitting light and dark.
[[nodiscard]] Colour picture_ground(const Palette& palette, std::uint64_t seed);

}  // namespace kiosk::ui
