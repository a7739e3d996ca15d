#pragma once
// Reads the fields of one object of a document that a program wrote, with every check that a decoder owes: presence, type, range
// and length. The first fault sticks, and ok() tells it at the end; which one it was is nobody's business (json_reader is for
// documents that people write). Fields that nobody asks for are ignored.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wire/json_text.h"

namespace kiosk::wire {

class JsonFields {
public:
    explicit JsonFields(const Json& value) : value_(value), ok_(value.is_object()) {}

    [[nodiscard]] bool ok() const { return ok_; }
    void require(bool condition) { ok_ = ok_ && condition; }

    // Null when the field is missing; nothing is wrong then.
    [[nodiscard]] const Json* find(std::string_view name) const;

    void text(std::string_view name, std::string& out, std::size_t max_code_points);
    void optional_text(std::string_view name, std::string& out, std::size_t max_code_points);  // Empty when it is missing.
    void integer(std::string_view name, std::int64_t& out, std::int64_t low, std::int64_t high);
    void integer(std::string_view name, int& out, int low, int high);
    void boolean(std::string_view name, bool& out);
    void hex(std::string_view name, std::uint64_t& out);  // As JsonWriter::hex writes it.

    // A field that another function reads: bool read(const Json&, T&).
    template <typename T, typename Read>
    void with(std::string_view name, T& out, Read read_value) {
        const Json* value = find(name);
        require(value != nullptr && read_value(*value, out));
    }

    // An array field, each item read likewise.
    template <typename T, typename Read>
    void list(std::string_view name, std::vector<T>& out, std::size_t max_items, Read read_item) {
        const Json* value = find(name);
        require(value != nullptr && value->is_array() && value->size() <= max_items);
        if (!ok_) return;
        out.clear();
        for (const Json& item : *value) {
            require(read_item(item, out.emplace_back()));
            if (!ok_) return;
        }
    }

private:
    const Json& value_;
    bool ok_;
};

[[nodiscard]] bool read_text(const Json& value, std::string& out, std::size_t max_code_points);
[[nodiscard]] bool read_integer(const Json& value, std::int64_t& out, std::int64_t low, std::int64_t high);

}  // namespace kiosk::wire
