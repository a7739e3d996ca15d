#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Method;

constexpr const char* kNothing = R"([""])";

// Whose cloud holds nothing yet.
Story& open_with_cloud(Story& story) {
    story.open(in_client("8.0"));
    return story.send(answered(story, Method::CloudGetItem, kNothing)).forget();
}

// So many lines, each with a note of 250 letters of two bytes.
Story& fill_cart(Story& story, int lines) {
    for (int i = 0; i < lines; ++i) {
        std::string note = std::to_string(i);
        for (int j = 0; j < 250; ++j) note += "Ж";
        story.send(open_page(app::Screen::Product, "classic"), app::SetDraftNote{note}, app::AddDraft{});
    }
    return story;
}

bool is_awake_for_cloud(const Story& story) {
    return story.model().cloud.due_ms != 0;
}

// The value that was last written to the cloud, as the client's storage will give it back.
std::string written_to_cloud(const Story& story) {
    std::string value = "[\"\"]";
    for (const app::Effect& effect : story.effects()) {
        const auto* call = std::get_if<app::CallTelegram>(&effect);
        if (call != nullptr && call->call.method == Method::CloudSetItem) {
            wire::JsonWriter list;
            list.begin_array();
            list.text(telegram::read_text(call->call.fields, "1"));
            list.end_array();
            value = list.take();
        }
    }
    return value;
}

}  // namespace

TEST(Gifts, AreOfferedOnlyWhereTheClientCanGiveThem) {
    const auto offered = [](const app::Started& start) {
        Story story;
        story.open(start);
        if (request_of(story, Method::CheckHomeScreenStatus) != 0) {
            story.send(answered(story, Method::CheckHomeScreenStatus, R"(["missed"])"));
        }
        std::string gifts;
        for (const app::Gift gift : {app::Gift::FillPhone, app::Gift::FillAddress, app::Gift::PasteCode, app::Gift::ScanCode,
                                     app::Gift::AddToHome}) {
            gifts += app::can_give(story.model(), gift) ? '+' : '-';
        }
        return gifts;
    };
    app::Started outside = on_phone("8.0");
    outside.telegram.can = {};
    app::Started deaf = on_phone("8.0");
    deaf.telegram.can.bottom_buttons = false;

    EXPECT_EQ(offered(on_phone("6.0")), "-----");
    EXPECT_EQ(offered(on_phone("6.4")), "--++-");
    EXPECT_EQ(offered(on_phone("6.10")), "+-++-");
    EXPECT_EQ(offered(on_phone("8.0")), "+++++");
    EXPECT_EQ(offered(in_client("8.0")), "+++-+") << "a camera that never answers";
    EXPECT_EQ(offered(outside), "-----");
    EXPECT_EQ(offered(deaf), "-----") << "inside a client that hears nothing";
}

TEST(Gifts, TheHomeScreenIsAskedForUntilTheAppIsThereOrCannotBe) {
    using Kind = telegram::Outcome::Kind;
    using Told = std::pair<std::vector<std::string>, bool>;  // And whether it is still offered.
    const auto tell = [](const telegram::Outcome& outcome) {
        Story story;
        story.open(on_phone("8.0")).send(answered(story, Method::CheckHomeScreenStatus, R"(["missed"])"));
        story.send(app::AskClient{app::Gift::AddToHome, {}});
        story.send(app::TelegramAnswered{request_of(story, Method::AddToHomeScreen), outcome});
        return Told{story.notices(), app::can_give(story.model(), app::Gift::AddToHome)};
    };

    EXPECT_EQ(tell({}), (Told{{}, true}));
    EXPECT_EQ(tell({Kind::Unsupported, "[]", "UNSUPPORTED"}), (Told{{"error.unsupported"}, false}));
    EXPECT_EQ(tell({Kind::Values, "[]", {}}), (Told{{"notice.added_to_home"}, false}));
}

TEST(Gifts, TheKeyboardIsHiddenByANewEnoughClient) {
    const auto told = [](const app::Started& start) {
        Story story;
        return called(story.open(start).send(app::AskClient{app::Gift::HideKeyboard, {}}));
    };

    EXPECT_EQ(told(in_client("9.1")), std::vector<Method>{Method::HideKeyboard});
    EXPECT_EQ(told(in_client("9.0")), std::vector<Method>{});
    EXPECT_EQ(told(started()), std::vector<Method>{});
}

TEST(Gifts, AGivenNumberFillsThePhone) {
    Story story;
    story.open(in_client("8.0")).send(app::AskClient{app::Gift::FillPhone, {}});

    story.send(answered(story, Method::RequestContact,
                        R"([true, {"responseUnsafe": {"contact": {"phone_number": "442079460001"}}}])"));

    EXPECT_EQ(story.model().checkout.contact.phone, "+442079460001");
    EXPECT_EQ(story.last_haptic(), app::Haptic::Kind::Success);
}

