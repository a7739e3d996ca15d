// Finding something by name: results while typing, the categories as a way in before that.

#include <utility>

#include "ui/kit/widgets.h"
#include "ui/screens/product_card.h"
#include "ui/screens/screens.h"

namespace kiosk::ui {
namespace {

void draw_suggestions(Page& page, const app::Model& model) {
    Kit& kit = page.kit();
    Section section(page, {.header = kit.tr("search.categories"), .separator_inset = 56});
    for (const shop::Category& category : model.catalogue.categories) {
        if (cell(section, category.id.value,
                 {.title = category.name, .emoji = category.emoji, .trailing = Trailing::Chevron})) {
            kit.send(app::Search{category.name});
        }
    }
}

void draw_results(Page& page, const app::Model& model) {
    Kit& kit = page.kit();
    const int count = static_cast<int>(model.found.size());
    Section section(page, {.header = kit.tr("search.found", {{"count", count}}), .separator_inset = 72});
    for (const ProductId& id : model.found) {
        const shop::Product* product = shop::find(model.catalogue, id);
        if (product != nullptr) product_row(section, model, *product, product->id.value);
    }
}

}  // namespace

void draw_search(Kit& kit, const app::Model& model, UiState& ui) {
    Page page(kit, {.key = "search", .title = kit.tr("search.title")});
    if (std::exchange(ui.search_tapped, false)) focus_field(kit, "query");
    const Rect strip = page.sticky_row(std::max(38.0F, kit.line_height(Type::Body) + 14) + 18);
    const FieldEvent event = search_field(kit, "query", strip.inset(kGutter, 8),
                                          {.label = kit.tr("search.title"),
                                           .value = model.query,
                                           .placeholder = kit.tr("search.placeholder"),
                                           .type = "search",
                                           .input_mode = "search",
                                           .enter_key_hint = "search",
                                           .max_length = 100,
                                           .spelling = Spelling::Codes});
    page.end_sticky();
    if (event.edited) kit.send(app::Search{std::string(*event.edited)});
    page.gap(8);
    if (model.query.empty()) {
        draw_suggestions(page, model);
    } else if (model.found.empty()) {
        empty_state(page, "nothing",
                    {.emoji = "🔎",
                     .title = kit.tr("search.nothing_title"),
                     .text = kit.tr("search.nothing_text", {{"query", model.query}})});
    } else {
        draw_results(page, model);
    }
    page.gap(24);
}

}  // namespace kiosk::ui
