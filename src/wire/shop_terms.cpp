#include "base/text.h"
#include "wire/shop_parts.h"

namespace kiosk::wire {
namespace {

constexpr std::size_t kMaxZones = 30;
constexpr std::size_t kMaxTips = 6;
constexpr std::size_t kMaxPromotions = 100;
constexpr std::string_view kPercentExample = ": 10 means 10 %";

void read_zones(const Node& root, ShopDraft& draft) {
    const Node list = root["zones"];
    const std::size_t count = list.list(0, kMaxZones, "write a list of delivery zones: {\"id\", \"name\", \"fee\"}");
    Ids ids;
    for (std::size_t i = 0; i < count; ++i) {
        const Node node = list.item(i);
        if (!node.require_object("write a zone: {\"id\", \"name\", \"fee\"}")) continue;
        shop::Zone zone;
        zone.id.value = ids.define(node["id"]);
        zone.name = node["name"].text(name_rule());
        zone.fee_minor = read_amount(node["fee"], draft, Need::Required);
        zone.free_from_minor = read_optional_amount(node["free_from"], draft);
        zone.minimum_minor = read_amount(node["minimum"], draft, Need::Optional);
        zone.travel_minutes = node["travel_minutes"].small({Need::Optional, 0, 240, 20});
        draft.catalogue.zones.push_back(std::move(zone));
    }
}

void read_tips(const Node& node, ShopDraft& draft) {
    std::vector<int>& percents = draft.catalogue.tips.percents;
    const std::size_t count = node.list(0, kMaxTips, "write a list of percentages, such as [5, 10, 15]");
    for (std::size_t i = 0; i < count; ++i) {
        const Node entry = node.item(i);
        const int percent = entry.small({Need::Required, 1, 100, 0, kPercentExample});
        if (percent > 0 && !percents.empty() && percent <= percents.back()) {
            entry.refuse("write the percentages in rising order, such as [5, 10, 15]");
        }
        percents.push_back(percent);
    }
}

void read_target(const Node& node, const ShopDraft& draft, shop::Promotion& promotion) {
    constexpr std::string_view kAdvice = "write \"order\", \"delivery\", \"category\" or \"product\"";
    const Node applies_to = node["applies_to"];
    const Node category = node["category"];
    const Node product = node["product"];
    const std::string target = applies_to.exists() ? applies_to.text({Need::Required, 20, kAdvice}) : "order";
    if (target == "category") {
        promotion.target = shop::PromotionTarget::Category;
        promotion.category.value = draft.categories.refer(category, "category");
    } else if (target == "product") {
        promotion.target = shop::PromotionTarget::Product;
        promotion.product.value = draft.products.refer(product, "product");
    } else if (target == "delivery") {
        promotion.target = shop::PromotionTarget::Delivery;
    } else if (target != "order") {
        if (applies_to.is_text() && !target.empty()) applies_to.refuse(kAdvice);
        return;
    }
    if (category.exists() && target != "category")
        category.fault("only counts with \"applies_to\": \"category\"; write that too");
    if (product.exists() && target != "product")
        product.fault("only counts with \"applies_to\": \"product\"; write that too");
}

void read_cut(const Node& node, const ShopDraft& draft, shop::Promotion& promotion) {
    const Node percent = node["percent"];
    const Node amount = node["amount"];
    if (percent.exists() == amount.exists()) {
        node.fault(percent.exists() ? "has both a percent and an amount; keep one of them"
                                    : "takes nothing off; write a percent, such as 10, or an amount" + draft.money_advice);
        return;
    }
    promotion.percent_bp = 100 * percent.small({Need::Optional, 1, 100, 0, kPercentExample});
    if (amount.exists()) {
        promotion.amount_minor = amount.integer({Need::Required, 1, shop::kMaxPriceMinor, 1, draft.money_advice});
    }
}

std::string read_code(const Node& node) {
    constexpr std::string_view kAdvice = "write a code of 2 to 30 characters without spaces, such as \"HELLO\"";
    if (!node.exists()) return {};
    std::string code = node.text({Need::Required, 30, kAdvice});
    if (count_code_points(code) == 1 || code.find(' ') != std::string::npos) node.refuse(kAdvice);
    return code;
}

std::optional<shop::Fulfilment> read_fulfilment(const Node& node) {
    constexpr std::string_view kAdvice = "write \"pickup\" or \"delivery\", or leave it out for both";
    if (!node.exists()) return std::nullopt;
    const std::string way = node.is_text() ? *node.value().get_ptr<const std::string*>() : "";
    if (way != "pickup" && way != "delivery") node.refuse(kAdvice);
    return way == "delivery" ? shop::Fulfilment::Delivery : shop::Fulfilment::Pickup;
}

}  // namespace

void read_terms(const Node& root, ShopDraft& draft) {
    shop::Catalogue& catalogue = draft.catalogue;
    const Node delivery = root["delivery"];
    const Node pickup = root["pickup"];
    const Node zones = root["zones"];
    catalogue.pickup = pickup.flag(true);
    catalogue.delivery = delivery.flag(false);
    read_zones(root, draft);
    if (catalogue.delivery && catalogue.zones.empty())
        zones.refuse("delivery needs at least one zone: {\"id\", \"name\", \"fee\"}");
    if (!catalogue.pickup && !catalogue.delivery) {
        pickup.fault("is false and so is delivery; nobody could get an order; make one of them true");
    }
    read_tips(root["tips"], draft);
    catalogue.packing_fee_minor = read_amount(root["packing_fee"], draft, Need::Optional);
    catalogue.accept_minutes = root["accept_minutes"].small({Need::Optional, 0, 60, 2});
    catalogue.base_prep_minutes = root["prep_minutes"].small({Need::Optional, 0, 240, 10});
    catalogue.cancel_minutes = root["cancel_minutes"].small({Need::Optional, 0, 60, 3});
}

void read_promotions(const Node& root, ShopDraft& draft) {
    const Node list = root["promotions"];
    const std::size_t count = list.list(0, kMaxPromotions, "write a list of promotions: {\"id\", \"name\", \"percent\"}");
    Ids ids;
    for (std::size_t i = 0; i < count; ++i) {
        const Node node = list.item(i);
        if (!node.require_object("write a promotion: {\"id\", \"name\", \"percent\"}")) continue;
        shop::Promotion promotion;
        promotion.id.value = ids.define(node["id"]);
        promotion.name = node["name"].text(name_rule());
        promotion.code = read_code(node["code"]);
        read_target(node, draft, promotion);
        read_cut(node, draft, promotion);
        promotion.minimum_minor = read_amount(node["minimum"], draft, Need::Optional);
        promotion.hours = read_hours(node["hours"]);
        promotion.fulfilment = read_fulfilment(node["fulfilment"]);
        draft.catalogue.promotions.push_back(std::move(promotion));
    }
}

}  // namespace kiosk::wire
