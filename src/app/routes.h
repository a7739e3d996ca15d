#pragma once
// Where the customer is: a stack of pages, home at the bottom.

#include <cstdint>
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
    int scroll = 0;  // CSS pixels, as the view last told; at most wire::kMaxScroll.

    // A page is the same however far down it stands.
    bool operator==(const Page& other) const { return screen == other.screen && id == other.id; }
};

using Pages = std::vector<Page>;

// "product", for saved states and texts.
[[nodiscard]] std::string_view name_of(Screen screen);

// A page as text and back: "product:classic", "cart". Unknown text is no page.
[[nodiscard]] std::string to_text(const Page& page);
[[nodiscard]] bool parse_page(std::string_view text, Page& out);

}  // namespace kiosk::app
