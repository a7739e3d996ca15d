#pragma once
// Sets paragraphs: breaks lines, cuts with an ellipsis, and splits each line into glyphs and shaped runs. Results are cached
// by content, so a steady frame measures and allocates nothing.

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "ui/kit/fonts.h"
#include "ui/kit/text_style.h"
#include "ui/ports.h"

namespace kiosk::ui {

struct LaidGlyph {
    char32_t code_point = 0;
    float x = 0;  // From the line's start.
};

struct LaidPiece {
    bool complex = false;
    float x = 0;
    std::uint32_t first = 0;  // Glyphs, or bytes of Layout::text.
    std::uint32_t count = 0;
};

struct LaidLine {
    float width = 0;
    std::uint32_t first_piece = 0;
    std::uint32_t piece_count = 0;
};

struct Layout {
    TypeStyle style;
    float width = 0;   // Of the longest line.
    bool cut = false;  // Something did not fit.
    std::string text;  // Of the complex pieces.
    std::vector<LaidGlyph> glyphs;
    std::vector<LaidPiece> pieces;
    std::vector<LaidLine> lines;
    std::uint32_t used_in_frame = 0;

    [[nodiscard]] float height() const { return style.line_height * static_cast<float>(lines.size()); }
};

class Typesetter {
public:
    Typesetter(TextPort& port, FontSet& fonts) : port_(port), fonts_(fonts) {}

    void begin_frame(float density);
    // max_lines 0: no limit. The reference lives until the next begin_frame().
    [[nodiscard]] const Layout& lay(std::string_view text, const TypeStyle& style, float max_width, int max_lines);
    [[nodiscard]] const std::unordered_map<std::uint64_t, Layout>& layouts() const { return layouts_; }
    [[nodiscard]] std::uint32_t frame() const { return frame_; }

private:
    struct Range {
        std::size_t begin = 0;
        std::size_t end = 0;
    };
    void set_paragraph(std::string_view text, float max_width, int max_lines, Layout& out);
    void add_line(std::string_view line, bool rtl, Layout& out);
    void add_cut_line(std::string_view rest, bool rtl, float max_width, Layout& out);
    void find_breaks(std::string_view text);
    [[nodiscard]] float width_of(std::string_view text, const Font& font, bool rtl);
    [[nodiscard]] float glyphs_width(std::string_view text, const Font& font);
    [[nodiscard]] std::size_t fitting(std::string_view text, const Font& font, bool rtl, float max_width);

    TextPort& port_;
    FontSet& fonts_;
    float density_ = 1;
    std::uint32_t frame_ = 0;
    std::unordered_map<std::uint64_t, Layout> layouts_;
    std::vector<std::uint32_t> breaks_;
    std::vector<std::uint32_t> inner_breaks_;
};

}  // namespace kiosk::ui
