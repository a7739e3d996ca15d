#include <array>

#include "wire/shop_parts.h"

namespace kiosk::wire {
namespace {

constexpr std::array<std::string_view, 7> kDays = {"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
constexpr int kDayMinutes = 1440;
constexpr std::size_t kMaxRangesPerDay = 6;
constexpr std::string_view kRangeAdvice =
    "write \"10:00-22:00\", \"18:00-02:00\" (closes after midnight), \"00:00-24:00\" or \"closed\"; several in a list";
constexpr std::string_view kDayAdvice = "name days like \"mon-fri\", \"sat\" or \"mon-sun\"";

// "09:30" -> 570; -1 when it is no time.
int minute_of(std::string_view text) {
    if (text.size() != 5 || text[2] != ':') return -1;
    for (const std::size_t i : {0U, 1U, 3U, 4U}) {
        if (text[i] < '0' || text[i] > '9') return -1;
    }
    const int hour = (text[0] - '0') * 10 + (text[1] - '0');
    const int minute = (text[3] - '0') * 10 + (text[4] - '0');
    return hour <= 24 && minute < 60 && hour * 60 + minute <= kDayMinutes ? hour * 60 + minute : -1;
}

struct Times {
    int from;
    int to;
};

std::optional<Times> times_of(std::string_view text) {
    if (text.size() != 11 || text[5] != '-') return std::nullopt;
    const int from = minute_of(text.substr(0, 5));
    const int to = minute_of(text.substr(6));
    if (from < 0 || to < 0 || from == kDayMinutes || from == to) return std::nullopt;
    return Times{from, to < from ? to + kDayMinutes : to};
}

int day_of(std::string_view name) {
    for (std::size_t i = 0; i < kDays.size(); ++i) {
        if (kDays[i] == name) return static_cast<int>(i);
    }
    return -1;
}

struct Days {
    int first;
    int last;  // May be before the first: "sat-mon".
};

std::optional<Days> days_of(std::string_view name) {
    const std::size_t dash = name.find('-');
    const Days days{day_of(name.substr(0, dash)), day_of(dash == std::string_view::npos ? name : name.substr(dash + 1))};
    if (days.first < 0 || days.last < 0) return std::nullopt;
    return days;
}

void read_times(const Node& node, std::vector<Times>& out) {
    const auto* text = node.exists() ? node.value().get_ptr<const std::string*>() : nullptr;
    if (text != nullptr && *text == "closed") return;
    const std::optional<Times> times = text == nullptr ? std::nullopt : times_of(*text);
    if (times) {
        out.push_back(*times);
    } else {
        node.refuse(kRangeAdvice);
    }
}

std::vector<Times> read_day(const Node& node) {
    std::vector<Times> times;
    if (!node.value().is_array()) {
        read_times(node, times);
        return times;
    }
    const std::size_t count = node.list(1, kMaxRangesPerDay, kRangeAdvice);
    for (std::size_t i = 0; i < count; ++i) read_times(node.item(i), times);
    return times;
}

}  // namespace

std::vector<shop::OpeningRange> read_hours(const Node& node) {
    if (!node.exists() || !node.require_object("write hours like {\"mon-fri\": \"10:00-22:00\", \"sun\": \"closed\"}"))
        return {};
    std::array<bool, kDays.size()> told{};
    std::vector<shop::OpeningRange> hours;
    const std::size_t faults_before = node.fault_count();
    for (const auto& [name, value] : node.value().get_ref<const Json::object_t&>()) {
        const Node entry = node[name.c_str()];
        const std::optional<Days> days = days_of(name);
        if (!days) {
            entry.fault("names no days; " + std::string(kDayAdvice));
            continue;
        }
        const std::vector<Times> times = read_day(entry);
        for (int day = days->first;; day = (day + 1) % 7) {
            bool& told_before = told[static_cast<std::size_t>(day)];
            if (told_before)
                entry.fault("tells about " + std::string(kDays[static_cast<std::size_t>(day)]) +
                            " a second time; name each day once");
            told_before = true;
            for (const Times& range : times) hours.push_back({day, range.from, range.to});
            if (day == days->last) break;
        }
    }
    if (hours.empty() && node.fault_count() == faults_before)
        node.fault("is never open; write when it is, or leave it out for around the clock");
    return hours;
}

}  // namespace kiosk::wire
