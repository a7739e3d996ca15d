#include "ui/kit/palette.h"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "base/rng.h"

namespace kiosk::ui {
namespace {

std::array<app::Rgb*, 15> colours_of(app::Theme& theme) {
    return {&theme.bg,
            &theme.text,
            &theme.hint,
            &theme.link,
            &theme.button,
            &theme.button_text,
            &theme.secondary_bg,
            &theme.header_bg,
            &theme.bottom_bar_bg,
            &theme.accent_text,
            &theme.section_bg,
            &theme.section_header_text,
            &theme.section_separator,
            &theme.subtitle_text,
            &theme.destructive_text};
}

app::Theme random_theme(Rng& rng) {
    app::Theme theme;
    for (app::Rgb* colour : colours_of(theme)) *colour = rng.below(0x1000000);
    return theme;
}

// Every pair of ink and ground that the kit writes with.
std::vector<std::string> unreadable(const Palette& palette) {
    std::vector<std::string> found;
    const auto check = [&](const char* what, Colour ink, Colour ground) {
        if (contrast(ink, ground) < 4.5F) found.push_back(what + std::string(" ") + std::to_string(contrast(ink, ground)));
    };
    for (const Ground ground : {Ground::Page, Ground::Grouped, Ground::Section, Ground::Tint}) {
        for (const Ink ink : {Ink::Text, Ink::Subtitle, Ink::Hint, Ink::Link, Ink::Accent, Ink::Destructive,
                              Ink::SectionHeader, Ink::Success, Ink::Warning}) {
            check("on a page", palette[ink], palette[ground]);
        }
        check("pressed", palette[Ink::Text], over(palette[Ground::Pressed], palette[ground]));
        check("danger", palette[Ink::Destructive],
              over(with_alpha(palette[Ink::Destructive], kDestructiveWash), palette[ground]));
        if (ground == Ground::Tint) continue;
        for (const Ink ink : {Ink::Text, Ink::Hint, Ink::Accent}) {
            check("in a field", palette[ink], over(palette[Ground::Field], palette[ground]));
        }
    }
    check("thumb", palette[Ink::Text], palette[Ground::Thumb]);
    check("tint", palette[Ink::OnTint], palette[Ground::Tint]);
    check("button", palette[Ink::OnButton], palette[Ground::Button]);
    check("badge", palette[Ink::OnBadge], palette[Ground::Badge]);
    for (const Colour below : {palette[Ground::Page], palette[Ground::Grouped], palette[Ground::Section]}) {
        check("toast", palette[Ink::OnToast], over(palette[Ground::Toast], below));
    }
    return found;
}

// All fifteen colours at random: grounds that contradict each other, ink like its ground, grey on grey.
TEST(Palette, KeepsTextReadableInAnyTheme) {
    Rng rng(11);
    for (int round = 0; round < 20000; ++round) {
        ASSERT_EQ(unreadable(make_palette(random_theme(rng))), std::vector<std::string>{}) << "round " << round;
    }
}

TEST(Palette, KeepsTextReadableInGreysAndAtTheEnds) {
    for (app::Rgb grey = 0; grey <= 0xff; ++grey) {
        const app::Rgb all = grey << 16U | grey << 8U | grey;
        for (const app::Rgb other : {all, app::Rgb{0}, app::Rgb{0xffffff}, app::Rgb{0xff0000}}) {
            app::Theme theme;
            for (app::Rgb* colour : colours_of(theme)) *colour = other;
            theme.bg = all;
            ASSERT_EQ(unreadable(make_palette(theme)), std::vector<std::string>{}) << grey << " " << other;
        }
    }
}

// The palettes of tests/telegram-host, fifteen colours a line in the order of the keys there.
std::vector<app::Theme> telegram_themes() {
    std::ifstream file(KIOSK_SOURCE_DIR "/tests/telegram-host/palettes.mjs");
    std::vector<app::Theme> themes;
    for (std::string line; std::getline(file, line);) {
        std::istringstream words(line.substr(std::min(line.size(), line.find('\'') + 1)));
        std::vector<app::Rgb> colours;
        for (app::Rgb colour = 0; words >> std::hex >> colour;) colours.push_back(colour);
        if (colours.size() != 15) continue;
        app::Theme theme;
        app::Rgb* const places[] = {&theme.bg,
                                    &theme.secondary_bg,
                                    &theme.text,
                                    &theme.hint,
                                    &theme.link,
                                    &theme.button,
                                    &theme.button_text,
                                    &theme.header_bg,
                                    &theme.accent_text,
                                    &theme.section_bg,
                                    &theme.section_header_text,
                                    &theme.section_separator,
                                    &theme.subtitle_text,
                                    &theme.destructive_text,
                                    &theme.bottom_bar_bg};
        for (std::size_t i = 0; i < colours.size(); ++i) *places[i] = colours[i];
        themes.push_back(theme);
    }
    return themes;
}

TEST(Palette, KeepsTextReadableInTelegramsThemes) {
    const std::vector<app::Theme> themes = telegram_themes();
    ASSERT_EQ(themes.size(), 12U);
    for (const app::Theme& theme : themes) {
        const Palette palette = make_palette(theme);
        EXPECT_EQ(unreadable(palette), std::vector<std::string>{}) << std::hex << theme.bg;
        EXPECT_EQ(palette[Ground::Page], from_rgb(theme.bg));
        EXPECT_EQ(palette[Ground::Section], from_rgb(theme.section_bg));
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
