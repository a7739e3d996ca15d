#pragma once
// What the kit draws on: Dear ImGui's dynamic font atlas and one draw list. They do without Dear ImGui's context, whose windows,
// navigation and settings the kit never reaches, and which therefore stay out of the program. Owned by AppView.

#include "imgui.h"
#include "imgui_internal.h"

namespace kiosk::ui {

class Surface {
public:
    Surface();
    ~Surface();
    Surface(const Surface&) = delete;
    Surface& operator=(const Surface&) = delete;

    void begin_frame(float width, float height, float density);  // CSS pixels; device pixels per CSS pixel.
    void end_frame();

    [[nodiscard]] ImFontAtlas& atlas() { return atlas_; }
    [[nodiscard]] ImDrawList& list() { return list_; }
    // Between frames: what was drawn, and the textures that it needs, whose status the renderer keeps.
    [[nodiscard]] const ImDrawData& drawing() const { return drawing_; }

private:
    ImFontAtlas atlas_;
    ImDrawListSharedData shared_;
    ImDrawList list_{&shared_};
    ImDrawData drawing_;
    int frame_ = 0;
};

}  // namespace kiosk::ui
