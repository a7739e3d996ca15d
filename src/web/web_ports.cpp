#include "web/web_ports.h"

#include <algorithm>
#include <array>

#include "base/hash.h"
#include "web/imports.h"

namespace kiosk::web {
namespace {

constexpr double kFadeMs = 180;
constexpr std::uint32_t kFirstPicture = 1048576;  // js-bridge/images.js: firstTexture.

int length_of(std::string_view text) {
    return static_cast<int>(text.size());
}

std::string taken(int length) {
    std::string text(static_cast<std::size_t>(length), '\0');
    kiosk_intl_take(text.data(), length);
    return text;
}

}  // namespace

bool WebText::open() {
    works_ = kiosk_text_open() != 0;
    return works_;
}

ui::FontMetrics WebText::metrics(const ui::Font& font) {
    std::array<float, 2> values{};
    kiosk_text_metrics(font.size, static_cast<int>(font.weight), density_, values.data());
    return {values[0], values[1]};
}

float WebText::advance(std::string_view run, const ui::Font& font) {
    return kiosk_text_advance(run.data(), length_of(run), font.size, static_cast<int>(font.weight), density_,
                              font.tabular ? 1 : 0);
}

bool WebText::raster(std::string_view run, const ui::Font& font, float density, std::uint32_t ink, ui::RunImage& out) {
    std::array<int, 5> box{};
    if (!works_ || kiosk_text_raster(run.data(), length_of(run), font.size, static_cast<int>(font.weight), density,
                                     font.tabular ? 1 : 0, static_cast<int>(ink), box.data()) == 0) {
        return false;
    }
    out.left_device = box[0];
    out.top_device = box[1];
    out.width_device = box[2];
    out.height_device = box[3];
    out.coloured = (box[4] & 1) != 0;
    out.mixed = box[4] == 3;
    out.rgba.resize(static_cast<std::size_t>(box[2]) * static_cast<std::size_t>(box[3]) * 4);
    kiosk_text_take(out.rgba.data());
    return true;
}

void WebText::line_breaks(std::string_view text, std::vector<std::uint32_t>& offsets) {
    offsets.resize(text.size());
    offsets.resize(static_cast<std::size_t>(kiosk_text_breaks(text.data(), length_of(text), offsets.data())));
}

void WebIntl::set_language(std::string_view bcp47) {
    kiosk_intl_language(bcp47.data(), length_of(bcp47));
}

std::string WebIntl::money(Minor amount, const Currency& currency) {
    return taken(
        kiosk_intl_money(static_cast<double>(amount), currency.code.data(), length_of(currency.code), currency.exponent));
}

std::string WebIntl::number(std::int64_t value) {
    return taken(kiosk_intl_number(static_cast<double>(value)));
}

std::string WebIntl::time_of_day(TimeMs at, int utc_offset_minutes) {
    return taken(kiosk_intl_time(static_cast<double>(at), utc_offset_minutes, 0));
}

std::string WebIntl::date_and_time(TimeMs at, int utc_offset_minutes) {
    return taken(kiosk_intl_time(static_cast<double>(at), utc_offset_minutes, 1));
}

std::string WebIntl::weekday(int iso_weekday_from_monday) {
    return taken(kiosk_intl_weekday(iso_weekday_from_monday));
}

std::string WebIntl::list(std::string_view lines) {
    return taken(kiosk_intl_list(lines.data(), length_of(lines)));
}

std::string WebIntl::minutes_ahead(std::int64_t low, std::int64_t high) {
    return taken(kiosk_intl_minutes(static_cast<double>(low), static_cast<double>(high)));
}

ui::Plural WebIntl::plural(std::int64_t count) {
    return static_cast<ui::Plural>(kiosk_intl_plural(static_cast<double>(count)));
}

ui::Picture WebPictures::picture(std::string_view url, int width_device, int height_device) {
    if (url.empty() || width_device <= 0 || height_device <= 0) return {};
    Hasher hasher;
    hasher.bytes(url);
    hasher.i32(width_device);
    hasher.i32(height_device);
    const auto [entry, fresh] = handles_.try_emplace(hasher.value(), 0);
    if (fresh) entry->second = kiosk_picture_open(url.data(), length_of(url), width_device, height_device);
    const double since = kiosk_picture_ready(entry->second);
    if (since <= 0) return {};
    const double fade = std::clamp((now_ms_ - since) / kFadeMs, 0.0, 1.0);
    return {kFirstPicture + static_cast<std::uint32_t>(entry->second), static_cast<float>(fade)};
}

}  // namespace kiosk::web
