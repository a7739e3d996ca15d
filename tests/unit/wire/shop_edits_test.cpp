// The decoder's half of tests/support/shop_edits.json; tests/js/shop-schema.test.mjs is the schema's.

#include <gtest/gtest.h>

#include "support/shop_files.h"

namespace kiosk::wire {
namespace {

Json all_edits() {
    std::ifstream file(KIOSK_SOURCE_DIR "/tests/support/shop_edits.json", std::ios::binary);
    return Json::parse(file);
}

std::vector<Fault> faults_of(const Json& edit) {
    Json shop = Json::parse(burger_bar());
    const Json::json_pointer at(edit[0].get<std::string>());
    if (edit.size() == 1) {
        shop[at.parent_pointer()].erase(at.back());
    } else {
        shop[at] = edit[1];
    }
    return decode_shop(shop.dump()).problems;
}

TEST(ShopEdits, AreRefusedOrAcceptedAsListed) {
    const Json edits = all_edits();
    for (const char* list : {"refused_by_both", "refused_by_the_app"}) {
        for (const Json& edit : edits[list]) EXPECT_NE(faults_of(edit), std::vector<Fault>{}) << edit;
    }
    for (const Json& edit : edits["accepted"]) EXPECT_EQ(faults_of(edit), std::vector<Fault>{}) << edit;
}

}  // namespace
}  // namespace kiosk::wire
