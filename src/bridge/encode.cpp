#include "bridge/codec.h"
#include "bridge/telegram_json.h"
#include "wire/json_writer.h"
#include "wire/order_json.h"

namespace kiosk::bridge {
namespace {

using wire::JsonWriter;

std::string_view name_of(app::Haptic::Kind kind) {
    switch (kind) {
        case app::Haptic::Kind::Tap:
            return "tap";
        case app::Haptic::Kind::Select:
            return "select";
        case app::Haptic::Kind::Heavy:
            return "heavy";
        case app::Haptic::Kind::Success:
            return "success";
        case app::Haptic::Kind::Warning:
            return "warning";
        case app::Haptic::Kind::Error:
            return "error";
    }
    return "tap";
}

std::string_view name_of(app::Question question) {
    switch (question) {
        case app::Question::None:
            return "none";
        case app::Question::ClearCart:
            return "clearCart";
        case app::Question::CancelOrder:
            return "cancelOrder";
    }
    return "none";
}

void write(JsonWriter& out, const app::LoadShop& /*effect*/) {
    out.field("do", "loadShop");
}
void write(JsonWriter& out, const app::LoadTexts& effect) {
    out.field("do", "loadTexts");
    out.field("language", effect.language);
}
template <class Effect>
void begin_question(JsonWriter& out, const Effect& effect) {
    out.field("do", "askCashier");
    out.field("request", effect.request);
    out.field("url", effect.url);
    out.key("question");
    out.begin_object();
}
void write(JsonWriter& out, const app::AskCashier& effect) {
    begin_question(out, effect);
    out.field("order", effect.order.value);
    out.field("key", effect.key.value);
    out.field("amount", effect.amount_minor);
    out.field("currency", effect.currency.code);
    out.field("exponent", effect.currency.exponent);
    out.field("invoice", effect.wants_invoice);
    out.end_object();
}
void write(JsonWriter& out, const app::AskToPrepare& effect) {
    begin_question(out, effect);
    out.field("prepare", effect.method == telegram::Method::RequestChat ? "chat" : "message");
    out.field("text", effect.text);
    out.field("start_param", effect.start_param);
    out.end_object();
}
void write(JsonWriter& out, const app::Haptic& effect) {
    out.field("do", "haptic");
    out.field("kind", name_of(effect.kind));
}
void write(JsonWriter& out, const app::Ask& effect) {
    out.field("do", "ask");
    out.field("request", effect.request);
    out.field("question", name_of(effect.question));
}
void write(JsonWriter& out, const app::OpenLink& effect) {
    out.field("do", "openLink");
    out.field("url", effect.url);
}
void write(JsonWriter& out, const app::CopyText& effect) {
    out.field("do", "copyText");
    out.field("text", effect.text);
}
void write(JsonWriter& out, const app::CloseApp& /*effect*/) {
    out.field("do", "closeApp");
}

}  // namespace

std::string encode(const app::Effect& effect) {
    JsonWriter out;
    out.begin_object();
    std::visit(
        [&](const auto& one) {
            if constexpr (requires { write(out, one); }) write(out, one);
        },
        effect);
    out.end_object();
    return out.take();
}

std::string encode_ask(const app::Ask& ask, const AskTexts& texts) {
    JsonWriter out;
    out.begin_object();
    write(out, ask);
    out.field("title", texts.title);
    out.field("message", texts.message);
    out.field("confirm", texts.confirm);
    out.field("cancel", texts.cancel);
    out.end_object();
    return out.take();
}

std::string to_text(app::Rgb colour) {
    constexpr std::string_view kDigits = "0123456789abcdef";
    std::string text = "#";
    for (unsigned shift = 24; shift > 0; shift -= 4) text.push_back(kDigits[(colour >> (shift - 4)) & 15U]);
    return text;
}

}  // namespace kiosk::bridge
