#include "ui/app_view.h"

#include <algorithm>
#include <utility>

#include "ui/app_overlays.h"
#include "ui/kit/interaction.h"
#include "ui/kit/painter.h"
#include "ui/kit/semantic_builder.h"
#include "ui/kit/surface.h"
#include "ui/page_stack.h"

namespace kiosk::ui {

namespace {

constexpr float kThemeFadeMs = 150;
constexpr float kMaxStepMs = 50;

Physics physics_of(const std::string& platform) {
    return platform.rfind("android", 0) == 0 ? Physics::Material : Physics::Ios;
}

}  // namespace

struct AppView::Impl {
    explicit Impl(Ports ports) : kit(ports) { kit.painter().install(surface.atlas()); }

    void follow_theme(const app::Theme& wanted, double now_ms, bool reduced_motion);
    FrameInfo frame_info(const app::Model& model, double now_ms);
    void draw(const app::Model& model, const Chrome& chrome);
    void draw_pages(const app::Model& model);

    Kit kit;
    Surface surface;  // Drops fonts that the kit lent it, so it goes first.
    UiState state;
    PageStack pages;
    AppOverlays overlays;
    ChromeMaker chrome_maker;
    std::vector<Input> inputs;
    Environment environment;
    float width = 0;
    float height = 0;
    float density = 1;
    double last_ms = -1;
    bool was_moving = false;
    bool has_theme = false;
    app::Theme theme;
    Palette from;
    Palette to;
    Palette shown;
    double theme_since_ms = 0;
    Draw instead = nullptr;
};

void AppView::Impl::follow_theme(const app::Theme& wanted, double now_ms, bool reduced_motion) {
    if (!has_theme || !(wanted == theme)) {
        from = has_theme ? shown : make_palette(wanted);
        to = make_palette(wanted);
        theme = wanted;
        theme_since_ms = has_theme && !reduced_motion ? now_ms : now_ms - static_cast<double>(kThemeFadeMs);
        has_theme = true;
    }
    const auto part = static_cast<float>((now_ms - theme_since_ms) / static_cast<double>(kThemeFadeMs));
    shown = part >= 1 ? to : mix(from, to, std::max(0.0F, part));
}

FrameInfo AppView::Impl::frame_info(const app::Model& model, double now_ms) {
    const app::Insets& insets = model.telegram.insets;
    FrameInfo info;
    info.view = {0, 0, width, height};
    info.density = density;
    info.text_scale = static_cast<float>(model.settings.text_scale_percent) / 100;
    info.physics = physics_of(model.telegram.platform);
    info.rtl = kit.texts().rtl();
    info.reduced_motion = model.reduced_motion;
    info.can_hover = environment.can_hover;
    info.covered_bottom = environment.covered_bottom;
    info.now_ms = now_ms;
    if (was_moving && last_ms >= 0) info.dt_ms = std::clamp(static_cast<float>(now_ms - last_ms), 0.0F, kMaxStepMs);
    info.can = model.telegram.can;
    info.insets = {static_cast<float>(insets.top), static_cast<float>(insets.bottom),
                   static_cast<float>(info.rtl ? insets.right : insets.left),
                   static_cast<float>(info.rtl ? insets.left : insets.right)};
    return info;
}

void AppView::Impl::draw_pages(const app::Model& model) {
    switch (model.phase) {
        case app::Phase::Starting:
            draw_starting(kit, model, state);
            break;
        case app::Phase::ShopBroken:
            draw_shop_broken(kit, model, state);
            break;
        case app::Phase::Unreachable:
            draw_unreachable(kit, model, state);
            break;
        case app::Phase::Open:
            pages.draw(kit, model, state);
            break;
    }
}

void AppView::Impl::draw(const app::Model& model, const Chrome& chrome) {
    if (instead != nullptr) {
        instead(kit, model, state);
        return;
    }
    const Edges client = kit.frame().insets;
    const Edges room = overlays.room(kit, model, chrome);
    kit.set_insets({client.top + room.top, client.bottom + room.bottom, client.start, client.end});
    const bool asked = !model.telegram.can.popups && model.asked.question != app::Question::None;
    kit.set_passive(asked);
    draw_pages(model);
    kit.set_passive(false);
    overlays.draw(kit, model, chrome);
    if (kit.interaction().take_key(Key::Name::Escape) && model.pages.size() > 1) kit.send(app::GoBack{});
}

AppView::AppView(Ports ports) : impl_(std::make_unique<Impl>(ports)) {}
AppView::~AppView() = default;

void AppView::resize(float width, float height, float density) {
    impl_->width = std::max(1.0F, width);
    impl_->height = std::max(1.0F, height);
    impl_->density = std::clamp(density, 0.5F, 4.0F);
}

void AppView::set_environment(const Environment& environment) {
    const bool keyboard_moved = environment.covered_bottom != impl_->environment.covered_bottom;
    impl_->environment = environment;
    if (keyboard_moved) impl_->kit.interaction().reveal_focused();
}

void AppView::feed(const Input& input) {
    impl_->inputs.push_back(input);
}
void AppView::cancel_input() {
    impl_->inputs.clear();
    impl_->kit.interaction().cancel();
}
void AppView::tell_places(const app::Model& model, app::Inbox& out) const {
    impl_->pages.tell_places(model, out);
}
void AppView::show_instead(Draw draw) {
    impl_->instead = draw;
}
const ImDrawData& AppView::drawing() const {
    return impl_->surface.drawing();
}
Texts& AppView::texts() {
    return impl_->kit.texts();
}
Kit& AppView::kit() {
    return impl_->kit;
}
UiState& AppView::state() {
    return impl_->state;
}

FrameResult AppView::frame(const app::Model& model, double now_ms, std::vector<app::Msg>& outbox) {
    Impl& self = *impl_;
    self.surface.begin_frame(self.width, self.height, self.density);
    self.follow_theme(model.telegram.theme, now_ms, model.reduced_motion);
    FrameResult result;
    const Chrome& chrome = self.chrome_maker.make(model, self.kit.texts(), self.kit.ports().intl);
    result.chrome = &chrome;
    Kit::FrameStart start;
    start.info = self.frame_info(model, now_ms);
    start.palette = &self.shown;
    start.inputs = &self.inputs;
    start.edge_back = self.instead == nullptr && self.pages.offers_back(model, self.kit);
    start.outbox = &outbox;
    start.surface = &self.surface;
    self.kit.begin_frame(start);
    self.draw(model, chrome);
    if (!(self.shown == self.to)) self.kit.wake();
    self.kit.end_frame();
    self.pages.remember(model);
    self.surface.end_frame();

    Interaction& interaction = self.kit.interaction();
    result.wants_frame = self.kit.wants_frame();
    if (!result.wants_frame && self.kit.deadline_ms() >= 0) result.deadline_ms = self.kit.deadline_ms();
    result.focus_request = interaction.focus_request();
    if (interaction.focused() != 0 && self.kit.semantics().find(interaction.focused()) == nullptr) {
        if (interaction.typing() && result.focus_request == 0) outbox.push_back(app::AskClient{app::Gift::HideKeyboard, {}});
        interaction.drop_focus();
        result.blur_request = true;
    }
    result.typing = interaction.typing();
    result.tree = &self.kit.semantics().tree();
    self.last_ms = now_ms;
    self.was_moving = result.wants_frame;
    return result;
}

}  // namespace kiosk::ui
