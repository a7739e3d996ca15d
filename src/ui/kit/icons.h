#pragma once
// Line icons drawn from signed-distance capsules and rings: sharp at any size, no bytes of pictures.

#include <cstdint>

namespace kiosk::ui {

enum class Icon : std::uint8_t {
    None,
    ChevronForward,  // Flips with the reading direction, as do Back and Send.
    Back,
    ChevronDown,
    Close,
    Plus,
    Minus,
    Check,
    Search,
    Cart,
    Settings,
    Clock,
    Pin,
    Phone,
    User,
    Note,
    Trash,
    Info,
    Warning,
    Repeat,
    Star,
    Globe,
    TextSize,
    Play,
    Pause,
    Bike,
    Bag,
    Tag,
    Dots,
};

}  // namespace kiosk::ui
