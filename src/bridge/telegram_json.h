#pragma once
// Inside of bridge only: calls to Telegram's client as JSON, and its answers, events and properties from JSON. A call carries its
// row of the manifest, so that js-bridge/telegram.mjs needs no table. What the client gave stays JSON text. Reading is total; an
// answer whose values are too long becomes "Refused: BadAnswer", because every request must be answered.

#include "app/effect.h"
#include "app/msg.h"
#include "wire/json_fields.h"
#include "wire/json_writer.h"

namespace kiosk::bridge {

inline constexpr std::size_t kMaxWord = 200;  // Code points of a name, tag or version.

void read_request(wire::JsonFields& in, app::RequestId& request);

void write(wire::JsonWriter& out, const app::CallTelegram& effect);
void write(wire::JsonWriter& out, const app::ReportTelegram& effect);

void read(wire::JsonFields& in, app::TelegramAnswered& msg);
void read(wire::JsonFields& in, app::TelegramEvent& msg);
void read(wire::JsonFields& in, app::TelegramChanged& msg);
void read(wire::JsonFields& in, app::ExamineTelegram& msg);

}  // namespace kiosk::bridge
