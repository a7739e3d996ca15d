#pragma once
// What a person does, as the platform reports it to the kit. Coordinates are CSS pixels from the canvas's top left, times
// milliseconds on the platform's own steady clock.

#include <cstdint>
#include <string>
#include <variant>

namespace kiosk::ui {

using NodeId = std::uint32_t;  // Of a semantic node and of the widget behind it; stable from frame to frame. 0: none.

struct Pointer {
    enum class Kind : std::uint8_t { Down, Move, Up, Cancel };
    enum class Device : std::uint8_t { Touch, Mouse, Pen };
    Kind kind = Kind::Down;
    Device device = Device::Touch;
    std::uint32_t id = 0;
    float x = 0;
    float y = 0;
    double time_ms = 0;
};
struct Wheel {
    float x = 0;
    float y = 0;
    float delta_x = 0;
    float delta_y = 0;
    double time_ms = 0;
};
struct Key {
    enum class Name : std::uint8_t { Other, Enter, Space, Escape, Up, Down, Left, Right, PageUp, PageDown, Home, End };
    Name name = Name::Other;
};
// From the accessibility mirror (screen reader, keyboard, tests).
struct Activate {
    NodeId node = 0;
};
struct Focused {  // 0: focus left. The kit scrolls the node into view and draws the focus ring when from_keyboard.
    NodeId node = 0;
    bool from_keyboard = false;
};
struct FieldEdited {  // The value of a text field after an edit in its native input.
    NodeId node = 0;
    std::string value;
};
struct FieldSubmitted {  // Enter, "next" or "done" on the keyboard.
    NodeId node = 0;
};

using Input = std::variant<Pointer, Wheel, Key, Activate, Focused, FieldEdited, FieldSubmitted>;

}  // namespace kiosk::ui
