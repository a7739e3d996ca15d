#include "wire/json_reader.h"

#include <algorithm>

#include "base/money.h"
#include "base/text.h"

namespace kiosk::wire {
namespace {

constexpr std::size_t kMaxShown = 40;
constexpr std::string_view kIdAdvice = "write 1 to 40 letters a-z, digits, - or _, such as \"classic-burger\"";

bool is_id(std::string_view text) {
    return !text.empty() && text.size() <= 40 && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
}

bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7f && c <= 0x9f);
}

bool has_control_character(std::string_view text) {
    std::size_t position = 0;
    while (position < text.size()) {
        if (is_control(next_code_point(text, position))) return true;
    }
    return false;
}

std::string shown_text(std::string_view text) {
    if (text.empty()) return "empty";
    const std::string_view start = prefix(text, kMaxShown);
    std::string quoted = "\"";
    std::size_t position = 0;
    while (position < start.size()) {
        const char32_t c = next_code_point(start, position);
        append_utf8(quoted, is_control(c) ? U' ' : c);
    }
    return quoted + (start.size() < text.size() ? "...\"" : "\"");
}

// Two digits are enough to recognise what was written; printing a double exactly would cost the shipped code more than it's worth.
std::string shown_decimal(double value) {
    if (!(value > -1e12 && value < 1e12)) return "a huge number";
    const double cents = value * 100;
    const Currency two_digits;
    return to_decimal(static_cast<Minor>(cents < 0 ? cents - 0.5 : cents + 0.5), two_digits);
}

std::string counted(std::size_t count, std::string_view what) {
    return std::to_string(count) + " " + std::string(what);
}

}  // namespace

void Faults::add(std::string pointer, std::string message) {
    if (kept_.size() < limit_) {
        kept_.push_back({std::move(pointer), std::move(message)});
    } else {
        ++left_out_;
    }
}

std::vector<Fault> Faults::take() && {
    if (left_out_ > 0) kept_.push_back({"", "and " + std::to_string(left_out_) + " more"});
    return std::move(kept_);
}

Node Node::operator[](const char* name) const& {
    const Json* member = nullptr;
    if (is_object()) {
        const auto found = value_->find(name);
        if (found != value_->end()) member = &*found;
    }
    return {member, *this, name, 0};
}

Node Node::item(std::size_t index) const& {
    return {&(*value_)[index], *this, nullptr, index};
}

std::string Node::pointer() const {
    if (parent_ == nullptr) return {};
    return pointer_to(parent_->pointer(), name_ == nullptr ? std::to_string(index_) : std::string_view(name_));
}

void Node::refuse(std::string_view advice) const {
    fault((exists() ? "is " + shown(*value_) : std::string("is missing")) + "; " + std::string(advice));
}

std::string Node::text(const TextRule& rule) const {
    if (!exists() && rule.need == Need::Optional) return {};
    if (!is_text()) {
        refuse(rule.advice);
        return {};
    }
    const std::string_view text = trim(*value_->get_ptr<const std::string*>());
    const std::size_t length = count_code_points(text);
    if (text.empty() && rule.need == Need::Required) {
        fault("is empty; " + std::string(rule.advice));
    } else if (length > rule.max) {
        fault("has " + counted(length, "characters") + "; at most " + std::to_string(rule.max) + " fit");
    } else if (has_control_character(text)) {
        fault("holds a line break, tab or another control character; write plain text in one line");
    }
    return std::string(text);
}

std::int64_t Node::integer(const IntegerRule& rule) const {
    if (!exists() && rule.need == Need::Optional) return rule.fallback;
    if (exists() && value_->is_number_integer()) {
        // Above the signed range only the unsigned reading is right; either way it is above every rule's maximum.
        const bool huge = value_->is_number_unsigned() && *value_->get_ptr<const Json::number_unsigned_t*>() > INT64_MAX;
        const std::int64_t number = huge ? INT64_MAX : value_->get<std::int64_t>();
        if (number >= rule.min && number <= rule.max) return number;
    }
    refuse("write a whole number from " + std::to_string(rule.min) + " to " + std::to_string(rule.max) +
           std::string(rule.explanation));
    return rule.fallback;
}

bool Node::flag(bool fallback) const {
    if (!exists()) return fallback;
    if (const auto* flag = value_->get_ptr<const bool*>()) return *flag;
    refuse("write true or false, without quotes");
    return fallback;
}

std::size_t Node::list(std::size_t min, std::size_t max, std::string_view advice) const {
    if (!exists() && min == 0) return 0;
    if (!exists() || !value_->is_array()) {
        refuse(advice);
        return 0;
    }
    const std::size_t size = value_->size();
    if (size < min) {
        refuse(advice);
    } else if (size > max) {
        fault("has " + counted(size, "entries") + "; at most " + std::to_string(max) + " are read");
        return 0;
    }
    return size;
}

bool Node::require_object(std::string_view advice) const {
    if (is_object()) return true;
    refuse(advice);
    return false;
}

std::string Ids::define(const Node& node) {
    if (!node.is_text() || !is_id(*node.value().get_ptr<const std::string*>())) {
        node.refuse(kIdAdvice);
        doubt();
        return {};
    }
    const std::string& id = *node.value().get_ptr<const std::string*>();
    const auto [place, fresh] = places_.emplace(id, node.pointer());
    if (!fresh) {
        node.fault("is \"" + id + "\", which " + place->second + " is already; give each its own id");
        doubt();
    }
    return id;
}

std::string Ids::refer(const Node& node, std::string_view kind) const {
    const std::string kind_name(kind);
    if (!node.is_text()) {
        node.refuse("write the id of a " + kind_name);
        return {};
    }
    const std::string& id = *node.value().get_ptr<const std::string*>();
    if (in_doubt_ || places_.contains(id)) return id;
    std::string known;
    std::size_t listed = 0;
    for (const auto& [name, place] : places_) {
        if (++listed > 8) break;
        known += (known.empty() ? "" : ", ") + name;
    }
    if (places_.size() > listed) known += ", ...";
    node.refuse("no " + kind_name + " has this id" + (known.empty() ? "" : "; these exist: " + known));
    return id;
}

std::string shown(const Json& value) {
    switch (value.type()) {
        case Json::value_t::object:
            return "an object { }";
        case Json::value_t::array:
            return value.empty() ? "an empty list [ ]" : "a list [ ]";
        case Json::value_t::boolean:
            return *value.get_ptr<const bool*>() ? "true" : "false";
        case Json::value_t::string:
            return shown_text(*value.get_ptr<const std::string*>());
        case Json::value_t::number_integer:
            return std::to_string(*value.get_ptr<const Json::number_integer_t*>());
        case Json::value_t::number_unsigned:
            return std::to_string(*value.get_ptr<const Json::number_unsigned_t*>());
        case Json::value_t::number_float:
            return shown_decimal(*value.get_ptr<const double*>());
        default:
            return "null";
    }
}

}  // namespace kiosk::wire
