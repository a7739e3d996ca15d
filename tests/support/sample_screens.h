#pragma once
// The real screens with the sample shop in them: a customer who has a configured burger in the cart, an order under way, and
// the words of one language. Each screen is the model that a session would have there.

#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "bridge/texts_file.h"
#include "local/local_shop.h"
#include "support/live_tab.h"
#include "support/shop_files.h"
#include "support/ui_driver.h"

namespace kiosk::test {

struct SampleScreen {
    std::string name;
    app::Model model;
};

inline std::vector<std::pair<std::string, std::string>> sample_texts(const std::string& language) {
    std::ifstream file(KIOSK_SOURCE_DIR "/assets/texts/" + language + ".json", std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    Result<bridge::Messages> messages = bridge::decode_texts(bytes);
    return messages ? *std::move(messages) : bridge::Messages{};
}

inline std::vector<SampleScreen> sample_screens() {
    using tests::open_page;
    tests::Shelf shelf;
    tests::LiveTab tab(shelf, tests::kMondayNoon, 7, *wire::decode_shop(wire::burger_bar()).catalogue);
    std::vector<SampleScreen> screens;
    const auto take = [&](const char* name) { screens.push_back({name, tab.model()}); };
    take("home");
    tab.send(open_page(app::Screen::Search), app::Search{"burger"});
    take("search");
    tab.send(app::GoHome{}, open_page(app::Screen::Product, "smoky-bacon"));
    take("product");
    tab.send(app::AddDraft{}, open_page(app::Screen::Product, "tower"), app::AddDraft{}, app::GoHome{},
             open_page(app::Screen::Cart));
    take("cart");
    tab.send(open_page(app::Screen::Checkout), app::EditContact{app::ContactField::Name, "Ada"},
             app::EditContact{app::ContactField::Phone, "+44 20 7946 0001"},
             app::EditContact{app::ContactField::Address, "St James’s Square 12"});
    take("checkout");
    tab.send(app::PlaceOrder{});
    take("placed");
    tab.send(app::MainButtonPressed{});
    take("tracking");
    tab.send(app::GoHome{}, open_page(app::Screen::History));
    take("history");
    tab.send(app::GoHome{}, open_page(app::Screen::Settings));
    take("settings");
    for (SampleScreen& screen : screens) {
        screen.model.telegram.platform = "ios";
        screen.model.notices.clear();
    }
    return screens;
}

// Shows the screen in that language, drawn until it rests.
inline void show(UiDriver& driver, const SampleScreen& screen, const std::string& language = "en") {
    driver.model = screen.model;
    driver.view.texts().set(language, sample_texts(language));
    driver.settle();
}

}  // namespace kiosk::test
