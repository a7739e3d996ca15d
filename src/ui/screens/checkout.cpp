// The last step: how the food gets to the customer, who they are, a tip if they like, and the sum that the main button repeats.

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

#include "ui/kit/widgets.h"
#include "ui/screens/screens.h"
#include "ui/screens/totals.h"
#include "ui/screens/words.h"

namespace kiosk::ui {
namespace {

void draw_fulfilment(Page& page, const app::Model& model) {
    Kit& kit = page.kit();
    if (!model.catalogue.delivery || !model.catalogue.pickup) return;
    const std::array<std::string_view, 2> names = {kit.tr("checkout.delivery"), kit.tr("checkout.pickup")};
    const bool delivery = model.checkout.terms.fulfilment == shop::Fulfilment::Delivery;
    const int tapped = segmented(kit, "fulfilment", page.gutter_row(segmented_height(kit)), names, delivery ? 0 : 1);
    if (tapped >= 0) kit.send(app::SetFulfilment{tapped == 0 ? shop::Fulfilment::Delivery : shop::Fulfilment::Pickup});
}

std::string_view zone_terms(Kit& kit, const app::Model& model, const shop::Zone& zone) {
    if (zone.minimum_minor > 0) {
        return kit.tr("checkout.zone_from", {{"amount", price_text(kit, model, zone.minimum_minor)}});
    }
    return {};
}

void draw_zones(Page& page, const app::Model& model) {
    Kit& kit = page.kit();
    Section section(page, {.header = kit.tr("checkout.zone")});
    for (const shop::Zone& zone : model.catalogue.zones) {
        const std::string_view fee = zone.fee_minor == 0 ? kit.tr("totals.free") : price_text(kit, model, zone.fee_minor);
        const bool chosen = zone.id == model.checkout.terms.zone;
        if (cell(section, zone.id.value,
                 {.title = zone.name,
                  .subtitle = zone_terms(kit, model, zone),
                  .value = fee,
                  .trailing = Trailing::Radio,
                  .on = chosen}) &&
            !chosen) {
            kit.send(app::SetZone{zone.id});
        }
    }
}

// Rounded as far as a phone knows. Nothing as long as nobody knows.
std::string_view distance_text(Kit& kit, int metres) {
    if (metres == 0) return {};
    const bool is_far = metres >= 975;
    const int rounded = is_far ? (metres + 500) / 1000 : std::max((metres + 25) / 50, 1) * 50;
    return kit.tr(is_far ? "checkout.kilometres" : "checkout.metres", {{"n", rounded}});
}

void draw_pickup_place(Page& page, const app::Model& model) {
    Kit& kit = page.kit();
    const std::string& table = model.checkout.contact.table;
    if (!table.empty()) {
        Section section(page, {.header = kit.tr("checkout.served_at")});
        cell(section, "table", {.title = kit.tr("order.table", {{"table", table}}), .icon = Icon::Pin, .tappable = false});
        return;
    }
    Section section(page, {.header = kit.tr("checkout.pickup_at"), .footer = distance_text(kit, model.metres_away)});
    cell(section, "address",
         {.title = model.catalogue.address.empty() ? std::string_view(model.catalogue.name)
                                                   : std::string_view(model.catalogue.address),
          .subtitle = hours_text(kit, model),
          .icon = Icon::Pin,
          .tappable = false});
    if (model.metres_away == 0 && model.catalogue.location != shop::Place{} &&
        app::can_give(model, app::Gift::FillAddress) &&
        cell(section, "distance", {.title = kit.tr("checkout.how_far"), .title_ink = Ink::Link})) {
        kit.send(app::AskClient{app::Gift::FillAddress, {}});
    }
}

struct ContactRow {
    app::ContactField field;
    const char* key;
    std::string_view label;
    std::string_view placeholder;
    const std::string& value;
    std::string_view type;
    std::string_view input_mode;
    std::string_view autocomplete;
    std::string_view error;
    Spelling spelling = Spelling::Prose;
};

void draw_contact_row(Section& section, const app::Model& model, const ContactRow& row) {
    const bool last = row.field == app::ContactField::Comment;
    const bool invalid = model.checkout.invalid_field == row.key;
    const FieldEvent event = text_field(section, row.key,
                                        {.label = row.label,
                                         .value = row.value,
                                         .placeholder = row.placeholder,
                                         .error = invalid ? row.error : std::string_view{},
                                         .type = row.type,
                                         .input_mode = row.input_mode,
                                         .autocomplete = row.autocomplete,
                                         .enter_key_hint = last ? "done" : "next",
                                         .max_length = static_cast<int>(shop::kMaxNote),
                                         .spelling = row.spelling});
    if (event.edited) section.kit().send(app::EditContact{row.field, std::string(*event.edited)});
}

void draw_contact(Page& page, const app::Model& model) {
    Kit& kit = page.kit();
    const orders::Contact& contact = model.checkout.contact;
    Section section(page, {.header = kit.tr("checkout.contact")});
    if (app::can_give(model, app::Gift::FillSaved) &&
        cell(section, "saved_details", {.title = kit.tr("checkout.saved_details"), .title_ink = Ink::Link})) {
        kit.send(app::AskClient{app::Gift::FillSaved, {}});
    }
    draw_contact_row(section, model,
                     {app::ContactField::Name, "name", kit.tr("checkout.name"), kit.tr("checkout.name_hint"), contact.name,
                      "text", "text", "name", kit.tr("checkout.name_error"), Spelling::Names});
    const bool delivery = model.checkout.terms.fulfilment == shop::Fulfilment::Delivery;
    if (delivery || contact.table.empty()) {
        draw_contact_row(section, model,
                         {app::ContactField::Phone, "phone", kit.tr("checkout.phone"), kit.tr("checkout.phone_hint"),
                          contact.phone, "tel", "tel", "tel", kit.tr("checkout.phone_error"), Spelling::Codes});
        if (contact.phone.empty() && app::can_give(model, app::Gift::FillPhone) &&
            cell(section, "telegram_phone", {.title = kit.tr("checkout.telegram_phone"), .title_ink = Ink::Link})) {
            kit.send(app::AskClient{app::Gift::FillPhone, {}});
        }
    }
    if (delivery) {
        draw_contact_row(section, model,
                         {app::ContactField::Address, "address", kit.tr("checkout.address"), kit.tr("checkout.address_hint"),
                          contact.address, "text", "text", "street-address", kit.tr("checkout.address_error")});
        if (contact.address.empty() && app::can_give(model, app::Gift::FillAddress) &&
            cell(section, "location", {.title = kit.tr("checkout.my_location"), .title_ink = Ink::Link})) {
            kit.send(app::AskClient{app::Gift::FillAddress, {}});
        }
    }
    draw_contact_row(section, model,
                     {app::ContactField::Comment,
                      "comment",
                      kit.tr("checkout.comment"),
                      kit.tr("checkout.comment_hint"),
                      contact.comment,
                      "text",
                      "text",
                      "off",
                      {}});
}

void draw_tips(Page& page, const app::Model& model) {
    const std::vector<int>& percents = model.catalogue.tips.percents;
    if (percents.empty()) return;
    Kit& kit = page.kit();
    std::array<std::string_view, 8> names{kit.tr("checkout.no_tip")};
    const std::size_t offered = std::min(percents.size(), names.size() - 1);
    int chosen = 0;
    for (std::size_t i = 0; i < offered; ++i) {
        names[i + 1] = kit.join({kit.number(percents[i]), "%"});
        if (percents[i] == model.checkout.terms.tip_percent) chosen = static_cast<int>(i) + 1;
    }
    Section section(page, {.header = kit.tr("checkout.tip")});
    const Rect row = section.row(segmented_height(kit) + 20).inset(kGutter, 10);
    const int tapped = segmented(kit, "tip", row, {names.data(), offered + 1}, chosen);
    if (tapped == 0) kit.send(app::SetTip{0});
    if (tapped > 0) kit.send(app::SetTip{percents[static_cast<std::size_t>(tapped) - 1]});
}

}  // namespace

void draw_checkout(Kit& kit, const app::Model& model, UiState& ui) {
    Page page(kit, {.key = "checkout", .title = kit.tr("checkout.title")});
    if (std::exchange(ui.refusals, model.checkout.refusals) != model.checkout.refusals) {
        focus_field(kit, model.checkout.invalid_field);
    }
    const bool delivery = model.checkout.terms.fulfilment == shop::Fulfilment::Delivery;
    draw_fulfilment(page, model);
    page.gap(8);
    if (delivery) {
        draw_zones(page, model);
    } else {
        draw_pickup_place(page, model);
    }
    page.gap(8);
    draw_contact(page, model);
    page.gap(8);
    draw_tips(page, model);
    page.gap(8);
    {
        Section section(page, {.header = kit.tr("totals.title"),
                               .footer = delivery ? kit.tr("checkout.pay_courier") : kit.tr("checkout.pay_counter"),
                               .separators = false});
        draw_totals(section, model, model.quote, model.checkout.terms.fulfilment);
    }
    page.gap(24);
}

}  // namespace kiosk::ui
