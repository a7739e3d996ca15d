#include "base/result.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace kiosk {
namespace {

TEST(Result, IsAValueOrAnError) {
    const Result<int> value = 7;
    const Result<int> error = Error{ErrorCode::SoldOut, "cola"};
    EXPECT_TRUE(value.has_value());
    EXPECT_EQ(*value, 7);
    EXPECT_FALSE(error.has_value());
    EXPECT_EQ(error.error(), (Error{ErrorCode::SoldOut, "cola"}));
    EXPECT_NE(value, error);
}

TEST(Result, ReadingTheWrongSideAborts) {
    const Result<int> value = 7;
    const Result<int> error = Error{};
    EXPECT_DEATH(static_cast<void>(value.error()), "check failed");
    EXPECT_DEATH(static_cast<void>(error.value()), "check failed");
}

TEST(ErrorCode, NamesAreDistinctAndSnakeCase) {
    std::set<std::string_view> names;
    for (int code = 0; code <= static_cast<int>(ErrorCode::Storage); ++code) {
        const std::string_view name = name_of(static_cast<ErrorCode>(code));
        EXPECT_EQ(name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_"), std::string_view::npos) << name;
        names.insert(name);
    }
    EXPECT_EQ(names.size(), static_cast<std::size_t>(ErrorCode::Storage) + 1);
}

}  // namespace
}  // namespace kiosk
