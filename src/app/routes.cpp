#include "app/routes.h"

#include <array>

namespace kiosk::app {
namespace {

constexpr std::array<std::string_view, 10> kNames = {"home",   "search",   "product", "cart", "checkout",
                                                     "placed", "tracking", "history", "game", "settings"};

}  // namespace

std::string_view name_of(Screen screen) {
    return kNames[static_cast<std::size_t>(screen)];
}

std::string to_text(const Page& page) {
    std::string text{name_of(page.screen)};
    if (!page.id.empty()) text.append(":").append(page.id);
    return text;
}

bool parse_page(std::string_view text, Page& out) {
    const std::size_t colon = text.find(':');
    const std::string_view name = text.substr(0, colon);
    const std::string_view id = colon == std::string_view::npos ? std::string_view{} : text.substr(colon + 1);
    if (colon != std::string_view::npos && id.empty()) return false;
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        if (kNames[i] != name) continue;
        out = {static_cast<Screen>(i), std::string{id}};
        return true;
    }
    return false;
}

}  // namespace kiosk::app
