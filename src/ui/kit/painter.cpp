#include "ui/kit/painter.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

Painter::Painter(TextPort& port) : fonts_(port), runs_(port), typesetter_(port, fonts_) {}

void Painter::begin_frame(ImDrawList& list, ImFontAtlas& atlas, float width, float height, float density, bool rtl) {
    list_ = &list;
    atlas_ = &atlas;
    if (density != density_) fonts_.forget_metrics();  // They are rounded to device pixels.
    density_ = density;
    frames_.assign(1, Frame{rtl, rtl ? width : 0});
    clips_.assign(1, Rect{0, 0, width, height});
    opacities_.assign(1, 1.0F);
    runs_.begin_frame(atlas);
    typesetter_.begin_frame(density);
}

Rect Painter::physical(const Rect& logical) const {
    const Frame& frame = frames_.back();
    Rect out = logical;
    out.x = frame.mirrored ? frame.shift - logical.end() : frame.shift + logical.x;
    return out;
}

Point Painter::physical(Point logical) const {
    const Frame& frame = frames_.back();
    return {frame.mirrored ? frame.shift - logical.x : frame.shift + logical.x, logical.y};
}

float Painter::snap(float value) const {
    return std::round(value * density_) / density_;
}

void Painter::push_ltr(const Rect& area) {
    frames_.push_back({false, physical(area).x - area.x});
}
void Painter::pop_ltr() {
    frames_.pop_back();
}

void Painter::push_clip(const Rect& area) {
    const Rect asked = physical(area);
    const float left = snap(asked.x);
    const float top = snap(asked.y);
    const Rect snapped{left, top, snap(asked.end()) - left, snap(asked.bottom()) - top};
    clips_.push_back(snapped.clipped(clips_.back()));
    const Rect& clip = clips_.back();
    list_->PushClipRect({clip.x, clip.y}, {clip.end(), clip.bottom()}, false);
}

void Painter::pop_clip() {
    clips_.pop_back();
    list_->PopClipRect();
}

void Painter::push_opacity(float opacity) {
    opacities_.push_back(opacities_.back() * opacity);
}
void Painter::pop_opacity() {
    opacities_.pop_back();
}

ImU32 Painter::packed(Colour colour) const {
    const auto alpha = static_cast<ImU32>(std::lround(static_cast<float>(colour.a) * opacities_.back()));
    return IM_COL32(colour.r, colour.g, colour.b, alpha);
}

bool Painter::hidden(float x0, float y0, float x1, float y1) const {
    const Rect& clip = clips_.back();
    return x1 <= clip.x || x0 >= clip.end() || y1 <= clip.y || y0 >= clip.bottom();
}

void Painter::quad(const ImVec2 (&corners)[4], const ImVec2 (&uvs)[4], const ImU32 (&colours)[4]) {
    list_->PrimReserve(6, 4);
    const auto base = static_cast<ImDrawIdx>(list_->_VtxCurrentIdx);
    for (const int corner : {0, 1, 2, 0, 2, 3}) list_->PrimWriteIdx(static_cast<ImDrawIdx>(base + corner));
    for (int i = 0; i < 4; ++i) list_->PrimWriteVtx(corners[i], uvs[i], colours[i]);
}

bool Painter::shape_quad(ShapeKind kind, const Rect& area, float radius, float parameter, ImVec2 (&corners)[4],
                         ImVec2 (&uvs)[4]) const {
    Rect at = physical(area);
    if (kind != ShapeKind::Shadow) {
        const float left = snap(at.x);
        const float upper = snap(at.y);
        at = {left, upper, snap(at.end()) - left, snap(at.bottom()) - upper};
    }
    if (at.empty()) return false;
    const Shape shape{kind, at.width / 2, at.height / 2, std::min(radius, std::min(at.width, at.height) / 2), parameter};
    const float padding = shape_padding(shape);
    const float x0 = at.x - padding;
    const float y0 = at.y - padding;
    const float x1 = at.end() + padding;
    const float y1 = at.bottom() + padding;
    if (hidden(x0, y0, x1, y1)) return false;
    const ShapeUv uv = encode(shape, density_);
    const ImVec2 places[4] = {{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}};
    const ImVec2 codes[4] = {{-uv.x, -uv.y}, {uv.x, -uv.y}, {uv.x, uv.y}, {-uv.x, uv.y}};
    std::copy(places, places + 4, corners);
    std::copy(codes, codes + 4, uvs);
    return true;
}

