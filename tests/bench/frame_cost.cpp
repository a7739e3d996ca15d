// Draws a list of so many rows for so many frames, and nothing else: tools/frame-cost.mjs counts its instructions.

#include <cstdlib>

#include "support/ui_driver.h"
#include "ui/kit/widgets.h"

namespace {

int row_count = 0;

void draw_rows(kiosk::ui::Kit& kit, const kiosk::app::Model&, kiosk::ui::UiState&) {
    using namespace kiosk::ui;
    Page page(kit, {.key = "list", .title = "List"});
    const Page::Window window = page.rows(row_count, 56);
    for (int i = window.first; i < window.last; ++i) {
        const Rect row = page.row_at(i, 56);
        const Touch touch = kit.touch({"row", i}, row, Role::Button, kit.join({"Row", kit.number(i)}, " "));
        kit.press_look(touch, row, 0);
        kit.text(row.inset(kGutter, 0), "A row of the list", {.spoken = false});
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 3) return 1;
    row_count = std::atoi(argv[1]);
    kiosk::test::UiDriver driver(draw_rows);
    driver.settle();
    for (int frames = std::atoi(argv[2]); frames > 0; --frames) driver.frame();
    return 0;
}
