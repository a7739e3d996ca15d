#include "wire/saved_state.h"

#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <vector>

namespace kiosk::wire {
namespace {

SavedState full_state() {
    SavedState state;
    state.version = {{7, 1}, {4'294'967'295, 12}};
    state.saved_ms = 1'748'865'600'000;
    state.launch = 0xfedcba9876543210;
    const shop::Line line{{"classic"}, {{{"size"}, {"large"}, 1}}, 2, "no \"onions\"\n✓"};
    state.cart = {{"c1"}, {line}, {"WELCOME"}};
    state.terms = {shop::Fulfilment::Delivery, {"near"}, 10};
    state.contact = {"Ada", "+44", "1 Street", "Ring"};
    state.language = "de";
    state.text_scale_percent = 130;
    state.haptics = false;
    state.quick_reorder = true;
    state.shake = true;
    state.tilt = true;
    state.pages = {"home", "product:classic"};
    state.scrolls = {1'200, 0};
    state.query = "col";
    state.draft = line;
    state.draft_line = 0;
    state.best_score = 41;
    state.rounds = 3;
    state.round = "AQ";
    return state;
}

using Json = nlohmann::json;

struct Damage {
    const char* pointer;
    Json value;
};

}  // namespace

TEST(SavedState, ComesBackAsItWas) {
    for (const SavedState& state : {full_state(), SavedState{}}) {
        EXPECT_EQ(decode_saved_state(encode_saved_state(state)), Result<SavedState>{state});
    }
}

TEST(SavedState, EveryStrictPrefixIsRefused) {
    const std::string text = encode_saved_state(full_state());
    for (std::size_t length = 0; length < text.size(); ++length) {
        ASSERT_FALSE(decode_saved_state(text.substr(0, length))) << length;
    }
}

TEST(SavedState, EveryFieldIsNeededAndTyped) {
    const Json whole = Json::parse(encode_saved_state(full_state()));
    for (const auto& [name, value] : whole.items()) {
        SCOPED_TRACE(name);
        Json missing = whole;
        missing.erase(name);
        Json null = whole;
        null[name] = nullptr;

        EXPECT_EQ(decode_saved_state(missing.dump()).has_value(), name == "draft" || name == "scrolls");
        EXPECT_EQ(decode_saved_state(null.dump()).has_value(), name == "scrolls");
    }
}

TEST(SavedState, ValuesOutOfRangeAreRefused) {
    const std::vector<Damage> damages = {
        {"/version", 2},
        {"/stamps/0/count", 0},
        {"/stamps/1/tab", 7},
        {"/saved_ms", -1},
        {"/launch", "1"},
        {"/cart/lines/0/quantity", 0},
        {"/cart/lines/0/quantity", 1e30},
        {"/settings/text_scale_percent", 1000},
        {"/settings/language", std::string(100, 'x')},
        {"/pages/0", 1},
        {"/pages", Json::array_t(65, "home")},
        {"/draft/cart_line", -2},
        {"/draft/line", Json::object()},
        {"/game/best_score", -1},
        {"/game/round", std::string(3000, 'A')},
    };
    for (const Damage& damage : damages) {
        Json changed = Json::parse(encode_saved_state(full_state()));
        changed[Json::json_pointer{damage.pointer}] = damage.value;

        EXPECT_EQ(decode_saved_state(changed.dump()), (Result<SavedState>{Error{ErrorCode::Corrupt, "saved state"}}))
            << damage.pointer;
    }
}

TEST(SavedState, ExtraFieldsAreIgnored) {
    Json more = Json::parse(encode_saved_state(full_state()));
    more["later"] = {1, 2};

    EXPECT_EQ(decode_saved_state(more.dump()), Result<SavedState>{full_state()});
}

TEST(SavedState, WhatWasSavedBeforeASwitchCameHasItOff) {
    Json older = Json::parse(encode_saved_state(full_state()));
    for (const char* name : {"quick_reorder", "shake", "tilt"}) older["settings"].erase(name);
    SavedState expected = full_state();
    expected.quick_reorder = false;
    expected.shake = false;
    expected.tilt = false;

    EXPECT_EQ(decode_saved_state(older.dump()), Result<SavedState>{expected});
    for (const char* name : {"shake", "tilt"}) {
        Json wrong = older;
        wrong["settings"][name] = 1;
        EXPECT_FALSE(decode_saved_state(wrong.dump())) << name;
    }
}

// Where pages stood is worth no more than that: whatever it says, the rest is kept.
TEST(SavedState, APlaceThatMakesNoSenseIsTheTop) {
    const auto places = [](const Json& scrolls) {
        Json changed = Json::parse(encode_saved_state(full_state()));
        changed["scrolls"] = scrolls;
        Result<SavedState> read = decode_saved_state(changed.dump());
        SavedState rest = full_state();
        rest.scrolls = read ? read->scrolls : std::vector<int>{-1};
        EXPECT_EQ(read, Result<SavedState>{rest}) << scrolls;
        return rest.scrolls;
    };
    const std::vector<int> top = {0, 0};
    EXPECT_EQ(places({kMaxScroll, 7}), (std::vector<int>{kMaxScroll, 7}));
    EXPECT_EQ(places({kMaxScroll + 1, -1}), top);
    EXPECT_EQ(places({1e300, "1200"}), top);
    EXPECT_EQ(places({nullptr, Json::object()}), top);
    EXPECT_EQ(places({12.5, true}), top);
    EXPECT_EQ(places({std::numeric_limits<std::uint64_t>::max(), std::numeric_limits<std::int64_t>::min()}), top);
    EXPECT_EQ(places({1, 2, 3}), (std::vector<int>{1, 2}));
    for (const Json& other : {Json("far"), Json(-5), Json(nullptr), Json::object(), Json::array()}) {
        EXPECT_EQ(places(other), std::vector<int>{}) << other;
    }
}

TEST(SavedState, IsRefusedWhenFarTooLong) {
    std::string text = encode_saved_state(full_state());
    text.append(kMaxSavedBytes, ' ');

    EXPECT_FALSE(decode_saved_state(text));
}

}  // namespace kiosk::wire
