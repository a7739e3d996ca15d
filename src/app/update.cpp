#include "app/update.h"

#include "app/handlers.h"

namespace kiosk::app {

void update(Model& model, const Msg& msg, Effects& out) {
    std::visit([&](const auto& one) { on(model, one, out); }, msg);
    // Most frames of a game move nothing but its stack.
    const auto* frame = std::get_if<GameFrame>(&msg);
    if (frame == nullptr || frame->tap) settle(model, out);
}

}  // namespace kiosk::app
