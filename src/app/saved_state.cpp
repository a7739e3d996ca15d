#include "app/saved_state.h"

#include <algorithm>

#include "app/handlers.h"
#include "base/hash.h"
#include "games/replay.h"

namespace kiosk::app {
namespace {

// A new launch goes on where the last one stopped only when that was just now: clients drop web views at will.
constexpr TimeMs kRecentMs = 30 * kMinuteMs;
constexpr std::size_t kNamedDrops = 3;

std::string running_round(const Game& game) {
    if (game.stack.phase != games::Phase::Running) return {};
    games::Replay replay;
    replay.seed = game.seed;
    replay.taps = game.taps;
    const std::uint32_t after_tap = game.taps.empty() ? 0 : game.taps.back() + 1;
    replay.ticks = game.paused ? game.stack.tick : after_tap;
    return games::encode_text(replay);
}

void restore_round(Game& game, const std::string& text) {
    if (text.empty()) return;
    const Result<games::Replay> replay = games::decode_text(text);
    if (!replay) return;
    games::RecordedRun run{replay->seed};
    games::step(run, games::kTap);
    std::size_t next = 0;
    while (run.stack.tick < replay->ticks && run.stack.phase == games::Phase::Running) {
        const bool taps = next < replay->taps.size() && replay->taps[next] == run.stack.tick;
        if (taps) ++next;
        games::step(run, taps ? games::kTap : std::uint8_t{0});
    }
    if (run.stack.phase != games::Phase::Running) return;
    game.stack = run.stack;
    game.seed = run.replay.seed;
    game.taps = run.replay.taps;
    game.paused = true;
}

std::string names_of(const shop::Catalogue& catalogue, const shop::Cart& cart, const std::vector<shop::Problem>& dropped) {
    std::vector<std::string> names;
    for (const shop::Problem& problem : dropped) {
        if (problem.line < 0 || problem.line >= static_cast<int>(cart.lines.size())) continue;
        const ProductId& id = cart.lines[static_cast<std::size_t>(problem.line)].product;
        const shop::Product* product = find(catalogue, id);
        std::string name = product != nullptr ? product->name : id.value;
        if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
    std::string text;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i == kNamedDrops) return text + ", …";
        if (i > 0) text += ", ";
        text += names[i];
    }
    return text;
}

void restore_challenge(Model& model) {
    if (const Result<Link> link = parse_link(model.telegram.start_param)) model.game.challenge = link->challenge;
}

void restore_pages(Model& model, const wire::SavedState& saved) {
    const Telegram& telegram = model.telegram;
    const bool recent = model.now_ms - saved.saved_ms < kRecentMs;
    const bool reload = saved.launch == launch_of(telegram) && (recent || !telegram.launch_id.empty());
    if (!reload && !recent) model.checkout.contact.table.clear();
    if (!reload && !telegram.start_param.empty()) {
        follow_link(model, telegram.start_param);
        return;
    }
    if (!reload && !recent) return;
    if (reload) restore_challenge(model);
    Pages pages;
    for (std::size_t i = 0; i < saved.pages.size(); ++i) {
        Page page;
        if (!parse_page(saved.pages[i], page)) continue;
        if (i < saved.scrolls.size()) page.scroll = saved.scrolls[i];
        pages.push_back(std::move(page));
    }
    model.pages = repair_pages(model, pages);
    model.query = saved.query;
    model.found = shop::search(model.catalogue, model.query);
}

void restore_draft(Model& model, const wire::SavedState& saved) {
    const Page& page = current_page(model);
    if (page.screen != Screen::Product || !saved.draft || saved.draft->product.value != page.id) return;
    const shop::Product* product = find(model.catalogue, saved.draft->product);
    model.draft = repair_draft(model, *product, {*saved.draft, saved.draft_line});
}

std::uint64_t writes(const std::vector<wire::Stamp>& version) {
    std::uint64_t sum = 0;
    for (const wire::Stamp& one : version) sum += one.count;
    return sum;
}

std::uint32_t count_of(const std::vector<wire::Stamp>& version, std::uint32_t tab) {
    for (const wire::Stamp& one : version) {
        if (one.tab == tab) return one.count;
    }
    return 0;
}

bool knows(const std::vector<wire::Stamp>& version, const std::vector<wire::Stamp>& other) {
    return std::all_of(other.begin(), other.end(),
                       [&](const wire::Stamp& one) { return count_of(version, one.tab) >= one.count; });
}

void prune(std::vector<wire::Stamp>& version) {
    if (version.size() > wire::kMaxStamps) {
        version.erase(version.begin(), version.end() - static_cast<std::ptrdiff_t>(wire::kMaxStamps));
    }
}

std::vector<wire::Stamp> join(std::vector<wire::Stamp> one, const std::vector<wire::Stamp>& other) {
    for (const wire::Stamp& theirs : other) {
        const auto mine = std::find_if(one.begin(), one.end(), [&](const wire::Stamp& s) { return s.tab == theirs.tab; });
        if (mine == one.end()) {
            one.push_back(theirs);
        } else {
            mine->count = std::max(mine->count, theirs.count);
        }
    }
    prune(one);
    return one;
}

// Both tabs must choose the same one.
bool leads(const std::vector<wire::Stamp>& one, const std::vector<wire::Stamp>& other) {
    if (writes(one) != writes(other)) return writes(one) > writes(other);
    const std::uint32_t last = one.empty() ? 0 : one.back().tab;
    return last > (other.empty() ? 0 : other.back().tab);
}

void add_missing(std::string& value, const std::string& other) {
    if (value.empty()) value = other;
}

void unite(wire::SavedState& into, const wire::SavedState& from) {
    if (into.cart.id.empty()) into.cart.id = from.cart.id;
    for (const shop::Line& line : from.cart.lines) {
        const auto same = std::find_if(into.cart.lines.begin(), into.cart.lines.end(), [&](const shop::Line& other) {
            return other.product == line.product && other.choices == line.choices && other.note == line.note;
        });
        if (same == into.cart.lines.end()) {
            into.cart.lines.push_back(line);
        } else {
            same->quantity = std::max(same->quantity, line.quantity);
        }
    }
    for (const std::string& code : from.cart.codes) {
        std::vector<std::string>& codes = into.cart.codes;
        const bool known = std::find(codes.begin(), codes.end(), code) != codes.end();
        if (!known && codes.size() < kMaxCodes) codes.push_back(code);
    }
    add_missing(into.contact.name, from.contact.name);
    add_missing(into.contact.phone, from.contact.phone);
    add_missing(into.contact.address, from.contact.address);
    add_missing(into.contact.comment, from.contact.comment);
}

// Everything that tabs share.
void copy_shared(wire::SavedState& to, const wire::SavedState& from) {
    to.cart = from.cart;
    to.terms = from.terms;
    to.contact = from.contact;
    to.language = from.language;
    to.text_scale_percent = from.text_scale_percent;
    to.haptics = from.haptics;
    to.quick_reorder = from.quick_reorder;
    to.shake = from.shake;
    to.tilt = from.tilt;
    to.best_score = from.best_score;
    to.rounds = from.rounds;
}

void apply_shared(Model& model, const wire::SavedState& shared) {
    model.cart = shop::repair(shared.cart, model.catalogue).cart;
    model.checkout.terms = shared.terms;
    model.checkout.contact = shared.contact;
    model.settings = {shared.language, shared.text_scale_percent, shared.haptics, shared.quick_reorder, shared.shake,
                      shared.tilt};
    model.game.best_score = std::max(model.game.best_score, shared.best_score);
    model.game.rounds = std::max(model.game.rounds, shared.rounds);
}

}  // namespace

