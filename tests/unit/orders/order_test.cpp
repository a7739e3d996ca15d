#include "orders/order.h"

#include <gtest/gtest.h>

#include <map>
#include <tuple>

namespace kiosk::orders {
namespace {

using shop::Fulfilment;

constexpr State kAllStates[] = {State::Placed,    State::Accepted, State::Preparing, State::Ready,    State::OnTheWay,
                                State::Delivered, State::PickedUp, State::Refused,   State::Cancelled};
constexpr Command kAllCommands[] = {Command::Accept, Command::Refuse, Command::Start,    Command::Finish,
                                    Command::Pick,   Command::Drop,   Command::HandOver, Command::Cancel};

Order order_in(State state, Fulfilment fulfilment) {
    Order order;
    order.id = {"A-17"};
    order.terms.fulfilment = fulfilment;
    order.state = state;
    order.history = {{State::Placed, 1000}, {state, 2000}};
    order.cancel_until_ms = 10'000;
    return order;
}

using Question = std::tuple<State, Command, Fulfilment>;
using Table = std::map<Question, std::optional<State>>;

Table expected_table() {
    Table table;
    for (const State state : kAllStates) {
        for (const Command command : kAllCommands) {
            table[{state, command, Fulfilment::Delivery}] = std::nullopt;
            table[{state, command, Fulfilment::Pickup}] = std::nullopt;
        }
    }
    for (const Fulfilment fulfilment : {Fulfilment::Delivery, Fulfilment::Pickup}) {
        table[{State::Placed, Command::Accept, fulfilment}] = State::Accepted;
        table[{State::Placed, Command::Refuse, fulfilment}] = State::Refused;
        table[{State::Placed, Command::Cancel, fulfilment}] = State::Cancelled;
        table[{State::Accepted, Command::Cancel, fulfilment}] = State::Cancelled;
        table[{State::Accepted, Command::Start, fulfilment}] = State::Preparing;
        table[{State::Preparing, Command::Finish, fulfilment}] = State::Ready;
    }
    table[{State::Ready, Command::Pick, Fulfilment::Delivery}] = State::OnTheWay;
    table[{State::OnTheWay, Command::Drop, Fulfilment::Delivery}] = State::Delivered;
    table[{State::Ready, Command::HandOver, Fulfilment::Pickup}] = State::PickedUp;
    return table;
}

TEST(OrderMachine, EveryCommandInEveryStateFollowsTheTable) {
    Table table;
    for (const auto& [question, unused] : expected_table()) {
        const auto [state, command, fulfilment] = question;
        const Result<Order> after = apply(order_in(state, fulfilment), command, 5000);
        table[question] = after ? std::optional(after->state) : std::nullopt;
    }
    EXPECT_EQ(table, expected_table());
}

TEST(OrderMachine, NextStateSaysTheSameAsApply) {
    Table table;
    for (const auto& [question, unused] : expected_table()) {
        const auto [state, command, fulfilment] = question;
        table[question] = next_state(state, command, fulfilment);
    }
    EXPECT_EQ(table, expected_table());
}

TEST(OrderMachine, ACommandAddsOneEventAndLeavesTheRest) {
    const Order before = order_in(State::Accepted, Fulfilment::Delivery);
    const Result<Order> after = apply(before, Command::Start, 5000);
    Order wanted = before;
    wanted.state = State::Preparing;
    wanted.history.push_back({State::Preparing, 5000});
    EXPECT_EQ(after, Result<Order>(wanted));
}

TEST(OrderMachine, ARefusalNamesTheState) {
    const Result<Order> after = apply(order_in(State::OnTheWay, Fulfilment::Delivery), Command::Cancel, 5000);
    EXPECT_EQ(after, Result<Order>(Error{ErrorCode::TransitionNotAllowed, "on_the_way"}));
}

TEST(OrderMachine, CancelEndsExactlyAtItsInstant) {
    const Order order = order_in(State::Accepted, Fulfilment::Pickup);
    const std::vector<bool> allowed = {can_cancel(order, 9999), can_cancel(order, 10'000),
                                       apply(order, Command::Cancel, 9999).has_value(),
                                       apply(order, Command::Cancel, 10'000).has_value()};
    EXPECT_EQ(allowed, (std::vector<bool>{true, false, true, false}));
}

TEST(OrderMachine, CancelIsOfferedOnlyBeforeTheKitchenStarts) {
    std::vector<State> offered;
    for (const State state : kAllStates) {
        if (can_cancel(order_in(state, Fulfilment::Delivery), 0)) offered.push_back(state);
    }
    EXPECT_EQ(offered, (std::vector<State>{State::Placed, State::Accepted}));
}

TEST(OrderMachine, AClockThatWasSetBackNeverTurnsHistoryAround) {
    const Result<Order> after = apply(order_in(State::Accepted, Fulfilment::Pickup), Command::Start, 500);
    EXPECT_EQ(after->history.back(), (Event{State::Preparing, 2000}));
}

TEST(OrderMachine, FinalStatesHaveNoWayOut) {
    std::vector<State> finals;
    for (const State state : kAllStates) {
        if (is_final(state)) finals.push_back(state);
    }
    EXPECT_EQ(finals, (std::vector<State>{State::Delivered, State::PickedUp, State::Refused, State::Cancelled}));
}

TEST(OrderMachine, ThePathIsWhatTheTableAllows) {
    const auto walk = [](Fulfilment fulfilment) {
        std::vector<State> states = {State::Placed};
        for (const Command command :
             {Command::Accept, Command::Start, Command::Finish, Command::Pick, Command::Drop, Command::HandOver}) {
            if (const auto next = next_state(states.back(), command, fulfilment)) states.push_back(*next);
        }
        return states;
    };
    for (const Fulfilment fulfilment : {Fulfilment::Delivery, Fulfilment::Pickup}) {
        const std::span<const State> path = path_of(fulfilment);
        EXPECT_EQ(std::vector<State>(path.begin(), path.end()), walk(fulfilment));
    }
}

TEST(OrderNames, StatesAndCommandsReadBackFromTheirStableNames) {
    std::vector<std::string> names;
    std::vector<std::optional<State>> states;
    std::vector<std::optional<Command>> commands;
    for (const State state : kAllStates) {
        names.emplace_back(name_of(state));
        states.push_back(state_named(name_of(state)));
    }
    for (const Command command : kAllCommands) {
        names.emplace_back(name_of(command));
        commands.push_back(command_named(name_of(command)));
    }
    EXPECT_EQ(names, (std::vector<std::string>{"placed", "accepted", "preparing", "ready", "on_the_way", "delivered",
                                               "picked_up", "refused", "cancelled", "accept", "refuse", "start", "finish",
                                               "pick", "drop", "hand_over", "cancel"}));
    EXPECT_EQ(states, std::vector<std::optional<State>>(std::begin(kAllStates), std::end(kAllStates)));
    EXPECT_EQ(commands, std::vector<std::optional<Command>>(std::begin(kAllCommands), std::end(kAllCommands)));
    EXPECT_EQ(state_named("Placed"), std::nullopt);
    EXPECT_EQ(command_named(""), std::nullopt);
}

TEST(OrderHistory, TellsWhenAStateWasEntered) {
    const Order order = order_in(State::Accepted, Fulfilment::Pickup);
    const std::vector<std::optional<TimeMs>> times = {entered_at(order, State::Placed), entered_at(order, State::Accepted),
                                                      entered_at(order, State::Ready)};
    EXPECT_EQ(times, (std::vector<std::optional<TimeMs>>{1000, 2000, std::nullopt}));
}

struct HistoryCase {
    const char* why;
    State state;
    std::vector<Event> history;
    bool consistent;
};

TEST(OrderHistory, IsConsistentOnlyAlongTheTable) {
    const std::vector<HistoryCase> cases = {
        {"placed", State::Placed, {{State::Placed, 5}}, true},
        {"same instant", State::Accepted, {{State::Placed, 5}, {State::Accepted, 5}}, true},
        {"empty", State::Placed, {}, false},
        {"starts late", State::Accepted, {{State::Accepted, 5}}, false},
        {"ends elsewhere", State::Placed, {{State::Placed, 5}, {State::Accepted, 6}}, false},
        {"runs backwards", State::Accepted, {{State::Placed, 5}, {State::Accepted, 4}}, false},
        {"skips", State::Preparing, {{State::Placed, 5}, {State::Preparing, 6}}, false},
        {"twice", State::Placed, {{State::Placed, 5}, {State::Placed, 6}}, false},
        {"delivery only",
         State::OnTheWay,
         {{State::Placed, 1}, {State::Accepted, 2}, {State::Preparing, 3}, {State::Ready, 4}, {State::OnTheWay, 5}},
         false},
    };
    for (const HistoryCase& example : cases) {
        Order order;
        order.terms.fulfilment = Fulfilment::Pickup;
        order.state = example.state;
        order.history = example.history;
        EXPECT_EQ(is_consistent(order), example.consistent) << example.why;
    }
}

}  // namespace
}  // namespace kiosk::orders
