#pragma once
// Whole runs that the platform shapes and draws (Arabic, Devanagari, CJK, emoji ...), kept as rectangles of the font atlas and
// dropped least recently used first; one that holds letters and emoji is kept for each ink. At most a few are drawn anew in one
// frame; the rest follow in the next ones.

#include <cstdint>
#include <string_view>
#include <unordered_map>

#include "imgui.h"
#include "ui/ports.h"

namespace kiosk::ui {

struct CachedRun {
    ImFontAtlasRectId rect = -1;  // -1: blank.
    int width = 0;                // Device pixels.
    int height = 0;
    int left = 0;
    int top = 0;
    bool coloured = false;
    bool mixed = false;  // Right in its own ink only.
    std::uint32_t used_in_frame = 0;
};

class RunCache {
public:
    explicit RunCache(TextPort& port) : port_(port) {}

    void begin_frame(ImFontAtlas& atlas);
    // Null while this frame's share of new runs is used up: missing() is true then, draw another frame.
    [[nodiscard]] const CachedRun* find(ImFontAtlas& atlas, std::string_view text, const Font& font, float density,
                                        std::uint32_t ink = kWhiteInk);
    [[nodiscard]] bool missing() const { return missing_; }
    [[nodiscard]] std::size_t size() const { return runs_.size(); }

    static constexpr int kNewPerFrame = 32;
    static constexpr int kMaxArea = 3 * 1024 * 1024;  // Pixels; 12 MB.

private:
    void evict(ImFontAtlas& atlas);

    TextPort& port_;
    std::unordered_map<std::uint64_t, CachedRun> runs_;
    RunImage image_;
    std::uint32_t frame_ = 0;
    int left_in_frame_ = kNewPerFrame;
    int area_ = 0;
    bool missing_ = false;
};

}  // namespace kiosk::ui
