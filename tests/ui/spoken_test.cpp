// What a screen reader is told without asking: live regions speak when their words change, and only if they were there before.

#include <gtest/gtest.h>

#include <map>

#include "support/sample_screens.h"
#include "support/ui_driver.h"

namespace kiosk::ui {
namespace {

using test::UiDriver;

app::Model sample(std::string_view name) {
    for (test::SampleScreen& screen : test::sample_screens()) {
        if (screen.name == name) return std::move(screen.model);
    }
    ADD_FAILURE() << "no screen " << name;
    return {};
}

class SpokenTest : public testing::Test {
protected:
    void show(app::Model model) { test::show(driver, {"", std::move(model)}); }

    // What is spoken until nothing moves.
    std::vector<std::string> hear() {
        std::vector<std::string> heard;
        bool moves = true;
        for (int frames = 0; frames < 600 && moves; ++frames) {
            const std::map<NodeId, std::string> before = regions();
            moves = driver.frame().wants_frame || frames < 2;
            for (const auto& [id, words] : regions()) {
                const auto was = before.find(id);
                if (was != before.end() && was->second != words && !words.empty()) heard.push_back(words);
            }
        }
        return heard;
    }

    std::map<NodeId, std::string> regions() {
        std::map<NodeId, std::string> out;
        for (const Node& node : *driver.last.tree) {
            if (node.role == Role::Status) out.emplace(node.id, node.name);
        }
        return out;
    }

    // "its group: its number", of each stepper.
    std::vector<std::string> quantities() {
        std::vector<std::string> out;
        for (const Node& node : *driver.last.tree) {
            if (node.role != Role::Status || node.parent < 0) continue;
            const Node& group = (*driver.last.tree)[static_cast<std::size_t>(node.parent)];
            if (group.role == Role::Group) out.push_back(group.name + ": " + node.name);
        }
        return out;
    }

    UiDriver driver;
};

TEST_F(SpokenTest, AStepperSaysItsNumberAndEachNewOne) {
    show(sample("cart"));
    const std::vector<std::string> before = quantities();
    driver.model.cart.lines[0].quantity = 3;
    const std::vector<std::string> heard = hear();

    ASSERT_EQ(before.size(), 2U);
    EXPECT_EQ(before[0], "Smoky Bacon, Quantity: 1");
    EXPECT_EQ(quantities()[0], "Smoky Bacon, Quantity: 3");
    EXPECT_EQ(heard, std::vector<std::string>{"3"});
}

TEST_F(SpokenTest, CountedExtrasAndTheTextSizeSayTheirNumbers) {
    show(sample("settings"));
    EXPECT_EQ(quantities(), std::vector<std::string>{"Text size: 100%"});
    show(sample("product"));
    const std::vector<std::string> counted = quantities();
    ASSERT_FALSE(counted.empty());
    EXPECT_EQ(counted.back(), "Quantity: 1");
}

TEST_F(SpokenTest, ALineAndACardSayHowManyAreOrdered) {
    app::Model cart = sample("cart");
    cart.cart.lines[0].quantity = 3;
    show(cart);
    const Node* line = driver.find(Role::Button, "Smoky Bacon");
    ASSERT_NE(line, nullptr);
    EXPECT_EQ(line->description.rfind("3×, ", 0), 0U) << line->description;

    app::Model home = sample("home");
    home.cart = cart.cart;
    show(home);
    const Node* card = driver.find(Role::Button, "Smoky Bacon");
    ASSERT_NE(card, nullptr);
    EXPECT_NE(card->description.find("Your order 3"), std::string::npos) << card->description;
}

TEST_F(SpokenTest, TheCartsTotalIsSpokenWhereverItChanges) {
    const app::Model cart = sample("cart");
    for (const char* screen : {"home", "search", "product"}) {
        show(sample(screen));
        driver.model.cart = cart.cart;
        driver.model.quote = cart.quote;
        const std::vector<std::string> heard = hear();

        ASSERT_EQ(heard.size(), 1U) << screen;
        EXPECT_EQ(heard[0].rfind("Total ", 0), 0U) << heard[0];
    }
}

TEST_F(SpokenTest, ASearchSaysHowManyItFoundAlsoWhenThereAreNone) {
    show(sample("search"));
    driver.model.query = "nothing of the kind";
    driver.model.found.clear();

    EXPECT_EQ(hear(), std::vector<std::string>{"0 dishes found"});
}

TEST_F(SpokenTest, ANoticeIsSpokenOnce) {
    show(sample("home"));
    for (const char* detail : {"Smoky Bacon", "Tower"}) {
        driver.model.notices = {{"notice.line_removed", detail, true, 5000}};
        EXPECT_EQ(hear(), std::vector<std::string>{std::string("Removed: ") + detail});
        driver.model.notices.clear();
        EXPECT_EQ(hear(), std::vector<std::string>{});
    }
}

}  // namespace
}  // namespace kiosk::ui
