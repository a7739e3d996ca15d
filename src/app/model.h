#pragma once
// The whole state of the app as one value: copyable, comparable, without pointers, callbacks, clocks or Dear ImGui types. Only
// update() changes it. What a view needs beyond it for drawing (scroll offsets, text cursors, springs) is in ui::UiState.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/routes.h"
#include "app/telegram.h"
#include "base/time.h"
#include "games/burger_stack.h"
#include "orders/order.h"
#include "shop/cart.h"
#include "shop/catalogue.h"
#include "shop/pricing.h"

namespace kiosk::app {

using RequestId = std::uint32_t;

enum class Phase : std::uint8_t {
    Starting,      // Nothing known yet; the shell's skeleton is on screen.
    Open,          // A valid catalogue is there.
    ShopBroken,    // The shop file is wrong: shop_problems says where. Nothing is sold.
    Unreachable,   // The shop file can't be loaded; can be tried again.
};

// One fault of a shop file, for its owner: a JSON pointer (RFC 6901), or "line 3, column 7" when it is no JSON at all.
struct ShopProblem {
    std::string pointer;
    std::string message;   // English, plain words: the reader is whoever wrote the file.

    bool operator==(const ShopProblem&) const = default;
};

struct Settings {
    std::string language;           // Empty: the user's Telegram language.
    int text_scale_percent = 100;   // 85..200.
    bool haptics = true;

    bool operator==(const Settings&) const = default;
};

// The product sheet while it is open.
struct ProductDraft {
    shop::Line line;
    int editing = -1;   // The cart line that is being changed, or -1 for a new one.

    bool operator==(const ProductDraft&) const = default;
};

enum class CheckoutStep : std::uint8_t { Editing, Submitting };

struct Checkout {
    CheckoutStep step = CheckoutStep::Editing;
    shop::Terms terms;
    orders::Contact contact;
    std::string invalid_field;   // "name", "phone", "address", or empty: where the form needs attention.

    bool operator==(const Checkout&) const = default;
};

// A short message that the customer should see once, drawn as a toast (with Undo when a line was removed).
struct Notice {
    std::string key;      // Text key, "notice.line_removed" or "error.sold_out".
    std::string detail;   // For {detail}.
    bool can_undo = false;
    TimeMs until_ms = 0;

    bool operator==(const Notice&) const = default;
};

struct RemovedLine {
    int index = 0;
    shop::Line line;

    bool operator==(const RemovedLine&) const = default;
};

struct Game {
    games::Stack stack{0};
    std::uint64_t seed = 0;
    std::vector<std::uint32_t> taps;   // Ticks: the input log of the running round.
    int best_score = 0;
    int rounds = 0;
    bool paused = false;

    bool operator==(const Game&) const = default;
};

// A question that waits for its answer, asked by the client's popup or by our own sheet.
enum class Question : std::uint8_t { None, ClearCart, CancelOrder };

struct Asked {
    Question question = Question::None;
    RequestId request = 0;
    std::string subject;   // Order id.

    bool operator==(const Asked&) const = default;
};

struct Model {
    Phase phase = Phase::Starting;
    std::vector<ShopProblem> shop_problems;
    TimeMs now_ms = 0;
    std::uint64_t seed = 0;          // Chance for cart ids and game rounds; moves on at each use.
    Telegram telegram;
    Settings settings;
    shop::Catalogue catalogue;
    Pages pages{Page{}};             // Never empty, home first.
    std::string query;               // Search.
    std::vector<ProductId> found;    // Its answer.
    std::optional<ProductDraft> draft;
    shop::Cart cart;
    shop::Quote quote;               // Of cart and checkout.terms; always current.
    std::vector<shop::Problem> cart_problems;   // Likewise.
    std::optional<RemovedLine> removed;
    Checkout checkout;
    RequestId last_request = 0;
    RequestId order_request = 0;     // The one that is under way while checkout.step is Submitting.
    std::vector<orders::Order> orders;   // Newest first; copies of what the shop's side says.
    Asked asked;
    std::vector<Notice> notices;     // Oldest first.
    Game game;

    bool operator==(const Model&) const = default;
};

// The one primary action of the current page (Telegram's main button), or None. Views turn it into a text and an amount.
enum class Primary : std::uint8_t {
    None,
    ViewCart,      // Home, search: amount = total.
    AddDraft,      // Product sheet: amount = draft price * pieces.
    SaveDraft,     // The same for a line that is being changed.
    ToCheckout,    // Cart: amount = total.
    PlaceOrder,    // Checkout: amount = total.
    TrackOrder,    // Placed.
    OrderAgain,    // Tracking of a finished order.
    StartGame,     // Game: before and after a round.
};

struct PrimaryAction {
    Primary kind = Primary::None;
    Minor amount_minor = 0;
    bool enabled = true;
    bool busy = false;

    bool operator==(const PrimaryAction&) const = default;
};

[[nodiscard]] PrimaryAction primary_action(const Model& model);
[[nodiscard]] const Page& current_page(const Model& model);
[[nodiscard]] const orders::Order* find_order(const Model& model, const std::string& id);
[[nodiscard]] bool is_shop_open(const Model& model);
// Leaving now would lose something: a cart with lines, or an order being sent.
[[nodiscard]] bool needs_closing_confirmation(const Model& model);
// The next instant at which a Tick changes what is shown (a notice ends, an order is under way, the shop opens or closes).
// None: no timer is needed.
[[nodiscard]] std::optional<TimeMs> next_deadline(const Model& model);

}  // namespace kiosk::app
