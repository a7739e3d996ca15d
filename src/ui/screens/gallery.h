#pragma once
// Every widget of the kit by its name, for docs/kit.md, for tests and for whoever changes a widget. Its words are fixed, English
// or Arabic: nobody but a developer sees it, and nothing that ships asks for it.

#include <span>
#include <string_view>

#include "ui/screens/screens.h"

namespace kiosk::ui {

using DrawPage = void (*)(Kit& kit, const app::Model& model, UiState& ui);

struct GalleryWidget {
    std::string_view name;
    DrawPage draw = nullptr;  // A page with this widget alone.
};

[[nodiscard]] std::span<const GalleryWidget> gallery();
void draw_gallery(Kit& kit, const app::Model& model,
                  UiState& ui);  // All of them on one page, but for what lies over a page.

}  // namespace kiosk::ui
