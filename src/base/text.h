#pragma once
// UTF-8 helpers. Text from outside is checked once at the edge (find_invalid_utf8); everything inside is valid UTF-8.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace kiosk {

// The byte offset of the first ill-formed sequence (Unicode 15, table 3-7), or npos when the text is well-formed.
[[nodiscard]] std::size_t find_invalid_utf8(std::string_view text);

// Reads the code point at position and moves position past it. Requires well-formed text and position < text.size().
[[nodiscard]] char32_t next_code_point(std::string_view text, std::size_t& position);

void append_utf8(std::string& out, char32_t code_point);

[[nodiscard]] std::size_t count_code_points(std::string_view text);

// The longest prefix of at most limit code points.
[[nodiscard]] std::string_view prefix(std::string_view text, std::size_t limit);

// Lower case and without accents for Latin, Greek and Cyrillic, for search: a rough fold, one code point to at most one.
[[nodiscard]] std::string fold_for_search(std::string_view text);

// For one value in a link's query: all but letters, digits and - . _ ~ as %XX (RFC 3986, section 2.1).
[[nodiscard]] std::string percent_encode(std::string_view text);

// An address that begins so, with a letter or digit next and nothing in it but visible ASCII without a backslash.
[[nodiscard]] bool is_address(std::string_view text, std::string_view start = "https://");

// White space (Unicode White_Space) cut from both ends.
[[nodiscard]] std::string_view trim(std::string_view text);

}  // namespace kiosk
