#pragma once
// The app's words in one language: key -> message. Messages follow ICU's plain subset: {name} puts an argument in,
// {count, plural, =0 {none} one {# item} other {# items}} chooses by the language's own rules, {kind, select, a {x} other {y}}
// by a word, '...' quotes braces. A missing key shows itself, a malformed message shows as it is written: nothing fails.

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/ports.h"

namespace kiosk::ui {

struct Arg {
    std::string_view name;
    std::string_view text;
    std::int64_t number = 0;
    bool is_number = false;

    Arg(std::string_view arg_name, std::string_view value) : name(arg_name), text(value) {}
    Arg(std::string_view arg_name, const char* value) : name(arg_name), text(value) {}
    Arg(std::string_view arg_name, const std::string& value) : name(arg_name), text(value) {}
    Arg(std::string_view arg_name, std::int64_t value) : name(arg_name), number(value), is_number(true) {}
    Arg(std::string_view arg_name, int value) : name(arg_name), number(value), is_number(true) {}
};
using Args = std::initializer_list<Arg>;

// Appends the message with its arguments in place.
void format_message(std::string_view message, Args args, IntlPort& intl, std::string& out);

class Texts {
public:
    explicit Texts(IntlPort& intl) : intl_(intl) {}

    // Replaces all messages, and sets the language of numbers and plurals.
    void set(std::string language, std::vector<std::pair<std::string, std::string>> messages);

    // The message as it is; the key when there is none. For messages without arguments.
    [[nodiscard]] std::string_view tr(std::string_view key) const;
    [[nodiscard]] std::string tr(std::string_view key, Args args) const;
    // For keys that are computed ("order.state." + name): tr() takes literals only, so that a test can collect them.
    [[nodiscard]] std::string_view tr_named(std::string_view key) const { return tr(key); }
    [[nodiscard]] bool has(std::string_view key) const;

    [[nodiscard]] const std::string& language() const { return language_; }
    [[nodiscard]] bool rtl() const { return rtl_; }
    // Changes with every set(); caches of formatted text compare it.
    [[nodiscard]] std::uint32_t generation() const { return generation_; }
    [[nodiscard]] IntlPort& intl() const { return intl_; }

private:
    IntlPort& intl_;
    std::string language_ = "en";
    bool rtl_ = false;
    std::uint32_t generation_ = 0;
    std::vector<std::pair<std::string, std::string>> messages_;  // Sorted by key.
};

[[nodiscard]] bool is_rtl_language(std::string_view bcp47);

}  // namespace kiosk::ui
