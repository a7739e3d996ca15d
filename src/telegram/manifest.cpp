#include "telegram/manifest.h"

#include <algorithm>
#include <array>
#include <utility>

namespace kiosk::telegram {
namespace {

#define KIOSK_METHOD(number, name, path, since, answer, at, limit_ms, fallback, events, release) \
    path "|" since "|" #answer "|" #at "|" #limit_ms "|" events "|" release "\n"
constexpr std::string_view kMethods =
#include "telegram/manifest.inc"
    ;

#define KIOSK_PROPERTY(number, name, path, since, kind) path " "
constexpr std::string_view kProperties =
#include "telegram/manifest.inc"
    ;

#define KIOSK_EVENT(number, name, event, since) event " "
constexpr std::string_view kEvents =
#include "telegram/manifest.inc"
    ;

#define KIOSK_PARAMETER(method, place, need, rule, low, high, words) \
    place " " #need " " #rule " " #low " " #high " " words "\n"
constexpr std::string_view kParameters =
#include "telegram/parameters.inc"
    ;

constexpr auto kTakers = std::to_array<Method>({
#define KIOSK_PARAMETER(method, place, need, rule, low, high, words) Method::method,
#include "telegram/parameters.inc"
});
static_assert(std::is_sorted(kTakers.begin(), kTakers.end()));

constexpr std::array<PropertyKind, kPropertyCount> kKinds = {
#define KIOSK_PROPERTY(number, name, path, since, kind) PropertyKind::kind,
#include "telegram/manifest.inc"
};

constexpr std::array<Fallback, kMethodCount> kFallbacks = {
#define KIOSK_METHOD(number, name, path, since, answer, at, limit_ms, fallback, events, release) Fallback::fallback,
#include "telegram/manifest.inc"
};

#define KIOSK_METHOD(number, name, ...) static_assert(static_cast<int>(Method::name) + 1 == (number));
#define KIOSK_PROPERTY(number, name, ...) static_assert(static_cast<int>(Property::name) + 1 == (number));
#define KIOSK_EVENT(number, name, ...) static_assert(static_cast<int>(Event::name) + 1 == (number));
#include "telegram/manifest.inc"
static_assert(std::count(kMethods.begin(), kMethods.end(), '\n') == kMethodCount);
static_assert(std::count(kProperties.begin(), kProperties.end(), ' ') == kPropertyCount);
static_assert(std::count(kEvents.begin(), kEvents.end(), ' ') == kEventCount);

// What is wrong stands at the end of the script's messages and of hosts' own words (wire.md 6); the first that fits counts.
constexpr auto kEndings = std::to_array<std::pair<std::string_view, Refusal>>({
    {"UNSUPPORTED", Refusal::Unsupported},
    {"METHOD_INVALID", Refusal::Unsupported},
    {"Unsupported", Refusal::Unsupported},
    {"NotRequested", Refusal::NotReady},
    {"NotInited", Refusal::NotReady},
    {"NotAvailable", Refusal::Unavailable},
    {"Disabled", Refusal::Unavailable},
    {"NotGranted", Refusal::Denied},
    {"USER_DECLINED", Refusal::Denied},
    {"Opened", Refusal::Busy},
    {"Requested", Refusal::Busy},
    {"ALREADY_FULLSCREEN", Refusal::Busy},
    {"Invalid", Refusal::BadArgument},
    {"_INVALID", Refusal::BadArgument},
    {"_EXPIRED", Refusal::BadArgument},
});

unsigned next_number(std::string_view& version) {
    constexpr unsigned kMost = 100'000;
    unsigned number = 0;
    for (const char c : take_part(version, '.')) {
        if (c < '0' || c > '9') return 0;
        number = std::min(kMost, number * 10 + static_cast<unsigned>(c - '0'));
    }
    return number;
}

}  // namespace

std::string_view row(Method method) {
    return part(kMethods, '\n', static_cast<std::size_t>(method));
}
std::string_view parameters(Method method) {
    std::string_view rest = kParameters;
    std::size_t at = 0;
    for (; at < kTakers.size() && kTakers[at] < method; ++at) take_part(rest, '\n');
    const char* begin = rest.data();
    for (; at < kTakers.size() && kTakers[at] == method; ++at) take_part(rest, '\n');
    return {begin, static_cast<std::size_t>(rest.data() - begin)};
}
std::string_view path(Method method) {
    return part(row(method), '|', 0);
}
std::string_view since(Method method) {
    return part(row(method), '|', 1);
}
Fallback fallback(Method method) {
    return kFallbacks[static_cast<std::size_t>(method)];
}
PropertyKind kind(Property property) {
    return kKinds[static_cast<std::size_t>(property)];
}
std::string_view property_paths() {
    return kProperties.substr(0, kProperties.size() - 1);
}
std::string_view event_names() {
    return kEvents.substr(0, kEvents.size() - 1);
}

std::optional<Event> find_event(std::string_view name) {
    std::string_view rest = kEvents;
    for (std::size_t i = 0; i < kEventCount; ++i) {
        if (take_part(rest, ' ') == name) return static_cast<Event>(i);
    }
    return std::nullopt;
}

Refusal refusal_of(std::string_view code) {
    if (code.starts_with("BadArgument ") || code.starts_with("TooLong ")) return Refusal::BadArgument;
    for (const auto& [ending, refusal] : kEndings) {
        if (code.ends_with(ending)) return refusal;
    }
    return Refusal::Other;
}

bool is_at_least(std::string_view version, std::string_view since) {
    while (!version.empty() || !since.empty()) {
        const unsigned have = next_number(version);
        const unsigned need = next_number(since);
        if (have != need) return have > need;
    }
    return true;
}

std::string_view take_part(std::string_view& text, char separator) {
    const std::string_view first = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(first.size() + 1, text.size()));
    return first;
}

std::string_view part(std::string_view text, char separator, std::size_t index) {
    for (; index > 0; --index) take_part(text, separator);
    return take_part(text, separator);
}

}  // namespace kiosk::telegram
