// One product in its sheet: what it is, every choice that belongs to it, a note for the kitchen, how many. The main button
// carries the price of exactly what is chosen.

#include <algorithm>

#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/words.h"

namespace kiosk::ui {
namespace {

int chosen(const shop::Line& line, const GroupId& group, const OptionId& option) {
    for (const shop::Choice& choice : line.choices) {
        if (choice.group == group && choice.option == option) return choice.quantity;
    }
    return 0;
}

std::string_view rule_text(Kit& kit, const shop::OptionGroup& group) {
    if (group.min == group.max) return kit.tr("product.choose_exactly", {{"count", group.min}});
    if (group.min > 0) return kit.tr("product.choose_range", {{"min", group.min}, {"max", group.max}});
    return kit.tr("product.choose_up_to", {{"count", group.max}});
}

std::string_view option_price(Kit& kit, const app::Model& model, const shop::Option& option) {
    if (option.sold_out) return kit.tr("product.sold_out");
    if (option.price_minor == 0) return {};
    return kit.join({"+", price_text(kit, model, option.price_minor)});
}

// "2x cheese": a row with a stepper instead of a tick.
void draw_counted_option(Section& section, const app::Model& model, const shop::OptionGroup& group,
                         const shop::Option& option) {
    Kit& kit = section.kit();
    const int count = chosen(model.draft->line, group.id, option.id);
    const Size size = stepper_size(kit);
    const std::string_view price = option_price(kit, model, option);
    const float price_width = kit.measure(price, {.type = Type::Subhead}).width;
    const TextStyle name{.ink = option.sold_out ? Ink::Hint : Ink::Text, .max_lines = 3};
    const float room = section.width() - 2 * kGutter - size.width - 10 - price_width - 8;
    const float height = std::max(kit.measure(option.name, name, room).height, size.height) + 16;
    Rect row = section.row(std::max(52.0F, height)).inset(kGutter, 0);
    const std::optional<int> wanted = stepper(kit, option.id.value, row.cut_end(size.width).centred(size.width, size.height),
                                              {.value = count,
                                               .minimum = 0,
                                               .maximum = option.sold_out ? 0 : option.max_quantity,
                                               .name = option.name,
                                               .decrease_name = kit.tr("product.less", {{"product", option.name}}),
                                               .increase_name = kit.tr("product.more", {{"product", option.name}})});
    row.cut_end(10);
    kit.text(row.cut_end(price_width), price, {.type = Type::Subhead, .ink = Ink::Hint, .align = Align::End});
    row.cut_end(8);
    kit.text(row, option.name, name);
    if (wanted) kit.send(app::Choose{group.id, option.id, *wanted});
}

void draw_group(Page& page, const app::Model& model, const shop::OptionGroup& group) {
    Kit& kit = page.kit();
    page.gap(8);
    kit.push_scope(group.id.value);
    {
        Section section(page, {.header = group.name, .footer = rule_text(kit, group)});
        const bool single = group.max == 1;
        for (const shop::Option& option : group.options) {
            if (!single && option.max_quantity > 1) {
                draw_counted_option(section, model, group, option);
                continue;
            }
            const bool on = chosen(model.draft->line, group.id, option.id) > 0;
            const bool tapped = cell(section, option.id.value,
                                     {.title = option.name,
                                      .value = option_price(kit, model, option),
                                      .trailing = single ? Trailing::Radio : Trailing::Checkbox,
                                      .on = on,
                                      .enabled = !option.sold_out});
            const bool can_clear = !single || group.min == 0;
            if (tapped && !(on && !can_clear)) kit.send(app::Choose{group.id, option.id, on ? 0 : 1});
        }
    }
    kit.pop_scope();
}

void draw_tags(Page& page, const shop::Product& product) {
    if (product.tags.empty()) return;
    Kit& kit = page.kit();
    page.gap(8);
    const Rect row = page.gutter_row(kit.line_height(Type::Caption) + 8);
    float x = row.x;
    for (const std::string& word : product.tags) {
        const float room = kit.measure(word, {.type = Type::Caption}).width + 20;
        if (x + room > row.end()) break;
        x += tag(kit, {x, row.y}, word, Ground::Tint, Ink::OnTint) + 6;
    }
}

void draw_allergens(Page& page, const shop::Product& product) {
    if (product.allergens.empty()) return;
    Kit& kit = page.kit();
    page.gap(8);
    page.text(kit.tr("product.allergens", {{"list", list_text(kit, product.allergens)}}),
              {.type = Type::Footnote, .ink = Ink::Hint, .max_lines = 0});
}

void draw_picture(Kit& kit, const app::Model& model, const shop::Product& product, const Rect& frame) {
    constexpr float kRadius = 16;
    constexpr float kCorner = 7;  // Of the frame, at most so far from the round one.
    if (!model.settings.tilt || !app::can_give(model, app::Gift::Tilt)) {
        kit.art(frame, product.picture_url, product.emoji, product.id.value, kRadius);
        return;
    }
    const float x = kit.animate("tilt_x", static_cast<float>(model.tilt.shift.x));
    const float y = kit.animate("tilt_y", static_cast<float>(model.tilt.shift.y));
    const Rect whole = frame.inset(static_cast<float>(-app::kTiltReach));
    kit.push_clip(frame);
    kit.art(whole.moved(kit.frame().rtl ? -x : x, y), product.picture_url, product.emoji, product.id.value, 0);
    kit.over_pictures(true);
    kit.ring(frame.inset(-kCorner), kit[Ground::Grouped], kRadius + kCorner, kCorner);
    kit.over_pictures(false);
    kit.pop_clip();
}

void draw_summary(Page& page, const app::Model& model, const shop::Product& product) {
    Kit& kit = page.kit();
    const Rect picture = page.row(std::min(240.0F, kit.view().height * 0.3F));
    draw_picture(kit, model, product, picture.inset({.top = 20, .bottom = 0, .start = kGutter, .end = kGutter}));
    page.gap(14);
    const Size title = kit.measure(product.name, {.type = Type::LargeTitle, .max_lines = 0}, page.gutter_row(0).width);
    const Rect title_row = page.gutter_row(title.height);
    kit.text(title_row, product.name, {.type = Type::LargeTitle, .max_lines = 0, .spoken = false});
    kit.heading("title", title_row, product.name, 1);
    Rect price_row = page.gutter_row(kit.line_height(Type::PriceLarge) + 4);
    const std::string_view price = price_text(kit, model, product.price_minor);
    kit.text(price_row.cut_start(kit.measure(price, {.type = Type::PriceLarge}).width + 10), price,
             {.type = Type::PriceLarge, .ink = Ink::Accent});
    if (product.was_minor) {
        kit.text(price_row, price_text(kit, model, *product.was_minor), {.ink = Ink::Hint, .struck = true});
    }
    if (!product.description.empty()) {
        page.text(product.description, {.type = Type::Body, .ink = Ink::Subtitle, .max_lines = 0});
    }
    draw_tags(page, product);
    draw_allergens(page, product);
}

void draw_amount(Page& page, const app::Model& model, const shop::Product& product) {
    Kit& kit = page.kit();
    const int in_cart = shop::pieces_of(model.cart, product.id);
    const int others = model.draft->editing < 0 ? in_cart : in_cart - model.draft->line.quantity;
    const int limit = std::min({product.max_per_order, product.stock.value_or(shop::kMaxPerLine), shop::kMaxPerLine});
    Section section(page);
    const Size size = stepper_size(kit);
    Rect row = section.row(size.height + 20).inset(kGutter, 0);
    const auto wanted = stepper(kit, "quantity", row.cut_end(size.width).centred(size.width, size.height),
                                {.value = model.draft->line.quantity,
                                 .minimum = 1,
                                 .maximum = std::max(1, limit - std::max(0, others)),
                                 .name = kit.tr("product.quantity"),
                                 .decrease_name = kit.tr("product.less", {{"product", product.name}}),
                                 .increase_name = kit.tr("product.more", {{"product", product.name}})});
    kit.text(row, kit.tr("product.quantity"), {});
    if (wanted) kit.send(app::SetDraftQuantity{*wanted});
}

}  // namespace

void draw_product(Kit& kit, const app::Model& model, UiState& /*ui*/, const app::Page& at) {
    const shop::Product* product = shop::find(model.catalogue, ProductId{at.id});
    Page page(kit, {.key = "product"});
    if (product == nullptr || !model.draft) return;
    draw_summary(page, model, *product);
    if (product->sold_out || product->stock.value_or(1) <= 0) {
        page.gap(12);
        banner(page, "sold_out", {.emoji = "🙁", .title = kit.tr("product.sold_out_long"), .ground = Ground::Section});
    }
    for (const GroupId& id : product->groups) {
        if (const shop::OptionGroup* group = shop::find(model.catalogue, id)) draw_group(page, model, *group);
    }
    page.gap(8);
    {
        Section section(page);
        const FieldEvent note = text_field(section, "note",
                                           {.label = kit.tr("product.note"),
                                            .value = model.draft->line.note,
                                            .placeholder = kit.tr("product.note_hint"),
                                            .enter_key_hint = "done",
                                            .max_length = static_cast<int>(shop::kMaxNote)});
        if (note.edited) kit.send(app::SetDraftNote{std::string(*note.edited)});
    }
    page.gap(8);
    draw_amount(page, model, *product);
    page.gap(24);
}

}  // namespace kiosk::ui
