#include "ui/semantics.h"

#include "ui/kit/semantic_builder.h"

namespace kiosk::ui {

const char* aria_role(Role role) {
    switch (role) {
        case Role::Text:
            return "text";
        case Role::Heading:
            return "heading";
        case Role::Button:
            return "button";
        case Role::Link:
            return "link";
        case Role::Image:
            return "img";
        case Role::Checkbox:
            return "checkbox";
        case Role::Radio:
            return "radio";
        case Role::Switch:
            return "switch";
        case Role::Tab:
            return "tab";
        case Role::TextField:
            return "textbox";
        case Role::SearchField:
            return "searchbox";
        case Role::List:
            return "list";
        case Role::ListItem:
            return "listitem";
        case Role::Dialog:
            return "dialog";
        case Role::Status:
            return "status";
        case Role::Alert:
            return "alert";
        case Role::Group:
            return "group";
        case Role::Progress:
            return "progressbar";
    }
    return "text";
}

namespace {

// Keeps the strings' memory.
void reset(Node& node) {
    node.id = 0;
    node.parent = -1;
    node.role = Role::Text;
    node.level = 0;
    for (std::string* text : {&node.name, &node.value, &node.description}) text->clear();
    node.disabled = node.focusable = node.invalid = false;
    node.checked = node.selected = node.expanded = Tristate::None;
    node.position = node.set_size = 0;
    node.rect = {};
    FieldTraits& field = node.field;
    for (std::string* text :
         {&field.type, &field.input_mode, &field.autocomplete, &field.enter_key_hint, &field.placeholder}) {
        text->clear();
    }
    field.max_length = 0;
    field.multiline = false;
    field.spelling = Spelling::Prose;
    field.font_size = 16;
    field.text_rect = {};
}

}  // namespace

void Semantics::begin_frame() {
    count_ = 0;
    open_.clear();
    passive_ = false;
}

void Semantics::end_frame() {
    while (nodes_.size() > count_) {
        spare_.push_back(std::move(nodes_.back()));
        nodes_.pop_back();
    }
}

Node& Semantics::add(NodeId id, Role role, std::string_view name, const NodeRect& rect) {
    Node* node = &scratch_;
    if (!passive_) {
        if (count_ == nodes_.size()) {
            if (spare_.empty()) {
                nodes_.emplace_back();
            } else {
                nodes_.push_back(std::move(spare_.back()));
                spare_.pop_back();
            }
        }
        node = &nodes_[count_++];
    }
    reset(*node);
    node->id = id;
    node->role = role;
    node->name = name;
    node->rect = rect;
    node->parent = open_.empty() ? -1 : open_.back();
    return *node;
}

void Semantics::open(NodeId id, Role role, std::string_view name, const NodeRect& rect) {
    add(id, role, name, rect);
    open_.push_back(passive_ ? -1 : static_cast<int>(count_) - 1);
}

void Semantics::close() {
    if (!open_.empty()) open_.pop_back();
}

void Semantics::begin_modal() {
    if (passive_) return;
    count_ = 0;
    open_.clear();
}

const Node* Semantics::find(NodeId id) const {
    for (const Node& node : nodes_) {
        if (node.id == id) return &node;
    }
    return nullptr;
}

}  // namespace kiosk::ui
