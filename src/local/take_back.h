#pragma once
// Documents that the web view has lost and Telegram's client has kept (js-bridge/keeper.mjs). What the client says is believed only
// as far as it reads as such a document.

#include <string_view>

#include "local/key_value.h"

namespace kiosk::local {

inline constexpr std::string_view kStateKey = "kiosk:state";

// Writes the app's state (kStateKey) or the shop's book (kShopKey) back, unless there is one by now. True: it was written.
bool take_back(KeyValue& storage, std::string_view key, std::string_view text);

}  // namespace kiosk::local
