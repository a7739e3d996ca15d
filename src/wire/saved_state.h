#pragma once
// What outlives a reload, as one value and as JSON text for the client's key-value storage. The app fills and reads it; decoding
// is total: whatever is not exactly such a text is refused with Corrupt, unknown extra fields are ignored.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/time.h"
#include "orders/order.h"
#include "shop/cart.h"
#include "shop/pricing.h"

namespace kiosk::wire {

inline constexpr std::size_t kMaxSavedBytes = 256 * 1024;
inline constexpr std::size_t kMaxStamps = 8;
inline constexpr int kMaxScroll = 1'000'000;

// How often a tab has written. A state's stamps tell whether another one knew of it (a version vector): two tabs that share
// one storage then never overwrite each other unseen.
struct Stamp {
    std::uint32_t tab = 0;
    std::uint32_t count = 0;

    bool operator==(const Stamp&) const = default;
};

struct SavedState {
    std::vector<Stamp> version;  // At most kMaxStamps, last writer last.
    TimeMs saved_ms = 0;
    std::uint64_t launch = 0;  // Which launch of the app wrote it; 0: the host could not tell.
    shop::Cart cart;
    shop::Terms terms;
    orders::Contact contact;
    std::string language;
    int text_scale_percent = 100;
    bool haptics = true;
    bool quick_reorder = false;
    bool shake = false;
    bool tilt = false;
    std::vector<std::string> pages;  // "product:classic", home first.
    std::vector<int> scrolls;        // How far down each of them stands, CSS pixels, at most kMaxScroll.
    std::string referrer;            // Of a link; empty when nobody sent the customer.
    std::string query;
    std::optional<shop::Line> draft;
    int draft_line = -1;
    int best_score = 0;
    int rounds = 0;
    std::string round;  // games::encode_text of the running round, or empty.

    bool operator==(const SavedState&) const = default;
};

[[nodiscard]] std::string encode_saved_state(const SavedState& state);
[[nodiscard]] Result<SavedState> decode_saved_state(std::string_view text);

}  // namespace kiosk::wire
