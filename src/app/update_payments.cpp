#include <utility>

#include "app/handlers.h"

namespace kiosk::app {
namespace {

using payments::Payment;

void ask_cashier(Model& model, bool wants_invoice, Effects& out) {
    Payment& payment = model.payment;
    const orders::Order* order = find_order(model, payment.order.value);
    if (order == nullptr) {
        payment = {};
        return;
    }
    payment.check_ms = 0;
    payment.request = ++model.last_request;
    out.push_back(AskCashier{payment.request, model.catalogue.cashier, order->id, order->key, order->quote.total_minor,
                             order->currency, wants_invoice});
}

// What the client still says of an earlier invoice is no news of this one. The order may have been cancelled meanwhile.
void open_invoice(Model& model, const std::string& link, Effects& out) {
    for (PendingCall& call : model.calls) call.examined = call.examined || call.method == telegram::Method::OpenInvoice;
    const orders::Order* order = find_order(model, model.payment.order.value);
    if (order != nullptr && payments::is_payable(*order, model.now_ms) && payments::is_invoice_link(link) &&
        call_telegram(model, telegram::call(telegram::Method::OpenInvoice, link), out)) {
        payments::open(model.payment, model.now_ms);
        out.push_back(NotePayment{order->id, model.now_ms});
        return;
    }
    model.payment = {};
    notify(model, "notice.pay_failed");
}

// The cashier was asked for the last time. What it denies is known from then on, unless the client told of money just now.
void end_asking(Model& model, const Payment& payment, bool is_denied, Effects& out) {
    if (payment.is_hopeful) notify(model, "notice.pay_pending");
    const orders::Order* order = find_order(model, payment.order.value);
    const bool is_news = order != nullptr && order->invoice_ms != 0 && model.now_ms >= order->invoice_ms;
    if (is_denied && is_news) out.push_back(NotePayment{payment.order});
}

// Named by its order, with the file's own ending if that is a usual one.
std::string receipt_name(const orders::Order& order) {
    constexpr std::size_t kLongestEnding = 5;
    const std::string path = order.receipt.substr(0, order.receipt.find_first_of("?#"));
    const std::size_t host = std::string_view("https://").size();
    const std::size_t dot = path.find_last_of("./");
    const bool ends =
        dot != std::string::npos && path[dot] == '.' && dot > path.find('/', host) && path.size() - dot <= kLongestEnding;
    return "receipt-" + order.id.value + (ends ? path.substr(dot) : std::string());
}

}  // namespace

bool can_ask_cashier(const Model& model) {
    const std::string& cashier = model.catalogue.cashier;
    return !cashier.empty() &&
           (!cashier.starts_with(shop::kServerless) || model.client.flag(telegram::Property::HasServerless));
}

// An invoice covers the page: who can tap there has closed it, also where the client doesn't say so (macOS).
bool can_pay(const Model& model, const orders::Order& order) {
    const Payment& payment = model.payment;
    const bool is_left = payment.phase == payments::Phase::Open && payment.order == order.id &&
                         (payment.give_up_ms != 0 || is_silent(model, telegram::Method::OpenInvoice));
    return can_ask_cashier(model) && (payment.phase == payments::Phase::None || is_left) &&
           payments::is_payable(order, model.now_ms) && model.telegram.can.invoices;
}

void on(Model& model, const PayOrder& msg, Effects& out) {
    const orders::Order* order = find_order(model, msg.order.value);
    if (order == nullptr || !can_pay(model, *order)) return;
    model.payment = {.phase = payments::Phase::Asking, .order = msg.order};
    ask_cashier(model, true, out);
}

void on(Model& model, const OpenReceipt& msg, Effects& out) {
    using telegram::Method;
    const orders::Order* order = find_order(model, msg.order.value);
    if (order == nullptr || order->receipt.empty()) return;
    if (is_silent(model, Method::DownloadFile)) model.download_failed = true;
    if (is_under_way(model, Method::DownloadFile) && !model.download_failed) return;
    const telegram::Call save = telegram::call(Method::DownloadFile, order->receipt, receipt_name(*order));
    if (model.download_failed || !call_telegram(model, save, out)) open_link(model, order->receipt, out);
}

// A client that may not fetch the file says no as its customer would, so only the next tap opens it in the browser. Who has tapped
// again meanwhile has it open there.
void take_download(Model& model, const telegram::Outcome& outcome, Effects& out) {
    using Kind = telegram::Outcome::Kind;
    const bool is_failed = !outcome.ok() || !telegram::read_flag(outcome.values, "0");
    const bool is_open = std::exchange(model.download_failed, is_failed);
    const bool is_refused = outcome.kind == Kind::Refused || outcome.kind == Kind::Unsupported;
    if (is_refused && !is_open) on(model, OpenReceipt{OrderId{current_page(model).id}}, out);
}

void on(Model& model, const CashierAnswered& msg, Effects& out) {
    if (msg.request != 0 && msg.request == model.sharing.request) pass_on(model, msg.prepared, out);
    Payment& payment = model.payment;
    if (payment.request == 0 || msg.request != payment.request) return;
    payment.request = 0;
    if (msg.paid) {
        out.push_back(NotePayment{payment.order, 0, true, msg.receipt});
        payment = {};
    } else if (payment.phase == payments::Phase::Asking) {
        open_invoice(model, msg.link, out);
    } else {
        const Payment before = payment;
        payments::wait(payment, model.now_ms);
        if (payment.order.empty()) end_asking(model, before, msg.denied, out);
    }
}

void close_invoice(Model& model, const telegram::Outcome& outcome, Effects& out) {
    Payment& payment = model.payment;
    if (payment.phase != payments::Phase::Open) return;
    if (outcome.kind == telegram::Outcome::Kind::TimedOut) {
        payments::outlast(payment, model.now_ms);
        return;
    }
    const std::string status = telegram::read_text(outcome.values, "0");
    payments::close(payment, status, model.now_ms);
    if (payment.is_hopeful) out.push_back(NotePayment{payment.order, model.now_ms + payments::kPendingMs});
    if (status == "failed") notify(model, "notice.pay_failed");
}

void resume_payments(Model& model) {
    Payment& payment = model.payment;
    if (payment.phase == payments::Phase::Open && payment.give_up_ms != 0) payments::close(payment, {}, model.now_ms);
    model.unasked = payment.phase == payments::Phase::None ? model.orders.size() : 0;
}

void settle_payments(Model& model, Effects& out) {
    Payment& payment = model.payment;
    const TimeMs now = model.now_ms;
    while (model.unasked > 0 && payment.order.empty() && can_ask_cashier(model)) {
        const orders::Order& order = model.orders[--model.unasked];
        if (payments::is_unsettled(order, now)) payment = {.order = order.id, .check_ms = now, .give_up_ms = now};
    }
    if (payment.check_ms != 0 && payment.request == 0 && now >= payment.check_ms) ask_cashier(model, false, out);
}

}  // namespace kiosk::app
