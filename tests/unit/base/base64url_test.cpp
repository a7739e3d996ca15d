#include "base/base64url.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "base/rng.h"

namespace kiosk {
namespace {

using namespace std::string_literals;

// RFC 4648, section 10, without padding, and two bytes that need the URL letters.
TEST(Base64Url, KnownVectors) {
    std::vector<std::string> texts;
    for (const std::string& bytes : {""s, "f"s, "fo"s, "foo"s, "foob"s, "fooba"s, "foobar"s, "\xFB\xFF"s})
        texts.push_back(to_base64url(bytes));

    EXPECT_EQ(texts, (std::vector<std::string>{"", "Zg", "Zm8", "Zm9v", "Zm9vYg", "Zm9vYmE", "Zm9vYmFy", "-_8"}));
}

TEST(Base64Url, RandomBytesSurvive) {
    Rng rng(1);
    int lost = 0;
    for (int count = 0; count < 2000; ++count) {
        std::string bytes;
        for (std::uint32_t left = rng.below(50); left > 0; --left)
            bytes += static_cast<char>(static_cast<std::uint8_t>(rng.below(256)));
        if (from_base64url(to_base64url(bytes)) != Result<std::string>(bytes)) ++lost;
    }

    EXPECT_EQ(lost, 0);
}

TEST(Base64Url, RefusesEveryOtherSpelling) {
    std::vector<std::string> accepted;
    for (const std::string& text : {"Zg=="s, "Zh"s, "Zm9"s, "A"s, "Zm9vY"s, "Zm+v"s, "Zm/v"s, "Zm v"s, "Zm\0v"s})
        if (from_base64url(text)) accepted.push_back(text);

    EXPECT_EQ(accepted, std::vector<std::string>{});
}

}  // namespace
}  // namespace kiosk
