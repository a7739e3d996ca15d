#include "app/links.h"

#include <gtest/gtest.h>

#include "base/base64url.h"
#include "base/rng.h"
#include "games/replay.h"

namespace kiosk::app {
namespace {

games::RecordedRun short_run() {
    games::RecordedRun run(41);
    games::step(run, games::kTap);
    for (int i = 0; i < 400; ++i) games::step(run, i % 60 == 59 ? games::kTap : std::uint8_t{0});
    return run;
}

std::string packed(const std::string& fields) {
    return "1_" + to_base64url(fields);
}

Link to_page(Screen screen, std::string id) {
    Link link;
    link.page = Page{screen, std::move(id)};
    return link;
}

TEST(Links, OneWishIsWrittenPlainly) {
    const games::RecordedRun run = short_run();
    Link challenge = to_page(Screen::Game, {});
    challenge.challenge = Challenge{41, run.stack.score};

    EXPECT_EQ(parse_link("p_classic"), to_page(Screen::Product, "classic"));
    EXPECT_EQ(parse_link("c_drinks"), to_page(Screen::Home, "drinks"));
    EXPECT_EQ(parse_link("o_A-17"), to_page(Screen::Tracking, "A-17"));
    EXPECT_EQ(parse_link("game"), to_page(Screen::Game, {}));
    EXPECT_EQ(parse_link("t_12"), (Link{{}, "12", {}, {}}));
    EXPECT_EQ(parse_link(referral_link("ada_1")), (Link{{}, {}, "ada_1", {}}));
    EXPECT_EQ(parse_link(challenge_link(games::encode_text(run.replay))), challenge);
}

TEST(Links, SeveralWishesGoTogether) {
    Link all = to_page(Screen::Product, "classic");
    all.table = "Terrasse 4 (Süd)";
    all.referrer = "ada";

    EXPECT_EQ(parse_link(packed("p=classic&t= Terrasse 4 (Süd) &r=ada")), all);
    EXPECT_EQ(parse_link(packed("r=ada&z=later versions know&p=classic&t=Terrasse 4 (Süd)&")), all);
}

TEST(Links, WhatIsNoLinkIsRefused) {
    const std::string too_long(kMaxStartParam, 'a');
    const std::string long_table = packed("t=" + std::string(21, 'x'));
    for (const std::string& text : {std::string(),
                                    std::string("p"),
                                    std::string("p_"),
                                    std::string("P_classic"),
                                    std::string("games"),
                                    std::string("x_1"),
                                    std::string("p-classic"),
                                    std::string("2_abc"),
                                    std::string("1_!"),
                                    packed("classic"),
                                    packed("p="),
                                    packed("=p"),
                                    packed("t=1\n2"),
                                    packed("t=\xff"),
                                    packed("r=a b"),
                                    "r_" + std::string(65, 'a'),
                                    long_table,
                                    "p_" + too_long,
                                    std::string("g_AAAA"),
                                    std::string("g_")}) {
        EXPECT_FALSE(parse_link(text).has_value()) << text;
    }
}

TEST(Links, AFriendsScoreCannotBeMadeUp) {
    games::RecordedRun run = short_run();
    run.replay.taps.push_back(run.replay.ticks + 1);
    run.replay.ticks += 40;
    run.replay.taps.push_back(run.replay.taps.back() + 1);

    const Result<Link> link = parse_link(challenge_link(games::encode_text(run.replay)));

    EXPECT_FALSE(link.has_value());
}

TEST(Links, ARoundTooLongForALinkStillLeadsToTheGame) {
    EXPECT_EQ(challenge_link(std::string(510, 'a')).size(), 512U);
    EXPECT_EQ(challenge_link(std::string(511, 'a')), "game");
}

TEST(Links, DamagedOnesAreReadOrRefusedAndNeverMore) {
    constexpr std::string_view kLetters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";
    const std::string whole = packed("p=classic&t=Terrace&r=ada&g=" + games::encode_text(short_run().replay));
    Rng rng(7);
    for (int round = 0; round < 3'000; ++round) {
        std::string damaged = whole;
        for (std::uint32_t i = rng.below(4) + 1; i > 0; --i) {
            damaged[rng.below(static_cast<std::uint32_t>(damaged.size()))] = kLetters[rng.below(64)];
        }
        const Result<Link> link = parse_link(damaged);
        if (!link) continue;
        EXPECT_LE(link->referrer.size(), 64U);
        EXPECT_LE(link->table.size(), 80U);
        EXPECT_TRUE(!link->challenge || link->challenge->score >= 0);
    }
}

}  // namespace
}  // namespace kiosk::app
