#include "ui/page_stack.h"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <utility>

#include "ui/kit/gesture.h"
#include "ui/kit/interaction.h"

namespace kiosk::ui {

namespace {

constexpr SpringTune kSlide{420, 1};
constexpr SpringTune kFade{300, 1};
constexpr float kParallax = 0.3F;
constexpr float kRise = 28;
constexpr float kBackSpeed = 500;

// What may change in the model when a page is left, and was shown there.
auto taken(auto& model) {
    return std::tie(model.query, model.found, model.draft, model.cart, model.cart_problems, model.quote, model.checkout,
                    model.game);
}

void draw_content(Kit& kit, const app::Model& model, UiState& ui, const app::Page& page) {
    switch (page.screen) {
        case app::Screen::Home:
            draw_home(kit, model, ui);
            break;
        case app::Screen::Search:
            draw_search(kit, model, ui);
            break;
        case app::Screen::Product:
            draw_product(kit, model, ui, page);
            break;
        case app::Screen::Cart:
            draw_cart(kit, model, ui);
            break;
        case app::Screen::Checkout:
            draw_checkout(kit, model, ui);
            break;
        case app::Screen::Placed:
            draw_placed(kit, model, ui, page);
            break;
        case app::Screen::Tracking:
            draw_tracking(kit, model, ui, page);
            break;
        case app::Screen::History:
            draw_history(kit, model, ui);
            break;
        case app::Screen::Game:
            draw_game(kit, model, ui);
            break;
        case app::Screen::Settings:
            draw_settings(kit, model, ui);
            break;
    }
}

// Lets its page, which has the screen's name for a key, stand at that place, and notes where it stands now.
void draw_screen(Kit& kit, const app::Model& model, UiState& ui, const app::Page& page, float& place) {
    kit.push_scope(app::name_of(page.screen));
    Scroller& scroller = kit.scroller(kit.id("page"));
    kit.pop_scope();
    if (scroller.restore(place)) kit.wake();  // What looks where it stands saw the top.
    draw_content(kit, model, ui, page);
    place = scroller.place();
}

}  // namespace

bool PageStack::offers_back(const app::Model& model, const Kit& kit) const {
    return kit.ios() && !sheet_open_ && base_ > 0 && model.asked.question == app::Question::None;
}

// Brings the drawn stack to the model's, and starts the move between the two.
void PageStack::follow(const app::Model& model) {
    const app::Pages& pages = model.pages;
    std::size_t same = 0;
    while (same < views_.size() && same < pages.size() && views_[same].page == pages[same]) ++same;
    if (same == views_.size() && same == pages.size()) return;

    const int old_base = base_;
    const std::optional<View> old_view =
        old_base >= 0 ? std::optional<View>(views_[static_cast<std::size_t>(old_base)]) : std::nullopt;
    views_.resize(same);
    for (std::size_t i = same; i < pages.size(); ++i) {
        views_.push_back({pages[i], ++instances_, static_cast<float>(pages[i].scroll)});
    }
    const bool sheet = views_.back().page.screen == app::Screen::Product;
    base_ = static_cast<int>(views_.size()) - 1;
    while (base_ > 0 && views_[static_cast<std::size_t>(base_)].page.screen == app::Screen::Product) --base_;

    if (sheet_open_ && !sheet) part_from(model);
    sheet_open_ = sheet;
    if (sheet) sheet_ = views_.back();

    if (!old_view || views_[static_cast<std::size_t>(base_)].instance == old_view->instance) return;
    const bool pop = base_ < old_base;
    leaving_ = old_view;
    move_ = pop ? Move::Pop : Move::Push;
    if (pop) part_from(model);
    progress_.set(pop ? std::clamp(back_.value(), 0.0F, 1.0F) : 0, pop ? back_velocity_ : 0);
    progress_.to(1);
    back_.jump(0);
    back_velocity_ = 0;
}

void PageStack::take_back_gesture(Kit& kit) {
    const float width = std::max(1.0F, kit.view().width);
    for (const Gesture& gesture : kit.interaction().gestures()) {
        if (gesture.kind == Gesture::Kind::BackMoved) {
            back_held_ = true;
            back_.set(std::clamp(gesture.delta / width, 0.0F, 1.0F), 0);
            back_.to(back_.value());
        } else if (gesture.kind == Gesture::Kind::BackReleased && back_held_) {
            back_held_ = false;
            const bool far = gesture.velocity > -100 && back_.value() > 0.45F;
            const bool go = gesture.delta != kCancelled && (gesture.velocity > kBackSpeed || far);
            back_velocity_ = gesture.velocity / width;
            if (go) {
                kit.send(app::GoBack{});
                back_.to(back_.value());
            } else {
                back_.set(back_.value(), back_velocity_);
                back_.to(0);
            }
        }
    }
    if (!back_held_ && kit.frame().reduced_motion) back_.jump(back_.target());
    if (!back_held_ && back_.advance(kit.frame().dt_ms, kSlide, 0.001F)) kit.wake();
    if (kit.interaction().finger_down() && back_held_) return;
    // A swipe whose page did not go (the model refused) falls back.
    if (!back_held_ && back_.resting() && back_.value() > 0 && move_ == Move::None && ++back_waits_ > 2) {
        back_.to(0);
        back_waits_ = 0;
        kit.wake();
    } else if (back_.value() > 0) {
        kit.wake();
    }
}

void PageStack::draw_view(Kit& kit, const app::Model& model, UiState& ui, View& view, const Rect& stage, bool passive) {
    const Rect before = kit.stage();
    const bool was_passive = kit.interaction().passive();
    kit.set_stage(stage);
    kit.set_passive(passive || was_passive);
    kit.push_scope({app::name_of(view.page.screen), view.instance});
    draw_screen(kit, model, ui, view.page, view.place);
    kit.pop_scope();
    kit.set_passive(was_passive);
    kit.set_stage(before);
}

// part: how much of the upper page has gone (pop) or come (push).
void PageStack::draw_moving(Kit& kit, const app::Model& model, UiState& ui, float part, bool passive) {
    View& base = views_[static_cast<std::size_t>(base_)];
    const bool swiped = move_ == Move::None;
    const bool pop = swiped || move_ == Move::Pop;
    const float gone = pop ? part : 1 - part;  // Of the upper page.
    View& upper = pop ? (swiped ? base : *leaving_) : base;
    View& lower = pop ? (swiped ? views_[static_cast<std::size_t>(base_ - 1)] : base) : *leaving_;
    const app::Model& upper_model = pop && !swiped && remembered_ ? leaving_model_ : model;
    const bool upper_active = !pop || swiped;
    const Rect view = kit.view();
    if (kit.ios() || swiped) {
        const Rect under = view.moved(-view.width * kParallax * (1 - gone), 0);
        draw_view(kit, model, ui, lower, under, passive || upper_active);
        kit.fill(view, {0, 0, 0, static_cast<std::uint8_t>(40 * (1 - gone))});
        const Rect over = view.moved(view.width * gone, 0);
        kit.shadow(over, 0, 20, 0, 0.18F * (1 - gone));
        draw_view(kit, upper_model, ui, upper, over, passive || !upper_active);
        return;
    }
    draw_view(kit, model, ui, lower, view, passive || upper_active);
    kit.push_opacity(1 - gone);
    draw_view(kit, upper_model, ui, upper, view.moved(0, kRise * gone), passive || !upper_active);
    kit.pop_opacity();
}

void PageStack::draw_sheet(Kit& kit, const app::Model& model, UiState& ui) {
    if (!sheet_) return;
    const app::Model& source = sheet_open_ || !remembered_ ? model : leaving_model_;
    kit.push_scope({"sheet", sheet_->instance});
    if (!sheet_open_) kit.set_passive(true);
    bool visible = false;
    {
        Sheet sheet(kit, {.key = "product", .name = sheet_name(source, sheet_->page)}, sheet_open_);
        visible = sheet.visible();
        if (visible) draw_screen(kit, source, ui, sheet_->page, sheet_->place);
        if (sheet.event() == SheetEvent::Dismissed) kit.send(app::GoBack{});
    }
    if (!sheet_open_) kit.set_passive(false);
    kit.pop_scope();
    if (!visible) sheet_.reset();
}

std::string_view PageStack::sheet_name(const app::Model& model, const app::Page& page) {
    const shop::Product* product = shop::find(model.catalogue, ProductId{page.id});
    return product == nullptr ? std::string_view(page.id) : std::string_view(product->name);
}

void PageStack::draw(Kit& kit, const app::Model& model, UiState& ui) {
    follow(model);
    take_back_gesture(kit);
    const SpringTune tune = kit.ios() ? kSlide : kFade;
    if (kit.frame().reduced_motion) progress_.jump(1);
    if (move_ != Move::None && !progress_.advance(kit.frame().dt_ms, tune, 0.002F)) {
        move_ = Move::None;
        leaving_.reset();
    }
    if (move_ != Move::None) kit.wake();
    if (move_ != Move::None) {
        draw_moving(kit, model, ui, std::clamp(progress_.value(), 0.0F, 1.0F), sheet_open_);
    } else if (back_.value() > 0 && base_ > 0) {
        draw_moving(kit, model, ui, back_.value(), sheet_open_);
    } else {
        draw_view(kit, model, ui, views_[static_cast<std::size_t>(base_)], kit.view(), sheet_open_);
    }
    draw_sheet(kit, model, ui);
}

void PageStack::part_from(const app::Model& model) {
    leaving_model_ = model;
    if (remembered_) taken(leaving_model_) = taken(last_model_);
}

// Into the same memory, so that a steady frame allocates nothing.
void PageStack::remember(const app::Model& model) {
    if (model.pages.size() < 2) return;
    taken(last_model_) = taken(model);
    remembered_ = true;
}

void PageStack::tell_places(const app::Model& model, app::Inbox& out) const {
    for (std::size_t i = 0; i < std::min(views_.size(), model.pages.size()); ++i) {
        const View& view = sheet_open_ && i + 1 == views_.size() ? *sheet_ : views_[i];
        app::Page page = view.page;
        page.scroll = static_cast<int>(std::lround(std::max(0.0F, view.place)));
        if (page == model.pages[i] && page.scroll != model.pages[i].scroll) out.push(app::Scrolled{std::move(page)});
    }
}

}  // namespace kiosk::ui
