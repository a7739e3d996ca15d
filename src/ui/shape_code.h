#pragma once
// How a rounded shape travels through Dear ImGui's ordinary vertex format: four vertices whose uv holds, per axis, the signed
// local coordinate and the shape's parameters, far outside the 0..1 of a texture coordinate. The fragment shader then computes
// the signed distance; one draw call can mix shapes, glyphs and triangles. This header is the single source of the packing:
// the shader in js-bridge follows decode_axis() and Shape line by line.
//
// |uv| = q + 32768 * p, exact in a 32-bit float (below 2^24).
//   q: 15 bits, quarters of a device pixel, distance from the centre to the shape's edge: exact for shapes that lie on pixels.
//   p of x: 9 bits, corner radius in quarters of a pixel.
//   p of y: 9 bits, kind (2 bits) * 128 + parameter in quarters of a pixel (7 bits).

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

enum class ShapeKind : int {
    Fill = 0,
    Ring = 1,    // parameter: width of the border, inside the edge.
    Shadow = 2,  // parameter: blur radius; the quad is padded by it.
    Image = 3,   // The bound texture, stretched over the whole shape, inside rounded corners.
};

struct Shape {
    ShapeKind kind = ShapeKind::Fill;
    float half_width = 0;  // CSS pixels, up to 2,000.
    float half_height = 0;
    float radius = 0;     // 0..127.75.
    float parameter = 0;  // 0..31.75.
};

inline constexpr float kShapeUnit = 4;
inline constexpr float kShapePage = 32768;

// Room around the shape for the soft edge.
[[nodiscard]] inline float shape_padding(const Shape& shape) {
    return shape.kind == ShapeKind::Shadow ? shape.parameter + 1 : 1;
}

struct ShapeUv {
    float x = 0;  // Positive; the corner's sign is applied by the caller.
    float y = 0;
};

[[nodiscard]] inline float encode_axis(float device_pixels, float page) {
    const float q = std::clamp(std::round(device_pixels * kShapeUnit), 2.0F, kShapePage - 1);
    return q + kShapePage * page;
}

[[nodiscard]] inline ShapeUv encode(const Shape& shape, float density) {
    const float radius = std::clamp(std::round(shape.radius * 4), 0.0F, 511.0F);
    const float parameter = std::clamp(std::round(shape.parameter * 4), 0.0F, 127.0F);
    return {encode_axis(shape.half_width * density, radius),
            encode_axis(shape.half_height * density, static_cast<float>(shape.kind) * 128 + parameter)};
}

// What the vertex shader computes from abs(uv): the extent and the page.
struct DecodedAxis {
    float extent = 0;
    float page = 0;
};

[[nodiscard]] inline DecodedAxis decode_axis(float uv, float density) {
    const float page = std::floor(std::fabs(uv) / kShapePage);
    return {(std::fabs(uv) - page * kShapePage) / kShapeUnit / density, page};
}

[[nodiscard]] inline bool is_shape(float uv_x) {
    return std::fabs(uv_x) > 1.5F;
}

[[nodiscard]] inline Shape decode(ShapeUv uv, float density) {
    const DecodedAxis x = decode_axis(uv.x, density);
    const DecodedAxis y = decode_axis(uv.y, density);
    Shape shape;
    shape.kind = static_cast<ShapeKind>(static_cast<int>(std::floor(y.page / 128)));
    shape.parameter = (y.page - std::floor(y.page / 128) * 128) / 4;
    shape.radius = x.page / 4;
    shape.half_width = x.extent;
    shape.half_height = y.extent;
    return shape;
}

}  // namespace kiosk::ui
