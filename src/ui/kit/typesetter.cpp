#include "ui/kit/typesetter.h"

#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "base/text.h"
#include "ui/kit/scripts.h"

namespace kiosk::ui {

namespace {

constexpr std::size_t kMaxLayouts = 800;
constexpr std::string_view kEllipsis = "\xE2\x80\xA6";

std::uint64_t key_of(std::string_view text, const TypeStyle& style, float max_width, int max_lines) {
    Hasher hasher;
    hasher.bytes(text);
    hasher.u32(static_cast<std::uint32_t>(style.font.size) * 8 + static_cast<std::uint32_t>(style.font.weight) * 2 +
               (style.font.tabular ? 1U : 0U));
    hasher.u32(static_cast<std::uint32_t>(std::lround(style.line_height)));
    hasher.u32(static_cast<std::uint32_t>(std::lround(std::min(max_width, 100000.0F) * 4)));
    hasher.i32(max_lines);
    return hasher.value();
}

std::string_view without_trailing_blanks(std::string_view text) {
    while (!text.empty() && (text.back() == ' ' || text.back() == '\n')) text.remove_suffix(1);
    return text;
}

}  // namespace

void Typesetter::begin_frame(float density) {
    ++frame_;
    if (density != density_) {
        density_ = density;
        layouts_.clear();
    }
    if (layouts_.size() > kMaxLayouts) {
        std::erase_if(layouts_, [this](const auto& entry) { return entry.second.used_in_frame + 120 < frame_; });
        if (layouts_.size() > kMaxLayouts * 2) layouts_.clear();
    }
}

const Layout& Typesetter::lay(std::string_view text, const TypeStyle& style, float max_width, int max_lines) {
    const std::uint64_t key = key_of(text, style, max_width, max_lines);
    const auto known = layouts_.find(key);
    if (known != layouts_.end()) {
        known->second.used_in_frame = frame_;
        return known->second;
    }
    Layout out;
    out.style = style;
    out.used_in_frame = frame_;
    std::size_t begin = 0;
    while (begin <= text.size() && !out.cut) {
        const std::size_t newline = text.find('\n', begin);
        const std::size_t end = newline == std::string_view::npos ? text.size() : newline;
        const int left = max_lines == 0 ? 0 : max_lines - static_cast<int>(out.lines.size());
        if (max_lines != 0 && left <= 0) {
            out.cut = true;
            break;
        }
        set_paragraph(text.substr(begin, end - begin), max_width, left, out);
        begin = end + 1;
    }
    for (const LaidLine& line : out.lines) out.width = std::max(out.width, line.width);
    return layouts_.emplace(key, std::move(out)).first->second;
}

float Typesetter::glyphs_width(std::string_view text, const Font& font) {
    ImFontBaked* baked = fonts_.baked(font, density_);
    float width = 0;
    char32_t previous = 0;
    float previous_advance = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t code_point = next_code_point(text, at);
        const float advance = baked->GetCharAdvance(code_point);
        if (previous != 0) width += fonts_.kerning(previous, code_point, font, previous_advance + advance);
        width += advance;
        previous = code_point;
        previous_advance = advance;
    }
    return width;
}

float Typesetter::width_of(std::string_view text, const Font& font, bool rtl) {
    if (rtl) return port_.advance(text, font);
    float width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const ScriptRun run = script_run(text, at);
        const std::string_view part = text.substr(at, run.end - at);
        width += run.complex ? port_.advance(part, font) : glyphs_width(part, font);
        at = run.end;
    }
    return width;
}

void Typesetter::find_breaks(std::string_view text) {
    breaks_.clear();
    if (has_complex(text)) {
        port_.line_breaks(text, breaks_);
    } else {
        for (std::size_t i = 0; i + 1 < text.size(); ++i) {
            const bool hyphen = text[i] == '-' && i > 0 && text[i - 1] != ' ';
            if ((text[i] == ' ' && text[i + 1] != ' ') || hyphen) breaks_.push_back(static_cast<std::uint32_t>(i + 1));
        }
    }
    if (breaks_.empty() || breaks_.back() != text.size()) breaks_.push_back(static_cast<std::uint32_t>(text.size()));
}

