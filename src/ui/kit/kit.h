#pragma once
// The frame context that every screen draws with: colours, type, sizes, texts, painting, interaction, semantics, and the outbox
// for messages. Lives in AppView for the whole session; a screen gets it for one call and keeps nothing of it. All coordinates
// are logical (geometry.h). Strings that it returns live until the end of the frame. Nothing here fails.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/msg.h"
#include "ui/input.h"
#include "ui/kit/geometry.h"
#include "ui/kit/icons.h"
#include "ui/kit/palette.h"
#include "ui/kit/scroller.h"
#include "ui/kit/spring.h"
#include "ui/kit/text_style.h"
#include "ui/ports.h"
#include "ui/semantics.h"
#include "ui/texts.h"

namespace kiosk::ui {

class Painter;
class Interaction;
class Semantics;
class Page;
class Sheet;
class Strip;
class Surface;

// What names a widget within its page: a literal, an id of the shop file, or either with a number.
struct Ident {
    std::string_view name;
    int index = 0;

    Ident(const char* key_name, int key_index = 0) : name(key_name), index(key_index) {}         // NOLINT
    Ident(std::string_view key_name, int key_index = 0) : name(key_name), index(key_index) {}    // NOLINT
    Ident(const std::string& key_name, int key_index = 0) : name(key_name), index(key_index) {}  // NOLINT
};

// What happened to a widget since the last frame, and how it should look.
struct Touch {
    NodeId id = 0;
    bool tapped = false;
    bool long_pressed = false;
    bool pressed = false;  // Show the press.
    bool hovered = false;  // Never for a touch.
    bool focused = false;  // By keyboard: draw the ring.
    float press = 0;       // 0..1, eased, for the pressed look.
    Point at;              // Of the latest touch, for the ripple.

    explicit operator bool() const { return tapped; }
};

struct TouchOptions {
    bool enabled = true;
    bool long_press = false;
    bool instant = false;         // Taps when the finger comes down (the game).
    std::string_view value = {};  // Semantics beyond role and name.
    std::string_view description = {};
    Tristate checked = Tristate::None;
    Tristate selected = Tristate::None;
    Tristate expanded = Tristate::None;
    int position = 0;
    int set_size = 0;
};

// What the platform says of itself beyond the Telegram values in the model.
struct Environment {
    float covered_bottom = 0;  // CSS pixels of the canvas that an on-screen keyboard covers.
    bool can_hover = false;    // A mouse is the main pointer.
};

// The running values of one frame.
struct FrameInfo {
    Rect view;          // The whole canvas: {0, 0, width, height}.
    Edges insets;       // Of the client's own header, notch, home indicator, and of our bottom bar.
    float density = 1;  // Device pixels per CSS pixel.
    float text_scale = 1;
    Physics physics = Physics::Ios;
    bool rtl = false;
    bool reduced_motion = false;
    bool can_hover = false;
    float covered_bottom = 0;
    double now_ms = 0;
    float dt_ms = 0;  // At most 50; 0 on the first frame after a rest.
    app::Capabilities can;
};

class Kit {
public:
    explicit Kit(Ports ports);
    ~Kit();
    Kit(const Kit&) = delete;
    Kit& operator=(const Kit&) = delete;

    // ---- Of the AppView: what comes before and after the screens.
    struct FrameStart {
        FrameInfo info;
        const Palette* palette = nullptr;
        std::vector<Input>* inputs = nullptr;  // Taken.
        bool edge_back = false;                // The swipe back from the edge is offered.
        Surface* surface = nullptr;            // Its frame has begun.
        std::vector<app::Msg>* outbox = nullptr;
    };
    void begin_frame(const FrameStart& start);
    void end_frame();
    [[nodiscard]] bool wants_frame() const { return wants_frame_; }
    [[nodiscard]] double deadline_ms() const { return deadline_ms_; }  // Below zero: none.
    // Where the current page is to be drawn, which moves during a transition; and the page that fills it.
    [[nodiscard]] const Rect& stage() const { return stage_; }
    void set_stage(const Rect& stage) { stage_ = stage; }
    [[nodiscard]] Page* page() const { return page_; }
    void set_page(Page* page) { page_ = page; }
    void set_strip(Strip* strip) { strip_ = strip; }
    [[nodiscard]] Sheet* sheet() const { return sheet_; }
    void set_sheet(Sheet* sheet) { sheet_ = sheet; }
    void set_insets(const Edges& insets) { frame_.insets = insets; }
    void set_passive(bool passive);  // Drawn, but out of reach for fingers and screen readers.

    // ---- The frame.
    [[nodiscard]] const FrameInfo& frame() const { return frame_; }
    [[nodiscard]] const Palette& palette() const { return palette_; }
    [[nodiscard]] const Rect& view() const { return frame_.view; }
    [[nodiscard]] bool ios() const { return frame_.physics == Physics::Ios; }
    [[nodiscard]] Ports& ports() { return ports_; }
    void send(app::Msg msg) { outbox_->push_back(std::move(msg)); }
    void wake() { wants_frame_ = true; }  // Something moves: draw the next frame, too.
    void wake_at(double at_ms);           // Draw again at that instant of frame().now_ms' clock.

