#include "app/routes.h"

#include <gtest/gtest.h>

namespace kiosk::app {

TEST(Routes, EveryScreenHasANameThatReadsBack) {
    for (int i = 0; i <= static_cast<int>(Screen::Settings); ++i) {
        for (const char* id : {"", "a", "a:b"}) {
            const Page page{static_cast<Screen>(i), id};
            Page read;

            EXPECT_TRUE(parse_page(to_text(page), read));
            EXPECT_EQ(read, page);
        }
    }
    EXPECT_EQ(to_text({Screen::Product, "classic"}), "product:classic");
}

TEST(Routes, UnknownTextIsNoPage) {
    for (const char* text : {"", ":", "product:", "shop", "Home", "home ", "cart:"}) {
        Page page;

        EXPECT_FALSE(parse_page(text, page)) << text;
    }
}

}  // namespace kiosk::app
