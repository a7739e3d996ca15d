#pragma once
// Base64 with the URL alphabet and without padding (RFC 4648, section 5): for start parameters and links. Every byte string has
// exactly one spelling; decoding refuses all others.

#include <string>
#include <string_view>

#include "base/result.h"

namespace kiosk {

[[nodiscard]] std::string to_base64url(std::string_view bytes);

// Fails with Corrupt on a foreign character, an impossible length or left-over bits that are not zero.
[[nodiscard]] Result<std::string> from_base64url(std::string_view text);

}  // namespace kiosk
