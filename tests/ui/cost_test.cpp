// What a frame costs: vertices, draw calls, heap allocations. They are counted, so that a machine's speed means nothing.

#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "app/update.h"
#include "support/list_view.h"
#include "support/sample_screens.h"
#include "support/ui_driver.h"
#include "support/ui_picture.h"
#include "ui/kit/widgets.h"
#include "ui/screens/gallery.h"

namespace {

long allocations = 0;

void* counted(std::size_t size) {
    ++allocations;
    return std::malloc(size == 0 ? 1 : size);
}

}  // namespace

// Never inlined: a compiler that sees free() behind operator delete takes it for a mistake.
void* operator new(std::size_t size) {
    return counted(size);
}
void* operator new[](std::size_t size) {
    return counted(size);
}
[[gnu::noinline]] void operator delete(void* at) noexcept {
    std::free(at);
}
[[gnu::noinline]] void operator delete[](void* at) noexcept {
    std::free(at);
}
[[gnu::noinline]] void operator delete(void* at, std::size_t) noexcept {
    std::free(at);
}
[[gnu::noinline]] void operator delete[](void* at, std::size_t) noexcept {
    std::free(at);
}

namespace kiosk::ui {
namespace {

using test::Cost;
using test::drawn_cost;
using test::UiDriver;

// Dear ImGui's own allocations are counted, too.
class CostTest : public testing::Test {
protected:
    void SetUp() override {
        ImGui::SetAllocatorFunctions([](std::size_t size, void*) { return counted(size); },
                                     [](void* at, void*) { std::free(at); });
    }
};

long allocations_of(UiDriver& driver, int frames) {
    for (int i = 0; i < 70; ++i) driver.frame();  // The kit looks after its memory every 64 frames.
    const long before = allocations;
    for (int i = 0; i < frames; ++i) driver.frame();
    return allocations - before;
}

struct ListFrame {
    Cost cost;
    std::size_t nodes = 0;
    long allocations = 0;

    bool operator==(const ListFrame&) const = default;
};

ListFrame list_frame(AppView::Draw draw) {
    UiDriver driver(draw);
    driver.settle();
    const long allocated = allocations_of(driver, 100);
    return {drawn_cost(), driver.last.tree->size(), allocated};
}

TEST_F(CostTest, TenThousandRowsCostWhatAHundredDo) {
    const ListFrame large = list_frame(kiosk::test::draw_list<10000>);

    EXPECT_EQ(large, list_frame(kiosk::test::draw_list<100>));
    EXPECT_LT(large.nodes, 20U);
}

template <bool kPictures>
void draw_120_cards(Kit& kit, const app::Model&, UiState&) {
    Page page(kit, {.key = "cards", .title = "Cards"});
    const float width = page.gutter_row(0).column(0, 2, 12).width;
    for (int i = 0; i < 120; i += 2) {
        const Rect row = page.gutter_row(card_height(kit, width));
        for (int c = 0; c < 2; ++c) {
            card(kit, {"card", i + c}, row.column(c, 2, 12),
                 {.name = "Classic Burger",
                  .description = "Smashed beef with lace",
                  .emoji = "🍔",
                  .picture_url = kPictures ? kit.join({"burger", kit.number(i + c)}) : std::string_view{},
                  .seed = "classic",
                  .price = "$8.50",
                  .was_price = "$9.50",
                  .tag = "New",
                  .add_name = "Add Classic Burger",
                  .in_cart = i % 3});
        }
        page.gap(12);
    }
}

TEST_F(CostTest, AHundredAndTwentyCardsAreDrawnAtOnce) {
    UiDriver driver(draw_120_cards<false>);
    driver.settle();
    driver.swipe(200, 700, 200, 100, 100);
    int most = 0;
    do {
        driver.frame();
        most = std::max(most, drawn_cost().draw_calls);
    } while (driver.last.wants_frame);

    EXPECT_LE(most, 8);
    EXPECT_EQ(allocations_of(driver, 100), 0);
}

// A picture is a texture of its own: one call for each in sight, and what lies around, below and over them stays together.
TEST_F(CostTest, ThePicturesOfAMenuCostOneDrawEach) {
    UiDriver driver(draw_120_cards<true>);
    driver.settle();
    driver.swipe(200, 700, 200, 100, 100);
    do {
        driver.frame();
        const Cost cost = drawn_cost();
        ASSERT_GE(cost.pictures, 6);
        ASSERT_LE(cost.pictures, 12);
        ASSERT_LE(cost.draw_calls - cost.pictures, 8);
    } while (driver.last.wants_frame);

    EXPECT_EQ(allocations_of(driver, 100), 0);
}

TEST_F(CostTest, ASteadyFrameOfAnyWidgetAllocatesNothing) {
    for (const GalleryWidget& widget : gallery()) {
        UiDriver driver(widget.draw);
        driver.settle();

        EXPECT_EQ(allocations_of(driver, 100), 0) << widget.name;
    }
}

class ScreenCostTest : public CostTest, public testing::WithParamInterface<std::size_t> {};

TEST_P(ScreenCostTest, ASteadyFrameAllocatesNothingAndIsDrawnAtOnce) {
    const test::SampleScreen screen = test::sample_screens()[GetParam()];
    UiDriver driver;
    test::show(driver, screen);

    EXPECT_EQ(allocations_of(driver, 100), 0) << screen.name;
    EXPECT_LE(drawn_cost().draw_calls, 8) << screen.name;
}

// The game, begun by the customer.
class GameCostTest : public CostTest {
protected:
    GameCostTest() : screen(test::sample_screens().front()) {
        send(screen.model, app::Open{{app::Screen::Game, {}}});
        send(screen.model, app::StartGame{});
    }

