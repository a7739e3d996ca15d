#pragma once
// Rectangles in logical CSS pixels: x runs from the start edge to the end edge of the reading direction, y downwards. Screens
// and widgets lay out in logical coordinates only; the painter mirrors once, at the canvas, when the language runs from right
// to left, so no layout ever asks for the direction.

#include <algorithm>

namespace kiosk::ui {

struct Point {
    float x = 0;
    float y = 0;

    bool operator==(const Point&) const = default;
};

struct Edges {
    float top = 0;
    float bottom = 0;
    float start = 0;
    float end = 0;

    bool operator==(const Edges&) const = default;
};

struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    [[nodiscard]] float end() const { return x + width; }
    [[nodiscard]] float bottom() const { return y + height; }
    [[nodiscard]] float centre_x() const { return x + width / 2; }
    [[nodiscard]] float centre_y() const { return y + height / 2; }
    [[nodiscard]] bool empty() const { return width <= 0 || height <= 0; }
    [[nodiscard]] bool contains(Point at) const { return at.x >= x && at.x < end() && at.y >= y && at.y < bottom(); }
    [[nodiscard]] bool overlaps(const Rect& other) const {
        return x < other.end() && other.x < end() && y < other.bottom() && other.y < bottom();
    }

    [[nodiscard]] Rect inset(float all) const { return inset(all, all); }
    [[nodiscard]] Rect inset(float horizontal, float vertical) const {
        return {x + horizontal, y + vertical, std::max(0.0F, width - 2 * horizontal), std::max(0.0F, height - 2 * vertical)};
    }
    [[nodiscard]] Rect inset(const Edges& by) const {
        return {x + by.start, y + by.top, std::max(0.0F, width - by.start - by.end),
                std::max(0.0F, height - by.top - by.bottom)};
    }
    [[nodiscard]] Rect moved(float dx, float dy) const { return {x + dx, y + dy, width, height}; }
    [[nodiscard]] Rect clipped(const Rect& by) const {
        const float left = std::max(x, by.x);
        const float top = std::max(y, by.y);
        return {left, top, std::max(0.0F, std::min(end(), by.end()) - left),
                std::max(0.0F, std::min(bottom(), by.bottom()) - top)};
    }
    // A box of that size in the middle.
    [[nodiscard]] Rect centred(float w, float h) const { return {centre_x() - w / 2, centre_y() - h / 2, w, h}; }

    // Cut a strip off and return it; what is left stays. A strip wider than the rest takes all of it.
    Rect cut_start(float size) {
        const float taken = std::clamp(size, 0.0F, width);
        const Rect strip{x, y, taken, height};
        x += taken;
        width -= taken;
        return strip;
    }
    Rect cut_end(float size) {
        const float taken = std::clamp(size, 0.0F, width);
        width -= taken;
        return {x + width, y, taken, height};
    }
    Rect cut_top(float size) {
        const float taken = std::clamp(size, 0.0F, height);
        const Rect strip{x, y, width, taken};
        y += taken;
        height -= taken;
        return strip;
    }
    Rect cut_bottom(float size) {
        const float taken = std::clamp(size, 0.0F, height);
        height -= taken;
        return {x, y + height, width, taken};
    }
    // The index-th of count columns of equal width.
    [[nodiscard]] Rect column(int index, int count, float gap) const {
        const auto n = static_cast<float>(std::max(1, count));
        const float w = std::max(0.0F, (width - gap * (n - 1)) / n);
        return {x + static_cast<float>(index) * (w + gap), y, w, height};
    }

    bool operator==(const Rect&) const = default;
};

}  // namespace kiosk::ui
