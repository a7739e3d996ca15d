// When the phone's keyboard has done its work: the client is asked to hide it.

#include <gtest/gtest.h>

#include "app/update.h"
#include "support/sample_screens.h"
#include "support/ui_driver.h"

namespace kiosk::ui {
namespace {

using test::UiDriver;

// How often it was asked for since the focus came, and nothing else was.
int hides(UiDriver& driver) {
    int count = 0;
    for (const app::Msg& msg : driver.take_messages()) {
        const auto* ask = std::get_if<app::AskClient>(&msg);
        if (ask == nullptr || ask->gift != app::Gift::HideKeyboard) return -1;
        ++count;
    }
    return count;
}

test::SampleScreen screen(std::string_view name) {
    for (const test::SampleScreen& screen : test::sample_screens()) {
        if (screen.name == name) return screen;
    }
    return {};
}

NodeId first_of(const UiDriver& driver, Role role) {
    for (const Node& node : *driver.last.tree) {
        if (node.role == role) return node.id;
    }
    return 0;
}

// The focus on the first of that role, on that screen.
NodeId focus(UiDriver& driver, const char* name, Role role) {
    test::show(driver, screen(name));
    const NodeId id = first_of(driver, role);
    driver.view.feed(Focused{id, false});
    driver.settle();
    driver.outbox.clear();
    return id;
}

TEST(KeyboardTest, IsHiddenWhenASearchIsSubmitted) {
    UiDriver driver;
    const NodeId id = focus(driver, "search", Role::SearchField);
    ASSERT_NE(id, 0U);

    driver.view.feed(FieldSubmitted{id});
    driver.settle();

    EXPECT_EQ(hides(driver), 1);
}

TEST(KeyboardTest, StaysForTheNextField) {
    UiDriver driver;
    const NodeId id = focus(driver, "checkout", Role::TextField);
    ASSERT_NE(id, 0U);

    driver.view.feed(FieldSubmitted{id});
    driver.settle();

    EXPECT_EQ(hides(driver), 0);
}

// How often it was asked for when the page of the focus goes, which ends the focus.
int hides_with_page(Role role) {
    UiDriver driver;
    if (focus(driver, "search", role) == 0) return -1;
    driver.model.pages.pop_back();
    driver.frame();
    if (!driver.last.blur_request) return -1;
    driver.settle();
    return hides(driver);
}

TEST(KeyboardTest, IsHiddenWithThePageOfItsField) {
    EXPECT_EQ(hides_with_page(Role::SearchField), 1);
}

TEST(KeyboardTest, IsHiddenWithAFieldThatAChoiceTookAway) {
    UiDriver driver;
    test::show(driver, screen("checkout"));
    const Node* address = driver.find(Role::TextField, "Address");
    ASSERT_NE(address, nullptr);
    const NodeId field = address->id;
    driver.view.feed(Focused{field, false});
    driver.settle();
    driver.outbox.clear();

    driver.model.checkout.terms.fulfilment = shop::Fulfilment::Pickup;
    driver.frame();

    EXPECT_TRUE(driver.last.blur_request);
    EXPECT_EQ(driver.find(field), nullptr);
    EXPECT_EQ(hides(driver), 1);
}

TEST(KeyboardTest, IsNotAskedForByWhatOnlyHadTheFocus) {
    EXPECT_EQ(hides_with_page(Role::Button), 0);
}

// The field that asks for the keyboard on the first frame of the search page.
NodeId asked_by_search(bool tapped) {
    UiDriver driver;
    test::show(driver, screen("home"));
    if (tapped) driver.tap(Role::Button, "Search");
    driver.model = screen("search").model;
    driver.frame();
    const NodeId asked = driver.last.focus_request;
    EXPECT_TRUE(asked == 0 || asked == first_of(driver, Role::SearchField));
    driver.frame();
    EXPECT_EQ(driver.last.focus_request, 0U);
    return asked;
}

TEST(KeyboardTest, ComesWithTheSearchPageForWhoTappedTheBox) {
    EXPECT_NE(asked_by_search(true), 0U);
}

TEST(KeyboardTest, LeavesASearchPageAloneThatWasOpenedOtherwise) {
    EXPECT_EQ(asked_by_search(false), 0U);
}

// Each time, and only once: who then looks elsewhere on the page is not pulled back.
TEST(KeyboardTest, ARefusedOrderShowsTheFieldThatIsMissing) {
    constexpr float kHeight = 400;
    UiDriver driver(nullptr, 3, 360, kHeight);
    test::show(driver, screen("checkout"));
    const NodeId name = driver.find(Role::TextField, "Name")->id;
    const auto sight = [&] {
        const NodeRect rect = driver.find(name)->rect;
        return rect.y >= 0 && rect.y + rect.height <= kHeight;
    };
    const auto look_elsewhere = [&] {
        driver.view.feed(Wheel{180, 200, 0, 5000, driver.now_ms});
        driver.settle();
    };
    look_elsewhere();
    ASSERT_FALSE(sight());

    driver.model.checkout.contact.name.clear();
    for (int press = 0; press < 2; ++press) {
        app::Effects effects;
        update(driver.model, app::PlaceOrder{}, effects);
        driver.frame();
        EXPECT_EQ(driver.last.focus_request, name);
        driver.settle();
        EXPECT_TRUE(sight());
        look_elsewhere();
        EXPECT_FALSE(sight());
    }
}

}  // namespace
}  // namespace kiosk::ui
