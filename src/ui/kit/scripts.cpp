#include "ui/kit/scripts.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace kiosk::ui {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

constexpr Range kSimple[] = {{0x20, 0x7e},     {0xa0, 0xac},     {0xae, 0x2ff},    {0x370, 0x3ff},   {0x400, 0x482},
                             {0x48a, 0x52f},   {0x1e00, 0x1eff}, {0x2000, 0x200a}, {0x2010, 0x2027}, {0x202f, 0x203b},
                             {0x2044, 0x2044}, {0x20a0, 0x20c0}, {0x2116, 0x2116}, {0x2212, 0x2212}};
constexpr Range kModifiers[] = {{0x300, 0x36f},   {0x483, 0x489},     {0x200b, 0x200d},  {0x20d0, 0x20ff},
                                {0xfe00, 0xfe0f}, {0x1f3fb, 0x1f3ff}, {0xe0020, 0xe007f}};
constexpr Range kRtl[] = {{0x590, 0x8ff},   {0x200f, 0x200f}, {0x202b, 0x202b},   {0x202e, 0x202e},  {0x2067, 0x2067},
                          {0xfb1d, 0xfdff}, {0xfe70, 0xfeff}, {0x10800, 0x10fff}, {0x1e800, 0x1efff}};

template <std::size_t N>
bool contains(const Range (&ranges)[N], char32_t code_point) {
    return std::any_of(std::begin(ranges), std::end(ranges),
                       [code_point](Range range) { return code_point >= range.first && code_point <= range.last; });
}

// Whether the code point at position stands alone as a glyph; moves position past it.
bool takes_simple(std::string_view text, std::size_t& position) {
    if (!is_simple(next_code_point(text, position))) return false;
    std::size_t ahead = position;
    return ahead >= text.size() || !is_modifier(next_code_point(text, ahead));
}

}  // namespace

bool is_simple(char32_t code_point) {
    return (code_point >= 0x20 && code_point <= 0x7e) || contains(kSimple, code_point);
}
bool is_modifier(char32_t code_point) {
    return code_point >= 0x300 && contains(kModifiers, code_point);
}
bool is_rtl(char32_t code_point) {
    return code_point >= 0x590 && contains(kRtl, code_point);
}

bool has_rtl(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_rtl(next_code_point(text, at))) return true;
    }
    return false;
}

bool has_complex(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (!is_simple(next_code_point(text, at))) return true;
    }
    return false;
}

ScriptRun script_run(std::string_view text, std::size_t position) {
    std::size_t at = position;
    const bool simple = takes_simple(text, at);
    ScriptRun run{at, !simple};
    while (run.end < text.size()) {
        at = run.end;
        if (takes_simple(text, at) != simple) break;
        run.end = at;
    }
    return run;
}

}  // namespace kiosk::ui
