#include <algorithm>

#include "app/handlers.h"
#include "app/saved_state.h"

namespace kiosk::app {
namespace {

// Cart ids are made by the customer's app, so they must be unique among all customers of a shop: 64 bits of chance.
CartId new_cart_id(Model& model) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "c";
    const std::uint64_t chance = draw_chance(model);
    for (unsigned shift = 64; shift > 0; shift -= 4) text.push_back(kDigits[(chance >> (shift - 4)) & 15U]);
    return {text};
}

void settle_terms(Model& model) {
    shop::Terms& terms = model.checkout.terms;
    const shop::Catalogue& catalogue = model.catalogue;
    if (!catalogue.delivery) terms.fulfilment = shop::Fulfilment::Pickup;
    if (!catalogue.pickup) terms.fulfilment = shop::Fulfilment::Delivery;
    if (terms.fulfilment == shop::Fulfilment::Delivery && find(catalogue, terms.zone) == nullptr) {
        terms.zone = catalogue.zones.empty() ? ZoneId{} : catalogue.zones.front().id;
    }
    const std::vector<int>& offered = catalogue.tips.percents;
    if (std::find(offered.begin(), offered.end(), terms.tip_percent) == offered.end()) terms.tip_percent = 0;
}

void settle_pages(Model& model) {
    std::erase_if(model.pages, [&](const Page& page) { return !is_page_valid(model, page); });
    if (model.pages.empty() || model.pages.front().screen != Screen::Home) {
        model.pages.insert(model.pages.begin(), Page{});
    }
    if (current_page(model).screen != Screen::Game && model.game.stack.phase == games::Phase::Running) {
        model.game.paused = true;
    }
}

void settle_draft(Model& model) {
    const Page& page = current_page(model);
    model.draft_breaks_rule = false;
    if (page.screen != Screen::Product) {
        model.draft.reset();
        return;
    }
    const shop::Product* product = find(model.catalogue, ProductId{page.id});
    if (!model.draft || model.draft->line.product != product->id) model.draft = new_draft(model, *product);
    int& editing = model.draft->editing;
    const std::vector<shop::Line>& lines = model.cart.lines;
    const bool still_there = editing >= 0 && editing < static_cast<int>(lines.size()) &&
                             lines[static_cast<std::size_t>(editing)].product == product->id;
    if (!still_there) editing = -1;
    model.draft_breaks_rule = !shop::check_choices(model.catalogue, *product, model.draft->line.choices);
}

void settle_cart(Model& model) {
    const bool can_undo =
        std::any_of(model.notices.begin(), model.notices.end(), [](const Notice& notice) { return notice.can_undo; });
    if (!can_undo) model.removed.reset();
    if (!model.cart.lines.empty() && model.cart.id.empty()) model.cart.id = new_cart_id(model);
    model.quote = shop::price(model.catalogue, model.cart, model.checkout.terms, model.now_ms);
    model.cart_problems = shop::problems(model.cart, model.catalogue);
}

// Before the saved state was brought in, writing would overwrite it with an empty cart.
void settle_saved(Model& model, Effects& out) {
    if (!model.opened) return;
    wire::SavedState now = snapshot(model);
    if (is_same_content(now, model.saved)) return;
    const bool tells_nothing =
        model.cloud.version == model.saved.version && is_same_content(shared_part(now), shared_part(model.saved));
    stamp(now.version, model.tab);
    if (tells_nothing) model.cloud.version = now.version;
    now.saved_ms = model.now_ms;
    model.saved = std::move(now);
    out.push_back(SaveState{wire::encode_saved_state(model.saved)});
}

}  // namespace

void settle(Model& model, Effects& out) {
    if (model.opened) settle_terms(model);
    settle_pages(model);
    settle_draft(model);
    settle_cart(model);
    settle_saved(model, out);
    settle_gifts(model, out);
    settle_payments(model, out);
}

}  // namespace kiosk::app
