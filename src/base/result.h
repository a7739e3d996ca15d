#pragma once
// Result<T>: a value or an expected refusal. Spelled like std::expected so that it can become one. Reading the wrong side is a
// programmer error and aborts.

#include <string>
#include <string_view>
#include <utility>
#include <variant>

#include "base/check.h"

namespace kiosk {

// Stable names of refusals; texts for people are looked up by them, per language ("error.<name>").
enum class ErrorCode : unsigned char {
    BadInput,
    NotFound,
    SoldOut,
    LimitReached,
    OptionRule,
    ShopClosed,
    BelowMinimum,
    OutsideZone,
    PriceChanged,
    EmptyCart,
    MissingContact,
    TransitionNotAllowed,
    KeyReused,
    Unsupported,
    TimedOut,
    Corrupt,
    Storage,
};

// The code's stable name, "sold_out".
[[nodiscard]] std::string_view name_of(ErrorCode code);

struct Error {
    ErrorCode code = ErrorCode::BadInput;
    std::string detail;  // For developers and for {detail} in texts; never a whole sentence for users.

    bool operator==(const Error&) const = default;
};

template <typename T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT(google-explicit-constructor)
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool has_value() const { return state_.index() == 0; }
    explicit operator bool() const { return has_value(); }

    [[nodiscard]] const T& value() const& {
        KIOSK_CHECK(has_value());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T& value() & {
        KIOSK_CHECK(has_value());
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T&& value() && {
        KIOSK_CHECK(has_value());
        return std::move(*std::get_if<0>(&state_));
    }
    [[nodiscard]] const T& operator*() const& { return value(); }
    [[nodiscard]] T& operator*() & { return value(); }
    [[nodiscard]] T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    [[nodiscard]] const Error& error() const {
        KIOSK_CHECK(!has_value());
        return *std::get_if<1>(&state_);
    }

    bool operator==(const Result&) const = default;

private:
    std::variant<T, Error> state_;
};

struct Done {
    bool operator==(const Done&) const = default;
};
using Status = Result<Done>;

}  // namespace kiosk
