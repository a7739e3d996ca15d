// Whatever a link into the app carries is refused, or opens an app that stands; what it says comes back the same.

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "app/links.h"
#include "app/update.h"
#include "base/check.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    const auto link = kiosk::app::parse_link(text);
    kiosk::app::Started start;
    start.telegram.start_param = text;
    kiosk::app::Model model;
    kiosk::app::Effects effects;
    kiosk::app::update(model, start, effects);
    kiosk::app::update(model, kiosk::app::ShopLoaded{}, effects);
    KIOSK_CHECK(!model.pages.empty());
    KIOSK_CHECK(link == kiosk::app::parse_link(text));
    return 0;
}
