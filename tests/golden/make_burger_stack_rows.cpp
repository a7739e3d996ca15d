// Prints burger_stack.rows. Run it by hand when the rules take a new version:
// g++ -std=c++20 -Isrc -Itests tests/golden/make_burger_stack_rows.cpp src/games/*.cpp src/base/*.cpp -o make_rows

#include <cinttypes>
#include <cstdio>

#include "games/replay.h"
#include "support/stack_bot.h"

namespace kiosk::tests {
namespace {

void print_row(const char* name, const games::RecordedRun& run) {
    const games::Outcome outcome = games::outcome_of(run.stack);
    std::printf("KIOSK_RUN(\"%s\", 0x%" PRIx64 "ULL, \"%s\", %d, %d, %" PRIu32 ", %s, 0x%016" PRIx64 "ULL)\n", name,
                run.replay.seed, games::encode_text(run.replay).c_str(), outcome.score, outcome.layers, outcome.ticks,
                outcome.finished ? "true" : "false", outcome.hash);
}

games::RecordedRun waiting(std::uint64_t seed, std::uint32_t ticks) {
    games::RecordedRun run(seed);
    step(run, games::kTap);
    while (run.stack.tick < ticks) step(run, 0);
    return run;
}

games::RecordedRun tapping(std::uint64_t seed) {
    games::RecordedRun run(seed);
    while (run.stack.phase != games::Phase::Over) step(run, games::kTap);
    return run;
}

}  // namespace
}  // namespace kiosk::tests

int main() {
    using kiosk::tests::play;
    using kiosk::tests::print_row;
    using kiosk::tests::StackBot;
    std::printf("// name, seed, log, score, layers, ticks, finished, hash\n");
    print_row("Empty", kiosk::tests::waiting(1, 0));
    print_row("LeftAfterASecond", kiosk::tests::waiting(2, 60));
    print_row("NeverTapped", kiosk::tests::waiting(3, kiosk::games::Config::kMaxTicks));
    print_row("TappedAtOnce", kiosk::tests::tapping(4));
    print_row("FirstTry", play(5, StackBot(50, 150)));
    print_row("Newcomer", play(0xffffffffffffffffULL, StackBot(60, 100)));
    print_row("NewcomerLucky", play(7, StackBot(70, 75)));
    print_row("Practised", play(0x123456789abcdefULL, StackBot(80, 40)));
    print_row("Strong", play(9, StackBot(90, 20)));
    print_row("Master", play(10, StackBot(100, 12)));
    print_row("Record", play(11, StackBot(110, 8)));
    print_row("LongestSloppy", play(12, StackBot(120, 5)));
    print_row("Perfect", play(13, StackBot(130, 0)));
}
