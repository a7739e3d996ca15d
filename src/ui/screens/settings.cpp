// What a customer may set: language, text size, haptics.

#include <algorithm>
#include <array>

#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"

namespace kiosk::ui {
namespace {

struct Language {
    const char* tag;
    const char* own_name;
};

// Those that assets/texts has a file for; a test compares.
constexpr std::array kLanguages = {
    Language{"en", "English"}, Language{"ru", "Русский"},   Language{"uk", "Українська"},
    Language{"es", "Español"}, Language{"pt", "Português"}, Language{"id", "Bahasa Indonesia"},
    Language{"fa", "فارسی"},   Language{"ar", "العربية"},   Language{"hi", "हिन्दी"},
    Language{"de", "Deutsch"}, Language{"tr", "Türkçe"},    Language{"uz", "Oʻzbekcha"},
};
constexpr std::array kTextScales = {85, 100, 115, 130, 150, 175, 200};

void gift_switch(Section& section, const app::Model& model, app::Gift gift, std::string_view title, std::string_view emoji,
                 bool on) {
    if (!app::can_give(model, gift)) return;
    if (cell(section, title, {.title = title, .emoji = emoji, .trailing = Trailing::Switch, .on = on})) {
        section.kit().send(app::AskClient{gift, std::string(title)});
    }
}

void draw_text_size(Page& page, const app::Model& model) {
    Kit& kit = page.kit();
    const auto at = std::lower_bound(kTextScales.begin(), kTextScales.end(), model.settings.text_scale_percent);
    const int index = std::min(static_cast<int>(at - kTextScales.begin()), static_cast<int>(kTextScales.size()) - 1);
    Section section(page, {.header = kit.tr("settings.display")});
    Rect row = section.row(std::max(56.0F, kit.line_height(Type::Body) + 24)).inset(kGutter, 0);
    const std::string_view percent = kit.join({kit.number(model.settings.text_scale_percent), "%"});
    const Size size = stepper_size(kit);
    const float width = 92 + kit.measure(percent, {.type = Type::Price}).width;
    const auto wanted = stepper(kit, "text_size", row.cut_end(width).centred(width, size.height),
                                {.value = index,
                                 .minimum = 0,
                                 .maximum = static_cast<int>(kTextScales.size()) - 1,
                                 .shown = percent,
                                 .name = kit.tr("settings.text_size"),
                                 .decrease_name = kit.tr("settings.text_smaller"),
                                 .increase_name = kit.tr("settings.text_larger")});
    row.cut_end(8);
    kit.text(row, kit.tr("settings.text_size"));
    if (wanted && *wanted >= 0 && *wanted < static_cast<int>(kTextScales.size())) {
        kit.send(app::SetTextScale{kTextScales[static_cast<std::size_t>(*wanted)]});
    }
    const bool haptics = cell(
        section, "haptics",
        {.title = kit.tr("settings.haptics"), .emoji = "📳", .trailing = Trailing::Switch, .on = model.settings.haptics});
    if (haptics) kit.send(app::SetHaptics{!model.settings.haptics});
    gift_switch(section, model, app::Gift::QuickReorder, kit.tr("settings.quick_reorder"), "🔐",
                model.settings.quick_reorder);
    gift_switch(section, model, app::Gift::Shake, kit.tr("settings.shake"), "🎲", model.settings.shake);
    gift_switch(section, model, app::Gift::Tilt, kit.tr("settings.tilt"), "📱", model.settings.tilt);
}

void draw_reach(Page& page, const app::Model& model) {
    const bool adds = app::can_give(model, app::Gift::AddToHome);
    if (model.catalogue.bot.empty() && !adds) return;
    Kit& kit = page.kit();
    Section section(page);
    if (adds &&
        cell(section, "home", {.title = kit.tr("settings.add_to_home"), .emoji = "📲", .trailing = Trailing::Chevron})) {
        kit.send(app::AskClient{app::Gift::AddToHome, {}});
    }
    if (model.catalogue.bot.empty()) return;
    const auto invitation = [&] { return std::string(kit.tr("settings.invite_text", {{"shop", model.catalogue.name}})); };
    if (cell(section, "invite", {.title = kit.tr("settings.invite"), .emoji = "💌", .trailing = Trailing::Chevron})) {
        kit.send(app::Invite{invitation()});
    }
    if (app::can_give(model, app::Gift::OrderInGroup) &&
        cell(section, "group", {.title = kit.tr("settings.group"), .emoji = "👥", .trailing = Trailing::Chevron})) {
        kit.send(app::AskClient{app::Gift::OrderInGroup, invitation()});
    }
}

}  // namespace

void draw_settings(Kit& kit, const app::Model& model, UiState& /*ui*/) {
    Page page(kit, {.key = "settings", .title = kit.tr("settings.title")});
    draw_text_size(page, model);
    page.gap(8);
    draw_reach(page, model);
    page.gap(8);
    Section section(page, {.header = kit.tr("settings.language")});
    if (cell(section, "automatic",
             {.title = kit.tr("settings.language_auto"),
              .trailing = Trailing::Radio,
              .on = model.settings.language.empty()})) {
        kit.send(app::SetLanguage{{}});
    }
    for (const Language& language : kLanguages) {
        const bool on = model.settings.language == language.tag;
        if (cell(section, language.tag, {.title = language.own_name, .trailing = Trailing::Radio, .on = on}) && !on) {
            kit.send(app::SetLanguage{language.tag});
        }
    }
}

}  // namespace kiosk::ui
