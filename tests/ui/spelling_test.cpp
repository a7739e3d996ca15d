// What the phone's keyboard may make of what is typed, field by field.

#include <gtest/gtest.h>

#include "support/sample_screens.h"
#include "support/ui_driver.h"

namespace kiosk::ui {
namespace {

TEST(SpellingTest, NamesAreCapitalisedAndCodesLeftAlone) {
    std::vector<std::pair<std::string, Spelling>> fields;
    for (const test::SampleScreen& screen : test::sample_screens()) {
        if (screen.name != "search" && screen.name != "cart" && screen.name != "checkout") continue;
        test::UiDriver driver;
        test::show(driver, screen);
        for (const Node& node : *driver.last.tree) {
            if (node.role == Role::TextField || node.role == Role::SearchField)
                fields.emplace_back(node.name, node.field.spelling);
        }
    }
    const std::vector<std::pair<std::string, Spelling>> wanted = {
        {"Search", Spelling::Codes}, {"Promo code", Spelling::Codes}, {"Name", Spelling::Names},
        {"Phone", Spelling::Codes},  {"Address", Spelling::Prose},    {"Comment", Spelling::Prose}};

    EXPECT_EQ(fields, wanted);
}

}  // namespace
}  // namespace kiosk::ui
