#include "telegram/call.h"

#include <charconv>

#include "wire/json_text.h"

namespace kiosk::telegram {
namespace {

using wire::Json;

const Json* child(const Json& parent, std::string_view name) {
    if (parent.is_object()) {
        const auto found = parent.find(std::string(name));
        return found == parent.end() ? nullptr : &*found;
    }
    std::size_t index = 0;
    const char* end = name.data() + name.size();
    const auto read = std::from_chars(name.data(), end, index);
    const bool is_there = parent.is_array() && read.ec == std::errc() && read.ptr == end && index < parent.size();
    return is_there ? &parent[index] : nullptr;
}

// Null when there is nothing.
Json at(std::string_view json, std::string_view place) {
    wire::ParsedJson parsed = wire::parse_json(json);
    const Json* value = &parsed.value;
    while (!place.empty() && value != nullptr) value = child(*value, take_part(place, '.'));
    return value == nullptr ? Json() : *value;
}

}  // namespace

bool read_flag(std::string_view json, std::string_view place) {
    const Json value = at(json, place);
    return value.is_boolean() && value.get<bool>();
}

double read_number(std::string_view json, std::string_view place) {
    const Json value = at(json, place);
    return value.is_number() ? value.get<double>() : 0;
}

std::string read_text(std::string_view json, std::string_view place) {
    const Json value = at(json, place);
    return value.is_string() ? *value.get_ptr<const std::string*>() : std::string();
}

}  // namespace kiosk::telegram
