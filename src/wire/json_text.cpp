#include "wire/json_text.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace kiosk::wire {
namespace {

constexpr std::string_view kByteOrderMark = "\xef\xbb\xbf";

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

// One for each kind of mistake that people make; `reason` is the parser's own description.
std::string in_plain_words(std::string_view reason, std::string_view rest) {
    const bool in_key = has(reason, "parsing object key");
    if (rest.empty()) return "the text ends too early; something is still open: add the missing quote, ] or }";
    if (rest.starts_with('\'') || rest.starts_with("\xe2\x80"))
        return "texts stand in straight double quotes, like \"this\"";
    if (rest.starts_with('/') || rest.starts_with('#')) return "JSON has no comments; remove this one";
    if (in_key && rest.starts_with('}')) return "there is a comma too many; remove the one before this }";
    if (rest.starts_with(']') && has(reason, "parsing value"))
        return "there is a comma too many; remove the one before this ]";
    if (has(reason, "closing quote") || has(reason, "must be escaped")) {
        return "this text isn't closed; put a double quote at its end, on the same line";
    }
    if (has(reason, "invalid string"))
        return "this text has a backslash that means nothing; write \\\\ for a backslash itself";
    if (in_key) return "expected a name in double quotes, such as \"price\"";
    if (has(reason, "object separator")) return "expected a colon (:) between a name and its value";
    if (has(reason, "parsing object")) return "expected a comma (,) before the next name, or a closing }";
    if (has(reason, "parsing array")) return "expected a comma (,) before the next entry, or a closing ]";
    if (has(reason, "expected end of input")) return "the text should have ended before this; remove what is too much";
    if (has(reason, "number")) return "expected a number in digits, such as 1250";
    return "expected a value: a text in double quotes, a number, true, false, a list [ ] or an object { }";
}

// Bytes of a token as the parser shows it: control characters stand as <U+000A>.
std::size_t token_bytes(std::string_view shown) {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < shown.size(); ++bytes) i += shown.substr(i).starts_with("<U+") ? 8 : 1;
    return bytes;
}

// Where the token that ends at `end` begins. The parser shows texts and numbers as they are; of the others only the end is sure.
std::size_t token_start(std::string_view text, std::size_t end, std::string_view reason, std::string_view token) {
    for (const std::string_view exact : {"unexpected string", "unexpected number", "invalid string", "invalid number"}) {
        if (has(reason, exact)) return end - std::min(end, token_bytes(token));
    }
    std::size_t start = end - std::min<std::size_t>(end, 1);
    while (start > 0 && text[start - 1] >= 'a' && text[start - 1] <= 'z') --start;
    return start;
}

std::string line_and_column(std::string_view text, std::size_t offset) {
    const std::string_view before = text.substr(0, offset);
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const std::size_t line_start = before.rfind('\n') + 1;  // npos + 1 is 0.
    const std::size_t column = count_code_points(before.substr(line_start)) + 1;
    return "line " + std::to_string(line) + ", column " + std::to_string(column);
}

// Receives the parser's events and builds the document.
class Builder {
public:
    explicit Builder(std::string_view text) : text_(text) {}

    [[nodiscard]] ParsedJson finish() && {
        if (parsed_.fault) parsed_.value = nullptr;
        return std::move(parsed_);
    }

    bool null() { return add(nullptr); }
    bool boolean(bool value) { return add(value); }
    bool number_integer(Json::number_integer_t value) { return add(value); }
    bool number_unsigned(Json::number_unsigned_t value) { return add(value); }
    bool number_float(Json::number_float_t value, const std::string& /*text*/) { return add(value); }
    bool string(std::string& value) { return add(std::move(value)); }
    bool binary(Json::binary_t& /*value*/) { return false; }
    bool start_object(std::size_t /*size*/) { return open(Json::object()); }
    bool start_array(std::size_t /*size*/) { return open(Json::array()); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(std::string& name) {
        Level& level = levels_.back();
        level.key = std::move(name);
        if (level.container->contains(level.key)) parsed_.repeated.push_back(place());
        return true;
    }
    bool parse_error(std::size_t position, const std::string& token, const Json::exception& error) {
        const std::string_view reason = error.what();
        const bool at_end = position > text_.size();
        const std::size_t start = at_end ? text_.size() : token_start(text_, position, reason, token);
        parsed_.fault = Fault{line_and_column(text_, start), in_plain_words(reason, text_.substr(start))};
        return false;
    }

private:
    struct Level {
        Json* container;
        std::string key;
    };

    Json* put(Json value) {
        if (levels_.empty()) return &(parsed_.value = std::move(value));
        Json& container = *levels_.back().container;
        if (container.is_object()) return &(container[levels_.back().key] = std::move(value));
        container.push_back(std::move(value));
        return &container.back();
    }
    bool add(Json value) {
        put(std::move(value));
        return true;
    }
    bool open(Json container) {
        if (levels_.size() == kMaxJsonDepth) {
            parsed_.fault =
                Fault{place(), "is nested too deeply; at most " + std::to_string(kMaxJsonDepth) + " levels are read"};
            return false;
        }
        levels_.push_back({put(std::move(container)), {}});
        return true;
    }
    bool close() {
        levels_.pop_back();
        return true;
    }
    // The place of what is read next.
    [[nodiscard]] std::string place() const {
        std::string pointer;
        for (const Level& level : levels_) {
            const bool inside = &level != &levels_.back();
            const std::size_t index = level.container->size() - (inside && level.container->is_array() ? 1 : 0);
            pointer = pointer_to(pointer, level.container->is_array() ? std::to_string(index) : level.key);
        }
        return pointer;
    }

    std::string_view text_;
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
    Builder builder(text);
    static_cast<void>(Json::sax_parse(text, &builder));
    return std::move(builder).finish();
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
