#include <array>
#include <charconv>
#include <utility>

#include "bridge/codec.h"
#include "bridge/telegram_json.h"
#include "wire/json_fields.h"
#include "wire/order_json.h"

namespace kiosk::bridge {
namespace {

using bridge::read;
using wire::Json;
using wire::JsonFields;

constexpr std::size_t kMaxStartParam = 512;
constexpr std::size_t kMaxSaved = 256 * 1024;
constexpr int kMaxInset = 4000;

bool read_colour(const Json& value, app::Rgb& colour) {
    constexpr std::size_t kLength = 7;
    std::string text;
    if (!wire::read_text(value, text, kLength) || text.size() != kLength || text[0] != '#') return false;
    const char* end = text.data() + text.size();
    const auto read = std::from_chars(text.data() + 1, end, colour, 16);
    return read.ec == std::errc() && read.ptr == end;
}

constexpr std::array<std::pair<std::string_view, app::Rgb app::Theme::*>, 15> kColours = {{
    {"bg", &app::Theme::bg},
    {"text", &app::Theme::text},
    {"hint", &app::Theme::hint},
    {"link", &app::Theme::link},
    {"button", &app::Theme::button},
    {"buttonText", &app::Theme::button_text},
    {"secondaryBg", &app::Theme::secondary_bg},
    {"headerBg", &app::Theme::header_bg},
    {"bottomBarBg", &app::Theme::bottom_bar_bg},
    {"accentText", &app::Theme::accent_text},
    {"sectionBg", &app::Theme::section_bg},
    {"sectionHeaderText", &app::Theme::section_header_text},
    {"sectionSeparator", &app::Theme::section_separator},
    {"subtitleText", &app::Theme::subtitle_text},
    {"destructiveText", &app::Theme::destructive_text},
}};

bool read_theme(const Json& value, app::Theme& theme) {
    JsonFields in(value);
    in.boolean("dark", theme.dark);
    for (const auto& [name, colour] : kColours) in.with(name, theme.*colour, read_colour);
    return in.ok();
}

bool read_insets(const Json& value, app::Insets& insets) {
    JsonFields in(value);
    in.integer("top", insets.top, 0, kMaxInset);
    in.integer("bottom", insets.bottom, 0, kMaxInset);
    in.integer("left", insets.left, 0, kMaxInset);
    in.integer("right", insets.right, 0, kMaxInset);
    return in.ok();
}

bool read_capabilities(const Json& value, app::Capabilities& can) {
    JsonFields in(value);
    in.boolean("insideTelegram", can.inside_telegram);
    in.boolean("bottomButtons", can.bottom_buttons);
    in.boolean("backButton", can.back_button);
    in.boolean("popups", can.popups);
    in.boolean("invoices", can.invoices);
    in.boolean("inlineQueries", can.inline_queries);
    return in.ok();
}

bool read_user(const Json& value, app::User& user) {
    JsonFields in(value);
    in.text("id", user.id, kMaxWord);
    in.text("firstName", user.first_name, kMaxWord);
    in.text("lastName", user.last_name, kMaxWord);
    return in.ok();
}

bool read_telegram(const Json& value, app::Telegram& telegram) {
    JsonFields in(value);
    in.text("platform", telegram.platform, kMaxWord);
    in.text("version", telegram.version, kMaxWord);
    in.text("language", telegram.language, kMaxWord);
    in.text("startParam", telegram.start_param, kMaxStartParam);
    in.text("launchId", telegram.launch_id, kMaxWord);
    in.with("user", telegram.user, read_user);
    in.with("theme", telegram.theme, read_theme);
    in.with("insets", telegram.insets, read_insets);
    in.with("can", telegram.can, read_capabilities);
    in.boolean("active", telegram.active);
    in.boolean("fullscreen", telegram.fullscreen);
    return in.ok();
}

void read(JsonFields& in, app::Started& msg) {
    in.integer("nowMs", msg.now_ms, 0, wire::kLastMs);
    in.hex("seed", msg.seed);
    in.with("telegram", msg.telegram, read_telegram);
    // Storage is read without the pipe where the platform can.
    if (in.find("saved") != nullptr) in.text("saved", msg.saved, kMaxSaved);
}
void read(JsonFields& in, app::ShopUnreachable& msg) {
    in.text("detail", msg.detail, kMaxWord);
}
void read(JsonFields& in, app::Tick& msg) {
    in.integer("nowMs", msg.now_ms, 0, wire::kLastMs);
}
void read(JsonFields& in, app::ThemeChanged& msg) {
    in.with("theme", msg.theme, read_theme);
}
void read(JsonFields& in, app::InsetsChanged& msg) {
    in.with("insets", msg.insets, read_insets);
}
void read(JsonFields& in, app::CapabilitiesChanged& msg) {
    in.with("can", msg.can, read_capabilities);
}
void read(JsonFields& in, app::ActiveChanged& msg) {
    in.boolean("active", msg.active);
}
void read(JsonFields& /*in*/, app::MainButtonPressed& /*msg*/) {}
void read(JsonFields& /*in*/, app::SecondaryButtonPressed& /*msg*/) {}  // Its text is the view's.
void read(JsonFields& /*in*/, app::BackButtonPressed& /*msg*/) {}
void read(JsonFields& /*in*/, app::SettingsButtonPressed& /*msg*/) {}
void read(JsonFields& in, app::PopupClosed& msg) {
    read_request(in, msg.request);
    in.boolean("confirmed", msg.confirmed);
}
void read(JsonFields& in, app::TextCopied& msg) {
    in.boolean("ok", msg.ok);
}
void read(JsonFields& in, app::CashierAnswered& msg) {
    read_request(in, msg.request);
    in.text("link", msg.link, orders::kMaxReceipt);
    in.boolean("paid", msg.paid);
    in.boolean("denied", msg.denied);
    in.text("receipt", msg.receipt, orders::kMaxReceipt);
    in.text("id", msg.prepared, orders::kMaxReceipt);
}
void read(JsonFields& in, app::SavedElsewhere& msg) {
    in.text("saved", msg.saved, kMaxSaved);
}
void read(JsonFields& in, app::SaveFailed& msg) {
    in.text("detail", msg.detail, kMaxWord);
}

template <typename Event>
bool read_event(const Json& value, app::Msg& msg) {
    JsonFields in(value);
    read(in, msg.emplace<Event>());
    return in.ok();
}

struct EventRow {
    std::string_view name;
    bool (*read)(const Json&, app::Msg&);
};

constexpr EventRow kEvents[] = {
    {"started", read_event<app::Started>},
    {"shopUnreachable", read_event<app::ShopUnreachable>},
    {"tick", read_event<app::Tick>},
    {"themeChanged", read_event<app::ThemeChanged>},
    {"insetsChanged", read_event<app::InsetsChanged>},
    {"canChanged", read_event<app::CapabilitiesChanged>},
    {"activeChanged", read_event<app::ActiveChanged>},
    {"mainButtonPressed", read_event<app::MainButtonPressed>},
    {"secondaryButtonPressed", read_event<app::SecondaryButtonPressed>},
    {"backButtonPressed", read_event<app::BackButtonPressed>},
    {"settingsButtonPressed", read_event<app::SettingsButtonPressed>},
    {"popupClosed", read_event<app::PopupClosed>},
    {"textCopied", read_event<app::TextCopied>},
    {"cashierAnswered", read_event<app::CashierAnswered>},
    {"savedElsewhere", read_event<app::SavedElsewhere>},
    {"saveFailed", read_event<app::SaveFailed>},
    {"telegramAnswered", read_event<app::TelegramAnswered>},
    {"telegramEvent", read_event<app::TelegramEvent>},
    {"telegramChanged", read_event<app::TelegramChanged>},
    {"examineTelegram", read_event<app::ExamineTelegram>},
};

}  // namespace

Result<app::Msg> decode(std::string_view text) {
    const wire::ParsedJson document = wire::parse_json(text);
    std::string name;
    JsonFields in(document.value);
    in.text("on", name, kMaxWord);
    if (!in.ok()) return Error{ErrorCode::BadInput, "no event"};
    for (const EventRow& row : kEvents) {
        if (row.name != name) continue;
        app::Msg msg;
        if (row.read(document.value, msg)) return msg;
        break;
    }
    return Error{ErrorCode::BadInput, name};
}

}  // namespace kiosk::bridge
