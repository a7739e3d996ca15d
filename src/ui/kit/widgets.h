#pragma once
// Controls, cells and cards. A widget is a function: it draws, registers its semantics and says what was done to it. Sizes
// follow the platform; a finger meets every target within at least 44 px.

#include <optional>
#include <span>
#include <string_view>

#include "ui/kit/page.h"

namespace kiosk::ui {

// ---- Buttons
enum class ButtonKind : unsigned char { Primary, Secondary, Plain, Destructive };
struct ButtonProps {
    std::string_view text = {};
    ButtonKind kind = ButtonKind::Primary;
    Icon icon = Icon::None;
    bool enabled = true;
    bool busy = false;
    std::string_view description = {};
};
bool button(Kit& kit, const Ident& key, const Rect& area, const ButtonProps& props);  // Tapped.
bool button(Page& page, const Ident& key, const ButtonProps& props);                  // A full-width row of the page.
[[nodiscard]] float button_height(const Kit& kit);
struct IconButtonProps {
    Icon icon = Icon::None;
    std::string_view name = {};
    Ink ink = Ink::Link;
    bool filled = false;  // On a round tinted ground.
    bool enabled = true;
};
bool icon_button(Kit& kit, const Ident& key, const Rect& area, const IconButtonProps& props);

// ---- Choice controls
bool toggle(Kit& kit, const Ident& key, const Rect& area, std::string_view name, bool on);  // Switch; tapped.
void draw_switch(Kit& kit, const Rect& area, NodeId id, bool on);
void draw_radio(Kit& kit, const Rect& area, NodeId id, bool on);
void draw_checkbox(Kit& kit, const Rect& area, NodeId id, bool on);
// The tapped index, or -1.
int segmented(Kit& kit, const Ident& key, const Rect& area, std::span<const std::string_view> names, int selected);
[[nodiscard]] float segmented_height(const Kit& kit);
struct Chip {
    std::string_view text = {};
    std::string_view emoji = {};
    bool selected = false;
};
int chips(Kit& kit, const Ident& key, const Rect& area, std::span<const Chip> items, int reveal = -1);  // One strip.
[[nodiscard]] float chips_height(const Kit& kit);
struct StepperProps {
    int value = 1;
    int minimum = 0;
    int maximum = 99;
    std::string_view shown = {};  // Instead of the number, "120 %".
    std::string_view name = {};   // "Quantity"; spoken with the value.
    std::string_view decrease_name = {};
    std::string_view increase_name = {};
    bool trash_at_minimum = false;  // A bin instead of the minus where the next step removes.
};
[[nodiscard]] Size stepper_size(const Kit& kit);
std::optional<int> stepper(Kit& kit, const Ident& key, const Rect& area, const StepperProps& props);  // The new value.

// ---- Cells: one row of a section
enum class Trailing : unsigned char { None, Chevron, Switch, Radio, Check, Checkbox, Value };
struct CellProps {
    std::string_view title = {};
    std::string_view subtitle = {};
    std::string_view emoji = {};  // Leading, at most one of emoji, icon and picture.
    Icon icon = Icon::None;
    Ground icon_ground = Ground::Button;  // iOS: white icon on a coloured square.
    std::string_view picture_url = {};
    std::string_view picture_seed = {};
    std::string_view value = {};      // Trailing text, before the trailing control.
    std::string_view was_value = {};  // Struck through before the value.
    Ink title_ink = Ink::Text;
    Ink value_ink = Ink::Hint;
    Type title_type = Type::Body;
    Trailing trailing = Trailing::None;
    bool on = false;  // Of a switch, radio, check.
    bool enabled = true;
    bool tappable = true;  // False: only read.
    int title_lines = 2;
    int subtitle_lines = 2;
};
bool cell(Section& section, const Ident& key, const CellProps& props);  // Tapped.
[[nodiscard]] float cell_height(Kit& kit, const CellProps& props, float width);
void paragraph(Section& section, std::string_view words, const TextStyle& style);

// A cart line: picture, name, options, price, stepper.
struct LineProps {
    std::string_view emoji = {};
    std::string_view picture_url = {};
    std::string_view seed = {};
    std::string_view title = {};
    std::string_view subtitle = {};
    std::string_view problem = {};  // In destructive ink.
    std::string_view price = {};
    std::string_view was_price = {};
    StepperProps stepper;
};
struct LineEvent {
    bool opened = false;
    std::optional<int> quantity;
};
LineEvent line_cell(Section& section, const Ident& key, const LineProps& props);

// ---- Cards
struct CardProps {
    std::string_view name = {};
    std::string_view description = {};
    std::string_view emoji = {};
    std::string_view picture_url = {};
    std::string_view seed = {};  // The ground's tint.
    std::string_view price = {};
    std::string_view was_price = {};
    std::string_view tag = {};           // "New", "-20 %": a small label on the picture.
    std::string_view sold_out = {};      // The words, when it is; then nothing can be added.
    std::string_view add_name = {};      // Screen reader name of the add button.
    int in_cart = 0;                     // Shown as a badge instead of the plus.
    std::string_view in_cart_name = {};  // Spoken before that number.
};
struct CardEvent {
    bool opened = false;
    bool added = false;
};
CardEvent card(Kit& kit, const Ident& key, const Rect& area, const CardProps& props);
[[nodiscard]] float card_height(Kit& kit, float width);
[[nodiscard]] int card_columns(const Kit& kit, float width);  // 2 on a phone, more on a wide canvas, 1 for large text.

// ---- Fields: static text here, the platform's own input over it while it is edited.
struct FieldProps {
    std::string_view label = {};
    std::string_view value = {};
    std::string_view placeholder = {};
    std::string_view error = {};  // Shown below in destructive ink; the field counts as invalid.
    std::string_view type = "text";
    std::string_view input_mode = {};
    std::string_view autocomplete = "off";
    std::string_view enter_key_hint = "next";
    int max_length = 0;
    bool multiline = false;
    Spelling spelling = Spelling::Prose;
};
struct FieldEvent {
    std::optional<std::string_view> edited;  // The new value, valid for this frame.
    bool submitted = false;
    bool focused = false;
};
FieldEvent text_field(Section& section, const Ident& key, const FieldProps& props);
FieldEvent search_field(Kit& kit, const Ident& key, const Rect& area, const FieldProps& props);
// Before the field is drawn: brings it into view and asks for the keyboard, which comes inside a tap only.
void focus_field(Kit& kit, const Ident& key);

// ---- Small things
void badge(Kit& kit, Point centre, std::string_view text);
float tag(Kit& kit, Point top_start, std::string_view text, Ground ground, Ink ink);  // Its width.
void divider(Kit& kit, const Rect& area);
void skeleton(Kit& kit, const Rect& area, float radius);
void spinner(Kit& kit, const Rect& area, Colour colour);
void progress_bar(Kit& kit, const Ident& key, const Rect& area, float part, std::string_view name);
enum class StepState : unsigned char { Done, Current, Ahead, Failed };
struct Step {
    std::string_view title = {};
    std::string_view detail = {};
    std::string_view time = {};
    std::string_view emoji = {};
    StepState state = StepState::Ahead;
};
void timeline(Section& section, const Ident& key, std::span<const Step> steps);
struct EmptyProps {
    std::string_view emoji = {};
    std::string_view title = {};
    std::string_view text = {};
    std::string_view button = {};
};
bool empty_state(Page& page, const Ident& key, const EmptyProps& props);  // The button was tapped.
struct BannerProps {
    std::string_view emoji = {};
    std::string_view title = {};
    std::string_view text = {};
    Ground ground = Ground::Tint;
    bool tappable = false;
};
bool banner(Page& page, const Ident& key, const BannerProps& props);
int rating(Kit& kit, const Ident& key, const Rect& area, int stars, std::string_view name);  // The tapped star, or 0.
void former_price(Kit& kit, const Rect& area, std::string_view price);  // Struck through; nothing when it does not fit.
// Names of amounts: "Subtotal ... 12.50".
void amount_row(Section& section, std::string_view name, std::string_view amount, bool strong = false, Ink ink = Ink::Text);

// ---- Over everything (AppView draws those of the model)
struct ToastProps {
    std::string_view text = {};
    std::string_view action = {};
};
enum class ToastEvent : unsigned char { None, Action, Dismissed };
ToastEvent toast(Kit& kit, const Ident& key, const ToastProps& props, bool open);
struct DialogProps {
    std::string_view title = {};
    std::string_view text = {};
    std::string_view confirm = {};
    std::string_view cancel = {};
    bool destructive = false;
};
enum class DialogEvent : unsigned char { None, Confirmed, Cancelled };
DialogEvent dialog(Kit& kit, const Ident& key, const DialogProps& props, bool open);

}  // namespace kiosk::ui
