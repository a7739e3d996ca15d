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
constexpr Stroke kDown[] = {{kLine, 5, 9, 12, 16}, {kLine, 12, 16, 19, 9}};
constexpr Stroke kClose[] = {{kLine, 6, 6, 18, 18}, {kLine, 18, 6, 6, 18}};
constexpr Stroke kPlus[] = {{kLine, 12, 5, 12, 19}, {kLine, 5, 12, 19, 12}};
constexpr Stroke kMinus[] = {{kLine, 5, 12, 19, 12}};
constexpr Stroke kCheck[] = {{kLine, 5, 12.5F, 10, 17.5F}, {kLine, 10, 17.5F, 19, 7}};
constexpr Stroke kSearch[] = {{kRing, 10.5F, 10.5F, 6.5F, 0}, {kLine, 15.5F, 15.5F, 20, 20}};
constexpr Stroke kCart[] = {{kLine, 3, 4, 6, 4},       {kLine, 6, 4, 8, 15},    {kLine, 8, 15, 18, 15},
                            {kLine, 18, 15, 20, 7},    {kLine, 20, 7, 6.6F, 7}, {kDot, 9, 19.5F, 1.6F, 0},
                            {kDot, 17, 19.5F, 1.6F, 0}};
constexpr Stroke kSettings[] = {
    {kLine, 4, 7, 20, 7}, {kLine, 4, 17, 20, 17}, {kDot, 9, 7, 2.8F, 0}, {kDot, 15, 17, 2.8F, 0}};
constexpr Stroke kClock[] = {{kRing, 12, 12, 8.5F, 0}, {kLine, 12, 7.5F, 12, 12}, {kLine, 12, 12, 15, 14}};
constexpr Stroke kPin[] = {
    {kRing, 12, 10, 6.5F, 0}, {kDot, 12, 10, 2, 0}, {kLine, 6.8F, 14, 12, 21}, {kLine, 17.2F, 14, 12, 21}};
constexpr Stroke kPhone[] = {{kBox, 7, 2.5F, 10, 19}, {kLine, 11, 18.5F, 13, 18.5F}};
constexpr Stroke kUser[] = {{kRing, 12, 8, 4, 0},   {kLine, 4.5F, 20, 6, 16.5F}, {kLine, 6, 16.5F, 9, 15},
                            {kLine, 9, 15, 15, 15}, {kLine, 15, 15, 18, 16.5F},  {kLine, 18, 16.5F, 19.5F, 20}};
constexpr Stroke kNote[] = {{kBox, 4.5F, 3.5F, 15, 17}, {kLine, 8.5F, 9, 15.5F, 9}, {kLine, 8.5F, 13, 15.5F, 13}};
constexpr Stroke kTrash[] = {{kLine, 4.5F, 6.5F, 19.5F, 6.5F}, {kLine, 9.5F, 3.5F, 14.5F, 3.5F},
                             {kLine, 6.5F, 6.5F, 7.5F, 20},    {kLine, 17.5F, 6.5F, 16.5F, 20},
                             {kLine, 7.5F, 20, 16.5F, 20},     {kLine, 10.3F, 10.5F, 10.6F, 16},
                             {kLine, 13.7F, 10.5F, 13.4F, 16}};
constexpr Stroke kInfo[] = {{kRing, 12, 12, 8.5F, 0}, {kLine, 12, 11.5F, 12, 16}, {kDot, 12, 8, 1.2F, 0}};
constexpr Stroke kWarning[] = {{kLine, 12, 4, 21, 19.5F},
                               {kLine, 21, 19.5F, 3, 19.5F},
                               {kLine, 3, 19.5F, 12, 4},
                               {kLine, 12, 10, 12, 14},
                               {kDot, 12, 16.7F, 1.1F, 0}};
constexpr Stroke kRepeat[] = {{kLine, 5, 11, 5, 8},    {kLine, 5, 8, 19, 8},   {kLine, 16, 5, 19, 8}, {kLine, 16, 11, 19, 8},
                              {kLine, 19, 13, 19, 16}, {kLine, 19, 16, 5, 16}, {kLine, 8, 13, 5, 16}, {kLine, 8, 19, 5, 16}};
