#pragma once
// How GoogleTest shows Burger Stack's values when a comparison fails.

#include <ostream>

#include "games/burger_stack.h"
#include "games/replay.h"

namespace kiosk::games {

inline std::ostream& operator<<(std::ostream& out, const Layer& layer) {
    return out << "{left " << layer.left << ", width " << layer.width << ", kind " << static_cast<int>(layer.kind) << "}";
}

inline std::ostream& operator<<(std::ostream& out, const Piece& piece) {
    return out << "{left " << piece.left << ", width " << piece.width << ", level " << piece.level << ", kind "
               << static_cast<int>(piece.kind) << ", born " << piece.born_tick << "}";
}

inline std::ostream& operator<<(std::ostream& out, const Drop& drop) {
    return out << "{kind " << static_cast<int>(drop.kind) << ", tick " << drop.tick << ", offset " << drop.offset
               << ", points " << drop.points << (drop.widened ? ", widened}" : "}");
}

inline std::ostream& operator<<(std::ostream& out, const Moving& moving) {
    return out << "{left " << moving.left << ", from " << moving.previous_left << ", by " << moving.velocity << ", entry "
               << moving.entry << ", kind " << static_cast<int>(moving.kind) << "}";
}

inline std::ostream& operator<<(std::ostream& out, const Outcome& outcome) {
    return out << "{score " << outcome.score << ", layers " << outcome.layers << ", ticks " << outcome.ticks
               << (outcome.finished ? ", finished" : ", left") << ", hash 0x" << std::hex << outcome.hash << std::dec << "}";
}

inline std::ostream& operator<<(std::ostream& out, const Stack& stack) {
    return out << "{phase " << static_cast<int>(stack.phase) << ", streak " << stack.streak << ", moving " << stack.moving
               << ", " << outcome_of(stack) << ", last drop " << stack.last_drop << "}";
}

inline std::ostream& operator<<(std::ostream& out, const Replay& replay) {
    out << "{rules " << replay.rules << ", seed " << replay.seed << ", taps";
    for (const std::uint32_t tap : replay.taps) out << ' ' << tap;
    return out << ", ticks " << replay.ticks << "}";
}

}  // namespace kiosk::games
