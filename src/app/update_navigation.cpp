#include <algorithm>

#include "app/handlers.h"

namespace kiosk::app {
namespace {

constexpr std::size_t kMaxQuery = 100;

void forget_search(Model& model) {
    model.query.clear();
    model.found.clear();
}

}  // namespace

bool is_page_valid(const Model& model, const Page& page) {
    switch (page.screen) {
        case Screen::Home:
            return page.id.empty() || find(model.catalogue, CategoryId{page.id}) != nullptr;
        case Screen::Product:
            return find(model.catalogue, ProductId{page.id}) != nullptr;
        case Screen::Placed:
        case Screen::Tracking:
            return !page.id.empty() && page.id.size() <= kMaxOrderId &&
                   (!model.orders_loaded || find_order(model, page.id) != nullptr);
        case Screen::Checkout:
            return page.id.empty() && (!model.cart.lines.empty() || model.checkout.step == CheckoutStep::Submitting);
        case Screen::Search:
        case Screen::Cart:
        case Screen::History:
        case Screen::Game:
        case Screen::Settings:
            return page.id.empty();
    }
    return false;
}

void close_page(Model& model) {
    if (model.pages.size() < 2) return;
    if (current_page(model).screen == Screen::Search) forget_search(model);
    model.pages.pop_back();
}

void open_page(Model& model, Page page) {
    if (page.screen == Screen::Home) {
        model.pages.assign(1, page);
        forget_search(model);
        return;
    }
    if (current_page(model) == page) return;
    if (current_page(model).screen == Screen::Product) model.pages.pop_back();
    const auto below = std::find(model.pages.begin(), model.pages.end(), page);
    if (below == model.pages.end()) {
        model.pages.push_back(std::move(page));
    } else {
        model.pages.erase(below + 1, model.pages.end());
    }
    model.draft.reset();
}

Pages repair_pages(const Model& model, const Pages& pages) {
    Pages repaired{Page{}};
    for (const Page& page : pages) {
        if (page.screen == Screen::Home) repaired.front().scroll = page.scroll;
        const bool known = std::find(repaired.begin(), repaired.end(), page) != repaired.end();
        if (page.screen == Screen::Home || known || !is_page_valid(model, page)) continue;
        if (repaired.back().screen == Screen::Product) repaired.pop_back();
        repaired.push_back(page);
    }
    return repaired;
}

void on(Model& model, const Open& msg, Effects& /*out*/) {
    if (model.phase == Phase::Open && is_page_valid(model, msg.page)) open_page(model, msg.page);
}

void on(Model& model, const GoBack& /*msg*/, Effects& /*out*/) {
    close_page(model);
}

void on(Model& model, const GoHome& /*msg*/, Effects& /*out*/) {
    open_page(model, Page{});
}

void on(Model& model, const Scrolled& msg, Effects& /*out*/) {
    const auto page = std::find(model.pages.begin(), model.pages.end(), msg.page);
    if (page != model.pages.end()) page->scroll = std::clamp(msg.page.scroll, 0, wire::kMaxScroll);
}

void on(Model& model, const Search& msg, Effects& /*out*/) {
    model.query = bounded(msg.query, kMaxQuery);
    model.found = shop::search(model.catalogue, model.query);
}

}  // namespace kiosk::app
