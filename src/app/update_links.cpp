#include "app/handlers.h"

#include <utility>

#include "base/text.h"
#include "games/replay.h"

namespace kiosk::app {
namespace {

using telegram::Method;

constexpr std::size_t kMaxShared = 500;       // Code points.
constexpr std::size_t kMaxInlineQuery = 256;  // Of an inline query.
constexpr std::size_t kMaxStory = 200;  // For who doesn't pay for more (core.telegram.org/bots/webapps#storyshareparams).

void take_seat(Model& model, const std::string& table) {
    model.checkout.contact.table = table;
    model.checkout.terms.fulfilment = shop::Fulfilment::Pickup;
    notify(model, "notice.table", table);
}

std::string link_into(const Model& model, std::string_view start_param) {
    std::string link = "https://t.me/" + model.catalogue.bot;
    if (!start_param.empty()) link.append("?startapp=").append(start_param);
    return link;
}

std::string round_param(const Game& game) {
    games::Replay round;
    round.seed = game.seed;
    round.taps = game.taps;
    round.ticks = game.stack.tick;
    return challenge_link(games::encode_text(round));
}

// False: there is nowhere to lead, or the cashier is still asked about the last one.
bool begin_sharing(Model& model, const std::string& text, std::string start_param) {
    if (model.catalogue.bot.empty() || model.sharing.request != 0) return false;
    model.sharing = {bounded(text, kMaxShared), std::move(start_param)};
    return true;
}

bool prepare(Model& model, Method method, Effects& out) {
    if (!can_prepare(model, method)) return false;
    Sharing& sharing = model.sharing;
    sharing.method = method;
    sharing.request = ++model.last_request;
    out.push_back(AskToPrepare{sharing.request, model.catalogue.cashier, method, sharing.text, sharing.start_param});
    return true;
}

// In the chat that the customer chooses. Start parameters hold nothing that JSON would escape.
bool query_inline(Model& model, Effects& out) {
    Sharing& sharing = model.sharing;
    sharing.method = Method::SwitchInlineQuery;
    return model.catalogue.inline_mode && model.telegram.can.inline_queries &&
           sharing.start_param.size() <= kMaxInlineQuery &&
           call_telegram(model, {sharing.method, "[\"" + sharing.start_param + R"(",["users","groups"]])"}, out);
}

void share_link(Model& model, Effects& out) {
    open_link(model,
              "https://t.me/share/url?url=" + percent_encode(link_into(model, model.sharing.start_param)) +
                  "&text=" + percent_encode(model.sharing.text),
              out);
    model.sharing = {};
}

}  // namespace

void open_link(Model& model, std::string url, Effects& out) {
    const Method method = url.starts_with("https://t.me/") ? Method::OpenTelegramLink : Method::OpenLink;
    if (!call_telegram(model, telegram::call(method, url), out)) out.push_back(OpenLink{url});
    model.link = std::move(url);
}

void follow_link(Model& model, std::string_view start_param) {
    const Result<Link> link = parse_link(start_param);
    if (!link || (link->page && !is_page_valid(model, *link->page)) || (!link->table.empty() && !model.catalogue.pickup)) {
        notify(model, "notice.link_broken");
        return;
    }
    if (link->page) open_page(model, *link->page);
    if (!link->table.empty()) take_seat(model, link->table);
    if (!link->referrer.empty()) model.referrer = link->referrer;
    model.game.challenge = link->challenge;
}

void on(Model& model, const OpenInTelegram& /*msg*/, Effects& out) {
    if (!model.catalogue.bot.empty()) open_link(model, link_into(model, model.telegram.start_param), out);
}

void on(Model& model, const Invite& msg, Effects& out) {
    invite(model, msg.text, Method::ShareMessage, out);
}

void on(Model& model, const ShareRound& msg, Effects& out) {
    if (model.game.stack.phase != games::Phase::Over || !begin_sharing(model, msg.text, round_param(model.game))) return;
    if (!prepare(model, Method::ShareMessage, out) && !query_inline(model, out)) share_link(model, out);
}

bool can_prepare(const Model& model, Method method) {
    const shop::Catalogue& shop = model.catalogue;
    const bool prepares = method == Method::RequestChat ? shop.prepares_chat : shop.prepares_message;
    return prepares && can_ask_cashier(model) && reaches(model, method) && !is_under_way(model, method);
}

void invite(Model& model, const std::string& text, Method method, Effects& out) {
    const std::string& user = model.telegram.user.id;
    if (!begin_sharing(model, text, user.empty() ? std::string() : referral_link(user))) return;
    if (!prepare(model, method, out)) share_link(model, out);
}

void pass_on(Model& model, const std::string& prepared, Effects& out) {
    Sharing& sharing = model.sharing;
    sharing.request = 0;
    if (prepared.empty() || !call_telegram(model, telegram::call(sharing.method, prepared), out)) share_link(model, out);
}

// Something else may be passed on by now: then the answer to the earlier call is no news. A client that stays silent is only told
// of: nobody expects a link to open minutes after the tap.
void take_shared(Model& model, Method method, const telegram::Outcome& outcome, Effects& out) {
    if (outcome.ok() && method == Method::RequestChat) notify(model, "notice.group_told");
    if (model.sharing.method != method || model.sharing.request != 0) return;
    const bool is_declined = telegram::refusal_of(outcome.code) == telegram::Refusal::Denied;
    const bool is_late = outcome.kind == telegram::Outcome::Kind::TimedOut;
    if (is_late) notify(model, "error.timed_out");
    if (outcome.ok() || is_declined || is_late) {
        model.sharing = {};
    } else {
        share_link(model, out);
    }
}

telegram::Call story_of_round(const Model& model, const std::string& text) {
    const std::string words = bounded(text, kMaxStory);
    const std::string& picture = model.catalogue.story_picture;
    const bool links =
        !model.catalogue.bot.empty() && model.client.flag(telegram::Property::InitDataUnsafe, "user.is_premium");
    return links ? telegram::call(Method::ShareToStory, picture, words, link_into(model, round_param(model.game)))
                 : telegram::call(Method::ShareToStory, picture, words);
}

void on(Model& model, const ShowMap& /*msg*/, Effects& out) {
    const std::string& address = model.catalogue.address;
    if (address.empty()) return;
    open_link(model,
              "https://www.google.com/maps/search/?api=1&query=" + percent_encode(model.catalogue.name + ", " + address),
              out);
}

void on(Model& model, const WriteToShop& /*msg*/, Effects& out) {
    if (!model.catalogue.support.empty()) open_link(model, "https://t.me/" + model.catalogue.support, out);
}

}  // namespace kiosk::app
