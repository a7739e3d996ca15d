#include <algorithm>

#include "app/handlers.h"

namespace kiosk::app {
namespace {

struct Offer {
    std::size_t group = 0;   // Place among the product's groups.
    std::size_t option = 0;  // Place in the group.
    const shop::OptionGroup* rules = nullptr;
    const shop::Option* choice = nullptr;
};

std::optional<Offer> find_offer(const shop::Catalogue& catalogue, const shop::Product& product, const GroupId& group,
                                const OptionId& option) {
    const auto place = std::find(product.groups.begin(), product.groups.end(), group);
    if (place == product.groups.end()) return std::nullopt;
    const shop::OptionGroup* rules = find(catalogue, group);
    const shop::Option* choice = rules == nullptr ? nullptr : find(*rules, option);
    if (choice == nullptr) return std::nullopt;
    return Offer{static_cast<std::size_t>(place - product.groups.begin()),
                 static_cast<std::size_t>(choice - rules->options.data()), rules, choice};
}

int pieces_in_group(const std::vector<shop::Choice>& choices, const GroupId& group) {
    int pieces = 0;
    for (const shop::Choice& choice : choices) pieces += choice.group == group ? choice.quantity : 0;
    return pieces;
}

// Keeps the catalogue's order, so that equal choices compare equal.
void insert_choice(const shop::Catalogue& catalogue, const shop::Product& product, std::vector<shop::Choice>& choices,
                   shop::Choice added, const Offer& offer) {
    const auto after = std::find_if(choices.begin(), choices.end(), [&](const shop::Choice& other) {
        const std::optional<Offer> place = find_offer(catalogue, product, other.group, other.option);
        return place && std::pair{place->group, place->option} > std::pair{offer.group, offer.option};
    });
    choices.insert(after, std::move(added));
}

// False: the product's rules don't allow it, and nothing changed.
bool choose(const shop::Catalogue& catalogue, const shop::Product& product, std::vector<shop::Choice>& choices,
            const Choose& wish) {
    const std::optional<Offer> offer = find_offer(catalogue, product, wish.group, wish.option);
    if (!offer || wish.quantity < 0 || wish.quantity > offer->choice->max_quantity) return false;
    if (wish.quantity > 0 && offer->choice->sold_out) return false;
    const shop::OptionGroup& rules = *offer->rules;
    const bool radio = rules.max == 1;
    if (wish.quantity == 0 && radio && rules.min == 1) return false;
    std::vector<shop::Choice> changed = choices;
    std::erase_if(changed, [&](const shop::Choice& other) {
        const bool replaced = radio && wish.quantity > 0;
        return other.group == wish.group && (replaced || other.option == wish.option);
    });
    if (pieces_in_group(changed, wish.group) + wish.quantity > rules.max) return false;
    if (wish.quantity > 0) {
        insert_choice(catalogue, product, changed, {wish.group, wish.option, wish.quantity}, *offer);
    }
    choices = std::move(changed);
    return true;
}

const shop::Product* drafted(const Model& model) {
    return model.draft ? find(model.catalogue, model.draft->line.product) : nullptr;
}

}  // namespace

ProductDraft new_draft(const Model& model, const shop::Product& product) {
    ProductDraft draft;
    draft.line.product = product.id;
    draft.line.choices = shop::default_choices(model.catalogue, product);
    return draft;
}

ProductDraft repair_draft(const Model& model, const shop::Product& product, ProductDraft draft) {
    std::vector<shop::Choice> choices;
    for (const shop::Choice& choice : draft.line.choices) {
        choose(model.catalogue, product, choices, {choice.group, choice.option, choice.quantity});
    }
    draft.line.choices = std::move(choices);
    draft.line.quantity = std::clamp(draft.line.quantity, 1, shop::kMaxPerLine);
    return draft;
}

void on(Model& model, const Choose& msg, Effects& out) {
    const shop::Product* product = drafted(model);
    if (product == nullptr) return;
    const bool done = choose(model.catalogue, *product, model.draft->line.choices, msg);
    haptic(model, done ? Haptic::Kind::Select : Haptic::Kind::Warning, out);
}

void on(Model& model, const SetDraftQuantity& msg, Effects& out) {
    if (!model.draft) return;
    const bool fits = msg.quantity >= 1 && msg.quantity <= draft_limit(model);
    if (fits) model.draft->line.quantity = msg.quantity;
    haptic(model, fits ? Haptic::Kind::Select : Haptic::Kind::Warning, out);
}

void on(Model& model, const SetDraftNote& msg, Effects& /*out*/) {
    if (model.draft) model.draft->line.note = bounded(msg.note, shop::kMaxNote);
}

void on(Model& model, const AddDraft& /*msg*/, Effects& out) {
    if (!model.draft) return;
    shop::Line line = model.draft->line;
    const int editing = model.draft->editing;
    Result<shop::Cart> cart = editing < 0 ? shop::add(model.cart, model.catalogue, std::move(line))
                                          : shop::replace(model.cart, model.catalogue, editing, std::move(line));
    if (take_cart(model, std::move(cart), out)) close_page(model);
}

void on(Model& model, const QuickAdd& msg, Effects& out) {
    const shop::Product* product = find(model.catalogue, msg.product);
    if (product == nullptr || model.phase != Phase::Open) return;
    shop::Line line;
    line.product = product->id;
    line.choices = shop::default_choices(model.catalogue, *product);
    Result<shop::Cart> cart = shop::add(model.cart, model.catalogue, std::move(line));
    if (!cart && cart.error().code == ErrorCode::OptionRule) {
        open_page(model, {Screen::Product, product->id.value});
        return;
    }
    take_cart(model, std::move(cart), out);
}

void on(Model& model, const EditLine& msg, Effects& /*out*/) {
    if (msg.line < 0 || msg.line >= static_cast<int>(model.cart.lines.size())) return;
    const shop::Line& line = model.cart.lines[static_cast<std::size_t>(msg.line)];
    const shop::Product* product = find(model.catalogue, line.product);
    if (product == nullptr) return;
    open_page(model, {Screen::Product, product->id.value});
    model.draft = repair_draft(model, *product, {line, msg.line});
}

}  // namespace kiosk::app
