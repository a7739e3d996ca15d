#include "web/mirror.h"

#include <algorithm>
#include <cmath>

#include "web/imports.h"

namespace kiosk::web {
namespace {

using wire::JsonWriter;

void optional_text(JsonWriter& out, std::string_view name, const std::string& value) {
    if (!value.empty()) out.field(name, value);
}

void optional_state(JsonWriter& out, std::string_view name, ui::Tristate state) {
    if (state != ui::Tristate::None) out.field(name, state == ui::Tristate::On ? "true" : "false");
}

void optional_number(JsonWriter& out, std::string_view name, int value) {
    if (value != 0) out.field(name, value);
}

bool is_field(const ui::Node& node) {
    return node.role == ui::Role::TextField || node.role == ui::Role::SearchField;
}

// Of the native input, so that its text lies exactly where the drawn text does: top, right, bottom, left.
void write_padding(JsonWriter& out, const ui::Node& node) {
    const ui::NodeRect& outer = node.rect;
    const ui::NodeRect& inner = node.field.text_rect;
    out.key("padding");
    out.begin_array();
    for (const float side : {inner.y - outer.y, outer.x + outer.width - inner.x - inner.width,
                             outer.y + outer.height - inner.y - inner.height, inner.x - outer.x}) {
        out.integer(std::max(0L, std::lround(side)));
    }
    out.end_array();
}

void write_field(JsonWriter& out, const ui::Node& node) {
    const ui::FieldTraits& field = node.field;
    out.key("field");
    out.begin_object();
    optional_text(out, "type", field.type);
    optional_text(out, "inputMode", field.input_mode);
    optional_text(out, "autocomplete", field.autocomplete);
    optional_text(out, "enterKeyHint", field.enter_key_hint);
    optional_text(out, "placeholder", field.placeholder);
    optional_number(out, "maxLength", field.max_length);
    if (field.multiline) out.field("multiline", true);
    if (field.spelling != ui::Spelling::Prose)
        out.field("capitals", field.spelling == ui::Spelling::Names ? "words" : "off");
    out.field("fontSize", static_cast<int>(std::lround(field.font_size)));
    write_padding(out, node);
    out.end_object();
}

// Moves the node as it was sent to where it is now: what still differs then is more than a place.
void relocate(ui::Node& sent, const ui::Node& node) {
    if (is_field(node)) {
        sent.field.text_rect.x += node.rect.x - sent.rect.x;
        sent.field.text_rect.y += node.rect.y - sent.rect.y;
        const auto near = [](float a, float b) { return std::fabs(a - b) < 0.5F; };
        ui::NodeRect& was = sent.field.text_rect;
        const ui::NodeRect& is = node.field.text_rect;
        if (near(was.x, is.x) && near(was.y, is.y) && near(was.width, is.width) && near(was.height, is.height)) was = is;
    }
    sent.rect = node.rect;
    sent.parent = node.parent;
}

ui::NodeId parent_id(const ui::SemanticTree& tree, const ui::Node& node) {
    return node.parent < 0 ? 0 : tree[static_cast<std::size_t>(node.parent)].id;
}

bool same_structure(const ui::SemanticTree& a, const ui::SemanticTree& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const ui::Node& x, const ui::Node& y) { return x.id == y.id && x.parent == y.parent; });
}

}  // namespace

void write_node(JsonWriter& out, const ui::Node& node, bool leaf) {
    out.begin_object();
    out.field("id", node.id);
    out.field("role", node.role == ui::Role::Text ? "" : ui::aria_role(node.role));
    out.field("name", node.name);
    if (leaf) out.field("leaf", true);
    optional_number(out, "level", node.level);
    optional_text(out, "value", node.value);
    optional_text(out, "description", node.description);
    if (node.disabled) out.field("disabled", true);
    if (node.focusable) out.field("focusable", true);
    if (node.invalid) out.field("invalid", true);
    optional_state(out, "checked", node.checked);
    optional_state(out, "selected", node.selected);
    optional_state(out, "expanded", node.expanded);
    optional_number(out, "position", node.position);
    optional_number(out, "size", node.set_size);
    if (is_field(node)) write_field(out, node);
    out.end_object();
}

ui::Node* Mirror::sent_node(std::size_t index, ui::NodeId id) {
    if (index < sent_.size() && sent_[index].id == id) return &sent_[index];
    const auto found = std::find_if(sent_.begin(), sent_.end(), [id](const ui::Node& node) { return node.id == id; });
    return found == sent_.end() ? nullptr : &*found;
}

void Mirror::show(const ui::SemanticTree& tree, bool hold_places) {
    const bool reordered = !same_structure(tree, sent_);
    leaf_.assign(tree.size(), true);
    for (const ui::Node& node : tree) {
        if (node.parent >= 0) leaf_[static_cast<std::size_t>(node.parent)] = false;
    }
    JsonWriter out;
    out.begin_object();
    out.key("nodes");
    out.begin_array();
    bool changed = reordered;
    for (std::size_t index = 0; index < tree.size(); ++index) {
        const ui::Node& node = tree[index];
        ui::Node* sent = sent_node(index, node.id);
        if (sent != nullptr) {
            places_due_ = places_due_ || !(sent->rect == node.rect);
            const bool same_leaf = leaf_[index] == sent_leaf_[static_cast<std::size_t>(sent - sent_.data())];
            relocate(*sent, node);
            if (same_leaf && *sent == node) continue;
        }
        changed = true;
        write_node(out, node, leaf_[index]);
    }
    out.end_array();
    if (reordered) write_order(out, tree);
    out.end_object();
    if (changed) {
        const std::string json = out.take();
        kiosk_mirror_update(json.data(), static_cast<int>(json.size()));
        sent_ = tree;
        sent_leaf_ = leaf_;
    }
    places_due_ = places_due_ || reordered;
    if (places_due_ && (!hold_places || reordered)) send_places(tree);
}

void Mirror::write_order(JsonWriter& out, const ui::SemanticTree& tree) const {
    out.key("order");
    out.begin_array();
    for (const ui::Node& node : tree) {
        out.integer(node.id);
        out.integer(parent_id(tree, node));
    }
    out.end_array();
}

void Mirror::send_places(const ui::SemanticTree& tree) {
    places_.clear();
    for (const ui::Node& node : tree) places_.push_back({node.id, node.rect});
    kiosk_mirror_place(places_.data(), static_cast<int>(places_.size()));
    places_due_ = false;
}

}  // namespace kiosk::web
