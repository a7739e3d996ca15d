#pragma once
// Inside of app only: one overload of on() for each message, gathered by update(), and what they share. A handler changes what
// its message is about; update() then calls settle(), which brings everything derived (pages, draft, quote, saved state) in line.

#include <string>

#include "app/effect.h"
#include "app/model.h"
#include "app/msg.h"

namespace kiosk::app {

// ---- update_start.cpp
void on(Model& model, const Started& msg, Effects& out);
void on(Model& model, const ShopLoaded& msg, Effects& out);
void on(Model& model, const ShopRefused& msg, Effects& out);
void on(Model& model, const ShopUnreachable& msg, Effects& out);
void on(Model& model, const RetryShop& msg, Effects& out);
void on(Model& model, const SavedElsewhere& msg, Effects& out);
void on(Model& model, const SaveFailed& msg, Effects& out);

// ---- update_client.cpp
void on(Model& model, const Tick& msg, Effects& out);
void on(Model& model, const ThemeChanged& msg, Effects& out);
void on(Model& model, const CapabilitiesChanged& msg, Effects& out);
void on(Model& model, const InsetsChanged& msg, Effects& out);
void on(Model& model, const ActiveChanged& msg, Effects& out);
void on(Model& model, const MotionChanged& msg, Effects& out);
void on(Model& model, const MainButtonPressed& msg, Effects& out);
void on(Model& model, const SecondaryButtonPressed& msg, Effects& out);
void on(Model& model, const BackButtonPressed& msg, Effects& out);
void on(Model& model, const SettingsButtonPressed& msg, Effects& out);
void on(Model& model, const PopupClosed& msg, Effects& out);
void on(Model& model, const Answer& msg, Effects& out);
void on(Model& model, const DismissNotice& msg, Effects& out);
void on(Model& model, const SetLanguage& msg, Effects& out);
void on(Model& model, const SetTextScale& msg, Effects& out);
void on(Model& model, const SetHaptics& msg, Effects& out);

// ---- update_gifts.cpp
void on(Model& model, const AskClient& msg, Effects& out);
// Asks for what this client keeps for the customer, once the shop is open.
void begin_gifts(Model& model, Effects& out);
// The customer is back: reads the cloud where that failed, and sees to it that what could not be written is written again. No timer
// does so, which would keep an idle app awake.
void refresh_cloud(Model& model, Effects& out);
void take_answer(Model& model, telegram::Method method, const telegram::Outcome& outcome, Effects& out);
void settle_gifts(Model& model, Effects& out);

// ---- update_sensors.cpp
void feel_movement(Model& model, Effects& out);  // The accelerometer was read.
void feel_tilt(Model& model);                    // The phone's orientation was read.
void settle_sensors(Model& model, Effects& out);

// ---- update_contact.cpp: the contact in the client's safe (SecureStorage), where web views' own storage is lost.
inline constexpr const char* kContactKey = "kiosk_contact";
void save_contact(Model& model, Effects& out);
void ask_for_contact(Model& model, Effects& out);
// Got or restored: fills what is still empty.
void take_contact(Model& model, telegram::Method method, const telegram::Outcome& outcome, Effects& out);

// ---- update_links.cpp
// Does what the start parameter asks for; a bad one leads home with a notice.
void follow_link(Model& model, std::string_view start_param);
void on(Model& model, const OpenInTelegram& msg, Effects& out);
void on(Model& model, const Invite& msg, Effects& out);
void on(Model& model, const ShareRound& msg, Effects& out);
void on(Model& model, const ShowMap& msg, Effects& out);
void on(Model& model, const WriteToShop& msg, Effects& out);
// http or https. Links to t.me open in Telegram, others beside the app.
void open_link(Model& model, std::string url, Effects& out);
// The shop's bot and this client can: ShareMessage or RequestChat.
[[nodiscard]] bool can_prepare(const Model& model, telegram::Method method);
// By what the bot prepares for the method, else by a link.
void invite(Model& model, const std::string& text, telegram::Method method, Effects& out);
// To the client, for Model::sharing; nothing was prepared when the id is empty.
void pass_on(Model& model, const std::string& prepared, Effects& out);
void take_shared(Model& model, telegram::Method method, const telegram::Outcome& outcome, Effects& out);
// With a link to the challenge where the customer's account may place one.
[[nodiscard]] telegram::Call story_of_round(const Model& model, const std::string& text);

// ---- update_telegram.cpp
void on(Model& model, const TelegramAnswered& msg, Effects& out);
void on(Model& model, const TelegramEvent& msg, Effects& out);
void on(Model& model, const TelegramChanged& msg, Effects& out);
void on(Model& model, const ExamineTelegram& msg, Effects& out);
// The client is new enough.
[[nodiscard]] bool reaches(const Model& model, telegram::Method method);
[[nodiscard]] bool is_under_way(const Model& model, telegram::Method method);
// It is for so long that a tap is not the second of a double tap: the customer sees nothing of it, or nothing any more.
[[nodiscard]] bool is_silent(const Model& model, telegram::Method method);
// Sends a call, if this client is new enough for it; otherwise Unsupported, for which telegram::fallback(method) stands.
[[nodiscard]] Result<RequestId> call_telegram(Model& model, telegram::Call call, Effects& out);

// ---- update_navigation.cpp
void on(Model& model, const Open& msg, Effects& out);
void on(Model& model, const GoBack& msg, Effects& out);
void on(Model& model, const GoHome& msg, Effects& out);
void on(Model& model, const Scrolled& msg, Effects& out);
void on(Model& model, const Search& msg, Effects& out);

// ---- update_draft.cpp
void on(Model& model, const Choose& msg, Effects& out);
void on(Model& model, const SetDraftQuantity& msg, Effects& out);
void on(Model& model, const SetDraftNote& msg, Effects& out);
void on(Model& model, const AddDraft& msg, Effects& out);
void on(Model& model, const QuickAdd& msg, Effects& out);
void on(Model& model, const EditLine& msg, Effects& out);

// ---- update_cart.cpp
void on(Model& model, const SetLineQuantity& msg, Effects& out);
void on(Model& model, const UndoRemove& msg, Effects& out);
void on(Model& model, const ClearCart& msg, Effects& out);
void on(Model& model, const ApplyCode& msg, Effects& out);
void on(Model& model, const RemoveCode& msg, Effects& out);
void on(Model& model, const OrderAgain& msg, Effects& out);

// ---- update_checkout.cpp
void on(Model& model, const SetFulfilment& msg, Effects& out);
void on(Model& model, const SetZone& msg, Effects& out);
void on(Model& model, const SetTip& msg, Effects& out);
void on(Model& model, const EditContact& msg, Effects& out);
void on(Model& model, const PlaceOrder& msg, Effects& out);
void on(Model& model, const OrderAccepted& msg, Effects& out);
void on(Model& model, const OrderRefused& msg, Effects& out);

// ---- update_orders.cpp
void on(Model& model, const OrderChanged& msg, Effects& out);
void on(Model& model, const OrdersLoaded& msg, Effects& out);
void on(Model& model, const CancelOrder& msg, Effects& out);
void on(Model& model, const CopyNumber& msg, Effects& out);
void on(Model& model, const TextCopied& msg, Effects& out);
// Takes in the shop's side's copy, unless a later one is known.
void keep_order(Model& model, const orders::Order& order);
// The cart became this order, now or in another tab: what was ordered leaves it, what is new stays for the next order.
void leave_ordered(Model& model, const orders::Order& order);
// The same for the first of the known orders that a cart became; true when there was one.
bool leave_known_order(Model& model, shop::Cart& cart);

// ---- update_payments.cpp
void on(Model& model, const PayOrder& msg, Effects& out);
void on(Model& model, const OpenReceipt& msg, Effects& out);
void on(Model& model, const CashierAnswered& msg, Effects& out);
// The shop has one, which this client can reach.
[[nodiscard]] bool can_ask_cashier(const Model& model);
// What the client's callback got; no values: it will say nothing any more.
void close_invoice(Model& model, const telegram::Outcome& outcome, Effects& out);
// The client was asked to save a receipt.
void take_download(Model& model, const telegram::Outcome& outcome, Effects& out);
// The customer is here, or back: an invoice that the client forgot is closed, and what isn't settled is asked about again.
void resume_payments(Model& model);
void settle_payments(Model& model, Effects& out);

// ---- update_game.cpp
void on(Model& model, const StartGame& msg, Effects& out);
void on(Model& model, const GameFrame& msg, Effects& out);

// ---- Shared, handlers.cpp
[[nodiscard]] std::uint64_t draw_chance(Model& model);
void haptic(const Model& model, Haptic::Kind kind, Effects& out);
void notify(Model& model, std::string key, std::string detail = {});
// Tells why something was refused, "error.<code>", and taps the customer on the shoulder.
void refuse(Model& model, const Error& why, Haptic::Kind kind, Effects& out);
// Asks by the client's popup where there is one; otherwise our own sheet shows Model::asked.
void ask(Model& model, Question question, std::string subject, Effects& out);
// Well-formed and at most limit code points; text that is not well-formed becomes empty.
[[nodiscard]] std::string bounded(std::string_view text, std::size_t limit);

// An instant that every format here can hold.
[[nodiscard]] TimeMs bounded(TimeMs instant);

inline constexpr TimeMs kNoticeMs = 4 * kSecondMs;
inline constexpr TimeMs kUndoMs = 6 * kSecondMs;
inline constexpr std::size_t kMaxNotices = 3;
inline constexpr std::size_t kMaxCodes = 10;  // Of one cart.
inline constexpr std::size_t kMaxName = 100;  // Of a customer.
inline constexpr std::size_t kMaxOrderId = 64;

// ---- Pages, update_navigation.cpp
[[nodiscard]] bool is_page_valid(const Model& model, const Page& page);
// Goes to a valid page: back to it when it is open below, else on top. A product sheet gives way to what opens from it.
void open_page(Model& model, Page page);
void close_page(Model& model);
// What makes sense of a remembered stack: home first, valid pages, a product only on top.
[[nodiscard]] Pages repair_pages(const Model& model, const Pages& pages);

// ---- Drafts, update_draft.cpp
[[nodiscard]] ProductDraft new_draft(const Model& model, const shop::Product& product);
// The draft as far as the product still offers it.
[[nodiscard]] ProductDraft repair_draft(const Model& model, const shop::Product& product, ProductDraft draft);

// ---- Carts, update_cart.cpp
// Takes over the edited cart, or tells why not.
bool take_cart(Model& model, Result<shop::Cart> cart, Effects& out);

// ---- settle.cpp
void settle(Model& model, Effects& out);

}  // namespace kiosk::app
