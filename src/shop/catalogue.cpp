#include "shop/catalogue.h"

#include <algorithm>
#include <array>

#include "base/text.h"

namespace kiosk::shop {
namespace {

template <typename Item, typename ItemId>
const Item* find_in(const std::vector<Item>& items, const ItemId& id) {
    for (const Item& item : items) {
        if (item.id == id) return &item;
    }
    return nullptr;
}

std::vector<std::string> words_of(std::string_view folded) {
    std::vector<std::string> words;
    for (folded = trim(folded); !folded.empty(); folded = trim(folded)) {
        std::size_t end = 0;
        std::size_t next = 0;
        while (next < folded.size()) {
            const std::size_t start = next;
            static_cast<void>(next_code_point(folded, next));
            if (trim(folded.substr(start, next - start)).empty()) break;
            end = next;
        }
        words.emplace_back(folded.substr(0, end));
        folded.remove_prefix(end);
    }
    return words;
}

bool contains_all(std::string_view text, const std::vector<std::string>& words) {
    return std::all_of(words.begin(), words.end(),
                       [&](const std::string& word) { return text.find(word) != std::string_view::npos; });
}

// What a product is found by; the separators keep a word from matching across two fields.
std::string searchable(const Product& product, const Category* category) {
    std::string text = product.name + '\n' + product.description;
    if (category != nullptr) text += '\n' + category->name;
    for (const std::string& tag : product.tags) text += '\n' + tag;
    return fold_for_search(text);
}

}  // namespace

const Product* find(const Catalogue& catalogue, const ProductId& id) {
    return find_in(catalogue.products, id);
}
const Category* find(const Catalogue& catalogue, const CategoryId& id) {
    return find_in(catalogue.categories, id);
}
const OptionGroup* find(const Catalogue& catalogue, const GroupId& id) {
    return find_in(catalogue.groups, id);
}
const Zone* find(const Catalogue& catalogue, const ZoneId& id) {
    return find_in(catalogue.zones, id);
}
const Promotion* find(const Catalogue& catalogue, const PromotionId& id) {
    return find_in(catalogue.promotions, id);
}
const Option* find(const OptionGroup& group, const OptionId& id) {
    return find_in(group.options, id);
}

std::vector<ProductId> search(const Catalogue& catalogue, std::string_view query) {
    const std::string wanted = fold_for_search(trim(query));
    const std::vector<std::string> words = words_of(wanted);
    if (words.empty()) return {};
    std::array<std::vector<ProductId>, 3> ranks;  // Name starts with the query, name has all words, anything else does.
    for (const Product& product : catalogue.products) {
        const std::string name = fold_for_search(product.name);
        if (name.starts_with(wanted)) {
            ranks[0].push_back(product.id);
        } else if (contains_all(name, words)) {
            ranks[1].push_back(product.id);
        } else if (contains_all(searchable(product, find(catalogue, product.category)), words)) {
            ranks[2].push_back(product.id);
        }
    }
    std::vector<ProductId> found = std::move(ranks[0]);
    found.insert(found.end(), ranks[1].begin(), ranks[1].end());
    found.insert(found.end(), ranks[2].begin(), ranks[2].end());
    return found;
}

}  // namespace kiosk::shop
