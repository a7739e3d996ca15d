#include <algorithm>
#include <cmath>

#include "ui/kit/interaction.h"
#include "ui/kit/page.h"
#include "ui/kit/painter.h"
#include "ui/kit/pan.h"

namespace kiosk::ui {

void add_pan(Kit& kit, NodeId id, const Rect& area, Target::Kind kind) {
    Target target;
    target.id = id;
    target.area = kit.painter().physical(area).clipped(kit.painter().clip());
    target.kind = kind;
    kit.interaction().add(target);
}

void run_scroller(Kit& kit, Scroller& scroller, NodeId id) {
    if (scroller.advance(kit.frame().now_ms)) {
        kit.interaction().note_moving(id);
        kit.wake();
    }
}

// ---- Section

namespace {

constexpr float kSectionGap = 20;

TextStyle small_print(Ink ink) {
    return {.type = Type::Footnote, .ink = ink, .max_lines = 0, .middle = false};
}

}  // namespace

Section::Section(Page& page, const SectionProps& props) : page_(page), props_(props) {
    Kit& kit = page.kit();
    const bool ios = kit.ios();
    if (ios && !props.header.empty()) {
        TextStyle style = small_print(Ink::SectionHeader);
        style.spoken = false;
        const float width = page.gutter_row(0).width - 2 * kGutter;
        const Rect at = page.gutter_row(kit.measure(props.header, style, width).height).inset(kGutter, 0);
        kit.heading({props.header, Ident::kHeader}, at, props.header, 2);
        kit.text(at, props.header, style);
        page.gap(7);
    }
    ground_ = ios ? page.gutter_row(0) : page.row(0);
    shape_ = kit.painter().reserve();
    if (!ios && !props.header.empty()) {
        TextStyle style{.type = Type::Subhead, .ink = Ink::Accent, .spoken = false};
        const float height = std::max(40.0F, kit.line_height(Type::Subhead) + 18);
        const Rect at = page.row(height).inset(kGutter, 0);
        ground_.height += height;
        kit.heading({props.header, Ident::kHeader}, at, props.header, 2);
        kit.text(at.moved(0, 4), props.header, style);
    }
}

Section::~Section() {
    Kit& kit = page_.kit();
    kit.painter().place(shape_, ground_, kit[Ground::Section], kit.ios() ? kRadius : 0);
    if (!props_.footer.empty()) {
        const TextStyle style = small_print(Ink::Hint);
        page_.gap(7);
        const Rect strip = page_.gutter_row(0).inset(kit.ios() ? kGutter : 0, 0);
        const float height = kit.measure(props_.footer, style, strip.width).height;
        kit.text({strip.x, strip.y, strip.width, height}, props_.footer, style);
        page_.gap(height);
    }
    page_.gap(kit.ios() ? kSectionGap : 12);
}

Rect Section::row(float height, float separator_inset) {
    Kit& kit = page_.kit();
    const Rect out = kit.ios() ? page_.gutter_row(height) : page_.row(height);
    ground_.height += height;
    if (rows_++ > 0 && props_.separators) {
        Rect line = out;
        line.cut_start(separator_inset < 0 ? props_.separator_inset : separator_inset);
        kit.hairline(line, kit[Ground::Separator]);
    }
    return out;
}

// ---- Strip

Strip::Strip(Kit& kit, const Ident& ident, const Rect& area, float gap, float padding)
    : kit_(kit), id_(kit.id(ident)), area_(area), gap_(gap), padding_(padding) {
    kit.push_scope(ident);
    kit.push_clip(area);
    kit.set_strip(this);
    add_pan(kit, id_, area, Target::Kind::HorizontalPan);
    Scroller& scroller = kit.scroller(id_);
    const float sign = kit.painter().mirrored() ? -1.0F : 1.0F;
    const double now = kit.frame().now_ms;
    for (const Gesture& gesture : kit.interaction().gestures()) {
        if (gesture.id != id_) continue;
        switch (gesture.kind) {
            case Gesture::Kind::PanTouched:
                scroller.grab(now);
                break;
            case Gesture::Kind::PanMoved:
                scroller.drag(gesture.delta * sign, now);
                break;
            case Gesture::Kind::PanReleased:
                scroller.release(-gesture.velocity * sign, now);
                break;
            case Gesture::Kind::WheelMoved:
                scroller.wheel(gesture.delta * sign, now);
                break;
            default:
                break;
        }
    }
    run_scroller(kit, scroller, id_);
    cursor_ = area.x + padding - kit.snap(scroller.offset());
}

Rect Strip::take(float width) {
    const Rect out{cursor_, area_.y, width, area_.height};
    cursor_ += width + gap_;
    return out;
}

void Strip::reveal(const Rect& taken) {
    Spring& last = kit_.spring(id_ ^ 0x7e7eU, -1);
    const float place = taken.x - area_.x + kit_.scroller(id_).offset();
    if (std::fabs(last.value() - place) < 1) return;
    last.jump(place);
    scroll_to(taken);
}

void Strip::scroll_to(const Rect& area) {
    Scroller& scroller = kit_.scroller(id_);
    const float aside = area.centre_x() - area_.centre_x();
    scroller.scroll_to(scroller.offset() + aside, !kit_.frame().reduced_motion, kit_.frame().now_ms);
    kit_.wake();
}

Strip::~Strip() {
    Scroller& scroller = kit_.scroller(id_);
    const float content = cursor_ - gap_ + padding_ - area_.x + kit_.snap(scroller.offset());
    scroller.set_bounds(content - area_.width, area_.width);
    if (scroller.moving()) kit_.wake();
    kit_.set_strip(nullptr);
    kit_.pop_clip();
    kit_.pop_scope();
}

}  // namespace kiosk::ui
