#pragma once
// What the kit asks of the machine it runs on, synchronously and without knowing it: shaping and rasterising text, formatting by
// language, pictures. The web platform answers through the browser (js-bridge/text.js, intl.js, images.js), tests with metric
// stubs. Lengths are CSS pixels unless a name says device.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/money.h"
#include "base/time.h"

namespace kiosk::ui {

enum class Weight : std::uint8_t { Regular, Medium, Bold };

struct Font {
    float size = 16;  // CSS pixels, text scale already applied.
    Weight weight = Weight::Regular;
    bool tabular = false;  // Digits of equal width, for prices and clocks.

    bool operator==(const Font&) const = default;
};

struct FontMetrics {
    float ascent = 0;   // Above the baseline.
    float descent = 0;  // Below it, positive.

    bool operator==(const FontMetrics&) const = default;
};

inline constexpr std::uint32_t kWhiteInk = 0xffffff;

// A rasterised run: RGBA, straight alpha. White with coverage in alpha when not coloured, so that it can be tinted.
struct RunImage {
    int width_device = 0;
    int height_device = 0;
    int left_device = 0;  // From the run's origin to the image's left edge.
    int top_device = 0;   // From the baseline up to the image's top edge, positive.
    bool coloured = false;
    bool mixed = false;  // Coloured, but some of it in the ink: right in that ink only.
    std::vector<std::uint8_t> rgba;
};

class TextPort {
public:
    virtual ~TextPort() = default;
    [[nodiscard]] virtual FontMetrics metrics(const Font& font) = 0;
    // The advance width of a run that is set on one line.
    [[nodiscard]] virtual float advance(std::string_view run, const Font& font) = 0;
    // Draws the run at density device pixels per CSS pixel, in an ink of 0xRRGGBB. False: nothing can be drawn (blank text).
    virtual bool raster(std::string_view run, const Font& font, float density, std::uint32_t ink, RunImage& out) = 0;
    // Byte offsets after which a line may break (Unicode UAX 14 as far as the platform knows it), ascending.
    virtual void line_breaks(std::string_view text, std::vector<std::uint32_t>& offsets) = 0;
};

enum class Plural : std::uint8_t { Zero, One, Two, Few, Many, Other };  // CLDR categories.

// Formats for the language that was last set. Results are for people: never parsed.
class IntlPort {
public:
    virtual ~IntlPort() = default;
    virtual void set_language(std::string_view bcp47) = 0;
    [[nodiscard]] virtual std::string money(Minor amount, const Currency& currency) = 0;
    [[nodiscard]] virtual std::string number(std::int64_t value) = 0;
    [[nodiscard]] virtual std::string time_of_day(TimeMs at, int utc_offset_minutes) = 0;    // "14:05"
    [[nodiscard]] virtual std::string date_and_time(TimeMs at, int utc_offset_minutes) = 0;  // "22 Nov, 14:05"
    [[nodiscard]] virtual std::string weekday(int iso_weekday_from_monday) = 0;              // 0: "Monday"
    [[nodiscard]] virtual std::string list(std::string_view lines) = 0;  // One part a line: "milk, egg, nuts".
    // "in 5 minutes"; "12–18 minutes" where they differ.
    [[nodiscard]] virtual std::string minutes_ahead(std::int64_t low, std::int64_t high) = 0;
    [[nodiscard]] virtual Plural plural(std::int64_t count) = 0;
};

// Pictures are decoded by the browser at display size and never enter our memory.
struct Picture {
    std::uint32_t texture = 0;  // 0: not there (yet).
    float fade = 0;             // 0..1 since it arrived.
};

class PicturePort {
public:
    virtual ~PicturePort() = default;
    // The picture of a URL, cropped to fill width x height device pixels; asks for it on first use. A frame is requested
    // when it arrives.
    [[nodiscard]] virtual Picture picture(std::string_view url, int width_device, int height_device) = 0;
};

struct Ports {
    TextPort& text;
    IntlPort& intl;
    PicturePort& pictures;
};

}  // namespace kiosk::ui
