#include "ui/kit/icons.h"

#include <span>

#include "ui/kit/kit.h"
#include "ui/kit/painter.h"

namespace kiosk::ui {

namespace {

// On a grid of 24 units: Line x0 y0 x1 y1, Ring and Dot cx cy r, Box x y w h with corners of 2.5.
struct Stroke {
    enum class Kind : unsigned char { Line, Ring, Dot, Box };
    Kind kind;
    float a;
    float b;
    float c;
    float d;
};
constexpr auto kLine = Stroke::Kind::Line;
constexpr auto kRing = Stroke::Kind::Ring;
constexpr auto kDot = Stroke::Kind::Dot;
constexpr auto kBox = Stroke::Kind::Box;

constexpr Stroke kForward[] = {{kLine, 9, 5, 16, 12}, {kLine, 16, 12, 9, 19}};
constexpr Stroke kBack[] = {{kLine, 15, 5, 8, 12}, {kLine, 8, 12, 15, 19}};
constexpr Stroke kClose[] = {{kLine, 6, 6, 18, 18}, {kLine, 18, 6, 6, 18}};
constexpr Stroke kPlus[] = {{kLine, 12, 5, 12, 19}, {kLine, 5, 12, 19, 12}};
constexpr Stroke kMinus[] = {{kLine, 5, 12, 19, 12}};
constexpr Stroke kCheck[] = {{kLine, 5, 12.5F, 10, 17.5F}, {kLine, 10, 17.5F, 19, 7}};
constexpr Stroke kSearch[] = {{kRing, 10.5F, 10.5F, 6.5F, 0}, {kLine, 15.5F, 15.5F, 20, 20}};
constexpr Stroke kSettings[] = {
    {kLine, 4, 7, 20, 7}, {kLine, 4, 17, 20, 17}, {kDot, 9, 7, 2.8F, 0}, {kDot, 15, 17, 2.8F, 0}};
constexpr Stroke kClock[] = {{kRing, 12, 12, 8.5F, 0}, {kLine, 12, 7.5F, 12, 12}, {kLine, 12, 12, 15, 14}};
constexpr Stroke kPin[] = {
    {kRing, 12, 10, 6.5F, 0}, {kDot, 12, 10, 2, 0}, {kLine, 6.8F, 14, 12, 21}, {kLine, 17.2F, 14, 12, 21}};
constexpr Stroke kPhone[] = {{kBox, 7, 2.5F, 10, 19}, {kLine, 11, 18.5F, 13, 18.5F}};
constexpr Stroke kTrash[] = {{kLine, 4.5F, 6.5F, 19.5F, 6.5F}, {kLine, 9.5F, 3.5F, 14.5F, 3.5F},
                             {kLine, 6.5F, 6.5F, 7.5F, 20},    {kLine, 17.5F, 6.5F, 16.5F, 20},
                             {kLine, 7.5F, 20, 16.5F, 20},     {kLine, 10.3F, 10.5F, 10.6F, 16},
                             {kLine, 13.7F, 10.5F, 13.4F, 16}};
constexpr Stroke kStar[] = {{kLine, 12, 3.5F, 14.6F, 9},   {kLine, 14.6F, 9, 20.6F, 9.8F}, {kLine, 20.6F, 9.8F, 16.2F, 14},
                            {kLine, 16.2F, 14, 17.3F, 20}, {kLine, 17.3F, 20, 12, 17.1F},  {kLine, 12, 17.1F, 6.7F, 20},
                            {kLine, 6.7F, 20, 7.8F, 14},   {kLine, 7.8F, 14, 3.4F, 9.8F},  {kLine, 3.4F, 9.8F, 9.4F, 9},
                            {kLine, 9.4F, 9, 12, 3.5F}};
constexpr Stroke kBag[] = {{kBox, 4.5F, 7.5F, 15, 13}, {kLine, 8.5F, 10, 8.5F, 6.5F}, {kLine, 8.5F, 6.5F, 10, 4},
                           {kLine, 10, 4, 14, 4},      {kLine, 14, 4, 15.5F, 6.5F},   {kLine, 15.5F, 6.5F, 15.5F, 10}};
constexpr Stroke kTag[] = {{kLine, 3.5F, 4.5F, 12, 4.5F}, {kLine, 12, 4.5F, 20.5F, 13},  {kLine, 20.5F, 13, 13, 20.5F},
                           {kLine, 13, 20.5F, 3.5F, 12},  {kLine, 3.5F, 12, 3.5F, 4.5F}, {kDot, 8, 8.8F, 1.5F, 0}};

std::span<const Stroke> strokes_of(Icon icon) {
    switch (icon) {
        case Icon::None:
            return {};
        case Icon::ChevronForward:
            return kForward;
        case Icon::Back:
            return kBack;
        case Icon::Close:
            return kClose;
        case Icon::Plus:
            return kPlus;
        case Icon::Minus:
            return kMinus;
        case Icon::Check:
            return kCheck;
        case Icon::Search:
            return kSearch;
        case Icon::Settings:
            return kSettings;
        case Icon::Clock:
            return kClock;
        case Icon::Pin:
            return kPin;
        case Icon::Phone:
            return kPhone;
        case Icon::Trash:
            return kTrash;
        case Icon::Star:
            return kStar;
        case Icon::Bag:
            return kBag;
        case Icon::Tag:
            return kTag;
    }
    return {};
}

}  // namespace

void Kit::icon(Icon icon, const Rect& area, Colour colour, float stroke) {
    if (!visible(area)) return;
    const float side = std::min(area.width, area.height);
    const float unit = side / 24;
    const Rect box = area.centred(side, side);
    const bool flips = icon == Icon::ChevronForward || icon == Icon::Back;
    const bool undo = painter_->mirrored() && !flips;  // The painter mirrors everything; most icons must not be.
    const auto at = [&](float x, float y) { return Point{box.x + (undo ? 24 - x : x) * unit, box.y + y * unit}; };
    for (const Stroke& s : strokes_of(icon)) {
        const Point a = at(s.a, s.b);
        const float r = s.c * unit;
        switch (s.kind) {
            case kLine:
                line(a, at(s.c, s.d), colour, stroke);
                break;
            case kRing: {
                const float reach = r + stroke / 2;
                painter_->shape(ShapeKind::Ring, {a.x - reach, a.y - reach, 2 * reach, 2 * reach}, colour, colour, reach,
                                stroke);
                break;
            }
            case kDot:
                fill({a.x - r, a.y - r, 2 * r, 2 * r}, colour, r);
                break;
            case kBox: {
                const Rect shape{undo ? a.x - r : a.x, a.y, r, s.d * unit};
                ring(shape.inset(-stroke / 2), colour, 2.5F * unit + stroke / 2, stroke);
                break;
            }
        }
    }
}

}  // namespace kiosk::ui
