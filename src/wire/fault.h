#pragma once
// What is wrong at one place of a text that people write by hand.

#include <string>

namespace kiosk::wire {

struct Fault {
    std::string pointer;  // RFC 6901 ("" is the whole text), or "line 3, column 7" when the text is no JSON.
    std::string
        message;  // English: what is wrong there, and what to write instead. Continues the pointer: "is missing; ...".

    bool operator==(const Fault&) const = default;
};

}  // namespace kiosk::wire
