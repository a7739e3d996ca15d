#pragma once
// A whole tab without a screen: the app over the embedded shop's side over a storage that other tabs may share. Time moves when
// the test says so.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "app/store.h"
#include "corner_shop.h"
#include "local/local_shop.h"
#include "local/take_back.h"
#include "story.h"

namespace kiosk::tests {

class Shelf final : public local::KeyValue {
public:
    std::optional<std::string> read(std::string_view key) override {
        const auto found = values_.find(key);
        return found == values_.end() ? std::nullopt : std::optional(found->second);
    }
    bool write(std::string_view key, std::string_view value) override {
        values_.insert_or_assign(std::string(key), std::string(value));
        return true;
    }

private:
    std::map<std::string, std::string, std::less<>> values_;
};

class LiveTab final : private app::Platform {
public:
    LiveTab(Shelf& shelf, TimeMs now, std::uint64_t seed, shop::Catalogue catalogue = corner_shop())
        : shelf_(shelf), catalogue_(std::move(catalogue)), shop_(*this, shelf), store_(shop_) {
        app::Started start = started(shelf.read(local::kStateKey).value_or(""), seed);
        start.now_ms = now;
        shop_.advance(now, store_.inbox());
        send(start);
    }

    template <typename... Messages>
    LiveTab& send(Messages... messages) {
        (store_.dispatch(std::move(messages)), ...);
        store_.pump();
        return *this;
    }
    LiveTab& tick(TimeMs now) {
        shop_.advance(now, store_.inbox());
        return send(app::Tick{now});
    }
    // What the browser's storage event does.
    LiveTab& hear_other_tab(TimeMs now) {
        shop_.reload(now, store_.inbox());
        return send(app::SavedElsewhere{shelf_.read(local::kStateKey).value_or("")});
    }
    // Lets the kitchen and the courier do all they will do.
    LiveTab& wait_for_the_end() {
        while (const std::optional<TimeMs> due = shop_.next_deadline()) tick(*due);
        return *this;
    }

    [[nodiscard]] const app::Model& model() const { return store_.model(); }

private:
    void perform(const app::Effect& effect, app::Inbox& answers) override {
        if (std::holds_alternative<app::LoadShop>(effect)) {
            shop_.set_catalogue(catalogue_);
            answers.push(app::ShopLoaded{shop_.on_sale()});
        } else if (const auto* save = std::get_if<app::SaveState>(&effect)) {
            static_cast<void>(shelf_.write(local::kStateKey, save->saved));
        }
    }

    Shelf& shelf_;
    shop::Catalogue catalogue_;
    local::LocalShop shop_;
    app::Store store_;
};

}  // namespace kiosk::tests
