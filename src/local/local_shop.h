#pragma once
// The shop's side inside the app, for a shop that names no server: answers SubmitOrder, SubmitCancel and LoadOrders by the
// backend's rules over the client's storage and passes every other effect on. Tabs share the storage: it is read again before
// every command and written before the answer. It has no clock: whoever owns it calls advance() with the time before messages
// are pumped, and again at next_deadline(). A storage that can't be written refuses orders with Storage; one that forgets with
// the page takes them and says SaveFailed{"memory only"}; a document that can't be read is put aside under kBadShopKey and told
// once as SaveFailed{"shop_state_corrupt"}.

#include <optional>
#include <vector>

#include "app/platform.h"
#include "base/time.h"
#include "local/durable_book.h"
#include "local/key_value.h"
#include "orders/order.h"
#include "shop/catalogue.h"

namespace kiosk::local {

class LocalShop final : public app::Platform {
public:
    // Both must outlive it.
    LocalShop(app::Platform& inner, KeyValue& storage) : inner_(inner), book_(storage) {}

    // Until then, orders are refused.
    void set_catalogue(const shop::Catalogue& catalogue);
    // What to tell the app: the catalogue less the stock that is taken. Later changes come as ShopLoaded by themselves.
    [[nodiscard]] const shop::Catalogue& on_sale() const { return on_sale_; }

    // Moves the clock, and everything that was due until then.
    void advance(TimeMs now, app::Inbox& inbox);
    [[nodiscard]] std::optional<TimeMs> next_deadline() const;

    // Another tab has written the shop's document.
    void reload(TimeMs now, app::Inbox& inbox);

    void perform(const app::Effect& effect, app::Inbox& answers) override;

private:
    void submit(const app::SubmitOrder& submit, app::Inbox& answers);
    void cancel(const app::SubmitCancel& cancel, app::Inbox& answers);
    void load(app::Inbox& answers);
    void answer(app::RequestId request, const Result<orders::Order>& result, app::Inbox& answers);
    void catch_up(app::Inbox& inbox);
    void tell_changes(app::Inbox& inbox);
    void tell_orders(app::Inbox& inbox);
    [[nodiscard]] std::vector<orders::Order> orders_now() const;

    app::Platform& inner_;
    DurableBook book_;
    std::optional<shop::Catalogue> catalogue_;
    shop::Catalogue on_sale_;
    TimeMs now_ = 0;
    bool following_ = false;           // The app asked for its orders.
    std::vector<orders::Order> told_;  // As the app knows them, newest first.
};

}  // namespace kiosk::local
