#include "web/web_platform.h"

#include <string>
#include <variant>

#include "bridge/codec.h"
#include "local/take_back.h"
#include "web/imports.h"
#include "wire/json_writer.h"

namespace kiosk::web {
namespace {

constexpr std::string_view kBadStateKey = "kiosk:state.bad";

void write_button(wire::JsonWriter& out, std::string_view name, const ui::ChromeButton& button) {
    out.key(name);
    out.begin_object();
    out.field("visible", button.visible);
    out.field("text", button.text);
    out.field("enabled", button.enabled);
    out.field("busy", button.busy);
    out.field("colour", bridge::to_text(button.colour));
    out.field("textColour", bridge::to_text(button.text_colour));
    out.end_object();
}

}  // namespace

void WebPlatform::perform(const app::Effect& effect, app::Inbox& answers) {
    if (const auto* save = std::get_if<app::SaveState>(&effect)) {
        if (!storage_.write(local::kStateKey, save->saved) || !storage_.was_kept())
            answers.push(app::SaveFailed{"memory only"});
    } else if (const auto* corrupt = std::get_if<app::KeepCorrupt>(&effect)) {
        static_cast<void>(storage_.write(kBadStateKey, corrupt->saved));
    } else if (const auto* question = std::get_if<app::Ask>(&effect)) {
        ask(*question);
    } else {
        post(bridge::encode(effect));
    }
}

void WebPlatform::ask(const app::Ask& ask) {
    if (texts_ == nullptr) return;
    const bool cancels = ask.question == app::Question::CancelOrder;
    const auto word = [&](std::string_view of_cart, std::string_view of_order) {
        return std::string(texts_->tr_named(cancels ? of_order : of_cart));
    };
    post(bridge::encode_ask(
        ask, {word("ask.clear_cart.title", "ask.cancel_order.title"), word("ask.clear_cart.text", "ask.cancel_order.text"),
              word("ask.clear_cart.confirm", "ask.cancel_order.confirm"), std::string(texts_->tr("ask.keep"))}));
}

void post(std::string_view json) {
    kiosk_post(json.data(), static_cast<int>(json.size()));
}

void post_chrome(const ui::Chrome& chrome) {
    wire::JsonWriter out;
    out.begin_object();
    out.field("do", "setChrome");
    write_button(out, "main", chrome.main);
    write_button(out, "secondary", chrome.secondary);
    out.field("backVisible", chrome.back_visible);
    out.field("settingsVisible", chrome.settings_visible);
    out.field("confirmClosing", chrome.confirm_closing);
    out.field("header", bridge::to_text(chrome.header));
    out.field("background", bridge::to_text(chrome.background));
    out.field("bottomBar", bridge::to_text(chrome.bottom_bar));
    out.end_object();
    post(out.take());
}

}  // namespace kiosk::web
