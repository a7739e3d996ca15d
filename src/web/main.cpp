// The exports: everything that JavaScript may call, listed in cmake/Web.cmake.

#include <string>

#include "web/program.h"

using kiosk::ui::NodeId;
using kiosk::web::Program;

namespace {

Program* program = nullptr;
std::string inbox;  // What JavaScript writes before it calls.

std::string_view delivered(int length) {
    return {inbox.data(), static_cast<std::size_t>(length)};
}

}  // namespace

extern "C" {

char* kiosk_inbox(int size) {
    inbox.resize(static_cast<std::size_t>(size));
    return inbox.data();
}
void kiosk_deliver(int length) {
    program->event(delivered(length));
}
void kiosk_file(int kind, int length) {
    program->file(static_cast<kiosk::web::File>(kind), delivered(length));
}

void kiosk_frame(double now_ms) {
    program->frame(now_ms);
}
void kiosk_timer() {
    program->timer();
}
void kiosk_visible(int visible) {
    program->set_visible(visible != 0);
}
void kiosk_motion(int reduced) {
    program->set_motion(reduced != 0);
}
void kiosk_stored(int which) {
    program->stored_elsewhere(which == 1);
}
void kiosk_resize(float width, float height, float density, float covered_bottom) {
    program->resize(width, height, density, covered_bottom);
}
void kiosk_gl_restored() {
    program->context_restored();
}
void kiosk_picture_arrived() {
    program->wake();
}

void kiosk_pointer(int kind, int device, unsigned id, float x, float y, double time_ms) {
    using kiosk::ui::Pointer;
    const auto what = static_cast<Pointer::Kind>(kind);
    program->input(Pointer{what, static_cast<Pointer::Device>(device), id, x, y, time_ms},
                   what == Pointer::Kind::Up ? Program::Draw::Now : Program::Draw::Later);
}
void kiosk_wheel(float x, float y, float delta_x, float delta_y, double time_ms) {
    program->input(kiosk::ui::Wheel{x, y, delta_x, delta_y, time_ms}, Program::Draw::Later);
}
void kiosk_key(int name) {
    program->input(kiosk::ui::Key{static_cast<kiosk::ui::Key::Name>(name)}, Program::Draw::Later);
}
void kiosk_activate(NodeId node) {
    program->input(kiosk::ui::Activate{node}, Program::Draw::Now);
}
void kiosk_focused(NodeId node, int from_keyboard) {
    program->input(kiosk::ui::Focused{node, from_keyboard != 0}, Program::Draw::Later);
}
void kiosk_field(NodeId node, int length) {
    program->input(kiosk::ui::FieldEdited{node, std::string(delivered(length))}, Program::Draw::Later);
}
void kiosk_submitted(NodeId node) {
    program->input(kiosk::ui::FieldSubmitted{node}, Program::Draw::Now);
}

}  // extern "C"

int main() {
    program = new Program;  // Lives as long as the page.
    program->start();
    return 0;
}
