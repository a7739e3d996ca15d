#include "ui/texts.h"

#include <algorithm>

namespace kiosk::ui {

namespace {

constexpr int kMaxDepth = 6;

std::string_view name_of(Plural category) {
    switch (category) {
        case Plural::Zero:
            return "zero";
        case Plural::One:
            return "one";
        case Plural::Two:
            return "two";
        case Plural::Few:
            return "few";
        case Plural::Many:
            return "many";
        case Plural::Other:
            return "other";
    }
    return "other";
}

bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

class Formatter {
public:
    Formatter(std::string_view message, Args args, IntlPort& intl, std::string& out)
        : message_(message), args_(args), intl_(intl), out_(out) {}

    // False: malformed; what was appended until then is worthless.
    bool run() {
        text(false, nullptr);
        return ok_ && at_ == message_.size();
    }

private:
    [[nodiscard]] bool done() const { return !ok_ || at_ >= message_.size(); }
    [[nodiscard]] char peek() const { return message_[at_]; }

    // Until the end, or the brace that closes the branch.
    void text(bool in_branch, const Arg* count) {
        while (!done()) {
            const char c = peek();
            if (c == '\'') {
                quoted();
            } else if (c == '{') {
                argument();
            } else if (c == '}') {
                ok_ = ok_ && in_branch;
                return;
            } else {
                ++at_;
                if (c == '#' && count != nullptr) {
                    out_ += intl_.number(count->number);
                } else {
                    out_ += c;
                }
            }
        }
        ok_ = ok_ && !in_branch;
    }

    [[nodiscard]] bool opens_quote(std::size_t at) const {
        return at < message_.size() && (message_[at] == '{' || message_[at] == '}' || message_[at] == '#');
    }

    // '' is an apostrophe, '{...' quotes until the next one, any other apostrophe is itself.
    void quoted() {
        ++at_;
        if (!opens_quote(at_)) {
            out_ += '\'';
            if (!done() && peek() == '\'') ++at_;
            return;
        }
        while (!done() && peek() != '\'') out_ += message_[at_++];
        if (!done()) ++at_;
    }

    void blanks() {
        while (!done() && is_blank(peek())) ++at_;
    }

    std::string_view word() {
        blanks();
        const std::size_t from = at_;
        while (!done() && peek() != ',' && peek() != '{' && peek() != '}' && !is_blank(peek())) ++at_;
        const std::string_view out = message_.substr(from, at_ - from);
        blanks();
        return out;
    }

    [[nodiscard]] const Arg* find(std::string_view name) const {
        const auto at = std::find_if(args_.begin(), args_.end(), [name](const Arg& arg) { return arg.name == name; });
        return at == args_.end() ? nullptr : at;
    }

    void argument() {
        ++at_;
        const std::string_view name = word();
        const Arg* arg = find(name);
        if (done() || name.empty() || ++depth_ > kMaxDepth) {
            ok_ = false;
            return;
        }
        if (peek() == '}') {
            ++at_;
            value(arg, name);
        } else if (peek() == ',') {
            ++at_;
            choice(arg, word());
        } else {
            ok_ = false;
        }
        --depth_;
    }

    void value(const Arg* arg, std::string_view name) {
        if (arg == nullptr) {
            out_ += '{';
            out_ += name;
            out_ += '}';
        } else if (arg->is_number) {
            out_ += intl_.number(arg->number);
        } else {
            out_ += arg->text;
        }
    }

    // How well a selector fits: 3 exact, 2 category or word, 1 other, 0 not at all.
    [[nodiscard]] int fit(std::string_view selector, const Arg* arg, bool plural) const {
        if (selector == "other") return 1;
        if (arg == nullptr) return 0;
        if (!plural) return selector == arg->text ? 2 : 0;
        if (selector.substr(0, 1) == "=") {
            return selector.substr(1) == std::to_string(arg->number) ? 3 : 0;
        }
        return selector == name_of(intl_.plural(arg->number)) ? 2 : 0;
    }

    void choice(const Arg* arg, std::string_view kind) {
        const bool plural = kind == "plural";
        if ((!plural && kind != "select") || done() || peek() != ',') {
            ok_ = false;
            return;
        }
        ++at_;
        std::size_t chosen = 0;
        int best = 0;
        for (blanks(); !done() && peek() != '}'; blanks()) {
            const std::string_view selector = word();
            if (done() || peek() != '{' || selector.empty()) {
                ok_ = false;
                return;
            }
            ++at_;
            const int rank = fit(selector, arg, plural);
            if (rank > best) {
                best = rank;
                chosen = at_;
            }
            skip_branch();
        }
        if (done() || best == 0) {
            ok_ = false;
            return;
        }
        const std::size_t end = at_ + 1;
        at_ = chosen;
        text(true, plural ? arg : nullptr);
        at_ = end;
    }

    // Past the brace that closes the branch whose text begins here.
    void skip_branch() {
        for (int open = 1; !done(); ++at_) {
            if (peek() == '\'' && opens_quote(at_ + 1)) {
                const std::size_t close = message_.find('\'', at_ + 2);
                if (close == std::string_view::npos) break;
                at_ = close;
            } else if (peek() == '{') {
                ++open;
            } else if (peek() == '}' && --open == 0) {
                ++at_;
                return;
            }
        }
        ok_ = false;
    }

    std::string_view message_;
    Args args_;
    IntlPort& intl_;
    std::string& out_;
    std::size_t at_ = 0;
    int depth_ = 0;
    bool ok_ = true;
};

}  // namespace

void format_message(std::string_view message, Args args, IntlPort& intl, std::string& out) {
    const std::size_t before = out.size();
    if (Formatter(message, args, intl, out).run()) return;
    out.resize(before);
    out += message;
}

bool is_rtl_language(std::string_view bcp47) {
    const std::string_view language = bcp47.substr(0, bcp47.find('-'));
    for (const std::string_view rtl : {"ar", "fa", "he", "iw", "ur", "ps", "sd", "ug", "yi", "dv", "ckb"}) {
        if (language == rtl) return true;
    }
    return false;
}

void Texts::set(std::string language, std::vector<std::pair<std::string, std::string>> messages) {
    // Files come in order; std::sort is 5 KB of the program.
    for (auto at = messages.begin(); at != messages.end(); ++at) {
        const auto place = std::find_if(std::make_reverse_iterator(at), messages.rend(),
                                        [&](const auto& before) { return before.first <= at->first; });
        std::rotate(place.base(), at, at + 1);
    }
    messages_ = std::move(messages);
    language_ = std::move(language);
    rtl_ = is_rtl_language(language_);
    ++generation_;
    intl_.set_language(language_);
}

namespace {

const std::string* find(const std::vector<std::pair<std::string, std::string>>& messages, std::string_view key) {
    const auto at = std::lower_bound(messages.begin(), messages.end(), key,
                                     [](const auto& entry, std::string_view wanted) { return entry.first < wanted; });
    return at != messages.end() && at->first == key ? &at->second : nullptr;
}

}  // namespace

std::string_view Texts::tr(std::string_view key) const {
    const std::string* message = find(messages_, key);
    return message == nullptr ? key : std::string_view(*message);
}

std::string Texts::tr(std::string_view key, Args args) const {
    std::string out;
    format_message(tr(key), args, intl_, out);
    return out;
}

bool Texts::has(std::string_view key) const {
    return find(messages_, key) != nullptr;
}

}  // namespace kiosk::ui
