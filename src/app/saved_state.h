#pragma once
// The model's part that outlives a reload, and how the states of two tabs that share one storage become one. Pure; never fails.
// A version vector tells which of two states knew of the other; only when neither did are carts united, so that no line is lost.

#include "app/model.h"
#include "wire/saved_state.h"

namespace kiosk::app {

// As it would be written now, with the version and time of the last one.
[[nodiscard]] wire::SavedState snapshot(const Model& model);

// What the customer's other devices should know: pages, sheets and rounds stay where they are.
[[nodiscard]] wire::SavedState shared_part(wire::SavedState state);

// Equal but for version and time.
[[nodiscard]] bool is_same_content(const wire::SavedState& one, const wire::SavedState& other);

// Counts one more write of this tab.
void stamp(std::vector<wire::Stamp>& version, std::uint32_t tab);

// Brings a saved state into a model that has its catalogue. Says in notices what could not be kept.
void restore(Model& model, const wire::SavedState& saved);

enum class Age : std::uint8_t { Same, Newer, Older, Apart };
// How `theirs` relates to `mine`. Apart: each holds something that the other never saw.
[[nodiscard]] Age age_of(const std::vector<wire::Stamp>& theirs, const std::vector<wire::Stamp>& mine);

// Takes over what another tab wrote: cart, contact, terms, settings and scores, never pages or drafts.
void adopt(Model& model, wire::SavedState theirs);

// Which launch of the app this is, or 0 when the host can't tell.
[[nodiscard]] std::uint64_t launch_of(const Telegram& telegram);

}  // namespace kiosk::app
