#pragma once
// The whole state of the app as one value: copyable, comparable, without pointers, callbacks, clocks or Dear ImGui types. Only
// update() changes it. What a view needs beyond it for drawing (moving scrollers, text cursors, springs) is the view's own.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/links.h"
#include "app/routes.h"
#include "app/telegram.h"
#include "base/time.h"
#include "games/burger_stack.h"
#include "orders/order.h"
#include "payments/payment.h"
#include "shop/cart.h"
#include "shop/catalogue.h"
#include "shop/pricing.h"
#include "telegram/state.h"
#include "wire/saved_state.h"
#include "wire/shop_codec.h"

namespace kiosk::app {

using RequestId = std::uint32_t;

enum class Phase : std::uint8_t {
    Starting,     // Nothing known yet; the shell's skeleton is on screen.
    Open,         // A valid catalogue is there.
    ShopBroken,   // The shop file is wrong: shop_problems says where. Nothing is sold.
    Unreachable,  // The shop file can't be loaded; can be tried again.
};

// One fault of a shop file, for its owner.
using wire::ShopProblem;

inline constexpr int kSmallestTextPercent = 85;
inline constexpr int kLargestTextPercent = 200;

struct Settings {
    std::string language;  // Empty: the user's Telegram language.
    int text_scale_percent = 100;
    bool haptics = true;
    bool quick_reorder = false;  // A fingerprint or face places the order again.
    bool shake = false;          // A shaken phone suggests a dish.
    bool tilt = false;           // A turned phone moves the picture of the open product.

    bool operator==(const Settings&) const = default;
};

// The product sheet while it is open.
struct ProductDraft {
    shop::Line line;
    int editing = -1;  // The cart line that is being changed, or -1 for a new one.

    bool operator==(const ProductDraft&) const = default;
};

enum class CheckoutStep : std::uint8_t { Editing, Submitting };

struct Checkout {
    CheckoutStep step = CheckoutStep::Editing;
    shop::Terms terms;
    orders::Contact contact;
    std::string invalid_field;  // "name", "phone", "address", or empty: where the form needs attention.
    int refusals = 0;           // How often it was pointed at.

    bool operator==(const Checkout&) const = default;
};

// A short message that the customer should see once, drawn as a toast (with Undo when a line was removed).
struct Notice {
    std::string key;     // Text key, "notice.line_removed" or "error.sold_out".
    std::string detail;  // For {detail}; of several, one a line.
    bool can_undo = false;
    TimeMs until_ms = 0;

    bool operator==(const Notice&) const = default;
};

struct RemovedLine {
    int index = 0;
    shop::Line line;

    bool operator==(const RemovedLine&) const = default;
};

inline constexpr int kMaxRounds = 1'000'000;

struct Game {
    games::Stack stack{0};
    std::uint64_t seed = 0;
    std::vector<std::uint32_t> taps;  // The input log of the round, as games::Replay counts it.
    int best_score = 0;
    int rounds = 0;                      // Begun so far, at most kMaxRounds.
    bool paused = false;                 // A running round that was left; a tap goes on with it and drops nothing.
    std::optional<Challenge> challenge;  // A friend's round, from a link: every round of this launch is played on its seed.

    bool operator==(const Game&) const = default;
};

// A question that waits for its answer, asked by the client's popup or by our own sheet.
enum class Question : std::uint8_t { None, ClearCart, CancelOrder };

struct Asked {
    Question question = Question::None;
    RequestId request = 0;
    std::string subject;  // Order id.

