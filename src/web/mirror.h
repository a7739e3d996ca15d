#pragma once
// Keeps the DOM mirror (js-bridge/semantics.js) equal to the semantic tree: sends what changed since the last time, nodes as JSON and
// rectangles as plain numbers. Owned by the program; nothing here fails.

#include <cstdint>
#include <string>
#include <vector>

#include "ui/semantics.h"
#include "wire/json_writer.h"

namespace kiosk::web {

// As js-bridge/semantics.js reads it.
struct MirrorPlace {
    std::uint32_t id = 0;
    ui::NodeRect rect;
};
static_assert(sizeof(MirrorPlace) == 20);

class Mirror {
public:
    // hold_places: rectangles alone may wait, because the next frame moves them again.
    void show(const ui::SemanticTree& tree, bool hold_places);

private:
    ui::Node* sent_node(std::size_t index, ui::NodeId id);
    void write_order(wire::JsonWriter& out, const ui::SemanticTree& tree) const;
    void send_places(const ui::SemanticTree& tree);

    ui::SemanticTree sent_;
    std::vector<bool> leaf_;
    std::vector<bool> sent_leaf_;
    std::vector<MirrorPlace> places_;
    bool places_due_ = false;
};

// What a node says, without its place on the screen.
void write_node(wire::JsonWriter& out, const ui::Node& node, bool leaf);

}  // namespace kiosk::web
