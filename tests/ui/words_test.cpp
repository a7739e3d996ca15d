// What screens put together of several words: lists and times, as the port writes them in the chosen language.

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "support/sample_screens.h"
#include "support/ui_driver.h"

namespace kiosk::ui {
namespace {

using test::SampleScreen;
using test::UiDriver;

SampleScreen sample_called(std::string_view name) {
    const std::vector<SampleScreen> screens = test::sample_screens();
    return *std::find_if(screens.begin(), screens.end(), [&](const SampleScreen& screen) { return screen.name == name; });
}

bool says(const UiDriver& driver, std::string_view words) {
    return std::any_of(driver.last.tree->begin(), driver.last.tree->end(), [&](const Node& node) {
        return node.name.find(words) != std::string::npos || node.description.find(words) != std::string::npos;
    });
}

TEST(ListTest, IsJoinedAsTheLanguageJoins) {
    UiDriver driver;
    test::show(driver, sample_called("product"), "en");
    EXPECT_TRUE(says(driver, "gluten, milk, egg"));
    test::show(driver, sample_called("product"), "ar");
    EXPECT_TRUE(says(driver, "gluten وmilk وegg"));
    EXPECT_FALSE(says(driver, "gluten, milk"));
    test::show(driver, sample_called("cart"), "ar");
    EXPECT_TRUE(says(driver, "Dry-aged beef و"));
    test::show(driver, sample_called("tracking"), "ar");
    EXPECT_TRUE(says(driver, "Dry-aged beef و"));
}

TEST(ListTest, OfWhatIsGoneStandsInOneNotice) {
    SampleScreen screen = sample_called("cart");
    screen.model.notices = {{"notice.not_available", "Fries\nShake", false, screen.model.now_ms + 4000}};
    UiDriver driver;
    test::show(driver, screen);
    EXPECT_TRUE(says(driver, "Fries, Shake is not available right now."));
}

TEST(EtaTest, IsARangeUntilItsBeginningHasPassed) {
    SampleScreen screen = sample_called("tracking");
    const orders::Eta eta = screen.model.orders.front().eta;
    const auto minutes_until = [&](TimeMs until) {
        const TimeMs minute = screen.model.catalogue.demo.minute_ms;
        return std::to_string((until - screen.model.now_ms + minute - 1) / minute);
    };
    UiDriver driver;
    test::show(driver, screen);
    EXPECT_TRUE(says(driver, minutes_until(eta.low_ms) + "–" + minutes_until(eta.high_ms) + " minutes"));

    screen.model.now_ms = eta.low_ms;
    test::show(driver, screen);
    EXPECT_TRUE(says(driver, "in " + minutes_until(eta.high_ms) + " minutes"));
}

}  // namespace
}  // namespace kiosk::ui
