#pragma once
// JSON text -> nlohmann::json for every decoder of this layer and of the bridge. Total: bad text is a fault in plain words with
// its place, never an abort. The values are the library's, the parser is ours: the library's own brings libc's exact reading of
// floats, which no file of ours holds, and describes faults in a parser's words; together 11 KB brotli of the bundle. Tests hold
// both to the same answers.

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "wire/fault.h"

namespace kiosk::wire {

using Json = nlohmann::json;

inline constexpr std::size_t kMaxJsonDepth = 32;

struct ParsedJson {
    Json value;  // Null when there is a fault.
    std::optional<Fault> fault;
    std::vector<std::string> repeated;  // Pointers of names that stand twice in one object; the last one counts.
};

// Accepts a byte order mark. Faults: no text at all, ill-formed UTF-8, a syntax error, deeper than kMaxJsonDepth.
[[nodiscard]] ParsedJson parse_json(std::string_view text);

// "/products/3" and a member name or an index, escaped as RFC 6901 wants it.
[[nodiscard]] std::string pointer_to(std::string_view parent, std::string_view name);

}  // namespace kiosk::wire
