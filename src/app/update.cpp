#include "app/update.h"

#include "app/handlers.h"

namespace kiosk::app {

void update(Model& model, const Msg& msg, Effects& out) {
    std::visit([&](const auto& one) { on(model, one, out); }, msg);
    // Most frames of a game move nothing but its stack, and a place is only saved along with the rest.
    const auto* frame = std::get_if<GameFrame>(&msg);
    const bool settles = frame == nullptr ? !std::holds_alternative<Scrolled>(msg) : frame->tap;
    if (settles) settle(model, out);
}

}  // namespace kiosk::app
