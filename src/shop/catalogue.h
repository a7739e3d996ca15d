#pragma once
// The shop as its owner describes it in one shop file: what is sold, in which variants, when, where to and on which terms.
// A Catalogue is valid by construction: wire/shop_codec checks a file against every rule named here (assets/shops/shop.schema.json
// documents the format), so readers may rely on references being resolved, ids being unique and amounts in range.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/money.h"

namespace kiosk::shop {

inline constexpr int kMaxPerLine = 99;                  // Pieces of one cart line.
inline constexpr int kMaxLines = 100;                   // Lines of one cart.
inline constexpr std::size_t kMaxNote = 300;            // Code points of a note or comment.
inline constexpr Minor kMaxPriceMinor = 1'000'000'000;  // Of anything the shop file prices.
inline constexpr Minor kMaxUnitMinor = 10'000'000'000;  // Of one piece with its dearest options.
static_assert(kMaxUnitMinor * kMaxPerLine * kMaxLines <= kMaxMinor, "a full cart must stay an amount");

enum class Fulfilment : std::uint8_t { Delivery, Pickup };

struct Option {
    OptionId id;
    std::string name;
    Minor price_minor = 0;  // Added to the product's price for each piece; never negative.
    int max_quantity = 1;   // 2 or more: "2x cheese" can be chosen.
    bool sold_out = false;

    bool operator==(const Option&) const = default;
};

// A choice to make: min..max pieces over all its options. min 1, max 1 is a size; min 0 is extras. Always satisfiable; where
// only sold-out options stand in the way, the decoder marks the products that ask for it as sold out.
struct OptionGroup {
    GroupId id;
    std::string name;
    int min = 0;
    int max = 1;
    std::vector<Option> options;        // Not empty.
    std::vector<OptionId> preselected;  // Chosen when the product sheet opens; a valid choice together.

    bool operator==(const OptionGroup&) const = default;
};

struct Category {
    CategoryId id;
    std::string name;
    std::string emoji;

    bool operator==(const Category&) const = default;
};

struct Product {
    ProductId id;
    CategoryId category;
    std::string name;
    std::string description;
    Minor price_minor = 0;
    std::optional<Minor> was_minor;  // Struck-through former price, above price_minor.
    std::string emoji;               // Shown until, or instead of, a picture.
    std::string picture_url;         // https or relative to the shop file; empty when there is none.
    std::vector<GroupId> groups;     // In the order in which they are asked.
    std::vector<std::string> allergens;
    std::vector<std::string> tags;  // Free words: "spicy", "vegan", "new".
    std::optional<int> stock;       // Pieces left when the file was written; none: not counted.
    int max_per_order = kMaxPerLine;
    int prep_minutes = 0;  // Kitchen time of one piece, 0..240.
    bool featured = false;
    bool sold_out = false;

    bool operator==(const Product&) const = default;
};

// Open from from_minute to to_minute of the weekday, shop time. to_minute may pass midnight, up to 2,880.
struct OpeningRange {
    int weekday = 0;      // 0 = Monday.
    int from_minute = 0;  // 0..1439.
    int to_minute = 0;    // from_minute + 1 .. from_minute + 1440.

    bool operator==(const OpeningRange&) const = default;
};

struct Zone {
    ZoneId id;
    std::string name;
    Minor fee_minor = 0;
    std::optional<Minor> free_from_minor;  // No fee from this subtotal on, measured after line promotions.
    Minor minimum_minor = 0;               // Smallest subtotal that is delivered, measured likewise.
    int travel_minutes = 0;

