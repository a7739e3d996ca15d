#include <algorithm>
#include <cmath>

#include "ui/kit/interaction.h"
#include "ui/kit/page.h"
#include "ui/kit/painter.h"
#include "ui/kit/pan.h"
#include "ui/kit/semantic_builder.h"

namespace kiosk::ui {

namespace {

constexpr SpringTune kSheetSpring{380, 1};
constexpr float kGrabber = 18;
constexpr float kSheetRadius = 14;
constexpr float kDismissSpeed = 600;
constexpr NodeId kHeight = 0x4e16U;  // Of the content, as the last frame measured it.
constexpr NodeId kHold = 0x401dU;    // A finger drags it: the spring waits.

}  // namespace

// The spring holds how far the sheet is pulled down: 0 open, 1 gone.
Sheet::Sheet(Kit& kit, const SheetProps& props, bool open)
    : kit_(kit), outer_(kit.sheet()), outer_page_(kit.page()), outer_stage_(kit.stage()), outer_insets_(kit.frame().insets) {
    kit.push_scope(props.key);
    id_ = kit.id("sheet");
    const Rect view = kit.view();
    max_height_ = std::max(1.0F, view.height * props.max_height_part - outer_insets_.top);
    const float known = kit.spring(id_ ^ kHeight, -1).value();
    const bool measured = known >= 0;
    height_ = measured ? std::min(known, max_height_) : max_height_;
    Spring& pull = kit.spring(id_, 1);
    if (pull.target() != 0 && open) pull.to(0);
    if (!open) pull.to(1);
    kit.set_sheet(this);
    if (open) {
        for (const Gesture& gesture : kit.interaction().gestures()) {
            if (gesture.id != id_) continue;
            if (gesture.kind == Gesture::Kind::PanMoved) take_drag(gesture.delta);
            if (gesture.kind == Gesture::Kind::PanReleased) release(gesture.velocity, gesture.delta == kCancelled);
        }
        if (kit.interaction().tap(id_) != nullptr || kit.interaction().take_key(Key::Name::Escape)) {
            event_ = SheetEvent::Dismissed;
        }
    }
    Spring& hold = kit.spring(id_ ^ kHold, 0);
    if (!kit.interaction().finger_down()) hold.jump(0);
    const bool held = hold.value() > 0;
    // Its first frame, out of sight, only measures the content.
    if (kit.frame().reduced_motion && !held && measured) pull.jump(pull.target());
    if (!measured || (!held && pull.advance(kit.frame().dt_ms, kSheetSpring, 0.001F))) kit.wake();
    visible_ = pull.value() < 0.999F || open;
    const float width = std::min(view.width, 640.0F);
    area_ = {view.x + (view.width - width) / 2, view.bottom() - height_ * (1 - std::clamp(pull.value(), -0.02F, 1.0F)),
             width, height_};
    if (!visible_) return;

    kit.fill(view, with_alpha(kit[Ground::Dim], 1 - std::clamp(pull.value(), 0.0F, 1.0F)));
    const Rect place = kit.painter().physical(area_);
    kit.interaction().barrier(id_, view);
    opened_ = open;
    if (open) {
        kit.semantics().begin_modal();
        kit.semantics().open(id_, Role::Dialog, props.name, {place.x, place.y, place.width, place.height});
    }
    // Taps that meet nothing on the sheet must not dismiss it.
    Target shield;
    shield.id = id_ ^ 0x511dU;
    shield.area = place;
    kit.interaction().add(shield);
    add_pan(kit, id_, area_, Target::Kind::VerticalPan);
    Rect ground = area_;
    ground.height += kSheetRadius + 40;
    kit.fill(ground, kit[Ground::Grouped], kSheetRadius);
    kit.fill({area_.centre_x() - 18, area_.y + 6, 36, 5}, with_alpha(kit[Ink::Hint], 0.35F), 2.5F);
    Rect inside = area_;
    inside.cut_top(kGrabber);
    kit.set_stage(inside);
    kit.set_insets({0, outer_insets_.bottom, 0, 0});
}

Sheet::~Sheet() {
    if (opened_) kit_.semantics().close();
    kit_.set_sheet(outer_);
    kit_.set_page(outer_page_);
    kit_.set_stage(outer_stage_);
    kit_.set_insets(outer_insets_);
    kit_.pop_scope();
}

float Sheet::take_drag(float delta) {
    Spring& pull = kit_.spring(id_, 1);
    if (delta <= 0 && pull.value() <= 0) return delta;
    const float before = pull.value() * height_;
    const float after = std::max(0.0F, before + delta);
    pull.set(after / height_, 0);
    kit_.spring(id_ ^ kHold, 0).jump(1);
    return delta - (after - before);
}

void Sheet::release(float velocity, bool cancelled) {
    Spring& pull = kit_.spring(id_, 1);
    kit_.spring(id_ ^ kHold, 0).jump(0);
    if (pull.value() <= 0) return;
    pull.set(pull.value(), velocity / height_);
    const bool far = velocity > -100 && pull.value() > 0.4F;
    if (!cancelled && (velocity > kDismissSpeed || far)) event_ = SheetEvent::Dismissed;
    kit_.wake();
}

void Sheet::finish(float content_height) {
    Spring& known = kit_.spring(id_ ^ kHeight, -1);
    const float wanted = std::min(max_height_, kit_.snap(content_height + kGrabber));
    const bool unseen = kit_.spring(id_, 1).value() > 0.98F;
    if (unseen || known.value() < 0 || kit_.frame().reduced_motion) known.jump(wanted);
    known.to(wanted);
    if (known.advance(kit_.frame().dt_ms, kSheetSpring, 0.5F) || known.value() != height_) kit_.wake();
}

}  // namespace kiosk::ui
