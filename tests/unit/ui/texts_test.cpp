#include "ui/texts.h"

#include <gtest/gtest.h>

#include "base/rng.h"
#include "support/ui_ports.h"

namespace kiosk::ui {
namespace {

std::string formatted(std::string_view message, Args args, std::string_view language = "en") {
    test::StubIntl intl;
    intl.set_language(language);
    std::string out;
    format_message(message, args, intl, out);
    return out;
}

TEST(Message, PutsArgumentsIn) {
    EXPECT_EQ(formatted("Hello, {name}! {count} new", {{"name", "Ada"}, {"count", 3}}), "Hello, Ada! 3 new");
}
TEST(Message, ShowsAMissingArgumentByName) {
    EXPECT_EQ(formatted("Hello, {name}", {}), "Hello, {name}");
}

TEST(Message, ChoosesThePluralByTheLanguage) {
    constexpr std::string_view kEnglish = "{n, plural, =0 {nothing} one {# item} other {# items}}";
    EXPECT_EQ(formatted(kEnglish, {{"n", 0}}), "nothing");
    EXPECT_EQ(formatted(kEnglish, {{"n", 1}}), "1 item");
    EXPECT_EQ(formatted(kEnglish, {{"n", 5}}), "5 items");
    constexpr std::string_view kRussian = "{n, plural, one {# блюдо} few {# блюда} many {# блюд} other {# блюда}}";
    EXPECT_EQ(formatted(kRussian, {{"n", 21}}, "ru"), "21 блюдо");
    EXPECT_EQ(formatted(kRussian, {{"n", 3}}, "ru"), "3 блюда");
    EXPECT_EQ(formatted(kRussian, {{"n", 11}}, "ru"), "11 блюд");
}

TEST(Message, SelectsByWordAndNests) {
    constexpr std::string_view kMessage =
        "{way, select, pickup {Pick up {n, plural, one {# bag} other {# bags}}} other {Delivery}}";
    EXPECT_EQ(formatted(kMessage, {{"way", "pickup"}, {"n", 2}}), "Pick up 2 bags");
    EXPECT_EQ(formatted(kMessage, {{"way", "x"}, {"n", 2}}), "Delivery");
}

TEST(Message, QuotesBraces) {
    EXPECT_EQ(formatted("It''s '{name}' and don't", {}), "It's {name} and don't");
    EXPECT_EQ(formatted("{n, plural, other {'{'#'}'}}", {{"n", 4}}), "{4}");
}

TEST(Message, ShowsWhatIsMalformedAsItIsWritten) {
    for (const char* bad : {"{", "}", "{a", "{a,}", "{a, plural}", "{a, plural, one}", "{a, plural, one {x}",
                            "{a, date, short}", "{n, plural, one {x} }", "{n, plural, other {{}}"}) {
        EXPECT_EQ(formatted(bad, {{"n", 7}}), bad);
    }
}

TEST(Message, SurvivesEverythingRandom) {
    Rng rng(3);
    constexpr std::string_view kAlphabet = "{}{}'#,n plural,one other=0select x";
    for (int round = 0; round < 20000; ++round) {
        std::string message;
        for (std::uint32_t i = rng.below(40); i > 0; --i) {
            message += kAlphabet[rng.below(static_cast<std::uint32_t>(kAlphabet.size()))];
        }
        EXPECT_LT(formatted(message, {{"n", 1}}).size(), 4000U);
    }
}

TEST(Texts, AMissingKeyShowsItself) {
    test::StubIntl intl;
    Texts texts(intl);
    texts.set("ar-EG", {{"b", "two"}, {"a", "one {x}"}});
    EXPECT_EQ(texts.tr("a", {{"x", "1"}}), "one 1");
    EXPECT_EQ(texts.tr("b"), "two");
    EXPECT_EQ(texts.tr("c.d"), "c.d");
    EXPECT_TRUE(texts.rtl());
    EXPECT_EQ(intl.language, "ar-EG");
}

}  // namespace
}  // namespace kiosk::ui
