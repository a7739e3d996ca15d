// The golden runs without a test framework or a file system: node runs it as wasm, and it runs natively as well.

#include <cstdio>

#include "golden/burger_stack_rows.h"
#include "golden/quotes_golden.h"

int main() {
    int failed = 0;
    for (const kiosk::tests::GoldenRun& run : kiosk::tests::kGoldenRuns) {
        const kiosk::tests::GoldenAnswer answer = answer_of(run);
        if (answer == expected_of(run)) continue;
        ++failed;
        std::printf("burger_stack %s: score %d, layers %d, ticks %u, hash 0x%016llx\n", run.name.data(),
                    answer.outcome.score, answer.outcome.layers, static_cast<unsigned>(answer.outcome.ticks),
                    static_cast<unsigned long long>(answer.outcome.hash));
    }
    const std::uint64_t quotes = kiosk::tests::quotes_digest();
    if (quotes != kiosk::tests::kQuotesDigest) {
        ++failed;
        std::printf("quotes: digest %llu\n", static_cast<unsigned long long>(quotes));
    }
    std::printf("%d passed, %d failed\n", static_cast<int>(kiosk::tests::kGoldenRuns.size()) + 1 - failed, failed);
    return failed == 0 ? 0 : 1;
}
