#pragma once
// The input log of one Burger Stack run, small enough for a link, and the judge that plays it again. A log names its seed and
// its taps; score, time and end are never taken from it, they follow from playing. Decoding is total: foreign bytes end in a
// refusal. Every run has exactly one log and every log one spelling.
//
// Bytes: rules version; seed, 8 bytes, lowest first; number of taps; for each tap the steps since the step after the last one;
// the steps after the last tap. All but the seed are LEB128 varints in their shortest form. Rules 1 know a single action, so a
// tap needs no action bits and costs one byte in all but the slowest drops. The tap that begins the run is not logged.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "games/burger_stack.h"

namespace kiosk::games {

inline constexpr std::size_t kLinkBytes = 384;     // 512 base64url characters, what a Telegram start parameter holds.
inline constexpr std::size_t kMaxLogBytes = 1024;  // No valid log is longer.

struct Replay {
    std::uint32_t rules = Config::kRulesVersion;
    std::uint64_t seed = 0;
    std::vector<std::uint32_t> taps;  // The tick that the state showed when the tap dropped a layer; ascending.
    std::uint32_t ticks = 0;          // Steps of the run; more than the last tap.

    bool operator==(const Replay&) const = default;
};

struct Outcome {
    int score = 0;
    int layers = 0;
    std::uint32_t ticks = 0;
    bool finished = false;  // False when the player left before the run was over.
    std::uint64_t hash = 0;

    bool operator==(const Outcome&) const = default;
};

// Requires ascending taps below ticks, as a RecordedRun records them.
[[nodiscard]] std::string encode(const Replay& replay);
[[nodiscard]] std::string encode_text(const Replay& replay);  // base64url

// Fails with Unsupported on rules that this build doesn't know, LimitReached on too many bytes, taps or steps, else Corrupt.
[[nodiscard]] Result<Replay> decode(std::string_view bytes);
[[nodiscard]] Result<Replay> decode_text(std::string_view text);

// Plays the log. Fails with Unsupported and LimitReached as above, and with BadInput on a tap that drops nothing (too early,
// twice in a step, after the end) or steps after the end.
[[nodiscard]] Result<Outcome> verify(const Replay& replay);

// A run that logs itself.
struct RecordedRun {
    explicit RecordedRun(std::uint64_t seed) : stack(seed) { replay.seed = seed; }

    Stack stack;
    Replay replay;

    bool operator==(const RecordedRun&) const = default;
};

void step(RecordedRun& run, std::uint8_t inputs);
[[nodiscard]] Outcome outcome_of(const Stack& stack);

}  // namespace kiosk::games
