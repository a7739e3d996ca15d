#pragma once
// What the client last said of itself: every property of the manifest as JSON text, each of the kind that its row says, or null. A
// value of the model, filled by messages of the host; all null until the first one.

#include <string>
#include <string_view>
#include <vector>

#include "telegram/call.h"
#include "telegram/manifest.h"

namespace kiosk::telegram {

class State {
public:
    [[nodiscard]] std::string_view operator[](Property property) const;
    // Members of objects have places: number(Property::SafeAreaInset, "top").
    [[nodiscard]] bool flag(Property property, std::string_view place = {}) const {
        return read_flag((*this)[property], place);
    }
    [[nodiscard]] double number(Property property, std::string_view place = {}) const {
        return read_number((*this)[property], place);
    }
    [[nodiscard]] std::string text(Property property, std::string_view place = {}) const {
        return read_text((*this)[property], place);
    }

    // A value of another kind than the row's counts as null.
    void set(Property property, std::string json);

    bool operator==(const State&) const = default;

private:
    std::vector<std::string> values_;
};

}  // namespace kiosk::telegram
