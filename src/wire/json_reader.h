#pragma once
// Walks a parsed document that people wrote by hand: reads a value by a rule, and notes a fault with its place when the rule is
// broken. After a fault a reader gets a harmless value and goes on, so that one run names every fault.

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "wire/json_text.h"

namespace kiosk::wire {

// Keeps the first faults and counts the rest.
class Faults {
public:
    explicit Faults(std::size_t limit) : limit_(limit) {}

    void add(std::string pointer, std::string message);
    [[nodiscard]] std::size_t count() const { return kept_.size() + left_out_; }
    // The faults, with one more entry "and 7 more" when some were left out.
    [[nodiscard]] std::vector<Fault> take() &&;

private:
    std::size_t limit_;
    std::size_t left_out_ = 0;
    std::vector<Fault> kept_;
};

enum class Need : std::uint8_t { Required, Optional };

struct TextRule {
    Need need;
    std::size_t max;          // Code points.
    std::string_view advice;  // "write the shop's name, such as \"Burger Bar\"": follows what is wrong.
};

struct IntegerRule {
    Need need;
    std::int64_t min;
    std::int64_t max;
    std::int64_t fallback = 0;          // When the value is not there, or wrong.
    std::string_view explanation = {};  // Follows "write a whole number from 0 to 99".
};

// One place of the document. It points to its parent, which must live as long.
class Node {
public:
    Node(const Json& document, Faults& faults) : value_(&document), faults_(&faults) {}

    // A member of this object. Not there when this is no object or has no such member.
    [[nodiscard]] Node operator[](const char* name) const&;
    [[nodiscard]] Node item(std::size_t index) const&;  // Of a list; index < size().
    Node operator[](const char* name) const&& = delete;
    Node item(std::size_t index) const&& = delete;

    [[nodiscard]] bool exists() const { return value_ != nullptr; }
    [[nodiscard]] bool is_object() const { return exists() && value_->is_object(); }
    [[nodiscard]] bool is_text() const { return exists() && value_->is_string(); }
    [[nodiscard]] const Json& value() const { return *value_; }  // Requires exists().
    [[nodiscard]] std::string pointer() const;

    void fault(std::string message) const { faults_->add(pointer(), std::move(message)); }
    // So far in the whole document; unchanged when what was read since is sound.
    [[nodiscard]] std::size_t fault_count() const { return faults_->count(); }
    // "is missing; advice" or "is 12; advice".
    void refuse(std::string_view advice) const;

    // White space is cut from both ends. Faults: not a text, empty though required, too long, control characters.
    [[nodiscard]] std::string text(const TextRule& rule) const;
    [[nodiscard]] std::int64_t integer(const IntegerRule& rule) const;
    [[nodiscard]] int small(const IntegerRule& rule) const { return static_cast<int>(integer(rule)); }
    [[nodiscard]] bool flag(bool fallback) const;
    // How many entries the list has; 0 when it is not there or no list. min 0 makes it optional.
    [[nodiscard]] std::size_t list(std::size_t min, std::size_t max, std::string_view advice) const;
    // Notes a fault and answers false when this is no object.
    [[nodiscard]] bool require_object(std::string_view advice) const;

private:
    Node(const Json* value, const Node& parent, const char* name, std::size_t index)
        : value_(value), faults_(parent.faults_), parent_(&parent), name_(name), index_(index) {}

    const Json* value_;
    Faults* faults_;
    const Node* parent_ = nullptr;
    const char* name_ = nullptr;  // Null: an entry of a list.
    std::size_t index_ = 0;
};

// The ids of one kind, each with the place where it stands.
class Ids {
public:
    // Reads and remembers an id. Faults: not letters, digits, _ and -; stands elsewhere already.
    [[nodiscard]] std::string define(const Node& node);
    // Reads a reference. Notes a fault when nothing has that id, unless ids are in doubt; kind is "category".
    [[nodiscard]] std::string refer(const Node& node, std::string_view kind) const;

    // Some ids could not be read; what refers to them shall not be blamed as well.
    void doubt() { in_doubt_ = true; }

private:
    std::map<std::string, std::string, std::less<>> places_;
    bool in_doubt_ = false;
};

// A value as it can be shown in a message: short, texts quoted.
[[nodiscard]] std::string shown(const Json& value);

}  // namespace kiosk::wire
