// The shop file from anyone: no crash, and either a catalogue that holds its promises or faults that can be shown.
// Corpus: assets/shops.

#include <cstdint>

#include "base/check.h"
#include "base/text.h"
#include "shop/cart.h"
#include "shop/pricing.h"
#include "wire/shop_codec.h"

namespace {

using namespace kiosk;

void sell_everything(const shop::Catalogue& catalogue) {
    shop::Cart cart;
    for (const shop::Product& product : catalogue.products) {
        KIOSK_CHECK(shop::find(catalogue, product.category) != nullptr);
        for (const GroupId& group : product.groups) KIOSK_CHECK(shop::find(catalogue, group) != nullptr);
        const shop::Line line{product.id, shop::default_choices(catalogue, product), product.max_per_order, ""};
        if (const Result<shop::Cart> more = shop::add(cart, catalogue, line)) cart = *more;
    }
    KIOSK_CHECK(shop::problems(cart, catalogue).empty());
    const ZoneId zone = catalogue.zones.empty() ? ZoneId{} : catalogue.zones[0].id;
    const shop::Quote quote = shop::price(catalogue, cart, {shop::Fulfilment::Delivery, zone, 15}, 0);
    KIOSK_CHECK(quote.total_minor >= 0 && quote.discount_minor <= quote.subtotal_minor);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto decoded = wire::decode_shop({reinterpret_cast<const char*>(data), size});
    KIOSK_CHECK(decoded.catalogue.has_value() == decoded.problems.empty());
    KIOSK_CHECK(decoded.problems.size() <= wire::kMaxShopProblems + 1);
    for (const wire::ShopProblem& problem : decoded.problems) {
        KIOSK_CHECK(find_invalid_utf8(problem.pointer + problem.message) == std::string_view::npos);
        KIOSK_CHECK(!problem.message.empty());
    }
    if (decoded.catalogue) sell_everything(*decoded.catalogue);
    return 0;
}
