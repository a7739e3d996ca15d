#pragma once
// Where the customer is: a stack of pages, home at the bottom. Links into the app (start parameters) become a stack, too.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace kiosk::app {

enum class Screen : std::uint8_t {
    Home,  // id: the category to show first, or empty.
    Search,
    Product,  // id: product. Shown as a sheet over the page below.
    Cart,
    Checkout,
    Placed,    // id: order.
    Tracking,  // id: order.
    History,
    Game,
    Settings,
};

struct Page {
    Screen screen = Screen::Home;
    std::string id;

    bool operator==(const Page&) const = default;
};

using Pages = std::vector<Page>;

// "product", for saved states and texts.
[[nodiscard]] std::string_view name_of(Screen screen);

// A page as text and back: "product:classic", "cart". Unknown text is no page.
[[nodiscard]] std::string to_text(const Page& page);
[[nodiscard]] bool parse_page(std::string_view text, Page& out);

// Links into the app, version 1: "p_<product>", "c_<category>", "o_<order>", "game". Telegram allows A-Z a-z 0-9 _ - and 512
// characters (core.telegram.org/bots/webapps#direct-link-mini-apps). Whether the thing exists is for the caller to check.
[[nodiscard]] std::optional<Page> page_of_start_param(std::string_view start_param);

}  // namespace kiosk::app
