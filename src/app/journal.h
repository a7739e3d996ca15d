#pragma once
// The last messages, for a bug report and for replay: the same first message and the same rest give the same model, but for what
// readings of sensors did, which the store leaves out.

#include <cstddef>
#include <deque>

#include "app/msg.h"

namespace kiosk::app {

class Journal {
public:
    static constexpr std::size_t kLimit = 200;

    void record(const Msg& msg);
    [[nodiscard]] const std::deque<Msg>& messages() const { return messages_; }
    [[nodiscard]] std::size_t dropped() const { return dropped_; }

private:
    std::deque<Msg> messages_;
    std::size_t dropped_ = 0;
};

}  // namespace kiosk::app
