#pragma once
// Tells a story to the app: messages in, effects out. What the app saves is kept like a browser's storage would, so a story can
// reload, and two stories can share what they save.

#include <algorithm>
#include <optional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "app/store.h"
#include "bridge/codec.h"
#include "corner_shop.h"
#include "recording_platform.h"

namespace kiosk::app {

template <typename Alternative>
requires std::is_constructible_v<Effect, Alternative>
void PrintTo(const Alternative& effect, std::ostream* out) {
    *out << bridge::encode(effect);
}

inline void PrintTo(const Page& page, std::ostream* out) {
    *out << to_text(page);
}

inline void PrintTo(const Notice& notice, std::ostream* out) {
    *out << notice.key << "(" << notice.detail << ")";
}

}  // namespace kiosk::app

namespace kiosk::tests {

inline app::Started started(std::string saved = {}, std::uint64_t seed = 7) {
    app::Started msg;
    msg.now_ms = kMondayNoon;
    msg.seed = seed;
    msg.telegram.platform = "test";
    msg.telegram.can = {true, true, true, true, true};
    msg.saved = std::move(saved);
    return msg;
}

class Story {
public:
    Story() : store_(platform_) {}

    template <typename... Messages>
    Story& send(Messages... messages) {
        (send_one(std::move(messages)), ...);
        return *this;
    }

    // A shop that is open, with the orders that it knows.
    Story& open(const app::Started& start = started(), shop::Catalogue catalogue = corner_shop(),
                std::vector<orders::Order> orders = {}) {
        return send(start, app::ShopLoaded{std::move(catalogue)}, app::OrdersLoaded{std::move(orders)}).forget();
    }

    // Forgets the effects so far.
    Story& forget() {
        effects_.clear();
        return *this;
    }

    [[nodiscard]] const app::Model& model() const { return store_.model(); }
    [[nodiscard]] const app::Journal& journal() const { return store_.journal(); }
    // The last message asked for a frame.
    [[nodiscard]] bool was_seen() const { return was_seen_; }
    [[nodiscard]] const std::string& saved() const { return saved_; }
    [[nodiscard]] int saves() const { return saves_; }
    // In order, but for SaveState and Haptic.
    [[nodiscard]] const app::Effects& effects() const { return effects_; }
    [[nodiscard]] std::optional<app::Haptic::Kind> last_haptic() const { return last_haptic_; }
    [[nodiscard]] std::vector<std::string> notices() const {
        std::vector<std::string> keys;
        for (const app::Notice& notice : model().notices) keys.push_back(notice.key);
        return keys;
    }

private:
    void send_one(app::Msg msg) {
        store_.dispatch(std::move(msg));
        was_seen_ = store_.pump();
        for (app::Effect& effect : std::exchange(platform_.performed, {})) {
            if (auto* save = std::get_if<app::SaveState>(&effect)) {
                saved_ = save->saved;
                ++saves_;
            } else if (const auto* haptic = std::get_if<app::Haptic>(&effect)) {
                last_haptic_ = haptic->kind;
            } else {
                effects_.push_back(std::move(effect));
            }
        }
    }

    RecordingPlatform platform_;
    app::Store store_;
    app::Effects effects_;
    std::string saved_;
    int saves_ = 0;
    bool was_seen_ = false;
    std::optional<app::Haptic::Kind> last_haptic_;
};

inline app::Open open_page(app::Screen screen, std::string id = {}) {
    return {{screen, std::move(id)}};
}

inline shop::Line line_of(const char* product, int quantity = 1, std::vector<shop::Choice> choices = {}) {
    return {{product}, std::move(choices), quantity, {}};
}

inline const std::vector<shop::Choice> kSmall = {{{"size"}, {"small"}, 1}};

// A customer at the checkout with a classic and two waters, for pickup, who has filled in the form.
inline Story& fill_checkout(Story& story) {
    return story
        .send(app::QuickAdd{{"classic"}}, app::QuickAdd{{"water"}}, app::QuickAdd{{"water"}}, open_page(app::Screen::Cart),
              open_page(app::Screen::Checkout), app::SetFulfilment{shop::Fulfilment::Pickup},
              app::EditContact{app::ContactField::Name, "Ada"},
              app::EditContact{app::ContactField::Phone, "+44 20 7946 0001"})
        .forget();
}

// The order that the shop's side makes of a request.
inline orders::Order order_of(const app::SubmitOrder& submitted, const char* id = "A-1") {
    orders::Order order;
    order.id = {id};
    order.key = submitted.order.cart.id;
    order.terms = submitted.order.terms;
    order.contact = submitted.order.contact;
    for (const shop::Line& line : submitted.order.cart.lines) {
        orders::OrderLine ordered;
        ordered.product = line.product;
        ordered.choices = line.choices;
        ordered.quantity = line.quantity;
        ordered.note = line.note;
        order.lines.push_back(std::move(ordered));
    }
    order.history = {{orders::State::Placed, kMondayNoon}};
    order.cancel_until_ms = kMondayNoon + 3 * kMinuteMs;
    return order;
}

inline const app::SubmitOrder* find_submission(const Story& story) {
    for (const app::Effect& effect : story.effects()) {
        if (const auto* found = std::get_if<app::SubmitOrder>(&effect)) return found;
    }
    return nullptr;
}

inline int count_submissions(const Story& story) {
    return static_cast<int>(std::count_if(story.effects().begin(), story.effects().end(), [](const app::Effect& effect) {
        return std::holds_alternative<app::SubmitOrder>(effect);
    }));
}

}  // namespace kiosk::tests
