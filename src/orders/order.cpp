#include "orders/order.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kiosk::orders {
namespace {

using shop::Fulfilment;

struct Transition {
    State from;
    Command command;
    State to;
    bool delivery;
    bool pickup;
};

constexpr std::array kTransitions = {
    Transition{State::Placed, Command::Accept, State::Accepted, true, true},
    Transition{State::Placed, Command::Refuse, State::Refused, true, true},
    Transition{State::Placed, Command::Cancel, State::Cancelled, true, true},
    Transition{State::Accepted, Command::Start, State::Preparing, true, true},
    Transition{State::Accepted, Command::Cancel, State::Cancelled, true, true},
    Transition{State::Preparing, Command::Finish, State::Ready, true, true},
    Transition{State::Ready, Command::Pick, State::OnTheWay, true, false},
    Transition{State::OnTheWay, Command::Drop, State::Delivered, true, false},
    Transition{State::Ready, Command::HandOver, State::PickedUp, false, true},
};

constexpr std::array<std::pair<State, std::string_view>, 9> kStates = {{
    {State::Placed, "placed"},
    {State::Accepted, "accepted"},
    {State::Preparing, "preparing"},
    {State::Ready, "ready"},
    {State::OnTheWay, "on_the_way"},
    {State::Delivered, "delivered"},
    {State::PickedUp, "picked_up"},
    {State::Refused, "refused"},
    {State::Cancelled, "cancelled"},
}};

constexpr std::array<std::pair<Command, std::string_view>, 8> kCommands = {{
    {Command::Accept, "accept"},
    {Command::Refuse, "refuse"},
    {Command::Start, "start"},
    {Command::Finish, "finish"},
    {Command::Pick, "pick"},
    {Command::Drop, "drop"},
    {Command::HandOver, "hand_over"},
    {Command::Cancel, "cancel"},
}};

template <typename Names, typename Value>
std::string_view name_in(const Names& names, Value value) {
    for (const auto& [known, name] : names) {
        if (known == value) return name;
    }
    return {};
}

template <typename Value, typename Names>
std::optional<Value> value_in(const Names& names, std::string_view wanted) {
    for (const auto& [value, name] : names) {
        if (name == wanted) return value;
    }
    return std::nullopt;
}

bool applies(const Transition& transition, Fulfilment fulfilment) {
    return fulfilment == Fulfilment::Delivery ? transition.delivery : transition.pickup;
}

bool leads(State from, State to, Fulfilment fulfilment) {
    return std::any_of(kTransitions.begin(), kTransitions.end(), [&](const Transition& transition) {
        return transition.from == from && transition.to == to && applies(transition, fulfilment);
    });
}

}  // namespace

bool is_called_off(State state) {
    return state == State::Refused || state == State::Cancelled;
}

bool is_final(State state) {
    return std::none_of(kTransitions.begin(), kTransitions.end(),
                        [&](const Transition& transition) { return transition.from == state; });
}

std::optional<State> next_state(State state, Command command, Fulfilment fulfilment) {
    for (const Transition& transition : kTransitions) {
        if (transition.from == state && transition.command == command && applies(transition, fulfilment)) {
            return transition.to;
        }
    }
    return std::nullopt;
}

std::string_view name_of(State state) {
    return name_in(kStates, state);
}
std::optional<State> state_named(std::string_view name) {
    return value_in<State>(kStates, name);
}
std::string_view name_of(Command command) {
    return name_in(kCommands, command);
}
std::optional<Command> command_named(std::string_view name) {
    return value_in<Command>(kCommands, name);
}

std::span<const State> path_of(Fulfilment fulfilment) {
    static constexpr State kDelivery[] = {State::Placed, State::Accepted, State::Preparing,
                                          State::Ready,  State::OnTheWay, State::Delivered};
    static constexpr State kPickup[] = {State::Placed, State::Accepted, State::Preparing, State::Ready, State::PickedUp};
    if (fulfilment == Fulfilment::Delivery) return kDelivery;
    return kPickup;
}

Result<Order> apply(Order order, Command command, TimeMs at_ms) {
    const std::optional<State> next = next_state(order.state, command, order.terms.fulfilment);
    const bool too_late = command == Command::Cancel && !can_cancel(order, at_ms);
    if (!next || too_late) return Error{ErrorCode::TransitionNotAllowed, std::string(name_of(order.state))};
    const TimeMs last_ms = order.history.empty() ? at_ms : order.history.back().at_ms;
    order.state = *next;
    order.history.push_back({*next, std::max(at_ms, last_ms)});
    return order;
}

bool can_cancel(const Order& order, TimeMs now) {
    return next_state(order.state, Command::Cancel, order.terms.fulfilment).has_value() && now < order.cancel_until_ms;
}

bool is_consistent(const Order& order) {
    const std::vector<Event>& history = order.history;
    if (history.empty() || history.front().state != State::Placed || history.back().state != order.state) return false;
    for (std::size_t i = 1; i < history.size(); ++i) {
        if (history[i].at_ms < history[i - 1].at_ms) return false;
        if (!leads(history[i - 1].state, history[i].state, order.terms.fulfilment)) return false;
    }
    return true;
}

std::optional<TimeMs> entered_at(const Order& order, State state) {
    for (const Event& event : order.history) {
        if (event.state == state) return event.at_ms;
    }
    return std::nullopt;
}

}  // namespace kiosk::orders
