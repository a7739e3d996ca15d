#pragma once
// Which code points may be drawn one by one as glyphs, and which need the platform's shaper. Pure.

#include <string_view>

namespace kiosk::ui {

// Latin, Greek, Cyrillic, digits, punctuation, currency: one code point, one glyph, left to right.
[[nodiscard]] bool is_simple(char32_t code_point);
// Changes the code point before it: combining marks, variation selectors, joiners.
[[nodiscard]] bool is_modifier(char32_t code_point);
// Strongly right to left, or a mark that makes it so.
[[nodiscard]] bool is_rtl(char32_t code_point);

[[nodiscard]] bool has_rtl(std::string_view text);
[[nodiscard]] bool has_complex(std::string_view text);

// The end of the run that begins at position: either as many simple code points as follow each other (complex: false), or
// as many complex ones.
struct ScriptRun {
    std::size_t end = 0;
    bool complex = false;
};
[[nodiscard]] ScriptRun script_run(std::string_view text, std::size_t position);

}  // namespace kiosk::ui
