#pragma once
// The kit's ports, answered by the browser: text through a scratch canvas, formats through Intl, pictures through its decoders.
// Owned by the program; where the browser can't, the answer is empty, never a failure.

#include <unordered_map>

#include "ui/ports.h"

namespace kiosk::web {

class WebText final : public ui::TextPort {
public:
    // False: nothing can be drawn, every raster() will say so.
    bool open();
    // Measures as drawn at this density, so that advances and glyphs agree.
    void set_density(float density) { density_ = density; }

    [[nodiscard]] ui::FontMetrics metrics(const ui::Font& font) override;
    [[nodiscard]] float advance(std::string_view run, const ui::Font& font) override;
    bool raster(std::string_view run, const ui::Font& font, float density, std::uint32_t ink, ui::RunImage& out) override;
    void line_breaks(std::string_view text, std::vector<std::uint32_t>& offsets) override;

private:
    float density_ = 1;
    bool works_ = false;
};

class WebIntl final : public ui::IntlPort {
public:
    void set_language(std::string_view bcp47) override;
    [[nodiscard]] std::string money(Minor amount, const Currency& currency) override;
    [[nodiscard]] std::string number(std::int64_t value) override;
    [[nodiscard]] std::string time_of_day(TimeMs at, int utc_offset_minutes) override;
    [[nodiscard]] std::string date_and_time(TimeMs at, int utc_offset_minutes) override;
    [[nodiscard]] std::string weekday(int iso_weekday_from_monday) override;
    [[nodiscard]] std::string list(std::string_view lines) override;
    [[nodiscard]] std::string minutes_ahead(std::int64_t low, std::int64_t high) override;
    [[nodiscard]] ui::Plural plural(std::int64_t count) override;
};

class WebPictures final : public ui::PicturePort {
public:
    void begin_frame(double now_ms) { now_ms_ = now_ms; }
    [[nodiscard]] ui::Picture picture(std::string_view url, int width_device, int height_device) override;

private:
    std::unordered_map<std::uint64_t, int> handles_;  // By hash of URL and size.
    double now_ms_ = 0;
};

}  // namespace kiosk::web
