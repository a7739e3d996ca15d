#include "wire/json_text.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "base/text.h"

namespace kiosk::wire {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

constexpr std::string_view kTooShort = "the text ends too early; something is still open: add the missing quote, ] or }";
constexpr std::string_view kBadQuotes = "texts stand in straight double quotes, like \"this\"";
constexpr std::string_view kComment = "JSON has no comments; remove this one";
constexpr std::string_view kCommaBeforeBrace = "there is a comma too many; remove the one before this }";
constexpr std::string_view kCommaBeforeBracket = "there is a comma too many; remove the one before this ]";
constexpr std::string_view kUnclosed = "this text isn't closed; put a double quote at its end, on the same line";
constexpr std::string_view kBadEscape = "this text has a backslash that means nothing; write \\\\ for a backslash itself";
constexpr std::string_view kName = "expected a name in double quotes, such as \"price\"";
constexpr std::string_view kColon = "expected a colon (:) between a name and its value";
constexpr std::string_view kObjectComma = "expected a comma (,) before the next name, or a closing }";
constexpr std::string_view kArrayComma = "expected a comma (,) before the next entry, or a closing ]";
constexpr std::string_view kTooLong = "the text should have ended before this; remove what is too much";
constexpr std::string_view kNumber = "expected a number in digits, such as 1250";
constexpr std::string_view kValue =
    "expected a value: a text in double quotes, a number, true, false, a list [ ] or an object { }";

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string line_and_column(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0.
    const std::size_t column = count_code_points(before.substr(line_start)) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// Exact for up to 15 digits and exponents up to 22, as libc's is; the last bits may differ beyond.
double scaled(std::uint64_t mantissa, int exponent) {
    constexpr int kExact = 22;
    double power = 1;
    for (int i = 0; i < std::abs(exponent) % kExact; ++i) power *= 10;
    auto value = static_cast<double>(mantissa);
    value = exponent < 0 ? value / power : value * power;
    for (int i = 0; i < std::abs(exponent) / kExact; ++i) value = exponent < 0 ? value / 1e22 : value * 1e22;
    return value;
}

// Reads RFC 8259 by descent. `at_` only moves forward; the first fault ends everything.
class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    [[nodiscard]] ParsedJson parse() && {
        if (value(parsed_.value)) {
            skip_space();
            if (at_ < text_.size()) fail(at_, kTooLong);
        }
        if (parsed_.fault) parsed_.value = nullptr;
        return std::move(parsed_);
    }

private:
    struct Level {
        bool is_object;
        std::string key;
        std::size_t index;
    };

    [[nodiscard]] char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    bool take(char c) {
        if (peek() != c) return false;
        ++at_;
        return true;
    }
    void skip_space() {
        while (peek() == ' ' || peek() == '\n' || peek() == '\r' || peek() == '\t') ++at_;
    }

    // What people mistake for JSON is named, whatever was expected instead.
    bool fail(std::size_t offset, std::string_view expected) {
        const std::string_view rest = text_.substr(offset);
        std::string_view message = expected;
        if (at_ >= text_.size()) {
            offset = text_.size();
            message = kTooShort;
        } else if (rest.starts_with('\'') || rest.starts_with("\xe2\x80")) {
            message = kBadQuotes;
        } else if (rest.starts_with('/') || rest.starts_with('#')) {
            message = kComment;
        }
        parsed_.fault = Fault{line_and_column(text_, offset), std::string(message)};
        return false;
    }

    // The place of what is read next.
    [[nodiscard]] std::string place() const {
        std::string pointer;
        for (const Level& level : levels_) {
            pointer = pointer_to(pointer, level.is_object ? level.key : std::to_string(level.index));
        }
        return pointer;
    }

    bool value(Json& out) {
        skip_space();
        switch (peek()) {
            case '{':
                return open(true) && object(out = Json::object());
            case '[':
                return open(false) && array(out = Json::array());
            case '"':
                return string(out = "");
            case 't':
                return word("true", true, out);
            case 'f':
                return word("false", false, out);
            case 'n':
                return word("null", nullptr, out);
            default:
                return peek() == '-' || is_digit(peek()) ? number(out) : fail(at_, kValue);
        }
    }

    bool word(std::string_view expected, Json meaning, Json& out) {
        const std::string_view found = text_.substr(at_, expected.size());
        if (found != expected) {
            if (expected.starts_with(found)) at_ = text_.size();
            return fail(at_, kValue);
        }
        at_ += expected.size();
        out = std::move(meaning);
        return true;
    }

    bool open(bool is_object) {
        if (levels_.size() == kMaxJsonDepth) {
            parsed_.fault =
                Fault{place(), "is nested too deeply; at most " + std::to_string(kMaxJsonDepth) + " levels are read"};
            return false;
        }
        levels_.push_back({is_object, {}, 0});
        ++at_;
        skip_space();
        return true;
    }
    bool close() {
        levels_.pop_back();
        return true;
    }

    bool object(Json& out) {
        if (take('}')) return close();
        while (true) {
            skip_space();
            Json name = "";
            if (peek() != '"') return fail(at_, peek() == '}' ? kCommaBeforeBrace : kName);
            if (!string(name)) return false;
            skip_space();
            if (!take(':')) return fail(at_, kColon);
            levels_.back().key = std::move(*name.get_ptr<std::string*>());
            if (out.contains(levels_.back().key)) parsed_.repeated.push_back(place());
            if (!value(out[levels_.back().key] = nullptr)) return false;
            skip_space();
            if (take('}')) return close();
            if (!take(',')) return fail(at_, kObjectComma);
        }
    }

    bool array(Json& out) {
        if (take(']')) return close();
        while (true) {
            skip_space();
            if (peek() == ']') return fail(at_, kCommaBeforeBracket);
            out.push_back(nullptr);
            if (!value(out.back())) return false;
            ++levels_.back().index;
            skip_space();
            if (take(']')) return close();
            if (!take(',')) return fail(at_, kArrayComma);
        }
    }

    // out is a text already.
    bool string(Json& out) {
        std::string& text = *out.get_ptr<std::string*>();
        const std::size_t start = at_++;
        while (true) {
            const std::size_t plain = at_;
            while (at_ < text_.size() && text_[at_] != '"' && text_[at_] != '\\' &&
                   static_cast<unsigned char>(text_[at_]) >= 0x20)
                ++at_;
            text += text_.substr(plain, at_ - plain);
            if (take('"')) return true;
            if (!take('\\')) return fail(start, kUnclosed);
            if (!escape(text)) return fail(start, kBadEscape);
        }
    }

    bool escape(std::string& text) {
        constexpr std::string_view kLetters = "\"\\/bfnrt";
        constexpr std::string_view kMeanings = "\"\\/\b\f\n\r\t";
        if (take('u')) return escaped_code_point(text);
        const std::size_t letter = at_ < text_.size() ? kLetters.find(text_[at_]) : std::string_view::npos;
        if (letter == std::string_view::npos) return false;
        ++at_;
        text += kMeanings[letter];
        return true;
    }

    bool escaped_code_point(std::string& text) {
        char32_t first = 0;
        if (!hex4(first) || (first >= 0xDC00 && first < 0xE000)) return false;
        if (first >= 0xD800 && first < 0xDC00) {
            char32_t second = 0;
            if (!take('\\') || !take('u') || !hex4(second) || second < 0xDC00 || second >= 0xE000) return false;
            first = 0x10000 + ((first - 0xD800) << 10U) + (second - 0xDC00);
        }
        append_utf8(text, first);
        return true;
    }

    bool hex4(char32_t& out) {
        for (int i = 0; i < 4; ++i, ++at_) {
            const char c = peek();
            const auto lower = static_cast<char>(c | 0x20);
            if (!is_digit(c) && (lower < 'a' || lower > 'f')) return false;
            out = out * 16 + static_cast<char32_t>(is_digit(c) ? c - '0' : lower - 'a' + 10);
        }
        return true;
    }

    // Digits beyond the 19 that surely fit only move the point.
    struct Digits {
        std::uint64_t mantissa = 0;
        int exponent = 0;
        bool exact = true;
    };

    bool digits(Digits& out, bool after_point) {
        const std::size_t start = at_;
        for (; is_digit(peek()); ++at_) {
            const auto digit = static_cast<unsigned>(peek() - '0');
            const bool fits = out.mantissa <= (std::numeric_limits<std::uint64_t>::max() - digit) / 10;
            if (fits && out.exact) out.mantissa = out.mantissa * 10 + digit;
            out.exact = out.exact && fits;
            if (out.exact == after_point) out.exponent += after_point ? -1 : 1;
        }
        return at_ > start;
    }

    bool number(Json& out) {
        constexpr std::uint64_t kLowest = std::uint64_t{1} << 63U;
        const std::size_t start = at_;
        const bool negative = take('-');
        Digits read;
        if (!(take('0') || digits(read, false))) return fail(start, kNumber);
        bool whole = read.exact && (!negative || read.mantissa <= kLowest);
        if (take('.')) {
            whole = false;
            if (!digits(read, true)) return fail(start, kNumber);
        }
        if (peek() == 'e' || peek() == 'E') {
            whole = false;
            if (!exponent(read)) return fail(start, kNumber);
        }
        if (whole && !negative) {
            out = read.mantissa;
        } else if (whole) {
            out = static_cast<std::int64_t>(~read.mantissa + 1);
        } else {
            const double size = scaled(read.mantissa, read.exponent);
            if (!std::isfinite(size)) return fail(start, kNumber);
            out = negative ? -size : size;
        }
        return true;
    }

    bool exponent(Digits& read) {
        constexpr std::uint64_t kMost = 9'999;  // Beyond every double, far from an int's end.
        ++at_;
        const bool negative = take('-');
        if (!negative) take('+');
        Digits power;
        if (!digits(power, false)) return false;
        const int steps = static_cast<int>(power.exact ? std::min(power.mantissa, kMost) : kMost);
        read.exponent += negative ? -steps : steps;
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    ParsedJson parsed_;
    std::vector<Level> levels_;
};

ParsedJson failed(std::string pointer, std::string message) {
    return {nullptr, Fault{std::move(pointer), std::move(message)}, {}};
}

}  // namespace

ParsedJson parse_json(std::string_view text) {
    const std::size_t mark = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    text.remove_prefix(mark);
    if (const std::size_t bad = find_invalid_utf8(text); bad != std::string_view::npos) {
        return failed(line_and_column(text, bad),
                      "byte " + std::to_string(bad + mark) + " is not UTF-8 text; save the file with the encoding UTF-8");
    }
    if (trim(text).empty()) return failed("", "is empty; write a JSON text");
    return Parser(text).parse();
}

std::string pointer_to(std::string_view parent, std::string_view name) {
    std::string pointer(parent);
    pointer += '/';
    for (const char c : name) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
    return pointer;
}

}  // namespace kiosk::wire
