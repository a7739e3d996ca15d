#include "app/store.h"

#include "app/update.h"

namespace kiosk::app {

bool Store::pump() {
    if (pumping_ || inbox_.empty()) return false;
    pumping_ = true;
    Effects effects;
    while (!inbox_.empty()) {
        for (const Msg& msg : inbox_.take()) {
            journal_.record(msg);
            update(model_, msg, effects);
            for (const Effect& effect : std::exchange(effects, {})) platform_.perform(effect, inbox_);
        }
    }
    pumping_ = false;
    return true;
}

}  // namespace kiosk::app
