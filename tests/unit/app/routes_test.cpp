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

TEST(Routes, StartParametersNameAPage) {
    EXPECT_EQ(page_of_start_param("p_classic"), (Page{Screen::Product, "classic"}));
    EXPECT_EQ(page_of_start_param("c_drinks"), (Page{Screen::Home, "drinks"}));
    EXPECT_EQ(page_of_start_param("o_A-17"), (Page{Screen::Tracking, "A-17"}));
    EXPECT_EQ(page_of_start_param("game"), (Page{Screen::Game, ""}));
    for (const char* text : {"", "p", "p_", "P_classic", "games", "x_1", "p-classic"}) {
        EXPECT_EQ(page_of_start_param(text), std::nullopt) << text;
    }
}

}  // namespace kiosk::app
