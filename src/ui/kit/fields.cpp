#include <algorithm>

#include "ui/kit/interaction.h"
#include "ui/kit/painter.h"
#include "ui/kit/semantic_builder.h"
#include "ui/kit/widgets.h"

namespace kiosk::ui {

namespace {

constexpr int kMultilineRows = 3;

// Registers the field, and fills in how its native input behaves. text_area: where the words stand.
FieldEvent run_field(Kit& kit, const Ident& key, const Rect& area, const Rect& text_area, Role role, const FieldProps& props,
                     Touch& touch) {
    touch = kit.touch(key, area, role, props.label, {.value = props.value, .description = props.error});
    Node& node = kit.semantics().last();
    const Rect at = kit.painter().physical(text_area);
    node.invalid = !props.error.empty();
    FieldTraits& field = node.field;
    field.type = props.type;
    field.input_mode = props.input_mode;
    field.autocomplete = props.autocomplete;
    field.enter_key_hint = props.enter_key_hint;
    field.placeholder = props.placeholder;
    field.max_length = props.max_length;
    field.multiline = props.multiline;
    field.spelling = props.spelling;
    field.font_size = type_style(Type::Body, kit.frame().physics, kit.frame().text_scale).font.size;
    field.text_rect = {at.x, at.y, at.width, at.height};

    FieldEvent event;
    if (touch.tapped) kit.interaction().request_focus(touch.id);
    event.focused = kit.interaction().focused() == touch.id;
    event.submitted = kit.interaction().submitted(touch.id);
    // The mirror takes the focus away; some clients keep the keyboard.
    if (event.submitted && props.enter_key_hint != "next") kit.send(app::AskClient{app::Gift::HideKeyboard, {}});
    if (const std::string* value = kit.interaction().edit(touch.id)) event.edited = kit.keep(*value);
    return event;
}

// While it is edited the platform's own input lies opaque over this place.
void draw_value(Kit& kit, const Rect& area, const FieldProps& props, bool focused, int lines) {
    if (focused) return;
    const bool empty = props.value.empty();
    kit.text(area, empty ? props.placeholder : props.value,
             {.ink = empty ? Ink::Hint : Ink::Text, .max_lines = lines, .middle = lines == 1, .spoken = false});
}

}  // namespace

FieldEvent text_field(Section& section, const Ident& key, const FieldProps& props) {
    Kit& kit = section.kit();
    const float label_height = props.label.empty() ? 0 : kit.line_height(Type::Footnote) + 2;
    const int lines = props.multiline ? kMultilineRows : 1;
    const float value_height = kit.line_height(Type::Body) * static_cast<float>(lines) + 4;
    const TextStyle error{.type = Type::Footnote, .ink = Ink::Destructive, .max_lines = 0, .middle = false, .spoken = false};
    const float width = section.width() - 2 * kGutter;
    const float error_height = props.error.empty() ? 0 : kit.measure(props.error, error, width).height + 4;
    const Rect area = section.row(label_height + value_height + error_height + 18);
    Rect body = area.inset(kGutter, 9);
    const Rect label = body.cut_top(label_height);
    const Rect value = body.cut_top(value_height);

    Touch touch;
    const FieldEvent event = run_field(kit, key, area, value, Role::TextField, props, touch);
    if (!kit.visible(area)) return event;
    const Ink ink = !props.error.empty() ? Ink::Destructive : event.focused ? Ink::Accent : Ink::Hint;
    kit.text(label, props.label, {.type = Type::Footnote, .ink = ink, .middle = false, .spoken = false});
    draw_value(kit, value, props, event.focused, lines);
    if (!props.error.empty()) {
        body.cut_top(4);
        kit.text(body, props.error, error);
    }
    if (event.focused && !kit.ios()) {
        kit.fill({area.x + kGutter, area.bottom() - 2, area.width - 2 * kGutter, 2}, kit[Ink::Accent]);
    }
    return event;
}

FieldEvent search_field(Kit& kit, const Ident& key, const Rect& area, const FieldProps& props) {
    const Rect box = area.centred(area.width, std::max(38.0F, kit.line_height(Type::Body) + 14));
    Rect text = box;
    const Rect lens = text.cut_start(36).centred(18, 18);
    const Rect clear = text.cut_end(props.value.empty() ? 10 : 38);
    Touch touch;
    FieldEvent event =
        run_field(kit, key, box, text.centred(text.width, kit.line_height(Type::Body) + 4), Role::SearchField, props, touch);
    kit.fill(box, kit[Ground::Field], kit.ios() ? 10 : box.height / 2);
    kit.icon(Icon::Search, lens, kit[Ink::Hint], 1.9F);
    draw_value(kit, text, props, event.focused, 1);
    if (!props.value.empty()) {
        kit.push_scope(key);
        const Touch wipe = kit.touch("clear", clear.centred(kTapSize, kTapSize), Role::Button, kit.tr("kit.clear"));
        kit.fill(clear.centred(18, 18), with_alpha(kit[Ink::Hint], 0.7F), 9);
        kit.icon(Icon::Close, clear.centred(12, 12), kit[Ground::Section], 1.8F);
        kit.focus_ring(wipe, clear.centred(24, 24), 12);
        kit.pop_scope();
        if (wipe.tapped) {
            event.edited = std::string_view{};
            kit.interaction().request_focus(touch.id);
        }
    }
    kit.focus_ring(touch, box, 10);
    return event;
}

void focus_field(Kit& kit, const Ident& key) {
    kit.interaction().request_focus(kit.id(key));
}

}  // namespace kiosk::ui
