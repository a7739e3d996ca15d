#pragma once
// What the Telegram client draws around our canvas: its main and secondary button, back and settings button, header and
// background colours, the question before closing. It follows from the model alone; the platform sends what changed. When the
// client can't draw the buttons, the view does, from the same value.

#include <optional>
#include <string>

#include "app/model.h"
#include "app/msg.h"
#include "ui/texts.h"

namespace kiosk::ui {

struct ChromeButton {
    bool visible = false;
    std::string text;
    bool enabled = true;
    bool busy = false;
    app::Rgb colour = 0;
    app::Rgb text_colour = 0;

    bool operator==(const ChromeButton&) const = default;
};

struct Chrome {
    ChromeButton main;
    ChromeButton secondary;
    bool back_visible = false;
    bool settings_visible = false;
    bool confirm_closing = false;
    app::Rgb header = 0xffffff;
    app::Rgb background = 0xffffff;
    app::Rgb bottom_bar = 0xffffff;

    bool operator==(const Chrome&) const = default;
};

// What a shared round says.
[[nodiscard]] std::string share_text(const app::Model& model, const Texts& texts);

// Gives the press of a client's button the words that it carries when it is the view's own.
void add_words(app::Msg& msg, const app::Model& model, const Texts& texts);

// Keeps the last one, so that a frame that changes nothing formats nothing.
class ChromeMaker {
public:
    [[nodiscard]] const Chrome& make(const app::Model& model, const Texts& texts, IntlPort& intl);

private:
    struct Label {  // What the buttons' texts are made of.
        app::PrimaryAction action;
        app::Secondary secondary = app::Secondary::None;
        int pieces = 0;
        bool played = false;
        Currency currency;
        std::uint32_t texts = 0;

        bool operator==(const Label&) const = default;
    };
    Chrome chrome_;
    std::optional<Label> label_;
};

}  // namespace kiosk::ui
