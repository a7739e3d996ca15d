#pragma once
// Builds the semantic tree while a frame is drawn. Nodes and their strings are reused from frame to frame, so a steady frame
// allocates nothing. Owned by Kit.

#include <string_view>
#include <vector>

#include "ui/semantics.h"

namespace kiosk::ui {

class Semantics {
public:
    void begin_frame();
    void end_frame();
    // A cleared node, appended under the open group. While passive, one that is thrown away.
    Node& add(NodeId id, Role role, std::string_view name, const NodeRect& rect);
    [[nodiscard]] Node& last() { return passive_ || count_ == 0 ? scratch_ : nodes_[count_ - 1]; }  // Just added.
    void open(NodeId id, Role role, std::string_view name, const NodeRect& rect);
    void close();
    void begin_modal();                                     // What was added until now can't be reached.
    void set_passive(bool passive) { passive_ = passive; }  // A page on its way out.
    [[nodiscard]] bool passive() const { return passive_; }

    [[nodiscard]] const SemanticTree& tree() const { return nodes_; }  // Whole after end_frame().
    [[nodiscard]] const Node* find(NodeId id) const;                   // Of the last whole frame or of this one.

private:
    SemanticTree nodes_;
    SemanticTree spare_;  // Keeps the strings of nodes that this frame has no use for.
    std::vector<int> open_;
    std::size_t count_ = 0;
    Node scratch_;
    bool passive_ = false;
};

}  // namespace kiosk::ui
