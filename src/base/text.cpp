#include "base/text.h"

#include <algorithm>
#include <array>

namespace kiosk {
namespace {

bool is_letter_or_digit(char c) {
    return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
}

bool is_continuation(unsigned char c) {
    return (c & 0xc0U) == 0x80U;
}

// The length of the well-formed sequence at position, or 0.
std::size_t sequence_length(std::string_view text, std::size_t position) {
    const auto at = [&](std::size_t i) -> unsigned char {
        return position + i < text.size() ? static_cast<unsigned char>(text[position + i]) : 0;
    };
    const unsigned char lead = at(0);
    if (lead < 0x80) return 1;
    if (lead >= 0xc2 && lead <= 0xdf) return is_continuation(at(1)) ? 2 : 0;
    if (lead >= 0xe0 && lead <= 0xef) {
        const bool overlong = lead == 0xe0 && at(1) < 0xa0;
        const bool surrogate = lead == 0xed && at(1) > 0x9f;
        return is_continuation(at(1)) && is_continuation(at(2)) && !overlong && !surrogate ? 3 : 0;
    }
    if (lead >= 0xf0 && lead <= 0xf4) {
        const bool overlong = lead == 0xf0 && at(1) < 0x90;
        const bool too_large = lead == 0xf4 && at(1) > 0x8f;
        const bool tail = is_continuation(at(1)) && is_continuation(at(2)) && is_continuation(at(3));
        return tail && !overlong && !too_large ? 4 : 0;
    }
    return 0;
}

// Base letters of U+00C0..U+017F (Latin-1 Supplement and Latin Extended-A), lower case; '.' keeps the letter.
constexpr std::string_view kLatinFold =
    "aaaaaa.ceeeeiiii.nooooo.ouuuuy..aaaaaa.ceeeeiiii.nooooo.ouuuuy.y"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiii..jjkk.llllllllllnnnnnn...oooooo..rrrrrrssssssssttttttuuuuuuuuuuuu"
    "wwyyyzzzzzzs";

// Lower-case letters and what they are without their accents; the final sigma is a sigma.
constexpr std::u16string_view kAccented = u"άέήίόύώϊϋΐΰѐёѓїќѝўйơưșțς";
constexpr std::u16string_view kPlain = u"αεηιουωιυιυеегікиуиoustσ";
static_assert(kAccented.size() == kPlain.size());

// Base letters of Vietnamese, U+1EA0..U+1EF9, in runs.
char32_t fold_vietnamese(char32_t c) {
    if (c < 0x1eb8) return U'a';
    if (c < 0x1ec8) return U'e';
    if (c < 0x1ecc) return U'i';
    if (c < 0x1ee4) return U'o';
    return c < 0x1ef2 ? U'u' : U'y';
}

// Letters beyond U+017F; the rest has neither case nor accent that we know of.
char32_t to_lower(char32_t c) {
    if (c == 0x01a0 || c == 0x01af || c == 0x0218 || c == 0x021a) return c + 1;
    if (c == 0x0386) return 0x03ac;
    if (c >= 0x0388 && c <= 0x038a) return c + 37;
    if (c == 0x038c) return 0x03cc;
    if (c == 0x038e || c == 0x038f) return c + 63;
    if (c >= 0x0391 && c <= 0x03ab) return c + 32;
    if (c >= 0x0400 && c <= 0x040f) return c + 80;
    if (c >= 0x0410 && c <= 0x042f) return c + 32;
    if ((c >= 0x048a && c <= 0x04bf) || (c >= 0x04d0 && c <= 0x052f)) return c | 1U;
    return c;
}

char32_t fold(char32_t c) {
    if (c >= U'A' && c <= U'Z') return c + 32;
    if (c < 0xc0) return c;
    if (c < 0xc0 + kLatinFold.size()) {
        const char base = kLatinFold[c - 0xc0];
        if (base != '.') return static_cast<char32_t>(base);
        if (c == 0x132 || c == 0x14a || c == 0x152) return c + 1;
        return c <= 0xde && c != 0xd7 ? c + 32 : c;
    }
    if (c >= 0x1ea0 && c <= 0x1ef9) return fold_vietnamese(c);
    const char32_t lower = to_lower(c);
    if (lower > 0xffff) return lower;
    const std::size_t accented = kAccented.find(static_cast<char16_t>(lower));
    return accented == std::u16string_view::npos ? lower : static_cast<char32_t>(kPlain[accented]);
}

bool is_space(char32_t c) {
    return (c >= 9 && c <= 13) || c == 0x20 || c == 0x85 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
           c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000;
}

}  // namespace

std::size_t find_invalid_utf8(std::string_view text) {
    std::size_t position = 0;
    while (position < text.size()) {
        const std::size_t length = sequence_length(text, position);
        if (length == 0) return position;
        position += length;
    }
    return std::string_view::npos;
}

char32_t next_code_point(std::string_view text, std::size_t& position) {
    const std::size_t length = sequence_length(text, position);
    if (length == 0) {
        ++position;
        return 0xfffd;
    }
    constexpr std::array<unsigned char, 5> kLeadMask = {0, 0x7f, 0x1f, 0x0f, 0x07};
    char32_t value = static_cast<unsigned char>(text[position]) & kLeadMask[length];
    for (std::size_t i = 1; i < length; ++i) {
        value = (value << 6U) | (static_cast<unsigned char>(text[position + i]) & 0x3fU);
    }
    position += length;
    return value;
}

void append_utf8(std::string& out, char32_t code_point) {
    const auto put = [&](char32_t value) { out.push_back(static_cast<char>(value)); };
    if (code_point < 0x80) {
        put(code_point);
    } else if (code_point < 0x800) {
        put(0xc0U | (code_point >> 6U));
        put(0x80U | (code_point & 0x3fU));
    } else if (code_point < 0x10000) {
        put(0xe0U | (code_point >> 12U));
        put(0x80U | ((code_point >> 6U) & 0x3fU));
        put(0x80U | (code_point & 0x3fU));
    } else {
        put(0xf0U | (code_point >> 18U));
        put(0x80U | ((code_point >> 12U) & 0x3fU));
        put(0x80U | ((code_point >> 6U) & 0x3fU));
        put(0x80U | (code_point & 0x3fU));
    }
}

std::size_t count_code_points(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) count += is_continuation(static_cast<unsigned char>(c)) ? 0 : 1;
    return count;
}

