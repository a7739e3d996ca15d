#include "ui/kit/page.h"

#include <algorithm>
#include <cmath>

#include "ui/kit/interaction.h"
#include "ui/kit/painter.h"
#include "ui/kit/pan.h"

namespace kiosk::ui {

namespace {

constexpr float kBottomRoom = 24;

}  // namespace

Page::Page(Kit& kit, const PageProps& props) : kit_(kit), outer_(kit.page()), area_(kit.stage()), ground_(props.ground) {
    kit.push_scope(props.key);
    id_ = kit.id("page");
    kit.set_page(this);
    if (outer_ == nullptr) kit.painter().split();
    kit.fill(area_, kit[props.ground]);
    kit.push_clip(area_);
    const Edges& insets = kit.frame().insets;
    width_ = std::min(area_.width - insets.start - insets.end, props.max_width);
    x_ = area_.x + insets.start + (area_.width - insets.start - insets.end - width_) / 2;
    add_pan(kit, id_, area_, Target::Kind::VerticalPan);

    Scroller& scroller = kit.scroller(id_);
    take_gestures(scroller);
    take_keys(scroller);
    run_scroller(kit, scroller, id_);
    top_ = area_.y + insets.top - kit.snap(scroller.offset());
    cursor_ = top_;
    if (!props.title.empty()) title(props);
}

void Page::take_gestures(Scroller& scroller) {
    const double now = kit_.frame().now_ms;
    Sheet* sheet = kit_.sheet();
    for (const Gesture& gesture : kit_.interaction().gestures()) {
        if (gesture.id != id_) continue;
        switch (gesture.kind) {
            case Gesture::Kind::PanTouched:
                scroller.grab(now);
                break;
            case Gesture::Kind::PanMoved: {
                const bool at_top = scroller.offset() <= 0;
                scroller.drag(sheet != nullptr && at_top ? sheet->take_drag(gesture.delta) : gesture.delta, now);
                break;
            }
            case Gesture::Kind::PanReleased:
                if (sheet != nullptr) sheet->release(gesture.velocity, gesture.delta == kCancelled);
                scroller.release(-gesture.velocity, now);
                break;
            case Gesture::Kind::WheelMoved:
                scroller.wheel(gesture.delta, now);
                break;
            default:
                break;
        }
    }
}

void Page::take_keys(Scroller& scroller) {
    const float step = std::max(40.0F, area_.height * 0.85F);
    const double now = kit_.frame().now_ms;
    const bool animated = !kit_.frame().reduced_motion;
    const struct {
        Key::Name key;
        float to;
    } moves[] = {{Key::Name::PageDown, scroller.offset() + step},
                 {Key::Name::PageUp, scroller.offset() - step},
                 {Key::Name::Down, scroller.offset() + 60},
                 {Key::Name::Up, scroller.offset() - 60},
                 {Key::Name::Home, 0},
                 {Key::Name::End, 1e9F}};
    for (const auto& move : moves) {
        if (kit_.interaction().take_key(move.key)) scroller.scroll_to(move.to, animated, now);
    }
}

void Page::title(const PageProps& props) {
    const TextStyle style{
        .type = props.large_title ? Type::LargeTitle : Type::Title, .max_lines = 2, .middle = false, .spoken = false};
    gap(props.large_title ? 10 : 14);
    const Size size = kit_.measure(props.title, style, width_ - 2 * kGutter);
    const Rect at = gutter_row(size.height);
    kit_.heading("title", at, props.title, 1);
    kit_.text(at, props.title, style);
    if (!props.subtitle.empty()) {
        gap(2);
        text(props.subtitle, {.type = Type::Subhead, .ink = Ink::Subtitle, .max_lines = 2, .middle = false});
    }
    gap(10);
}

Page::~Page() {
    Scroller& scroller = kit_.scroller(id_);
    const Edges& insets = kit_.frame().insets;
    const float covered = std::max(insets.bottom, kit_.frame().covered_bottom);
    const float content = cursor_ - top_ + kBottomRoom;
    const float viewport = std::max(1.0F, area_.height - insets.top - covered);
    const float before = scroller.offset();
    scroller.set_bounds(content - viewport, viewport);
    if (revealed_.width > 0) scroll_to_revealed();
    if (scroller.moving() || scroller.offset() != before) kit_.wake();
    if (kit_.sheet() != nullptr) kit_.sheet()->finish(content + insets.top + covered);
    if (raised_) kit_.interaction().merge();
    if (outer_ == nullptr) kit_.painter().merge();
    indicator(scroller, content, viewport);
    kit_.pop_clip();
    kit_.set_page(outer_);
    kit_.pop_scope();
}

// A thin bar that shows while the page moves, as on both platforms.
void Page::indicator(const Scroller& scroller, float content, float viewport) {
    const bool moves = scroller.moving() || scroller.held();
    const float shown =
        kit_.animate("indicator", moves && scroller.max_offset() > 1 ? 1.0F : 0.0F, {moves ? 150.0F : 700.0F, 1});
    if (shown < 0.02F) return;
    const float rail = viewport - 8;
    const float length = std::max(36.0F, rail * viewport / std::max(content, viewport));
    const float part = std::clamp(scroller.offset() / std::max(1.0F, scroller.max_offset()), 0.0F, 1.0F);
    const float y = area_.y + kit_.frame().insets.top + 4 + (rail - length) * part;
    kit_.fill({area_.end() - 6, y, 3, length}, with_alpha(kit_[Ink::Text], 0.3F * shown), 1.5F);
}

Rect Page::row(float height) {
    const Rect out{x_, cursor_, width_, height};
    cursor_ += height;
    return out;
}

Rect Page::gutter_row(float height) {
    return row(height).inset(kGutter, 0);
}

void Page::gap(float height) {
    cursor_ += height;
}

Rect Page::rest() const {
    const Edges& insets = kit_.frame().insets;
    return {x_, cursor_, width_, std::max(0.0F, area_.bottom() - insets.bottom - kBottomRoom - cursor_)};
}

void Page::text(std::string_view words, const TextStyle& style) {
    const Size size = kit_.measure(words, style, width_ - 2 * kGutter);
    kit_.text(gutter_row(size.height), words, style);
}

void Page::scroll_to(float content_y) {
    kit_.scroller(id_).scroll_to(content_y, !kit_.frame().reduced_motion, kit_.frame().now_ms);
    kit_.wake();
}

float Page::content_y() const {
    return cursor_ - top_;
}
float Page::scroll_offset() const {
    return kit_.scroller(id_).offset();
}

void Page::reveal(const Rect& area) {
    revealed_ = area;
}

// At the page's end, when its bounds are known anew: a keyboard that just opened makes it longer.
void Page::scroll_to_revealed() {
    const Edges& insets = kit_.frame().insets;
    const float covered = std::max(insets.bottom, kit_.frame().covered_bottom);
    const float upper = area_.y + insets.top + 12;
    const float lower = area_.bottom() - covered - 12;
    const float offset = kit_.scroller(id_).offset();
    if (revealed_.bottom() > lower) {
        scroll_to(offset + std::min(revealed_.bottom() - lower, std::max(0.0F, revealed_.y - upper)));
    } else if (revealed_.y < upper) {
        scroll_to(std::max(0.0F, offset - (upper - revealed_.y)));
    }
}

// The strip keeps its place in the flow and is drawn where it would stick.
Rect Page::sticky_row(float height) {
    Rect strip = row(height);
    const float edge = area_.y + kit_.frame().insets.top;
    const bool stuck = strip.y < edge;
    strip.y = std::max(strip.y, edge);
    raised_ = true;
    kit_.painter().set_layer(Painter::Layer::Sticky);
    kit_.interaction().raise(true);
    const Rect whole{area_.x, strip.y, area_.width, height};
    kit_.fill(stuck ? Rect{area_.x, area_.y, area_.width, whole.bottom() - area_.y} : whole, kit_[ground_]);
    if (stuck) kit_.hairline({area_.x, whole.bottom(), area_.width, 1}, kit_[Ground::Separator]);
    Target shield;
    shield.id = kit_.id("sticky");
    shield.area = kit_.painter().physical(whole).clipped(kit_.painter().clip());
    kit_.interaction().add(shield);
    return strip;
}

void Page::end_sticky() {
    kit_.painter().set_layer(Painter::Layer::Ground);
    kit_.interaction().raise(false);
}

Page::Window Page::rows(int count, float height) {
    rows_from_ = cursor_;
    const Rect& clip = kit_.painter().clip();
    const float above = (clip.y - cursor_) / height;
    const float below = (clip.bottom() - cursor_) / height;
    Window window;
    window.first = std::clamp(static_cast<int>(std::floor(above)), 0, count);
    window.last = std::clamp(static_cast<int>(std::ceil(below)), window.first, count);
    cursor_ += static_cast<float>(count) * height;
    return window;
}

Rect Page::row_at(int index, float height) const {
    return {x_, rows_from_ + static_cast<float>(index) * height, width_, height};
}

void Kit::reveal(const Rect& area) {
    if (page_ != nullptr) page_->reveal(area);
    if (strip_ != nullptr) strip_->scroll_to(area);
}

}  // namespace kiosk::ui