// How many bytes from the front fit; cuts between simple code points and where the platform would break complex ones.
std::size_t Typesetter::fitting(std::string_view text, const Font& font, bool rtl, float max_width) {
    inner_breaks_.clear();
    if (rtl || has_complex(text)) port_.line_breaks(text, inner_breaks_);
    std::size_t best = 0;
    for (std::size_t at = 0; at < text.size();) {
        const ScriptRun run = script_run(text, at);
        const bool whole = run.complex && !rtl;
        std::size_t next = at + prefix(text.substr(at), 1).size();
        if (whole) {
            const auto stop = std::upper_bound(inner_breaks_.begin(), inner_breaks_.end(), static_cast<std::uint32_t>(at));
            next = stop == inner_breaks_.end() ? run.end : std::min<std::size_t>(*stop, run.end);
        }
        if (width_of(text.substr(0, next), font, rtl) > max_width) break;
        at = best = next;
    }
    return best;
}

void Typesetter::set_paragraph(std::string_view text, float max_width, int max_lines, Layout& out) {
    const Font font = out.style.font;
    const bool rtl = has_rtl(text);
    const std::size_t first_line = out.lines.size();
    if (width_of(text, font, rtl) <= max_width) {
        add_line(text, rtl, out);
        return;
    }
    if (max_lines == 1) {
        add_cut_line(text, rtl, max_width, out);
        return;
    }
    find_breaks(text);
    std::size_t begin = 0;
    std::size_t end = 0;
    for (std::size_t i = 0; i < breaks_.size();) {
        const std::size_t next = breaks_[i];
        const std::string_view line = without_trailing_blanks(text.substr(begin, next - begin));
        if (width_of(line, font, rtl) <= max_width) {
            end = next;
            ++i;
            continue;
        }
        if (end == begin) {
            end = begin + std::max<std::size_t>(fitting(line, font, rtl, max_width), prefix(line, 1).size());
        }
        const auto done = static_cast<int>(out.lines.size() - first_line);
        if (max_lines != 0 && done == max_lines - 1) break;
        add_line(without_trailing_blanks(text.substr(begin, end - begin)), rtl, out);
        begin = end;
        while (i < breaks_.size() && breaks_[i] <= begin) ++i;
    }
    const std::string_view rest = text.substr(begin);
    if (rest.empty()) return;
    if (width_of(without_trailing_blanks(rest), font, rtl) <= max_width) {
        add_line(without_trailing_blanks(rest), rtl, out);
    } else {
        add_cut_line(rest, rtl, max_width, out);
    }
}

void Typesetter::add_cut_line(std::string_view rest, bool rtl, float max_width, Layout& out) {
    out.cut = true;
    const Font font = out.style.font;
    const float room = max_width - width_of(kEllipsis, font, false);
    std::string line(without_trailing_blanks(rest.substr(0, fitting(rest, font, rtl, std::max(0.0F, room)))));
    line += kEllipsis;
    add_line(line, rtl, out);
}

void Typesetter::add_line(std::string_view line, bool rtl, Layout& out) {
    const Font font = out.style.font;
    LaidLine laid{0, static_cast<std::uint32_t>(out.pieces.size()), 0};
    ImFontBaked* baked = fonts_.baked(font, density_);
    for (std::size_t at = 0; at < line.size();) {
        ScriptRun run = script_run(line, at);
        if (rtl) run = {line.size(), true};
        const std::string_view part = line.substr(at, run.end - at);
        LaidPiece piece{run.complex, laid.width, 0, 0};
        if (run.complex) {
            piece.first = static_cast<std::uint32_t>(out.text.size());
            piece.count = static_cast<std::uint32_t>(part.size());
            out.text += part;
            laid.width += port_.advance(part, font);
        } else {
            piece.first = static_cast<std::uint32_t>(out.glyphs.size());
            char32_t previous = 0;
            float previous_advance = 0;
            for (std::size_t i = 0; i < part.size();) {
                const char32_t code_point = next_code_point(part, i);
                const float advance = baked->GetCharAdvance(code_point);
                if (previous != 0) laid.width += fonts_.kerning(previous, code_point, font, previous_advance + advance);
                if (code_point != ' ') out.glyphs.push_back({code_point, laid.width});
                laid.width += advance;
                previous = code_point;
                previous_advance = advance;
            }
            piece.count = static_cast<std::uint32_t>(out.glyphs.size()) - piece.first;
        }
        out.pieces.push_back(piece);
        at = run.end;
    }
    laid.piece_count = static_cast<std::uint32_t>(out.pieces.size()) - laid.first_piece;
    out.lines.push_back(laid);
}

}  // namespace kiosk::ui
