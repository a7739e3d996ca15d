// Draws a list of 100 or 10000 rows for so many frames, and nothing else: tools/frame-cost.mjs counts its instructions.

#include <cstdlib>
#include <string_view>

#include "support/list_view.h"
#include "support/ui_driver.h"

int main(int argc, char** argv) {
    if (argc != 3) return 1;
    const bool is_long = std::string_view(argv[1]) == "10000";
    kiosk::test::UiDriver driver(is_long ? kiosk::test::draw_list<10'000> : kiosk::test::draw_list<100>);
    driver.settle();
    for (int frames = std::atoi(argv[2]); frames > 0; --frames) driver.frame();
    return 0;
}
