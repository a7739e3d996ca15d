#pragma once
// What the last frame drew, as values that tests compare: its cost, its vertices, and the words that did not fit.

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "imgui.h"
#include "support/ui_driver.h"
#include "ui/kit/kit.h"
#include "ui/kit/painter.h"
#include "ui/shape_code.h"

namespace kiosk::test {

struct Cost {
    int vertices = 0;
    int draw_calls = 0;
    int pictures = 0;  // Of them.

    bool operator==(const Cost&) const = default;
};

inline Cost drawn_cost() {
    Cost cost;
    cost.vertices = drawing().TotalVtxCount;
    for (const ImDrawList* list : drawing().CmdLists) {
        for (const ImDrawCmd& command : list->CmdBuffer) {
            if (command.ElemCount == 0) continue;
            ++cost.draw_calls;
            if (command.TexRef._TexData == nullptr) ++cost.pictures;
        }
    }
    return cost;
}

struct Corner {
    float x = 0;
    float y = 0;
    ImU32 colour = 0;

    bool operator==(const Corner&) const = default;
};

inline std::vector<Corner> drawn_corners() {
    std::vector<Corner> corners;
    for (const ImDrawList* list : drawing().CmdLists) {
        for (const ImDrawVert& vertex : list->VtxBuffer) corners.push_back({vertex.pos.x, vertex.pos.y, vertex.col});
    }
    return corners;
}

// The rectangle of each quad that the last frame drew: of a glyph or picture, or of a shape without its soft edge. Shadows
// are left out, which fade beyond every edge.
inline std::vector<ui::Rect> drawn_rects() {
    std::vector<ui::Rect> rects;
    for (const ImDrawList* list : drawing().CmdLists) {
        for (int i = 0; i + 3 < list->VtxBuffer.Size; i += 4) {
            const ImDrawVert* corners = &list->VtxBuffer[i];
            const auto [left, right] = std::minmax({corners[0].pos.x, corners[1].pos.x, corners[2].pos.x, corners[3].pos.x});
            const auto [top, bottom] = std::minmax({corners[0].pos.y, corners[1].pos.y, corners[2].pos.y, corners[3].pos.y});
            const ui::Rect quad{left, top, right - left, bottom - top};
            if (!ui::is_shape(corners[0].uv.x)) {
                rects.push_back(quad);
                continue;
            }
            const ui::Shape shape =
                ui::decode({std::fabs(corners[0].uv.x), std::fabs(corners[0].uv.y)}, drawing().FramebufferScale.x);
            if (shape.kind != ui::ShapeKind::Shadow) rects.push_back(quad.inset(ui::shape_padding(shape)));
        }
    }
    return rects;
}

inline void append_utf8(char32_t code_point, std::string& out) {
    char bytes[5];
    ImTextCharToUtf8(bytes, static_cast<unsigned>(code_point));
    out += bytes;
}

// As far as it was set; blanks are left out.
inline std::string words_of(const ui::Layout& layout) {
    std::string words = layout.text;
    for (const ui::LaidGlyph& glyph : layout.glyphs) append_utf8(glyph.code_point, words);
    return words;
}

// The last frame showed these words, or measured them.
inline bool is_laid(ui::Kit& kit, std::string_view words) {
    const ui::Typesetter& typesetter = kit.painter().typesetter();
    return std::any_of(typesetter.layouts().begin(), typesetter.layouts().end(), [&](const auto& entry) {
        return entry.second.used_in_frame == typesetter.frame() && words_of(entry.second) == words;
    });
}

// Of what was laid in the last frame, each text that lost its end.
inline std::vector<std::string> cut_texts(ui::Kit& kit) {
    std::vector<std::string> cut;
    const ui::Typesetter& typesetter = kit.painter().typesetter();
    for (const auto& [key, layout] : typesetter.layouts()) {
        if (!layout.cut || layout.used_in_frame != typesetter.frame()) continue;
        cut.push_back(words_of(layout));
    }
    return cut;
}

}  // namespace kiosk::test