void Painter::shape(ShapeKind kind, const Rect& area, Colour top, Colour bottom, float radius, float parameter) {
    ImVec2 corners[4];
    ImVec2 uvs[4];
    if (!shape_quad(kind, area, radius, parameter, corners, uvs)) return;
    const ImU32 upper = packed(top);
    const ImU32 lower = packed(bottom);
    quad(corners, uvs, {upper, upper, lower, lower});
}

int Painter::reserve() {
    quad({{}, {}, {}, {}}, {{}, {}, {}, {}}, {0, 0, 0, 0});
    return list_->VtxBuffer.Size - 4;
}

void Painter::place(int reserved, const Rect& area, Colour colour, float radius) {
    ImVec2 corners[4];
    ImVec2 uvs[4];
    if (!shape_quad(ShapeKind::Fill, area, radius, 0, corners, uvs)) return;
    const ImU32 ink = packed(colour);
    for (int i = 0; i < 4; ++i) list_->VtxBuffer[reserved + i] = {corners[i], uvs[i], ink};
}

void Painter::split() {
    list_->ChannelsSplit(static_cast<int>(Layer::Sticky) + 1);
    is_split_ = true;
}
void Painter::set_layer(Layer layer) {
    if (is_split_) list_->ChannelsSetCurrent(static_cast<int>(layer));
}
void Painter::merge() {
    list_->ChannelsMerge();
    is_split_ = false;
}

void Painter::capsule(Point from, Point to, Colour colour, float width) {
    const Point a = physical(from);
    const Point b = physical(to);
    const float length = std::hypot(b.x - a.x, b.y - a.y);
    const ImVec2 along = length > 0 ? ImVec2{(b.x - a.x) / length, (b.y - a.y) / length} : ImVec2{1, 0};
    const Shape shape{ShapeKind::Fill, (length + width) / 2, width / 2, width / 2, 0};
    const float reach = shape.half_width + 1;
    const float thick = shape.half_height + 1;
    const ImVec2 centre{(a.x + b.x) / 2, (a.y + b.y) / 2};
    const auto corner = [&](float x, float y) {
        return ImVec2{centre.x + along.x * reach * x - along.y * thick * y,
                      centre.y + along.y * reach * x + along.x * thick * y};
    };
    if (hidden(centre.x - reach, centre.y - reach, centre.x + reach, centre.y + reach)) return;
    const ShapeUv uv = encode(shape, density_);
    const ImU32 ink = packed(colour);
    quad({corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)},
         {{-uv.x, -uv.y}, {uv.x, -uv.y}, {uv.x, uv.y}, {-uv.x, uv.y}}, {ink, ink, ink, ink});
}

void Painter::image(const Rect& area, ImTextureID texture, float radius, float opacity) {
    set_layer(Layer::Pictures);
    list_->PushTexture(ImTextureRef(texture));
    const Colour white{255, 255, 255, static_cast<std::uint8_t>(std::lround(255 * opacity))};
    shape(ShapeKind::Image, area, white, white, radius, 0);
    list_->PopTexture();
    set_layer(Layer::Ground);
}

void Painter::textured(float x0, float y0, float x1, float y1, ImVec2 uv0, ImVec2 uv1, ImU32 colour) {
    quad({{x0, y0}, {x1, y0}, {x1, y1}, {x0, y1}}, {uv0, {uv1.x, uv0.y}, uv1, {uv0.x, uv1.y}},
         {colour, colour, colour, colour});
}

