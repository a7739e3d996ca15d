#include "wire/json_writer.h"

#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <nlohmann/json.hpp>

namespace kiosk::wire {
namespace {

TEST(JsonWriter, WritesNestedValuesWithoutSpaces) {
    JsonWriter out;
    out.begin_object();
    out.field("a", 1);
    out.key("b");
    out.begin_array();
    out.text("x");
    out.begin_object();
    out.end_object();
    out.boolean(true);
    out.begin_array();
    out.end_array();
    out.end_array();
    out.list("c", std::vector<int>{1, 2}, [](JsonWriter& to, int value) { to.integer(value); });
    out.field("d", false);
    out.end_object();
    EXPECT_EQ(out.take(), R"({"a":1,"b":["x",{},true,[]],"c":[1,2],"d":false})");
}

TEST(JsonWriter, WritesTheWholeRangeOfNumbers) {
    JsonWriter out;
    out.begin_array();
    out.integer(std::numeric_limits<std::int64_t>::min());
    out.integer(std::numeric_limits<std::int64_t>::max());
    out.hex(0);
    out.hex(std::numeric_limits<std::uint64_t>::max());
    out.end_array();
    EXPECT_EQ(out.take(), R"([-9223372036854775808,9223372036854775807,"0000000000000000","ffffffffffffffff"])");
}

TEST(JsonWriter, EscapesWhatJsonForbidsAndNothingElse) {
    JsonWriter out;
    out.text("\"\\/\b\n\r\t\x1f ё🍔 [:{,");
    EXPECT_EQ(out.take(), "\"\\\"\\\\/\\u0008\\n\\u000d\\u0009\\u001f ё🍔 [:{,\"");
}

TEST(JsonWriter, ATextThatEndsLikeAnOpenBracketIsFollowedByAComma) {
    JsonWriter out;
    out.begin_array();
    for (const char* text : {"[", "{", ":", ""}) out.text(text);
    out.end_array();
    EXPECT_EQ(out.take(), R"(["[","{",":",""])");
}

TEST(JsonWriter, IllFormedBytesBecomeReplacementCharacters) {
    JsonWriter out;
    out.text(
        "a\xff"
        "b\xc3");
    EXPECT_EQ(out.take(),
              "\"a\xef\xbf\xbd"
              "b\xef\xbf\xbd\"");
}

TEST(JsonWriter, EveryByteReadsBack) {
    std::string all;
    for (char c = 0; c < 0x7f; ++c) all += c;
    JsonWriter out;
    out.text(all);
    EXPECT_EQ(nlohmann::json::parse(out.take()), nlohmann::json(all));
}

}  // namespace
}  // namespace kiosk::wire
