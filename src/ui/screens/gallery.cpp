// Every widget of the kit on one page, for docs/kit.md, for tests and for whoever changes a widget. Its words are English and
// fixed: nobody but a developer sees it.

#include "ui/screens/screens.h"

#ifndef KIOSK_NO_GALLERY

#include <algorithm>
#include <array>

#include "ui/kit/widgets.h"

namespace kiosk::ui {
namespace {

constexpr std::array<Chip, 5> kChips{Chip{"Burgers", "🍔", true}, Chip{"Sides", "🍟"}, Chip{"Drinks", "🥤"},
                                     Chip{"Sweets", "🍩"}, Chip{"Breakfast", "🥞"}};
constexpr std::array<std::string_view, 2> kWays{"Delivery", "Pickup"};
constexpr std::array<Step, 4> kSteps{Step{"Placed", "The kitchen has it", "14:02", "🧾", StepState::Done},
                                     Step{"Preparing", "On the grill right now", "14:05", "🍳", StepState::Current},
                                     Step{"On the way", {}, {}, "🛵", StepState::Ahead},
                                     Step{"Delivered", {}, {}, "🏠", StepState::Ahead}};

void draw_cards(Page& page) {
    Kit& kit = page.kit();
    page.gap(14);
    const Rect probe = page.gutter_row(0);
    const int columns = card_columns(probe.width);
    const float height = card_height(kit, probe.column(0, columns, 12).width);
    const std::array<CardProps, 4> cards{
        CardProps{.name = "Classic Burger",
                  .emoji = "🍔",
                  .seed = "classic",
                  .price = "$8.50",
                  .add_name = "Add Classic Burger",
                  .in_cart = 2},
        CardProps{.name = "Crispy Chicken with Honey Mustard",
                  .emoji = "🍗",
                  .seed = "chicken",
                  .price = "$9.20",
                  .was_price = "$11.00",
                  .tag = "-16 %",
                  .add_name = "Add Crispy Chicken"},
        CardProps{.name = "Sweet Potato Fries", .emoji = "🍟", .seed = "fries", .price = "$4.00", .add_name = "Add fries"},
        CardProps{.name = "Strawberry Shake", .emoji = "🍓", .seed = "shake", .price = "$5.10", .sold_out = "Sold out"}};
    for (int i = 0; i < 4; i += columns) {
        const Rect row = page.gutter_row(height);
        for (int c = 0; c < columns && i + c < 4; ++c) {
            card(kit, {"card", i + c}, row.column(c, columns, 12), cards[static_cast<std::size_t>(i + c)]);
        }
        page.gap(12);
    }
}

void draw_cells(Page& page) {
    Kit& kit = page.kit();
    page.gap(12);
    {
        Section section(page, {.header = "Cells",
                               .footer = "A footer explains what the section is about, in as many lines as it takes."});
        cell(section, "history",
             {.title = "Order history", .icon = Icon::Clock, .value = "12", .trailing = Trailing::Chevron});
        cell(section, "haptics",
             {.title = "Haptics",
              .icon = Icon::Vibrate,
              .icon_ground = Ground::Success,
              .trailing = Trailing::Switch,
              .on = true});
        cell(section, "language",
             {.title = "Language",
              .icon = Icon::Globe,
              .icon_ground = Ground::Warning,
              .value = "English",
              .trailing = Trailing::Chevron});
        cell(section, "zone",
             {.title = "City centre",
              .subtitle = "Free from $30.00",
              .emoji = "🏙️",
              .value = "$2.50",
              .trailing = Trailing::Radio,
              .on = true});
        cell(section, "extra", {.title = "Extra cheese", .value = "+$0.80", .trailing = Trailing::Checkbox, .on = true});
        cell(section, "off", {.title = "Bacon", .value = "+$1.20", .trailing = Trailing::Checkbox, .enabled = false});
    }
    Section section(page, {.header = "Cart line and sums"});
    line_cell(section, "line",
              {.emoji = "🍔",
               .seed = "classic",
               .title = "Classic Burger",
               .subtitle = "Large, extra cheese, no onion",
               .price = "$17.00",
               .was_price = "$19.00",
               .stepper = {.value = 2, .name = "Quantity", .decrease_name = "Less", .increase_name = "More"}});
    amount_row(section, "Subtotal", "$17.00");
    amount_row(section, "Delivery", "$2.50");
    amount_row(section, "Total", kit.keep("$19.50"), true);
}

void draw_fields(Page& page) {
    Section section(page, {.header = "Fields"});
    text_field(section, "name", {.label = "Name", .value = "Ada Lovelace", .autocomplete = "name"});
    text_field(section, "phone",
               {.label = "Phone",
                .value = {},
                .placeholder = "So that we can reach you",
                .error = "Enter a phone number",
                .type = "tel",
                .input_mode = "tel",
                .autocomplete = "tel"});
    text_field(section, "comment",
               {.label = "Comment", .value = "Ring twice,\nplease.", .enter_key_hint = "done", .multiline = true});
}

void draw_small(Page& page) {
    Kit& kit = page.kit();
    segmented(kit, "ways", page.gutter_row(36), kWays, 0);
    page.gap(14);
    Rect row = page.gutter_row(44);
    stepper(kit, "stepper", row.cut_start(kStepperWidth),
            {.value = 1, .name = "Pieces", .decrease_name = "Fewer", .increase_name = "More"});
    row.cut_start(14);
    toggle(kit, "toggle", row.cut_start(55), "Switch", true);
    row.cut_start(14);
    icon_button(kit, "icon", row.cut_start(44), {.icon = Icon::Search, .name = "Search", .filled = true});
    row.cut_start(8);
    tag(kit, {row.x, row.y + 12}, "New", Ground::Success, Ink::OnButton);
    badge(kit, {row.x + 70, row.centre_y()}, "3");
    spinner(kit, {row.x + 96, row.y + 10, 24, 24}, kit[Ink::Hint]);
    page.gap(10);
    progress_bar(kit, "progress", page.gutter_row(16), 0.4F, "To free delivery");
    page.gap(10);
    rating(kit, "rating", page.gutter_row(44), 4, "Stars");
    page.gap(10);
    for (const ButtonKind kind : {ButtonKind::Primary, ButtonKind::Secondary, ButtonKind::Destructive, ButtonKind::Plain}) {
        static constexpr std::string_view kNames[] = {"Primary", "Secondary", "Plain", "Destructive"};
        button(page, {"button", static_cast<int>(kind)},
               {.text = kNames[static_cast<int>(kind)], .kind = kind, .icon = Icon::Cart});
        page.gap(8);
    }
    button(page, "busy", {.text = "Busy", .busy = true});
    page.gap(16);
}

}  // namespace

void draw_gallery(Kit& kit, const app::Model&, UiState&) {
    Page page(kit, {.key = "gallery", .title = "Gallery", .subtitle = "Every widget of the kit"});
    search_field(kit, "search", page.gutter_row(std::max(40.0F, kit.line_height(Type::Body) + 14)),
                 {.label = "Search", .value = {}, .placeholder = "Search the menu"});
    page.gap(10);
    chips(kit, "chips", page.row(chips_height(kit) + 8), kChips);
    page.gap(8);
    banner(page, "banner",
           {.emoji = "🛵", .title = "Order A-17 is on its way", .text = "Arrives in 12-18 min", .tappable = true});
    draw_cards(page);
    draw_cells(page);
    draw_fields(page);
    draw_small(page);
    {
        Section section(page, {.header = "Timeline", .separators = false});
        timeline(section, "timeline", kSteps);
    }
    empty_state(page, "empty",
                {.emoji = "🛒",
                 .title = "Your cart is empty",
                 .text = "Add something tasty from the menu.",
                 .button = "To the menu"});
}

}  // namespace kiosk::ui

#endif
