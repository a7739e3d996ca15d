#include <algorithm>
#include <utility>

#include "app/handlers.h"

namespace kiosk::app {
namespace {

constexpr TimeMs kSilentMs = 3 * kSecondMs;

void report(const Model& model, ReportTelegram report, Effects& out) {
    if (model.examined) out.push_back(std::move(report));
}

void report_property(const Model& model, telegram::Property property, Effects& out) {
    report(model, {ReportTelegram::Kind::Property, static_cast<int>(property), std::string(model.client[property])}, out);
}

}  // namespace

bool reaches(const Model& model, telegram::Method method) {
    return model.telegram.can.bottom_buttons && telegram::is_at_least(model.telegram.version, telegram::since(method));
}

bool is_under_way(const Model& model, telegram::Method method) {
    return std::any_of(model.calls.begin(), model.calls.end(),
                       [method](const PendingCall& call) { return call.method == method; });
}

bool is_silent(const Model& model, telegram::Method method) {
    return std::any_of(model.calls.begin(), model.calls.end(), [&](const PendingCall& call) {
        return call.method == method && !call.examined && model.now_ms >= call.since_ms + kSilentMs;
    });
}

bool is_reading(const Msg& msg) {
    using telegram::Event;
    using telegram::Property;
    if (const auto* event = std::get_if<TelegramEvent>(&msg)) {
        return event->event == Event::AccelerometerChanged || event->event == Event::DeviceOrientationChanged ||
               event->event == Event::GyroscopeChanged;
    }
    // The rows of the sensors stand together.
    const auto* told = std::get_if<TelegramChanged>(&msg);
    return told != nullptr &&
           std::all_of(told->changes.begin(), told->changes.end(), [](const TelegramChanged::Change& change) {
               return change.property >= Property::AccelerometerX && change.property <= Property::GyroscopeZ;
           });
}

Result<RequestId> call_telegram(Model& model, telegram::Call call, Effects& out) {
    if (!reaches(model, call.method)) return Error{ErrorCode::Unsupported, std::string(telegram::path(call.method))};
    const RequestId request = ++model.last_request;
    model.calls.push_back({request, call.method, false, model.now_ms});
    out.push_back(CallTelegram{request, std::move(call)});
    return request;
}

void on(Model& model, const TelegramAnswered& msg, Effects& out) {
    const auto found = std::find_if(model.calls.begin(), model.calls.end(),
                                    [&](const PendingCall& call) { return call.request == msg.request; });
    if (found == model.calls.end()) return;
    const PendingCall call = *found;
    model.calls.erase(found);
    if (!call.examined) take_answer(model, call.method, msg.outcome, out);
    wire::JsonWriter outcome;
    outcome.begin_array();
    outcome.integer(static_cast<int>(msg.outcome.kind));
    outcome.text(msg.outcome.code);
    outcome.text(msg.outcome.values);
    outcome.end_array();
    report(model, {ReportTelegram::Kind::Answer, static_cast<int>(msg.request), outcome.take()}, out);
}

// What an event changed is in the client's properties already; features listen here for the rest.
void on(Model& model, const TelegramEvent& msg, Effects& out) {
    if (msg.event == telegram::Event::AccelerometerChanged) feel_movement(model, out);
    if (msg.event == telegram::Event::DeviceOrientationChanged) feel_tilt(model);
    report(model, {ReportTelegram::Kind::Event, static_cast<int>(msg.event), msg.data}, out);
}

void on(Model& model, const TelegramChanged& msg, Effects& out) {
    for (const TelegramChanged::Change& change : msg.changes) {
        model.client.set(change.property, change.value);
        if (change.property == telegram::Property::InitDataUnsafe &&
            telegram::read_flag(change.value, "user.allows_write_to_pm")) {
            model.bot_may_write = true;
        }
        report_property(model, change.property, out);
    }
}

void on(Model& model, const ExamineTelegram& msg, Effects& out) {
    if (!std::exchange(model.examined, true)) {
        for (std::size_t i = 0; i < telegram::kPropertyCount; ++i) {
            report_property(model, static_cast<telegram::Property>(i), out);
        }
    }
    const Result<RequestId> sent = call_telegram(model, msg.call, out);
    if (sent) model.calls.back().examined = true;
    std::string fallback = std::to_string(static_cast<int>(telegram::fallback(msg.call.method)));
    report(model, {ReportTelegram::Kind::Sent, sent ? static_cast<int>(*sent) : 0, std::move(fallback)}, out);
}

}  // namespace kiosk::app
