// Whatever the host sends is refused or becomes a message that the app survives.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "app/update.h"
#include "bridge/codec.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto msg = kiosk::bridge::decode({reinterpret_cast<const char*>(data), size});
    if (!msg) return 0;
    kiosk::app::Model model;
    kiosk::app::Effects effects;
    kiosk::app::update(model, *msg, effects);
    for (const kiosk::app::Effect& effect : effects) static_cast<void>(kiosk::bridge::encode(effect));
    return 0;
}
