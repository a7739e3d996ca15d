#include "wire/json_writer.h"

#include <array>
#include <charconv>

#include "base/text.h"

namespace kiosk::wire {
namespace {

constexpr std::string_view kHexDigits = "0123456789abcdef";

void append_escaped(std::string& out, char c) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '"' || c == '\\') {
        out += '\\';
        out += c;
    } else if (c == '\n') {
        out += "\\n";
    } else if (byte < 0x20) {
        out += "\\u00";
        out += kHexDigits[byte >> 4U];
        out += kHexDigits[byte & 15U];
    } else {
        out += c;
    }
}

}  // namespace

void JsonWriter::separate() {
    if (out_.empty()) return;
    const char last = out_.back();
    if (last != '{' && last != '[' && last != ':') out_ += ',';
}

void JsonWriter::open(char bracket) {
    separate();
    out_ += bracket;
}

void JsonWriter::key(std::string_view name) {
    text(name);
    out_ += ':';
}

void JsonWriter::text(std::string_view value) {
    separate();
    out_ += '"';
    while (!value.empty()) {
        const std::size_t bad = find_invalid_utf8(value);
        for (const char c : value.substr(0, bad)) append_escaped(out_, c);
        if (bad == std::string_view::npos) break;
        append_utf8(out_, 0xfffd);
        value.remove_prefix(bad + 1);
    }
    out_ += '"';
}

void JsonWriter::integer(std::int64_t value) {
    separate();
    std::array<char, 24> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), value).ptr;
    out_.append(digits.data(), end);
}

void JsonWriter::boolean(bool value) {
    separate();
    out_ += value ? "true" : "false";
}

void JsonWriter::hex(std::uint64_t value) {
    std::string digits;
    for (int shift = 60; shift >= 0; shift -= 4) digits += kHexDigits[(value >> static_cast<unsigned>(shift)) & 15U];
    text(digits);
}

}  // namespace kiosk::wire
