// What the customer is about to order: lines that can be changed in place, what is wrong with any of them, codes, and the sum.

#include <algorithm>

#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/totals.h"
#include "ui/screens/words.h"

namespace kiosk::ui {
namespace {

std::string_view problem_of(Kit& kit, const app::Model& model, int line) {
    for (const shop::Problem& problem : model.cart_problems) {
        if (problem.line == line) return error_text(kit, model, problem.error);
    }
    return {};
}

void draw_line(Section& section, const app::Model& model, int index) {
    Kit& kit = section.kit();
    const shop::Line& line = model.cart.lines[static_cast<std::size_t>(index)];
    const shop::Product* product = shop::find(model.catalogue, line.product);
    const std::string_view name = product != nullptr ? std::string_view(product->name) : line.product.value;
    const bool priced = static_cast<std::size_t>(index) < model.quote.lines.size();
    const shop::QuoteLine price = priced ? model.quote.lines[static_cast<std::size_t>(index)] : shop::QuoteLine{};
    const bool reduced = price.discount_minor > 0;
    const LineEvent event =
        line_cell(section, {"line", index},
                  {.emoji = product != nullptr ? std::string_view(product->emoji) : "❔",
                   .picture_url = product != nullptr ? std::string_view(product->picture_url) : std::string_view{},
                   .seed = line.product.value,
                   .title = name,
                   .subtitle = choices_text(kit, model.catalogue, line),
                   .problem = problem_of(kit, model, index),
                   .price = price_text(kit, model, reduced ? price.net_minor : price.gross_minor),
                   .was_price = reduced ? price_text(kit, model, price.gross_minor) : std::string_view{},
                   .stepper = {.value = line.quantity,
                               .minimum = 0,
                               .maximum = product != nullptr ? std::min(product->max_per_order, shop::kMaxPerLine) : 0,
                               .name = kit.join({name, kit.tr("product.quantity")}, ", "),
                               .decrease_name = kit.tr("product.less", {{"product", name}}),
                               .increase_name = kit.tr("product.more", {{"product", name}}),
                               .trash_at_minimum = true}});
    if (event.quantity) {
        kit.send(app::SetLineQuantity{index, *event.quantity});
    } else if (event.opened && product != nullptr) {
        kit.send(app::EditLine{index});
    }
}

void draw_code_readers(Section& section, const app::Model& model) {
    Kit& kit = section.kit();
    if (app::can_give(model, app::Gift::ScanCode) &&
        cell(section, "scan", {.title = kit.tr("cart.scan_code"), .title_ink = Ink::Link})) {
        kit.send(app::AskClient{app::Gift::ScanCode, std::string(kit.tr("cart.scan_hint"))});
    }
    if (app::can_give(model, app::Gift::PasteCode) &&
        cell(section, "paste", {.title = kit.tr("cart.paste_code"), .title_ink = Ink::Link})) {
        kit.send(app::AskClient{app::Gift::PasteCode, {}});
    }
}

void draw_codes(Page& page, const app::Model& model, UiState& ui) {
    Kit& kit = page.kit();
    Section section(page, {.header = kit.tr("cart.codes")});
    for (const std::string& code : model.cart.codes) {
        if (cell(section, code,
                 {.title = code, .icon = Icon::Tag, .value = kit.tr("cart.remove_code"), .value_ink = Ink::Link})) {
            kit.send(app::RemoveCode{code});
        }
    }
    const FieldEvent field = text_field(section, "code",
                                        {.label = kit.tr("cart.code"),
                                         .value = ui.code,
                                         .placeholder = kit.tr("cart.code_hint"),
                                         .enter_key_hint = "done",
                                         .max_length = 64,
                                         .spelling = Spelling::Codes});
    if (field.edited) ui.code = *field.edited;
    if (ui.code.empty()) {
        draw_code_readers(section, model);
        return;
    }
    const bool apply = cell(section, "apply", {.title = kit.tr("cart.apply_code"), .title_ink = Ink::Link});
    if (apply || field.submitted) {
        kit.send(app::ApplyCode{ui.code});
        ui.code.clear();
    }
}

// How far the cart is from the smallest order or from free delivery.
void draw_progress(Page& page, const app::Model& model) {
    Kit& kit = page.kit();
    const shop::Quote& quote = model.quote;
    const Minor missing = quote.missing_minor > 0 ? quote.missing_minor : quote.free_delivery_missing_minor.value_or(0);
    if (missing <= 0) return;
    const std::string_view amount = price_text(kit, model, missing);
    const std::string_view words = quote.missing_minor > 0 ? kit.tr("cart.missing", {{"amount", amount}})
                                                           : kit.tr("cart.free_delivery", {{"amount", amount}});
    page.gap(12);
    kit.text(page.gutter_row(kit.line_height(Type::Footnote) + 6), words,
             {.type = Type::Footnote, .ink = quote.missing_minor > 0 ? Ink::Destructive : Ink::Hint});
    const auto reached = static_cast<float>(quote.subtotal_minor - quote.discount_minor);
    progress_bar(kit, "progress", page.gutter_row(6), reached / (reached + static_cast<float>(missing)), words);
}

}  // namespace

void draw_cart(Kit& kit, const app::Model& model, UiState& ui) {
    Page page(kit, {.key = "cart", .title = kit.tr("cart.title")});
    if (model.cart.lines.empty()) {
        if (empty_state(page, "empty",
                        {.emoji = "🛒",
                         .title = kit.tr("cart.empty_title"),
                         .text = kit.tr("cart.empty_text"),
                         .button = kit.tr("cart.to_menu")})) {
            kit.send(app::GoHome{});
        }
        return;
    }
    {
        Section section(page, {.separator_inset = 80});
        for (int i = 0; i < static_cast<int>(model.cart.lines.size()); ++i) draw_line(section, model, i);
    }
    draw_progress(page, model);
    page.gap(8);
    draw_codes(page, model, ui);
    page.gap(8);
    {
        Section section(page, {.header = kit.tr("totals.title"), .separators = false});
        draw_totals(section, model, model.quote, model.checkout.terms.fulfilment);
    }
    page.gap(8);
    {
        Section section(page);
        if (cell(section, "clear", {.title = kit.tr("cart.clear"), .title_ink = Ink::Destructive})) {
            kit.send(app::ClearCart{});
        }
    }
    page.gap(24);
}

}  // namespace kiosk::ui
