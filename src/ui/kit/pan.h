#pragma once
// What every scrolling container does with its share of a frame's gestures.

#include "ui/kit/kit.h"

#include "ui/kit/gesture.h"

namespace kiosk::ui {

// Registers the area as a place where fingers can scroll.
void add_pan(Kit& kit, NodeId id, const Rect& area, Target::Kind kind);
// Moves the scroller on, and asks for frames while it moves.
void run_scroller(Kit& kit, Scroller& scroller, NodeId id);

}  // namespace kiosk::ui
