#pragma once
// The client's key-value storage, synchronous. What can't be stored lives as long as the page does.

#include <string>
#include <string_view>

namespace kiosk::web {

inline constexpr std::string_view kStateKey = "kiosk:state";
inline constexpr std::string_view kShopKey = "kiosk:shop";

// Empty when there is nothing.
[[nodiscard]] std::string read_storage(std::string_view key);
// False: the client kept it in memory only.
bool write_storage(std::string_view key, std::string_view value);

}  // namespace kiosk::web
