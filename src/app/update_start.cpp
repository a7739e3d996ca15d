#include <algorithm>

#include "app/handlers.h"
#include "app/saved_state.h"
#include "base/text.h"

namespace kiosk::app {
namespace {

void read_saved(Model& model, const std::string& text, Effects& out) {
    if (text.empty()) return;
    Result<wire::SavedState> saved = wire::decode_saved_state(text);
    if (saved) {
        model.saved = *std::move(saved);
        return;
    }
    out.push_back(KeepCorrupt{text});
    notify(model, "notice.saved_state_corrupt");
}

// What the screens need before there is a catalogue.
void restore_person(Model& model) {
    const wire::SavedState& saved = model.saved;
    const int scale = std::clamp(saved.text_scale_percent, kSmallestTextPercent, kLargestTextPercent);
    model.settings = {saved.language, scale, saved.haptics, saved.quick_reorder, saved.shake, saved.tilt};
    model.game.best_score = saved.best_score;
    model.game.rounds = saved.rounds;
    model.checkout.contact = saved.contact;
    model.referrer = saved.referrer;
    if (model.checkout.contact.name.empty()) {
        const User& user = model.telegram.user;
        model.checkout.contact.name = bounded(trim(user.first_name + " " + user.last_name), kMaxName);
    }
}

}  // namespace

void on(Model& model, const Started& msg, Effects& out) {
    if (model.started) return;
    model.started = true;
    model.now_ms = bounded(msg.now_ms);
    model.seed = msg.seed;
    model.telegram = msg.telegram;
    model.tab = static_cast<std::uint32_t>(draw_chance(model));
    read_saved(model, msg.saved, out);
    restore_person(model);
    out.push_back(LoadShop{});
    out.push_back(LoadTexts{model.settings.language});
}

void on(Model& model, const ShopLoaded& msg, Effects& out) {
    if (!model.started) return;
    model.catalogue = msg.catalogue;
    model.phase = Phase::Open;
    model.shop_problems.clear();
    if (model.opened) {
        model.found = shop::search(model.catalogue, model.query);
        if (model.draft) {
            const shop::Product* product = find(model.catalogue, model.draft->line.product);
            if (product != nullptr) model.draft = repair_draft(model, *product, *model.draft);
        }
        return;
    }
    model.opened = true;
    // Nobody could read them while the shop was loading.
    for (Notice& notice : model.notices) notice.until_ms = model.now_ms + kNoticeMs;
    restore(model, model.saved);
    out.push_back(LoadOrders{});
    begin_gifts(model, out);
}

void on(Model& model, const ShopRefused& msg, Effects& /*out*/) {
    model.phase = Phase::ShopBroken;
    model.shop_problems = msg.problems;
}

// A shop that is open stays so: what could not be loaded was only its refresh.
void on(Model& model, const ShopUnreachable& msg, Effects& /*out*/) {
    if (model.phase == Phase::Open) {
        notify(model, "notice.shop_unreachable", msg.detail);
    } else {
        model.phase = Phase::Unreachable;
    }
}

void on(Model& model, const RetryShop& /*msg*/, Effects& out) {
    if (model.phase != Phase::Unreachable && model.phase != Phase::ShopBroken) return;
    model.phase = Phase::Starting;
    model.shop_problems.clear();
    out.push_back(LoadShop{});
}

void on(Model& model, const SavedElsewhere& msg, Effects& out) {
    if (!model.started) return;
    Result<wire::SavedState> saved = wire::decode_saved_state(msg.saved);
    if (!saved) return;
    const std::string language = model.settings.language;
    adopt(model, *std::move(saved));
    if (!model.opened) restore_person(model);
    if (model.settings.language != language) out.push_back(LoadTexts{model.settings.language});
}

// The embedded shop's side reports its own unreadable document in the same way (local/local_shop.h).
void on(Model& model, const SaveFailed& msg, Effects& /*out*/) {
    if (msg.detail == "shop_state_corrupt") {
        notify(model, "notice.saved_state_corrupt");
        return;
    }
    if (model.save_failed) return;
    model.save_failed = true;
    notify(model, "notice.save_failed", msg.detail);
}

}  // namespace kiosk::app
