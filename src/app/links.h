#pragma once
// Links into the app: what a start parameter asks for, version 1. Telegram allows A-Z a-z 0-9 _ - and 512 characters
// (core.telegram.org/bots/webapps#direct-link-mini-apps). One wish is written plainly: "p_<product>", "c_<category>",
// "o_<order>", "t_<table>", "r_<referrer>", "g_<replay>" (a round to beat, as games::encode_text writes it), "game". Several,
// or values in other letters, go together as "1_" and the base64url of "p=classic&t=Terrace 4&r=ada". Fields that this version
// doesn't know are ignored, another version's links are refused.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "app/routes.h"
#include "base/result.h"

namespace kiosk::app {

inline constexpr std::size_t kMaxStartParam = 512;

// A friend's round, played again here: its score follows from its taps and can't be made up.
struct Challenge {
    std::uint64_t seed = 0;
    int score = 0;

    bool operator==(const Challenge&) const = default;
};

struct Link {
    std::optional<Page> page;  // Whether the thing exists is for the caller to check.
    std::string table;         // Where in the shop the customer sits, at most orders::kMaxTable code points.
    std::string referrer;      // Who sent them, at most orders::kMaxReferrer bytes.
    std::optional<Challenge> challenge;

    bool operator==(const Link&) const = default;
};

// Fails with BadInput when the text is no link, Unsupported when it is a later version's.
[[nodiscard]] Result<Link> parse_link(std::string_view start_param);

// "g_..." of a round, or "game" when it is too long for a link.
[[nodiscard]] std::string challenge_link(std::string_view replay_text);
[[nodiscard]] std::string referral_link(std::string_view referrer);

}  // namespace kiosk::app