std::string_view prefix(std::string_view text, std::size_t limit) {
    std::size_t position = 0;
    for (std::size_t i = 0; i < limit && position < text.size(); ++i) static_cast<void>(next_code_point(text, position));
    return text.substr(0, position);
}

std::string fold_for_search(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    std::size_t position = 0;
    while (position < text.size()) {
        const char32_t c = next_code_point(text, position);
        const bool combining_mark = c >= 0x300 && c <= 0x36f;
        if (!combining_mark) append_utf8(out, fold(c));
    }
    return out;
}

std::string percent_encode(std::string_view text) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (is_letter_or_digit(c) || std::string_view("-._~").find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += '%';
            out += kDigits[byte >> 4U];
            out += kDigits[byte & 15U];
        }
    }
    return out;
}

bool is_address(std::string_view text, std::string_view start) {
    return text.size() > start.size() && text.starts_with(start) && is_letter_or_digit(text[start.size()]) &&
           std::all_of(text.begin(), text.end(), [](char c) { return c > ' ' && c <= '~' && c != '\\'; });
}

std::string_view trim(std::string_view text) {
    std::size_t begin = 0;
    std::size_t position = 0;
    std::size_t end = 0;
    bool seen = false;
    while (position < text.size()) {
        const std::size_t start = position;
        if (is_space(next_code_point(text, position))) continue;
        if (!seen) begin = start;
        seen = true;
        end = position;
    }
    return seen ? text.substr(begin, end - begin) : std::string_view{};
}

}  // namespace kiosk
