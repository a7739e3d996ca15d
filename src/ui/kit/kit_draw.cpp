#include <algorithm>
#include <cmath>

#include "base/hash.h"
#include "ui/kit/kit.h"
#include "ui/kit/memory.h"
#include "ui/kit/painter.h"
#include "ui/kit/semantic_builder.h"

namespace kiosk::ui {

namespace {

NodeRect node_rect(const Rect& physical) {
    return {physical.x, physical.y, physical.width, physical.height};
}

}  // namespace

float Kit::line_height(Type type) const {
    return type_style(type, frame_.physics, frame_.text_scale).line_height;
}

Size Kit::measure(std::string_view words, const TextStyle& style, float max_width) {
    if (words.empty()) return {};
    const Layout& layout =
        painter_->lay(words, type_style(style.type, frame_.physics, frame_.text_scale), max_width, style.max_lines);
    return {std::ceil(layout.width), layout.height()};
}

float Kit::text(const Rect& area, std::string_view words, const TextStyle& style) {
    if (words.empty()) return 0;
    const Layout& layout =
        painter_->lay(words, type_style(style.type, frame_.physics, frame_.text_scale), area.width, style.max_lines);
    Rect at = area;
    if (style.middle) at.y = snap(area.y + (area.height - layout.height()) / 2);
    painter_->layout(layout, at, palette_[style.ink], style.align, style.struck);
    if (style.spoken) add_text_node({at.x, at.y, at.width, layout.height()}, words);
    return layout.height();
}

void Kit::add_text_node(const Rect& area, std::string_view words) {
    NodeId node = id(words.substr(0, 64));
    std::vector<NodeId>& taken = memory_->text_ids;
    while (std::find(taken.begin(), taken.end(), node) != taken.end()) ++node;
    taken.push_back(node);
    semantics_->add(node, Role::Text, words, node_rect(painter_->physical(area)));
}

void Kit::fill(const Rect& area, Colour colour, float radius) {
    painter_->shape(ShapeKind::Fill, area, colour, colour, radius, 0);
}
void Kit::gradient(const Rect& area, Colour top, Colour bottom, float radius) {
    painter_->shape(ShapeKind::Fill, area, top, bottom, radius, 0);
}
void Kit::ring(const Rect& area, Colour colour, float radius, float width) {
    painter_->shape(ShapeKind::Ring, area, colour, colour, radius, width);
}
void Kit::shadow(const Rect& area, float radius, float blur, float dy, float opacity) {
    const Colour colour = with_alpha(palette_[Ground::Shadow], opacity);
    painter_->shape(ShapeKind::Shadow, area.moved(0, dy), colour, colour, radius, blur);
}
void Kit::line(Point from, Point to, Colour colour, float width) {
    painter_->capsule(from, to, colour, width);
}

void Kit::hairline(const Rect& area, Colour colour) {
    fill({area.x, snap(area.y), area.width, 1 / frame_.density}, colour);
}

float Kit::snap(float value) const {
    return painter_->snap(value);
}
void Kit::push_clip(const Rect& area) {
    painter_->push_clip(area);
}
void Kit::pop_clip() {
    painter_->pop_clip();
}
bool Kit::visible(const Rect& area) const {
    return painter_->physical(area).overlaps(painter_->clip());
}
void Kit::push_opacity(float opacity) {
    painter_->push_opacity(opacity);
}
void Kit::pop_opacity() {
    painter_->pop_opacity();
}
void Kit::push_ltr(const Rect& area) {
    painter_->push_ltr(area);
}
void Kit::pop_ltr() {
    painter_->pop_ltr();
}

void Kit::emoji(const Rect& area, std::string_view emoji) {
    painter_->emoji(area, emoji);
}

Picture Kit::picture(const Rect& area, std::string_view url) {
    if (url.empty() || !visible(area)) return {};
    const int width = static_cast<int>(std::lround(area.width * frame_.density));
    const int height = static_cast<int>(std::lround(area.height * frame_.density));
    Picture picture = ports_.pictures.picture(url, width, height);
    if (picture.texture != 0 && frame_.reduced_motion) picture.fade = 1;
    return picture;
}

void Kit::over_pictures(bool over) {
    painter_->set_layer(over ? Painter::Layer::Labels : Painter::Layer::Ground);
}

void Kit::art(const Rect& area, std::string_view url, std::string_view emoji_text, std::string_view seed, float radius) {
    fill(area, picture_ground(palette_, hash_of(seed)), radius);
    const Picture found = picture(area, url);
    const float side = std::min(area.width, area.height);
    if (found.fade < 1) emoji(area.centred(side * 0.62F, side * 0.62F), emoji_text);
    if (found.texture == 0) return;
    if (found.fade < 1) wake();
    painter_->image(area, found.texture, radius, found.fade);
}

// ---- Semantics for what is only read

void Kit::heading(const Ident& ident, const Rect& area, std::string_view name, int level) {
    semantics_->add(id(ident), Role::Heading, name, node_rect(painter_->physical(area))).level = level;
}
void Kit::status(const Ident& ident, const Rect& area, std::string_view name, bool alert) {
    semantics_->add(id(ident), alert ? Role::Alert : Role::Status, name, node_rect(painter_->physical(area)));
}
void Kit::image(const Ident& ident, const Rect& area, std::string_view name) {
    semantics_->add(id(ident), Role::Image, name, node_rect(painter_->physical(area)));
}
void Kit::progress(const Ident& ident, const Rect& area, std::string_view name, std::string_view value) {
    semantics_->add(id(ident), Role::Progress, name, node_rect(painter_->physical(area))).value = value;
}
void Kit::begin_group(const Ident& ident, const Rect& area, Role role, std::string_view name) {
    semantics_->open(id(ident), role, name, node_rect(painter_->physical(area)));
}
void Kit::end_group() {
    semantics_->close();
}

}  // namespace kiosk::ui
