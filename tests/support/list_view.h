#pragma once
// A list of so many rows and nothing else: what a frame of it costs is counted, and must not depend on their number.

#include "ui/screens/screens.h"

namespace kiosk::test {

template <int kRows>
void draw_list(ui::Kit& kit, const app::Model&, ui::UiState&) {
    ui::Page page(kit, {.key = "list", .title = "List"});
    const ui::Page::Window window = page.rows(kRows, 56);
    for (int i = window.first; i < window.last; ++i) {
        const ui::Rect row = page.row_at(i, 56);
        const ui::Touch touch = kit.touch({"row", i}, row, ui::Role::Button, kit.join({"Row", kit.number(i)}, " "));
        kit.press_look(touch, row, 0);
        kit.text(row.inset(ui::kGutter, 0), "A row of the list", {.spoken = false});
    }
}

}  // namespace kiosk::test
