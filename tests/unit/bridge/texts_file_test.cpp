#include "bridge/texts_file.h"

#include <gtest/gtest.h>

namespace kiosk::bridge {
namespace {

const std::string kFile = R"({"cart.title": "Cart", "cart.count": "{count, plural, other {# items}}"})";

TEST(TextsFile, GivesEveryMessageWithItsKey) {
    const Result<Messages> messages = decode_texts(kFile);

    const Messages expected = {{"cart.count", "{count, plural, other {# items}}"}, {"cart.title", "Cart"}};
    ASSERT_TRUE(messages.has_value());
    EXPECT_EQ(*messages, expected);
}

TEST(TextsFile, NamesTheKeyThatIsNoText) {
    const Result<Messages> messages = decode_texts(R"({"cart.title": 7})");

    ASSERT_FALSE(messages.has_value());
    EXPECT_EQ(messages.error(), (Error{ErrorCode::Corrupt, "cart.title"}));
}

TEST(TextsFile, RefusesEveryPrefixOfAFile) {
    std::size_t accepted = 0;
    for (std::size_t length = 0; length < kFile.size(); ++length) {
        accepted += decode_texts(std::string_view(kFile).substr(0, length)).has_value() ? 1U : 0U;
    }

    EXPECT_EQ(accepted, 0U);
}

}  // namespace
}  // namespace kiosk::bridge
