#include "base/text.h"

#include <gtest/gtest.h>

#include <vector>

#include "base/rng.h"

namespace kiosk {
namespace {

constexpr std::size_t kNone = std::string_view::npos;

struct Utf8Case {
    std::string_view text;
    std::size_t bad_at;
};

// The edges of Unicode 15, table 3-7.
TEST(FindInvalidUtf8, FollowsTheTableOfWellFormedSequences) {
    const std::vector<Utf8Case> cases = {
        {"", kNone},
        {"plain", kNone},
        {"\x7f", kNone},
        {"a\x80", 1},
        {"a\xbf", 1},
        {"\xc0\x80", 0},
        {"\xc1\xbf", 0},
        {"\xc2\x80", kNone},
        {"\xdf\xbf", kNone},
        {"\xdf", 0},
        {"\xc2\xc0", 0},
        {"\xe0\x9f\xbf", 0},
        {"\xe0\xa0\x80", kNone},
        {"\xed\x9f\xbf", kNone},
        {"\xed\xa0\x80", 0},  // A surrogate.
        {"\xee\x80\x80", kNone},
        {"\xef\xbf\xbf", kNone},
        {"\xe2\x82", 0},
        {"\xe2\x28\xa1", 0},
        {"\xf0\x8f\xbf\xbf", 0},
        {"\xf0\x90\x80\x80", kNone},
        {"\xf4\x8f\xbf\xbf", kNone},
        {"\xf4\x90\x80\x80", 0},
        {"\xf5\x80\x80\x80", 0},
        {"\xff", 0},
        {"ok \xf0\x9f\x8d\x94 \xf0\x9f\x8d", 8},
        {std::string_view("\0", 1), kNone},
    };
    for (const Utf8Case& c : cases) EXPECT_EQ(find_invalid_utf8(c.text), c.bad_at) << c.text;
}

char32_t any_code_point(Rng& rng) {
    for (;;) {
        const std::uint32_t width = rng.below(4);
        const char32_t c = rng.below(width == 0 ? 0x80 : width == 1 ? 0x800 : width == 2 ? 0x10000 : 0x110000);
        if (c < 0xd800 || c > 0xdfff) return c;
    }
}

TEST(Utf8, WritesWhatItReads) {
    Rng rng(7);
    for (int round = 0; round < 2'000; ++round) {
        std::u32string wanted;
        std::string text;
        for (std::uint32_t i = rng.below(12); i > 0; --i) {
            wanted += any_code_point(rng);
            append_utf8(text, wanted.back());
        }
        std::u32string got;
        std::size_t position = 0;
        while (position < text.size()) got += next_code_point(text, position);
        ASSERT_EQ(got, wanted);
        ASSERT_EQ(find_invalid_utf8(text), kNone);
        ASSERT_EQ(count_code_points(text), wanted.size());
    }
}

TEST(Utf8, EveryCutPrefixOfACharacterIsInvalid) {
    for (const std::string_view character : {"é", "€", "🍔"}) {
        for (std::size_t bytes = 1; bytes < character.size(); ++bytes) {
            EXPECT_EQ(find_invalid_utf8(character.substr(0, bytes)), 0U) << character << bytes;
        }
    }
}

TEST(Prefix, NeverCutsACharacter) {
    const std::vector<std::string_view> got = {prefix("héllo", 2), prefix("🍔🍟", 1), prefix("abc", 9), prefix("abc", 0),
                                               prefix("", 3)};
    EXPECT_EQ(got, (std::vector<std::string_view>{"hé", "🍔", "abc", "", ""}));
}

TEST(Trim, CutsUnicodeWhiteSpaceFromBothEndsOnly) {
    const std::vector<std::string_view> got = {trim("  a b \n"), trim("\u00a0\u2003é\u3000"), trim(""), trim(" \t\u2028"),
                                               trim("x")};
    EXPECT_EQ(got, (std::vector<std::string_view>{"a b", "é", "", "", "x"}));
}

struct FoldCase {
    std::string_view text;
    std::string_view folded;
};

TEST(FoldForSearch, DropsCaseAndAccents) {
    const std::vector<FoldCase> cases = {
        {"Jalapeños", "jalapenos"},
        {"CRÈME BRÛLÉE", "creme brulee"},
        {"Ñandú ¿Qué?", "nandu ¿que?"},
        {"İSKENDER ılık ŞİŞ Çağ", "iskender ilik sis cag"},
        {"Ёлка ЩИ", "елка щи"},
        {"Їжак Єва Ґудзик", "іжак єва ґудзик"},
        {"Ўзбек Љ Џ Қазан ӘҢҮ", "узбек љ џ қазан әңү"},
        {"Žluťoučký KŮŇ", "zlutoucky kun"},
        {"Zażółć gęślą jaźń ŁÓDŹ", "zazolc gesla jazn lodz"},
        {"Ångström Ærø Ø ß", "angstrom æro o ß"},
        {"ΑΒΓ Ωμέγα ΣΊΓΜΑΣ Σίγμας", "αβγ ωμεγα σιγμασ σιγμασ"},
        {"e\u0301te\u0301 и\u0306 і\u0308 ё", "ete и і е"},  // Combining marks fold like their composed letters.
        {"汉堡 バーガー 🍔", "汉堡 バーガー 🍔"},
        {"ŉ Ĳ Œ ÷ ×", "ŉ ĳ œ ÷ ×"},
        {"PHỞ BÒ Bánh mì ƯƠ", "pho bo banh mi uo"},
        {"ȘȚ Й ΰ", "st и υ"},
    };
    for (const FoldCase& c : cases) EXPECT_EQ(fold_for_search(c.text), c.folded) << c.text;
}

TEST(FoldForSearch, FoldsAFoldedTextToItself) {
    for (char32_t c = 1; c < 0x3000; ++c) {
        if (c >= 0xd800 && c <= 0xdfff) continue;
        std::string text;
        append_utf8(text, c);
        const std::string once = fold_for_search(text);
        ASSERT_EQ(fold_for_search(once), once) << std::hex << static_cast<unsigned>(c);
    }
}

TEST(IsAddress, KnowsAnAddressByItsBeginningAndItsLetters) {
    for (const char* good : {"https://a", "https://example.com/r/1.pdf?x=1&y=%20#z"}) EXPECT_TRUE(is_address(good)) << good;
    for (const char* bad : {"", "https://", "https:///a", "https://-a", "http://a", "HTTPS://a", " https://a", "https://a b",
                            "https://a\\b", "https://ä", "https://a\n", "javascript:a"}) {
        EXPECT_FALSE(is_address(bad)) << bad;
    }
    EXPECT_TRUE(is_address("http://localhost:80", "http://localhost:"));
    EXPECT_FALSE(is_address("http://localhost:", "http://localhost:"));
}

TEST(PercentEncode, KeepsWhatALinkKeeps) {
    EXPECT_EQ(percent_encode("aZ09-._~"), "aZ09-._~");
    EXPECT_EQ(percent_encode("1 & 2 = ü/?#[]@:`{"), "1%20%26%202%20%3D%20%C3%BC%2F%3F%23%5B%5D%40%3A%60%7B");
}

}  // namespace
}  // namespace kiosk