    // ---- Words. Views are valid until the frame ends.
    [[nodiscard]] std::string_view tr(std::string_view key) { return texts_.tr(key); }
    [[nodiscard]] std::string_view tr(std::string_view key, Args args);
    [[nodiscard]] std::string_view tr_named(std::string_view key, Args args = {});  // The key was computed.
    [[nodiscard]] std::string_view money(Minor amount, const Currency& currency);
    [[nodiscard]] std::string_view number(std::int64_t value);
    [[nodiscard]] std::string_view time_of_day(TimeMs at, int utc_offset_minutes);
    [[nodiscard]] std::string_view date_and_time(TimeMs at, int utc_offset_minutes);
    [[nodiscard]] std::string_view list(std::string_view lines);  // One part a line.
    [[nodiscard]] std::string_view minutes_ahead(std::int64_t low, std::int64_t high);
    [[nodiscard]] std::string_view keep(std::string_view text);  // Copied for this frame.
    [[nodiscard]] std::string_view join(std::initializer_list<std::string_view> parts, std::string_view between = {});
    [[nodiscard]] Texts& texts() { return texts_; }

    // ---- Text. text() returns the height that the lines took.
    float text(const Rect& area, std::string_view words, const TextStyle& style = {});
    [[nodiscard]] Size measure(std::string_view words, const TextStyle& style, float max_width = 1e6F);
    [[nodiscard]] float line_height(Type type) const;

    // ---- Shapes, in the current layer's opacity.
    void fill(const Rect& area, Colour colour, float radius = 0);
    void gradient(const Rect& area, Colour top, Colour bottom, float radius = 0);
    void ring(const Rect& area, Colour colour, float radius, float width);
    void shadow(const Rect& area, float radius, float blur, float dy, float opacity);
    void line(Point from, Point to, Colour colour, float width = 1);  // Round ends.
    void hairline(const Rect& area, Colour colour);                   // One device pixel along the top of the area.
    void icon(Icon icon, const Rect& area, Colour colour, float stroke = 1.8F);
    void emoji(const Rect& area, std::string_view emoji);  // As large as the area allows, sharp.
    void over_pictures(bool over);  // What is drawn from now on lies on a page's pictures, or below them all again.
    // Product art: tinted ground, and the emoji until the picture of the URL, cropped to fill, has faded in over it.
    void art(const Rect& area, std::string_view url, std::string_view emoji, std::string_view seed, float radius);
    [[nodiscard]] Colour operator[](Ink ink) const { return palette_[ink]; }
    [[nodiscard]] Colour operator[](Ground ground) const { return palette_[ground]; }
    [[nodiscard]] float snap(float value) const;  // To a device pixel.
    [[nodiscard]] Painter& painter() { return *painter_; }

    void push_clip(const Rect& area);
    void pop_clip();
    [[nodiscard]] bool visible(const Rect& area) const;  // Something of it is inside the clip.
    void push_opacity(float opacity);
    void pop_opacity();
    void push_ltr(const Rect& area);  // Inside it nothing mirrors: numbers, players, the game.
    void push_ltr() { push_ltr(stage_); }
    void pop_ltr();

    // ---- Interaction.
    [[nodiscard]] NodeId id(const Ident& key) const;
    void push_scope(const Ident& key);
    void pop_scope();
    Touch touch(const Ident& key, const Rect& area, Role role, std::string_view name, const TouchOptions& options = {});
    // The highlight (iOS) or ripple (Material) of a touched widget, below its content.
    void press_look(const Touch& touch, const Rect& area, float radius);
    void focus_ring(const Touch& touch, const Rect& area, float radius);
    [[nodiscard]] Interaction& interaction() { return *interaction_; }

    // ---- Semantics for what is only read.
    void heading(const Ident& key, const Rect& area, std::string_view name, int level);
    void status(const Ident& key, const Rect& area, std::string_view name, bool alert = false);  // Live region.
    void image(const Ident& key, const Rect& area, std::string_view name);
    void progress(const Ident& key, const Rect& area, std::string_view name, std::string_view value);
    void begin_group(const Ident& key, const Rect& area, Role role, std::string_view name);
    void end_group();
    [[nodiscard]] Semantics& semantics() { return *semantics_; }

    // ---- Motion that belongs to a widget: remembered from frame to frame, wakes while it moves.
    float animate(const Ident& key, float target, SpringTune tune = {});  // First frame: at the target.
    float animate_from(const Ident& key, float start, float target, SpringTune tune = {});
    Spring& spring(NodeId id, float initial);
    Scroller& scroller(NodeId id);
    void forget(NodeId id);  // Drops what is remembered of a page that was left.
    void reset_scope() { scopes_.assign(1, 0); }

private:
    struct Memory;

    template <typename Format>
    std::string_view phrase(std::uint64_t key, Format format);
    Picture picture(const Rect& area, std::string_view url);
    void reveal(const Rect& area);  // Scrolls what it lies in so that the area can be seen.
    void add_text_node(const Rect& area, std::string_view words);

    Ports ports_;
    Texts texts_;
    FrameInfo frame_;
    Palette palette_;
    Rect stage_;
    Page* page_ = nullptr;
    Strip* strip_ = nullptr;
    Sheet* sheet_ = nullptr;
    std::vector<app::Msg>* outbox_ = nullptr;
    bool wants_frame_ = false;
    double deadline_ms_ = -1;
    std::vector<NodeId> scopes_;
    std::unique_ptr<Painter> painter_;
    std::unique_ptr<Interaction> interaction_;
    std::unique_ptr<Semantics> semantics_;
    std::unique_ptr<Memory> memory_;
};

}  // namespace kiosk::ui
