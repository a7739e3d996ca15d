// What the phone's sensors tell: shaking it suggests a dish, tilting it moves the open product's picture. The gyroscope is not asked:
// how fast the phone turns adds nothing to how it is held.

#include <algorithm>
#include <cmath>
#include <utility>

#include "app/handlers.h"

namespace kiosk::app {
namespace {

using telegram::Method;

constexpr int kReadingMs = 100;
constexpr int kJoltReadings = 10;  // A second.
constexpr int kRestReadings = 30;
constexpr double kJolt = 25;  // m/s2; a phone at rest feels 9.8.
constexpr int kTiltReadingMs = 50;
constexpr double kPointsPerRadian = 30;
constexpr double kTiltStep = 0.5;  // At least half a device pixel: less is drawn for nobody.

bool wants(const Model& model, Gift gift, bool is_on, Screen screen) {
    return is_on && model.opened && model.telegram.active && current_page(model).screen == screen && can_give(model, gift);
}

bool wants_shakes(const Model& model) {
    return wants(model, Gift::Shake, model.settings.shake, Screen::Home);
}

bool wants_tilt(const Model& model) {
    return wants(model, Gift::Tilt, model.settings.tilt, Screen::Product);
}

// A client that is slow to start or stop is told the other afterwards.
void settle(Model& model, bool wanted, bool& is_felt, Method start, int reading_ms, Effects& out) {
    const auto stop = static_cast<Method>(static_cast<int>(start) + 1);  // As the manifest has them.
    if (wanted == is_felt || is_under_way(model, start) || is_under_way(model, stop)) return;
    is_felt = wanted;
    static_cast<void>(call_telegram(model, wanted ? telegram::call(start, reading_ms) : telegram::call(stop), out));
}

// Radians; what is no angle counts as the nearest one.
double angle_of(const Model& model, telegram::Property axis) {
    constexpr double kHalfTurn = 3.1416;
    return std::clamp(model.client.number(axis), -kHalfTurn, kHalfTurn);
}

// Beyond the reach the phone is held anew: turning it back shows at once.
void turn(double angle, double& held, double& shift) {
    const double wanted = std::clamp((angle - held) * kPointsPerRadian, -kTiltReach, kTiltReach);
    held = angle - wanted / kPointsPerRadian;
    if (std::abs(wanted - shift) >= kTiltStep) shift = wanted;
}

bool is_jolt(const telegram::State& client) {
    using telegram::Property;
    double sum = 0;
    for (const Property axis : {Property::AccelerometerX, Property::AccelerometerY, Property::AccelerometerZ}) {
        const double force = client.number(axis);
        sum += force * force;
    }
    return sum > kJolt * kJolt;
}

void suggest_dish(Model& model, Effects& out) {
    std::vector<const shop::Product*> dishes;
    for (const shop::Product& product : model.catalogue.products) {
        if (!product.sold_out && product.stock != 0) dishes.push_back(&product);
    }
    if (dishes.empty()) return;
    on(model, Open{{Screen::Product, dishes[draw_chance(model) % dishes.size()]->id.value}}, out);
    haptic(model, Haptic::Kind::Success, out);
}

}  // namespace

void feel_movement(Model& model, Effects& out) {
    if (!wants_shakes(model)) return;
    Shake& shake = model.shake;
    shake.jolted = std::max(shake.jolted - 1, 0);
    shake.resting = std::max(shake.resting - 1, 0);
    if (!is_jolt(model.client) || shake.resting > 0) return;
    if (std::exchange(shake.jolted, kJoltReadings) == 0) return;
    shake.resting = kRestReadings;
    suggest_dish(model, out);
}

void feel_tilt(Model& model) {
    if (!wants_tilt(model)) return;
    const double x = angle_of(model, telegram::Property::OrientationGamma);
    const double y = angle_of(model, telegram::Property::OrientationBeta);
    Tilt& tilt = model.tilt;
    if (!std::exchange(tilt.has_begun, true)) tilt.held = {x, y};
    turn(x, tilt.held.x, tilt.shift.x);
    turn(y, tilt.held.y, tilt.shift.y);
}

void settle_sensors(Model& model, Effects& out) {
    const bool tilts = wants_tilt(model);
    if (!tilts) {
        model.tilt.has_begun = false;
        model.tilt.shift = {};
    }
    settle(model, wants_shakes(model), model.shake.is_felt, Method::AccelerometerStart, kReadingMs, out);
    settle(model, tilts, model.tilt.is_felt, Method::OrientationStart, kTiltReadingMs, out);
}

}  // namespace kiosk::app
