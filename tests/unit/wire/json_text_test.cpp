#include "wire/json_text.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "support/shop_files.h"

namespace kiosk::wire {
namespace {

using namespace std::string_literals;

struct SyntaxCase {
    std::string text;
    Fault fault;
};

const std::string kValue = "expected a value: a text in double quotes, a number, true, false, a list [ ] or an object { }";
const std::string kEnd = "the text ends too early; something is still open: add the missing quote, ] or }";
const std::string kUnclosed = "this text isn't closed; put a double quote at its end, on the same line";

TEST(ParseJson, SaysWhereAndWhatInPlainWords) {
    const std::vector<SyntaxCase> cases = {
        {"", {"", "is empty; write a JSON text"}},
        {" \n\t", {"", "is empty; write a JSON text"}},
        {"{", {"line 1, column 2", kEnd}},
        {"{\"a\": [1, 2", {"line 1, column 12", kEnd}},
        {"{\"a\": \"open", {"line 1, column 12", kEnd}},
        {"{\n  \"a\": 1,\n}", {"line 3, column 1", "there is a comma too many; remove the one before this }"}},
        {"[1, 2, ]", {"line 1, column 8", "there is a comma too many; remove the one before this ]"}},
        {"{\n  \"ä\": 1\n  \"b\": 2}", {"line 3, column 3", "expected a comma (,) before the next name, or a closing }"}},
        {"[1 2]", {"line 1, column 4", "expected a comma (,) before the next entry, or a closing ]"}},
        {"{\"é🍔\" 1}", {"line 1, column 7", "expected a colon (:) between a name and its value"}},
        {"{a: 1}", {"line 1, column 2", "expected a name in double quotes, such as \"price\""}},
        {"{'a': 1}", {"line 1, column 2", "texts stand in straight double quotes, like \"this\""}},
        {"{“a”: 1}", {"line 1, column 2", "texts stand in straight double quotes, like \"this\""}},
        {"{\"a\": // one\n 1}", {"line 1, column 7", "JSON has no comments; remove this one"}},
        {"{\"a\": \"one\n two\"}", {"line 1, column 7", kUnclosed}},
        {"{\"a\": \"C:\\dir\"}",
         {"line 1, column 7", "this text has a backslash that means nothing; write \\\\ for a backslash itself"}},
        {"{\"a\": }", {"line 1, column 7", kValue}},
        {"{\"a\": True}", {"line 1, column 7", kValue}},
        {"{\"a\": 12,50}", {"line 1, column 10", "expected a name in double quotes, such as \"price\""}},
        {"{\"a\": -}", {"line 1, column 7", "expected a number in digits, such as 1250"}},
        {"{} {}", {"line 1, column 4", "the text should have ended before this; remove what is too much"}},
        {"{\"a\": \"\\ud800\"}",
         {"line 1, column 7", "this text has a backslash that means nothing; write \\\\ for a backslash itself"}},
        {"[1 true]", {"line 1, column 4", "expected a comma (,) before the next entry, or a closing ]"}},
        {"[tru]", {"line 1, column 2", kValue}},
        {"[tru", {"line 1, column 5", kEnd}},
        {"[01]", {"line 1, column 3", "expected a comma (,) before the next entry, or a closing ]"}},
        {"[1.]", {"line 1, column 2", "expected a number in digits, such as 1250"}},
        {"[1e+]", {"line 1, column 2", "expected a number in digits, such as 1250"}},
        {"[-1e999]", {"line 1, column 2", "expected a number in digits, such as 1250"}},
        {"[1 ", {"line 1, column 4", kEnd}},
        {"{\"a\": ]}", {"line 1, column 7", kValue}},
        {"[\"\\udc00\"]",
         {"line 1, column 2", "this text has a backslash that means nothing; write \\\\ for a backslash itself"}},
        {"{12: 1}", {"line 1, column 2", "expected a name in double quotes, such as \"price\""}},
        {"\xef\xbb\xbf{,}", {"line 1, column 2", "expected a name in double quotes, such as \"price\""}},
        {"{\"a\": \"\xff\"}", {"line 1, column 8", "byte 7 is not UTF-8 text; save the file with the encoding UTF-8"}},
        {"\xef\xbb\xbf{\n \"ß\xc3", {"line 2, column 4", "byte 9 is not UTF-8 text; save the file with the encoding UTF-8"}},
        {"\xff\xfe{\0}\0"s, {"line 1, column 1", "byte 0 is not UTF-8 text; save the file with the encoding UTF-8"}},
    };
    for (const SyntaxCase& c : cases) {
        const ParsedJson parsed = parse_json(c.text);
        EXPECT_EQ(parsed.fault, c.fault) << c.text;
        EXPECT_TRUE(parsed.value.is_null());
    }
}

TEST(ParseJson, ReadsWhatTheLibraryReads) {
    for (
        const std::string& text :
        {burger_bar(),
         R"([null, true, -1, 18446744073709551615, -9223372036854775808, -0, 1.5e3, "\ud83c\udf54", "ä\u00e4\n", {}, [[]], {"a": {"b": [1]}}])"s,
         "7"s, "\xef\xbb\xbf{\"bom\": 1}"s}) {
        const ParsedJson parsed = parse_json(text);
        EXPECT_EQ(parsed.fault, std::nullopt);
        EXPECT_EQ(parsed.value, Json::parse(text));
    }
}

TEST(ParseJson, ReadsFloatsAsWellAsAnyScreenOrMapNeeds) {
    for (const std::string text :
         {"0.1", "-2.5", "1e22", "1E-22", "59.934280123456789", "123456789012345678901234567890.5",
          "0.000000000000000000000000123", "-1e-300", "18446744073709551616", "-9223372036854775809"}) {
        const Json expected = Json::parse(text);
        const ParsedJson parsed = parse_json(text);
        ASSERT_TRUE(parsed.value.is_number_float()) << text;
        EXPECT_NEAR(parsed.value.get<double>() / expected.get<double>(), 1, 1e-15) << text;
    }
}

TEST(ParseJson, RefusesWhatIsNestedTooDeeply) {
    const auto nested = [](std::size_t depth) { return std::string(depth, '[') + std::string(depth, ']'); };
    EXPECT_EQ(parse_json(nested(kMaxJsonDepth)).fault, std::nullopt);
    std::string place;
    for (std::size_t i = 0; i < kMaxJsonDepth; ++i) place += "/0";
    EXPECT_EQ(parse_json(nested(kMaxJsonDepth + 1)).fault,
              (Fault{place, "is nested too deeply; at most 32 levels are read"}));
    EXPECT_EQ(parse_json(std::string(1'000'000, '[')).fault,
              (Fault{place, "is nested too deeply; at most 32 levels are read"}));
}

TEST(ParseJson, NoticesRepeatedNames) {
    const ParsedJson parsed = parse_json(R"({"a": 1, "b/~": [0, {"x": 1, "x": 2}], "a": 3})");
    EXPECT_EQ(parsed.value, Json::parse(R"({"a": 3, "b/~": [0, {"x": 2}]})"));
    EXPECT_EQ(parsed.repeated, (std::vector<std::string>{"/b~1~0/1/x", "/a"}));
}

TEST(ParseJson, RefusesEveryPrefix) {
    const std::string text = R"({"name": "Ä\u00e9", "list": [1, -2.5, true, null], "deep": {"a": {}}})";
    for (std::size_t length = 0; length < text.size(); ++length) {
        EXPECT_NE(parse_json(text.substr(0, length)).fault, std::nullopt) << length;
    }
}

TEST(ParseJson, AgreesWithTheLibraryOnDamagedText) {
    const std::string text = R"({"name": "Ä\u00e9", "list": [1, -2.5, true, null], "deep": {"a": {}}})";
    Rng rng(41);
    for (int round = 0; round < 6'000; ++round) {
        std::string damaged = text;
        for (std::uint32_t i = rng.below(3) + 1; i > 0; --i) {
            const std::size_t at = rng.below(static_cast<std::uint32_t>(damaged.size()));
            const char byte = rng.below(2) == 0 ? "{}[]\",:\\0-+eE.tn \n"[rng.below(18)] : static_cast<char>(rng.below(256));
            damaged[at] = byte;
        }
        const Json expected = Json::parse(damaged, nullptr, false);
        const ParsedJson parsed = parse_json(damaged);
        ASSERT_EQ(parsed.fault.has_value(), expected.is_discarded()) << damaged;
        if (parsed.fault) continue;
        ASSERT_EQ(parsed.value, expected) << damaged;
    }
}

}  // namespace
}  // namespace kiosk::wire
