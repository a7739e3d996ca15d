#include "wire/shop_codec.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "wire/shop_parts.h"

namespace kiosk::wire {
namespace {

bool is_upper(char c) {
    return c >= 'A' && c <= 'Z';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter_or_digit(char c) {
    return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z');
}

// ISO 4217 (2024): the currencies that don't have two digits, and Telegram Stars.
int exponent_of(std::string_view code) {
    constexpr std::string_view kNone = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF XTR";
    constexpr std::string_view kThree = "BHD IQD JOD KWD LYD OMR TND";
    if (kNone.find(code) != std::string_view::npos) return 0;
    return kThree.find(code) != std::string_view::npos ? 3 : 2;
}

Currency read_currency(const Node& node) {
    constexpr std::string_view kAdvice = "write three capital letters, such as \"EUR\", or \"XTR\" for Telegram Stars";
    Currency currency;
    const Node member = node["code"];
    const Node& code = node.is_object() ? member : node;
    const auto* text = code.exists() ? code.value().get_ptr<const std::string*>() : nullptr;
    if (text == nullptr || text->size() != 3 || !std::all_of(text->begin(), text->end(), is_upper)) {
        code.refuse(kAdvice);
        return currency;
    }
    currency.code = *text;
    currency.exponent = exponent_of(*text);
    if (node.is_object())
        currency.exponent = node["exponent"].small({Need::Optional, 0, 4, currency.exponent, " (digits after the point)"});
    return currency;
}

int read_utc_offset(const Node& node) {
    constexpr std::string_view kAdvice =
        "write how far the shop's clock is from UTC, from \"-12:00\" to \"+14:00\", such as \"+03:00\"";
    const auto* text = node.exists() ? node.value().get_ptr<const std::string*>() : nullptr;
    if (text != nullptr && text->size() == 6 && ((*text)[0] == '+' || (*text)[0] == '-') && (*text)[3] == ':' &&
        is_digit((*text)[1]) && is_digit((*text)[2]) && is_digit((*text)[4]) && is_digit((*text)[5])) {
        const auto digit = [&](std::size_t i) { return (*text)[i] - '0'; };
        const int minutes = digit(4) * 10 + digit(5);
        const int east = (digit(1) * 10 + digit(2)) * 60 + minutes;
        const int offset = (*text)[0] == '-' ? -east : east;
        if (minutes < 60 && offset >= -12 * 60 && offset <= 14 * 60) return offset;
    }
    node.refuse(kAdvice);
    return 0;
}

bool is_language(std::string_view tag) {
    return tag.size() >= 2 && tag.front() != '-' && tag.back() != '-' &&
           std::all_of(tag.begin(), tag.end(), [](char c) { return is_letter_or_digit(c) || c == '-'; });
}

bool is_phone(std::string_view phone) {
    return std::all_of(phone.begin(), phone.end(),
                       [](char c) { return is_digit(c) || std::string_view("+-() ").find(c) != std::string_view::npos; });
}

bool is_plain_name(std::string_view name) {
    return std::all_of(name.begin(), name.end(), [](char c) { return is_letter_or_digit(c) || c == '_'; });
}

bool is_bot(std::string_view name) {
    return name.size() >= 4 && is_plain_name(name);
}

bool is_emoji_id(std::string_view id) {
    return std::all_of(id.begin(), id.end(), is_digit);
}

bool is_server(std::string_view url) {
    return is_address(url) || is_address(url, "http://localhost:") || is_address(url, "http://127.0.0.1:");
}

bool is_story_picture(std::string_view url) {
    return is_address(url);
}

bool is_cashier(std::string_view url) {
    constexpr std::size_t kLongest = 64;
    if (!url.starts_with(shop::kServerless)) return is_server(url);
    const std::string_view name = url.substr(shop::kServerless.size());
    return !name.empty() && name.size() <= kLongest && !is_digit(name.front()) && is_plain_name(name);
}

// A text that, when it is there, must pass a test.
std::string read_checked(const Node& node, std::size_t max, bool (*test)(std::string_view), std::string_view advice) {
    std::string text = node.text({Need::Optional, max, advice});
    if (text.empty() || text.size() > max || test(text)) return text;
    node.refuse(advice);
    return {};
}

void read_prepares(const Node& list, shop::Catalogue& catalogue) {
    constexpr std::string_view kAdvice = "write a list of what the bot prepares: \"message\", \"chat\"";
    const std::size_t count = list.list(0, 2, kAdvice);
    for (std::size_t i = 0; i < count; ++i) {
        const Node entry = list.item(i);
        const std::string what = entry.is_text() ? *entry.value().get_ptr<const std::string*>() : "";
        if (what == "message") {
            catalogue.prepares_message = true;
        } else if (what == "chat") {
            catalogue.prepares_chat = true;
        } else {
            entry.refuse(kAdvice);
        }
    }
}

shop::Place read_location(const Node& node) {
    if (!node.exists()) return {};
    const Json& pair = node.value();
    if (pair.is_array() && pair.size() == 2 && pair[0].is_number() && pair[1].is_number()) {
        const shop::Place place = {pair[0].get<double>(), pair[1].get<double>()};
        if (std::abs(place.latitude) <= 90 && std::abs(place.longitude) <= 180) return place;
    }
    node.refuse("write latitude and longitude in degrees, such as [52.52, 13.405]");
    return {};
}

void read_profile(const Node& root, shop::Catalogue& catalogue) {
    catalogue.name = root["name"].text({Need::Required, 60, "write the shop's name, such as \"Burger Bar\""});
    catalogue.tagline = root["tagline"].text({Need::Optional, 120, "write a text, or leave it out"});
    catalogue.emoji = root["emoji"].text(emoji_rule());
    catalogue.address = root["address"].text({Need::Optional, 200, "write a text, or leave it out"});
    catalogue.phone = read_checked(root["phone"], 30, is_phone, "write a phone number, such as \"+49 30 1234567\"");
    catalogue.bot = read_checked(root["bot"], 32, is_bot,
                                 "write the bot's name without @ and without spaces, such as \"burger_bar_bot\"");
    catalogue.location = read_location(root["location"]);
    catalogue.support =
        read_checked(root["support"], 32, is_bot, "write a Telegram name without @, such as \"burger_bar_help\"");
    catalogue.badge_emoji =
        read_checked(root["badge_emoji"], 20, is_emoji_id, "write a custom emoji's id of up to 20 digits, in quotes");
    constexpr std::string_view kAddress = "write an address that begins with https://, or leave it out";
    catalogue.story_picture = read_checked(root["story_picture"], 200, is_story_picture, kAddress);
    // Whoever names one must not believe that their orders arrive.
    const auto is_none = [](std::string_view) { return false; };
    (void)read_checked(root["server"], 200, is_none, "leave it out: this version sends no orders to a server");
    catalogue.cashier = read_checked(root["cashier"], 200, is_cashier,
                                     "write an address that begins with https://, or serverless: and an endpoint's name");
    read_prepares(root["prepares"], catalogue);
    catalogue.inline_mode = root["inline"].flag(false);
    catalogue.language =
        read_checked(root["language"], 35, is_language, "write a language tag, such as \"en\" or \"pt-BR\"");
    if (catalogue.language.empty()) catalogue.language = "en";
}

std::string megabytes(std::size_t bytes) {
    const std::size_t tenths = bytes * 10 / kMaxShopFileBytes;
    return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + " MB";
}

void read_shop(const Node& root, ShopDraft& draft) {
    shop::Catalogue& catalogue = draft.catalogue;
    read_profile(root, catalogue);
    catalogue.currency = read_currency(root["currency"]);
    draft.money_advice =
        " in minor units: 1250 means " + to_decimal(1250, catalogue.currency) + " " + catalogue.currency.code;
    catalogue.utc_offset_minutes = read_utc_offset(root["utc_offset"]);
    catalogue.hours = read_hours(root["hours"]);
    read_terms(root, draft);
    const Node demo = root["demo"];
    if (demo.exists() && demo.require_object("write {\"minute_ms\": 1500}, or leave it out")) {
        catalogue.demo.minute_ms = demo["minute_ms"].small({Need::Optional, 50, 60'000, 60'000});
    }
    read_menu(root, draft);
    read_promotions(root, draft);
}

}  // namespace

TextRule name_rule() {
    return {Need::Required, 60, "write a name"};
}
TextRule emoji_rule() {
    return {Need::Optional, 16, "write one emoji, or leave it out"};
}

Minor read_amount(const Node& node, const ShopDraft& draft, Need need) {
    return node.integer({need, 0, shop::kMaxPriceMinor, 0, draft.money_advice});
}

std::optional<Minor> read_optional_amount(const Node& node, const ShopDraft& draft) {
    if (!node.exists()) return std::nullopt;
    return read_amount(node, draft, Need::Required);
}

DecodedShop decode_shop(std::string_view bytes) {
    if (bytes.size() > kMaxShopFileBytes) {
        return {std::nullopt,
                {{"", "has " + megabytes(bytes.size()) + "; at most " + megabytes(kMaxShopFileBytes) +
                          " is read. Pictures belong in files of their own"}}};
    }
    const ParsedJson parsed = parse_json(bytes);
    if (parsed.fault) return {std::nullopt, {*parsed.fault}};
    Faults faults(kMaxShopProblems);
    for (const std::string& pointer : parsed.repeated)
        faults.add(pointer, "stands twice in the same { }; remove one of the two");
    const Node root(parsed.value, faults);
    ShopDraft draft;
    if (root.require_object("a shop file is an object { } with name, currency, categories and products"))
        read_shop(root, draft);
    if (faults.count() > 0) return {std::nullopt, std::move(faults).take()};
    return {std::move(draft.catalogue), {}};
}

}  // namespace kiosk::wire
