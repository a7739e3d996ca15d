#include "app/handlers.h"
#include "base/text.h"
#include "games/replay.h"

namespace kiosk::app {
namespace {

constexpr std::size_t kMaxShared = 500;  // Code points.
constexpr std::size_t kMaxStory = 200;   // For who doesn't pay for more (core.telegram.org/bots/webapps#storyshareparams).

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

void share(const Model& model, const std::string& text, const std::string& start_param, Effects& out) {
    if (model.catalogue.bot.empty()) return;
    out.push_back(OpenLink{"https://t.me/share/url?url=" + percent_encode(link_into(model, start_param)) +
                           "&text=" + percent_encode(bounded(text, kMaxShared))});
}

}  // namespace

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
    if (!model.catalogue.bot.empty()) out.push_back(OpenLink{link_into(model, model.telegram.start_param)});
}

void on(Model& model, const Invite& msg, Effects& out) {
    const std::string& user = model.telegram.user.id;
    share(model, msg.text, user.empty() ? std::string() : referral_link(user), out);
}

void on(Model& model, const ShareRound& msg, Effects& out) {
    if (model.game.stack.phase == games::Phase::Over) share(model, msg.text, round_param(model.game), out);
}

telegram::Call story_of_round(const Model& model, const std::string& text) {
    const std::string words = bounded(text, kMaxStory);
    const std::string& picture = model.catalogue.story_picture;
    const bool links =
        !model.catalogue.bot.empty() && model.client.flag(telegram::Property::InitDataUnsafe, "user.is_premium");
    return links ? telegram::call(telegram::Method::ShareToStory, picture, words, link_into(model, round_param(model.game)))
                 : telegram::call(telegram::Method::ShareToStory, picture, words);
}

void on(Model& model, const ShowMap& /*msg*/, Effects& out) {
    const std::string& address = model.catalogue.address;
    if (address.empty()) return;
    out.push_back(OpenLink{"https://www.google.com/maps/search/?api=1&query=" +
                           percent_encode(model.catalogue.name + ", " + address)});
}

}  // namespace kiosk::app