    bool operator==(const Asked&) const = default;
};

// What the client can do for a customer at one spot. None is asked for, or shown, where the client can't.
enum class Gift : std::uint8_t {
    FillPhone,     // The number of the customer's account.
    FillAddress,   // Where the phone is.
    FillSaved,     // What the client's safe kept of an earlier contact, but gives out only when the customer says yes.
    PasteCode,     // A promo code from the clipboard.
    ScanCode,      // A promo code or a table's link, by the camera.
    TellMe,        // The bot writes when the order is ready.
    QuickReorder,  // Turns Settings::quick_reorder; phones ask once whether they may look.
    Shake,         // Turns Settings::shake.
    Tilt,          // Turns Settings::tilt.
    ShareStory,    // The round that was just played.
    WearBadge,     // After a record.
    AddToHome,     // The app on the phone's home screen.
    OrderInGroup,  // The bot posts the shop's link in a group that the customer chooses.
    HideKeyboard,  // What was typed is submitted, or its page is gone.
};

inline constexpr std::size_t kMaxWords = 64;  // Characters that the client shows over its camera, or with its own question.

// Where the phone is, as far as the customer asked for it.
enum class Location : std::uint8_t { Unasked, Asked, Withheld };

// An order that is placed again as soon as the customer is recognised; without lines there is none.
struct Reorder {
    std::vector<shop::Line> lines;
    Minor total_minor = 0;  // Of the first time: no more is charged without another look at the cart.

    bool operator==(const Reorder&) const = default;
};

// What the phone's movements were, counted in its readings.
struct Shake {
    bool is_felt = false;  // The client was asked for readings.
    int jolted = 0;        // For so many more, a jolt is the second one.
    int resting = 0;       // For so many more, no shake counts.

    bool operator==(const Shake&) const = default;
};

inline constexpr double kTiltReach = 10;  // Points that a picture may be moved to each side.

// How the phone is turned under the open product.
struct Tilt {
    struct Pair {
        double x = 0;
        double y = 0;

        bool operator==(const Pair&) const = default;
    };
    bool is_felt = false;    // The client was asked for readings.
    bool has_begun = false;  // There was one.
    Pair held;               // Radians, at which the picture is in its place.
    Pair shift;              // Of the picture, in points.

    bool operator==(const Tilt&) const = default;
};

// The copy of cart, contact and settings that the customer's other devices read.
struct Cloud {
    bool was_read = false;
    bool failed = false;  // The last writing: the next change is written, or the same when the customer is back.
    std::vector<wire::Stamp> version;  // Of what it holds, or was last sent.
    TimeMs due_ms = 0;                 // When it is written next; 0: nothing new.

    bool operator==(const Cloud&) const = default;
};

// What is being passed on with the bot's or the client's help. Where they fail, a link is shared, but none long after the tap.
struct Sharing {
    std::string text;
    std::string start_param;
    telegram::Method method = telegram::Method::Ready;  // That passes it on; Ready: nothing is being passed on.
    RequestId request = 0;                              // The question that the cashier hasn't answered, or 0.

    bool operator==(const Sharing&) const = default;
};

// A call to Telegram's client that is not answered yet.
struct PendingCall {
    RequestId request = 0;
    telegram::Method method = telegram::Method::Ready;
    bool examined = false;  // Its answer is only reported: no customer asked for it, or has asked anew since.
    TimeMs since_ms = 0;

