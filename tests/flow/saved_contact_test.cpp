#include <gtest/gtest.h>

#include "support/client_story.h"

namespace kiosk::tests {
namespace {

using telegram::Method;
using telegram::Outcome;

constexpr const char* kSaved = R"(["{\"name\":\"Ada\",\"phone\":\"+44 20 7946 0001\",\"address\":\"1 Street\"}",null])";
const orders::Contact kAda{"Ada", "+44 20 7946 0001", "1 Street", ""};
const app::AskClient kTap{app::Gift::FillSaved, {}};

// A customer whose contact is in the safe of another installation.
Story& open_with_restorable(Story& story) {
    story.open(in_client("9.0"));
    return story.send(answered(story, Method::SecureGetItem, "[null,true]")).forget();
}

Story& order_and_hear(Story& story) {
    story.send(app::PlaceOrder{});
    const app::SubmitOrder submitted = *find_submission(story);
    return story.forget().send(app::OrderAccepted{submitted.request, order_of(submitted)});
}

}  // namespace

TEST(SavedContact, GoesIntoTheSafeWithAnOrder) {
    Story story;
    fill_checkout(story.open(in_client("9.0"))).send(app::EditContact{app::ContactField::Comment, "Ring twice"});

    order_and_hear(story);

    const telegram::Call call = telegram::call(Method::SecureSetItem, "kiosk_contact",
                                               R"({"name":"Ada","phone":"+44 20 7946 0001","address":"","comment":""})");
    EXPECT_EQ(story.effects(), (app::Effects{app::CallTelegram{request_of(story, Method::SecureSetItem), call}}));
}

TEST(SavedContact, StaysWhenAnOrderBringsNone) {
    Story story;
    app::Started start = in_client("9.0");
    start.telegram.start_param = "t_4";
    story.open(start).send(app::QuickAdd{{"classic"}}, app::SetFulfilment{shop::Fulfilment::Pickup},
                           app::EditContact{app::ContactField::Name, "Ada"});

    order_and_hear(story);

    EXPECT_EQ(called(story), std::vector<Method>{});
}

TEST(SavedContact, IsNoMatterToAnOlderClient) {
    Story story;
    fill_checkout(story.open(in_client("8.0")));
    const app::RequestId asked = request_of(story, Method::SecureGetItem);

    order_and_hear(story).send(kTap);

    EXPECT_EQ(asked, 0U);
    EXPECT_EQ(called(story), std::vector<Method>{});
}

TEST(SavedContact, FillsAnEmptyForm) {
    Story story;
    story.open(in_client("9.0"));
    const app::TelegramAnswered saved = answered(story, Method::SecureGetItem, kSaved);
    app::TelegramAnswered other = saved;
    other.outcome.values = R"(["{\"address\":\"2 Street\"}",true])";

    story.send(saved, app::EditContact{app::ContactField::Address, ""}, other);

    EXPECT_EQ(story.model().checkout.contact, (orders::Contact{"Ada", "+44 20 7946 0001", "", ""}));
    EXPECT_FALSE(app::can_give(story.model(), app::Gift::FillSaved));
}

TEST(SavedContact, LeavesWhatWasTypedMeanwhile) {
    Story story;
    story.open(in_client("9.0")).send(app::EditContact{app::ContactField::Phone, "12345"});

    story.send(answered(story, Method::SecureGetItem, kSaved));

    EXPECT_EQ(story.model().checkout.contact, (orders::Contact{"Ada", "12345", "1 Street", ""}));
}

TEST(SavedContact, IsNotAskedForWhenTheFormIsFilled) {
    Story first;
    first.open().send(app::EditContact{app::ContactField::Address, "2 Street"});
    Story second;

    second.open(in_client("9.0", first.saved()));

    EXPECT_EQ(request_of(second, Method::SecureGetItem), 0U);
}

