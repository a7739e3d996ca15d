// Burger Stack on screen. The simulation is the model's; this only keeps the clock that turns frames into steps, and paints the
// tower so that its top stays at the same height while the rest sinks away. Never mirrored: left is left in every language.

#include <algorithm>
#include <array>
#include <cmath>

#include "games/burger_stack.h"
#include "ui/chrome.h"
#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"

namespace kiosk::ui {
namespace {

constexpr float kLayerHeight = 30;

struct Look {
    Colour side;
    Colour top;
    float radius;
    float height;  // Part of kLayerHeight.
};

Look look_of(games::Ingredient kind) {
    switch (kind) {
        case games::Ingredient::BottomBun:
            return {{214, 140, 62}, {235, 172, 96}, 10, 1};
        case games::Ingredient::MiddleBun:
            return {{221, 150, 72}, {242, 186, 112}, 9, 1};
        case games::Ingredient::Patty:
            return {{104, 58, 34}, {134, 80, 50}, 12, 1};
        case games::Ingredient::Cheese:
            return {{250, 178, 30}, {255, 206, 74}, 5, 0.72F};
        case games::Ingredient::Lettuce:
            return {{92, 168, 60}, {130, 204, 88}, 12, 0.8F};
        case games::Ingredient::Tomato:
            return {{212, 54, 44}, {236, 90, 76}, 11, 0.9F};
        case games::Ingredient::Onion:
            return {{190, 150, 196}, {222, 190, 226}, 11, 0.8F};
        case games::Ingredient::Pickle:
            return {{110, 140, 46}, {148, 176, 78}, 12, 0.8F};
        case games::Ingredient::Bacon:
            return {{176, 58, 48}, {216, 104, 84}, 7, 0.76F};
    }
    return {{214, 140, 62}, {235, 172, 96}, 10, 1};
}

// Where the simulation's world lies on the canvas.
struct Camera {
    float scale = 1;   // CSS pixels per sub-unit.
    float centre = 0;  // Canvas x of the world's x that is kept in the middle.
    float world_x = 0;
    float floor = 0;  // Canvas y of the bottom of layer 0.

