#pragma once
// A platform that only writes down what it is asked for: the test answers by hand, so it owns all timing.

#include "app/platform.h"

namespace kiosk::tests {

class RecordingPlatform final : public app::Platform {
public:
    void perform(const app::Effect& effect, app::Inbox& /*answers*/) override { performed.push_back(effect); }

    app::Effects performed;
};

}  // namespace kiosk::tests
