#include "support/ui_ports.h"

#include <cmath>
#include <cstdio>

#include "base/text.h"
#include "ui/kit/scripts.h"

namespace kiosk::test {

float StubText::advance(std::string_view run, const ui::Font& font) {
    ++advances;
    float ems = 0;
    for (std::size_t at = 0; at < run.size();) {
        const char32_t code_point = next_code_point(run, at);
        if (ui::is_modifier(code_point)) continue;
        ems += code_point < 0x1100 ? 0.5F : 1.0F;
    }
    return ems * font.size;
}

// As on the web, what holds an emoji and anything else is one picture in its ink.
bool StubText::raster(std::string_view run, const ui::Font& font, float density, std::uint32_t ink, ui::RunImage& out) {
    ++rasters;
    inks.push_back(ink);
    if (run.find_first_not_of(' ') == std::string_view::npos) return false;
    out.width_device = static_cast<int>(std::ceil(advance(run, font) * density));
    out.height_device = static_cast<int>(std::ceil(font.size * 0.7F * density));
    out.left_device = 0;
    out.top_device = out.height_device;
    std::size_t emoji = 0;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < run.size();) {
        const char32_t code_point = next_code_point(run, at);
        if (code_point == ' ' || ui::is_modifier(code_point)) continue;
        ++(code_point >= 0x1f000 ? emoji : letters);
    }
    out.coloured = emoji > 0;
    out.mixed = emoji > 0 && letters > 0;
    out.rgba.assign(static_cast<std::size_t>(out.width_device * out.height_device) * 4, 255);
    return true;
}

void StubText::line_breaks(std::string_view text, std::vector<std::uint32_t>& offsets) {
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code_point = next_code_point(text, at);
        if (code_point == ' ' || code_point >= 0x3000) offsets.push_back(static_cast<std::uint32_t>(at));
    }
}

std::string StubIntl::money(Minor amount, const Currency& currency) {
    return "$" + to_decimal(amount, currency);
}

std::string StubIntl::time_of_day(TimeMs at, int utc_offset_minutes) {
    const WallTime wall = wall_time(at, utc_offset_minutes);
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d", wall.minute_of_day / 60, wall.minute_of_day % 60);
    return text;
}

std::string StubIntl::weekday(int iso_weekday_from_monday) {
    static const char* const kNames[] = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"};
    return kNames[iso_weekday_from_monday % 7];
}

std::string StubIntl::list(std::string_view lines) {
    std::string out;
    for (const char c : lines) {
        if (c == '\n') {
            out += language == "ar" ? " و" : ", ";
        } else {
            out += c;
        }
    }
    return out;
}

std::string StubIntl::minutes_ahead(std::int64_t low, std::int64_t high) {
    const std::string last = std::to_string(high) + " minutes";
    return low == high ? "in " + last : std::to_string(low) + "–" + last;
}

// CLDR 45, integers only.
ui::Plural StubIntl::plural(std::int64_t count) {
    const std::int64_t ten = count % 10;
    const std::int64_t hundred = count % 100;
    if (language == "ru") {
        if (ten == 1 && hundred != 11) return ui::Plural::One;
        return ten >= 2 && ten <= 4 && (hundred < 12 || hundred > 14) ? ui::Plural::Few : ui::Plural::Many;
    }
    if (language == "ar") {
        if (count == 0) return ui::Plural::Zero;
        if (count == 1) return ui::Plural::One;
        if (count == 2) return ui::Plural::Two;
        if (hundred >= 3 && hundred <= 10) return ui::Plural::Few;
        return hundred >= 11 ? ui::Plural::Many : ui::Plural::Other;
    }
    return count == 1 ? ui::Plural::One : ui::Plural::Other;
}

}  // namespace kiosk::test
