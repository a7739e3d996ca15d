#pragma once
// Everything that can happen to the model. Intents of the customer are imperative; facts from outside are past tense and name
// the request that they answer. update() is total: a message that does not fit the state is ignored.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/model.h"
#include "telegram/call.h"

namespace kiosk::app {

// ---- Facts from the platform.
struct Started {
    TimeMs now_ms = 0;
    std::uint64_t seed = 0;
    Telegram telegram;
    std::string saved;  // The saved state's bytes as they were found; empty on the first visit.

    bool operator==(const Started&) const = default;
};
struct ShopLoaded {
    shop::Catalogue catalogue;
    bool operator==(const ShopLoaded&) const = default;
};
struct ShopRefused {
    std::vector<ShopProblem> problems;
    bool operator==(const ShopRefused&) const = default;
};
struct ShopUnreachable {
    std::string detail;
    bool operator==(const ShopUnreachable&) const = default;
};
struct Tick {
    TimeMs now_ms = 0;
    bool operator==(const Tick&) const = default;
};
struct ThemeChanged {
    Theme theme;
    bool operator==(const ThemeChanged&) const = default;
};
struct InsetsChanged {
    Insets insets;
    bool operator==(const InsetsChanged&) const = default;
};
struct CapabilitiesChanged {  // The client turned out to lose what it is told, or is heard again.
    Capabilities can;
    bool operator==(const CapabilitiesChanged&) const = default;
};
struct ActiveChanged {
    bool active = true;
    bool operator==(const ActiveChanged&) const = default;
};
struct MotionChanged {  // The device's own setting: told first of all, and whenever it changes.
    bool reduced = false;
    bool operator==(const MotionChanged&) const = default;
};
struct MainButtonPressed {
    bool operator==(const MainButtonPressed&) const = default;
};
struct SecondaryButtonPressed {
    std::string text;  // What a shared round says, in the customer's language.
    bool operator==(const SecondaryButtonPressed&) const = default;
};
struct BackButtonPressed {
    bool operator==(const BackButtonPressed&) const = default;
};
struct SettingsButtonPressed {
    bool operator==(const SettingsButtonPressed&) const = default;
};
struct PopupClosed {
    RequestId request = 0;
    bool confirmed = false;
    bool operator==(const PopupClosed&) const = default;
};
struct TextCopied {
    bool ok = false;
    bool operator==(const TextCopied&) const = default;
};
// The saved state was changed by another tab of the same app.
struct SavedElsewhere {
    std::string saved;
    bool operator==(const SavedElsewhere&) const = default;
};
struct SaveFailed {
    std::string detail;
    bool operator==(const SaveFailed&) const = default;
};

// ---- Facts from Telegram's client, by the manifest of src/telegram.
struct TelegramAnswered {
    RequestId request = 0;
    telegram::Outcome outcome;
    bool operator==(const TelegramAnswered&) const = default;
};
struct TelegramEvent {
    telegram::Event event = telegram::Event::Activated;
    std::string data = "null";  // JSON. Anybody in the page can forge it: it changes what is shown, never what is owed.
    bool operator==(const TelegramEvent&) const = default;
};
struct TelegramChanged {
    struct Change {
        telegram::Property property = telegram::Property::Version;
        std::string value = "null";  // JSON.
        bool operator==(const Change&) const = default;
    };
    std::vector<Change> changes;
    bool operator==(const TelegramChanged&) const = default;
};

struct ExamineTelegram {  // An intent of tests and of people who look for a client's fault: from now on all is reported.
    telegram::Call call;
    bool operator==(const ExamineTelegram&) const = default;
};

// ---- Facts from the shop's side.
struct CashierAnswered {  // Nothing when it could not be reached.
    RequestId request = 0;
    std::string link;  // To the invoice.
    bool paid = false;
    std::string receipt = {};   // Address of a file.
    std::string prepared = {};  // Id of what the bot prepared.
    bool denied = false;        // It said that it has seen no money, which is more than no answer.
    bool operator==(const CashierAnswered&) const = default;
};
struct OrderAccepted {
    RequestId request = 0;
    orders::Order order;
    bool operator==(const OrderAccepted&) const = default;
};
struct OrderRefused {
    RequestId request = 0;
    Error why;
    bool operator==(const OrderRefused&) const = default;
};
struct OrderChanged {
    orders::Order order;
    bool operator==(const OrderChanged&) const = default;
};
struct OrdersLoaded {  // All of the customer's orders, newest first.
    std::vector<orders::Order> orders;
    bool operator==(const OrdersLoaded&) const = default;
};

// ---- Intents: getting about.
struct Open {  // Pushes a page; opening a product makes its draft.
    Page page;
    bool operator==(const Open&) const = default;
};
struct GoBack {
    bool operator==(const GoBack&) const = default;
};
struct GoHome {
    bool operator==(const GoHome&) const = default;
};
struct Scrolled {  // Where a page stands (Page::scroll). Saved with what happens next.
    Page page;
    bool operator==(const Scrolled&) const = default;
};
struct RetryShop {
    bool operator==(const RetryShop&) const = default;
};
struct DismissNotice {
    int notice = -1;  // Index in Model::notices; -1: the newest.
    bool operator==(const DismissNotice&) const = default;
};
struct Answer {  // To Model::asked, when our own sheet asks.
    bool confirmed = false;
    bool operator==(const Answer&) const = default;
};

// ---- Intents: links out. Those that need the bot's name do nothing when the shop file has none.
struct OpenInTelegram {  // This page again, with its start parameter.
    bool operator==(const OpenInTelegram&) const = default;
};
struct Invite {  // Lets the customer choose a chat for a link to the shop, with some words.
    std::string text;
    bool operator==(const Invite&) const = default;
};
struct ShareRound {  // Likewise, for the round that was just played.
    std::string text;
    bool operator==(const ShareRound&) const = default;
};
struct WriteToShop {  // To its support, in Telegram.
    bool operator==(const WriteToShop&) const = default;
};
struct ShowMap {  // Where the shop is.
    bool operator==(const ShowMap&) const = default;
};

struct AskClient {
    Gift gift = Gift::FillPhone;
    std::string text;  // What ScanCode's camera says, in the customer's language.
    bool operator==(const AskClient&) const = default;
};

// ---- Intents: choosing and the cart.
struct Search {
    std::string query;
    bool operator==(const Search&) const = default;
};
struct Choose {  // quantity 0 takes the option out; in a group with max 1 the new option replaces the old one.
    GroupId group;
    OptionId option;
    int quantity = 1;
    bool operator==(const Choose&) const = default;
};
struct SetDraftQuantity {
    int quantity = 1;
    bool operator==(const SetDraftQuantity&) const = default;
};
struct SetDraftNote {
    std::string note;
    bool operator==(const SetDraftNote&) const = default;
};
struct AddDraft {  // Adds, or saves when a line is being changed, and closes the sheet.
    bool operator==(const AddDraft&) const = default;
};
struct QuickAdd {  // One piece with the preselected choices; opens the sheet when a choice must be made.
    ProductId product;
    bool operator==(const QuickAdd&) const = default;
};
struct EditLine {
    int line = 0;
    bool operator==(const EditLine&) const = default;
};
struct SetLineQuantity {
    int line = 0;
    int quantity = 0;
    bool operator==(const SetLineQuantity&) const = default;
};
struct UndoRemove {
    bool operator==(const UndoRemove&) const = default;
};
struct ClearCart {  // Asks first.
    bool operator==(const ClearCart&) const = default;
};
struct ApplyCode {
    std::string code;
    bool operator==(const ApplyCode&) const = default;
};
struct RemoveCode {
    std::string code;
    bool operator==(const RemoveCode&) const = default;
};

// ---- Intents: checkout and orders.
struct SetFulfilment {
    shop::Fulfilment fulfilment = shop::Fulfilment::Pickup;
    bool operator==(const SetFulfilment&) const = default;
};
struct SetZone {
    ZoneId zone;
    bool operator==(const SetZone&) const = default;
};
struct SetTip {
    int percent = 0;
    bool operator==(const SetTip&) const = default;
};
enum class ContactField : std::uint8_t { Name, Phone, Address, Comment };
struct EditContact {
    ContactField field = ContactField::Name;
    std::string value;
    bool operator==(const EditContact&) const = default;
};
struct PlaceOrder {
    bool operator==(const PlaceOrder&) const = default;
};
struct CancelOrder {  // Asks first.
    OrderId order;
    bool operator==(const CancelOrder&) const = default;
};
struct CopyNumber {
    OrderId order;
    bool operator==(const CopyNumber&) const = default;
};
struct PayOrder {
    OrderId order;
    bool operator==(const PayOrder&) const = default;
};
struct OpenReceipt {  // Saves the file through the client where it can, else in a browser.
    OrderId order;
    bool operator==(const OpenReceipt&) const = default;
};
struct OrderAgain {
    OrderId order;
    bool operator==(const OrderAgain&) const = default;
};

// ---- Intents: settings and the game.
struct SetLanguage {
    std::string language;
    bool operator==(const SetLanguage&) const = default;
};
struct SetTextScale {
    int percent = 100;
    bool operator==(const SetTextScale&) const = default;
};
struct SetHaptics {
    bool on = true;
    bool operator==(const SetHaptics&) const = default;
};
struct StartGame {
    bool operator==(const StartGame&) const = default;
};
struct GameFrame {  // steps simulation steps; the tap, if any, counts for the first of them.
    int steps = 1;
    bool tap = false;
    bool operator==(const GameFrame&) const = default;
};

using Msg =
    std::variant<Started, ShopLoaded, ShopRefused, ShopUnreachable, Tick, ThemeChanged, InsetsChanged, CapabilitiesChanged,
                 ActiveChanged, MotionChanged, MainButtonPressed, SecondaryButtonPressed, BackButtonPressed,
                 SettingsButtonPressed, PopupClosed, TextCopied, SavedElsewhere, SaveFailed, TelegramAnswered, TelegramEvent,
                 TelegramChanged, ExamineTelegram, CashierAnswered, OrderAccepted, OrderRefused, OrderChanged, OrdersLoaded,
                 Open, GoBack, GoHome, Scrolled, RetryShop, DismissNotice, Answer, OpenInTelegram, Invite, ShareRound,
                 ShowMap, WriteToShop, AskClient, Search, Choose, SetDraftQuantity, SetDraftNote, AddDraft, QuickAdd,
                 EditLine, SetLineQuantity, UndoRemove, ClearCart, ApplyCode, RemoveCode, SetFulfilment, SetZone, SetTip,
                 EditContact, PlaceOrder, CancelOrder, CopyNumber, PayOrder, OpenReceipt, OrderAgain, SetLanguage,
                 SetTextScale, SetHaptics, StartGame, GameFrame>;

// Of the phone's sensors, many a second: no journal keeps it, and it asks for a frame only when it moves what is shown.
[[nodiscard]] bool is_reading(const Msg& msg);

}  // namespace kiosk::app