    bool operator==(const PendingCall&) const = default;
};

struct Model {
    Phase phase = Phase::Starting;
    bool started = false;  // Started came.
    bool reduced_motion = false;
    bool opened = false;  // A catalogue came, and the saved state was brought into it.
    std::vector<ShopProblem> shop_problems;
    TimeMs now_ms = 0;
    std::uint64_t seed = 0;  // Chance for cart ids and game rounds; moves on at each use.
    Telegram telegram;
    telegram::State client;  // Every property of the client's own object, as it last said.
    std::vector<PendingCall> calls;
    Cloud cloud;
    Sharing sharing;
    std::string link;  // The last that the client was asked to open: one that it refuses opens in the browser.
    bool can_add_to_home = false;
    bool download_failed = false;   // The client saved no file, or is silent: from then on the browser does.
    bool clipboard_failed = false;  // Most apps may not read it, which only trying tells.
    bool bot_may_write = false;
    bool can_restore_contact = false;  // Of the client's safe.
    Location location = Location::Unasked;
    int metres_away = 0;  // From the shop; 0: not known.
    bool orientation_locked = false;
    int badge_round = 0;        // Of Game::rounds, the one whose badge was put on.
    bool asked_before = false;  // The client asks nobody again for what was withheld: only its settings help.
    bool biometry_begun = false;
    bool can_recognise = false;  // By fingerprint or face.
    Reorder reorder;
    Shake shake;
    Tilt tilt;
    bool fullscreen_taken = false;  // For the game.
    bool examined = false;          // ExamineTelegram came: what the client says is told on.
    Settings settings;
    shop::Catalogue catalogue;
    Pages pages{Page{}};           // Never empty, home first.
    std::string referrer;          // Who sent the customer here, from a link; goes with the next order.
    std::string query;             // Search.
    std::vector<ProductId> found;  // Its answer.
    std::optional<ProductDraft> draft;
    bool draft_breaks_rule = false;  // Of its product's choices; always current.
    shop::Cart cart;
    shop::Quote quote;                         // Of cart and checkout.terms; always current.
    std::vector<shop::Problem> cart_problems;  // Likewise.
    std::optional<RemovedLine> removed;
    Checkout checkout;
    RequestId last_request = 0;
    RequestId order_request = 0;        // The one that is under way while checkout.step is Submitting, else 0.
    RequestId cancel_request = 0;       // The cancellation that is under way, or 0.
    std::vector<orders::Order> orders;  // Newest first; copies of what the shop's side says.
    bool orders_loaded = false;
    payments::Payment payment;
    std::size_t unasked = 0;  // How many of the orders, from the front, the cashier is still to be asked about once more.
    Asked asked;
    std::vector<Notice> notices;  // Oldest first.
    Game game;
    std::uint32_t tab = 0;     // This tab's name in the saved state's version.
    wire::SavedState saved;    // As it was last written, read or adopted.
    bool save_failed = false;  // The customer was told.

    bool operator==(const Model&) const = default;
};

// The one primary action of the current page (Telegram's main button), or None. Views turn it into a text and an amount.
enum class Primary : std::uint8_t {
    None,
    ViewCart,    // Home, search: amount = total.
    AddDraft,    // Product sheet: amount = draft price * pieces.
    SaveDraft,   // The same for a line that is being changed.
    ToCheckout,  // Cart: amount = total.
    PlaceOrder,  // Checkout: amount = total.
    TrackOrder,  // Placed.
    OrderAgain,  // Tracking of a finished order.
    StartGame,   // Game: before and after a round.
};

struct PrimaryAction {
    Primary kind = Primary::None;
    Minor amount_minor = 0;
    bool enabled = true;
    bool busy = false;

    bool operator==(const PrimaryAction&) const = default;
};

// What else the current page offers (Telegram's secondary button).
enum class Secondary : std::uint8_t {
    None,
    GoHome,      // Placed.
    ShareRound,  // Game: after a round that scored.
};

[[nodiscard]] bool can_give(const Model& model, Gift gift);
[[nodiscard]] bool can_pay(const Model& model, const orders::Order& order);
[[nodiscard]] PrimaryAction primary_action(const Model& model);
[[nodiscard]] Secondary secondary_action(const Model& model);
// The round that was just played is the customer's best.
[[nodiscard]] bool is_record(const Model& model);
// Older clients draw a main button only.
[[nodiscard]] bool client_draws_secondary(const Model& model);
[[nodiscard]] const Page& current_page(const Model& model);
[[nodiscard]] const orders::Order* find_order(const Model& model, const std::string& id);
[[nodiscard]] bool is_shop_open(const Model& model);
// Leaving now would lose something: a cart with lines, or an order being sent.
[[nodiscard]] bool needs_closing_confirmation(const Model& model);
// Why an order can't be placed now, other than the contact: EmptyCart, ShopClosed, BelowMinimum or a problem of the cart.
[[nodiscard]] std::optional<Error> order_obstacle(const Model& model);
// The most pieces that the open product sheet may hold; 0 when there is no sheet or nothing is left of the product.
[[nodiscard]] int draft_limit(const Model& model);
// The next instant at which a Tick changes what is shown (a notice ends, an order is under way, the shop opens or closes).
// None: no timer is needed.
[[nodiscard]] std::optional<TimeMs> next_deadline(const Model& model);

}  // namespace kiosk::app
