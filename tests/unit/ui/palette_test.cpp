#include "ui/kit/palette.h"

#include <gtest/gtest.h>

#include "base/rng.h"

namespace kiosk::ui {
namespace {

app::Theme random_theme(Rng& rng) {
    app::Theme theme;
    for (app::Rgb* colour :
         {&theme.bg, &theme.text, &theme.hint, &theme.link, &theme.button, &theme.button_text, &theme.secondary_bg,
          &theme.header_bg, &theme.bottom_bar_bg, &theme.accent_text, &theme.section_bg, &theme.section_header_text,
          &theme.section_separator, &theme.subtitle_text, &theme.destructive_text}) {
        *colour = rng.below(0x1000000);
    }
    return theme;
}

// Grounds of one theme resemble each other; ink is checked against those it is drawn on.
app::Theme random_sane_theme(Rng& rng) {
    app::Theme theme = random_theme(rng);
    theme.dark = rng.below(2) == 1;
    const app::Rgb base = theme.dark ? 0x101010 : 0xe8e8e8;
    for (app::Rgb* ground : {&theme.bg, &theme.secondary_bg, &theme.section_bg}) {
        *ground = base + (rng.below(0x16) << 16U) + (rng.below(0x16) << 8U) + rng.below(0x16);
    }
    return theme;
}

TEST(Palette, KeepsTextReadableInAnyTheme) {
    Rng rng(11);
    for (int round = 0; round < 2000; ++round) {
        const Palette palette = make_palette(random_sane_theme(rng));
        for (const Ink ink : {Ink::Text, Ink::Subtitle, Ink::Hint, Ink::Link, Ink::Accent, Ink::Destructive,
                              Ink::SectionHeader, Ink::Success, Ink::Warning}) {
            for (const Ground ground : {Ground::Page, Ground::Grouped, Ground::Section}) {
                ASSERT_GE(contrast(palette[ink], palette[ground]), 4.5F)
                    << "round " << round << " ink " << static_cast<int>(ink) << " ground " << static_cast<int>(ground);
            }
        }
        ASSERT_GE(contrast(palette[Ink::OnTint], palette[Ground::Tint]), 4.5F);
        ASSERT_GE(contrast(palette[Ink::OnButton], palette[Ground::Button]), 4.5F);
    }
}

TEST(Palette, LeavesAReadableThemeAlone) {
    app::Theme theme;
    theme.hint = 0x606060;
    EXPECT_EQ(make_palette(theme)[Ink::Hint], from_rgb(0x606060));
    EXPECT_EQ(make_palette(theme)[Ink::Text], from_rgb(0x000000));
}

TEST(Palette, GivesCardsAGroundToStandOn) {
    app::Theme theme;
    theme.secondary_bg = theme.section_bg = 0xffffff;
    const Palette palette = make_palette(theme);
    EXPECT_GT(contrast(palette[Ground::Grouped], palette[Ground::Section]), 1.03F);
}

}  // namespace
}  // namespace kiosk::ui
