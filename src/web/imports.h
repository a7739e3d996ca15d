#pragma once
// What the browser does for the program: the functions of js-bridge/*.js, one file a block. Texts are UTF-8 with a length, lengths
// are CSS pixels unless a name says device. A native test may define them itself.

#include <cstdint>

extern "C" {

// bridge.js
void kiosk_listen();  // From here on kiosk_deliver() and kiosk_file() are called.
void kiosk_post(const char* json, int length);

// schedule.js
void kiosk_schedule_start();
void kiosk_request_frame();
void kiosk_set_timer(double delay_ms);  // Negative: none.
double kiosk_wall_clock();
double kiosk_steady_clock();
int kiosk_can_hover();

// storage.js
void kiosk_storage_start();
int kiosk_storage_read(const char* key, int key_length);
void kiosk_storage_take(char* out, int length);
int kiosk_storage_write(const char* key, int key_length, const char* value, int length);

// gl.js
int kiosk_gl_open();
void kiosk_gl_upload(int texture, const void* rgba, int x, int y, int width, int height);
void kiosk_gl_drop(int texture);
int kiosk_gl_begin(float width, float height, float density, float red, float green, float blue);
void kiosk_gl_draw(const void* vertices, int vertex_bytes, const void* indices, int index_bytes, const void* commands,
                   int command_count);

// images.js
int kiosk_picture_open(const char* url, int length, int width_device, int height_device);
double kiosk_picture_ready(int handle);

// text.js, breaks.js
int kiosk_text_open();
void kiosk_text_metrics(float size, int weight, float density, float* ascent_and_descent);
float kiosk_text_advance(const char* run, int length, float size, int weight, float density, int tabular);
int kiosk_text_raster(const char* run, int length, float size, int weight, float density, int tabular, int ink, int* box);
void kiosk_text_take(std::uint8_t* rgba);
int kiosk_text_breaks(const char* text, int length, std::uint32_t* offsets);

// intl.js
void kiosk_intl_language(const char* tag, int length);
int kiosk_intl_money(double minor, const char* currency, int length, int exponent);
int kiosk_intl_number(double value);
int kiosk_intl_time(double at_ms, int utc_offset_minutes, int with_date);
int kiosk_intl_weekday(int from_monday);
int kiosk_intl_plural(double count);
int kiosk_intl_list(const char* lines, int length);
int kiosk_intl_minutes(double low, double high);
void kiosk_intl_take(char* out, int length);

// input.js, sizes.js
void kiosk_input_start();

// gallery.js, where KIOSK_GALLERY is defined
int kiosk_gallery_widget();
int kiosk_gallery_text_percent();

// semantics.js
void kiosk_mirror_start();
void kiosk_mirror_update(const char* json, int length);
void kiosk_mirror_place(const void* places, int count);
void kiosk_mirror_focus(std::uint32_t node);

}  // extern "C"
