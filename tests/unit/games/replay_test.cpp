#include "games/replay.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "golden/burger_stack_rows.h"
#include "support/stack_bot.h"
#include "support/stack_print.h"

namespace kiosk::games {
namespace {

using namespace std::string_literals;

const std::string kSeedBytes = "\x2A\0\0\0\0\0\0\x80"s;
constexpr std::uint64_t kSeed = 0x800000000000002AULL;

std::string log_of(const std::string& tail) {
    return "\x01" + kSeedBytes + tail;
}

ErrorCode code_of(const Result<Replay>& result) {
    return result.error().code;
}

TEST(Replay, BytesAreAsDocumented) {
    const Replay replay{1, kSeed, {70, 71, 272}, 300};

    EXPECT_EQ(encode(replay), log_of("\x03\x46\x00\xC8\x01\x1B"s));
}

TEST(Replay, DocumentedBytesDecode) {
    const Result<Replay> expected = Replay{1, kSeed, {70, 71, 272}, 300};

    EXPECT_EQ(decode(log_of("\x03\x46\x00\xC8\x01\x1B"s)), expected);
}

TEST(Replay, RefusesWhatNoEncoderWrites) {
    const std::vector<std::pair<std::string, ErrorCode>> cases{
        {"", ErrorCode::Corrupt},
        {"\x02" + kSeedBytes + "\0\0"s, ErrorCode::Unsupported},     // Rules of another day,
        {"\x02", ErrorCode::Unsupported},                            // whatever their layout is.
        {"\x81\x00"s + kSeedBytes + "\0\0"s, ErrorCode::Corrupt},    // A varint with a byte too many.
        {log_of("\x00\x80\x00"s), ErrorCode::Corrupt},               // Likewise.
        {log_of("\x00\xFF\xFF\xFF\x01"s), ErrorCode::Corrupt},       // A varint beyond every limit.
        {log_of("\x00\x00\x00"s), ErrorCode::Corrupt},               // A byte after the end.
        {log_of("\xF5\x03"s), ErrorCode::LimitReached},              // 501 taps.
        {log_of("\x00\xA1\x99\x02"s), ErrorCode::LimitReached},      // 36,001 steps after the last tap.
        {log_of("\x01\xA0\x99\x02\x00"s), ErrorCode::LimitReached},  // A tap in step 36,000.
        {std::string(kMaxLogBytes + 1, '\x01'), ErrorCode::LimitReached},
    };
    std::vector<ErrorCode> expected;
    std::vector<ErrorCode> actual;
    for (const auto& [bytes, code] : cases) {
        expected.push_back(code);
        actual.push_back(code_of(decode(bytes)));
    }

    EXPECT_EQ(actual, expected);
}

TEST(Replay, RefusesTextThatIsNotBase64Url) {
    std::vector<ErrorCode> actual;
    for (const std::string text : {"AQEAAAAAAAAAAAAA=", "AQEAAAAAAAAAAA+A", "AQEAAAAAAAAAAAA\xC3\xA9", "A"})
        actual.push_back(code_of(decode_text(text)));
    actual.push_back(code_of(decode_text(std::string(4096, 'A'))));

    EXPECT_EQ(actual, (std::vector<ErrorCode>{ErrorCode::Corrupt, ErrorCode::Corrupt, ErrorCode::Corrupt, ErrorCode::Corrupt,
                                              ErrorCode::LimitReached}));
}

TEST(Replay, EveryStrictPrefixOfAValidLogIsRefused) {
    std::vector<std::string> accepted;
    for (const tests::GoldenRun& run : tests::kGoldenRuns) {
        const std::string bytes = encode(decode_text(run.log).value());
        for (std::size_t length = 0; length < bytes.size(); ++length)
            if (decode(std::string_view(bytes).substr(0, length)))
                accepted.push_back(std::string(run.name) + " cut to " + std::to_string(length));
        for (std::size_t length = 0; length < run.log.size(); ++length)
            if (decode_text(run.log.substr(0, length)))
                accepted.push_back(std::string(run.name) + " text cut to " + std::to_string(length));
    }

    EXPECT_EQ(accepted, std::vector<std::string>{});
}

// Three in four have a valid head and as many bytes as they announce, so that many get past the first checks.
TEST(Replay, RandomBytesAreRefusedOrSpelledTheOneWay) {
    Rng rng(1);
    int decoded = 0;
    int spelled_otherwise = 0;
    for (int count = 0; count < 20'000; ++count) {
        const std::uint32_t length = 1 + rng.below(40);
        std::string bytes = rng.below(4) == 0 ? "" : log_of({static_cast<char>(length - 1)});
        const std::uint32_t bound = 1U << (1 + rng.below(8));
        for (std::uint32_t left = length; left > 0; --left)
            bytes += static_cast<char>(static_cast<std::uint8_t>(rng.below(bound)));
        const auto replay = decode(bytes);
        if (!replay) continue;
        ++decoded;
        if (encode(*replay) != bytes) ++spelled_otherwise;
        static_cast<void>(verify(*replay));
    }

    EXPECT_EQ(std::pair(decoded > 10'000, spelled_otherwise), std::pair(true, 0));
}

TEST(Replay, ChangingAnyByteOfALogNeverCrashes) {
    const std::string bytes = encode(tests::play(3, tests::StackBot(3, 40)).replay);
    int same = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        for (int value = 0; value < 256; ++value) {
            std::string changed = bytes;
            changed[at] = static_cast<char>(static_cast<std::uint8_t>(value));
            const auto replay = decode(changed);
            if (!replay) continue;
            static_cast<void>(verify(*replay));
            if (encode(*replay) == bytes) ++same;
        }
    }

    EXPECT_EQ(same, static_cast<int>(bytes.size()));
}

TEST(Replay, AMastersRunFitsALink) {
    std::size_t longest = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed)
        longest = std::max(longest, encode(tests::play(seed, tests::StackBot(seed, 12)).replay).size());

    EXPECT_LE(longest, kLinkBytes);
}

TEST(Replay, TheLongestRunFitsTheLimit) {
    EXPECT_LE(encode(tests::play(1, tests::StackBot(1, 0)).replay).size(), kMaxLogBytes);
}

TEST(Replay, RunLogsOnlyTapsThatDrop) {
    RecordedRun run(9);
    for (int count = 0; count < 40; ++count) step(run, kTap);

    EXPECT_EQ(run.replay, (Replay{1, 9, {10, 21}, 22}));
}

TEST(Replay, AnUnfinishedRunCountsSoFar) {
    RecordedRun run(9);
    tests::StackBot bot(9, 0);
    while (run.stack.placed < 3) step(run, bot.inputs(run.stack));
    for (int count = 0; count < 30; ++count) step(run, 0);
    const Result<Outcome> expected = Outcome{15, 3, run.stack.tick, false, run.stack.hash()};

    EXPECT_EQ(verify(run.replay), expected);
}

struct Refusal {
    const char* name;
    Replay replay;
    Error error;
};

std::ostream& operator<<(std::ostream& out, const Refusal& refusal) {
    return out << refusal.name;
}

class ReplayVerify : public testing::TestWithParam<Refusal> {};

TEST_P(ReplayVerify, Refuses) {
    const Result<Outcome> expected = GetParam().error;

    EXPECT_EQ(verify(GetParam().replay), expected);
}

std::vector<Refusal> refusals() {
    const Replay good = tests::play(4, tests::StackBot(4, 60)).replay;
    std::vector<Refusal> rows;
    const auto add = [&](const char* name, Error error, auto change) {
        rows.push_back({name, good, std::move(error)});
        change(rows.back().replay);
    };
    add("UnknownRules", {ErrorCode::Unsupported, "rules 2"}, [](Replay& r) { r.rules = 2; });
    add("TapAfterTheEnd", {ErrorCode::BadInput, "steps after the end"}, [](Replay& r) {
        r.taps.push_back(r.ticks + 20);
        r.ticks += 21;
    });
    add("StepsAfterTheEnd", {ErrorCode::BadInput, "steps after the end"}, [](Replay& r) { ++r.ticks; });
    add("TwoTapsInAStep", {ErrorCode::BadInput, "two taps in a step"}, [](Replay& r) { r.taps[1] = r.taps[0]; });
    add("TapsOutOfOrder", {ErrorCode::BadInput, "two taps in a step"}, [](Replay& r) { std::swap(r.taps[1], r.taps[2]); });
    add("TapTooEarly", {ErrorCode::BadInput, "tap that drops nothing"}, [](Replay& r) { r.taps[1] = r.taps[0] + 10; });
    add("TapAfterTheLastStep", {ErrorCode::BadInput, "tap after the last step"}, [](Replay& r) { --r.ticks; });
    add("TooLong", {ErrorCode::LimitReached, "steps"}, [](Replay& r) { r.ticks = Config::kMaxTicks + 1; });
    add("TooManyTaps", {ErrorCode::LimitReached, "taps"}, [](Replay& r) { r.taps.resize(501); });
    return rows;
}

INSTANTIATE_TEST_SUITE_P(Rows, ReplayVerify, testing::ValuesIn(refusals()),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace kiosk::games
