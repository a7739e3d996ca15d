// Every way in which a shop file can be wrong, by editing the sample: which place is named, and in which words.

#include <gtest/gtest.h>

#include "support/shop_files.h"

namespace kiosk::wire {
namespace {

struct Edit {
    const char* at;
    const char* json;  // Empty: the value is taken out.
};

struct FaultCase {
    std::vector<Edit> edits;
    std::vector<Fault> faults;
};

std::vector<Fault> faults_after(const std::vector<Edit>& edits) {
    Json shop = Json::parse(burger_bar());
    for (const Edit& edit : edits) {
        const Json::json_pointer at(edit.at);
        if (*edit.json == '\0') {
            shop[at.parent_pointer()].erase(at.back());
        } else {
            shop[at] = Json::parse(edit.json);
        }
    }
    return decode_shop(shop.dump()).problems;
}

const std::string kPrice = "; write a whole number from 0 to 1000000000 in minor units: 1250 means 12.50 EUR";
const std::string kTimes =
    R"(; write "10:00-22:00", "18:00-02:00" (closes after midnight), "00:00-24:00" or "closed"; several in a list)";

void expect_faults(const std::vector<FaultCase>& cases) {
    for (const FaultCase& c : cases) EXPECT_EQ(faults_after(c.edits), c.faults) << c.edits.front().at;
}

TEST(ShopFaults, Profile) {
    expect_faults({
        {{{"/name", ""}}, {{"/name", R"(is missing; write the shop's name, such as "Burger Bar")"}}},
        {{{"/name", "5"}}, {{"/name", R"(is 5; write the shop's name, such as "Burger Bar")"}}},
        {{{"/name", R"("  ")"}}, {{"/name", R"(is empty; write the shop's name, such as "Burger Bar")"}}},
        {{{"/name", R"("a\nb")"}},
         {{"/name", "holds a line break, tab or another control character; write plain text in one line"}}},
        {{{"/name", R"("a\u0000b")"}},
         {{"/name", "holds a line break, tab or another control character; write plain text in one line"}}},
        {{{"/name", R"("0123456789012345678901234567890123456789012345678901234567890")"}},
         {{"/name", "has 61 characters; at most 60 fit"}}},
        {{{"/tagline", "null"}}, {{"/tagline", "is null; write a text, or leave it out"}}},
        {{{"/currency", ""}},
         {{"/currency", R"(is missing; write three capital letters, such as "EUR", or "XTR" for Telegram Stars)"}}},
        {{{"/currency", R"("€")"}},
         {{"/currency", R"(is "€"; write three capital letters, such as "EUR", or "XTR" for Telegram Stars)"}}},
        {{{"/currency", R"("eur")"}},
         {{"/currency", R"(is "eur"; write three capital letters, such as "EUR", or "XTR" for Telegram Stars)"}}},
        {{{"/currency", R"({"code": "EUR", "exponent": 7})"}},
         {{"/currency/exponent", "is 7; write a whole number from 0 to 4 (digits after the point)"}}},
        {{{"/utc_offset", ""}},
         {{"/utc_offset",
           R"(is missing; write how far the shop's clock is from UTC, from "-12:00" to "+14:00", such as "+03:00")"}}},
        {{{"/utc_offset", R"("+3")"}},
         {{"/utc_offset",
           R"(is "+3"; write how far the shop's clock is from UTC, from "-12:00" to "+14:00", such as "+03:00")"}}},
        {{{"/utc_offset", R"("+14:01")"}},
         {{"/utc_offset",
           R"(is "+14:01"; write how far the shop's clock is from UTC, from "-12:00" to "+14:00", such as "+03:00")"}}},
        {{{"/utc_offset", "3"}},
         {{"/utc_offset",
           R"(is 3; write how far the shop's clock is from UTC, from "-12:00" to "+14:00", such as "+03:00")"}}},
        {{{"/phone", R"("call me")"}}, {{"/phone", R"(is "call me"; write a phone number, such as "+49 30 1234567")"}}},
        {{{"/bot", R"("@burger_bot")"}},
         {{"/bot", R"(is "@burger_bot"; write the bot's name without @ and without spaces, such as "burger_bar_bot")"}}},
        {{{"/server", R"("https://example.com")"}},
         {{"/server", R"(is "https://example.com"; leave it out: this version sends no orders to a server)"}}},
        {{{"/language", R"("english please")"}},
         {{"/language", R"(is "english please"; write a language tag, such as "en" or "pt-BR")"}}},
        {{{"/demo", "1500"}}, {{"/demo", R"(is 1500; write {"minute_ms": 1500}, or leave it out)"}}},
        {{{"/demo/minute_ms", "1"}}, {{"/demo/minute_ms", "is 1; write a whole number from 50 to 60000"}}},
    });
}

TEST(ShopFaults, Hours) {
    expect_faults({
        {{{"/hours", "{}"}}, {{"/hours", "is never open; write when it is, or leave it out for around the clock"}}},
        {{{"/hours", R"("10-22")"}},
         {{"/hours", R"(is "10-22"; write hours like {"mon-fri": "10:00-22:00", "sun": "closed"})"}}},
        {{{"/hours", R"({"mon-sun": "closed"})"}},
         {{"/hours", "is never open; write when it is, or leave it out for around the clock"}}},
        {{{"/hours", R"({"monday": "10:00-22:00"})"}},
         {{"/hours/monday", R"(names no days; name days like "mon-fri", "sat" or "mon-sun")"}}},
        {{{"/hours", R"({"mon": "10-22"})"}}, {{"/hours/mon", std::string(R"(is "10-22")") + kTimes}}},
        {{{"/hours", R"({"mon": "25:00-26:00"})"}}, {{"/hours/mon", std::string(R"(is "25:00-26:00")") + kTimes}}},
        {{{"/hours", R"({"mon": "10:00-10:00"})"}}, {{"/hours/mon", std::string(R"(is "10:00-10:00")") + kTimes}}},
        {{{"/hours", R"({"mon": "24:00-02:00"})"}}, {{"/hours/mon", std::string(R"(is "24:00-02:00")") + kTimes}}},
        {{{"/hours", R"({"mon": 10})"}}, {{"/hours/mon", std::string("is 10") + kTimes}}},
        {{{"/hours", R"({"mon": ["10:00-12:00", "x"]})"}}, {{"/hours/mon/1", std::string(R"(is "x")") + kTimes}}},
        {{{"/hours", R"({"mon": []})"}}, {{"/hours/mon", std::string("is an empty list [ ]") + kTimes}}},
        {{{"/hours", R"({"fri": "10:00-12:00", "thu-sat": "12:00-14:00"})"}},
         {{"/hours/thu-sat", "tells about fri a second time; name each day once"}}},
        {{{"/promotions/0/hours", R"({"mon": "closed"})"}},
         {{"/promotions/0/hours", "is never open; write when it is, or leave it out for around the clock"}}},
    });
}

TEST(ShopFaults, Terms) {
    expect_faults({
        {{{"/pickup", R"("yes")"}}, {{"/pickup", R"(is "yes"; write true or false, without quotes)"}}},
        {{{"/pickup", "false"}, {"/delivery", "false"}},
         {{"/pickup", "is false and so is delivery; nobody could get an order; make one of them true"}}},
        {{{"/zones", ""}}, {{"/zones", R"(is missing; delivery needs at least one zone: {"id", "name", "fee"})"}}},
        {{{"/zones", "[]"}},
         {{"/zones", R"(is an empty list [ ]; delivery needs at least one zone: {"id", "name", "fee"})"}}},
        {{{"/zones/1/id", R"("centre")"}},
         {{"/zones/1/id", R"(is "centre", which /zones/0/id is already; give each its own id)"}}},
        {{{"/zones/0/fee", ""}}, {{"/zones/0/fee", std::string("is missing") + kPrice}}},
        {{{"/zones/0/free_from", "-1"}}, {{"/zones/0/free_from", std::string("is -1") + kPrice}}},
        {{{"/tips", "[5, 5]"}}, {{"/tips/1", "is 5; write the percentages in rising order, such as [5, 10, 15]"}}},
        {{{"/tips", R"([0, 101, "x"])"}},
         {{"/tips/0", "is 0; write a whole number from 1 to 100: 10 means 10 %"},
          {"/tips/1", "is 101; write a whole number from 1 to 100: 10 means 10 %"},
          {"/tips/2", R"(is "x"; write a whole number from 1 to 100: 10 means 10 %)"}}},
        {{{"/tips", "10"}}, {{"/tips", "is 10; write a list of percentages, such as [5, 10, 15]"}}},
    });
}

TEST(ShopFaults, CategoriesAndOptionGroups) {
    expect_faults({
        {{{"/categories", "[]"}},
         {{"/categories", R"(is an empty list [ ]; write a list of at least one category: {"id", "name", "emoji"})"}}},
        {{{"/categories/0", R"("beef")"}}, {{"/categories/0", R"(is "beef"; write a category: {"id", "name", "emoji"})"}}},
        {{{"/categories/3/id", R"("beef")"}},
         {{"/categories/3/id", R"(is "beef", which /categories/0/id is already; give each its own id)"}}},
        {{{"/categories/10/id", R"("di ps")"}},
         {{"/categories/10/id", R"(is "di ps"; write 1 to 40 letters a-z, digits, - or _, such as "classic-burger")"}}},
        {{{"/option_groups/0/options", "[]"}},
         {{"/option_groups/0/options",
           R"(is an empty list [ ]; write a list of at least one option: {"id", "name", "price"})"}}},
        {{{"/option_groups/0/min", "2"}},
         {{"/option_groups/0/max", "is 1, less than min 2; nobody could choose; write at least 2"}}},
        {{{"/option_groups/11/min", "9"}, {"/option_groups/11/max", "9"}},
         {{"/option_groups/11/min",
           "is 9, but its options allow only 8 pieces together; nobody could choose; lower min or add options"}}},
        {{{"/option_groups/0/preselected", R"(["huge"])"}},
         {{"/option_groups/0/preselected/0",
           R"(is "huge"; no option of this group has this id; these exist: double, single, triple)"}}},
        {{{"/option_groups/0/preselected", R"(["single", "double"])"}},
         {{"/option_groups/0/preselected", "has 2 entries, but exactly 1 must be chosen; name as many, or none"}}},
        {{{"/option_groups/0/preselected", R"(["single", "single"])"}},
         {{"/option_groups/0/preselected/1", "stands here twice; name each option once"}}},
        {{{"/option_groups/0/options/1/id", R"("single")"}},
         {{"/option_groups/0/options/1/id",
           R"(is "single", which /option_groups/0/options/0/id is already; give each its own id)"}}},
        {{{"/option_groups/0/options/1/price", "-320"}},
         {{"/option_groups/0/options/1/price", std::string("is -320") + kPrice}}},
        {{{"/option_groups/0/options/1/max", "0"}},
         {{"/option_groups/0/options/1/max", "is 0; write a whole number from 1 to 99"}}},
        {{{"/option_groups/2/id", R"("size")"}},
         {{"/option_groups/2/id", R"(is "size", which /option_groups/0/id is already; give each its own id)"}}},
    });
}

TEST(ShopFaults, Products) {
    expect_faults({
        {{{"/products", ""}},
         {{"/products", R"(is missing; write a list of at least one product: {"id", "category", "name", "price"})"}}},
        {{{"/products", "{}"}},
         {{"/products", R"(is an object { }; write a list of at least one product: {"id", "category", "name", "price"})"}}},
        {{{"/products/3/price", ""}}, {{"/products/3/price", std::string("is missing") + kPrice}}},
        {{{"/products/3/price", "-5"}}, {{"/products/3/price", std::string("is -5") + kPrice}}},
        {{{"/products/3/price", "12.5"}}, {{"/products/3/price", std::string("is 12.50") + kPrice}}},
        {{{"/products/3/price", "1e30"}}, {{"/products/3/price", std::string("is a huge number") + kPrice}}},
        {{{"/products/3/price", "99999999999"}}, {{"/products/3/price", std::string("is 99999999999") + kPrice}}},
        {{{"/products/3/price", "18446744073709551615"}},
         {{"/products/3/price", std::string("is 18446744073709551615") + kPrice}}},
        {{{"/products/3/price", R"("12.50")"}}, {{"/products/3/price", std::string(R"(is "12.50")") + kPrice}}},
        {{{"/products/3/was", "100"}},
         {{"/products/3/was", "is 100; a former price is above the price; write the higher one here, or leave it out"}}},
        {{{"/products/3/id", R"("classic")"}},
         {{"/products/3/id", R"(is "classic", which /products/0/id is already; give each its own id)"}}},
        {{{"/products/3/category", R"("beefs")"}},
         {{"/products/3/category",
           R"(is "beefs"; no category has this id; these exist: beef, chicken, combos, dips, drinks, green, hot, kids, ...)"}}},
        {{{"/products/3/category", ""}}, {{"/products/3/category", "is missing; write the id of a category"}}},
        {{{"/products/3/options", R"(["sizes"])"}},
         {{"/products/3/options/0",
           R"(is "sizes"; no option group has this id; these exist: bun, combo-drink, combo-side, cooking, dip, drink-size, extras, ice, ...)"}}},
        {{{"/products/3/options", R"(["size", "size"])"}},
         {{"/products/3/options/1", "stands here twice; name each group once"}}},
        {{{"/products/3/options", R"("size")"}},
         {{"/products/3/options", R"(is "size"; write a list of option group ids, such as ["size"])"}}},
        {{{"/products/3/picture", R"("javascript:alert")"}},
         {{"/products/3/picture",
           R"(is "javascript:alert"; write an address that begins with https://, or a path next to the shop file such as "pictures/classic.webp")"}}},
        {{{"/products/3/stock", "-1"}}, {{"/products/3/stock", "is -1; write a whole number from 0 to 1000000"}}},
        {{{"/products/3/max_per_order", "0"}}, {{"/products/3/max_per_order", "is 0; write a whole number from 1 to 99"}}},
        {{{"/products/3/tags", R"([""])"}}, {{"/products/3/tags/0", R"(is empty; write a word, such as "spicy")"}}},
        {{{"/products/3/featured", "1"}}, {{"/products/3/featured", "is 1; write true or false, without quotes"}}},
        {{{"/products/3", "[]"}},
         {{"/products/3", R"(is an empty list [ ]; write a product: {"id", "category", "name", "price"})"}}},
        {{{"/option_groups/0/max", "99"}, {"/option_groups/0/options/1/price", "1000000000"}},
         {{"/products/0", "could cost 99000002820 with its dearest options; keep it at or below 10000000000"},
          {"/products/1", "could cost 99000003020 with its dearest options; keep it at or below 10000000000"},
          {"/products/2", "could cost 99000002670 with its dearest options; keep it at or below 10000000000"},
          {"/products/3", "could cost 99000002770 with its dearest options; keep it at or below 10000000000"},
          {"/products/4", "could cost 99000003020 with its dearest options; keep it at or below 10000000000"},
          {"/products/5", "could cost 99000002630 with its dearest options; keep it at or below 10000000000"},
          {"/products/6", "could cost 99000003050 with its dearest options; keep it at or below 10000000000"},
          {"/products/17", "could cost 99000002920 with its dearest options; keep it at or below 10000000000"}}},
    });
}

TEST(ShopFaults, Promotions) {
    expect_faults({
        {{{"/promotions/0/category", R"("drink")"}},
         {{"/promotions/0/category",
           R"(is "drink"; no category has this id; these exist: beef, chicken, combos, dips, drinks, green, hot, kids, ...)"}}},
        {{{"/promotions/0/applies_to", R"("drinks")"}},
         {{"/promotions/0/applies_to", R"(is "drinks"; write "order", "delivery", "category" or "product")"}}},
        {{{"/promotions/0/applies_to", ""}},
         {{"/promotions/0/category", R"(only counts with "applies_to": "category"; write that too)"}}},
        {{{"/promotions/0/percent", ""}},
         {{"/promotions/0",
           "takes nothing off; write a percent, such as 10, or an amount in minor units: 1250 means 12.50 "
           "EUR"}}},
        {{{"/promotions/0/amount", "5"}}, {{"/promotions/0", "has both a percent and an amount; keep one of them"}}},
        {{{"/promotions/0/percent", "0"}},
         {{"/promotions/0/percent", "is 0; write a whole number from 1 to 100: 10 means 10 %"}}},
        {{{"/promotions/0/percent", "12.5"}},
         {{"/promotions/0/percent", "is 12.50; write a whole number from 1 to 100: 10 means 10 %"}}},
        {{{"/promotions/1/product", ""}}, {{"/promotions/1/product", "is missing; write the id of a product"}}},
        {{{"/promotions/1/fulfilment", R"("post")"}},
         {{"/promotions/1/fulfilment", R"(is "post"; write "pickup" or "delivery", or leave it out for both)"}}},
        {{{"/promotions/3/code", R"("HELLO YOU")"}},
         {{"/promotions/3/code", R"(is "HELLO YOU"; write a code of 2 to 30 characters without spaces, such as "HELLO")"}}},
    });
}

struct UrlCase {
    const char* url;
    bool accepted;
};

TEST(ShopFaults, PicturesAreHttpsOrRelative) {
    const std::vector<UrlCase> cases = {
        {"https://cdn.example.com/a%20b.webp?x=1:2", true},
        {"pictures/classic.webp", true},
        {"/pictures/classic.webp", true},
        {"../classic.webp#a", true},
        {"", false},
        {"http://example.com/a.png", false},
        {"HTTPS://example.com/a.png", false},
        {"https://", false},
        {"https:///a.png", false},
        {"//example.com/a.png", false},
        {"data:image/png;base64,AAAA", false},
        {"JavaScript:alert", false},
        {"java\\tscript:alert", false},
        {" javascript:alert", false},
        {"pictures/a b.png", false},
        {"pictures/burger-\u00fc.png", false},
        {"\\\\example.com\\\\a.png", false},
    };
    for (const UrlCase& c : cases) {
        const std::string quoted = "\"" + std::string(c.url) + "\"";
        EXPECT_EQ(faults_after({{"/products/0/picture", quoted.c_str()}}).empty(), c.accepted) << c.url;
    }
}

TEST(ShopFaults, AreAllNamedAtOnceUpToALimit) {
    std::vector<Edit> edits;
    std::vector<std::string> places;
    for (int i = 0; i < 23; ++i) places.push_back("/products/" + std::to_string(i) + "/price");
    for (const std::string& place : places) edits.push_back({place.c_str(), "-1"});
    std::vector<Fault> expected;
    for (std::size_t i = 0; i < kMaxShopProblems; ++i) expected.push_back({places[i], "is -1" + kPrice});
    expected.push_back({"", "and 3 more"});
    EXPECT_EQ(faults_after(edits), expected);
}

TEST(ShopFaults, ExplainMoneyInTheShopsCurrency) {
    const std::vector<Fault> expected = {
        {"/packing_fee", "is -1; write a whole number from 0 to 1000000000 in minor units: 1250 means 1250 JPY"}};
    EXPECT_EQ(faults_after({{"/currency", "\"JPY\""}, {"/packing_fee", "-1"}}), expected);
}

TEST(ShopFaults, CutLongValuesShort) {
    const std::vector<Fault> faults = faults_after({{"/language", R"("ööööööööööööööööööööööööööööööööööööö")"}});
    EXPECT_EQ(faults, (std::vector<Fault>{{"/language", "has 37 characters; at most 35 fit"}}));
    const std::string long_id = "\"" + std::string(50, 'x') + "\\n\"";
    EXPECT_EQ(faults_after({{"/zones/0/id", long_id.c_str()}}),
              (std::vector<Fault>{{"/zones/0/id", "is \"" + std::string(40, 'x') +
                                                      "...\"; write 1 to 40 letters a-z, digits, - or _, such as "
                                                      "\"classic-burger\""}}));
}

}  // namespace
}  // namespace kiosk::wire
