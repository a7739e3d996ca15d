#include "ui/kit/fonts.h"

#include <string>

#include "base/text.h"
#include "ui/kit/scripts.h"

// Asked for only when an atlas has no loader of its own; ours always has. The names are Dear ImGui's.
// NOLINTBEGIN(readability-identifier-naming)
namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader() {
    KIOSK_CHECK(false);
    return nullptr;
}
}  // namespace ImGuiFreeType
// NOLINTEND(readability-identifier-naming)

namespace kiosk::ui {

namespace {

int face_index(const Font& font) {
    return static_cast<int>(font.weight) * 2 + (font.tabular ? 1 : 0);
}
int font_key(const Font& font) {
    return static_cast<int>(font.size) * 8 + face_index(font);
}

bool is_spaced_alone(char32_t code_point) {
    return code_point == ' ' || code_point == 0xa0 || (code_point >= '0' && code_point <= '9');
}

}  // namespace

void FontSet::install(ImFontAtlas& atlas) {
    loader_.Name = "platform";
    loader_.FontSrcInit = init_source;
    loader_.FontSrcDestroy = drop_source;
    loader_.FontSrcContainsGlyph = contains;
    loader_.FontBakedInit = init_baked;
    loader_.FontBakedLoadGlyph = load_glyph;
    atlas.UserData = this;
    atlas.FontLoader = &loader_;
    for (int i = 0; i < kFaces; ++i) {
        Face& face = faces_[static_cast<std::size_t>(i)];
        face.set = this;
        face.weight = static_cast<Weight>(i / 2);
        face.tabular = i % 2 == 1;
        ImFontConfig config;
        config.FontLoader = &loader_;
        config.SizePixels = 16;
        face.font = atlas.AddFont(&config);
    }
}

bool FontSet::init_source(ImFontAtlas* atlas, ImFontConfig* source) {
    auto* set = static_cast<FontSet*>(atlas->UserData);
    source->FontLoaderData = &set->faces_[static_cast<std::size_t>(atlas->Fonts.Size - 1)];
    return true;
}

void FontSet::drop_source(ImFontAtlas*, ImFontConfig* source) {
    source->FontLoaderData = nullptr;
}

bool FontSet::contains(ImFontAtlas*, ImFontConfig*, ImWchar code_point) {
    return is_simple(code_point);
}

bool FontSet::init_baked(ImFontAtlas*, ImFontConfig* source, ImFontBaked* baked, void*) {
    const Face& face = *static_cast<Face*>(source->FontLoaderData);
    const FontMetrics metrics = face.set->metrics({baked->Size, face.weight, face.tabular});
    baked->Ascent = metrics.ascent;
    baked->Descent = -metrics.descent;
    return true;
}

bool FontSet::load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar code_point,
                         ImFontGlyph* out, float* out_advance) {
    if (!is_simple(code_point)) return false;
    const Face& face = *static_cast<Face*>(source->FontLoaderData);
    FontSet& set = *face.set;
    const Font font{baked->Size, face.weight, face.tabular};
    std::string text;
    append_utf8(text, code_point);
    const float advance = set.port_.advance(text, font);
    if (out_advance != nullptr) {
        *out_advance = advance;
        return true;
    }
    out->AdvanceX = advance;
    const float density = baked->RasterizerDensity;
    RunImage& image = set.image_;
    if (!set.port_.raster(text, font, density, kWhiteInk, image) || image.width_device <= 0 || image.height_device <= 0)
        return true;
    const ImFontAtlasRectId rect_id = ImFontAtlasPackAddRect(atlas, image.width_device, image.height_device);
    if (rect_id == ImFontAtlasRectId_Invalid) return true;
    out->PackId = rect_id;
    out->Visible = true;
    out->Colored = image.coloured;
    out->X0 = static_cast<float>(image.left_device) / density;
    out->X1 = static_cast<float>(image.left_device + image.width_device) / density;
    out->Y0 = -static_cast<float>(image.top_device) / density;
    out->Y1 = static_cast<float>(image.height_device - image.top_device) / density;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, out, ImFontAtlasPackGetRect(atlas, rect_id), image.rgba.data(),
                                       ImTextureFormat_RGBA32, image.width_device * 4);
    return true;
}

ImFontBaked* FontSet::baked(const Font& font, float density) const {
    return faces_[static_cast<std::size_t>(face_index(font))].font->GetFontBaked(font.size, density);
}

FontMetrics FontSet::metrics(const Font& font) {
    const auto [at, is_new] = metrics_.try_emplace(font_key(font));
    if (is_new) at->second = port_.metrics(font);
    return at->second;
}

float FontSet::kerning(char32_t left, char32_t right, const Font& font, float advances) {
    // Digits and blanks are spaced by their advances in every UI font.
    if (is_spaced_alone(left) || is_spaced_alone(right)) return 0;
    const std::uint64_t key =
        (static_cast<std::uint64_t>(font_key(font)) << 42U) ^ (static_cast<std::uint64_t>(left) << 21U) ^ right;
    const auto [at, is_new] = kerning_.try_emplace(key, 0.0F);
    if (is_new) {
        std::string pair;
        append_utf8(pair, left);
        append_utf8(pair, right);
        at->second = port_.advance(pair, font) - advances;
    }
    return at->second;
}

void FontSet::forget_metrics() {
    metrics_.clear();
    kerning_.clear();
}

}  // namespace kiosk::ui
