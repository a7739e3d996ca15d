#include "ui/kit/type_scale.h"

#include <algorithm>
#include <cmath>

namespace kiosk::ui {

namespace {

struct Row {
    float ios;
    float material;
    float line;  // Line height, of the size.
    Weight weight;
    bool tabular;
    float growth;  // How much of the text scale it takes part in.
};

Row row_of(Type type) {
    switch (type) {
        case Type::LargeTitle:
            return {32, 26, 1.2F, Weight::Bold, false, 0.5F};
        case Type::Title:
            return {22, 22, 1.25F, Weight::Bold, false, 0.6F};
        case Type::Headline:
            return {17, 16, 1.3F, Weight::Medium, false, 1};
        case Type::Body:
            return {17, 16, 1.32F, Weight::Regular, false, 1};
        case Type::Callout:
            return {16, 15, 1.32F, Weight::Regular, false, 1};
        case Type::Subhead:
            return {15, 14, 1.34F, Weight::Regular, false, 1};
        case Type::Footnote:
            return {13, 13, 1.36F, Weight::Regular, false, 1};
        case Type::Caption:
            return {12, 12, 1.3F, Weight::Medium, false, 0.8F};
        case Type::Price:
            return {16, 15, 1.3F, Weight::Medium, true, 1};
        case Type::PriceLarge:
            return {22, 22, 1.25F, Weight::Bold, true, 0.6F};
        case Type::Label:
            return {15, 14, 1.3F, Weight::Medium, false, 1};
        case Type::Segment:
            return {14, 14, 1.3F, Weight::Medium, false, 0.35F};
        case Type::Hero:
            return {48, 48, 1.15F, Weight::Bold, true, 0.4F};
    }
    return {17, 16, 1.3F, Weight::Regular, false, 1};
}

}  // namespace

TypeStyle type_style(Type type, Physics physics, float text_scale) {
    const Row row = row_of(type);
    const float scale = 1 + (std::clamp(text_scale, 0.85F, 2.0F) - 1) * row.growth;
    const float size = std::round((physics == Physics::Ios ? row.ios : row.material) * scale);
    return {{size, row.weight, row.tabular}, std::round(size * row.line)};
}

}  // namespace kiosk::ui
