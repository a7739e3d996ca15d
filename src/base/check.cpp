#include "base/check.h"

#include <cstdio>
#include <cstdlib>
#include <string>

namespace kiosk {

void check_failed(const char* expression, const char* file, int line) {
    // printf is 3 KB of the shipped program.
    const std::string place = std::string(" at ") + file + ":" + std::to_string(line) + "\n";
    std::fputs(("kiosk: check failed: " + (expression + place)).c_str(), stderr);
    std::abort();
}

}  // namespace kiosk
