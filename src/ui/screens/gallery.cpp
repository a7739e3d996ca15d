#include "ui/screens/gallery.h"

#include <algorithm>
#include <array>

#include "ui/kit/widgets.h"

namespace kiosk::ui {
namespace {

// Arabic where the pictures show right-to-left text; other such languages mirror the English.
struct Say {
    explicit Say(Kit& kit) : arabic(kit.texts().language() == "ar") {}
    std::string_view operator()(std::string_view english, std::string_view in_arabic) const {
        return arabic ? in_arabic : english;
    }
    bool arabic;
};

void draw_page_title(Page& page) {
    const Say say(page.kit());
    page.text(
        say("A paragraph of a page runs over as many lines as it takes.", "تمتد فقرة الصفحة على كل ما يلزمها من أسطر."),
        {.ink = Ink::Subtitle, .max_lines = 0, .middle = false});
}

void draw_section(Page& page) {
    const Say say(page.kit());
    Section section(page, {.header = say("Header", "العنوان"),
                           .footer = say("A footer explains what the section is about.", "تشرح الحاشية موضوع القسم.")});
    cell(section, "row", {.title = say("A row", "صف"), .trailing = Trailing::Chevron});
    paragraph(section, say("A paragraph stands between the rows of its section.", "فقرة بين صفوف القسم."),
              {.type = Type::Subhead, .ink = Ink::Subtitle, .max_lines = 0});
}

void draw_buttons(Page& page) {
    const Say say(page.kit());
    page.gap(8);
    button(page, "primary", {.text = say("Place order", "إرسال الطلب")});
    page.gap(8);
    button(page, "secondary", {.text = say("View cart", "عرض السلة"), .kind = ButtonKind::Secondary, .icon = Icon::Bag});
    page.gap(8);
    button(page, "destructive", {.text = say("Clear cart", "إفراغ السلة"), .kind = ButtonKind::Destructive});
    page.gap(8);
    button(page, "plain", {.text = say("Not now", "ليس الآن"), .kind = ButtonKind::Plain});
    page.gap(8);
    button(page, "disabled", {.text = say("Closed", "مغلق"), .enabled = false});
    page.gap(8);
    button(page, "busy", {.text = say("Sending", "جارٍ الإرسال"), .busy = true});
    page.gap(8);
}

void draw_icon_buttons(Page& page) {
    Kit& kit = page.kit();
    const Say say(kit);
    Rect row = page.gutter_row(kTapSize);
    icon_button(kit, "search", row.cut_start(kTapSize), {.icon = Icon::Search, .name = say("Search", "بحث")});
    row.cut_start(8);
    icon_button(kit, "back", row.cut_start(kTapSize), {.icon = Icon::Back, .name = say("Back", "رجوع")});
    row.cut_start(8);
    icon_button(kit, "add", row.cut_start(kTapSize), {.icon = Icon::Plus, .name = say("Add", "إضافة"), .filled = true});
    row.cut_start(8);
    icon_button(kit, "off", row.cut_start(kTapSize),
                {.icon = Icon::Trash, .name = say("Remove", "إزالة"), .ink = Ink::Destructive, .enabled = false});
}

void draw_choices(Page& page) {
    Kit& kit = page.kit();
    const Say say(kit);
    Section section(page, {.header = say("One of several, or any", "خيار واحد أو أكثر")});
    cell(section, "large", {.title = say("Large", "كبير"), .value = "+$2.00", .trailing = Trailing::Radio, .on = true});
    cell(section, "small", {.title = say("Small", "صغير"), .trailing = Trailing::Radio});
    cell(section, "cheese", {.title = say("Cheese", "جبن"), .value = "+$0.80", .trailing = Trailing::Checkbox, .on = true});
    cell(section, "bacon", {.title = say("Bacon", "لحم مقدد"), .trailing = Trailing::Checkbox, .enabled = false});
    cell(section, "haptics", {.title = say("Haptics", "الاهتزاز"), .trailing = Trailing::Switch, .on = true});
    cell(section, "news", {.title = say("News", "الأخبار"), .trailing = Trailing::Switch});
}

void draw_segmented(Page& page) {
    Kit& kit = page.kit();
    const Say say(kit);
    const std::array<std::string_view, 2> ways{say("Delivery", "توصيل"), say("Pickup", "استلام")};
    const std::array<std::string_view, 4> tips{say("No tip", "بلا"), "5%", "10%", "15%"};
    segmented(kit, "ways", page.gutter_row(segmented_height(kit)), ways, 0);
    page.gap(12);
    segmented(kit, "tips", page.gutter_row(segmented_height(kit)), tips, 2);
}

void draw_chips(Page& page) {
    const Say say(page.kit());
    const std::array<Chip, 4> items{Chip{say("Burgers", "برجر"), "🍔", true}, Chip{say("Sides", "جوانب"), "🍟"},
                                    Chip{say("Drinks", "مشروبات"), "🥤"}, Chip{say("Sweets", "حلويات"), "🍩"}};
    chips(page.kit(), "chips", page.row(chips_height(page.kit()) + 8), items);
}

void draw_stepper(Page& page) {
    Kit& kit = page.kit();
    const Say say(kit);
    const Size size = stepper_size(kit);
    Rect row = page.gutter_row(size.height + 8);
    const StepperProps props{.value = 2,
                             .name = say("Pieces", "القطع"),
                             .decrease_name = say("Fewer", "أقل"),
                             .increase_name = say("More", "أكثر")};
    StepperProps last = props;
    last.value = 1;
    last.trash_at_minimum = true;
    stepper(kit, "stepper", row.cut_start(size.width), props);
    row.cut_start(16);
    stepper(kit, "last", row.cut_start(size.width), last);
}

void draw_cells(Page& page) {
    const Say say(page.kit());
    Section section(page, {.separator_inset = 58});
    cell(section, "history",
         {.title = say("Order history", "سجل الطلبات"), .icon = Icon::Clock, .value = "12", .trailing = Trailing::Chevron});
    cell(section, "zone",
         {.title = say("City centre", "وسط المدينة"),
          .subtitle = say("Free from $30.00", "مجاني من $30.00"),
          .emoji = "🏙️",
          .value = "$2.50"});
    cell(section, "clear", {.title = say("Clear cart", "إفراغ السلة"), .title_ink = Ink::Destructive});
}

void draw_line(Page& page) {
    const Say say(page.kit());
    Section section(page);
    line_cell(section, "line",
              {.emoji = "🍔",
               .seed = "classic",
               .title = say("Classic Burger", "برجر كلاسيكي"),
               .subtitle = say("Large, extra cheese, no onion", "كبير، جبن إضافي، بلا بصل"),
               .price = "$17.00",
               .was_price = "$19.00",
               .stepper = {.value = 2,
                           .name = say("Quantity", "الكمية"),
                           .decrease_name = say("Less", "أقل"),
                           .increase_name = say("More", "أكثر")}});
}

void draw_amounts(Page& page) {
    const Say say(page.kit());
    Section section(page, {.separators = false});
    amount_row(section, say("Subtotal", "المجموع الفرعي"), "$17.00");
    amount_row(section, say("Welcome: 15 % off", "ترحيب: خصم 15 %"), "−$2.55", false, Ink::Success);
    amount_row(section, say("Total", "الإجمالي"), "$14.45", true);
}

void draw_cards(Page& page) {
    Kit& kit = page.kit();
    const Say say(kit);
    const Rect probe = page.gutter_row(0);
    const int columns = card_columns(kit, probe.width);
    const float height = card_height(kit, probe.column(0, columns, 12).width);
    const std::array<CardProps, 2> cards{CardProps{.name = say("Crispy Chicken with Mustard", "دجاج مقرمش بالخردل"),
                                                   .emoji = "🍗",
                                                   .seed = "chicken",
                                                   .price = "$9.20",
                                                   .was_price = "$11.00",
                                                   .tag = "−16%",
                                                   .add_name = say("Add Crispy Chicken", "إضافة دجاج مقرمش"),
                                                   .in_cart = 2},
                                         CardProps{.name = say("Strawberry Shake", "مخفوق الفراولة"),
                                                   .description = say("Fresh and cold", "طازج وبارد"),
                                                   .emoji = "🍓",
                                                   .seed = "shake",
                                                   .price = "$5.10",
                                                   .add_name = say("Add Strawberry Shake", "إضافة مخفوق الفراولة")}};
    for (int i = 0; i < 2; i += columns) {
        const Rect row = page.gutter_row(height);
        for (int c = 0; c < columns && i + c < 2; ++c) {
            const int index = i + c;
            card(kit, {"card", index}, row.column(c, columns, 12), cards[static_cast<std::size_t>(index)]);
        }
        page.gap(12);
    }
}

void draw_fields(Page& page) {
    const Say say(page.kit());
    Section section(page);
    text_field(section, "name",
               {.label = say("Name", "الاسم"), .value = say("Ada Lovelace", "ليلى"), .autocomplete = "name"});
    text_field(section, "phone",
               {.label = say("Phone", "الهاتف"),
                .value = {},
                .placeholder = say("So that we can reach you", "لنتواصل معك"),
                .error = say("Enter a phone number", "أدخل رقم هاتف"),
                .type = "tel",
                .input_mode = "tel",
                .autocomplete = "tel"});
    text_field(section, "comment",
               {.label = say("Comment", "ملاحظة"),
                .value = say("Ring twice,\nplease.", "رنّ مرتين\nمن فضلك."),
                .enter_key_hint = "done",
                .multiline = true});
}

void draw_search_fields(Page& page) {
    Kit& kit = page.kit();
    const Say say(kit);
    const float height = std::max(40.0F, kit.line_height(Type::Body) + 14);
    search_field(kit, "empty", page.gutter_row(height),
                 {.label = say("Search", "بحث"), .value = {}, .placeholder = say("Find a dish", "ابحث عن طبق")});
    page.gap(8);
    search_field(kit, "full", page.gutter_row(height),
                 {.label = say("Search again", "بحث ثانٍ"), .value = say("Burger", "برجر"), .placeholder = {}});
}

void draw_badges(Page& page) {
    Kit& kit = page.kit();
    const Say say(kit);
    const float height = kit.line_height(Type::Caption) + 8;
    Rect row = page.gutter_row(height);
    row.cut_start(tag(kit, {row.x, row.y}, say("New", "جديد"), Ground::Badge, Ink::OnBadge) + 8);
    row.cut_start(tag(kit, {row.x, row.y}, say("Vegan", "نباتي"), Ground::Tint, Ink::OnTint) + 8);
    badge(kit, {row.x + height / 2, row.y + height / 2}, "3");
}

void draw_waiting(Page& page) {
    Kit& kit = page.kit();
    const Say say(kit);
    spinner(kit, page.gutter_row(28).cut_start(28), kit[Ink::Hint]);
    page.gap(10);
    progress_bar(kit, "progress", page.gutter_row(16), 0.4F, say("To free delivery", "إلى التوصيل المجاني"));
    page.gap(10);
    Rect row = page.gutter_row(48);
    skeleton(kit, row.cut_start(48), 14);
    row.cut_start(12);
    skeleton(kit, {row.x, row.y + 6, row.width * 0.6F, 14}, 7);
    skeleton(kit, {row.x, row.y + 28, row.width * 0.4F, 12}, 6);
}

void draw_timeline(Page& page) {
    const Say say(page.kit());
    const std::array<Step, 4> steps{Step{say("Accepted", "قُبل"), {}, "14:02", "🧾", StepState::Done},
                                    Step{say("Preparing", "قيد التحضير"), say("On the grill right now", "على الشواية الآن"),
                                         "14:05", "🍳", StepState::Current},
                                    Step{say("On the way", "في الطريق"), {}, {}, "🛵", StepState::Ahead},
                                    Step{say("Could not be delivered", "تعذر التوصيل"), {}, "14:40", {}, StepState::Failed}};
    Section section(page, {.separators = false});
    timeline(section, "timeline", steps);
}

void draw_empty(Page& page) {
    const Say say(page.kit());
    empty_state(page, "empty",
                {.emoji = "🛒",
                 .title = say("Your cart is empty", "سلتك فارغة"),
                 .text = say("Add something tasty from the menu.", "أضف شيئًا لذيذًا من القائمة."),
                 .button = say("To the menu", "إلى القائمة")});
}

void draw_banner(Page& page) {
    const Say say(page.kit());
    banner(page, "banner",
           {.emoji = "🛵",
            .title = say("On its way", "في الطريق"),
            .text = say("Order A-17 arrives in 12-18 min", "يصل الطلب A-17 خلال 12-18 دقيقة"),
            .tappable = true});
}

void draw_rating(Page& page) {
    const Say say(page.kit());
    rating(page.kit(), "rating", page.gutter_row(kTapSize), 4, say("Stars", "النجوم"));
}

void draw_icons(Page& page) {
    Kit& kit = page.kit();
    constexpr int kInRow = 8;
    for (int i = 1; i <= static_cast<int>(Icon::Tag); i += kInRow) {
        const Rect row = page.gutter_row(40);
        for (int c = 0; c < kInRow && i + c <= static_cast<int>(Icon::Tag); ++c) {
            kit.icon(static_cast<Icon>(i + c), row.column(c, kInRow, 0).centred(24, 24), kit[Ink::Text]);
        }
    }
}

// ---- What lies over a page. The same rows are below each of them.

void draw_below(Page& page) {
    draw_cells(page);
}

void draw_toast(Kit& kit, const app::Model&, UiState&) {
    const Say say(kit);
    {
        Page page(kit, {.key = "toast"});
        draw_below(page);
    }
    toast(kit, "toast", {.text = say("Classic Burger removed", "أزيل برجر كلاسيكي"), .action = say("Undo", "تراجع")}, true);
}

void draw_dialog(Kit& kit, const app::Model&, UiState&) {
    const Say say(kit);
    {
        Page page(kit, {.key = "dialog"});
        draw_below(page);
    }
    dialog(kit, "dialog",
           {.title = say("Clear the cart?", "إفراغ السلة؟"),
            .text = say("Two dishes will be removed.", "سيُزال طبقان."),
            .confirm = say("Clear", "إفراغ"),
            .cancel = say("Keep", "إبقاء"),
            .destructive = true},
           true);
}

void draw_sheet(Kit& kit, const app::Model&, UiState&) {
    const Say say(kit);
    {
        Page page(kit, {.key = "sheet_below"});
        draw_below(page);
    }
    Sheet sheet(kit, {.key = "sheet", .name = say("Details", "التفاصيل")}, true);
    Page page(kit, {.key = "inside", .title = say("Details", "التفاصيل"), .ground = Ground::Section});
    draw_page_title(page);
    page.gap(12);
    draw_stepper(page);
}

// ---- The list

struct Widget {
    std::string_view name;
    void (*draw)(Page& page);
};
constexpr std::array kWidgets{Widget{"page", draw_page_title},    Widget{"section", draw_section},
                              Widget{"button", draw_buttons},     Widget{"icon_button", draw_icon_buttons},
                              Widget{"choice", draw_choices},     Widget{"segmented", draw_segmented},
                              Widget{"chips", draw_chips},        Widget{"stepper", draw_stepper},
                              Widget{"cell", draw_cells},         Widget{"line_cell", draw_line},
                              Widget{"amount_row", draw_amounts}, Widget{"card", draw_cards},
                              Widget{"text_field", draw_fields},  Widget{"search_field", draw_search_fields},
                              Widget{"tag", draw_badges},         Widget{"waiting", draw_waiting},
                              Widget{"timeline", draw_timeline},  Widget{"empty_state", draw_empty},
                              Widget{"banner", draw_banner},      Widget{"rating", draw_rating},
                              Widget{"icons", draw_icons}};

template <std::size_t kIndex>
void draw_alone(Kit& kit, const app::Model&, UiState&) {
    const Widget& widget = kWidgets[kIndex];
    const Say say(kit);
    const bool titled = widget.draw == draw_page_title;
    Page page(kit, {.key = widget.name,
                    .title = titled ? say("A page", "صفحة") : std::string_view{},
                    .subtitle = titled ? say("With a second line", "مع سطر ثانٍ") : std::string_view{}});
    page.gap(12);
    widget.draw(page);
}

template <std::size_t... kIndices>
constexpr auto list_of(std::index_sequence<kIndices...>) {
    return std::array{GalleryWidget{kWidgets[kIndices].name, draw_alone<kIndices>}..., GalleryWidget{"toast", draw_toast},
                      GalleryWidget{"dialog", draw_dialog}, GalleryWidget{"sheet", draw_sheet}};
}
constexpr auto kGallery = list_of(std::make_index_sequence<kWidgets.size()>());

}  // namespace

std::span<const GalleryWidget> gallery() {
    return kGallery;
}

void draw_gallery(Kit& kit, const app::Model&, UiState&) {
    const Say say(kit);
    Page page(kit, {.key = "gallery", .title = say("Gallery", "المعرض"), .subtitle = "Every widget of the kit"});
    for (const Widget& widget : kWidgets) {
        if (widget.draw == draw_waiting) continue;  // It never rests.
        kit.push_scope(widget.name);
        widget.draw(page);
        kit.pop_scope();
        page.gap(16);
    }
}

}  // namespace kiosk::ui
