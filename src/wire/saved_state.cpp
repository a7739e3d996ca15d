#include "wire/saved_state.h"

#include <algorithm>
#include <limits>

#include "wire/json_fields.h"
#include "wire/json_writer.h"
#include "wire/order_json.h"

namespace kiosk::wire {
namespace {

constexpr int kSavedVersion = 1;
constexpr std::size_t kMaxPages = 64;
constexpr std::size_t kMaxRound = 2000;

void write_stamp(JsonWriter& out, const Stamp& stamp) {
    out.begin_object();
    out.field("tab", stamp.tab);
    out.field("count", stamp.count);
    out.end_object();
}

bool read_stamp(const Json& value, Stamp& stamp) {
    constexpr std::int64_t kLargest = std::numeric_limits<std::uint32_t>::max();
    JsonFields in(value);
    std::int64_t tab = 0;
    std::int64_t count = 0;
    in.integer("tab", tab, 0, kLargest);
    in.integer("count", count, 1, kLargest);
    stamp = {static_cast<std::uint32_t>(tab), static_cast<std::uint32_t>(count)};
    return in.ok();
}

bool has_unique_tabs(const std::vector<Stamp>& version) {
    for (std::size_t i = 0; i < version.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            if (version[i].tab == version[j].tab) return false;
        }
    }
    return true;
}

void write_draft(JsonWriter& out, const shop::Line& line, int cart_line) {
    out.key("draft");
    out.begin_object();
    out.key("line");
    write(out, line);
    out.field("cart_line", cart_line);
    out.end_object();
}

void read_draft(JsonFields& in, SavedState& state) {
    const Json* value = in.find("draft");
    if (value == nullptr) return;
    JsonFields draft(*value);
    draft.with("line", state.draft.emplace(), kRead);
    draft.integer("cart_line", state.draft_line, -1, shop::kMaxLines - 1);
    in.require(draft.ok());
}

// Since a later version, and not worth losing anything for: what is no such number counts as the top.
void read_scrolls(const JsonFields& in, SavedState& state) {
    const Json* offsets = in.find("scrolls");
    if (offsets == nullptr || !offsets->is_array()) return;
    for (const Json& value : *offsets) {
        if (state.scrolls.size() == state.pages.size()) return;
        std::int64_t offset = 0;
        static_cast<void>(read_integer(value, offset, 0, kMaxScroll));
        state.scrolls.push_back(static_cast<int>(offset));
    }
}

void write_settings(JsonWriter& out, const SavedState& state) {
    out.key("settings");
    out.begin_object();
    out.field("language", state.language);
    out.field("text_scale_percent", state.text_scale_percent);
    out.field("haptics", state.haptics);
    out.field("quick_reorder", state.quick_reorder);
    out.field("shake", state.shake);
    out.field("tilt", state.tilt);
    out.end_object();
}

bool read_settings(const Json& value, SavedState& state) {
    JsonFields in(value);
    in.text("language", state.language, kMaxId);
    in.integer("text_scale_percent", state.text_scale_percent, 50, 400);
    in.boolean("haptics", state.haptics);
    // Since a later version: not in what was saved before.
    if (in.find("quick_reorder") != nullptr) in.boolean("quick_reorder", state.quick_reorder);
    if (in.find("shake") != nullptr) in.boolean("shake", state.shake);
    if (in.find("tilt") != nullptr) in.boolean("tilt", state.tilt);
    return in.ok();
}

void write_game(JsonWriter& out, const SavedState& state) {
    out.key("game");
    out.begin_object();
    out.field("best_score", state.best_score);
    out.field("rounds", state.rounds);
    out.field("round", state.round);
    out.end_object();
}

bool read_game(const Json& value, SavedState& state) {
    JsonFields in(value);
    in.integer("best_score", state.best_score, 0, std::numeric_limits<int>::max());
    in.integer("rounds", state.rounds, 0, std::numeric_limits<int>::max());
    in.text("round", state.round, kMaxRound);
    return in.ok();
}

}  // namespace

std::string encode_saved_state(const SavedState& state) {
    JsonWriter out;
    out.begin_object();
    out.field("version", kSavedVersion);
    out.list("stamps", state.version, write_stamp);
    out.field("saved_ms", state.saved_ms);
    out.key("launch");
    out.hex(state.launch);
    out.key("cart");
    write(out, state.cart);
    out.key("terms");
    write(out, state.terms);
    out.key("contact");
    write(out, state.contact);
    write_settings(out, state);
    out.list("pages", state.pages, [](JsonWriter& to, const std::string& page) { to.text(page); });
    out.list("scrolls", state.scrolls, [](JsonWriter& to, int offset) { to.integer(offset); });
    if (!state.referrer.empty()) out.field("referrer", state.referrer);
    out.field("query", state.query);
    if (state.draft) write_draft(out, *state.draft, state.draft_line);
    write_game(out, state);
    out.end_object();
    return out.take();
}

Result<SavedState> decode_saved_state(std::string_view text) {
    if (text.size() > kMaxSavedBytes) return Error{ErrorCode::Corrupt, "size"};
    const ParsedJson document = parse_json(text);
    JsonFields in(document.value);
    int version = 0;
    in.integer("version", version, kSavedVersion, kSavedVersion);
    SavedState state;
    in.list("stamps", state.version, kMaxStamps, read_stamp);
    in.integer("saved_ms", state.saved_ms, 0, kLastMs);
    in.hex("launch", state.launch);
    in.with("cart", state.cart, kRead);
    in.with("terms", state.terms, kRead);
    in.with("contact", state.contact, kRead);
    in.with("settings", state, read_settings);
    in.list("pages", state.pages, kMaxPages,
            [](const Json& value, std::string& page) { return read_text(value, page, 2 * kMaxId); });
    read_scrolls(in, state);
    in.optional_text("referrer", state.referrer, orders::kMaxReferrer);
    in.text("query", state.query, kMaxId * 2);
    read_draft(in, state);
    in.with("game", state, read_game);
    in.require(has_unique_tabs(state.version));
    if (!in.ok()) return Error{ErrorCode::Corrupt, "saved state"};
    return state;
}

}  // namespace kiosk::wire
