#pragma once
// The app's one state transition. Total: every message in every state leaves a valid model, or leaves it alone.

#include "app/effect.h"
#include "app/model.h"
#include "app/msg.h"

namespace kiosk::app {

void update(Model& model, const Msg& msg, Effects& out);

}  // namespace kiosk::app