    void send(app::Model& model, const app::Msg& msg) {
        app::update(model, msg, effects);
        effects.clear();
    }
    // As many frames of a display of 120 Hz, whose messages arrive; how many there were.
    std::size_t play(int frames) {
        std::size_t messages = 0;
        for (int i = 0; i < frames; ++i) {
            driver.outbox.clear();
            driver.frame(1000.0 / 120);
            for (const app::Msg& msg : driver.outbox) send(driver.model, msg);
            messages += driver.outbox.size();
        }
        return messages;
    }

    app::Effects effects;
    test::SampleScreen screen;
    UiDriver driver;
};

TEST_F(GameCostTest, NoFrameOfARoundAllocatesOnAStepOrBetweenTwo) {
    test::show(driver, screen);
    play(800);  // The layer has been everywhere.
    const long before = allocations;
    const std::size_t steps = play(600);
    const long allocated = allocations - before;

    EXPECT_EQ(allocated, 0);
    EXPECT_NEAR(static_cast<double>(steps), 300, 3);
    EXPECT_EQ(driver.model.game.stack.phase, games::Phase::Running);
}

TEST_F(GameCostTest, ASteadyFrameBesidesARoundAllocatesNothing) {
    app::Game& game = screen.model.game;
    game.paused = true;
    test::show(driver, screen);
    EXPECT_EQ(allocations_of(driver, 100), 0) << "paused";

    game.stack.phase = games::Phase::Over;
    game.stack.score = 17;
    test::show(driver, screen);
    EXPECT_EQ(allocations_of(driver, 100), 0) << "over";

    game.stack = games::Stack{game.seed};
    test::show(driver, screen);
    EXPECT_EQ(allocations_of(driver, 100), 0) << "ready";
}

TEST_F(CostTest, ASteadyFrameWithoutAShopAllocatesNothing) {
    for (const app::Phase phase : {app::Phase::ShopBroken, app::Phase::Unreachable}) {
        UiDriver driver;
        driver.model.phase = phase;
        driver.model.shop_problems = {{"/products/0/price", "Write a whole number."}};
        driver.settle();

        EXPECT_EQ(allocations_of(driver, 100), 0) << static_cast<int>(phase);
    }
}

INSTANTIATE_TEST_SUITE_P(Screens, ScreenCostTest, testing::Range<std::size_t>(0, 9),
                         [](const auto& of) { return test::sample_screens()[of.param].name; });

}  // namespace
}  // namespace kiosk::ui