constexpr Stroke kStar[] = {{kLine, 12, 3.5F, 14.6F, 9},   {kLine, 14.6F, 9, 20.6F, 9.8F}, {kLine, 20.6F, 9.8F, 16.2F, 14},
                            {kLine, 16.2F, 14, 17.3F, 20}, {kLine, 17.3F, 20, 12, 17.1F},  {kLine, 12, 17.1F, 6.7F, 20},
                            {kLine, 6.7F, 20, 7.8F, 14},   {kLine, 7.8F, 14, 3.4F, 9.8F},  {kLine, 3.4F, 9.8F, 9.4F, 9},
                            {kLine, 9.4F, 9, 12, 3.5F}};
constexpr Stroke kGlobe[] = {{kRing, 12, 12, 8.5F, 0}, {kLine, 3.8F, 12, 20.2F, 12}, {kBox, 8.3F, 3.5F, 7.4F, 17}};
constexpr Stroke kTextSize[] = {{kLine, 3, 18, 7, 8},      {kLine, 7, 8, 11, 18},     {kLine, 4.5F, 14.5F, 9.5F, 14.5F},
                                {kLine, 12, 18, 16.5F, 5}, {kLine, 16.5F, 5, 21, 18}, {kLine, 13.6F, 13.5F, 19.4F, 13.5F}};
constexpr Stroke kPlay[] = {{kLine, 8, 5, 18.5F, 12}, {kLine, 18.5F, 12, 8, 19}, {kLine, 8, 19, 8, 5}};
constexpr Stroke kPause[] = {{kLine, 8.5F, 5.5F, 8.5F, 18.5F}, {kLine, 15.5F, 5.5F, 15.5F, 18.5F}};
constexpr Stroke kBike[] = {{kRing, 6, 16, 3.8F, 0},          {kRing, 18, 16, 3.8F, 0},     {kLine, 6, 16, 9.5F, 9.5F},
                            {kLine, 9.5F, 9.5F, 15.5F, 9.5F}, {kLine, 15.5F, 9.5F, 18, 16}, {kLine, 9.5F, 9.5F, 12.5F, 16},
                            {kLine, 12.5F, 16, 15.5F, 9.5F},  {kLine, 14, 6, 15.5F, 9.5F}};
constexpr Stroke kBag[] = {{kBox, 4.5F, 7.5F, 15, 13}, {kLine, 8.5F, 10, 8.5F, 6.5F}, {kLine, 8.5F, 6.5F, 10, 4},
                           {kLine, 10, 4, 14, 4},      {kLine, 14, 4, 15.5F, 6.5F},   {kLine, 15.5F, 6.5F, 15.5F, 10}};
constexpr Stroke kTag[] = {{kLine, 3.5F, 4.5F, 12, 4.5F}, {kLine, 12, 4.5F, 20.5F, 13},  {kLine, 20.5F, 13, 13, 20.5F},
                           {kLine, 13, 20.5F, 3.5F, 12},  {kLine, 3.5F, 12, 3.5F, 4.5F}, {kDot, 8, 8.8F, 1.5F, 0}};
constexpr Stroke kDots[] = {{kDot, 5, 12, 1.7F, 0}, {kDot, 12, 12, 1.7F, 0}, {kDot, 19, 12, 1.7F, 0}};

std::span<const Stroke> strokes_of(Icon icon) {
    switch (icon) {
        case Icon::None:
            return {};
        case Icon::ChevronForward:
            return kForward;
        case Icon::Back:
            return kBack;
        case Icon::ChevronDown:
            return kDown;
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
        case Icon::Cart:
            return kCart;
        case Icon::Settings:
            return kSettings;
        case Icon::Clock:
            return kClock;
        case Icon::Pin:
            return kPin;
        case Icon::Phone:
            return kPhone;
        case Icon::User:
            return kUser;
        case Icon::Note:
            return kNote;
        case Icon::Trash:
            return kTrash;
        case Icon::Info:
            return kInfo;
        case Icon::Warning:
            return kWarning;
        case Icon::Repeat:
            return kRepeat;
        case Icon::Star:
            return kStar;
        case Icon::Globe:
            return kGlobe;
        case Icon::TextSize:
            return kTextSize;
        case Icon::Play:
            return kPlay;
        case Icon::Pause:
            return kPause;
        case Icon::Bike:
            return kBike;
        case Icon::Bag:
            return kBag;
        case Icon::Tag:
            return kTag;
        case Icon::Dots:
            return kDots;
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
