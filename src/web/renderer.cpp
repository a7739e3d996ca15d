#include "web/renderer.h"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "imgui.h"
#include "web/imports.h"

namespace kiosk::web {
namespace {

// Above so many single updates one upload of their common box is cheaper.
constexpr int kMaxSingleUpdates = 8;

float channel(app::Rgb colour, unsigned shift) {
    return static_cast<float>((colour >> shift) & 0xffU) / 255.0F;
}

int bytes_of(const auto& vector) {
    return vector.Size * static_cast<int>(sizeof(vector.Data[0]));
}

}  // namespace

bool Renderer::open() {
    return kiosk_gl_open() != 0;
}

void Renderer::draw(const ImDrawData& data, app::Rgb clear) {
    if (data.Textures != nullptr) {
        for (ImTextureData* texture : *data.Textures) update(*texture);
    }
    const float density = data.FramebufferScale.x;
    if (kiosk_gl_begin(data.DisplaySize.x, data.DisplaySize.y, density, channel(clear, 16), channel(clear, 8),
                       channel(clear, 0)) == 0) {
        return;
    }
    for (const ImDrawList* list : data.CmdLists) draw_list(data, *list);
}

void Renderer::restore(const ImDrawData& last) {
    if (last.Textures == nullptr) return;
    for (ImTextureData* texture : *last.Textures) {
        if (texture->TexID != ImTextureID_Invalid && texture->Pixels != nullptr) {
            upload(*texture, 0, 0, texture->Width, texture->Height);
        }
    }
}

void Renderer::update(ImTextureData& texture) {
    switch (texture.Status) {
        case ImTextureStatus_WantCreate:
            texture.SetTexID(static_cast<ImTextureID>(next_texture_++));
            upload(texture, 0, 0, texture.Width, texture.Height);
            texture.SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantUpdates:
            if (texture.Updates.Size > kMaxSingleUpdates) {
                const ImTextureRect& box = texture.UpdateRect;
                upload(texture, box.x, box.y, box.w, box.h);
            } else {
                for (const ImTextureRect& box : texture.Updates) upload(texture, box.x, box.y, box.w, box.h);
            }
            texture.SetStatus(ImTextureStatus_OK);
            break;
        case ImTextureStatus_WantDestroy:
            if (texture.UnusedFrames == 0) break;
            kiosk_gl_drop(static_cast<int>(texture.TexID));
            texture.SetTexID(ImTextureID_Invalid);
            texture.SetStatus(ImTextureStatus_Destroyed);
            break;
        case ImTextureStatus_OK:
        case ImTextureStatus_Destroyed:
            break;
    }
}

void Renderer::upload(const ImTextureData& texture, int x, int y, int width, int height) {
    const auto row = static_cast<std::size_t>(width) * 4;
    const auto pitch = static_cast<std::size_t>(texture.Width) * 4;
    const std::uint8_t* pixels = texture.Pixels + static_cast<std::size_t>(y) * pitch + static_cast<std::size_t>(x) * 4;
    if (row != pitch) {
        packed_.resize(row * static_cast<std::size_t>(height));
        for (std::size_t line = 0; line < static_cast<std::size_t>(height); ++line) {
            std::memcpy(packed_.data() + line * row, pixels + line * pitch, row);
        }
        pixels = packed_.data();
    }
    kiosk_gl_upload(static_cast<int>(texture.TexID), pixels, x, y, width, height);
}

void Renderer::draw_list(const ImDrawData& data, const ImDrawList& list) {
    commands_.clear();
    const float density = data.FramebufferScale.x;
    const int full_width = static_cast<int>(std::lround(data.DisplaySize.x * density));
    const int full_height = static_cast<int>(std::lround(data.DisplaySize.y * density));
    for (const ImDrawCmd& command : list.CmdBuffer) {
        const auto edge = [density](float at, int limit) {
            return std::clamp(static_cast<int>(std::lround(at * density)), 0, limit);
        };
        const int left = edge(command.ClipRect.x - data.DisplayPos.x, full_width);
        const int top = edge(command.ClipRect.y - data.DisplayPos.y, full_height);
        const int right = edge(command.ClipRect.z - data.DisplayPos.x, full_width);
        const int bottom = edge(command.ClipRect.w - data.DisplayPos.y, full_height);
        if (right <= left || bottom <= top || command.ElemCount == 0) continue;
        commands_.push_back({left, full_height - bottom, right - left, bottom - top, static_cast<int>(command.GetTexID()),
                             static_cast<int>(command.IdxOffset), static_cast<int>(command.ElemCount),
                             static_cast<int>(command.VtxOffset)});
    }
    if (commands_.empty()) return;
    kiosk_gl_draw(list.VtxBuffer.Data, bytes_of(list.VtxBuffer), list.IdxBuffer.Data, bytes_of(list.IdxBuffer),
                  commands_.data(), static_cast<int>(commands_.size()));
}

}  // namespace kiosk::web
