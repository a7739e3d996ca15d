#pragma once
// The machine that the kit sees in native tests: every glyph is half an em wide (CJK and emoji a whole one), pictures are there
// at once, formats are plain English with a few languages' plural rules.

#include <string>
#include <vector>

#include "base/hash.h"
#include "ui/ports.h"

namespace kiosk::test {

class StubText : public ui::TextPort {
public:
    ui::FontMetrics metrics(const ui::Font& font) override { return {font.size * 0.95F, font.size * 0.25F}; }
    float advance(std::string_view run, const ui::Font& font) override;
    bool raster(std::string_view run, const ui::Font& font, float density, std::uint32_t ink, ui::RunImage& out) override;
    void line_breaks(std::string_view text, std::vector<std::uint32_t>& offsets) override;

    int rasters = 0;
    std::vector<std::uint32_t> inks;  // Of each.
    int advances = 0;
};

class StubIntl : public ui::IntlPort {
public:
    void set_language(std::string_view bcp47) override { language = bcp47; }
    std::string money(Minor amount, const Currency& currency) override;
    std::string number(std::int64_t value) override { return std::to_string(value); }
    std::string time_of_day(TimeMs at, int utc_offset_minutes) override;
    std::string date_and_time(TimeMs at, int utc_offset_minutes) override {
        return "1 Jan, " + time_of_day(at, utc_offset_minutes);
    }
    std::string weekday(int iso_weekday_from_monday) override;
    std::string list(std::string_view lines) override;
    std::string minutes_ahead(std::int64_t low, std::int64_t high) override;
    ui::Plural plural(std::int64_t count) override;

    std::string language = "en";
};

class StubPictures : public ui::PicturePort {
public:
    ui::Picture picture(std::string_view url, int, int) override {
        return {static_cast<std::uint32_t>(hash_of(url)) | 2U, 1};
    }
};

struct StubMachine {
    StubText text;
    StubIntl intl;
    StubPictures pictures;

    [[nodiscard]] ui::Ports ports() { return {text, intl, pictures}; }
};

}  // namespace kiosk::test
