#pragma once
// One tree of what is on screen and what it means, rebuilt every frame in reading order. It feeds the DOM mirror (screen readers,
// keyboard, native text inputs) and the tests, which find things by role and name exactly as browser tests do.

#include <cstdint>
#include <string>
#include <vector>

#include "ui/input.h"

namespace kiosk::ui {

enum class Role : std::uint8_t {
    Text,
    Heading,  // level says which.
    Button,
    Link,
    Image,
    Checkbox,
    Radio,
    Switch,
    Tab,
    TextField,
    SearchField,
    List,
    ListItem,
    Dialog,  // Modal: what lies below it is not in the tree.
    Status,  // Live region, polite.
    Alert,   // Live region, assertive.
    Group,
    Progress,
};

// "button": the ARIA role, also used by tests.
[[nodiscard]] const char* aria_role(Role role);

struct NodeRect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    bool operator==(const NodeRect&) const = default;
};

// What a keyboard makes of the words typed into a field.
enum class Spelling : std::uint8_t {
    Prose,  // As it likes.
    Names,  // Each begins with a capital.
    Codes,  // Nothing at all.
};

// How the native input of a text field behaves (HTML attribute values).
struct FieldTraits {
    std::string type = "text";         // "text", "tel", "search".
    std::string input_mode;            // "tel", "numeric", "search", ...
    std::string autocomplete = "off";  // "name", "tel", "street-address", ...
    std::string enter_key_hint;        // "next", "done", "search", ...
    std::string placeholder;
    int max_length = 0;  // UTF-16 units; 0: no limit.
    bool multiline = false;
    Spelling spelling = Spelling::Prose;
    float font_size = 16;
    NodeRect text_rect;  // Where the text itself is drawn, without padding.

    bool operator==(const FieldTraits&) const = default;
};

enum class Tristate : std::uint8_t { None, Off, On };

struct Node {
    NodeId id = 0;
    int parent = -1;  // Index of the parent in the tree, or -1.
    Role role = Role::Text;
    int level = 0;  // Of a heading.
    std::string name;
    std::string value;  // Of a field; of a progress bar, as a plain number in percent.
    std::string description;
    bool disabled = false;
    bool focusable = false;
    Tristate checked = Tristate::None;   // Checkbox, radio, switch.
    Tristate selected = Tristate::None;  // Tab.
    Tristate expanded = Tristate::None;
    int position = 0;  // 1-based place in a list, with set_size; 0: not given.
    int set_size = 0;
    bool invalid = false;  // A field that needs attention.
    NodeRect rect;
    FieldTraits field;  // For TextField and SearchField.

    bool operator==(const Node&) const = default;
};

using SemanticTree = std::vector<Node>;

}  // namespace kiosk::ui
