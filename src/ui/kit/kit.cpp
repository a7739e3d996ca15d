#include "ui/kit/kit.h"

#include <algorithm>
#include <cstring>

#include "base/hash.h"
#include "ui/kit/interaction.h"
#include "ui/kit/memory.h"
#include "ui/kit/painter.h"
#include "ui/kit/semantic_builder.h"
#include "ui/kit/surface.h"

namespace kiosk::ui {

char* Arena::take(std::size_t size) {
    while (block_ < blocks_.size() && used_ + size > blocks_[block_].size) {
        ++block_;
        used_ = 0;
    }
    if (block_ == blocks_.size()) {
        const std::size_t capacity = std::max(kBlock, size);
        blocks_.push_back({std::make_unique<char[]>(capacity), capacity});
        used_ = 0;
    }
    char* at = blocks_[block_].bytes.get() + used_;
    used_ += size;
    return at;
}

std::string_view Arena::copy(std::string_view text) {
    if (text.empty()) return {};
    char* at = take(text.size());
    std::memcpy(at, text.data(), text.size());
    return {at, text.size()};
}

Kit::Kit(Ports ports)
    : ports_(ports),
      texts_(ports.intl),
      palette_(make_palette({})),
      scopes_(1, 0),
      painter_(std::make_unique<Painter>(ports.text)),
      interaction_(std::make_unique<Interaction>()),
      semantics_(std::make_unique<Semantics>()),
      memory_(std::make_unique<Memory>()) {}

Kit::~Kit() = default;

void Kit::begin_frame(const FrameStart& start) {
    frame_ = start.info;
    palette_ = *start.palette;
    outbox_ = start.outbox;
    stage_ = frame_.view;
    page_ = nullptr;
    sheet_ = nullptr;
    wants_frame_ = false;
    deadline_ms_ = -1;
    scopes_.assign(1, 0);
    Memory& memory = *memory_;
    ++memory.frame;
    memory.arena.reset();
    memory.text_ids.clear();
    if (memory.phrases_of != texts_.generation() || memory.phrases.size() > Memory::kMaxPhrases) {
        memory.phrases.clear();
        memory.phrases_of = texts_.generation();
    }
    painter_->begin_frame(start.surface->list(), start.surface->atlas(), frame_.view.width, frame_.view.height,
                          frame_.density, frame_.rtl);
    interaction_->begin_frame(*start.inputs, {frame_.rtl, frame_.view.width, start.edge_back}, frame_.now_ms, *semantics_);
    semantics_->begin_frame();
}

void Kit::end_frame() {
    interaction_->end_frame();
    semantics_->end_frame();
    if (painter_->wants_frame()) wake();
    if (interaction_->deadline_ms() >= 0) wake_at(interaction_->deadline_ms());
    Memory& memory = *memory_;
    if (memory.frame % 64 == 0) {
        std::erase_if(memory.springs,
                      [&](const auto& kept) { return kept.second.used_in_frame + Memory::kSpringFrames < memory.frame; });
    }
    if (memory.scrollers.size() > Memory::kMaxScrollers) {
        memory.scrollers.erase(
            std::min_element(memory.scrollers.begin(), memory.scrollers.end(),
                             [](const auto& a, const auto& b) { return a.second.used_in_frame < b.second.used_in_frame; }));
    }
}

void Kit::wake_at(double at_ms) {
    if (deadline_ms_ < 0 || at_ms < deadline_ms_) deadline_ms_ = at_ms;
}

void Kit::set_passive(bool passive) {
    interaction_->set_passive(passive);
    semantics_->set_passive(passive);
}

// ---- Words

std::string_view Kit::keep(std::string_view text) {
    return memory_->arena.copy(text);
}

std::string_view Kit::join(std::initializer_list<std::string_view> parts, std::string_view between) {
    std::string& out = memory_->scratch;
    out.clear();
    for (const std::string_view part : parts) {
        if (part.empty()) continue;
        if (!out.empty()) out += between;
        out += part;
    }
    return keep(out);
}

template <typename Format>
std::string_view Kit::phrase(std::uint64_t key, Format format) {
    const auto known = memory_->phrases.find(key);
    if (known != memory_->phrases.end()) return known->second;
    return memory_->phrases.emplace(key, format()).first->second;
}

std::string_view Kit::tr_named(std::string_view key, Args args) {
    if (args.size() == 0 && !texts_.has(key)) return keep(key);
    return args.size() == 0 ? texts_.tr(key) : tr(key, args);
}

std::string_view Kit::tr(std::string_view key, Args args) {
    Hasher hasher;
    hasher.bytes(key);
    for (const Arg& arg : args) {
        hasher.bytes(arg.name);
        hasher.u32(arg.is_number ? 1 : 0);
        hasher.bytes(arg.text);
        hasher.i64(arg.number);
    }
    return phrase(hasher.value(), [&] { return texts_.tr(key, args); });
}

namespace {

std::uint64_t number_key(const char* kind, std::int64_t value, std::int64_t detail = 0, std::string_view more = {}) {
    Hasher hasher;
    hasher.bytes(kind);
    hasher.i64(value);
    hasher.i64(detail);
    hasher.bytes(more);
    return hasher.value();
}

}  // namespace

std::string_view Kit::money(Minor amount, const Currency& currency) {
    return phrase(number_key("\x01money", amount, currency.exponent, currency.code),
                  [&] { return ports_.intl.money(amount, currency); });
}

std::string_view Kit::number(std::int64_t value) {
    return phrase(number_key("\x01number", value), [&] { return ports_.intl.number(value); });
}

std::string_view Kit::time_of_day(TimeMs at, int utc_offset_minutes) {
    return phrase(number_key("\x01time", at / kMinuteMs, utc_offset_minutes),
                  [&] { return ports_.intl.time_of_day(at, utc_offset_minutes); });
}

std::string_view Kit::date_and_time(TimeMs at, int utc_offset_minutes) {
    return phrase(number_key("\x01when", at / kMinuteMs, utc_offset_minutes),
                  [&] { return ports_.intl.date_and_time(at, utc_offset_minutes); });
}

std::string_view Kit::list(std::string_view lines) {
    return phrase(number_key("\x01list", 0, 0, lines), [&] { return ports_.intl.list(lines); });
}

std::string_view Kit::minutes_ahead(std::int64_t low, std::int64_t high) {
    return phrase(number_key("\x01minutes", low, high), [&] { return ports_.intl.minutes_ahead(low, high); });
}

// ---- Ids and motion

NodeId Kit::id(const Ident& ident) const {
    std::uint64_t hash = hash_of(ident.name) ^ (static_cast<std::uint64_t>(scopes_.back()) * 0x9e3779b97f4a7c15ULL);
    hash ^= static_cast<std::uint64_t>(ident.index + 1) * 0xc2b2ae3d27d4eb4fULL;
    hash = (hash ^ (hash >> 31U)) * 0xbf58476d1ce4e5b9ULL;
    const auto folded = static_cast<NodeId>(hash ^ (hash >> 32U));
    return folded == 0 ? 1 : folded;
}

void Kit::push_scope(const Ident& ident) {
    scopes_.push_back(id(ident));
}
void Kit::pop_scope() {
    scopes_.pop_back();
}

Spring& Kit::spring(NodeId id, float initial) {
    const auto [at, is_new] = memory_->springs.try_emplace(id);
    if (is_new) at->second.value.jump(initial);
    at->second.used_in_frame = memory_->frame;
    return at->second.value;
}

Scroller& Kit::scroller(NodeId id) {
    auto& kept = memory_->scrollers[id];
    kept.used_in_frame = memory_->frame;
    kept.value.set_physics(frame_.physics);
    return kept.value;
}

float Kit::animate_from(const Ident& ident, float start, float target, SpringTune tune) {
    Spring& moving = spring(id(ident), start);
    moving.to(target);
    if (frame_.reduced_motion) moving.jump(target);
    const float scale = std::max(1.0F, std::abs(target - start));
    if (moving.advance(frame_.dt_ms, tune, 0.002F * scale)) wake();
    return moving.value();
}

float Kit::animate(const Ident& ident, float target, SpringTune tune) {
    return animate_from(ident, target, target, tune);
}

}  // namespace kiosk::ui
