#include "wire/order_codec.h"

#include <gtest/gtest.h>

#include <functional>
#include <nlohmann/json.hpp>

#include "unit/wire/order_samples.h"
#include "wire/order_json.h"

namespace kiosk::wire {
namespace {

using nlohmann::json;

TEST(OrderCodec, EveryDocumentReadsBackAsItWas) {
    EXPECT_EQ(decode_cart(encode(sample_cart())), Result<shop::Cart>(sample_cart()));
    EXPECT_EQ(decode_order_request(encode(sample_request())), Result<orders::OrderRequest>(sample_request()));
    EXPECT_EQ(decode_order(encode(sample_order())), Result<orders::Order>(sample_order()));
    EXPECT_EQ(decode_book(encode(sample_book())), Result<orders::Book>(sample_book()));
    EXPECT_EQ(decode_book(encode(orders::Book{})), Result<orders::Book>(orders::Book{}));
}

TEST(OrderCodec, OnlyPaidOrdersSaySo) {
    orders::Order order = sample_order();
    EXPECT_FALSE(json::parse(encode(order))["order"].contains("paid"));
    order.paid = true;
    EXPECT_EQ(decode_order(encode(order)), Result<orders::Order>(order));
}

TEST(OrderCodec, OnlyOrdersWithAnInvoiceSaySo) {
    orders::Order order = sample_order();
    EXPECT_FALSE(json::parse(encode(order))["order"].contains("invoice_ms"));
    order.invoice_ms = 1'700'000'180'000;
    EXPECT_EQ(decode_order(encode(order)), Result<orders::Order>(order));
    json bad = json::parse(encode(order));
    bad["order"]["invoice_ms"] = "soon";
    EXPECT_FALSE(decode_order(bad.dump()).has_value());
}

TEST(OrderCodec, OnlyAnAddressIsAReceipt) {
    orders::Order order = sample_order();
    EXPECT_FALSE(json::parse(encode(order))["order"].contains("receipt"));
    order.receipt = "https://example.com/1.pdf";
    EXPECT_EQ(decode_order(encode(order)), Result<orders::Order>(order));
    for (const char* bad : {"javascript:alert(1)", "http://example.com/1.pdf", "https://a b"}) {
        order.receipt = bad;
        EXPECT_FALSE(decode_order(encode(order)).has_value()) << bad;
    }
}

TEST(OrderCodec, ReadsTheLargestLineThatAShopFileAllows) {
    constexpr int kGroups = 20;
    constexpr int kOptions = 60;
    orders::Order order = sample_order();
    order.lines[0].choices.clear();
    order.lines[0].options.assign(kGroups * kOptions, "99x " + std::string(60, 'o'));
    for (int i = 0; i < kGroups * kOptions; ++i) {
        order.lines[0].choices.push_back({{"g" + std::to_string(i / kOptions)}, {"o" + std::to_string(i)}, 99});
    }
    shop::Cart cart = sample_cart();
    cart.lines[0].choices = order.lines[0].choices;
    EXPECT_EQ(decode_order(encode(order)), Result<orders::Order>(order));
    EXPECT_EQ(decode_cart(encode(cart)), Result<shop::Cart>(cart));
}

TEST(OrderCodec, TheTextIsCompactWithStableNames) {
    const shop::Cart cart = {{"c1"}, {{{"cola"}, {{{"size"}, {"big"}, 1}}, 3, "cold"}}, {"A"}};
    EXPECT_EQ(encode(cart),
              R"({"version":1,"cart":{"id":"c1","lines":[{"product":"cola","choices":[{"group":"size","option":"big",)"
              R"("quantity":1}],"quantity":3,"note":"cold"}],"codes":["A"]}})");
}

TEST(OrderCodec, HashesAreTextBecauseNumbersLoseBitsInJavaScript) {
    const json document = json::parse(encode(sample_request()));
    EXPECT_EQ(document["request"]["quote_hash"], json("fedcba9876543210"));
}

struct Documents {
    const char* name;
    std::string text;
    std::function<std::optional<ErrorCode>(std::string_view)> refusal;
};

template <typename T>
std::optional<ErrorCode> code_of(const Result<T>& result) {
    return result ? std::nullopt : std::optional(result.error().code);
}

std::vector<Documents> all_documents() {
    return {
        {"cart", encode(sample_cart()), [](std::string_view text) { return code_of(decode_cart(text)); }},
        {"request", encode(sample_request()), [](std::string_view text) { return code_of(decode_order_request(text)); }},
        {"order", encode(sample_order()), [](std::string_view text) { return code_of(decode_order(text)); }},
        {"book", encode(sample_book()), [](std::string_view text) { return code_of(decode_book(text)); }},
    };
}

TEST(OrderCodec, RefusesEveryStrictPrefix) {
    for (const Documents& document : all_documents()) {
        for (std::size_t length = 0; length < document.text.size(); ++length) {
            ASSERT_EQ(document.refusal(std::string_view(document.text).substr(0, length)), ErrorCode::Corrupt)
                << document.name << " cut to " << length;
        }
    }
}

// Calls visit with every pointer to a value inside, parents first.
void each_pointer(const json& value, const json::json_pointer& at,
                  const std::function<void(const json::json_pointer&)>& visit) {
    if (value.is_object()) {
        for (const auto& [name, child] : value.items()) {
            visit(at / name);
            each_pointer(child, at / name, visit);
        }
    } else if (value.is_array()) {
        for (std::size_t i = 0; i < value.size(); ++i) {
            visit(at / i);
            each_pointer(value[i], at / i, visit);
        }
    }
}

TEST(OrderCodec, RefusesEveryFieldThatIsMissing) {
    for (const Documents& document : all_documents()) {
        const json whole = json::parse(document.text);
        each_pointer(whole, json::json_pointer(), [&](const json::json_pointer& pointer) {
            const bool optional_field = pointer.back() == "free_delivery_missing_minor";
            if (whole[pointer.parent_pointer()].is_array() || optional_field) return;
            json without = whole;
            without[pointer.parent_pointer()].erase(pointer.back());
            EXPECT_EQ(document.refusal(without.dump()), ErrorCode::Corrupt) << document.name << pointer.to_string();
        });
    }
}

TEST(OrderCodec, RefusesEveryValueOfAWrongTypeOrBeyondAllRanges) {
    const std::vector<json> strangers = {
        nullptr,
        true,
        1.5,
        1e300,
        json::array({1}),
        json::object({{"a", 1}}),
        18446744073709551615U,
        -9007199254740993LL,
        std::string(2000, 'x'),
    };
    for (const Documents& document : all_documents()) {
        const json whole = json::parse(document.text);
        each_pointer(whole, json::json_pointer(), [&](const json::json_pointer& pointer) {
            for (const json& stranger : strangers) {
                json changed = whole;
                changed[pointer] = stranger;
                EXPECT_NE(document.refusal(changed.dump()), std::nullopt)
                    << document.name << pointer.to_string() << " = " << stranger.dump().substr(0, 40);
            }
        });
    }
}

TEST(OrderCodec, IgnoresFieldsThatItDoesNotKnow) {
    for (const Documents& document : all_documents()) {
        json whole = json::parse(document.text);
        std::vector<json::json_pointer> objects = {json::json_pointer()};
        each_pointer(whole, json::json_pointer(), [&](const json::json_pointer& pointer) {
            if (whole[pointer].is_object()) objects.push_back(pointer);
        });
        for (const json::json_pointer& pointer : objects) whole[pointer]["from_the_future"] = {{"a", {1, 2}}};
        EXPECT_EQ(document.refusal(whole.dump()), std::nullopt) << document.name;
    }
}

TEST(OrderCodec, AnotherVersionIsUnsupportedNotCorrupt) {
    for (const Documents& document : all_documents()) {
        json whole = json::parse(document.text);
        whole["version"] = 2;
        EXPECT_EQ(document.refusal(whole.dump()), ErrorCode::Unsupported) << document.name;
    }
}

std::optional<ErrorCode> book_with(const char* pointer, const json& value) {
    json whole = json::parse(encode(sample_book()));
    whole[json::json_pointer(pointer)] = value;
    return code_of(decode_book(whole.dump()));
}

TEST(OrderCodec, RefusesWhatNoShopCouldHaveWritten) {
    const struct {
        const char* why;
        const char* pointer;
        json value;
    } cases[] = {
        {"unknown state", "/book/records/1/order/state", "lost"},
        {"unknown command", "/book/records/1/plan/0/command", "teleport"},
        {"unknown fulfilment", "/book/records/1/order/terms/fulfilment", "drone"},
        {"state without history", "/book/records/1/order/state", "ready"},
        {"history off the table", "/book/records/1/order/history/1/state", "ready"},
        {"history backwards", "/book/records/1/order/history/1/at_ms", 5},
        {"plan backwards", "/book/records/1/plan/1/at_ms", 1'700'000'000'500},
        {"plan off the table", "/book/records/1/plan/0/command", "drop"},
        {"eta upside down", "/book/records/1/order/eta/high_ms", 5},
        {"total that does not add up", "/book/records/1/order/quote/total_minor", 3155},
        {"line that does not add up", "/book/records/1/order/lines/0/price/net_minor", 2249},
        {"negative price", "/book/records/1/order/quote/tip_minor", -1},
        {"same id twice", "/book/records/1/order/id", "A-16"},
        {"same key twice", "/book/records/1/order/key", "cart-0001"},
        {"no id", "/book/records/1/order/id", ""},
        {"no lines", "/book/records/1/order/lines", json::array()},
        {"no pieces", "/book/records/1/order/lines/0/quantity", 0},
        {"too many pieces", "/book/records/1/order/lines/0/quantity", 100},
        {"number zero", "/book/next_number", 0},
        {"number beyond 32 bits", "/book/next_number", 4294967296},
        {"hash too short", "/book/records/1/fingerprint", "0123"},
        {"hash of no hex digits", "/book/records/1/fingerprint", "0123456789abcdeg"},
        {"negative stock", "/book/taken/0/pieces", -1},
        {"product twice", "/book/taken",
         json::array({{{"product", "a"}, {"stock", 1}, {"pieces", 1}}, {{"product", "a"}, {"stock", 1}, {"pieces", 1}}})},
        {"id too long", "/book/records/1/order/id", std::string(65, 'A')},
    };
    for (const auto& example : cases) {
        EXPECT_EQ(book_with(example.pointer, example.value), ErrorCode::Corrupt) << example.why;
    }
    EXPECT_EQ(book_with("/book/next_number", 4294967294), std::nullopt);
}

TEST(OrderCodec, RefusesTextThatIsNoDocument) {
    for (const char* text :
         {"", " ", "null", "[]", "{}", "\"cart\"", "{\"version\":1}", "{\"version\":1,\"cart\":null}",
          "{\"version\":\"1\",\"cart\":{}}", "\xff\xfe{}", "{\"version\":1,\"cart\":{\"id\":\"\xc3\"}}"}) {
        EXPECT_EQ(code_of(decode_cart(text)), ErrorCode::Corrupt) << text;
    }
}

}  // namespace
}  // namespace kiosk::wire
