#include "app/store.h"

#include "app/update.h"

namespace kiosk::app {

bool Store::pump() {
    if (pumping_ || inbox_.empty()) return false;
    pumping_ = true;
    bool is_seen = false;
    Effects effects;
    while (!inbox_.empty()) {
        for (const Msg& msg : inbox_.take()) {
            const bool reading = is_reading(msg);
            const std::size_t pages = model_.pages.size();
            if (!reading) journal_.record(msg);
            update(model_, msg, effects);
            is_seen = is_seen || !reading || model_.pages.size() != pages;
            for (const Effect& effect : std::exchange(effects, {})) platform_.perform(effect, inbox_);
        }
    }
    pumping_ = false;
    return is_seen;
}

}  // namespace kiosk::app
