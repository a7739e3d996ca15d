#pragma once
// The pipe's text: effects to JSON, events from JSON. One line of a table for each event. Names are the C++ ones in camelCase:
// {"do":"haptic","kind":"success"} goes out, {"on":"activeChanged","active":false} comes in; colours are "#rrggbb", 64-bit
// numbers strings of 16 hex digits. Decoding is total and strict: an unknown event, a missing field or a wrong type is BadInput
// with the event's name; extra fields are ignored.

#include <string>
#include <string_view>

#include "app/effect.h"
#include "app/msg.h"
#include "base/result.h"

namespace kiosk::bridge {

// What the program carries out itself (storage, the shop's side) has no message: {}.
[[nodiscard]] std::string encode(const app::Effect& effect);

// The words of a question, in the customer's language: they are the view's, so the effect doesn't carry them.
struct AskTexts {
    std::string title;
    std::string message;
    std::string confirm;
    std::string cancel;

    bool operator==(const AskTexts&) const = default;
};
[[nodiscard]] std::string encode_ask(const app::Ask& ask, const AskTexts& texts);

// Asks the host to tell every property and event of telegram/manifest.inc from now on; no effect, each platform's own beginning.
[[nodiscard]] std::string encode_watch();

[[nodiscard]] Result<app::Msg> decode(std::string_view text);

// "#2481cc"
[[nodiscard]] std::string to_text(app::Rgb colour);

}  // namespace kiosk::bridge
