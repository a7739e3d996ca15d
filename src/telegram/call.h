#pragma once
// Calls to the client and their answers, as plain data. Fields and values are JSON text, read when somebody asks: the client's own
// language, and nothing is built that nobody reads. Limits of fields (parameters.inc) are checked by js-bridge/arguments.mjs before
// the client sees them: some clients close the app on a bad argument. Every call gets exactly one outcome.

#include <cstdint>
#include <string>
#include <string_view>

#include "telegram/manifest.h"
#include "wire/json_writer.h"

namespace kiosk::telegram {

struct Call {
    Method method = Method::Ready;
    std::string fields = "[]";  // A list in the order of parameters(method); null, or not there at the end: left out.

    bool operator==(const Call&) const = default;
};

struct Outcome {
    enum class Kind : std::uint8_t {
        Values,
        Refused,      // By our own side or the client; refusal_of(code) says why.
        Unsupported,  // The client is too old, lacks the thing, or there is none.
        TimedOut,
    };
    Kind kind = Kind::TimedOut;
    std::string values = "[]";  // A list of what the callback got.
    std::string code;           // "WebAppPopupOpened", "USER_DECLINED", "TooLong 0.title".

    [[nodiscard]] bool ok() const { return kind == Kind::Values; }

    bool operator==(const Outcome&) const = default;
};

inline void write_field(wire::JsonWriter& out, std::string_view value) {
    out.text(value);
}
inline void write_field(wire::JsonWriter& out, const char* value) {
    out.text(value);
}
inline void write_field(wire::JsonWriter& out, bool value) {
    out.boolean(value);
}
inline void write_field(wire::JsonWriter& out, int value) {
    out.integer(value);
}

// call(Method::ShowAlert, "Ready") for fields that are texts, numbers and flags.
template <typename... Fields>
[[nodiscard]] Call call(Method method, const Fields&... fields) {
    wire::JsonWriter out;
    out.begin_array();
    (write_field(out, fields), ...);
    out.end_array();
    return {method, out.take()};
}

// What stands in JSON text at a place such as "0" or "1.responseUnsafe.contact.phone_number"; empty: the whole of it. What is not
// there, of another kind, or no JSON at all reads as that kind's empty value, so nothing that a client sends can break a reader.
[[nodiscard]] bool read_flag(std::string_view json, std::string_view place = {});
[[nodiscard]] double read_number(std::string_view json, std::string_view place = {});
[[nodiscard]] std::string read_text(std::string_view json, std::string_view place = {});

}  // namespace kiosk::telegram
