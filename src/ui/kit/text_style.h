#pragma once
// How a piece of text is set: which style of the type scale, in which ink, how aligned, on how many lines.

#include <cstdint>

#include "ui/kit/palette.h"
#include "ui/kit/type_scale.h"

namespace kiosk::ui {

enum class Align : std::uint8_t { Start, Centre, End };

struct TextStyle {
    Type type = Type::Body;
    Ink ink = Ink::Text;
    Align align = Align::Start;
    int max_lines = 1;    // 0: as many as it takes. What does not fit ends in an ellipsis.
    bool middle = true;   // Vertically centred in its rectangle; otherwise from the top.
    bool struck = false;  // Struck through: a former price.
    bool spoken = true;   // Becomes a Text node of the semantic tree. False inside a widget that has a name.
};

struct Size {
    float width = 0;
    float height = 0;

    bool operator==(const Size&) const = default;
};

}  // namespace kiosk::ui
