#include "local/local_shop.h"

#include <algorithm>
#include <utility>

#include "backend/backend.h"
#include "backend/kitchen.h"

namespace kiosk::local {
namespace {

using orders::Order;

const Order* find_order(const std::vector<Order>& orders, const OrderId& id) {
    const auto found = std::find_if(orders.begin(), orders.end(), [&](const Order& order) { return order.id == id; });
    return found == orders.end() ? nullptr : &*found;
}

}  // namespace

void LocalShop::set_catalogue(const shop::Catalogue& catalogue) {
    catalogue_ = catalogue;
    book_.refresh();
    on_sale_ = backend::on_sale(catalogue, book_);
}

void LocalShop::advance(TimeMs now, app::Inbox& inbox) {
    const std::optional<TimeMs> due = next_deadline();
    now_ = now;
    if (due && *due <= now) catch_up(inbox);
}

std::optional<TimeMs> LocalShop::next_deadline() const {
    return following_ ? backend::next_deadline(book_, now_) : std::nullopt;
}

void LocalShop::reload(TimeMs now, app::Inbox& inbox) {
    now_ = now;
    catch_up(inbox);
}

void LocalShop::perform(const app::Effect& effect, app::Inbox& answers) {
    const auto* order = std::get_if<app::SubmitOrder>(&effect);
    const auto* cancellation = std::get_if<app::SubmitCancel>(&effect);
    if (order != nullptr) {
        submit(*order, answers);
    } else if (cancellation != nullptr) {
        cancel(*cancellation, answers);
    } else if (const auto* payment = std::get_if<app::NotePayment>(&effect)) {
        book_.refresh();
        // What can't be written now, the cashier says again.
        (void)backend::note_payment(book_, payment->order, payment->invoice_ms, payment->paid, payment->receipt, now_);
        tell_changes(answers);
    } else if (std::holds_alternative<app::LoadOrders>(effect)) {
        load(answers);
    } else {
        inner_.perform(effect, answers);
    }
}

void LocalShop::submit(const app::SubmitOrder& submit, app::Inbox& answers) {
    book_.refresh();
    if (catalogue_) {
        answer(submit.request, backend::place(*catalogue_, book_, submit.order, now_), answers);
    } else {
        answer(submit.request, Error{ErrorCode::NotFound, "catalogue"}, answers);
    }
}

void LocalShop::cancel(const app::SubmitCancel& cancel, app::Inbox& answers) {
    book_.refresh();
    answer(cancel.request, backend::cancel(book_, cancel.order, now_), answers);
}

void LocalShop::load(app::Inbox& answers) {
    following_ = true;
    book_.refresh();
    told_ = orders_now();
    answers.push(app::OrdersLoaded{told_});
    catch_up(answers);
}

void LocalShop::answer(app::RequestId request, const Result<Order>& result, app::Inbox& answers) {
    if (!result) {
        answers.push(app::OrderRefused{request, result.error()});
    } else {
        answers.push(app::OrderAccepted{request, *result});
        if (!book_.is_kept()) answers.push(app::SaveFailed{"memory only"});
        std::erase_if(told_, [&](const Order& known) { return known.id == result->id; });
        told_.insert(told_.begin(), *result);
    }
    tell_changes(answers);
}

void LocalShop::catch_up(app::Inbox& inbox) {
    book_.refresh();
    // When it can't be written, orders_now() still tells how far they are, and so does every later visit.
    (void)backend::advance(book_, now_);
    tell_changes(inbox);
}

void LocalShop::tell_changes(app::Inbox& inbox) {
    if (book_.take_corrupt()) inbox.push(app::SaveFailed{"shop_state_corrupt"});
    if (!following_) return;
    tell_orders(inbox);
    if (!catalogue_) return;
    shop::Catalogue left = backend::on_sale(*catalogue_, book_);
    if (left == on_sale_) return;
    on_sale_ = std::move(left);
    inbox.push(app::ShopLoaded{on_sale_});
}

void LocalShop::tell_orders(app::Inbox& inbox) {
    std::vector<Order> current = orders_now();
    const bool any_gone = std::any_of(told_.begin(), told_.end(),
                                      [&](const Order& known) { return find_order(current, known.id) == nullptr; });
    if (any_gone) {
        inbox.push(app::OrdersLoaded{current});
    } else {
        for (auto order = current.rbegin(); order != current.rend(); ++order) {
            const Order* known = find_order(told_, order->id);
            if (known == nullptr || *known != *order) inbox.push(app::OrderChanged{*order});
        }
    }
    told_ = std::move(current);
}

std::vector<Order> LocalShop::orders_now() const {
    std::vector<Order> orders;
    const std::vector<orders::Record>& records = book_.book().records;
    for (auto record = records.rbegin(); record != records.rend(); ++record) {
        orders.push_back(backend::caught_up(*record, now_).order);
    }
    return orders;
}

}  // namespace kiosk::local
