#include "web/client_storage.h"

#include "web/imports.h"

namespace kiosk::web {

std::optional<std::string> ClientStorage::read(std::string_view key) {
    const int length = kiosk_storage_read(key.data(), static_cast<int>(key.size()));
    if (length < 0) return std::nullopt;
    std::string value(static_cast<std::size_t>(length), '\0');
    kiosk_storage_take(value.data(), length);
    return value;
}

bool ClientStorage::write(std::string_view key, std::string_view value) {
    was_kept_ =
        kiosk_storage_write(key.data(), static_cast<int>(key.size()), value.data(), static_cast<int>(value.size())) == 0;
    return true;
}

}  // namespace kiosk::web
