#pragma once
// Turns a screen's uneven frames into steps of exactly one sixtieth of a second. The caller owns the clock and passes elapsed
// whole milliseconds; what is left over is kept in sixtieths of a millisecond, so no time is lost or gained in the long run.
// After a stall at most five steps follow and the rest is dropped: the game slows down, it never jumps or spirals.

#include <cstdint>

namespace kiosk::games {

class FixedStep {
public:
    static constexpr int kMaxSteps = 5;

    // Time passed. Negative counts as none. Returns how many steps to run now, 0..kMaxSteps.
    [[nodiscard]] int advance(std::int64_t elapsed_ms);

    // An input waits for the next step, however many frames that takes, and acts in that step only.
    void press(std::uint8_t inputs) { pressed_ = static_cast<std::uint8_t>(pressed_ | inputs); }
    // The inputs of the step that runs now.
    [[nodiscard]] std::uint8_t take_inputs();

    // How far the picture is on its way from the last step (0) to the next (256, never reached).
    [[nodiscard]] int part_of_256() const { return remainder_ * 256 / kStepUnits; }

    // After a pause: forgets what is left over and any waiting input.
    void reset() { *this = FixedStep{}; }

    bool operator==(const FixedStep&) const = default;

private:
    static constexpr int kUnitsPerMs = 60;
    static constexpr int kStepUnits = 1000;  // A step is 1000 / 60 ms.

    int remainder_ = 0;  // Sixtieths of a millisecond, below kStepUnits.
    std::uint8_t pressed_ = 0;
};

}  // namespace kiosk::games
