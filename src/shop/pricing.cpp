#include "shop/pricing.h"

#include <algorithm>

#include "base/hash.h"
#include "shop/hours.h"

namespace kiosk::shop {
namespace {

// One cart line on its way to a price.
struct Item {
    const Product* product = nullptr;  // Null: counts as zero.
    int quantity = 0;
};

struct Pricing {
    const Catalogue& catalogue;
    const Cart& cart;
    const Terms& terms;
    TimeMs now;
    std::vector<Item> items;
    Quote quote;
};

void price_units(Pricing& pricing) {
    for (const Line& line : pricing.cart.lines) {
        Item item;
        QuoteLine quoted;
        item.product = pricing.items.size() < kMaxLines ? find(pricing.catalogue, line.product) : nullptr;
        if (item.product != nullptr) {
            item.quantity = std::clamp(line.quantity, 0, kMaxPerLine);
            quoted.unit_minor = unit_price(pricing.catalogue, *item.product, line.choices);
            quoted.gross_minor = quoted.unit_minor * item.quantity;
        }
        quoted.net_minor = quoted.gross_minor;
        pricing.quote.subtotal_minor += quoted.gross_minor;
        pricing.items.push_back(item);
        pricing.quote.lines.push_back(quoted);
    }
}

bool has_code(const Cart& cart, const std::string& code) {
    return std::any_of(cart.codes.begin(), cart.codes.end(),
                       [&](const std::string& typed) { return is_same_code(typed, code); });
}

// Whether a promotion counts now, but for its minimum.
bool is_offered(const Pricing& pricing, const Promotion& promotion) {
    return (promotion.code.empty() || has_code(pricing.cart, promotion.code)) &&
           (!promotion.fulfilment || *promotion.fulfilment == pricing.terms.fulfilment) &&
           is_open(promotion.hours, pricing.catalogue.utc_offset_minutes, pricing.now);
}

bool applies(const Pricing& pricing, const Promotion& promotion) {
    return pricing.quote.subtotal_minor >= promotion.minimum_minor && is_offered(pricing, promotion);
}

bool targets(const Promotion& promotion, const Product& product) {
    return (promotion.target == PromotionTarget::Product && promotion.product == product.id) ||
           (promotion.target == PromotionTarget::Category && promotion.category == product.category);
}

// What a promotion takes off an amount as a whole.
Minor cut_of(const Promotion& promotion, Minor amount) {
    return promotion.percent_bp > 0 ? percent_of(amount, promotion.percent_bp) : std::min(promotion.amount_minor, amount);
}

void take_off(QuoteLine& line, Minor amount) {
    line.discount_minor += amount;
    line.net_minor -= amount;
}

void add_discount(Quote& quote, const Promotion& promotion, Minor amount) {
    if (amount > 0) quote.discounts.push_back({promotion.id, amount});
}

void apply_line_promotions(Pricing& pricing) {
    const std::vector<Promotion>& promotions = pricing.catalogue.promotions;
    std::vector<Minor> taken(promotions.size(), 0);
    std::vector<std::size_t> offered;
    for (std::size_t i = 0; i < promotions.size(); ++i) {
        const bool for_lines =
            promotions[i].target == PromotionTarget::Product || promotions[i].target == PromotionTarget::Category;
        if (for_lines && applies(pricing, promotions[i])) offered.push_back(i);
    }
    for (std::size_t i = 0; i < pricing.items.size(); ++i) {
        const Item& item = pricing.items[i];
        QuoteLine& line = pricing.quote.lines[i];
        std::size_t best = 0;
        Minor best_cut = 0;
        for (const std::size_t index : offered) {
            const Promotion& promotion = promotions[index];
            if (item.product == nullptr || !targets(promotion, *item.product)) continue;
            const Minor cut = promotion.percent_bp > 0 ? cut_of(promotion, line.gross_minor)
                                                       : cut_of(promotion, line.unit_minor) * item.quantity;
            if (cut <= best_cut) continue;
            best = index;
            best_cut = cut;
        }
        if (best_cut == 0) continue;
        take_off(line, best_cut);
        taken[best] += best_cut;
    }
    for (std::size_t i = 0; i < promotions.size(); ++i) add_discount(pricing.quote, promotions[i], taken[i]);
}

Minor net_of(const Quote& quote) {
    Minor net = 0;
    for (const QuoteLine& line : quote.lines) net += line.net_minor;
    return net;
}

void apply_order_promotions(Pricing& pricing) {
    for (const Promotion& promotion : pricing.catalogue.promotions) {
        if (promotion.target != PromotionTarget::Order || !applies(pricing, promotion)) continue;
        std::vector<Minor> nets;
        for (const QuoteLine& line : pricing.quote.lines) nets.push_back(line.net_minor);
        const Minor cut = cut_of(promotion, net_of(pricing.quote));
        if (cut == 0) continue;
        const std::vector<Minor> shares = split(cut, nets);
        for (std::size_t i = 0; i < shares.size(); ++i) take_off(pricing.quote.lines[i], shares[i]);
        add_discount(pricing.quote, promotion, cut);
    }
}

// How much must be added to the goods until delivery is free: by the zone's own rule, or by a promotion that only waits for
// its minimum.
std::optional<Minor> missing_until_free(const Pricing& pricing, const Zone& zone, Minor goods) {
    std::optional<Minor> missing;
    if (zone.free_from_minor) missing = *zone.free_from_minor - goods;
    for (const Promotion& promotion : pricing.catalogue.promotions) {
        if (promotion.target != PromotionTarget::Delivery || promotion.percent_bp != 10'000) continue;
        if (!is_offered(pricing, promotion)) continue;
        const Minor more = promotion.minimum_minor - pricing.quote.subtotal_minor;
        missing = missing ? std::min(*missing, more) : more;
    }
    return missing;
}

// goods: the subtotal after line promotions, by which zones measure.
void price_delivery(Pricing& pricing, Minor goods) {
    const Zone* zone = find(pricing.catalogue, pricing.terms.zone);
    if (pricing.terms.fulfilment != Fulfilment::Delivery || zone == nullptr) return;
    Quote& quote = pricing.quote;
    quote.missing_minor = std::max<Minor>(zone->minimum_minor - goods, 0);
    const bool is_free = zone->free_from_minor && goods >= *zone->free_from_minor;
    quote.delivery_minor = is_free ? 0 : zone->fee_minor;
    for (const Promotion& promotion : pricing.catalogue.promotions) {
        if (promotion.target != PromotionTarget::Delivery || !applies(pricing, promotion)) continue;
        const Minor cut = cut_of(promotion, quote.delivery_minor);
        quote.delivery_minor -= cut;
        add_discount(quote, promotion, cut);
    }
    if (quote.delivery_minor > 0) quote.free_delivery_missing_minor = missing_until_free(pricing, *zone, goods);
}

void hash_text(Hasher& hasher, std::string_view text) {
    hasher.u32(static_cast<std::uint32_t>(text.size()));
    hasher.bytes(text);
}

void hash_optional(Hasher& hasher, const std::optional<Minor>& amount) {
    hasher.u32(amount ? 1 : 0);
    hasher.i64(amount.value_or(0));
}

void hash_request(Hasher& hasher, const Pricing& pricing) {
    hash_text(hasher, pricing.catalogue.currency.code);
    hasher.i32(pricing.catalogue.currency.exponent);
    hasher.u32(static_cast<std::uint32_t>(pricing.terms.fulfilment));
    hash_text(hasher, pricing.terms.zone.value);
    hasher.i32(pricing.terms.tip_percent);
    hasher.u32(static_cast<std::uint32_t>(pricing.cart.lines.size()));
    for (const Line& line : pricing.cart.lines) {
        hash_text(hasher, line.product.value);
        hasher.i32(line.quantity);
        hasher.u32(static_cast<std::uint32_t>(line.choices.size()));
        for (const Choice& choice : line.choices) {
            hash_text(hasher, choice.group.value);
            hash_text(hasher, choice.option.value);
            hasher.i32(choice.quantity);
        }
    }
}

std::uint64_t hash_of_offer(const Pricing& pricing) {
    Hasher hasher;
    hash_request(hasher, pricing);
    const Quote& quote = pricing.quote;
    for (const QuoteLine& line : quote.lines) {
        for (const Minor amount : {line.unit_minor, line.gross_minor, line.discount_minor, line.net_minor})
            hasher.i64(amount);
    }
    hasher.u32(static_cast<std::uint32_t>(quote.discounts.size()));
    for (const Discount& discount : quote.discounts) {
        hash_text(hasher, discount.promotion.value);
        hasher.i64(discount.amount_minor);
    }
    for (const Minor amount : {quote.subtotal_minor, quote.discount_minor, quote.delivery_minor, quote.packing_minor,
                               quote.tip_minor, quote.total_minor, quote.missing_minor}) {
        hasher.i64(amount);
    }
    hash_optional(hasher, quote.free_delivery_missing_minor);
    return hasher.value();
}

}  // namespace

Minor unit_price(const Catalogue& catalogue, const Product& product, const std::vector<Choice>& choices) {
    Minor unit = product.price_minor;
    for (const Choice& choice : choices) {
        const OptionGroup* group = find(catalogue, choice.group);
        const Option* option = group == nullptr ? nullptr : find(*group, choice.option);
        if (option == nullptr) continue;
        unit = std::min(unit + option->price_minor * std::clamp(choice.quantity, 0, option->max_quantity), kMaxUnitMinor);
    }
    return unit;
}

Quote price(const Catalogue& catalogue, const Cart& cart, const Terms& terms, TimeMs now) {
    Pricing pricing{catalogue, cart, terms, now, {}, {}};
    Quote& quote = pricing.quote;
    price_units(pricing);
    apply_line_promotions(pricing);
    const Minor goods = net_of(quote);
    apply_order_promotions(pricing);
    for (const QuoteLine& line : quote.lines) quote.discount_minor += line.discount_minor;
    const bool has_goods =
        std::any_of(pricing.items.begin(), pricing.items.end(), [](const Item& i) { return i.quantity > 0; });
    if (has_goods) {
        price_delivery(pricing, goods);
        quote.packing_minor = catalogue.packing_fee_minor;
    }
    const Minor net = quote.subtotal_minor - quote.discount_minor;
    quote.tip_minor = percent_of(net, std::clamp(terms.tip_percent, 0, 100) * 100);
    quote.total_minor = net + quote.delivery_minor + quote.packing_minor + quote.tip_minor;
    quote.hash = hash_of_offer(pricing);
    return quote;
}

}  // namespace kiosk::shop
