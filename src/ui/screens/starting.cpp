// What is drawn while there is no shop to show: its outline before it arrives, its faults for whoever wrote the shop file, and
// a way to try again when it can't be reached.

#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"

namespace kiosk::ui {

void draw_starting(Kit& kit, const app::Model& /*model*/, UiState& /*ui*/) {
    Page page(kit, {.key = "starting", .title = {}, .subtitle = {}});
    kit.status("loading", kit.view(), kit.tr("shop.loading"));
    page.gap(8);
    Rect header = page.gutter_row(52);
    skeleton(kit, header.cut_start(44).centred(44, 44), 14);
    header.cut_start(12);
    skeleton(kit, {header.x, header.y + 8, header.width * 0.5F, 16}, 8);
    skeleton(kit, {header.x, header.y + 32, header.width * 0.35F, 12}, 6);
    page.gap(8);
    skeleton(kit, page.gutter_row(40), 12);
    page.gap(16);
    constexpr float kGap = 12;
    for (int line = 0; line < 3; ++line) {
        const Rect row = page.gutter_row(200);
        skeleton(kit, row.column(0, 2, kGap), kRadius);
        skeleton(kit, row.column(1, 2, kGap), kRadius);
        page.gap(kGap);
    }
}

void draw_shop_broken(Kit& kit, const app::Model& model, UiState& /*ui*/) {
    Page page(kit, {.key = "shop_broken", .title = kit.tr("broken.title")});
    page.text(kit.tr("broken.text"), {.type = Type::Body, .ink = Ink::Hint, .max_lines = 0});
    page.gap(16);
    Section section(page, {.header = kit.tr("broken.list")});
    for (const app::ShopProblem& problem : model.shop_problems) {
        if (!problem.pointer.empty()) paragraph(section, problem.pointer, {.type = Type::Headline, .max_lines = 0});
        paragraph(section, problem.message, {.type = Type::Subhead, .ink = Ink::Subtitle, .max_lines = 0});
    }
}

void draw_unreachable(Kit& kit, const app::Model& /*model*/, UiState& /*ui*/) {
    Page page(kit, {.key = "unreachable", .title = {}});
    const bool retry = empty_state(page, "retry",
                                   {.emoji = "📡",
                                    .title = kit.tr("unreachable.title"),
                                    .text = kit.tr("unreachable.text"),
                                    .button = kit.tr("unreachable.retry")});
    if (retry) kit.send(app::RetryShop{});
}

}  // namespace kiosk::ui
