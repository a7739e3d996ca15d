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

std::optional<Page> page_of_start_param(std::string_view start_param) {
    if (start_param == "game") return Page{Screen::Game, {}};
    if (start_param.size() < 3 || start_param[1] != '_') return std::nullopt;
    const std::string id{start_param.substr(2)};
    switch (start_param[0]) {
        case 'p':
            return Page{Screen::Product, id};
        case 'c':
            return Page{Screen::Home, id};
        case 'o':
            return Page{Screen::Tracking, id};
        default:
            return std::nullopt;
    }
}

}  // namespace kiosk::app
