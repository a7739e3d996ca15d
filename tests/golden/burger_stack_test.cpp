#include <gtest/gtest.h>

#include <ostream>
#include <string>

#include "golden/burger_stack_rows.h"
#include "support/stack_print.h"

namespace kiosk::tests {

inline std::ostream& operator<<(std::ostream& out, const GoldenRun& run) {
    return out << run.name;
}

inline std::ostream& operator<<(std::ostream& out, const GoldenAnswer& answer) {
    return out << answer.log << ' ' << answer.outcome;
}

namespace {

class BurgerStackGolden : public testing::TestWithParam<GoldenRun> {};

TEST_P(BurgerStackGolden, LogPlaysToTheSameEnd) {
    EXPECT_EQ(answer_of(GetParam()), expected_of(GetParam()));
}

INSTANTIATE_TEST_SUITE_P(Rows, BurgerStackGolden, testing::ValuesIn(kGoldenRuns),
                         [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace kiosk::tests
