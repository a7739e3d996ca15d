#include "base/check.h"

#include <cstdio>
#include <cstdlib>

namespace kiosk {

void check_failed(const char* expression, const char* file, int line) {
    std::fprintf(stderr, "kiosk: check failed: %s at %s:%d\n", expression, file, line);
    std::abort();
}

}  // namespace kiosk
