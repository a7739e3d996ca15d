#include "base/result.h"

namespace kiosk {

std::string_view name_of(ErrorCode code) {
    switch (code) {
        case ErrorCode::BadInput:
            return "bad_input";
        case ErrorCode::NotFound:
            return "not_found";
        case ErrorCode::SoldOut:
            return "sold_out";
        case ErrorCode::LimitReached:
            return "limit_reached";
        case ErrorCode::OptionRule:
            return "option_rule";
        case ErrorCode::ShopClosed:
            return "shop_closed";
        case ErrorCode::BelowMinimum:
            return "below_minimum";
        case ErrorCode::OutsideZone:
            return "outside_zone";
        case ErrorCode::PriceChanged:
            return "price_changed";
        case ErrorCode::EmptyCart:
            return "empty_cart";
        case ErrorCode::MissingContact:
            return "missing_contact";
        case ErrorCode::TransitionNotAllowed:
            return "transition_not_allowed";
        case ErrorCode::KeyReused:
            return "key_reused";
        case ErrorCode::Unsupported:
            return "unsupported";
        case ErrorCode::TimedOut:
            return "timed_out";
        case ErrorCode::Corrupt:
            return "corrupt";
        case ErrorCode::Storage:
            return "storage";
    }
    return "bad_input";
}

}  // namespace kiosk
