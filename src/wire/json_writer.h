#pragma once
// Writes compact JSON text, value by value, without a document in memory. The caller opens and closes what it opens; texts come
// out well-formed whatever they hold (bytes that are no UTF-8 become U+FFFD).

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace kiosk::wire {

class JsonWriter {
public:
    void begin_object() { open('{'); }
    void end_object() { out_ += '}'; }
    void begin_array() { open('['); }
    void end_array() { out_ += ']'; }

    void key(std::string_view name);
    void text(std::string_view value);
    void integer(std::int64_t value);
    void boolean(bool value);
    void hex(std::uint64_t value);  // A string of hex digits: JavaScript's numbers end at 2^53.

    void field(std::string_view name, std::string_view value) { key(name), text(value); }
    void field(std::string_view name, const std::string& value) { key(name), text(value); }
    void field(std::string_view name, const char* value) { key(name), text(value); }
    void field(std::string_view name, std::int64_t value) { key(name), integer(value); }
    void field(std::string_view name, std::int32_t value) { key(name), integer(value); }
    void field(std::string_view name, std::uint32_t value) { key(name), integer(value); }
    void field(std::string_view name, bool value) { key(name), boolean(value); }

    // A field that is an array, each item written by write(JsonWriter&, item).
    template <typename Item, typename Write>
    void list(std::string_view name, const std::vector<Item>& items, Write write_item) {
        key(name);
        begin_array();
        for (const Item& item : items) write_item(*this, item);
        end_array();
    }

    [[nodiscard]] std::string take() { return std::exchange(out_, {}); }

private:
    void separate();
    void open(char bracket);

    std::string out_;
};

}  // namespace kiosk::wire
