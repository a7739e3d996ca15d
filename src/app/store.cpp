#include "app/store.h"

#include "app/update.h"

namespace kiosk::app {

bool Store::pump() {
    if (pumping_ || inbox_.empty()) return false;
    pumping_ = true;
    bool is_seen = false;
    const auto seen = [this] { return std::pair(model_.pages.size(), model_.tilt.shift); };  // As far as readings change it.
    Effects effects;
    while (!inbox_.empty()) {
        for (const Msg& msg : inbox_.take()) {
            const bool reading = is_reading(msg);
            const auto before = seen();
            if (!reading) journal_.record(msg);
            update(model_, msg, effects);
            is_seen = is_seen || !reading || seen() != before;
            for (const Effect& effect : std::exchange(effects, {})) platform_.perform(effect, inbox_);
        }
    }
    pumping_ = false;
    return is_seen;
}

}  // namespace kiosk::app