wire::SavedState snapshot(const Model& model) {
    wire::SavedState state;
    state.version = model.saved.version;
    state.saved_ms = model.saved.saved_ms;
    state.launch = launch_of(model.telegram);
    state.cart = model.cart;
    state.terms = model.checkout.terms;
    state.contact = model.checkout.contact;
    state.language = model.settings.language;
    state.text_scale_percent = model.settings.text_scale_percent;
    state.haptics = model.settings.haptics;
    state.quick_reorder = model.settings.quick_reorder;
    state.shake = model.settings.shake;
    state.tilt = model.settings.tilt;
    for (const Page& page : model.pages) {
        state.pages.push_back(to_text(page));
        state.scrolls.push_back(page.scroll);
    }
    state.referrer = model.referrer;
    state.query = model.query;
    if (model.draft) {
        state.draft = model.draft->line;
        state.draft_line = model.draft->editing;
    }
    state.best_score = model.game.best_score;
    state.rounds = model.game.rounds;
    state.round = running_round(model.game);
    return state;
}

wire::SavedState shared_part(wire::SavedState state) {
    state.launch = 0;
    state.pages.clear();
    state.scrolls.clear();
    state.query.clear();
    state.draft.reset();
    state.draft_line = -1;
    state.round.clear();
    return state;
}

