// What must hold after any message in any state. Every round is one seed: the seed in the trace repeats it.

#include <gtest/gtest.h>

#include <map>

#include "app/update.h"
#include "support/monkey.h"

namespace kiosk::tests {
namespace {

constexpr std::uint64_t kRounds = 20;
constexpr int kMessages = 1000;

void expect_valid_pages(const app::Model& model) {
    ASSERT_FALSE(model.pages.empty());
    EXPECT_EQ(model.pages.front().screen, app::Screen::Home);
    for (std::size_t i = 0; i < model.pages.size(); ++i) {
        const app::Screen screen = model.pages[i].screen;
        const bool top = i + 1 == model.pages.size();
        EXPECT_TRUE(i == 0 || screen != app::Screen::Home);
        EXPECT_TRUE(top || screen != app::Screen::Product);
        EXPECT_TRUE(model.pages[i].scroll >= 0 && model.pages[i].scroll <= wire::kMaxScroll);
        EXPECT_EQ(std::count(model.pages.begin(), model.pages.end(), model.pages[i]), 1);
    }
    const app::Page& top = current_page(model);
    ASSERT_EQ(model.draft.has_value(), top.screen == app::Screen::Product);
    EXPECT_LE(model.draft_breaks_rule, model.draft.has_value());
    if (model.draft) {
        const shop::Product& product = *find(model.catalogue, model.draft->line.product);
        EXPECT_NE(model.draft_breaks_rule,
                  shop::check_choices(model.catalogue, product, model.draft->line.choices).has_value());
        EXPECT_EQ(model.draft->line.product.value, top.id);
        EXPECT_TRUE(model.draft->line.quantity >= 1 && model.draft->line.quantity <= shop::kMaxPerLine);
        EXPECT_LT(model.draft->editing, static_cast<int>(model.cart.lines.size()));
    }
}

void expect_valid_cart(const app::Model& model) {
    EXPECT_EQ(model.quote, shop::price(model.catalogue, model.cart, model.checkout.terms, model.now_ms));
    EXPECT_EQ(model.cart_problems, shop::problems(model.cart, model.catalogue));
    EXPECT_TRUE(model.cart.lines.empty() || !model.cart.id.empty());
    EXPECT_LE(model.cart.lines.size(), static_cast<std::size_t>(shop::kMaxLines));
    for (std::size_t i = 0; i < model.cart.lines.size(); ++i) {
        const shop::Line& line = model.cart.lines[i];
        EXPECT_TRUE(line.quantity >= 1 && line.quantity <= shop::kMaxPerLine);
        for (std::size_t j = 0; j < i; ++j) {
            const shop::Line& other = model.cart.lines[j];
            EXPECT_FALSE(line.product == other.product && line.choices == other.choices && line.note == other.note);
        }
    }
}

void expect_valid(const app::Model& model) {
    expect_valid_pages(model);
    expect_valid_cart(model);
    EXPECT_LE(model.notices.size(), 3U);
    EXPECT_EQ(model.order_request != 0, model.checkout.step == app::CheckoutStep::Submitting);
    EXPECT_TRUE(model.telegram.can.popups || model.asked.request <= model.last_request);
    EXPECT_GE(model.game.best_score, model.game.stack.score);
    const std::optional<TimeMs> deadline = app::next_deadline(model);
    EXPECT_TRUE(!deadline || *deadline > model.now_ms);
    const app::PrimaryAction action = app::primary_action(model);
    EXPECT_GE(action.amount_minor, 0);
}

// One tab: what it was told, what it answered, which orders of its carts are on their way.
struct Tab {
    app::Model model;
    std::vector<app::Msg> told;
    std::string saved;
    std::map<std::string, app::RequestId> under_way;

    void tell(const app::Msg& msg) {
        told.push_back(msg);
        if (const auto* refused = std::get_if<app::OrderRefused>(&msg)) forget(refused->request);
        if (const auto* accepted = std::get_if<app::OrderAccepted>(&msg)) forget(accepted->request);
        app::Effects effects;
        app::update(model, msg, effects);
        int saves = 0;
        for (const app::Effect& effect : effects) {
            if (const auto* save = std::get_if<app::SaveState>(&effect)) {
                ++saves;
                saved = save->saved;
                EXPECT_EQ(wire::decode_saved_state(saved), Result<wire::SavedState>{model.saved});
            }
            if (const auto* submit = std::get_if<app::SubmitOrder>(&effect)) {
                EXPECT_TRUE(under_way.emplace(submit->order.cart.id.value, submit->request).second);
            }
        }
        EXPECT_LE(saves, 1);
    }

    void forget(app::RequestId request) {
        std::erase_if(under_way, [&](const auto& entry) { return entry.second == request; });
    }
};

bool open_tab(Tab& tab, std::uint64_t seed, const std::string& saved) {
    tab.tell(started(saved, seed));
    tab.tell(app::ShopLoaded{corner_shop()});
    return !testing::Test::HasFailure();
}

}  // namespace

TEST(Monkey, NothingBreaksTheModel) {
    for (std::uint64_t seed = 1; seed <= kRounds; ++seed) {
        SCOPED_TRACE(seed);
        Monkey monkey{seed};
        Tab tab;
        tab.tell(app::GoHome{});  // A model that was never told anything has no quote yet.
        if (monkey.chance(2)) open_tab(tab, seed, {});
        for (int i = 0; i < kMessages; ++i) {
            tab.tell(monkey.next(tab.model));
            expect_valid(tab.model);
            ASSERT_FALSE(HasFailure()) << "message " << i << ", kind " << tab.told.back().index();
        }

        app::Model again;
        app::Effects effects;
        for (const app::Msg& msg : tab.told) app::update(again, msg, effects);

        ASSERT_TRUE(again == tab.model);
    }
}

TEST(Monkey, TwoTabsNeverPlaceACartTwiceNorTalkForEver) {
    for (std::uint64_t seed = 1; seed <= kRounds; ++seed) {
        SCOPED_TRACE(seed);
        Monkey monkey{seed};
        Tab one;
        Tab other;
        open_tab(one, seed, {});
        open_tab(other, seed + 1000, one.saved);
        for (int i = 0; i < kMessages / 10; ++i) {
            Tab& busy = monkey.chance(2) ? one : other;
            busy.tell(monkey.next(busy.model));
            if (monkey.chance(3)) continue;
            Tab* to = &busy == &one ? &other : &one;
            Tab* from = &busy;
            int letters = 0;
            for (std::string letter = from->saved; !letter.empty() && letters < 20; ++letters) {
                const std::string before = to->saved;
                to->tell(app::SavedElsewhere{letter});
                letter = to->saved == before ? std::string{} : to->saved;
                std::swap(to, from);
            }
            expect_valid(one.model);
            expect_valid(other.model);
            ASSERT_LT(letters, 6) << "message " << i;
            ASSERT_FALSE(HasFailure()) << "message " << i;
        }
    }
}

}  // namespace kiosk::tests
