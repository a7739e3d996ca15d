#include "backend/kitchen.h"

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/hash.h"
#include "base/rng.h"

namespace kiosk::backend {
namespace {

using orders::Command;

// Kitchen minutes.
constexpr int kUntilStart = 1;
constexpr int kUntilPicked = 2;
constexpr int kUntilCollected = 6;
constexpr int kQueuePerOrder = 2;
constexpr int kQueueLimit = 30;

// Work takes 90 to 115 % of its usual time; a promise spans 85 to 120 % and so is kept.
constexpr std::uint32_t kFastestPermille = 900;
constexpr std::uint32_t kSpreadPermille = 251;
constexpr TimeMs kLowPercent = 85;
constexpr TimeMs kHighPercent = 120;

struct Phase {
    Command command;
    TimeMs usual_ms;
    bool varies;
};

int slowest_minutes(const shop::Catalogue& catalogue, const orders::Order& order) {
    int slowest = 0;
    for (const orders::OrderLine& line : order.lines) {
        const shop::Product* product = shop::find(catalogue, line.product);
        if (product != nullptr) slowest = std::max(slowest, product->prep_minutes);
    }
    return slowest;
}

std::vector<Phase> phases_of(const shop::Catalogue& catalogue, const orders::Order& order, int busy) {
    const TimeMs minute_ms = catalogue.demo.minute_ms;
    const int start = std::max(kUntilStart, catalogue.cancel_minutes - catalogue.accept_minutes);
    const int queue = std::min(busy * kQueuePerOrder, kQueueLimit);
    const int prep = catalogue.base_prep_minutes + slowest_minutes(catalogue, order) + queue;
    std::vector<Phase> phases = {
        {Command::Accept, catalogue.accept_minutes * minute_ms, false},
        {Command::Start, start * minute_ms, false},
        {Command::Finish, prep * minute_ms, true},
    };
    if (order.terms.fulfilment == shop::Fulfilment::Pickup) {
        phases.push_back({Command::HandOver, kUntilCollected * minute_ms, true});
        return phases;
    }
    const shop::Zone* zone = shop::find(catalogue, order.terms.zone);
    phases.push_back({Command::Pick, kUntilPicked * minute_ms, true});
    phases.push_back({Command::Drop, (zone != nullptr ? zone->travel_minutes : 0) * minute_ms, true});
    return phases;
}

// What is left, from the phase on, until the customer can have the order.
TimeMs remaining_ms(const std::vector<Phase>& phases, std::size_t from) {
    const bool pickup = phases.back().command == Command::HandOver;
    TimeMs sum = 0;
    for (std::size_t i = from; i < phases.size() - (pickup ? 1 : 0); ++i) sum += phases[i].usual_ms;
    return sum;
}

orders::Eta eta_at(TimeMs at_ms, TimeMs left_ms) {
    return {at_ms + left_ms * kLowPercent / 100, at_ms + left_ms * kHighPercent / 100};
}

}  // namespace

Schedule schedule_of(const shop::Catalogue& catalogue, const orders::Order& order, int busy, TimeMs placed_ms) {
    const std::vector<Phase> phases = phases_of(catalogue, order, busy);
    Rng rng(hash_of(order.key.value));
    Schedule schedule;
    schedule.eta = eta_at(placed_ms, remaining_ms(phases, 0));
    schedule.cancel_until_ms = placed_ms + TimeMs{catalogue.cancel_minutes} * catalogue.demo.minute_ms;
    TimeMs at_ms = placed_ms;
    orders::Eta eta = schedule.eta;
    for (std::size_t i = 0; i < phases.size(); ++i) {
        const TimeMs permille = phases[i].varies ? kFastestPermille + rng.below(kSpreadPermille) : 1000;
        at_ms += phases[i].usual_ms * permille / 1000;
        // That the customer comes later doesn't change when it could be had.
        if (phases[i].command != Command::HandOver) eta = eta_at(at_ms, remaining_ms(phases, i + 1));
        schedule.steps.push_back({phases[i].command, at_ms, eta});
    }
    return schedule;
}

orders::Record caught_up(orders::Record record, TimeMs now) {
    std::size_t done = 0;
    for (; done < record.plan.size() && record.plan[done].at_ms <= now; ++done) {
        const orders::Step& step = record.plan[done];
        Result<orders::Order> next = orders::apply(record.order, step.command, step.at_ms);
        if (!next) break;
        record.order = *std::move(next);
        record.order.eta = step.eta;
    }
    record.plan.erase(record.plan.begin(), record.plan.begin() + static_cast<std::ptrdiff_t>(done));
    return record;
}

std::optional<TimeMs> next_step_ms(const orders::Record& record) {
    return record.plan.empty() ? std::nullopt : std::optional<TimeMs>(record.plan.front().at_ms);
}

}  // namespace kiosk::backend
