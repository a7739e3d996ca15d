#include "app/links.h"

#include <algorithm>

#include "base/base64url.h"
#include "base/text.h"
#include "games/replay.h"
#include "orders/order.h"

namespace kiosk::app {
namespace {

Error bad_link(std::string_view what) {
    return {ErrorCode::BadInput, std::string(what)};
}

bool is_plain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

Status read_challenge(std::string_view replay_text, Link& link) {
    const Result<games::Replay> replay = games::decode_text(replay_text);
    if (!replay) return replay.error();
    const Result<games::Outcome> outcome = games::verify(*replay);
    if (!outcome) return outcome.error();
    link.page = Page{Screen::Game, {}};
    link.challenge = Challenge{replay->seed, outcome->score};
    return Done{};
}

Status read_field(char name, std::string_view value, Link& link) {
    if (value.empty()) return bad_link("empty");
    switch (name) {
        case 'p':
            link.page = Page{Screen::Product, std::string(value)};
            return Done{};
        case 'c':
            link.page = Page{Screen::Home, std::string(value)};
            return Done{};
        case 'o':
            link.page = Page{Screen::Tracking, std::string(value)};
            return Done{};
        case 't':
            if (count_code_points(value) > orders::kMaxTable || trim(value).empty()) return bad_link("table");
            link.table = std::string(trim(value));
            return Done{};
        case 'r':
            if (value.size() > orders::kMaxReferrer || !std::all_of(value.begin(), value.end(), is_plain))
                return bad_link("referrer");
            link.referrer = std::string(value);
            return Done{};
        case 'g':
            return read_challenge(value, link);
        default:
            return Error{ErrorCode::Unsupported, std::string(1, name)};
    }
}

// A later version's fields are passed over.
Status read_fields(std::string_view text, Link& link) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view field = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (field.size() < 2 || field[1] != '=') return bad_link("field");
        if (Status read = read_field(field[0], field.substr(2), link); !read && read.error().code != ErrorCode::Unsupported)
            return read;
    }
    return Done{};
}

bool has_control_character(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; });
}

}  // namespace

Result<Link> parse_link(std::string_view start_param) {
    Link link;
    if (start_param.size() > kMaxStartParam) return bad_link("length");
    if (start_param == "game") {
        link.page = Page{Screen::Game, {}};
        return link;
    }
    if (start_param.size() < 3 || start_param[1] != '_') return bad_link("form");
    Status read = Done{};
    if (start_param[0] == '1') {
        const Result<std::string> fields = from_base64url(start_param.substr(2));
        if (!fields) return fields.error();
        if (find_invalid_utf8(*fields) != std::string_view::npos || has_control_character(*fields)) return bad_link("text");
        read = read_fields(*fields, link);
    } else {
        read = read_field(start_param[0], start_param.substr(2), link);
    }
    if (!read) return read.error();
    return link;
}

std::string challenge_link(std::string_view replay_text) {
    const std::string link = std::string("g_").append(replay_text);
    return link.size() <= kMaxStartParam ? link : "game";
}

std::string referral_link(std::string_view referrer) {
    return std::string("r_").append(referrer);
}

}  // namespace kiosk::app