bool is_same_content(const wire::SavedState& one, const wire::SavedState& other) {
    wire::SavedState aligned = one;
    aligned.version = other.version;
    aligned.saved_ms = other.saved_ms;
    return aligned == other;
}

void stamp(std::vector<wire::Stamp>& version, std::uint32_t tab) {
    wire::Stamp mine{tab, count_of(version, tab) + 1};
    std::erase_if(version, [&](const wire::Stamp& one) { return one.tab == tab; });
    version.push_back(mine);
    prune(version);
}

void restore(Model& model, const wire::SavedState& saved) {
    shop::Repaired repaired = shop::repair(saved.cart, model.catalogue);
    if (!repaired.dropped.empty()) {
        notify(model, "notice.cart_repaired", names_of(model.catalogue, saved.cart, repaired.dropped));
    }
    model.cart = std::move(repaired.cart);
    model.checkout.terms = saved.terms;
    if (saved.version.empty() && model.catalogue.delivery) model.checkout.terms.fulfilment = shop::Fulfilment::Delivery;
    restore_round(model.game, saved.round);
    restore_pages(model, saved);
    restore_draft(model, saved);
}

Age age_of(const std::vector<wire::Stamp>& theirs, const std::vector<wire::Stamp>& mine) {
    const bool they_know = knows(theirs, mine);
    const bool i_know = knows(mine, theirs);
    if (they_know && i_know) return Age::Same;
    if (they_know) return Age::Newer;
    return i_know ? Age::Older : Age::Apart;
}

void adopt(Model& model, wire::SavedState theirs) {
    const Age age = age_of(theirs.version, model.saved.version);
    if (age == Age::Same || age == Age::Older) return;
    if (!model.opened) {
        model.saved = std::move(theirs);
        return;
    }
    const wire::SavedState written = theirs;
    wire::SavedState mine = snapshot(model);
    leave_known_order(model, theirs.cart);
    if (age == Age::Apart) {
        leave_known_order(model, mine.cart);
        if (leads(mine.version, theirs.version)) std::swap(mine, theirs);
        unite(theirs, mine);
    }
    apply_shared(model, theirs);
    // What the storage now holds: settle() writes again only if that differs from what came out here.
    wire::SavedState stored = snapshot(model);
    copy_shared(stored, written);
    stored.version = join(written.version, model.saved.version);
    model.saved = std::move(stored);
}

std::uint64_t launch_of(const Telegram& telegram) {
    if (telegram.launch_id.empty() && telegram.start_param.empty()) return 0;
    return hash_of(telegram.launch_id + "|" + telegram.start_param);
}

}  // namespace kiosk::app
