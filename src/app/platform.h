#pragma once
// The only door to the outside. The web view, a desktop window, the tests and the embedded shop stand behind it.

#include <utility>
#include <vector>

#include "app/effect.h"
#include "app/msg.h"

namespace kiosk::app {

class Inbox {
public:
    void push(Msg msg) { messages_.push_back(std::move(msg)); }
    [[nodiscard]] bool empty() const { return messages_.empty(); }
    [[nodiscard]] std::vector<Msg> take() { return std::exchange(messages_, {}); }

private:
    std::vector<Msg> messages_;
};

class Platform {
public:
    virtual ~Platform() = default;
    // Starts an effect. Answers go to the inbox, now or later, never into the model directly.
    virtual void perform(const Effect& effect, Inbox& answers) = 0;
};

}  // namespace kiosk::app
