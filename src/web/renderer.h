#pragma once
// Dear ImGui's draw data -> js-bridge/gl.js, which owns all GL state. Textures that Dear ImGui keeps pixels of are created, updated
// and dropped as it asks, and uploaded again after a lost context. Owned by the program; drawing on a lost context does nothing.

#include <cstdint>
#include <vector>

#include "app/telegram.h"

struct ImDrawData;
struct ImDrawList;
struct ImTextureData;

namespace kiosk::web {

// As js-bridge/gl.js reads it. The scissor is in device pixels from the bottom left.
struct DrawCommand {
    std::int32_t x = 0;
    std::int32_t y = 0;
    std::int32_t width = 0;
    std::int32_t height = 0;
    std::int32_t texture = 0;
    std::int32_t first_index = 0;
    std::int32_t index_count = 0;
    std::int32_t first_vertex = 0;
};
static_assert(sizeof(DrawCommand) == 32);

class Renderer {
public:
    // False: this browser has no WebGL.
    bool open();
    void draw(const ImDrawData& data, app::Rgb clear);
    // The context came back empty.
    void restore(const ImDrawData& last);

private:
    void update(ImTextureData& texture);
    void upload(const ImTextureData& texture, int x, int y, int width, int height);
    void draw_list(const ImDrawData& data, const ImDrawList& list);

    int next_texture_ = 1;
    std::vector<DrawCommand> commands_;
    std::vector<std::uint8_t> packed_;  // Rows of a partial update.
};

}  // namespace kiosk::web
