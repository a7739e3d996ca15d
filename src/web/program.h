#pragma once
// The wasm program: messages in, frames out, only when something asks for one. Owned by main; JavaScript enters through the exports
// of main.cpp, one at a time on one thread. Nothing here fails: without WebGL the shell is told and nothing is drawn.

#include <optional>
#include <string_view>
#include <vector>

#include "app/store.h"
#include "local/local_shop.h"
#include "ui/app_view.h"
#include "web/client_storage.h"
#include "web/mirror.h"
#include "web/renderer.h"
#include "web/web_platform.h"
#include "web/web_ports.h"

namespace kiosk::web {

// Whole files that the shell fetches; shell/boot.mjs uses the same numbers.
enum class File : int { Shop = 0, Texts = 1, Copy = 2 };  // Copy: of a stored document, which the client has kept.

class Program {
public:
    void start();

    void event(std::string_view json);
    void file(File kind, std::string_view bytes);  // The file's name, a newline, its bytes.
    void stored_elsewhere(bool is_shop);
    void set_visible(bool visible);
    void set_motion(bool reduced);
    void timer();

    // In: drawn within the same task, so that the keyboard may open (and the canvas never shows a stale size).
    enum class Draw : bool { Later, Now };
    void input(const ui::Input& input, Draw draw);
    void resize(float width, float height, float density, float covered_bottom);

    bool frame(double now_ms);  // What was done in it changed the model.
    void wake();
    void context_restored();

private:
    [[nodiscard]] bool can_draw() const;
    void load_shop(std::string_view bytes);
    void show_gallery();  // Where KIOSK_GALLERY is defined.
    void tick();
    void settle();
    void leave();
    void publish(const ui::FrameResult& result);
    bool send_outbox();
    void schedule();

    WebText text_;
    WebIntl intl_;
    WebPictures pictures_;
    ClientStorage storage_;
    WebPlatform platform_{storage_};
    local::LocalShop shop_{platform_, storage_};
    app::Store store_{shop_};
    ui::AppView view_{ui::Ports{text_, intl_, pictures_}};
    Renderer renderer_;
    Mirror mirror_;
    std::optional<ui::Chrome> chrome_;
    std::vector<app::Msg> outbox_;
    ui::Environment environment_;
    std::optional<double> view_deadline_ms_;
    TimeMs ticked_ms_ = 0;
    bool has_graphics_ = false;
    bool has_texts_ = false;
    bool has_size_ = false;
    bool is_ready_ = false;
    bool visible_ = true;
    bool busy_ = false;  // Inside frame().
};

}  // namespace kiosk::web
