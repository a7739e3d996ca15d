#include "app/journal.h"

namespace kiosk::app {

void Journal::record(const Msg& msg) {
    if (messages_.size() == kLimit) {
        messages_.pop_front();
        ++dropped_;
    }
    messages_.push_back(msg);
}

}  // namespace kiosk::app