    bool operator==(const Zone&) const = default;
};

enum class PromotionTarget : std::uint8_t { Order, Category, Product, Delivery };

// What is taken off, and when. Exactly one of percent_bp and amount_minor is set. For Category and Product, amount_minor is
// taken off each piece. Promotions apply in the file's order: Product and Category, then Order, then Delivery; a line
// takes the best single one of the first two kinds, the others add up, each taking from what the ones before it left.
struct Promotion {
    PromotionId id;
    std::string name;
    std::string code;  // Empty: applies by itself. Compared folded and trimmed.
    PromotionTarget target = PromotionTarget::Order;
    CategoryId category;  // For Category.
    ProductId product;    // For Product.
    int percent_bp = 0;   // Basis points, 1..10,000.
    Minor amount_minor = 0;
    Minor minimum_minor = 0;               // Smallest subtotal, before any discount, for which it applies.
    std::vector<OpeningRange> hours;       // Empty: always.
    std::optional<Fulfilment> fulfilment;  // Only for this way of getting the order.

    bool operator==(const Promotion&) const = default;
};

struct Tips {
    std::vector<int> percents;  // Offered, ascending; empty: no tips asked for.

    bool operator==(const Tips&) const = default;
};

// A shop without a server runs its own side in the app; its kitchen and courier follow a clock that may run faster.
struct DemoKitchen {
    int minute_ms = 60'000;  // Real milliseconds that one kitchen minute takes, 50..60,000.

    bool operator==(const DemoKitchen&) const = default;
};

// Begins the name of an endpoint on Telegram's own servers (core.telegram.org/bots/webapps#serverless).
inline constexpr std::string_view kServerless = "serverless:";

struct Place {  // Degrees.
    double latitude = 0;
    double longitude = 0;
    bool operator==(const Place&) const = default;
};

struct Catalogue {
    std::string name;
    std::string tagline;
    std::string emoji;
    std::string address;
    std::string phone;
    std::string bot;                // Telegram bot name without @, for "Open in Telegram"; may be empty.
    Place location;                 // 0° 0°: not told.
    std::string support;            // Telegram name without @ of whom customers write to; may be empty.
    std::string badge_emoji;        // Id of the custom emoji that a winner may wear, digits; may be empty.
    std::string story_picture;      // https URL of the picture under a shared round; may be empty.
    std::string cashier;            // https URL or kServerless and a name, makes invoices; empty: paid on the spot.
    bool prepares_message = false;  // The cashier's bot prepares messages for customers to share.
    bool prepares_chat = false;     // Likewise questions which group to order in.
    bool inline_mode = false;       // The bot answers an inline query with the link of the start parameter in it.
    std::string language;           // BCP 47 tag of the names in the file.
    Currency currency;
    int utc_offset_minutes = 0;       // The shop's wall clock.
    std::vector<OpeningRange> hours;  // Empty: always open.
    bool pickup = true;
    bool delivery = false;  // Then zones is not empty.
    std::vector<Zone> zones;
    Tips tips;
    Minor packing_fee_minor = 0;  // Once an order.
    int accept_minutes = 2;       // Kitchen minutes until an order is accepted.
    int base_prep_minutes = 10;   // On top of the slowest product.
    int cancel_minutes = 3;       // Kitchen minutes for which a customer may cancel.
    DemoKitchen demo;
    std::vector<Category> categories;
    std::vector<OptionGroup> groups;
    std::vector<Product> products;
    std::vector<Promotion> promotions;

    bool operator==(const Catalogue&) const = default;
};

// Null when there is none with that id. The pointer lives as long as the catalogue.
[[nodiscard]] const Product* find(const Catalogue& catalogue, const ProductId& id);
[[nodiscard]] const Category* find(const Catalogue& catalogue, const CategoryId& id);
[[nodiscard]] const OptionGroup* find(const Catalogue& catalogue, const GroupId& id);
[[nodiscard]] const Zone* find(const Catalogue& catalogue, const ZoneId& id);
[[nodiscard]] const Promotion* find(const Catalogue& catalogue, const PromotionId& id);
[[nodiscard]] const Option* find(const OptionGroup& group, const OptionId& id);

// Products whose name, description, category name or tags contain every word of the query (folded, any order); better
// matches (name starts with it) first, ties in the file's order. An empty query finds nothing.
[[nodiscard]] std::vector<ProductId> search(const Catalogue& catalogue, std::string_view query);

}  // namespace kiosk::shop
