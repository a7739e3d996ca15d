#include <gtest/gtest.h>

#include "orders/order.h"

namespace kiosk::orders {
namespace {

using shop::Fulfilment;

const Contact kFine = {"Ada", "+44 20 7946 0000", "12 Mill Lane", ""};

Status with_phone(const char* phone) {
    Contact contact = kFine;
    contact.phone = phone;
    return check_contact(contact, Fulfilment::Delivery);
}

Status missing(const char* field) {
    return Error{ErrorCode::MissingContact, field};
}

TEST(Contact, CompleteOneIsFine) {
    EXPECT_EQ(check_contact(kFine, Fulfilment::Delivery), Status(Done{}));
}

TEST(Contact, NamesTheFirstFieldThatIsMissing) {
    Contact blank = kFine;
    blank.name = " \u00a0";
    Contact no_address = kFine;
    no_address.address = "\n";
    const std::vector<Status> answers = {
        check_contact({}, Fulfilment::Delivery),
        check_contact(blank, Fulfilment::Pickup),
        check_contact({"Ada", "", "", ""}, Fulfilment::Pickup),
        check_contact(no_address, Fulfilment::Delivery),
        check_contact(no_address, Fulfilment::Pickup),
    };
    EXPECT_EQ(answers,
              (std::vector<Status>{missing("name"), missing("name"), missing("phone"), missing("address"), Done{}}));
}

TEST(Contact, TakesPhonesAsPeopleWriteThem) {
    for (const char* phone : {"12345", "+1 (555) 010-9999", "8.800.555.35.35", " 020/7946\u2011000 ", "٠١٢٣٤٥٦٧٨٩",
                              "\uff0b49 30\u00a0123456", "123456789012345"}) {
        EXPECT_EQ(with_phone(phone), Status(Done{})) << phone;
    }
}

TEST(Contact, RefusesWhatCannotBeDialled) {
    for (const char* phone :
         {"1234", "1234567890123456", "call me", "123+456", "555-BURGER", "++12345", "-----", "12345;"}) {
        EXPECT_EQ(with_phone(phone), missing("phone")) << phone;
    }
}

TEST(Contact, RefusesTextsThatAreTooLong) {
    Contact long_name = kFine;
    long_name.name = std::string(kMaxName + 1, 'a');
    Contact long_address = kFine;
    long_address.address = std::string(kMaxAddress + 1, 'a');
    Contact wide_name = kFine;
    wide_name.name.clear();
    for (std::size_t i = 0; i < kMaxName; ++i) wide_name.name += "ё";
    const std::vector<Status> answers = {check_contact(long_name, Fulfilment::Pickup),
                                         check_contact(long_address, Fulfilment::Delivery),
                                         check_contact(wide_name, Fulfilment::Delivery)};
    EXPECT_EQ(answers, (std::vector<Status>{missing("name"), missing("address"), Done{}}));
}

}  // namespace
}  // namespace kiosk::orders