    [[nodiscard]] float x(float left) const { return centre + (left - world_x) * scale; }
    [[nodiscard]] float y(float level) const { return floor - (level + 1) * kLayerHeight; }
};

void draw_layer(Kit& kit, const Camera& camera, games::Ingredient kind, float left, float width, float level, float drop) {
    const Look look = look_of(kind);
    const float height = kLayerHeight * look.height;
    const Rect area{camera.x(left), camera.y(level) + kLayerHeight - height + drop, width * camera.scale, height};
    if (area.y > kit.view().bottom() + kLayerHeight || area.width <= 0) return;
    const float radius = std::min({look.radius, area.width / 2, area.height / 2});
    kit.fill(area, look.side, radius);
    kit.fill({area.x, area.y, area.width, area.height * 0.55F}, look.top, radius);
    if (kind == games::Ingredient::BottomBun || kind == games::Ingredient::MiddleBun) {
        for (float at = 18; at < area.width - 12; at += 34) {
            kit.fill({area.x + at, area.y + area.height * 0.2F, 7, 4}, {255, 236, 198, 230}, 2);
        }
    }
}

Camera place_camera(Kit& kit, const games::Stack& stack) {
    const Rect& view = kit.view();
    const float world = static_cast<float>(games::Config::kBaseWidth);
    Camera camera;
    camera.scale = std::min(view.width * 0.52F, 320.0F) / world;
    camera.centre = view.centre_x();
    const auto& top = stack.top();
    const float middle = static_cast<float>(top.left) + static_cast<float>(top.width) / 2;
    camera.world_x = kit.animate("camera_x", middle, {.response_ms = 500});
    const float level = kit.animate("camera_y", static_cast<float>(std::max(0, stack.placed - 5)), {.response_ms = 400});
    camera.floor = view.bottom() - kit.frame().insets.bottom - 72 + level * kLayerHeight;
    return camera;
}

void draw_sky(Kit& kit) {
    const bool dark = kit.palette().dark;
    kit.gradient(kit.view(), dark ? Colour{22, 24, 48} : Colour{126, 200, 240},
                 dark ? Colour{58, 36, 64} : Colour{255, 236, 204});
}

void draw_tower(Kit& kit, const games::Stack& stack, const Camera& camera, float part, double over_ms) {
    const int first = std::max(0, stack.placed - 30);
    const float plate = static_cast<float>(games::Config::kBaseWidth) * 1.24F;
    const float plate_left = (static_cast<float>(games::Config::kBaseWidth) - plate) / 2;
    kit.fill({camera.x(plate_left), camera.floor, plate * camera.scale, 12}, {246, 246, 250}, 6);
    kit.shadow({camera.x(plate_left), camera.floor + 4, plate * camera.scale, 10}, 5, 16, 6, 0.25F);
    for (int i = first; i <= stack.placed; ++i) {
        const games::Layer& layer = stack.layers[static_cast<std::size_t>(i)];
        draw_layer(kit, camera, layer.kind, static_cast<float>(layer.left), static_cast<float>(layer.width),
                   static_cast<float>(i), 0);
    }
    for (const games::Piece& piece : stack.pieces) {
        if (piece.width == 0) continue;
        const auto ticks = static_cast<float>(stack.tick - piece.born_tick);
        const float seconds = (ticks + part) / games::Config::kStepsPerSecond + static_cast<float>(over_ms) / 1000;
        draw_layer(kit, camera, piece.kind, static_cast<float>(piece.left), static_cast<float>(piece.width),
                   static_cast<float>(piece.level), 900 * seconds * seconds);
    }
    if (stack.phase == games::Phase::Over) return;
    const auto moving = static_cast<float>(games::drawn_left(stack, static_cast<int>(part * 256)));
    draw_layer(kit, camera, stack.moving.kind, moving, static_cast<float>(stack.top().width),
               static_cast<float>(stack.placed + 1), 0);
}

// A ring of light and a word for a perfect drop, gone after half a second of play.
void draw_praise(Kit& kit, const games::Stack& stack, const Camera& camera) {
    if (stack.last_drop.kind != games::DropKind::Perfect) return;
    const float age = static_cast<float>(stack.tick - stack.last_drop.tick) / 30;
    if (age >= 1) return;
    const games::Layer& layer = stack.top();
    const float grow = age * 14;
    const Rect area = Rect{camera.x(static_cast<float>(layer.left)), camera.y(static_cast<float>(stack.placed)),
                           static_cast<float>(layer.width) * camera.scale, kLayerHeight};
    kit.push_opacity(1 - age);
    kit.ring({area.x - grow, area.y - grow, area.width + 2 * grow, area.height + 2 * grow}, {255, 255, 255}, 10 + grow, 3);
    const Rect word{kit.view().x, area.y - 64 - grow * 2, kit.view().width, 32};
    kit.text(word, stack.streak > 1 ? kit.tr("game.perfect_streak", {{"count", stack.streak}}) : kit.tr("game.perfect"),
             {.type = Type::Title, .align = Align::Centre, .spoken = false});
    kit.pop_opacity();
}

void draw_score(Kit& kit, const app::Model& model) {
    const games::Stack& stack = model.game.stack;
    const float top = kit.frame().insets.top + 20;
    const Rect area{kit.view().x, top, kit.view().width, 64};
    const std::string_view score = kit.number(stack.score);
    kit.text(area, score, {.type = Type::Hero, .align = Align::Centre, .spoken = false});
    kit.status("score", area, kit.tr("game.score", {{"score", stack.score}}));
    const bool challenged = model.game.challenge.has_value();
    const int goal = challenged ? model.game.challenge->score : model.game.best_score;
    if (challenged || goal > 0) {
        kit.text({area.x, area.bottom(), area.width, kit.line_height(Type::Subhead) + 4},
                 kit.tr(challenged ? "game.goal" : "game.best", {{"score", goal}}),
                 {.type = Type::Subhead, .align = Align::Centre});
    }
}

float gift_height(const Kit& kit, const app::Model& model, app::Gift gift) {
    return app::can_give(model, gift) ? button_height(kit) + 12 : 0;
}

void draw_gift(Kit& kit, const app::Model& model, Rect& room, app::Gift gift, std::string_view text) {
    if (!app::can_give(model, gift)) return;
    const Rect area = room.cut_bottom(gift_height(kit, model, gift));
    if (button(kit, text, {area.x, area.y + 12, area.width, area.height - 12},
               {.text = text, .kind = ButtonKind::Secondary})) {
        kit.send(app::AskClient{gift, share_text(model, kit.texts())});
    }
}

void draw_words(Kit& kit, const app::Model& model) {
    const games::Stack& stack = model.game.stack;
    if (stack.phase == games::Phase::Running && !model.game.paused) return;
    const bool over = stack.phase == games::Phase::Over;
    const bool paused = stack.phase == games::Phase::Running;
    const bool won = over && model.game.challenge && stack.score > model.game.challenge->score;
    const std::string_view title = paused                  ? kit.tr("game.paused")
                                   : won                   ? kit.tr("game.challenge_won")
                                   : app::is_record(model) ? kit.tr("game.record")
                                                           : (over ? kit.tr("game.over") : kit.tr("game.title"));
    const std::string_view words = paused ? kit.tr("game.resume")
                                   : over ? kit.tr("game.score", {{"score", stack.score}})
                                          : kit.tr("game.how");
    const TextStyle small{
        .type = Type::Subhead, .ink = Ink::Subtitle, .align = Align::Centre, .max_lines = 0, .spoken = true};
    const float width = kit.view().width - 96;
    const float text_height = kit.line_height(Type::Title) + 2 + kit.measure(words, small, width).height;
    const float height =
        text_height + 28 + gift_height(kit, model, app::Gift::WearBadge) + gift_height(kit, model, app::Gift::ShareStory);
    const Rect card = Rect{kit.view().x, kit.frame().insets.top + 124, kit.view().width, height}.inset(32, 0);
    kit.shadow(card, 18, 20, 6, 0.18F);
    kit.fill(card, kit[Ground::Section], 18);
    Rect inner = card.inset(16, 14);
    draw_gift(kit, model, inner, app::Gift::ShareStory, kit.tr("game.share_story"));
    draw_gift(kit, model, inner, app::Gift::WearBadge, kit.tr("game.wear_badge"));
    const Rect line = inner.cut_top(kit.line_height(Type::Title) + 2);
    kit.text(line, title, {.type = Type::Title, .align = Align::Centre, .spoken = false});
    kit.heading("title", line, title, 1);
    kit.text(inner, words, small);
}

// Advances the clock; how far the picture is between two steps, 0..1.
float run_clock(Kit& kit, const app::Model& model, UiState& ui, bool tapped) {
    const bool running = model.game.stack.phase == games::Phase::Running && !model.game.paused;
    if (!running) {
        ui.game_clock.reset();
        ui.game_frame_ms = 0;
        if (tapped) kit.send(app::GameFrame{1, true});  // Begins the round, or goes on after a pause.
        return 0;
    }
    kit.wake();
    if (tapped) ui.game_clock.press(games::kTap);
    const double now = kit.frame().now_ms;
    const auto elapsed = ui.game_frame_ms > 0 ? std::llround(now) - std::llround(ui.game_frame_ms) : 0;
    ui.game_frame_ms = now;
    const int steps = ui.game_clock.advance(elapsed);
    if (steps > 0) kit.send(app::GameFrame{steps, (ui.game_clock.take_inputs() & games::kTap) != 0});
    return static_cast<float>(ui.game_clock.part_of_256()) / 256;
}

}  // namespace

void game_row(Page& page, const app::Model& model) {
    Kit& kit = page.kit();
    Section section(page);
    const int best = model.game.best_score;
    const std::string_view words = best > 0 ? kit.tr("game.best", {{"score", best}}) : kit.tr("game.invitation");
    if (cell(section, "game",
             {.title = kit.tr("game.title"), .subtitle = words, .emoji = "🕹️", .trailing = Trailing::Chevron})) {
        kit.send(app::Open{{app::Screen::Game, {}}});
    }
}

void draw_game(Kit& kit, const app::Model& model, UiState& ui) {
    const games::Stack& stack = model.game.stack;
    kit.push_scope("game");
    kit.push_ltr(kit.view());
    draw_sky(kit);
    const bool playing = stack.phase != games::Phase::Over;
    bool tapped = false;
    if (playing) tapped = kit.touch("field", kit.view(), Role::Button, kit.tr("game.drop"), {.instant = true}).tapped;
    const float part = run_clock(kit, model, ui, tapped);
    if (playing) ui.game_over_ms = 0;
    if (!playing && ui.game_over_ms <= 0) ui.game_over_ms = kit.frame().now_ms;
    const double over_ms = playing ? 0 : kit.frame().now_ms - ui.game_over_ms;
    if (!playing && over_ms < 1500) kit.wake();
    const Camera camera = place_camera(kit, stack);
    draw_tower(kit, stack, camera, part, over_ms);
    draw_praise(kit, stack, camera);
    draw_score(kit, model);
    draw_words(kit, model);
    kit.pop_ltr();
    kit.pop_scope();
}

}  // namespace kiosk::ui
