#pragma once
// Line icons drawn from signed-distance capsules and rings: sharp at any size, no bytes of pictures.

#include <cstdint>

namespace kiosk::ui {

enum class Icon : std::uint8_t {
    None,
    ChevronForward,  // Flips with the reading direction, as do Back and Send.
    Back,
    Close,
    Plus,
    Minus,
    Check,
    Search,
    Settings,
    Clock,
    Pin,
    Phone,
    Trash,
    Star,
    Bag,
    Tag,
};

}  // namespace kiosk::ui
