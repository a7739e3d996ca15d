#include "bridge/texts_file.h"

#include "wire/json_text.h"

namespace kiosk::bridge {

Result<Messages> decode_texts(std::string_view bytes) {
    const wire::ParsedJson document = wire::parse_json(bytes);
    if (!document.value.is_object()) return Error{ErrorCode::Corrupt, "not an object"};
    Messages messages;
    messages.reserve(document.value.size());
    for (const auto& entry : document.value.items()) {
        const auto* text = entry.value().get_ptr<const std::string*>();
        if (text == nullptr) return Error{ErrorCode::Corrupt, entry.key()};
        messages.emplace_back(entry.key(), *text);
    }
    return messages;
}

}  // namespace kiosk::bridge
