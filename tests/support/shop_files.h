#pragma once
// The sample shop file, and how GoogleTest shows what is wrong with an edited one.

#include <fstream>
#include <iterator>
#include <ostream>
#include <string>

#include "wire/json_text.h"
#include "wire/shop_codec.h"

namespace kiosk::wire {

inline std::ostream& operator<<(std::ostream& out, const Fault& fault) {
    return out << fault.pointer << ": " << fault.message;
}

inline std::string burger_bar() {
    std::ifstream file(KIOSK_SOURCE_DIR "/assets/shops/burger-bar.json", std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

}  // namespace kiosk::wire
