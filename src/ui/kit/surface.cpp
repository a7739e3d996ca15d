#include "ui/kit/surface.h"

namespace kiosk::ui {

Surface::Surface() {
    atlas_.Flags |= ImFontAtlasFlags_NoMouseCursors | ImFontAtlasFlags_NoBakedLines;
    atlas_.TexMaxWidth = atlas_.TexMaxHeight = 4096;
    ImFontAtlasAddDrawListSharedData(&atlas_, &shared_);
    shared_.InitialFlags = ImDrawListFlags_AllowVtxOffset;
}

Surface::~Surface() {
    ImFontAtlasRemoveDrawListSharedData(&atlas_, &shared_);
}

void Surface::begin_frame(float width, float height, float density) {
    ImFontAtlasUpdateNewFrame(&atlas_, ++frame_, true);
    shared_.ClipRectFullscreen = {0, 0, width, height};
    list_._ResetForNewFrame();
    list_.PushTexture(atlas_.TexRef);
    list_.PushClipRect({0, 0}, {width, height});
    drawing_.Clear();
    drawing_.DisplaySize = {width, height};
    drawing_.FramebufferScale = {density, density};
}

void Surface::end_frame() {
    drawing_.Textures = &atlas_.TexList;
    drawing_.AddDrawList(&list_);
    drawing_.Valid = true;
}

}  // namespace kiosk::ui
