// Any bytes as JSON: no crash, and the same answer as the library's parser gives, which is far bigger than ours.

#include <cmath>
#include <cstdint>

#include "base/check.h"
#include "wire/json_text.h"

namespace {

using kiosk::wire::Json;

// Floats may differ in their last bits.
bool alike(const Json& ours, const Json& theirs) {
    if (ours.is_number_float() && theirs.is_number_float()) {
        const auto a = *ours.get_ptr<const double*>();
        const auto b = *theirs.get_ptr<const double*>();
        return std::abs(a - b) <= 1e-13 * std::abs(b) + 1e-300;
    }
    if (ours.type() != theirs.type() || ours.size() != theirs.size()) return false;
    if (!ours.is_structured()) return ours == theirs;
    for (auto a = ours.begin(), b = theirs.begin(); a != ours.end(); ++a, ++b) {
        if ((ours.is_object() && a.key() != b.key()) || !alike(*a, *b)) return false;
    }
    return true;
}

std::size_t depth_of(const Json& value) {
    std::size_t deepest = 0;
    for (const Json& part : value) deepest = std::max(deepest, part.is_structured() ? depth_of(part) : 0);
    return deepest + 1;
}

// The end of a double's range is ours to round.
bool holds_giant(const Json& value) {
    if (value.is_number_float()) return std::abs(*value.get_ptr<const double*>()) > 1e308;
    if (!value.is_structured()) return false;
    return std::any_of(value.begin(), value.end(), holds_giant);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    // The library takes a zero byte for the end, and has no limit of depth.
    if (text.size() > 4'096 || text.find('\0') != std::string_view::npos) return 0;
    const kiosk::wire::ParsedJson parsed = kiosk::wire::parse_json(text);
    const Json theirs = Json::parse(text, nullptr, false);
    if (parsed.fault) {
        KIOSK_CHECK(!parsed.fault->message.empty() && parsed.value.is_null());
        KIOSK_CHECK(theirs.is_discarded() || holds_giant(theirs) || depth_of(theirs) > kiosk::wire::kMaxJsonDepth);
    } else {
        KIOSK_CHECK(!theirs.is_discarded() || holds_giant(parsed.value));
        KIOSK_CHECK(theirs.is_discarded() || alike(parsed.value, theirs));
    }
    return 0;
}
