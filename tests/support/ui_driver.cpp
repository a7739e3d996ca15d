#include "support/ui_driver.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "imgui.h"

namespace kiosk::test {

namespace {

const ImDrawData* newest = nullptr;

void play_renderer() {
    for (ImTextureData* texture : *newest->Textures) {
        if (texture->Status == ImTextureStatus_WantCreate) {
            texture->SetTexID(static_cast<ImTextureID>(1));
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantUpdates) {
            texture->SetStatus(ImTextureStatus_OK);
        } else if (texture->Status == ImTextureStatus_WantDestroy && texture->UnusedFrames > 0) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
    }
}

}  // namespace

const ImDrawData& drawing() {
    return *newest;
}

UiDriver::UiDriver(ui::AppView::Draw instead, float density, float width, float height) : view(machine.ports()) {
    view.resize(width, height, density);
    view.show_instead(instead);
    model.phase = app::Phase::Open;
    model.telegram.platform = "ios";
    model.telegram.can = {true, true, true, true};
}

ui::FrameResult UiDriver::frame(double dt_ms) {
    now_ms += dt_ms;
    last = view.frame(model, now_ms, outbox);
    newest = &view.drawing();
    play_renderer();
    return last;
}

int UiDriver::settle() {
    for (int frames = 1; frames <= 600; ++frames) {
        if (!frame().wants_frame) return frames;
    }
    return 601;
}

const ui::Node* UiDriver::find(ui::Role role, std::string_view name) const {
    if (last.tree == nullptr) return nullptr;
    for (const ui::Node& node : *last.tree) {
        if (node.role == role && node.name == name) return &node;
    }
    return nullptr;
}

const ui::Node* UiDriver::find(ui::NodeId id) const {
    if (last.tree == nullptr) return nullptr;
    for (const ui::Node& node : *last.tree) {
        if (node.id == id) return &node;
    }
    return nullptr;
}

int UiDriver::count(ui::Role role) const {
    return static_cast<int>(
        std::count_if(last.tree->begin(), last.tree->end(), [role](const ui::Node& node) { return node.role == role; }));
}

bool UiDriver::tap(ui::Role role, std::string_view name) {
    const ui::Node* node = find(role, name);
    if (node == nullptr) return false;
    const float x = node->rect.x + node->rect.width / 2;
    const float y = node->rect.y + node->rect.height / 2;
    if (!view.kit().view().contains({x, y})) return false;
    tap_at(x, y);
    return true;
}

bool UiDriver::activate(ui::Role role, std::string_view name) {
    const ui::Node* node = find(role, name);
    if (node == nullptr) return false;
    view.feed(ui::Activate{node->id});
    frame();
    return true;
}

bool UiDriver::type(ui::Role role, std::string_view name, std::string_view text) {
    const ui::Node* node = find(role, name);
    if (node == nullptr) return false;
    view.feed(ui::Focused{node->id, false});
    view.feed(ui::FieldEdited{node->id, std::string(text)});
    frame();
    return true;
}

void UiDriver::pointer(ui::Pointer::Kind kind, float x, float y) {
    view.feed(ui::Pointer{kind, ui::Pointer::Device::Touch, 1, x, y, now_ms});
}

void UiDriver::press(float x, float y) {
    pointer(ui::Pointer::Kind::Down, x, y);
}
void UiDriver::move(float x, float y) {
    pointer(ui::Pointer::Kind::Move, x, y);
}
void UiDriver::lift(float x, float y) {
    pointer(ui::Pointer::Kind::Up, x, y);
}

void UiDriver::tap_at(float x, float y) {
    press(x, y);
    frame();
    lift(x, y);
    frame();
}

void UiDriver::swipe(float x0, float y0, float x1, float y1, double duration_ms) {
    press(x0, y0);
    const int steps = std::max(1, static_cast<int>(std::lround(duration_ms * 60 / 1000)));
    for (int i = 1; i <= steps; ++i) {
        frame();
        const float part = static_cast<float>(i) / static_cast<float>(steps);
        move(x0 + (x1 - x0) * part, y0 + (y1 - y0) * part);
    }
    lift(x1, y1);
    frame();
}

std::vector<app::Msg> UiDriver::take_messages() {
    return std::exchange(outbox, {});
}

}  // namespace kiosk::test
