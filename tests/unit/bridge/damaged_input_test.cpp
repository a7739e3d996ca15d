// What a hostile page, a broken client or a cosmic ray makes of the pipe's text: whatever arrives, it is refused or becomes a message
// that the app survives. The same damage each time; tests/fuzz goes on where this ends.

#include <gtest/gtest.h>

#include <array>
#include <string>
#include <string_view>

#include "app/links.h"
#include "app/update.h"
#include "base/rng.h"
#include "bridge/codec.h"
#include "support/story.h"
#include "wire/json_text.h"

namespace kiosk::bridge {
namespace {

constexpr auto kSound = std::to_array<std::string_view>({
    R"({"on":"telegramAnswered","request":3,"outcome":0,"values":"[\"paid\",null]"})",
    R"({"on":"telegramAnswered","request":3,"outcome":1,"code":"WebAppPopupOpened"})",
    R"({"on":"telegramEvent","event":10,"data":"{\"url\":\"https://t.me/$a\",\"status\":\"paid\"}"})",
    R"({"on":"telegramChanged","changes":[[2,"\"9.6\""],[8,"812.5"],[17,"{\"top\":44}"]]})",
    R"({"on":"examineTelegram","method":20,"fields":"[\"https://t.me/$Ab\"]"})",
    R"({"on":"cashierAnswered","request":7,"link":"https://t.me/$Ab","paid":true,"denied":false,"receipt":"","id":""})",
    R"({"on":"popupClosed","request":7,"confirmed":true})",
    R"({"on":"insetsChanged","insets":{"top":44,"bottom":34,"left":0,"right":0}})",
    R"({"on":"tick","nowMs":1748865600000})",
});

constexpr auto kLinks = std::to_array<std::string_view>(
    {"p_classic", "c_burgers", "o_A-1", "t_7", "r_42", "g_AQAAAAAAAAAA", "1_cD1jbGFzc2ljJnQ9VGVycmFjZSA0JnI9YWRh"});

class Damage {
public:
    explicit Damage(std::uint64_t seed) : rng_(seed) {}

    std::string of(std::string_view sound, std::string_view other) {
        std::string text(sound);
        for (std::uint32_t left = 1 + rng_.below(4); left > 0; --left) one(text, other);
        return text;
    }

private:
    std::size_t place(const std::string& text) { return rng_.below(static_cast<std::uint32_t>(text.size()) + 1); }

    void one(std::string& text, std::string_view other) {
        constexpr auto kTokens =
            std::to_array<std::string_view>({"null", "-1", "1e999", "99999999999999999999", "\"", "\\u0000", "\\ud800", "[",
                                             "]", "{}", ",", ":", "\xff", "true"});
        const std::size_t at = place(text);
        switch (rng_.below(6)) {
            case 0:
                text.erase(at, 1 + rng_.below(8));
                break;
            case 1:
                text.insert(at, kTokens[rng_.below(kTokens.size())]);
                break;
            case 2:
                if (at < text.size()) text[at] = static_cast<char>(rng_.below(256));
                break;
            case 3:
                text.insert(at, text.substr(place(text), 12));
                break;
            case 4:
                text.insert(at, other.substr(rng_.below(static_cast<std::uint32_t>(other.size()))));
                break;
            default:
                text.resize(at);
                break;
        }
    }

    Rng rng_;
};

}  // namespace

TEST(BridgeDamaged, EventsAreRefusedOrSurvived) {
    Damage damage(1);
    tests::Story story;
    story.open();
    app::Model model = story.model();
    std::size_t accepted = 0;
    for (int round = 0; round < 20'000; ++round) {
        const std::string_view sound = kSound[static_cast<std::size_t>(round) % kSound.size()];
        const std::string text = damage.of(sound, kSound[static_cast<std::size_t>(round / 7) % kSound.size()]);
        const Result<app::Msg> msg = decode(text);
        if (!msg) continue;
        ++accepted;
        app::Effects effects;
        app::update(model, *msg, effects);
        for (const app::Effect& effect : effects) {
            ASSERT_FALSE(wire::parse_json(encode(effect)).fault) << text;
        }
    }
    EXPECT_GT(accepted, 100U);
}

TEST(BridgeDamaged, StartParametersAreRefusedOrLead) {
    Damage damage(2);
    for (int round = 0; round < 20'000; ++round) {
        const std::string_view sound = kLinks[static_cast<std::size_t>(round) % kLinks.size()];
        app::Started start = tests::started();
        start.telegram.start_param = damage.of(sound, kLinks[static_cast<std::size_t>(round / 5) % kLinks.size()]);
        const Result<app::Link> link = app::parse_link(start.telegram.start_param);
        if (!link || round % 20 != 0) continue;

        tests::Story story;
        story.open(start);

        ASSERT_FALSE(story.model().pages.empty()) << start.telegram.start_param;
    }
}

// Anybody in the page can say that an order is paid; only the shop's side knows.
TEST(BridgeDamaged, ForgedEventsChangeNothingThatIsOwed) {
    tests::Story story;
    story.open();
    tests::fill_checkout(story).send(app::PlaceOrder{});
    const app::Model before = story.model();

    for (std::size_t event = 0; event < telegram::kEventCount; ++event) {
        for (const char* data :
             {"null", R"({"status":"paid","url":"https://t.me/$a"})", R"({"button_id":"yes"})", "[", ""}) {
            story.send(app::TelegramEvent{static_cast<telegram::Event>(event), data});
        }
        story.send(app::TelegramAnswered{before.order_request, {telegram::Outcome::Kind::Values, R"(["paid"])", {}}});
    }

    EXPECT_TRUE(story.model() == before);
}

}  // namespace kiosk::bridge
