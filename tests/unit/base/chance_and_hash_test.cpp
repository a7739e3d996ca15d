#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "base/hash.h"
#include "base/rng.h"

namespace kiosk {
namespace {

// The vectors of http://www.isthe.com/chongo/src/fnv/test_fnv.c.
TEST(Hasher, IsFnv1a) {
    const std::vector<std::uint64_t> got = {hash_of(""), hash_of("a"), hash_of("foobar")};
    EXPECT_EQ(got, (std::vector<std::uint64_t>{0xcbf29ce484222325ULL, 0xaf63dc4c8601ec8cULL, 0x85944171f73967e8ULL}));
}

TEST(Hasher, FeedsIntegersLittleEndian) {
    Hasher numbers;
    numbers.u32(0x64636261);
    numbers.i64(0x6c6b6a6968676665);
    EXPECT_EQ(numbers.value(), hash_of("abcdefghijkl"));
}

// pcg32 with initstate 42 and initseq 1, from an implementation in Python that agrees with the reference library's demo.
TEST(Rng, IsPcg32) {
    Rng rng(42);
    std::vector<std::uint32_t> got;
    for (int i = 0; i < 6; ++i) got.push_back(rng.next());
    EXPECT_EQ(got, (std::vector<std::uint32_t>{0x4df1ccf9, 0xe5838752, 0x58ed9e10, 0xf3e37b51, 0xe7664374, 0x6afde4a8}));
}

TEST(Rng, BelowIsUniform) {
    Rng rng(5);
    std::array<int, 6> counts{};
    for (int i = 0; i < 60'000; ++i) ++counts[rng.below(6)];
    for (const int count : counts) EXPECT_NEAR(count, 10'000, 400);
}

}  // namespace
}  // namespace kiosk
