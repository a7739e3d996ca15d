#pragma once
// Containers: the scrolling page with its large title, grouped sections, horizontal strips, virtual lists, the bottom sheet.
// Each is a scope: construct, draw, let it end. A container hands out rectangles from the top; its height follows from what
// was taken.

#include <string_view>

#include "ui/kit/kit.h"

namespace kiosk::ui {

inline constexpr float kGutter = 16;
inline constexpr float kRadius = 12;
inline constexpr float kTapSize = 44;

struct PageProps {
    std::string_view key = {};
    std::string_view title = {};  // Empty: no title row.
    std::string_view subtitle = {};
    Ground ground = Ground::Grouped;
    bool large_title = true;
    float max_width = 640;  // Content is centred on wide canvases.
};

// The scrolling page that fills the view (or the sheet it is drawn in).
class Page {
public:
    Page(Kit& kit, const PageProps& props);
    ~Page();
    Page(const Page&) = delete;
    Page& operator=(const Page&) = delete;

    [[nodiscard]] Rect row(float height);         // The next strip, full content width.
    [[nodiscard]] Rect gutter_row(float height);  // The same within the gutters.
    void gap(float height);
    [[nodiscard]] Rect rest() const;                            // What is visible below the last row, for empty states.
    void text(std::string_view words, const TextStyle& style);  // A paragraph within the gutters.
    void scroll_to(float content_y);                            // Puts that place of the content at the top, animated.
    [[nodiscard]] float content_y() const;                      // Where the next row begins, in content coordinates.
    [[nodiscard]] float scroll_offset() const;
    // A strip that stays at the top once it was scrolled there (category chips). What is drawn until end_sticky() lies over
    // the rows that follow. At most one a page.
    [[nodiscard]] Rect sticky_row(float height);
    void end_sticky();
    void reveal(const Rect& area);  // Scrolls so that it can be seen, not hidden by keyboard or insets.
    [[nodiscard]] Kit& kit() { return kit_; }
    // The first and one past the last of count rows of that height that are visible from here on; skips over the others.
    struct Window {
        int first = 0;
        int last = 0;
    };
    [[nodiscard]] Window rows(int count, float height);
    [[nodiscard]] Rect row_at(int index, float height) const;

private:
    void take_gestures(Scroller& scroller);
    void take_keys(Scroller& scroller);
    void title(const PageProps& props);
    void scroll_to_revealed();
    void indicator(const Scroller& scroller, float content, float viewport);

    Kit& kit_;
    Page* outer_;
    NodeId id_ = 0;
    Rect area_;  // On the canvas.
    float x_ = 0;
    float width_ = 0;
    float top_ = 0;     // Canvas y of content 0.
    float cursor_ = 0;  // Canvas y of the next row.
    float rows_from_ = 0;
    Rect revealed_;
    Ground ground_ = Ground::Grouped;
    bool raised_ = false;
};

struct SectionProps {
    std::string_view header = {};
    std::string_view footer = {};
    bool separators = true;
    float separator_inset = kGutter;
};

// A rounded group (iOS) or full-width block (Material) of rows on the section ground.
class Section {
public:
    Section(Page& page, const SectionProps& props = {});
    ~Section();
    Section(const Section&) = delete;
    Section& operator=(const Section&) = delete;

    // Draws the separator above all but the first, from separator_inset on; below zero: the section's own.
    [[nodiscard]] Rect row(float height, float separator_inset = -1);
    [[nodiscard]] float width() const { return ground_.width; }
    [[nodiscard]] Kit& kit() { return page_.kit(); }
    [[nodiscard]] Page& page() { return page_; }

private:
    Page& page_;
    SectionProps props_;
    Rect ground_;    // As high as the rows until now.
    int shape_ = 0;  // Reserved for the ground, whose height is known last.
    int rows_ = 0;
};

// A row that scrolls sideways with momentum. take() hands out rectangles along it.
class Strip {
public:
    Strip(Kit& kit, const Ident& key, const Rect& area, float gap = 8, float padding = kGutter);
    ~Strip();
    Strip(const Strip&) = delete;
    Strip& operator=(const Strip&) = delete;

    [[nodiscard]] Rect take(float width);
    void reveal(const Rect& taken);    // Scrolls so that it is visible, once it changes.
    void scroll_to(const Rect& area);  // Into the middle, as far as it goes.

private:
    Kit& kit_;
    NodeId id_;
    Rect area_;
    float gap_ = 8;
    float padding_ = kGutter;
    float cursor_ = 0;
};

struct SheetProps {
    std::string_view key = {};
    std::string_view name = {};     // For screen readers.
    float max_height_part = 0.94F;  // Of the view.
};

// What a sheet answers at its end.
enum class SheetEvent : unsigned char { None, Dismissed };

// A bottom sheet over a dimmed page; modal. Content is a Page on the same ground inside. Dragging it down, tapping the dim or Escape dismisses it.
class Sheet {
public:
    Sheet(Kit& kit, const SheetProps& props, bool open);
    ~Sheet();
    Sheet(const Sheet&) = delete;
    Sheet& operator=(const Sheet&) = delete;

    [[nodiscard]] bool visible() const { return visible_; }  // Draw the content only then.
    [[nodiscard]] SheetEvent event() const { return event_; }
    [[nodiscard]] const Rect& area() const { return area_; }

private:
    friend class Page;
    // A drag of the content that the sheet itself takes, because the content is at its top; returns what is left of it.
    float take_drag(float delta);
    void release(float velocity, bool cancelled);
    void finish(float content_height);  // Told by the page inside.

    Kit& kit_;
    Sheet* outer_;
    Page* outer_page_;
    Rect outer_stage_;
    Edges outer_insets_;
    NodeId id_ = 0;
    Rect area_;
    float height_ = 0;
    float max_height_ = 0;
    bool visible_ = false;
    bool opened_ = false;
    SheetEvent event_ = SheetEvent::None;
};

}  // namespace kiosk::ui
