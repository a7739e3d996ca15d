#pragma once
// What the client can do, made from manifest.inc: methods, properties, events and refusals by their Telegram names. Names are kept
// as a few long texts and found by counting, which costs a first visit less than tables. Constant data; nothing here fails.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace kiosk::telegram {

enum class Method : std::uint8_t {
#define KIOSK_METHOD(number, name, ...) name,
#include "telegram/manifest.inc"
};

enum class Property : std::uint8_t {
#define KIOSK_PROPERTY(number, name, ...) name,
#include "telegram/manifest.inc"
};

enum class Event : std::uint8_t {
#define KIOSK_EVENT(number, name, ...) name,
#include "telegram/manifest.inc"
};

inline constexpr std::size_t kMethodCount = 101;
inline constexpr std::size_t kPropertyCount = 78;
inline constexpr std::size_t kEventCount = 46;

// What an app does instead of a call that the client can't carry out, or leaves without an answer.
enum class Fallback : std::uint8_t {
    Nothing,
    Backend,       // Ask the shop's side: it knows.
    OwnSheet,      // Our own sheet asks.
    OwnButton,     // The view draws the button.
    LocalStorage,  // Kept on this device, merged when the client's storage answers again.
    TypedText,     // The customer types what would have been read.
    ShareLink,     // A link to pass on.
    Browser,       // What a browser page can do.
};

// Why a client refuses, as far as an app treats refusals differently.
enum class Refusal : std::uint8_t { Other, BadArgument, Busy, NotReady, Unavailable, Denied, Unsupported };

enum class PropertyKind : std::uint8_t { Flag, Number, Text, Object };

// "path|since|answer|at|limit_ms|events|release": manifest.inc says what each means, js-bridge/telegram.mjs reads it.
[[nodiscard]] std::string_view row(Method method);
// "place need rule low high words", a line each: parameters.inc says what each means, js-bridge/arguments.mjs reads it.
[[nodiscard]] std::string_view parameters(Method method);
[[nodiscard]] std::string_view path(Method method);
[[nodiscard]] std::string_view since(Method method);
[[nodiscard]] Fallback fallback(Method method);
[[nodiscard]] PropertyKind kind(Property property);

// All of them in their order, parted by spaces.
[[nodiscard]] std::string_view property_paths();
[[nodiscard]] std::string_view event_names();
[[nodiscard]] std::optional<Event> find_event(std::string_view name);

// Of a message that the script throws, a host's error word, or what js-bridge/arguments.mjs found.
[[nodiscard]] Refusal refusal_of(std::string_view code);

// Numeric by parts, as the client compares: "6.10" is later than "6.9"; what is no number counts as 0.
[[nodiscard]] bool is_at_least(std::string_view version, std::string_view since);

// What stands before the first separator; the rest of the text begins after it.
std::string_view take_part(std::string_view& text, char separator);
// The part at index, counted from 0; empty beyond the last.
[[nodiscard]] std::string_view part(std::string_view text, char separator, std::size_t index);

}  // namespace kiosk::telegram
