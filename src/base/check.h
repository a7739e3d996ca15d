#pragma once
// KIOSK_CHECK guards what only a programmer can break. It prints where and aborts: the shell page then offers a reload, and
// the saved state is still there. World failures and expected refusals are messages and Results, never checks.

namespace kiosk {

[[noreturn]] void check_failed(const char* expression, const char* file, int line);

}  // namespace kiosk

#define KIOSK_CHECK(condition) ((condition) ? static_cast<void>(0) : ::kiosk::check_failed(#condition, __FILE__, __LINE__))
