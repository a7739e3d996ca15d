#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Event;
using telegram::Property;

const std::vector<app::Msg> kReadings = {
    app::TelegramEvent{Event::AccelerometerChanged},
    app::TelegramEvent{Event::DeviceOrientationChanged},
    app::TelegramEvent{Event::GyroscopeChanged},
    app::TelegramChanged{{{Property::AccelerometerX, "1"}, {Property::AccelerometerZ, "9.8"}}},
    says(Property::OrientationGamma, "0.1"),
    says(Property::GyroscopeZ, "0.1"),
};

}  // namespace

TEST(Reading, IsNeitherJournalledNorDrawn) {
    Story story;
    story.open(on_phone("8.0"));
    const app::Journal before = story.journal();

    for (const app::Msg& reading : kReadings) {
        story.send(reading);
        EXPECT_FALSE(story.was_seen());
    }

    EXPECT_EQ(story.journal().messages(), before.messages());
    EXPECT_EQ(story.model().client.number(Property::GyroscopeZ), 0.1);
}

TEST(Reading, WhateverElseAClientTellsIsJournalledAndDrawn) {
    const std::vector<app::Msg> tellings = {
        app::TelegramEvent{Event::AccelerometerStarted},
        app::TelegramChanged{{{Property::AccelerometerX, "1"}, {Property::ColorScheme, "\"dark\""}}},
        app::ActiveChanged{true},
    };
    for (const app::Msg& telling : tellings) {
        Story story;
        story.open(on_phone("8.0")).send(telling);

        EXPECT_TRUE(story.was_seen());
        EXPECT_EQ(story.journal().messages().back(), telling);
    }
}

TEST(Reading, IsDrawnWhenItOpensAPage) {
    Story story;
    story.open(on_phone("8.0")).send(app::AskClient{app::Gift::Shake, {}}, says(Property::AccelerometerX, "40"));
    story.send(app::TelegramEvent{Event::AccelerometerChanged});
    const bool first = story.was_seen();
    story.send(app::TelegramEvent{Event::AccelerometerChanged});

    EXPECT_FALSE(first);
    EXPECT_TRUE(story.was_seen());
    EXPECT_EQ(app::current_page(story.model()).screen, app::Screen::Product);
}

}  // namespace kiosk::tests