void Painter::line_at(const Layout& layout, const LaidLine& line, float x, float baseline, Colour colour) {
    const ImU32 ink = packed(colour);
    const ImU32 untinted = packed({255, 255, 255, colour.a});
    for (std::uint32_t p = line.first_piece; p < line.first_piece + line.piece_count; ++p) {
        const LaidPiece& piece = layout.pieces[p];
        if (piece.complex) {
            const std::string_view text = std::string_view(layout.text).substr(piece.first, piece.count);
            const CachedRun* run = runs_.find(*atlas_, text, layout.style.font, density_);
            if (run != nullptr && run->mixed) {
                const ImU32 rgb = IM_COL32(colour.b, colour.g, colour.r, 0);  // Dear ImGui's red is the lowest byte.
                run = runs_.find(*atlas_, text, layout.style.font, density_, rgb);
            }
            ImFontAtlasRect rect;
            if (run == nullptr || run->rect < 0 || !atlas_->GetCustomRect(run->rect, &rect)) continue;
            const float x0 = snap(x + piece.x) + static_cast<float>(run->left) / density_;
            const float y0 = baseline - static_cast<float>(run->top) / density_;
            textured(x0, y0, x0 + static_cast<float>(run->width) / density_, y0 + static_cast<float>(run->height) / density_,
                     rect.uv0, rect.uv1, run->coloured ? untinted : ink);
            continue;
        }
        ImFontBaked* baked = fonts_.baked(layout.style.font, density_);
        for (std::uint32_t g = piece.first; g < piece.first + piece.count; ++g) {
            const LaidGlyph& laid = layout.glyphs[g];
            const ImFontGlyph* glyph = baked->FindGlyph(laid.code_point);
            if (glyph->Visible == 0) continue;
            const float gx = snap(x + laid.x);
            textured(gx + glyph->X0, baseline + glyph->Y0, gx + glyph->X1, baseline + glyph->Y1, {glyph->U0, glyph->V0},
                     {glyph->U1, glyph->V1}, glyph->Colored != 0 ? untinted : ink);
        }
    }
}

void Painter::layout(const Layout& layout, const Rect& area, Colour colour, Align align, bool struck) {
    const Rect at = physical(area);
    const bool flip = frames_.back().mirrored;
    const Align side = align == Align::Centre || !flip ? align : align == Align::Start ? Align::End : Align::Start;
    const FontMetrics metrics = fonts_.metrics(layout.style.font);
    // Rounded as browsers round, so that a native field shows its words where they stood.
    const float ascent = std::round(metrics.ascent * density_);
    const float leading =
        std::floor((layout.style.line_height * density_ - ascent - std::round(metrics.descent * density_)) / 2);
    const float rise = (ascent + leading) / density_;
    for (std::size_t i = 0; i < layout.lines.size(); ++i) {
        const LaidLine& line = layout.lines[i];
        const float top = at.y + static_cast<float>(i) * layout.style.line_height;
        float x = at.x;
        if (side == Align::Centre) x += (at.width - line.width) / 2;
        if (side == Align::End) x += at.width - line.width;
        x = snap(x);
        // Ink may reach out of the line's box; accents and emoji do.
        if (hidden(x - 8, top - 8, x + line.width + 8, top + layout.style.line_height + 8)) continue;
        line_at(layout, line, x, snap(top + rise), colour);
        if (!struck) continue;
        const float middle = top + rise - layout.style.font.size * 0.3F;
        const float from = flip ? frames_.back().shift - x - line.width : x - frames_.back().shift;
        shape(ShapeKind::Fill, {from, middle, line.width, std::max(1.0F, layout.style.font.size / 14)}, colour, colour, 0,
              0);
    }
}

void Painter::emoji(const Rect& area, std::string_view text) {
    const float box = std::min(area.width, area.height);
    const Rect at = physical(area);
    if (text.empty() || hidden(at.x, at.y, at.end(), at.bottom())) return;
    const Font font{std::round(box * 0.86F), Weight::Regular, false};
    const CachedRun* run = runs_.find(*atlas_, text, font, density_);
    ImFontAtlasRect rect;
    if (run == nullptr || run->rect < 0 || !atlas_->GetCustomRect(run->rect, &rect)) return;
    const float width = static_cast<float>(run->width) / density_;
    const float height = static_cast<float>(run->height) / density_;
    const float x0 = snap(at.centre_x() - width / 2);
    const float y0 = snap(at.centre_y() - height / 2);
    textured(x0, y0, x0 + width, y0 + height, rect.uv0, rect.uv1, packed({255, 255, 255, 255}));
}

}  // namespace kiosk::ui
