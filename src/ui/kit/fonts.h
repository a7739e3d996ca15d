#pragma once
// The system's UI font as Dear ImGui fonts: one ImFont for each weight, with and without tabular digits, whose glyphs come one
// by one from the text port at the device's density. Owned by the Painter. A glyph that can't be drawn is blank and keeps its
// advance.

#include <array>
#include <map>

#include "imgui.h"
#include "imgui_internal.h"
#include "ui/ports.h"

namespace kiosk::ui {

class FontSet {
public:
    explicit FontSet(TextPort& port) : port_(port) {}
    FontSet(const FontSet&) = delete;
    FontSet& operator=(const FontSet&) = delete;

    void install(ImFontAtlas& atlas);
    // Never null; its glyphs fill as they are asked for.
    [[nodiscard]] ImFontBaked* baked(const Font& font, float density) const;
    [[nodiscard]] FontMetrics metrics(const Font& font);
    // What stands between two glyphs beyond their advances.
    [[nodiscard]] float kerning(char32_t left, char32_t right, const Font& font, float advances);
    void forget_metrics();

private:
    static constexpr int kFaces = 6;
    struct Face {
        FontSet* set = nullptr;
        Weight weight = Weight::Regular;
        bool tabular = false;
        ImFont* font = nullptr;
    };
    static bool init_source(ImFontAtlas* atlas, ImFontConfig* source);
    static void drop_source(ImFontAtlas* atlas, ImFontConfig* source);
    static bool contains(ImFontAtlas* atlas, ImFontConfig* source, ImWchar code_point);
    static bool init_baked(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data);
    static bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void* data, ImWchar code_point,
                           ImFontGlyph* out, float* out_advance);

    TextPort& port_;
    ImFontLoader loader_;
    std::array<Face, kFaces> faces_;
    std::map<int, FontMetrics> metrics_;
    std::map<std::uint64_t, float> kerning_;
    RunImage image_;
};

}  // namespace kiosk::ui
