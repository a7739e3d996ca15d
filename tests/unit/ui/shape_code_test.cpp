#include "ui/shape_code.h"

#include <gtest/gtest.h>

namespace kiosk::ui {
namespace {

constexpr float kDensities[] = {1, 1.5F, 2, 2.625F, 3};

TEST(ShapeCodeTest, ShapesThatLieOnPixelsAreExactAtEveryDensity) {
    for (const float density : kDensities) {
        for (const int device_pixels : {1, 2, 3, 7, 144, 1171, 8000}) {
            const float half = static_cast<float>(device_pixels) / density / 2;
            const Shape back = decode(encode({ShapeKind::Fill, half, half, 0, 0}, density), density);
            EXPECT_FLOAT_EQ(back.half_width, half) << device_pixels << " device pixels at " << density;
            EXPECT_FLOAT_EQ(back.half_height, half) << device_pixels << " device pixels at " << density;
        }
    }
}

TEST(ShapeCodeTest, TheSmallestShapeIsNoTextureCoordinate) {
    for (const float density : kDensities) {
        EXPECT_TRUE(is_shape(encode({ShapeKind::Fill, 0.5F / density, 0.5F / density, 0, 0}, density).x));
    }
}

TEST(ShapeCodeTest, KindRadiusAndParameterTravelBesideTheSize) {
    const Shape shape{ShapeKind::Shadow, 100, 1500, 12.25F, 30.5F};
    const Shape back = decode(encode(shape, 3), 3);

    EXPECT_EQ(back.kind, ShapeKind::Shadow);
    EXPECT_FLOAT_EQ(back.half_width, shape.half_width);
    EXPECT_FLOAT_EQ(back.half_height, shape.half_height);
    EXPECT_FLOAT_EQ(back.radius, shape.radius);
    EXPECT_FLOAT_EQ(back.parameter, shape.parameter);
}

}  // namespace
}  // namespace kiosk::ui
