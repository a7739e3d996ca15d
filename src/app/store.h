#pragma once
// Owns the model: takes messages in order, updates, hands effects to the platform, keeps the journal. One pump handles
// everything that is waiting, and what those messages cause.

#include <cstdint>

#include "app/journal.h"
#include "app/model.h"
#include "app/msg.h"
#include "app/platform.h"

namespace kiosk::app {

class Store {
public:
    explicit Store(Platform& platform) : platform_(platform) {}

    void dispatch(Msg msg) { inbox_.push(std::move(msg)); }
    [[nodiscard]] Inbox& inbox() { return inbox_; }
    [[nodiscard]] const Model& model() const { return model_; }
    [[nodiscard]] const Journal& journal() const { return journal_; }

    // True when something was handled that may be seen: draw a frame.
    bool pump();

private:
    Platform& platform_;
    Inbox inbox_;
    Model model_;
    Journal journal_;
    bool pumping_ = false;
};

}  // namespace kiosk::app
