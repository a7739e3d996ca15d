#include "telegram/state.h"

#include <utility>

namespace kiosk::telegram {
namespace {

// By how JSON begins.
bool is_of(PropertyKind kind, char first) {
    switch (kind) {
        case PropertyKind::Flag:
            return first == 't' || first == 'f';
        case PropertyKind::Number:
            return first == '-' || (first >= '0' && first <= '9');
        case PropertyKind::Text:
            return first == '"';
        case PropertyKind::Object:
            return first == '{';
    }
    return false;
}

}  // namespace

std::string_view State::operator[](Property property) const {
    const auto at = static_cast<std::size_t>(property);
    return at < values_.size() ? std::string_view(values_[at]) : "null";
}

void State::set(Property property, std::string json) {
    if (values_.empty()) values_.resize(kPropertyCount, "null");
    if (json.empty() || !is_of(kind(property), json.front())) json = "null";
    values_[static_cast<std::size_t>(property)] = std::move(json);
}

}  // namespace kiosk::telegram