TEST(SavedContact, ThatIsGarbageFillsNothing) {
    for (const char* values : {"[]", "{}", "null", "[null,null]", R"([null,"true"])", R"([{"phone":"12345"},null])",
                               R"(["no JSON",true])", R"(["[]",null])", R"(["{\"phone\":5,\"address\":{}}",null])",
                               R"(["{\"phone\":\"1\\n2\",\"address\":\"\\u0007\"}"])", R"(["{\"address\":\"\u007f\"}"])"}) {
        Story story;
        story.open(in_client("9.0"));
        story.send(answered(story, Method::SecureGetItem, values));
        EXPECT_EQ(story.model().checkout.contact, orders::Contact{}) << values;
        EXPECT_FALSE(app::can_give(story.model(), app::Gift::FillSaved)) << values;
    }
}

TEST(SavedContact, IsBoundedAsTypedWordsAre) {
    const std::string endless(5'000, 'x');
    Story typed;
    typed.open().send(app::EditContact{app::ContactField::Name, endless},
                      app::EditContact{app::ContactField::Phone, endless},
                      app::EditContact{app::ContactField::Address, endless});
    Story story;
    story.open(in_client("9.0"));

    const std::string field = R"(\":\")" + endless + R"(\")";
    const std::string values = R"(["{\"name)" + field + R"(,\"phone)" + field + R"(,\"address)" + field + R"(}"])";
    story.send(answered(story, Method::SecureGetItem, values.c_str()));

    EXPECT_EQ(story.model().checkout.contact, typed.model().checkout.contact);
    EXPECT_EQ(story.model().checkout.contact.address.size(), 300U);
}

TEST(SavedContact, IsRestoredOnlyWhenTheCustomerSaysSo) {
    Story story;
    open_with_restorable(story).send(app::QuickAdd{{"cola"}}, open_page(app::Screen::Cart),
                                     open_page(app::Screen::Checkout));
    const app::Effects before = story.effects();
    const bool was_offered = app::can_give(story.model(), app::Gift::FillSaved);

    story.send(kTap, kTap);
    const app::Effects asked = story.effects();
    const app::RequestId request = request_of(story, Method::SecureRestoreItem);
    story.send(answered(story, Method::SecureRestoreItem, kSaved));

    EXPECT_EQ(before, app::Effects{});
    EXPECT_TRUE(was_offered);
    EXPECT_EQ(asked, (app::Effects{app::CallTelegram{request, telegram::call(Method::SecureRestoreItem, "kiosk_contact")}}));
    EXPECT_EQ(story.model().checkout.contact, kAda);
    EXPECT_EQ(story.last_haptic(), app::Haptic::Kind::Success);
    EXPECT_FALSE(app::can_give(story.model(), app::Gift::FillSaved));
}

TEST(SavedContact, IsNotOfferedAgainWhenItIsRefused) {
    for (const Outcome& outcome :
         {Outcome{Outcome::Kind::Refused, "[]", "RESTORE_CANCELLED"}, Outcome{Outcome::Kind::TimedOut, "[]", {}},
          Outcome{Outcome::Kind::Values, "[]", {}}, Outcome{Outcome::Kind::Values, "[null,true]", {}}}) {
        Story story;
        open_with_restorable(story).send(kTap);
        story.send(app::TelegramAnswered{request_of(story, Method::SecureRestoreItem), outcome});
        EXPECT_EQ(story.model().checkout.contact, orders::Contact{});
        EXPECT_FALSE(app::can_give(story.model(), app::Gift::FillSaved));
        EXPECT_EQ(story.notices(), std::vector<std::string>{});
    }
}

TEST(SavedContact, IsNotOfferedToWhoHasTypedIt) {
    Story story;
    open_with_restorable(story).send(app::EditContact{app::ContactField::Phone, "12345"});
    const bool half = app::can_give(story.model(), app::Gift::FillSaved);

    story.send(app::EditContact{app::ContactField::Address, "2 Street"});

    EXPECT_TRUE(half);
    EXPECT_FALSE(app::can_give(story.model(), app::Gift::FillSaved));
}

TEST(SavedContact, ThatIsNewerIsNotExchangedForTheOneOfBefore) {
    Story story;
    order_and_hear(fill_checkout(open_with_restorable(story)));
    story.send(app::EditContact{app::ContactField::Phone, ""});

    EXPECT_FALSE(app::can_give(story.model(), app::Gift::FillSaved));
}

}  // namespace kiosk::tests
