#include "wire/json_fields.h"

#include <charconv>
#include <limits>
#include <system_error>

#include "base/text.h"

namespace kiosk::wire {

bool read_text(const Json& value, std::string& out, std::size_t max_code_points) {
    const auto* text = value.get_ptr<const std::string*>();
    if (text == nullptr || count_code_points(*text) > max_code_points) return false;
    out = *text;
    return true;
}

bool read_integer(const Json& value, std::int64_t& out, std::int64_t low, std::int64_t high) {
    std::int64_t number = 0;
    if (const auto* natural = value.get_ptr<const Json::number_unsigned_t*>()) {
        if (*natural > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) return false;
        number = static_cast<std::int64_t>(*natural);
    } else if (const auto* whole = value.get_ptr<const Json::number_integer_t*>()) {
        number = *whole;
    } else {
        return false;
    }
    if (number < low || number > high) return false;
    out = number;
    return true;
}

const Json* JsonFields::find(std::string_view name) const {
    const auto* object = value_.get_ptr<const Json::object_t*>();
    if (object == nullptr) return nullptr;
    const auto found = object->find(name);
    return found == object->end() ? nullptr : &found->second;
}

void JsonFields::text(std::string_view name, std::string& out, std::size_t max_code_points) {
    with(name, out, [&](const Json& value, std::string& to) { return read_text(value, to, max_code_points); });
}

void JsonFields::optional_text(std::string_view name, std::string& out, std::size_t max_code_points) {
    const Json* value = find(name);
    require(value == nullptr || read_text(*value, out, max_code_points));
}

void JsonFields::integer(std::string_view name, std::int64_t& out, std::int64_t low, std::int64_t high) {
    with(name, out, [&](const Json& value, std::int64_t& to) { return read_integer(value, to, low, high); });
}

void JsonFields::integer(std::string_view name, int& out, int low, int high) {
    std::int64_t number = 0;
    integer(name, number, low, high);
    if (ok_) out = static_cast<int>(number);
}

void JsonFields::boolean(std::string_view name, bool& out) {
    with(name, out, [](const Json& value, bool& to) {
        const auto* flag = value.get_ptr<const Json::boolean_t*>();
        if (flag != nullptr) to = *flag;
        return flag != nullptr;
    });
}

void JsonFields::hex(std::string_view name, std::uint64_t& out) {
    constexpr std::size_t kDigits = 16;
    std::string digits;
    text(name, digits, kDigits);
    const char* end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, out, 16);
    require(digits.size() == kDigits && read.ec == std::errc() && read.ptr == end);
}

}  // namespace kiosk::wire
