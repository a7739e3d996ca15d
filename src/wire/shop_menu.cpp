#include <algorithm>
#include <map>

#include "wire/shop_parts.h"

namespace kiosk::wire {
namespace {

constexpr std::size_t kMaxCategories = 60;
constexpr std::size_t kMaxGroups = 300;
constexpr std::size_t kMaxOptions = 60;
constexpr std::size_t kMaxProducts = 2000;
constexpr std::size_t kMaxGroupsPerProduct = 20;
constexpr std::size_t kMaxWords = 20;  // Allergens or tags of one product.

// What products need to know of a group.
struct GroupFacts {
    Minor dearest_minor = 0;   // What the dearest choice adds.
    bool is_available = true;  // The choice can be made with what is not sold out.
};

class Menu {
public:
    Menu(const Node& root, ShopDraft& draft) : root_(root), draft_(draft) {}

    void read_categories();
    void read_groups();
    void read_products();

private:
    [[nodiscard]] shop::Category read_category(const Node& node);
    [[nodiscard]] shop::OptionGroup read_group(const Node& node);
    [[nodiscard]] std::vector<shop::Option> read_options(const Node& list, Ids& ids) const;
    [[nodiscard]] std::vector<OptionId> read_preselected(const Node& node, const shop::OptionGroup& group,
                                                         const Ids& ids) const;
    void check_group(const Node& node, const shop::OptionGroup& group);
    [[nodiscard]] shop::Product read_product(const Node& node);
    void read_product_groups(const Node& node, shop::Product& product) const;

