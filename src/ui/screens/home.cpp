// The shop's front: who it is and whether it is open, what is being cooked for the customer right now, search, categories, the
// whole menu in one scroll, and where to find the shop at its end.

#include <algorithm>
#include <span>
#include <vector>

#include "ui/kit/widgets.h"
#include "ui/screens/product_card.h"
#include "ui/screens/screens.h"
#include "ui/screens/words.h"

namespace kiosk::ui {
namespace {

constexpr float kCardGap = 12;

void draw_header(Page& page, const app::Model& model) {
    Kit& kit = page.kit();
    page.gap(6);
    const float title_height = kit.line_height(Type::Title);
    const float words = title_height + kit.line_height(Type::Subhead);
    Rect row = page.gutter_row(std::max(56.0F, words + 8));
    const Rect settings = row.cut_end(kTapSize).centred(kTapSize, kTapSize);
    const Rect history = row.cut_end(kTapSize).centred(kTapSize, kTapSize);
    const Rect logo = row.cut_start(48).centred(48, 48);
    kit.art(logo, {}, model.catalogue.emoji, model.catalogue.name, 16);
    row.cut_start(12);
    Rect names = row.centred(row.width, words);
    const Rect title = names.cut_top(title_height);
    kit.text(title, model.catalogue.name, {.type = Type::Title, .spoken = false});
    kit.heading("name", title, model.catalogue.name, 1);
    const bool open = app::is_shop_open(model);
    kit.text(names, hours_text(kit, model), {.type = Type::Subhead, .ink = open ? Ink::Success : Ink::Destructive});
    if (icon_button(kit, "history", history, {.icon = Icon::Clock, .name = kit.tr("history.title")})) {
        kit.send(app::Open{{app::Screen::History, {}}});
    }
    if (icon_button(kit, "settings", settings, {.icon = Icon::Settings, .name = kit.tr("settings.title")})) {
        kit.send(app::Open{{app::Screen::Settings, {}}});
    }
}

void draw_search_entry(Page& page, UiState& ui) {
    Kit& kit = page.kit();
    page.gap(10);
    Rect area = page.gutter_row(std::max(40.0F, kit.line_height(Type::Body) + 14));
    const Touch touch = kit.touch("search", area, Role::Button, kit.tr("search.title"));
    kit.fill(area, kit[Ground::Field], kRadius);
    kit.press_look(touch, area, kRadius);
    kit.focus_ring(touch, area, kRadius);
    area.cut_start(10);
    kit.icon(Icon::Search, area.cut_start(20).centred(18, 18), kit[Ink::Hint]);
    area.cut_start(8);
    kit.text(area, kit.tr("search.placeholder"), {.ink = Ink::Hint, .spoken = false});
    if (!touch) return;
    ui.search_tapped = true;
    kit.send(app::Open{{app::Screen::Search, {}}});
}

void draw_notices(Page& page, const app::Model& model) {
    Kit& kit = page.kit();
    if (!model.telegram.can.inside_telegram && !model.catalogue.bot.empty()) {
        page.gap(12);
        const bool tapped = banner(page, "open_in_telegram",
                                   {.emoji = "✈️",
                                    .title = kit.tr("home.open_in_telegram"),
                                    .text = kit.tr("home.open_in_telegram_text"),
                                    .tappable = true});
        if (tapped) kit.send(app::OpenInTelegram{});
    }
    for (const orders::Order& order : model.orders) {
        if (orders::is_final(order.state)) continue;
        page.gap(12);
        const std::string_view eta = eta_text(kit, model, order);
        const bool tapped = banner(page, {order.id.value},
                                   {.emoji = state_emoji(order.state, order.terms.fulfilment),
                                    .title = state_text(kit, order),
                                    .text = kit.tr("home.active_order", {{"order", order.id.value}, {"eta", eta}}),
                                    .tappable = true});
        if (tapped) kit.send(app::Open{{app::Screen::Tracking, order.id.value}});
    }
    if (!app::is_shop_open(model)) {
        page.gap(12);
        banner(
            page, "closed",
            {.emoji = "🌙", .title = kit.tr("home.closed_title"), .text = hours_text(kit, model), .ground = Ground::Section});
    }
}

// The last category whose heading has been scrolled to the chips, by the places noted in the last frame.
int category_in_view(const UiState& ui, float offset) {
    int current = 0;
    for (std::size_t i = 0; i < ui.category_tops.size(); ++i) {
        if (ui.category_tops[i] <= offset) current = static_cast<int>(i);
    }
    return current;
}

void draw_category_chips(Page& page, const app::Model& model, UiState& ui) {
    Kit& kit = page.kit();
    const float height = chips_height(kit) + 16;
    const Rect strip = page.sticky_row(height);
    ui.chips_height = height;
    const int current = category_in_view(ui, page.scroll_offset() + height + 2);
    std::vector<Chip>& items = ui.category_chips;
    items.clear();
    for (std::size_t i = 0; i < model.catalogue.categories.size(); ++i) {
        const shop::Category& category = model.catalogue.categories[i];
        items.push_back({.text = category.name, .emoji = category.emoji, .selected = static_cast<int>(i) == current});
    }
    const int tapped = chips(kit, "categories", strip.inset(0, 4), items, current);
    page.end_sticky();
    if (tapped >= 0 && static_cast<std::size_t>(tapped) < ui.category_tops.size()) {
        page.scroll_to(ui.category_tops[static_cast<std::size_t>(tapped)] - height);
    }
}

void draw_heading(Page& page, const Ident& key, std::string_view name) {
    Kit& kit = page.kit();
    page.gap(14);
    const Rect row = page.gutter_row(kit.line_height(Type::Title) + 8);
    kit.text(row, name, {.type = Type::Title, .spoken = false});
    kit.heading(key, row, name, 2);
}

// On the screen or within another one's height: who walks by key or screen reader goes on there.
bool is_near(const Kit& kit, const Rect& area) {
    const float reach = kit.view().height;
    return kit.visible({area.x, area.y - reach, area.width, area.height + 2 * reach});
}

void draw_featured(Page& page, const app::Model& model) {
    Kit& kit = page.kit();
    const auto& products = model.catalogue.products;
    if (std::none_of(products.begin(), products.end(), [](const shop::Product& p) { return p.featured; })) return;
    draw_heading(page, "featured_heading", kit.tr("home.featured"));
    const float width = std::min(168 * kit.frame().text_scale, page.gutter_row(0).width);
    const Rect area = page.row(card_height(kit, width));
    if (!is_near(kit, area)) return;
    Strip strip(kit, "featured", area, kCardGap);
    kit.push_scope("featured");
    for (const shop::Product& product : products) {
        if (product.featured) product_card(kit, model, product, product.id.value, strip.take(width));
    }
    kit.pop_scope();
}

void draw_category(Page& page, const app::Model& model, const shop::Category& category) {
    Kit& kit = page.kit();
    draw_heading(page, category.id.value, category.name);
    const Rect probe = page.gutter_row(0);
    const int columns = card_columns(kit, probe.width);
    const float height = card_height(kit, probe.column(0, columns, kCardGap).width);
    int column = 0;
    Rect row;
    for (const shop::Product& product : model.catalogue.products) {
        if (product.category != category.id) continue;
        if (column == 0) {
            row = page.gutter_row(height);
            page.gap(kCardGap);
        }
        const Rect area = row.column(column, columns, kCardGap);
        if (is_near(kit, area)) product_card(kit, model, product, product.id.value, area);
        column = (column + 1) % columns;
    }
}

void draw_more(Page& page, const app::Model& model) {
    Kit& kit = page.kit();
    Section section(page, {.header = kit.tr("home.about")});
    if (!model.catalogue.tagline.empty()) {
        paragraph(section, model.catalogue.tagline, {.type = Type::Subhead, .ink = Ink::Subtitle, .max_lines = 0});
    }
    cell(section, "hours", {.title = hours_text(kit, model), .icon = Icon::Clock, .tappable = false});
    if (!model.catalogue.address.empty()) {
        cell(section, "address", {.title = model.catalogue.address, .icon = Icon::Pin, .tappable = false});
    }
    if (!model.catalogue.phone.empty()) {
        cell(section, "phone", {.title = model.catalogue.phone, .icon = Icon::Phone, .tappable = false});
    }
}

}  // namespace

void draw_home(Kit& kit, const app::Model& model, UiState& ui) {
    Page page(kit, {.key = "home"});
    draw_header(page, model);
    draw_search_entry(page, ui);
    draw_notices(page, model);
    draw_category_chips(page, model, ui);
    draw_featured(page, model);
    page.gap(12);
    game_row(page, model);
    ui.category_tops.resize(model.catalogue.categories.size());
    for (std::size_t i = 0; i < model.catalogue.categories.size(); ++i) {
        ui.category_tops[i] = page.content_y();
        draw_category(page, model, model.catalogue.categories[i]);
    }
    draw_more(page, model);
    page.gap(24);
}

}  // namespace kiosk::ui
