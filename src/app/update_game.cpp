#include <algorithm>

#include "app/handlers.h"

namespace kiosk::app {
namespace {

constexpr int kMaxSteps = 5;  // Of one frame: after a stall the game slows down instead of jumping.

void step_once(Model& model, std::uint8_t inputs, Effects& out) {
    Game& game = model.game;
    const std::uint32_t tick = game.stack.tick;
    const bool drops = inputs != 0 && games::accepts_tap(game.stack);
    games::step(game.stack, inputs);
    if (!drops) return;
    game.taps.push_back(tick);
    switch (game.stack.last_drop.kind) {
        case games::DropKind::None:
            break;
        case games::DropKind::Perfect:
            haptic(model, Haptic::Kind::Success, out);
            break;
        case games::DropKind::Cut:
            haptic(model, Haptic::Kind::Tap, out);
            break;
        case games::DropKind::Missed:
            haptic(model, Haptic::Kind::Error, out);
            break;
    }
}

}  // namespace

// The round begins at once: the tap that started it is the simulation's first.
void on(Model& model, const StartGame& /*msg*/, Effects& out) {
    Game& game = model.game;
    if (current_page(model).screen != Screen::Game || game.stack.phase == games::Phase::Running) return;
    game.seed = game.challenge ? game.challenge->seed : draw_chance(model);
    game.stack = games::Stack{game.seed};
    game.taps.clear();
    game.paused = false;
    game.rounds = std::min(game.rounds, kMaxRounds - 1) + 1;
    games::step(game.stack, games::kTap);
    haptic(model, Haptic::Kind::Tap, out);
}

void on(Model& model, const GameFrame& msg, Effects& out) {
    Game& game = model.game;
    if (current_page(model).screen != Screen::Game || !model.telegram.active) return;
    if (game.stack.phase == games::Phase::Ready && msg.tap) {
        on(model, StartGame{}, out);
        return;
    }
    if (game.stack.phase != games::Phase::Running) return;
    if (game.paused) {
        game.paused = !msg.tap;
        return;
    }
    const int steps = std::clamp(msg.steps, 0, kMaxSteps);
    for (int i = 0; i < steps; ++i) step_once(model, msg.tap && i == 0 ? games::kTap : std::uint8_t{0}, out);
    game.best_score = std::max(game.best_score, game.stack.score);
}

}  // namespace kiosk::app
