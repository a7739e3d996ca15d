#pragma once
// The type scale: one named style a job, close to the platform's own (Apple's HIG sizes; Material 3 type tokens), times the
// customer's text size setting. Pure.

#include <cstdint>

#include "ui/ports.h"

namespace kiosk::ui {

enum class Physics : std::uint8_t { Ios, Material };

enum class Type : std::uint8_t {
    LargeTitle,  // Page titles at rest.
    Title,       // Product name in its sheet, totals.
    Headline,    // Emphasised body: card names, button texts.
    Body,
    Callout,
    Subhead,     // Second lines.
    Footnote,    // Section headers and footers.
    Caption,     // Tags, badges, timeline times.
    Price,       // Body with digits of equal width, medium.
    PriceLarge,  // Title with digits of equal width, bold.
    Hero,        // Pickup codes, game scores.
    Label,       // Names on cards, chips: small and medium weight.
    Segment,     // Of a segmented control; hardly grows, as on both platforms, for all segments must fit.
};

struct TypeStyle {
    Font font;
    float line_height = 20;  // CSS pixels, baseline to baseline.

    bool operator==(const TypeStyle&) const = default;
};

// text_scale 1 is 100 %. Large titles grow less than small text, as on both platforms.
[[nodiscard]] TypeStyle type_style(Type type, Physics physics, float text_scale);

}  // namespace kiosk::ui
