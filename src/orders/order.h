#pragma once
// An order from placing to hand-over: a guarded state machine with its history. The shop's side owns it; the app only shows
// copies. Every change is one command; a command that the table does not allow is refused with TransitionNotAllowed.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "base/time.h"
#include "shop/pricing.h"

namespace kiosk::orders {

enum class State : std::uint8_t {
    Placed,    // The shop has it.
    Accepted,  // The shop promised it.
    Preparing,
    Ready,      // Waits for the courier or the customer.
    OnTheWay,   // Delivery only.
    Delivered,  // Delivery: handed over. Final.
    PickedUp,   // Pickup: handed over. Final.
    Refused,    // By the shop. Final.
    Cancelled,  // By the customer. Final.
};

enum class Command : std::uint8_t { Accept, Refuse, Start, Finish, Pick, Drop, HandOver, Cancel };

struct Contact {
    std::string name;
    std::string phone;
    std::string address;  // Delivery only.
    std::string comment;
    std::string table = {};  // Pickup only: where in the shop the customer sits and is served; empty at the counter.

    bool operator==(const Contact&) const = default;
};

// Names and prices as they were when the order was placed.
struct OrderLine {
    ProductId product;
    std::string name;
    std::string emoji;
    std::vector<std::string> options;   // "Large", "2x Cheese".
    std::vector<shop::Choice> choices;  // To order again.
    std::string note;
    int quantity = 1;
    shop::QuoteLine price;

    bool operator==(const OrderLine&) const = default;
};

struct Event {
    State state = State::Placed;  // Entered.
    TimeMs at_ms = 0;

    bool operator==(const Event&) const = default;
};

// When the customer will have it: an honest range, not a point.
struct Eta {
    TimeMs low_ms = 0;
    TimeMs high_ms = 0;

    bool operator==(const Eta&) const = default;
};

struct Order {
    OrderId id;
    CartId key;  // Idempotency key.
    shop::Terms terms;
    Contact contact;
    std::vector<OrderLine> lines;
    shop::Quote quote;  // What counts: computed by the shop's side.
    Currency currency;
    State state = State::Placed;
    std::vector<Event> history;  // Oldest first; the first one is Placed.
    Eta eta;
    TimeMs cancel_until_ms = 0;  // The customer may cancel before this instant, unless the kitchen has started.
    std::string pickup_code;     // Pickup only: shown at the counter.
    std::string reason;          // Why refused or cancelled; a code.
    std::string referrer;        // Who sent the customer; empty for most.
    bool paid = false;           // The shop's cashier has seen the money.
    std::string receipt;         // https address of a file that the cashier gave; empty: none.
    TimeMs invoice_ms = 0;       // Until then no second invoice; 0: none was opened, or the cashier has denied it since.

    bool operator==(const Order&) const = default;
};

// What the app sends: no price in it that counts. quote_hash and total_minor are what the customer saw: a difference is
// answered with PriceChanged, never billed silently.
struct OrderRequest {
    shop::Cart cart;
    shop::Terms terms;
    Contact contact;
    std::uint64_t quote_hash = 0;
    Minor total_minor = 0;
    std::string referrer = {};  // Of the link that brought the customer, at most kMaxReferrer bytes.

    bool operator==(const OrderRequest&) const = default;
};

[[nodiscard]] bool is_final(State state);
[[nodiscard]] bool is_called_off(State state);  // Refused or cancelled.

// Where the command leads from a state, or nothing when the table does not allow it.
[[nodiscard]] std::optional<State> next_state(State state, Command command, shop::Fulfilment fulfilment);

// The stable name, "on_the_way"; used in saved states, on the wire and as text key ("order.state.on_the_way").
[[nodiscard]] std::string_view name_of(State state);
[[nodiscard]] std::optional<State> state_named(std::string_view name);
[[nodiscard]] std::string_view name_of(Command command);
[[nodiscard]] std::optional<Command> command_named(std::string_view name);

// The states that lie ahead and behind, in order, for a timeline: Placed .. Delivered or PickedUp.
[[nodiscard]] std::span<const State> path_of(shop::Fulfilment fulfilment);

// Runs one command at an instant. Cancel needs at_ms < cancel_until_ms and a kitchen that has not started. A clock that was set
// back enters the history as the instant of the last event: histories never run backwards.
[[nodiscard]] Result<Order> apply(Order order, Command command, TimeMs at_ms);

[[nodiscard]] bool can_cancel(const Order& order, TimeMs now);

// The history starts with Placed, follows the table, never runs backwards and ends in the order's state.
[[nodiscard]] bool is_consistent(const Order& order);

// The instant at which the order entered the state, if it did.
[[nodiscard]] std::optional<TimeMs> entered_at(const Order& order, State state);

inline constexpr std::size_t kMaxName = 100;     // Code points.
inline constexpr std::size_t kMaxPhone = 40;     // Code points, separators included.
inline constexpr std::size_t kMaxAddress = 300;  // Code points.
inline constexpr std::size_t kMaxTable = 20;     // Code points.
inline constexpr std::size_t kMaxReferrer = 64;  // Bytes of A-Z a-z 0-9 _ -.
inline constexpr std::size_t kMaxReceipt = 500;  // Bytes.

// Name, phone and, for delivery, address are there and plausible (phone: 5..15 digits after folding separators, ITU-T E.164).
// Nobody calls a guest who sits at a table: no phone is needed there.
// MissingContact names the field in detail: "name", "phone", "address".
[[nodiscard]] Status check_contact(const Contact& contact, shop::Fulfilment fulfilment);

}  // namespace kiosk::orders