    const Node& root_;
    ShopDraft& draft_;
    Ids groups_;
    std::map<std::string, GroupFacts, std::less<>> facts_;
};

shop::Category Menu::read_category(const Node& node) {
    shop::Category category;
    category.id.value = draft_.categories.define(node["id"]);
    category.name = node["name"].text(name_rule());
    category.emoji = node["emoji"].text(emoji_rule());
    return category;
}

void Menu::read_categories() {
    const Node list = root_["categories"];
    const std::size_t count =
        list.list(1, kMaxCategories, "write a list of at least one category: {\"id\", \"name\", \"emoji\"}");
    if (count == 0) draft_.categories.doubt();
    for (std::size_t i = 0; i < count; ++i) {
        const Node node = list.item(i);
        if (node.require_object("write a category: {\"id\", \"name\", \"emoji\"}")) {
            draft_.catalogue.categories.push_back(read_category(node));
        } else {
            draft_.categories.doubt();
        }
    }
}

std::vector<OptionId> Menu::read_preselected(const Node& node, const shop::OptionGroup& group, const Ids& ids) const {
    std::vector<OptionId> preselected;
    const std::size_t faults_before = node.fault_count();
    const std::size_t count = node.list(0, kMaxOptions, "write a list of option ids");
    for (std::size_t i = 0; i < count; ++i) {
        const Node entry = node.item(i);
        OptionId id{ids.refer(entry, "option of this group")};
        if (std::find(preselected.begin(), preselected.end(), id) != preselected.end()) {
            entry.fault("stands here twice; name each option once");
        }
        preselected.push_back(std::move(id));
    }
    const int chosen = static_cast<int>(preselected.size());
    if (node.fault_count() == faults_before && chosen > 0 && (chosen < group.min || chosen > group.max)) {
        const std::string right = group.min == group.max ? "exactly " + std::to_string(group.min)
                                                         : std::to_string(group.min) + " to " + std::to_string(group.max);
        node.fault("has " + std::to_string(chosen) + " entries, but " + right + " must be chosen; name as many, or none");
    }
    return preselected;
}

void Menu::check_group(const Node& node, const shop::OptionGroup& group) {
    GroupFacts facts;
    int pieces = 0;
    int available = 0;
    for (const shop::Option& option : group.options) {
        pieces += option.max_quantity;
        available += option.sold_out ? 0 : option.max_quantity;
        facts.dearest_minor = std::max(facts.dearest_minor, option.price_minor * group.max);
    }
    facts.is_available = available >= group.min;
    facts_[group.id.value] = facts;
    if (group.min > group.max) {
        node["max"].fault("is " + std::to_string(group.max) + ", less than min " + std::to_string(group.min) +
                          "; nobody could choose; write at least " + std::to_string(group.min));
    } else if (pieces < group.min) {
        node["min"].fault("is " + std::to_string(group.min) + ", but its options allow only " + std::to_string(pieces) +
                          " pieces together; nobody could choose; lower min or add options");
    }
}

std::vector<shop::Option> Menu::read_options(const Node& list, Ids& ids) const {
    constexpr std::string_view kAdvice = "write an option: {\"id\", \"name\", \"price\"}";
    std::vector<shop::Option> options;
    const std::size_t count =
        list.list(1, kMaxOptions, "write a list of at least one option: {\"id\", \"name\", \"price\"}");
    for (std::size_t i = 0; i < count; ++i) {
        const Node node = list.item(i);
        if (!node.require_object(kAdvice)) continue;
        shop::Option option;
        option.id.value = ids.define(node["id"]);
        option.name = node["name"].text(name_rule());
        option.price_minor = read_amount(node["price"], draft_, Need::Optional);
        option.max_quantity = node["max"].small({Need::Optional, 1, shop::kMaxPerLine, 1});
        option.sold_out = node["sold_out"].flag(false);
        options.push_back(std::move(option));
    }
    return options;
}

shop::OptionGroup Menu::read_group(const Node& node) {
    shop::OptionGroup group;
    group.id.value = groups_.define(node["id"]);
    group.name = node["name"].text(name_rule());
    group.min = node["min"].small({Need::Optional, 0, shop::kMaxPerLine, 0});
    group.max = node["max"].small({Need::Optional, 1, shop::kMaxPerLine, 1});
    const std::size_t faults_before = node.fault_count();
    const Node options = node["options"];
    Ids ids;
    group.options = read_options(options, ids);
    if (node.fault_count() == faults_before) check_group(node, group);
    if (node.fault_count() == faults_before) group.preselected = read_preselected(node["preselected"], group, ids);
    return group;
}

void Menu::read_groups() {
    const Node list = root_["option_groups"];
    const std::size_t count = list.list(0, kMaxGroups, "write a list of option groups");
    for (std::size_t i = 0; i < count; ++i) {
        const Node node = list.item(i);
        if (node.require_object("write an option group: {\"id\", \"name\", \"min\", \"max\", \"options\"}")) {
            draft_.catalogue.groups.push_back(read_group(node));
        } else {
            groups_.doubt();
        }
    }
}

std::vector<std::string> read_words(const Node& node) {
    std::vector<std::string> words;
    const std::size_t count = node.list(0, kMaxWords, "write a list of words, such as [\"spicy\", \"new\"]");
    for (std::size_t i = 0; i < count; ++i) {
        words.push_back(node.item(i).text({Need::Required, 40, "write a word, such as \"spicy\""}));
    }
    return words;
}

// https, or relative to the shop file: no other scheme, no other host, nothing that needs escaping.
bool is_picture_url(std::string_view url) {
    constexpr std::string_view kHttps = "https://";
    const bool https = url.starts_with(kHttps) && url.size() > kHttps.size() && url[kHttps.size()] != '/';
    return url.size() <= 500 && !url.starts_with("//") && std::all_of(url.begin(), url.end(), [&](char c) {
               return c > ' ' && c <= '~' && c != '\\' && (c != ':' || https);
           });
}

std::string read_picture(const Node& node) {
    constexpr std::string_view kAdvice =
        "write an address that begins with https://, or a path next to the shop file such as \"pictures/classic.webp\"";
    if (!node.exists()) return {};
    const auto* url = node.value().get_ptr<const std::string*>();
    if (url != nullptr && !url->empty() && is_picture_url(*url)) return *url;
    node.refuse(kAdvice);
    return {};
}

void Menu::read_product_groups(const Node& node, shop::Product& product) const {
    const Node list = node["options"];
    const std::size_t count = list.list(0, kMaxGroupsPerProduct, "write a list of option group ids, such as [\"size\"]");
    Minor dearest = product.price_minor;
    for (std::size_t i = 0; i < count; ++i) {
        const Node entry = list.item(i);
        GroupId id{groups_.refer(entry, "option group")};
        if (std::find(product.groups.begin(), product.groups.end(), id) != product.groups.end()) {
            entry.fault("stands here twice; name each group once");
        }
        if (const auto facts = facts_.find(id.value); facts != facts_.end()) {
            dearest += facts->second.dearest_minor;
            if (!facts->second.is_available) product.sold_out = true;
        }
        product.groups.push_back(std::move(id));
    }
    if (dearest > shop::kMaxUnitMinor) {
        node.fault("could cost " + std::to_string(dearest) + " with its dearest options; keep it at or below " +
                   std::to_string(shop::kMaxUnitMinor));
    }
}

shop::Product Menu::read_product(const Node& node) {
    shop::Product product;
    product.id.value = draft_.products.define(node["id"]);
    product.category.value = draft_.categories.refer(node["category"], "category");
    product.name = node["name"].text(name_rule());
    product.description = node["description"].text({Need::Optional, 500, "write a text, or leave it out"});
    product.price_minor = read_amount(node["price"], draft_, Need::Required);
    const Node was = node["was"];
    product.was_minor = read_optional_amount(was, draft_);
    if (product.was_minor && *product.was_minor <= product.price_minor) {
        was.refuse("a former price is above the price; write the higher one here, or leave it out");
    }
    product.emoji = node["emoji"].text(emoji_rule());
    product.picture_url = read_picture(node["picture"]);
    product.allergens = read_words(node["allergens"]);
    product.tags = read_words(node["tags"]);
    const Node stock = node["stock"];
    const int pieces = stock.small({Need::Optional, 0, 1'000'000});
    if (stock.exists()) product.stock = pieces;
    product.max_per_order = node["max_per_order"].small({Need::Optional, 1, shop::kMaxPerLine, shop::kMaxPerLine});
    product.prep_minutes = node["prep_minutes"].small({Need::Optional, 0, 240});
    product.featured = node["featured"].flag(false);
    product.sold_out = node["sold_out"].flag(false);
    read_product_groups(node, product);
    return product;
}

void Menu::read_products() {
    const Node list = root_["products"];
    const std::size_t count =
        list.list(1, kMaxProducts, "write a list of at least one product: {\"id\", \"category\", \"name\", \"price\"}");
    if (count == 0) draft_.products.doubt();
    for (std::size_t i = 0; i < count; ++i) {
        const Node node = list.item(i);
        if (node.require_object("write a product: {\"id\", \"category\", \"name\", \"price\"}")) {
            draft_.catalogue.products.push_back(read_product(node));
        } else {
            draft_.products.doubt();
        }
    }
}

}  // namespace

void read_menu(const Node& root, ShopDraft& draft) {
    Menu menu(root, draft);
    menu.read_categories();
    menu.read_groups();
    menu.read_products();
}

}  // namespace kiosk::wire
