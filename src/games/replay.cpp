#include "games/replay.h"

#include <optional>
#include <utility>

#include "base/base64url.h"
#include "base/check.h"

namespace kiosk::games {
namespace {

constexpr std::size_t kMaxTaps = Config::kMaxLayers;

void append_varint(std::string& bytes, std::uint32_t value) {
    for (; value >= 0x80U; value >>= 7U) bytes += static_cast<char>(static_cast<std::uint8_t>(value | 0x80U));
    bytes += static_cast<char>(value);
}

struct Reader {
    std::string_view rest;

    std::optional<std::uint8_t> byte() {
        if (rest.empty()) return std::nullopt;
        const auto value = static_cast<std::uint8_t>(rest.front());
        rest.remove_prefix(1);
        return value;
    }
    // At most three bytes: every number of a log is below 2 to the 21st.
    std::optional<std::uint32_t> varint() {
        std::uint32_t value = 0;
        for (unsigned shift = 0; shift < 21; shift += 7) {
            const auto next = byte();
            if (!next) return std::nullopt;
            value |= (*next & 0x7FU) << shift;
            if (*next < 0x80U) {
                if (*next == 0 && shift > 0) return std::nullopt;
                return value;
            }
        }
        return std::nullopt;
    }
    std::optional<std::uint64_t> u64() {
        std::uint64_t value = 0;
        for (unsigned shift = 0; shift < 64; shift += 8) {
            const auto next = byte();
            if (!next) return std::nullopt;
            value |= static_cast<std::uint64_t>(*next) << shift;
        }
        return value;
    }
};
static_assert(Config::kMaxTicks < (1U << 21U) && kMaxTaps < (1U << 21U));

Error unknown_rules(std::uint32_t rules) {
    return {ErrorCode::Unsupported, "rules " + std::to_string(rules)};
}

Error corrupt(const char* what) {
    return {ErrorCode::Corrupt, what};
}

Status check_shape(const Replay& replay) {
    if (replay.rules != Config::kRulesVersion) return unknown_rules(replay.rules);
    if (replay.taps.size() > kMaxTaps) return Error{ErrorCode::LimitReached, "taps"};
    if (replay.ticks > Config::kMaxTicks) return Error{ErrorCode::LimitReached, "steps"};
    std::uint32_t free_tick = 0;
    for (const std::uint32_t tap : replay.taps) {
        if (tap < free_tick) return Error{ErrorCode::BadInput, "two taps in a step"};
        if (tap >= replay.ticks) return Error{ErrorCode::BadInput, "tap after the last step"};
        free_tick = tap + 1;
    }
    return Done{};
}

}  // namespace

std::string encode(const Replay& replay) {
    std::string bytes;
    append_varint(bytes, replay.rules);
    for (unsigned shift = 0; shift < 64; shift += 8)
        bytes += static_cast<char>(static_cast<std::uint8_t>(replay.seed >> shift));
    append_varint(bytes, static_cast<std::uint32_t>(replay.taps.size()));
    std::uint32_t free_tick = 0;
    for (const std::uint32_t tap : replay.taps) {
        KIOSK_CHECK(tap >= free_tick && tap < replay.ticks);
        append_varint(bytes, tap - free_tick);
        free_tick = tap + 1;
    }
    append_varint(bytes, replay.ticks - free_tick);
    return bytes;
}

std::string encode_text(const Replay& replay) {
    return to_base64url(encode(replay));
}

Result<Replay> decode(std::string_view bytes) {
    if (bytes.size() > kMaxLogBytes) return Error{ErrorCode::LimitReached, "bytes"};
    Reader reader{bytes};
    const auto rules = reader.varint();
    if (!rules) return corrupt("rules");
    if (*rules != Config::kRulesVersion) return unknown_rules(*rules);
    const auto seed = reader.u64();
    if (!seed) return corrupt("seed");
    const auto count = reader.varint();
    if (!count) return corrupt("number of taps");
    if (*count > kMaxTaps) return Error{ErrorCode::LimitReached, "taps"};

    Replay replay{*rules, *seed, {}, 0};
    replay.taps.reserve(*count);
    for (std::uint32_t index = 0; index < *count; ++index) {
        const auto gap = reader.varint();
        if (!gap) return corrupt("tap");
        replay.taps.push_back(replay.ticks + *gap);
        replay.ticks += *gap + 1;
        if (replay.ticks > Config::kMaxTicks) return Error{ErrorCode::LimitReached, "steps"};
    }
    const auto tail = reader.varint();
    if (!tail) return corrupt("end");
    if (!reader.rest.empty()) return corrupt("bytes after the end");
    replay.ticks += *tail;
    if (replay.ticks > Config::kMaxTicks) return Error{ErrorCode::LimitReached, "steps"};
    return replay;
}

Result<Replay> decode_text(std::string_view text) {
    if (text.size() > (kMaxLogBytes * 4 + 2) / 3) return Error{ErrorCode::LimitReached, "bytes"};
    const auto bytes = from_base64url(text);
    if (!bytes) return bytes.error();
    return decode(*bytes);
}

Result<Outcome> verify(const Replay& replay) {
    if (const Status shape = check_shape(replay); !shape) return shape.error();
    Stack stack(replay.seed);
    step(stack, kTap);
    std::size_t next = 0;
    while (stack.tick < replay.ticks) {
        if (stack.phase == Phase::Over) return Error{ErrorCode::BadInput, "steps after the end"};
        const bool tap = next < replay.taps.size() && replay.taps[next] == stack.tick;
        if (tap && !accepts_tap(stack)) return Error{ErrorCode::BadInput, "tap that drops nothing"};
        if (tap) ++next;
        step(stack, tap ? kTap : std::uint8_t{0});
    }
    return outcome_of(stack);
}

void step(RecordedRun& run, std::uint8_t inputs) {
    if ((inputs & kTap) != 0 && accepts_tap(run.stack)) run.replay.taps.push_back(run.stack.tick);
    step(run.stack, inputs);
    run.replay.ticks = run.stack.tick;
}

Outcome outcome_of(const Stack& stack) {
    return {stack.score, stack.placed, stack.tick, stack.phase == Phase::Over, stack.hash()};
}

}  // namespace kiosk::games
