#pragma once
// The golden runs of Burger Stack, compiled into whoever checks them: GoogleTest natively, a bare main in wasm. Both read the
// one list in burger_stack.rows, which make_burger_stack_rows.cpp prints. A row that no longer holds means that the rules have
// changed: then kRulesVersion must, too.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "games/replay.h"

namespace kiosk::tests {

struct GoldenRun {
    std::string_view name;
    std::uint64_t seed;
    std::string_view log;  // base64url
    games::Outcome outcome;
};

inline constexpr auto kGoldenRuns = std::to_array<GoldenRun>({
#define KIOSK_RUN(name, seed, log, score, layers, ticks, finished, hash) \
    {name, seed, log, {score, layers, ticks, finished, hash}},
#include "golden/burger_stack.rows"
#undef KIOSK_RUN
});

// What playing a log yields, and the log after a round trip.
struct GoldenAnswer {
    std::uint64_t seed = 0;
    std::string log;
    games::Outcome outcome;

    bool operator==(const GoldenAnswer&) const = default;
};

inline GoldenAnswer expected_of(const GoldenRun& run) {
    return {run.seed, std::string(run.log), run.outcome};
}

// An empty answer when the log is refused.
inline GoldenAnswer answer_of(const GoldenRun& run) {
    const auto replay = games::decode_text(run.log);
    if (!replay) return {};
    const auto outcome = games::verify(*replay);
    if (!outcome) return {};
    return {replay->seed, games::encode_text(*replay), *outcome};
}

}  // namespace kiosk::tests
