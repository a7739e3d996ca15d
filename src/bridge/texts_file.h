#pragma once
// A language's texts (assets/texts/<language>.json): one flat JSON object, key -> message. Anything else is Corrupt, with what is
// wrong in detail.

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/result.h"

namespace kiosk::bridge {

using Messages = std::vector<std::pair<std::string, std::string>>;

[[nodiscard]] Result<Messages> decode_texts(std::string_view bytes);

}  // namespace kiosk::bridge
