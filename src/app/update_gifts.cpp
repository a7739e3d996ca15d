#include <algorithm>
#include <cmath>
#include <utility>

#include "app/handlers.h"
#include "app/saved_state.h"
#include "base/text.h"

namespace kiosk::app {
namespace {

using telegram::Method;
using telegram::Outcome;
using telegram::Property;

constexpr TimeMs kCloudDelayMs = 3'000;       // A cart changes in bursts.
constexpr std::size_t kMaxCloudText = 4'096;  // Characters of one value (core.telegram.org/bots/webapps#cloudstorage).
constexpr std::size_t kMaxRead = 600;         // Code points of a clipboard or a scanned code that are looked at.
constexpr int kBadgeSeconds = 3'600;
constexpr const char* kCloudKey = "kiosk_state";

// In the order of Gift.
constexpr Method kMethods[] = {
    Method::RequestContact,   Method::LocationInit,       Method::SecureRestoreItem,      Method::ReadTextFromClipboard,
    Method::ShowScanQrPopup,  Method::RequestWriteAccess, Method::BiometricRequestAccess, Method::AccelerometerStart,
    Method::OrientationStart, Method::ShareToStory,       Method::SetEmojiStatus,         Method::AddToHomeScreen,
    Method::RequestChat,      Method::HideKeyboard,
};

Method method_of(Gift gift) {
    return kMethods[static_cast<std::size_t>(gift)];
}

bool is_phone(const Model& model) {
    return model.telegram.platform == "ios" || model.telegram.platform.starts_with("android");
}

// A client that can't is as good as one that has nothing to say.
void send(Model& model, telegram::Call call, Effects& out) {
    if (!is_under_way(model, call.method)) static_cast<void>(call_telegram(model, std::move(call), out));
}

void fill_phone(Model& model, const Outcome& outcome, Effects& out) {
    std::string phone = telegram::read_text(outcome.values, "1.responseUnsafe.contact.phone_number");
    if (!telegram::read_flag(outcome.values, "0") || phone.empty()) return;
    if (phone.front() != '+') phone.insert(0, 1, '+');
    on(model, EditContact{ContactField::Phone, phone}, out);
    haptic(model, Haptic::Kind::Success, out);
}

std::string degrees_text(double degrees) {
    constexpr int kDigits = 5;
    constexpr double kUnits = 100'000;
    return to_decimal(static_cast<Minor>(degrees * kUnits + (degrees < 0 ? -0.5 : 0.5)), {{}, kDigits});
}

// Flat, as the earth is within a town. At least 1.
int metres_between(const shop::Place& a, const shop::Place& b) {
    constexpr double kRadians = 3.14159265 / 180;
    constexpr double kMetres = 111'195;  // A degree.
    const double north = a.latitude - b.latitude;
    const double east = (a.longitude - b.longitude) * std::cos(a.latitude * kRadians);
    return 1 + static_cast<int>(kMetres * std::sqrt(north * north + east * east));
}

// What can't be read reads as 0° 0°, to where nobody orders.
void take_location(Model& model, const Outcome& outcome, Effects& out) {
    const shop::Place here = {telegram::read_number(outcome.values, "0.latitude"),
                              telegram::read_number(outcome.values, "0.longitude")};
    const shop::Place& there = model.catalogue.location;
    const Checkout& checkout = model.checkout;
    model.location = Location::Unasked;
    if (here == shop::Place{} || std::abs(here.latitude) > 90 || std::abs(here.longitude) > 180) {
        if (outcome.ok() && model.asked_before && !model.client.flag(Property::LocationIsAccessGranted)) {
            send(model, telegram::call(Method::LocationOpenSettings), out);
            return;
        }
        model.location = Location::Withheld;
        notify(model, "notice.no_location");
        return;
    }
    if (there != shop::Place{}) model.metres_away = metres_between(here, there);
    if (checkout.terms.fulfilment == shop::Fulfilment::Delivery && checkout.contact.address.empty()) {
        on(model, EditContact{ContactField::Address, degrees_text(here.latitude) + ", " + degrees_text(here.longitude)},
           out);
    }
    haptic(model, Haptic::Kind::Success, out);
}

// The start parameter of a link into the app, or nothing.
std::string_view start_param_in(std::string_view text) {
    constexpr std::string_view kMark = "startapp=";
    const std::size_t at = text.find(kMark);
    if (at == std::string_view::npos) return {};
    const std::string_view rest = text.substr(at + kMark.size());
    return rest.substr(0, rest.find_first_of("&#"));
}

// A table's code leads where its link does; everything else is tried as a promo code.
void read_code(Model& model, const Outcome& outcome, Effects& out) {
    const std::string read = bounded(telegram::read_text(outcome.values, "0"), kMaxRead);
    const std::string_view text = trim(read);
    if (text.empty()) {
        notify(model, "notice.nothing_read");
    } else if (const std::string_view start_param = start_param_in(text); !start_param.empty()) {
        follow_link(model, start_param);
    } else {
        on(model, ApplyCode{std::string(text)}, out);
    }
}

void take_cloud_copy(Model& model, const Outcome& outcome, Effects& out) {
    if (!outcome.ok()) return;
    model.cloud.was_read = true;
    const std::string text = telegram::read_text(outcome.values, "0");
    if (const Result<wire::SavedState> copy = wire::decode_saved_state(text)) {
        model.cloud.version = copy->version;
        on(model, SavedElsewhere{text}, out);
    } else if (model.cart.lines.empty()) {
        model.cloud.version = model.saved.version;  // Nothing to tell.
    }
}

// A turned phone would stretch the tower's world.
void settle_orientation(Model& model, Effects& out) {
    const bool wanted = current_page(model).screen == Screen::Game;
    if (wanted == model.orientation_locked || !reaches(model, Method::LockOrientation)) return;
    model.orientation_locked = wanted;
    send(model, telegram::call(wanted ? Method::LockOrientation : Method::UnlockOrientation), out);
}

// After a reload in the game the client is asked for what it has given already: leaving the game then ends it all the same.
void settle_fullscreen(Model& model, Effects& out) {
    const bool wanted = current_page(model).screen == Screen::Game;
    if (wanted == model.fullscreen_taken || model.telegram.fullscreen || !is_phone(model) ||
        !reaches(model, Method::RequestFullscreen)) {
        return;
    }
    model.fullscreen_taken = wanted;
    send(model, telegram::call(wanted ? Method::RequestFullscreen : Method::ExitFullscreen), out);
}

bool may_reorder(const Model& model) {
    const Reorder& reorder = model.reorder;
    const Checkout& checkout = model.checkout;
    return !reorder.lines.empty() && reorder.lines == model.cart.lines && current_page(model).screen == Screen::Cart &&
           model.quote.total_minor <= reorder.total_minor && !order_obstacle(model) &&
           orders::check_contact(checkout.contact, checkout.terms.fulfilment).has_value();
}

void place_again(Model& model, const Outcome& outcome, Effects& out) {
    const bool is_same = may_reorder(model);
    model.reorder = {};
    if (is_same && telegram::read_flag(outcome.values, "0")) on(model, PlaceOrder{}, out);
}

// Only where it can be turned on, or is.
void settle_biometry(Model& model, Effects& out) {
    const bool wanted = model.settings.quick_reorder || current_page(model).screen == Screen::Settings;
    if (wanted && !std::exchange(model.biometry_begun, true)) send(model, telegram::call(Method::BiometricInit), out);
}

// After the cart was settled: whoever is asked for a finger is not told afterwards that the shop is closed.
void settle_reorder(Model& model, Effects& out) {
    if (model.reorder.lines.empty() || is_under_way(model, Method::BiometricAuthenticate)) return;
    if (may_reorder(model)) send(model, telegram::call(Method::BiometricAuthenticate, ""), out);
    if (!is_under_way(model, Method::BiometricAuthenticate)) model.reorder = {};
}

// Written only after the other devices' copy was read, so that theirs isn't lost.
void settle_cloud(Model& model, Effects& out) {
    Cloud& cloud = model.cloud;
    if (!model.opened || !cloud.was_read || cloud.version == model.saved.version) return;
    if (cloud.due_ms == 0) cloud.due_ms = model.now_ms + kCloudDelayMs;
    if ((model.telegram.active && model.now_ms < cloud.due_ms) || is_under_way(model, Method::CloudSetItem)) return;
    cloud.due_ms = 0;
    wire::SavedState copy = shared_part(model.saved);
    std::string text = wire::encode_saved_state(copy);
    if (count_code_points(text) > kMaxCloudText) {
        // Without the cart, and as another tab's: whoever knows it has not seen our cart, so theirs will not replace it.
        copy.cart = {};
        copy.version = std::move(cloud.version);
        stamp(copy.version, 0);
        text = wire::encode_saved_state(copy);
    }
    cloud.version = model.saved.version;
    send(model, telegram::call(Method::CloudSetItem, kCloudKey, text), out);
}

void wear_badge(Model& model) {
    model.badge_round = model.game.rounds;
    notify(model, "notice.badge_worn");
}

void learn_home(Model& model, std::string_view status) {
    model.can_add_to_home = status == "missed" || status == "unknown";
}

void keep_at_home(Model& model) {
    model.can_add_to_home = false;
    notify(model, "notice.added_to_home");
}

// A tap that nothing follows is explained, but for the customer's own no.
void take_wish(Model& model, const Outcome& outcome, void (*grant)(Model&)) {
    if (outcome.ok()) grant(model);
    if (outcome.kind == Outcome::Kind::Unsupported) notify(model, "error.unsupported");
}

// What the customer alone decides on.
bool* switch_of(Settings& settings, Gift gift) {
    if (gift == Gift::Shake) return &settings.shake;
    if (gift == Gift::Tilt) return &settings.tilt;
    return gift == Gift::QuickReorder && settings.quick_reorder ? &settings.quick_reorder : nullptr;
}

telegram::Call call_for(const Model& model, const AskClient& msg) {
    const Method method = method_of(msg.gift);
    switch (msg.gift) {
        case Gift::ScanCode:
        case Gift::QuickReorder:
            return telegram::call(method, bounded(msg.text, kMaxWords));
        case Gift::FillSaved:
            return telegram::call(method, kContactKey);
        case Gift::ShareStory:
            return story_of_round(model, msg.text);
        case Gift::WearBadge:
            return telegram::call(method, model.catalogue.badge_emoji, kBadgeSeconds);
        default:
            return telegram::call(method);
    }
}

void take_gift(Model& model, Method method, const Outcome& outcome, Effects& out) {
    switch (method) {
        case Method::RequestContact:
            if (outcome.ok()) fill_phone(model, outcome, out);
            break;
        case Method::BiometricInit:
            model.can_recognise = outcome.ok() && model.client.flag(Property::BiometricIsAvailable);
            break;
        case Method::BiometricRequestAccess:
            if (telegram::read_flag(outcome.values, "0")) {
                model.settings.quick_reorder = true;
            } else if (outcome.ok() && model.asked_before) {
                send(model, telegram::call(Method::BiometricOpenSettings), out);
            }
            break;
        case Method::BiometricAuthenticate:
            place_again(model, outcome, out);
            break;
        case Method::LocationInit:
            if (model.location != Location::Asked) break;
            model.asked_before = model.client.flag(Property::LocationIsAccessRequested);
            send(model, telegram::call(Method::GetLocation), out);
            break;
        case Method::GetLocation:
            if (model.location == Location::Asked) take_location(model, outcome, out);
            break;
        case Method::ReadTextFromClipboard:
            model.clipboard_failed = !outcome.ok() || telegram::read_text(outcome.values, "0").empty();
            read_code(model, outcome, out);
            break;
        case Method::ShowScanQrPopup:
            if (outcome.ok()) read_code(model, outcome, out);
            break;
        case Method::RequestWriteAccess:
            if (!telegram::read_flag(outcome.values, "0")) break;
            model.bot_may_write = true;
            notify(model, "notice.will_tell");
            break;
        case Method::SetEmojiStatus:
            take_wish(model, outcome, wear_badge);
            break;
        case Method::CloudSetItem:
            model.cloud.failed = !outcome.ok();
            break;
        case Method::CheckHomeScreenStatus:
            learn_home(model, telegram::read_text(outcome.values, "0"));
            break;
        case Method::AddToHomeScreen:
            take_wish(model, outcome, keep_at_home);
            if (outcome.kind == Outcome::Kind::Unsupported) model.can_add_to_home = false;
            break;
        default:
            break;
    }
}

}  // namespace

bool can_give(const Model& model, Gift gift) {
    const Method method = method_of(gift);
    if (!reaches(model, method)) return false;
    if (gift == Gift::QuickReorder) return model.can_recognise;
    if (gift == Gift::Shake) return is_phone(model);
    if (gift == Gift::Tilt) return is_phone(model) && !model.reduced_motion;
    if (is_under_way(model, method)) return false;
    if (gift == Gift::ScanCode) return is_phone(model);  // Other clients show a box, and never answer.
    if (gift == Gift::TellMe) return !model.bot_may_write && !model.catalogue.bot.empty();
    if (gift == Gift::ShareStory) {
        return is_phone(model) && model.game.stack.phase == games::Phase::Over && model.game.stack.score > 0 &&
               !model.catalogue.story_picture.empty();
    }
    if (gift == Gift::WearBadge) {
        return is_record(model) && !model.catalogue.badge_emoji.empty() && model.badge_round != model.game.rounds;
    }
    if (gift == Gift::AddToHome) return model.can_add_to_home;
    if (gift == Gift::OrderInGroup) return can_prepare(model, method) && !model.catalogue.bot.empty();
    if (gift == Gift::FillAddress) return model.location == Location::Unasked;
    if (gift == Gift::FillSaved) {
        const orders::Contact& contact = model.checkout.contact;
        return model.can_restore_contact && (contact.phone.empty() || contact.address.empty());
    }
    return gift != Gift::PasteCode || !model.clipboard_failed;
}

void on(Model& model, const AskClient& msg, Effects& out) {
    if (!can_give(model, msg.gift)) return;
    if (bool* is_on = switch_of(model.settings, msg.gift)) {
        *is_on = !*is_on;
        haptic(model, Haptic::Kind::Select, out);
        return;
    }
    if (msg.gift == Gift::FillAddress) model.location = Location::Asked;
    if (msg.gift == Gift::QuickReorder) {  // macOS asks each time.
        model.asked_before = is_phone(model) && model.client.flag(Property::BiometricIsAccessRequested);
    }
    if (msg.gift == Gift::OrderInGroup) {
        invite(model, msg.text, Method::RequestChat, out);
    } else {
        send(model, call_for(model, msg), out);
    }
}

void refresh_cloud(Model& model, Effects& out) {
    Cloud& cloud = model.cloud;
    if (!model.opened) return;
    if (!cloud.was_read) send(model, telegram::call(Method::CloudGetItem, kCloudKey), out);
    // What was being written when the app was frozen may have got lost.
    if (std::exchange(cloud.failed, false) || is_under_way(model, Method::CloudSetItem)) cloud.version.clear();
}

void begin_gifts(Model& model, Effects& out) {
    send(model, telegram::call(Method::CheckHomeScreenStatus), out);
    refresh_cloud(model, out);
    ask_for_contact(model, out);
}

void take_answer(Model& model, Method method, const Outcome& outcome, Effects& out) {
    switch (method) {
        case Method::OpenInvoice:
            close_invoice(model, outcome, out);
            break;
        case Method::SecureGetItem:
        case Method::SecureRestoreItem:
            take_contact(model, method, outcome, out);
            break;
        case Method::ShareMessage:
        case Method::SwitchInlineQuery:
        case Method::RequestChat:
            take_shared(model, method, outcome, out);
            break;
        case Method::OpenLink:
        case Method::OpenTelegramLink:
            if (!outcome.ok()) out.push_back(OpenLink{model.link});
            break;
        case Method::DownloadFile:
            take_download(model, outcome, out);
            break;
        case Method::CloudGetItem:
            take_cloud_copy(model, outcome, out);
            break;
        default:
            take_gift(model, method, outcome, out);
            break;
    }
}

void settle_gifts(Model& model, Effects& out) {
    settle_orientation(model, out);
    settle_fullscreen(model, out);
    settle_sensors(model, out);
    settle_biometry(model, out);
    settle_reorder(model, out);
    settle_cloud(model, out);
}

}  // namespace kiosk::app
