#include "games/burger_stack.h"

#include <algorithm>
#include <cstddef>
#include <cstdlib>

#include "base/hash.h"

namespace kiosk::games {
namespace {

constexpr int kFillings = 7;
constexpr int kBurgerHeight = 10;

Ingredient filling(int index) {
    return static_cast<Ingredient>(static_cast<int>(Ingredient::Patty) + index);
}

Ingredient next_kind(Stack& stack) {
    if ((stack.placed + 1) % kBurgerHeight == 0) return Ingredient::MiddleBun;
    const int below = static_cast<int>(stack.top().kind) - static_cast<int>(Ingredient::Patty);
    if (below < 0) return filling(static_cast<int>(stack.rng.below(kFillings)));
    return filling((below + 1 + static_cast<int>(stack.rng.below(kFillings - 1))) % kFillings);
}

void spawn(Stack& stack, int entry) {
    stack.moving.entry = entry;
    stack.moving.left = stack.top().left - entry * Config::kTravel;
    stack.moving.previous_left = stack.moving.left;
    stack.moving.velocity = entry * speed_at(stack.placed);
    stack.moving.kind = next_kind(stack);
    stack.spawned_tick = stack.tick;
}

int points_for(int streak) {
    return std::min(1 + 2 * streak, Config::kMaxPoints);
}

void shed(Stack& stack, int left, int width) {
    const auto slot = static_cast<std::size_t>(stack.pieces_made % Config::kMaxPieces);
    stack.pieces[slot] = {left, width, stack.placed + 1, stack.moving.kind, stack.tick};
    ++stack.pieces_made;
}

void place(Stack& stack, int left, int width) {
    ++stack.placed;
    stack.layers[static_cast<std::size_t>(stack.placed)] = {left, width, stack.moving.kind};
    stack.last_drop.points = points_for(stack.streak);
    stack.score += stack.last_drop.points;
}

void place_perfect(Stack& stack) {
    const Layer& below = stack.top();
    int left = below.left;
    int width = below.width;
    ++stack.streak;
    if (stack.streak % Config::kBonusStreak == 0 && width < Config::kBaseWidth) {
        width = std::min(width + Config::kBonusWidth, Config::kBaseWidth);
        left = std::clamp(left - (width - below.width) / 2, 0, Config::kBaseWidth - width);
        stack.last_drop.widened = true;
    }
    stack.last_drop.kind = DropKind::Perfect;
    place(stack, left, width);
}

void place_cut(Stack& stack, int offset) {
    const Layer& below = stack.top();
    const int lost = std::abs(offset);
    stack.streak = 0;
    stack.last_drop.kind = DropKind::Cut;
    shed(stack, offset > 0 ? below.left + below.width : stack.moving.left, lost);
    place(stack, std::max(below.left, stack.moving.left), below.width - lost);
}

void miss(Stack& stack) {
    stack.streak = 0;
    stack.last_drop.kind = DropKind::Missed;
    shed(stack, stack.moving.left, stack.top().width);
    stack.phase = Phase::Over;
}

void drop(Stack& stack) {
    const int offset = stack.moving.left - stack.top().left;
    stack.last_drop = {DropKind::None, stack.tick, offset, 0, false};
    if (std::abs(offset) <= Config::kPerfectSlack) {
        place_perfect(stack);
    } else if (stack.top().width - std::abs(offset) >= Config::kMinWidth) {
        place_cut(stack, offset);
    } else {
        miss(stack);
    }
}

void slide(Stack& stack) {
    Moving& moving = stack.moving;
    const int home = stack.top().left;
    moving.previous_left = moving.left;
    moving.left += moving.velocity;
    const int beyond = std::abs(moving.left - home) - Config::kTravel;
    if (beyond <= 0) return;
    moving.left += moving.velocity > 0 ? -2 * beyond : 2 * beyond;
    moving.velocity = -moving.velocity;
}

// Steps from a layer's first appearance to the end of the step that drops it perfectly, at the earliest.
int perfect_steps(int placed) {
    const int way = Config::kTravel - Config::kPerfectSlack;
    const int speed = speed_at(placed);
    return (way + speed - 1) / speed + 1;
}

// The best score when the first cuts layers are dropped at the earliest tap and all others perfectly.
int score_after_cuts(int cuts, std::int64_t ticks) {
    std::int64_t left = ticks - cuts * (static_cast<std::int64_t>(Config::kGuardTicks) + 1);
    int score = cuts;
    for (int placed = cuts; placed < Config::kMaxLayers; ++placed) {
        left -= perfect_steps(placed);
        if (left < 0) break;
        score += points_for(placed - cuts + 1);
    }
    return score;
}

void hash_layer(Hasher& hasher, const Layer& layer) {
    hasher.i32(layer.left);
    hasher.i32(layer.width);
    hasher.u32(static_cast<std::uint32_t>(layer.kind));
}

void hash_piece(Hasher& hasher, const Piece& piece) {
    hash_layer(hasher, {piece.left, piece.width, piece.kind});
    hasher.i32(piece.level);
    hasher.u32(piece.born_tick);
}

}  // namespace

Stack::Stack(std::uint64_t seed) : rng(seed) {
    layers[0] = {0, Config::kBaseWidth, Ingredient::BottomBun};
    spawn(*this, rng.below(2) == 0 ? 1 : -1);
}

std::uint64_t Stack::hash() const {
    Hasher hasher;
    hasher.u32(static_cast<std::uint32_t>(phase));
    hasher.u32(tick);
    hasher.u32(spawned_tick);
    for (const int value : {score, streak, placed, moving.left, moving.previous_left, moving.velocity, moving.entry})
        hasher.i32(value);
    hasher.u32(static_cast<std::uint32_t>(moving.kind));
    hasher.u32(static_cast<std::uint32_t>(last_drop.kind));
    hasher.u32(last_drop.tick);
    hasher.i32(last_drop.offset);
    hasher.i32(last_drop.points);
    hasher.u32(last_drop.widened ? 1 : 0);
    hasher.i32(pieces_made);
    for (const Piece& piece : pieces) hash_piece(hasher, piece);
    Rng ahead = rng;
    hasher.u32(ahead.next());
    hasher.u32(ahead.next());
    for (int level = 0; level <= placed; ++level) hash_layer(hasher, layers[static_cast<std::size_t>(level)]);
    return hasher.value();
}

void step(Stack& stack, std::uint8_t inputs) {
    const bool tap = (inputs & kTap) != 0;
    if (stack.phase == Phase::Ready && tap) {
        stack.phase = Phase::Running;
        return;
    }
    if (stack.phase != Phase::Running) return;

    const bool drops = tap && accepts_tap(stack);
    if (drops) {
        drop(stack);
    } else {
        slide(stack);
    }
    ++stack.tick;
    if (stack.placed == Config::kMaxLayers || stack.tick == Config::kMaxTicks) stack.phase = Phase::Over;
    if (drops && stack.phase == Phase::Running) spawn(stack, -stack.moving.entry);
}

bool accepts_tap(const Stack& stack) {
    return stack.phase == Phase::Running && stack.tick - stack.spawned_tick >= Config::kGuardTicks;
}

bool would_be_perfect(const Stack& stack) {
    return accepts_tap(stack) && std::abs(stack.moving.left - stack.top().left) <= Config::kPerfectSlack;
}

int drawn_left(const Stack& stack, int part_of_256) {
    const Moving& moving = stack.moving;
    return moving.previous_left + (moving.left - moving.previous_left) * part_of_256 / 256;
}

int speed_at(int placed) {
    return std::min(Config::kFirstSpeed + placed * Config::kSpeedGain, Config::kTopSpeed);
}

// Cuts at the front are never worse than later ones: they speed up more layers and break no streak.
int ceiling_score(std::uint32_t ticks) {
    const std::int64_t usable = std::min(ticks, Config::kMaxTicks);
    const std::int64_t most_cuts = usable / (static_cast<std::int64_t>(Config::kGuardTicks) + 1);
    const int last = static_cast<int>(std::min<std::int64_t>(most_cuts, Config::kMaxLayers));
    int best = 0;
    for (int cuts = 0; cuts <= last; ++cuts) best = std::max(best, score_after_cuts(cuts, usable));
    return best;
}

}  // namespace kiosk::games
