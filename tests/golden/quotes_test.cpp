#include "golden/quotes_golden.h"

#include <gtest/gtest.h>

namespace kiosk::tests {
namespace {

TEST(QuotesGolden, EveryBuildPricesAlike) {
    EXPECT_EQ(quotes_digest(), kQuotesDigest);
}

}  // namespace
}  // namespace kiosk::tests
