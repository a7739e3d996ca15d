#pragma once
// Turns logical rectangles into quads of Dear ImGui's draw list: mirrors for right-to-left languages, snaps to device
// pixels, clips, multiplies opacity, encodes shapes (shape_code.h) and sets glyphs. The only place of the kit that knows
// physical coordinates. One instance, owned by Kit.

#include <string_view>
#include <vector>

#include "ui/kit/fonts.h"
#include "ui/kit/geometry.h"
#include "ui/kit/palette.h"
#include "ui/kit/run_cache.h"
#include "ui/kit/text_style.h"
#include "ui/kit/typesetter.h"
#include "ui/ports.h"
#include "ui/shape_code.h"

namespace kiosk::ui {

class Painter {
public:
    explicit Painter(TextPort& port);

    void install(ImFontAtlas& atlas) { fonts_.install(atlas); }
    void begin_frame(ImDrawList& list, ImFontAtlas& atlas, float width, float height, float density, bool rtl);
    [[nodiscard]] bool wants_frame() const { return runs_.missing(); }

    // ---- Coordinates
    [[nodiscard]] Rect physical(const Rect& logical) const;
    [[nodiscard]] Point physical(Point logical) const;
    [[nodiscard]] bool mirrored() const { return frames_.back().mirrored; }
    [[nodiscard]] float snap(float value) const;
    void push_ltr(const Rect& area);
    void pop_ltr();
    void push_clip(const Rect& area);  // Intersected with the current one.
    void pop_clip();
    [[nodiscard]] const Rect& clip() const { return clips_.back(); }  // Physical.
    void push_opacity(float opacity);
    void pop_opacity();

    // ---- Shapes
    void shape(ShapeKind kind, const Rect& area, Colour top, Colour bottom, float radius, float parameter);
    void capsule(Point from, Point to, Colour colour, float width);  // A line with round ends.
    void image(const Rect& area, ImTextureID texture, float radius, float opacity);

    // A shape whose place in the drawing order is now, and whose rectangle is known later in the frame.
    [[nodiscard]] int reserve();
    void place(int reserved, const Rect& area, Colour colour, float radius);

    // Until merge() whatever is drawn goes to one of a page's layers, so that only its pictures cost a draw call each.
    enum class Layer : unsigned char { Ground, Pictures, Labels, Sticky };  // From below.
    void split();
    void set_layer(Layer layer);  // Between split() and merge(); Ground at first.
    void merge();

    // ---- Text
    [[nodiscard]] const Layout& lay(std::string_view text, const TypeStyle& style, float max_width, int max_lines) {
        return typesetter_.lay(text, style, max_width, max_lines);
    }
    [[nodiscard]] const Typesetter& typesetter() const { return typesetter_; }
    void layout(const Layout& layout, const Rect& area, Colour colour, Align align, bool struck);
    void emoji(const Rect& area, std::string_view text);

private:
    struct Frame {
        bool mirrored = false;
        float shift = 0;  // physical x = shift - logical end (mirrored), shift + logical x (not).
    };
    bool shape_quad(ShapeKind kind, const Rect& area, float radius, float parameter, ImVec2 (&corners)[4],
                    ImVec2 (&uvs)[4]) const;
    void quad(const ImVec2 (&corners)[4], const ImVec2 (&uvs)[4], const ImU32 (&colours)[4]);
    void textured(float x0, float y0, float x1, float y1, ImVec2 uv0, ImVec2 uv1, ImU32 colour);
    void line_at(const Layout& layout, const LaidLine& line, float x, float baseline, Colour colour);
    [[nodiscard]] bool hidden(float x0, float y0, float x1, float y1) const;
    [[nodiscard]] ImU32 packed(Colour colour) const;

    FontSet fonts_;
    RunCache runs_;
    Typesetter typesetter_;
    ImDrawList* list_ = nullptr;
    ImFontAtlas* atlas_ = nullptr;
    float density_ = 1;
    bool is_split_ = false;
    std::vector<Frame> frames_;
    std::vector<Rect> clips_;
    std::vector<float> opacities_;
};

}  // namespace kiosk::ui
