#include "web/program.h"

#include <algorithm>
#include <utility>

#include "bridge/codec.h"
#include "bridge/texts_file.h"
#include "local/take_back.h"
#include "ui/screens/gallery.h"
#include "web/imports.h"
#include "wire/shop_codec.h"

namespace kiosk::web {
namespace {

// A view's messages may find the model's clock so far behind.
constexpr TimeMs kClockSlackMs = 200;

TimeMs wall_clock() {
    return static_cast<TimeMs>(kiosk_wall_clock());
}

}  // namespace

void Program::start() {
    platform_.set_texts(view_.texts());
    has_graphics_ = renderer_.open();
    if (!has_graphics_) post(R"({"do":"noGraphics"})");
    text_.open();
    environment_.can_hover = kiosk_can_hover() != 0;
    kiosk_schedule_start();
    kiosk_storage_start();
    kiosk_mirror_start();
    kiosk_input_start();
    kiosk_listen();
}

void Program::event(std::string_view json) {
    Result<app::Msg> msg = bridge::decode(json);
    if (!msg) return;  // The host's fault, and nothing that a customer could act on.
    if (auto* started = std::get_if<app::Started>(&*msg)) {
        started->saved = storage_.read(local::kStateKey).value_or("");
        if (started->telegram.can.inside_telegram) post(bridge::encode_watch());
    }
    if (const auto* active = std::get_if<app::ActiveChanged>(&*msg); active != nullptr && !active->active) leave();
    ui::add_words(*msg, store_.model(), view_.texts());
    if (!app::is_reading(*msg)) tick();
    store_.dispatch(*std::move(msg));
    if (store_.pump()) {
        wake();
        schedule();
    }
#ifdef KIOSK_GALLERY
    show_gallery();
#endif
}

#ifdef KIOSK_GALLERY
void Program::show_gallery() {
    const int widget = kiosk_gallery_widget();
    if (widget < 0 || widget >= static_cast<int>(ui::gallery().size())) return;
    view_.show_instead(ui::gallery()[static_cast<std::size_t>(widget)].draw);
    const int percent = kiosk_gallery_text_percent();
    if (percent > 0 && percent != store_.model().settings.text_scale_percent) store_.dispatch(app::SetTextScale{percent});
    settle();
}
#endif

void Program::file(File kind, std::string_view bytes) {
    const std::size_t line = bytes.find('\n');
    if (line == std::string_view::npos) return;
    const std::string_view name = bytes.substr(0, line);
    const std::string_view content = bytes.substr(line + 1);
    switch (kind) {
        case File::Shop:
            load_shop(content);
            break;
        case File::Texts:
            if (Result<bridge::Messages> messages = bridge::decode_texts(content)) {
                view_.texts().set(std::string(name), *std::move(messages));
            }
            has_texts_ = true;
            wake();
            break;
        case File::Copy:
            if (local::take_back(storage_, name, content)) stored_elsewhere(name == local::kShopKey);
            break;
    }
    settle();
}

void Program::load_shop(std::string_view bytes) {
    wire::DecodedShop shop = wire::decode_shop(bytes);
    if (shop.catalogue) {
        shop_.set_catalogue(*shop.catalogue);
        store_.dispatch(app::ShopLoaded{shop_.on_sale()});
    } else {
        store_.dispatch(app::ShopRefused{std::move(shop.problems)});
    }
}

void Program::stored_elsewhere(bool is_shop) {
    if (is_shop) {
        shop_.reload(wall_clock(), store_.inbox());
    } else {
        store_.dispatch(app::SavedElsewhere{storage_.read(local::kStateKey).value_or("")});
    }
    settle();
}

void Program::set_visible(bool visible) {
    visible_ = visible;
    if (!visible) leave();
    tick();
    settle();
    wake();
}

void Program::set_motion(bool reduced) {
    store_.dispatch(app::MotionChanged{reduced});
    settle();
}

// Nobody may come back to this page but to its next load: the tick that follows saves what is told here.
void Program::leave() {
    view_.cancel_input();
    view_.tell_places(store_.model(), store_.inbox());
    ticked_ms_ = 0;
}

void Program::timer() {
    view_deadline_ms_.reset();
    tick();
    settle();
    wake();
}

void Program::input(const ui::Input& input, Draw draw) {
    view_.feed(input);
    if (draw == Draw::Now && !busy_) {
        // The page that a tap opens may ask for the keyboard, which has to come within the tap's own task.
        if (frame(kiosk_steady_clock())) frame(kiosk_steady_clock());
    } else {
        wake();
    }
}

void Program::resize(float width, float height, float density, float covered_bottom) {
    has_size_ = true;
    environment_.covered_bottom = covered_bottom;
    text_.set_density(density);
    view_.resize(width, height, density);
    if (busy_) {
        wake();
    } else {
        frame(kiosk_steady_clock());
    }
}

bool Program::can_draw() const {
    return has_graphics_ && has_texts_ && has_size_ && (is_ready_ || store_.model().phase != app::Phase::Starting);
}

bool Program::frame(double now_ms) {
    if (!can_draw()) return false;
    busy_ = true;
    pictures_.begin_frame(now_ms);
    view_.set_environment(environment_);
    const ui::FrameResult result = view_.frame(store_.model(), now_ms, outbox_);
    renderer_.draw(view_.drawing(), result.chrome->background);
    publish(result);
    const bool changed = send_outbox();
    busy_ = false;
    if (result.wants_frame || changed) wake();
    view_deadline_ms_ = result.deadline_ms;
    schedule();
    return changed;
}

void Program::publish(const ui::FrameResult& result) {
    if (chrome_ != *result.chrome) {
        chrome_ = *result.chrome;
        post_chrome(*result.chrome);
    }
    mirror_.show(*result.tree, result.wants_frame && !result.typing);
    if (result.focus_request != 0) {
        kiosk_mirror_focus(result.focus_request);
    } else if (result.blur_request) {
        kiosk_mirror_focus(0);
    }
    if (!is_ready_) {
        is_ready_ = true;
        post(R"({"do":"ready"})");
    }
}

bool Program::send_outbox() {
    if (outbox_.empty()) return false;
    tick();
    view_.tell_places(store_.model(), store_.inbox());
    for (app::Msg& msg : outbox_) store_.dispatch(std::move(msg));
    outbox_.clear();
    return store_.pump();
}

void Program::tick() {
    const TimeMs now = wall_clock();
    if (now - ticked_ms_ < kClockSlackMs && now >= ticked_ms_) return;
    ticked_ms_ = now;
    store_.dispatch(app::Tick{now});
    shop_.advance(now, store_.inbox());
}

void Program::settle() {
    if (store_.pump()) wake();
    schedule();
}

void Program::wake() {
    // The first frame ends the skeleton, whatever the client says of its window by then.
    if (visible_ && (store_.model().telegram.active || !is_ready_) && can_draw()) kiosk_request_frame();
}

void Program::schedule() {
    if (!visible_ || !store_.model().telegram.active) {
        kiosk_set_timer(-1);
        return;
    }
    double delay = -1;
    const auto sooner = [&delay](double candidate) {
        delay = delay < 0 ? std::max(0.0, candidate) : std::clamp(candidate, 0.0, delay);
    };
    if (view_deadline_ms_) sooner(*view_deadline_ms_ - kiosk_steady_clock());
    const auto now = static_cast<double>(wall_clock());
    if (const auto at = app::next_deadline(store_.model())) sooner(static_cast<double>(*at) - now);
    if (const auto at = shop_.next_deadline()) sooner(static_cast<double>(*at) - now);
    kiosk_set_timer(delay);
}

void Program::context_restored() {
    renderer_.restore(view_.drawing());
    wake();
}

}  // namespace kiosk::web
