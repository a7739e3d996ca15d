#include "app/handlers.h"

#include <algorithm>

#include "base/text.h"

namespace kiosk::app {

// SplitMix64 (Steele, Lea, Flood 2014): every call moves the seed on.
std::uint64_t draw_chance(Model& model) {
    model.seed += 0x9e3779b97f4a7c15ULL;
    std::uint64_t value = model.seed;
    value = (value ^ (value >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    value = (value ^ (value >> 27U)) * 0x94d049bb133111ebULL;
    return value ^ (value >> 31U);
}

void haptic(const Model& model, Haptic::Kind kind, Effects& out) {
    if (model.settings.haptics) out.push_back(Haptic{kind});
}

void notify(Model& model, std::string key, std::string detail) {
    std::erase_if(model.notices, [&](const Notice& notice) { return notice.key == key && notice.detail == detail; });
    model.notices.push_back({std::move(key), std::move(detail), false, model.now_ms + kNoticeMs});
    if (model.notices.size() > kMaxNotices) model.notices.erase(model.notices.begin());
}

void refuse(Model& model, const Error& why, Haptic::Kind kind, Effects& out) {
    notify(model, "error." + std::string{name_of(why.code)}, why.detail);
    haptic(model, kind, out);
}

void ask(Model& model, Question question, std::string subject, Effects& out) {
    model.asked = {question, ++model.last_request, std::move(subject)};
    if (model.telegram.can.popups) out.push_back(Ask{model.asked.request, question});
}

std::string bounded(std::string_view text, std::size_t limit) {
    if (find_invalid_utf8(text) != std::string_view::npos) return {};
    return std::string{prefix(text, limit)};
}

TimeMs bounded(TimeMs instant) {
    constexpr TimeMs kLastInstant = 253'402'300'799'999;  // 9999-12-31T23:59:59.999Z
    return std::clamp<TimeMs>(instant, 0, kLastInstant);
}

}  // namespace kiosk::app
