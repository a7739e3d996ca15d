#pragma once
// Burger Stack: a layer slides across, a tap drops it, the overhang falls off, a miss ends the run. A pure integer simulation
// of 60 steps a second: same seed and same taps, same state, on every build. Whoever plays or checks a run owns the Stack;
// views read it and never write. Nothing here fails: an input that means nothing in a phase is ignored.
//
// Lengths are sub-units, 16 to a world unit; the bottom bun is 256 units wide with its left edge at 0. The moving layer starts
// kTravel beside the top layer and swings between both sides, so every layer takes equally long to arrive at a given speed. A
// view that keeps the top layer's centre in the middle always shows the same swing.
//
// How the numbers were found: people were modelled as taps with a normal timing error, thousands of runs each. A newcomer
// (75 to 100 ms) places 11 to 14 layers in about 14 s, a practised player (40 ms) 24 in 22 s, a strong one (20 ms) 47 in 36 s,
// a master (12 ms) 83 in a minute; burger_stack_feel_test.cpp holds these to it. The first layer takes 1.3 s to arrive, the
// twentieth and all later ones 0.65 s: there a perfect drop leaves 11 ms to either side, so every human run ends, yet some
// step always falls into that window.

#include <array>
#include <cstddef>
#include <cstdint>

#include "base/rng.h"

namespace kiosk::games {

struct Config {
    static constexpr std::uint32_t kRulesVersion = 1;  // Any change that alters one state of one run takes a new number.
    static constexpr int kStepsPerSecond = 60;
    static constexpr int kUnit = 16;
    static constexpr int kBaseWidth = 256 * kUnit;
    static constexpr int kTravel = 272 * kUnit;  // Farthest offset of the moving layer from the top layer.
    static constexpr int kPerfectSlack = 72;     // Offsets up to this snap into place and cost no width.
    static constexpr int kMinWidth = 5 * kUnit;  // What would keep less than this slips off: a miss.
    static constexpr int kFirstSpeed = 56;       // Sub-units a step.
    static constexpr int kSpeedGain = 3;         // Added for each placed layer, up to kTopSpeed.
    static constexpr int kTopSpeed = 112;
    static constexpr int kBonusStreak = 5;  // This many perfect drops in a row widen the layer by kBonusWidth.
    static constexpr int kBonusWidth = 12 * kUnit;
    static constexpr int kMaxPoints = 11;             // A placed layer counts 1, a perfect one 2 more per streak up to this.
    static constexpr std::uint32_t kGuardTicks = 10;  // A fresh layer ignores taps this long: a bounced tap drops nothing.
    static constexpr int kMaxLayers = 500;            // The run ends when the tower is this high above the bottom bun,
    static constexpr std::uint32_t kMaxTicks = 36'000;  // or after ten minutes.
    static constexpr int kMaxPieces = 4;
};
static_assert(Config::kTopSpeed <= 2 * Config::kPerfectSlack, "some step must fall into the perfect window");
static_assert(Config::kMinWidth > Config::kPerfectSlack, "a perfect drop must touch the layer below");

inline constexpr std::uint8_t kTap = 1;  // Input bit 0. Other bits are ignored.

// Every tenth layer is a middle bun, a finished burger; the rest follow the seed and never repeat at once.
enum class Ingredient : std::uint8_t { BottomBun, MiddleBun, Patty, Cheese, Lettuce, Tomato, Onion, Pickle, Bacon };

enum class Phase : std::uint8_t { Ready, Running, Over };

enum class DropKind : std::uint8_t { None, Perfect, Cut, Missed };

struct Layer {
    int left = 0;
    int width = 0;
    Ingredient kind = Ingredient::BottomBun;

    bool operator==(const Layer&) const = default;
};

// The layer on its way; it is as wide as the top layer. After a miss it stays where it was: draw its piece instead.
struct Moving {
    int left = 0;
    int previous_left = 0;  // A step ago, to draw between steps.
    int velocity = 0;       // Sub-units a step, negative to the left.
    int entry = 1;          // 1: it came from the left, -1: from the right. Sides alternate.
    Ingredient kind = Ingredient::BottomBun;

    bool operator==(const Moving&) const = default;
};

// What fell off; its age is tick - born_tick, the way it falls is the view's. Unused while width is 0.
struct Piece {
    int left = 0;
    int width = 0;
    int level = 0;  // The index of the layer that it fell from.
    Ingredient kind = Ingredient::BottomBun;
    std::uint32_t born_tick = 0;

    bool operator==(const Piece&) const = default;
};

// The latest drop, for animation, sound and haptics.
struct Drop {
    DropKind kind = DropKind::None;
    std::uint32_t tick = 0;
    int offset = 0;  // Where the layer was, relative to the one below.
    int points = 0;
    bool widened = false;

    bool operator==(const Drop&) const = default;
};

struct Stack {
    // A run that waits for its first tap. That tap begins the run and drops nothing.
    explicit Stack(std::uint64_t seed);

    Phase phase = Phase::Ready;
    std::uint32_t tick = 0;  // Steps since the run began; stands still before it and after it.
    std::uint32_t spawned_tick = 0;
    int score = 0;
    int streak = 0;  // Perfect drops in a row.
    int placed = 0;  // Layers above the bottom bun; layers[0..placed] are valid, the rest are as constructed.
    Moving moving;
    Drop last_drop;
    int pieces_made = 0;
    std::array<Piece, Config::kMaxPieces> pieces;  // A ring: the oldest piece gives way.
    Rng rng;
    std::array<Layer, Config::kMaxLayers + 1> layers;

    [[nodiscard]] const Layer& top() const { return layers[static_cast<std::size_t>(placed)]; }
    [[nodiscard]] std::uint64_t hash() const;
    bool operator==(const Stack&) const = default;
};

// One sixtieth of a second. A tap acts on what the state shows, before the layer moves on.
void step(Stack& stack, std::uint8_t inputs);

// Whether a tap in the next step would drop the layer.
[[nodiscard]] bool accepts_tap(const Stack& stack);

// Whether that drop would be perfect.
[[nodiscard]] bool would_be_perfect(const Stack& stack);

// Where to draw the moving layer between the previous step (0) and this one (256).
[[nodiscard]] int drawn_left(const Stack& stack, int part_of_256);

// Sub-units a step once that many layers are placed. Requires placed >= 0.
[[nodiscard]] int speed_at(int placed);

// No run of that many ticks can score more.
[[nodiscard]] int ceiling_score(std::uint32_t ticks);

}  // namespace kiosk::games
