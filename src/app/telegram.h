#pragma once
// What the app knows of the Telegram client it runs in, as a plain value. Filled by messages from the host; defaults are those of
// a plain browser page.

#include <cstdint>
#include <string>

namespace kiosk::app {

using Rgb = std::uint32_t;  // 0xRRGGBB.

// The 15 theme parameters (core.telegram.org/bots/webapps#themeparams). The host fills every key that the client left out.
struct Theme {
    bool dark = false;
    Rgb bg = 0xffffff;
    Rgb text = 0x000000;
    Rgb hint = 0x707579;
    Rgb link = 0x2481cc;
    Rgb button = 0x2481cc;
    Rgb button_text = 0xffffff;
    Rgb secondary_bg = 0xefeff3;
    Rgb header_bg = 0xefeff3;
    Rgb bottom_bar_bg = 0xffffff;
    Rgb accent_text = 0x2481cc;
    Rgb section_bg = 0xffffff;
    Rgb section_header_text = 0x6d6d72;
    Rgb section_separator = 0xe3e3e4;
    Rgb subtitle_text = 0x707579;
    Rgb destructive_text = 0xdf3f40;

    bool operator==(const Theme&) const = default;
};

struct Insets {  // CSS pixels.
    int top = 0;
    int bottom = 0;
    int left = 0;
    int right = 0;

    bool operator==(const Insets&) const = default;
};

// What this client can do; a view hides or replaces what is missing without asking anybody.
struct Capabilities {
    bool inside_telegram = false;
    bool bottom_buttons = false;  // There is a client that hears us: it draws main and, since 7.10, secondary button.
    bool back_button = false;
    bool popups = false;
    bool invoices = false;
    bool inline_queries = false;  // The bot takes them.

    bool operator==(const Capabilities&) const = default;
};

struct User {
    std::string id;  // Decimal; empty when unknown.
    std::string first_name;
    std::string last_name;

    bool operator==(const User&) const = default;
};

struct Telegram {
    std::string platform = "unknown";  // "ios", "android", "tdesktop", "weba", ...
    std::string version = "6.0";
    std::string language;  // BCP 47, from the user or the browser.
    std::string start_param;
    std::string launch_id;  // The same after a reload, another at each launch; empty when the host can't tell.
    User user;
    Theme theme;
    Insets insets;  // Safe area and content safe area summed.
    Capabilities can;
    bool active = true;       // False while minimised or hidden.
    bool fullscreen = false;  // So launched, and so it stays.

    bool operator==(const Telegram&) const = default;
};

}  // namespace kiosk::app
