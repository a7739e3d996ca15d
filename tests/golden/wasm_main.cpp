// The golden runs without a test framework or a file system: node runs it as wasm, and it runs natively as well.

#include <cstdio>

#include "golden/burger_stack_rows.h"

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
    std::printf("%d passed, %d failed\n", static_cast<int>(kiosk::tests::kGoldenRuns.size()) - failed, failed);
    return failed == 0 ? 0 : 1;
}
