#pragma once
// What the app asks of the outside: plain comparable data. A platform performs effects and answers later with messages.

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "app/model.h"
#include "telegram/call.h"

namespace kiosk::app {

struct LoadShop {  // Answer: ShopLoaded, ShopRefused or ShopUnreachable.
    bool operator==(const LoadShop&) const = default;
};
struct LoadTexts {  // Language of the texts; empty: the user's own.
    std::string language;
    bool operator==(const LoadTexts&) const = default;
};
struct LoadOrders {  // Answer: OrdersLoaded; from then on OrderChanged whenever one changes.
    bool operator==(const LoadOrders&) const = default;
};
struct SubmitOrder {  // Answer: OrderAccepted or OrderRefused with this request.
    RequestId request = 0;
    orders::OrderRequest order;
    bool operator==(const SubmitOrder&) const = default;
};
struct SubmitCancel {  // Answer: OrderAccepted (the cancelled order) or OrderRefused.
    RequestId request = 0;
    OrderId order;
    bool operator==(const SubmitCancel&) const = default;
};
struct AskCashier {  // Answer: CashierAnswered with this request, once.
    RequestId request = 0;
    std::string url;
    OrderId order;
    CartId key;
    Minor amount_minor = 0;
    Currency currency;
    bool wants_invoice = false;  // Otherwise whether it is paid is all that is asked.
    bool operator==(const AskCashier&) const = default;
};
struct AskToPrepare {  // By the cashier's bot, for one call of the client. Answer: CashierAnswered with this request, once.
    RequestId request = 0;
    std::string url;
    telegram::Method method = telegram::Method::ShareMessage;  // Or RequestChat.
    std::string text;
    std::string start_param;
    bool operator==(const AskToPrepare&) const = default;
};
struct NotePayment {  // To the shop's side: what is known of an order's money now. Answer: OrderChanged.
    OrderId order;
    TimeMs invoice_ms = 0;     // As in Order.
    bool paid = false;         // Its cashier has seen the money.
    std::string receipt = {};  // As the cashier gave it.
    bool operator==(const NotePayment&) const = default;
};
struct SaveState {  // Durable key-value storage of the client; failure: SaveFailed.
    std::string saved;
    bool operator==(const SaveState&) const = default;
};
struct KeepCorrupt {  // Bytes that could not be read are kept aside for whoever wants to look.
    std::string saved;
    bool operator==(const KeepCorrupt&) const = default;
};
struct Haptic {
    enum class Kind : std::uint8_t { Tap, Select, Heavy, Success, Warning, Error };
    Kind kind = Kind::Tap;
    bool operator==(const Haptic&) const = default;
};
struct Ask {  // Answer: PopupClosed with this request.
    RequestId request = 0;
    Question question = Question::None;
    bool operator==(const Ask&) const = default;
};
struct OpenLink {  // http or https, by the browser: what no client opens.
    std::string url;
    bool operator==(const OpenLink&) const = default;
};
struct CopyText {  // To the clipboard. Answer: TextCopied.
    std::string text;
    bool operator==(const CopyText&) const = default;
};
struct CallTelegram {  // Answer: TelegramAnswered with this request, once, whatever the client does.
    RequestId request = 0;
    telegram::Call call;
    bool operator==(const CallTelegram&) const = default;
};
struct ReportTelegram {  // What the model holds of the client, for whoever sent ExamineTelegram.
    enum class Kind : std::uint8_t { Property, Event, Answer, Sent };
    Kind kind = Kind::Property;
    int index = 0;     // Of the property or event; the request, 0 for a call that this client can't take.
    std::string json;  // The value, the event's data, [kind, code, values] of an outcome, or the call's telegram::Fallback.
    bool operator==(const ReportTelegram&) const = default;
};
struct CloseApp {
    bool operator==(const CloseApp&) const = default;
};

using Effect =
    std::variant<LoadShop, LoadTexts, LoadOrders, SubmitOrder, SubmitCancel, AskCashier, AskToPrepare, NotePayment,
                 SaveState, KeepCorrupt, Haptic, Ask, OpenLink, CopyText, CallTelegram, ReportTelegram, CloseApp>;
using Effects = std::vector<Effect>;

}  // namespace kiosk::app