TEST(Gifts, ARefusedOrHostileNumberChangesNothing) {
    for (const char* values : {"[false]", "[true]", "[]", "{}", R"([true, {"responseUnsafe": []}])", R"([true, 5])",
                               R"([false, {"responseUnsafe": {"contact": {"phone_number": "442079460001"}}}])"}) {
        Story story;
        story.open(in_client("8.0")).send(app::AskClient{app::Gift::FillPhone, {}});
        story.send(answered(story, Method::RequestContact, values));
        EXPECT_EQ(story.model().checkout.contact.phone, "") << values;
    }
}

TEST(Gifts, AskingTwiceAsksOnceAndASilentClientCanBeAskedAgain) {
    Story story;
    story.open(in_client("8.0")).forget();
    story.send(app::AskClient{app::Gift::FillPhone, {}}, app::AskClient{app::Gift::FillPhone, {}});
    const std::size_t asked = story.effects().size();

    story.send(unanswered(story, Method::RequestContact)).forget().send(app::AskClient{app::Gift::FillPhone, {}});

    EXPECT_EQ(asked, 1U);
    EXPECT_EQ(story.effects().size(), 1U);
}

TEST(Gifts, AScannedCodeIsATableOrAPromoCode) {
    Story seated;
    seated.open(on_phone("8.0")).send(app::AskClient{app::Gift::ScanCode, "Point at it"});
    seated.send(answered(seated, Method::ShowScanQrPopup, R"(["https://t.me/corner_bot/shop?startapp=t_4&x=1"])"));
    Story saver;
    saver.open(on_phone("8.0")).send(app::QuickAdd{{"classic"}}, app::AskClient{app::Gift::ScanCode, "Point at it"});
    saver.send(answered(saver, Method::ShowScanQrPopup, R"([" WELCOME "])"));

    EXPECT_EQ(seated.model().checkout.contact.table, "4");
    EXPECT_EQ(saver.model().cart.codes, (std::vector<std::string>{"WELCOME"}));
}

TEST(Gifts, AClipboardThatCannotBeReadIsNotOfferedAgain) {
    Story story;
    story.open(in_client("8.0")).send(app::AskClient{app::Gift::PasteCode, {}});
    story.send(answered(story, Method::ReadTextFromClipboard, "[null]"));

    EXPECT_FALSE(app::can_give(story.model(), app::Gift::PasteCode));
    EXPECT_EQ(story.notices(), (std::vector<std::string>{"notice.nothing_read"}));
}

TEST(Gifts, AnotherDeviceGoesOnWithTheCartAndLosesNothing) {
    Story phone;
    phone.open(in_client("8.0"));
    phone.send(answered(phone, Method::CloudGetItem, R"([""])")).forget();
    phone.send(app::QuickAdd{{"classic"}}, app::Tick{kMondayNoon + 1'000}, app::Tick{kMondayNoon + 5'000});
    Story laptop;
    laptop.open(in_client("8.0", {}, 99)).send(app::QuickAdd{{"water"}});

    laptop.send(answered(laptop, Method::CloudGetItem, written_to_cloud(phone).c_str()));

    EXPECT_EQ(phone.model().cart.lines.size(), 1U);
    EXPECT_EQ(laptop.model().cart.lines.size(), 2U);
}

TEST(Gifts, TheCloudIsNotWrittenBeforeItWasRead) {
    Story story;
    story.open(in_client("8.0")).send(app::QuickAdd{{"classic"}}, app::Tick{kMondayNoon + 60'000});

    EXPECT_EQ(written_to_cloud(story), R"([""])");
}

TEST(Gifts, GettingAboutWritesNothingToTheCloud) {
    Story story;
    story.open(in_client("8.0"));
    story.send(answered(story, Method::CloudGetItem, R"([""])")).forget();

    story.send(open_page(app::Screen::Settings), app::GoBack{}, open_page(app::Screen::Product, "cola"), app::GoBack{});
    const std::optional<TimeMs> awake = app::next_deadline(story.model());
    story.send(app::Tick{kMondayNoon + 60'000}, app::QuickAdd{{"classic"}});

    EXPECT_EQ(written_to_cloud(story), R"([""])");
    EXPECT_TRUE(!awake || *awake > kMondayNoon + 60'000);
}

TEST(Gifts, LeavingWritesTheCloudAtOnce) {
    Story story;
    story.open(in_client("8.0"));
    story.send(answered(story, Method::CloudGetItem, R"([""])")).forget();

    story.send(app::QuickAdd{{"classic"}}, app::ActiveChanged{false});

    EXPECT_NE(written_to_cloud(story), R"([""])");
}

TEST(Gifts, WhatTheCloudDidNotTakeIsWrittenWhenTheCustomerIsBack) {
    Story story;
    open_with_cloud(story).send(app::QuickAdd{{"classic"}}, app::Tick{kMondayNoon + 5'000});
    ASSERT_NE(written_to_cloud(story), kNothing);

    story.forget().send(unanswered(story, Method::CloudSetItem), app::Tick{kMondayNoon + 60'000}, app::GoHome{});
    EXPECT_EQ(written_to_cloud(story), kNothing);
    EXPECT_FALSE(is_awake_for_cloud(story)) << "an idle app has no timers";

    story.send(app::ActiveChanged{true}, app::Tick{kMondayNoon + 65'000});
    EXPECT_NE(written_to_cloud(story), kNothing);

    story.forget().send(answered(story, Method::CloudSetItem, "[true]"), app::ActiveChanged{true},
                        app::Tick{kMondayNoon + 90'000});
    EXPECT_EQ(written_to_cloud(story), kNothing);
}

TEST(Gifts, WhatTheCloudDidNotTakeIsWrittenWithTheNextChange) {
    Story story;
    open_with_cloud(story).send(app::QuickAdd{{"classic"}}, app::Tick{kMondayNoon + 5'000});
    story.forget().send(unanswered(story, Method::CloudSetItem), app::QuickAdd{{"water"}}, app::Tick{kMondayNoon + 9'000});

    EXPECT_NE(written_to_cloud(story), kNothing);
}

TEST(Gifts, WhatWasBeingWrittenWhenTheAppWasFrozenIsWrittenAgain) {
    Story story;
    open_with_cloud(story).send(app::QuickAdd{{"classic"}}, app::ActiveChanged{false}).forget();

    story.send(app::ActiveChanged{true}, unanswered(story, Method::CloudSetItem), app::Tick{kMondayNoon + 5'000});

    EXPECT_NE(written_to_cloud(story), kNothing);
}

TEST(Gifts, ACloudThatDidNotAnswerIsReadWhenTheCustomerIsBack) {
    Story story;
    story.open(in_client("8.0"));
    story.send(unanswered(story, Method::CloudGetItem), app::Tick{kMondayNoon + 60'000}).forget();

    story.send(app::ActiveChanged{false}, app::ActiveChanged{true}, app::ActiveChanged{true});
    EXPECT_EQ(called(story), std::vector<Method>{Method::CloudGetItem});

    story.send(answered(story, Method::CloudGetItem, kNothing)).forget().send(app::ActiveChanged{true});
    EXPECT_EQ(called(story), std::vector<Method>{});
}

TEST(Gifts, TheCloudTakesCharactersNotBytes) {
    const auto lines_written = [](int lines) {
        Story story;
        fill_cart(open_with_cloud(story), lines).send(app::ActiveChanged{false});
        const auto copy = wire::decode_saved_state(telegram::read_text(written_to_cloud(story), "0"));
        return copy ? static_cast<int>(copy->cart.lines.size()) : -1;
    };

    EXPECT_EQ(lines_written(8), 8) << "2000 letters of two bytes";
    EXPECT_EQ(lines_written(16), 0) << "a cart that is too long stays here, the rest goes along";
}

TEST(Gifts, ACartThatIsTooLongForTheCloudIsNotReplacedByAnotherDevices) {
    Story phone;
    fill_cart(open_with_cloud(phone), 16).send(app::EditContact{app::ContactField::Name, "Ada"}, app::ActiveChanged{false});
    Story laptop;
    laptop.open(in_client("8.0", {}, 99));
    laptop.send(answered(laptop, Method::CloudGetItem, written_to_cloud(phone).c_str()));
    laptop.send(app::QuickAdd{{"water"}}, app::ActiveChanged{false});
    Story again;
    again.open(in_client("8.0", phone.saved()));

    again.send(answered(again, Method::CloudGetItem, written_to_cloud(laptop).c_str()));

    EXPECT_EQ(laptop.model().checkout.contact.name, "Ada");
    EXPECT_EQ(laptop.model().cart.lines.size(), 1U);
    EXPECT_EQ(again.model().cart.lines.size(), 17U);
}

TEST(Gifts, ThePhoneIsHeldUprightForTheGameOnly) {
    Story story;
    story.open(in_client("8.0")).forget().send(open_page(app::Screen::Game));
    const app::Effects entered = story.effects();
    const app::RequestId lock = request_of(story, Method::LockOrientation);
    story.forget().send(app::GoBack{});
    const app::RequestId unlock = request_of(story, Method::UnlockOrientation);

    EXPECT_EQ(entered, (app::Effects{app::CallTelegram{lock, telegram::call(Method::LockOrientation)}}));
    EXPECT_EQ(story.effects(), (app::Effects{app::CallTelegram{unlock, telegram::call(Method::UnlockOrientation)}}));
}

}  // namespace kiosk::tests
