#include "ui/kit/run_cache.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "base/hash.h"

namespace kiosk::ui {

namespace {

std::uint64_t key_of(std::string_view text, const Font& font, float density, std::uint32_t ink) {
    Hasher hasher;
    hasher.bytes(text);
    hasher.u32(static_cast<std::uint32_t>(std::lround(font.size * 8)) * 8 + static_cast<std::uint32_t>(font.weight) * 2 +
               (font.tabular ? 1U : 0U));
    hasher.u32(static_cast<std::uint32_t>(std::lround(density * 64)));
    hasher.u32(ink);
    return hasher.value();
}

void write_pixels(ImFontAtlas& atlas, const RunImage& image, const ImFontAtlasRect& rect) {
    const auto pitch = static_cast<std::size_t>(image.width_device) * 4;
    for (int row = 0; row < image.height_device; ++row) {
        std::memcpy(atlas.TexData->GetPixelsAt(rect.x, rect.y + row),
                    image.rgba.data() + static_cast<std::size_t>(row) * pitch, pitch);
    }
}

}  // namespace

void RunCache::begin_frame(ImFontAtlas& atlas) {
    ++frame_;
    left_in_frame_ = kNewPerFrame;
    missing_ = false;
    if (area_ > kMaxArea) evict(atlas);
}

// Down to three quarters, oldest first; what the last frame showed stays.
void RunCache::evict(ImFontAtlas& atlas) {
    while (area_ > kMaxArea / 4 * 3) {
        const auto oldest = std::min_element(runs_.begin(), runs_.end(), [](const auto& a, const auto& b) {
            return a.second.used_in_frame < b.second.used_in_frame;
        });
        if (oldest == runs_.end() || oldest->second.used_in_frame + 1 >= frame_) return;
        area_ -= oldest->second.width * oldest->second.height;
        if (oldest->second.rect >= 0) atlas.RemoveCustomRect(oldest->second.rect);
        runs_.erase(oldest);
    }
}

const CachedRun* RunCache::find(ImFontAtlas& atlas, std::string_view text, const Font& font, float density,
                                std::uint32_t ink) {
    const std::uint64_t key = key_of(text, font, density, ink);
    const auto known = runs_.find(key);
    if (known != runs_.end()) {
        known->second.used_in_frame = frame_;
        return &known->second;
    }
    if (left_in_frame_ == 0) {
        missing_ = true;
        return nullptr;
    }
    --left_in_frame_;
    CachedRun run;
    run.used_in_frame = frame_;
    if (port_.raster(text, font, density, ink, image_) && image_.width_device > 0 && image_.height_device > 0) {
        ImFontAtlasRect rect;
        run.rect = atlas.AddCustomRect(image_.width_device, image_.height_device, &rect);
        if (run.rect >= 0) {
            write_pixels(atlas, image_, rect);
            run.width = image_.width_device;
            run.height = image_.height_device;
            run.left = image_.left_device;
            run.top = image_.top_device;
            run.coloured = image_.coloured;
            run.mixed = image_.mixed;
            area_ += run.width * run.height;
        }
    }
    return &runs_.emplace(key, run).first->second;
}

}  // namespace kiosk::ui
