#include "bridge/telegram_json.h"

#include <limits>

#include "bridge/codec.h"

namespace kiosk::bridge {
namespace {

using wire::Json;
using wire::JsonFields;
using wire::JsonWriter;

// Code points; the longest that a client sends are a scanned code and 1024 stored items.
constexpr std::size_t kMaxJson = 128 * 1024;

}  // namespace

void write(JsonWriter& out, const app::CallTelegram& effect) {
    out.field("do", "callTelegram");
    out.field("request", effect.request);
    out.field("row", telegram::row(effect.call.method));
    out.field("parameters", telegram::parameters(effect.call.method));
    out.field("fields", effect.call.fields);
}

void write(JsonWriter& out, const app::ReportTelegram& effect) {
    out.field("do", "reportTelegram");
    out.field("kind", static_cast<std::int32_t>(effect.kind));
    out.field("index", effect.index);
    out.field("json", effect.json);
}

std::string encode_watch() {
    JsonWriter out;
    out.begin_object();
    out.field("do", "watchTelegram");
    out.field("properties", telegram::property_paths());
    out.field("events", telegram::event_names());
    out.end_object();
    return out.take();
}

void read_request(JsonFields& in, app::RequestId& request) {
    std::int64_t number = 0;
    in.integer("request", number, 1, std::numeric_limits<app::RequestId>::max());
    request = static_cast<app::RequestId>(number);
}

void read(JsonFields& in, app::TelegramAnswered& msg) {
    using Kind = telegram::Outcome::Kind;
    int kind = 0;
    read_request(in, msg.request);
    in.integer("outcome", kind, 0, static_cast<int>(Kind::TimedOut));
    msg.outcome.kind = static_cast<Kind>(kind);
    const Json* values = in.find("values");
    const Json* code = in.find("code");
    const bool is_readable = (values == nullptr || wire::read_text(*values, msg.outcome.values, kMaxJson)) &&
                             (code == nullptr || wire::read_text(*code, msg.outcome.code, kMaxWord));
    if (!is_readable) msg.outcome = {Kind::Refused, "[]", "BadAnswer"};
}

void read(JsonFields& in, app::TelegramEvent& msg) {
    int event = 0;
    in.integer("event", event, 0, int{telegram::kEventCount} - 1);
    in.text("data", msg.data, kMaxJson);
    msg.event = static_cast<telegram::Event>(event);
}

void read(JsonFields& in, app::TelegramChanged& msg) {
    constexpr std::size_t kCount = telegram::kPropertyCount;
    in.list("changes", msg.changes, kCount, [](const Json& json, app::TelegramChanged::Change& change) {
        std::int64_t at = 0;
        if (!json.is_array() || json.size() != 2 || !wire::read_integer(json[0], at, 0, kCount - 1)) return false;
        change.property = static_cast<telegram::Property>(at);
        // One value that can't be read is no reason to miss the others.
        if (!wire::read_text(json[1], change.value, kMaxJson)) change.value = "null";
        return true;
    });
}

void read(JsonFields& in, app::ExamineTelegram& msg) {
    int method = 0;
    in.integer("method", method, 0, int{telegram::kMethodCount} - 1);
    in.text("fields", msg.call.fields, kMaxJson);
    msg.call.method = static_cast<telegram::Method>(method);
}

}  // namespace kiosk::bridge
