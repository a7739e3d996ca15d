#pragma once
// Dear ImGui, cut down to what the kit stands on: draw lists and the dynamic font atlas. Fonts come from the
// platform's text port, widgets from the kit, clipboard and files from nowhere. Included by imgui.h through
// IMGUI_USER_CONFIG, so it must be the same for every translation unit.

#include <cstdio>

#include "base/check.h"

// Over a thousand checks with their texts are 30 KB of the program: they run in every build but the shipped one.
#ifdef NDEBUG
#define IM_ASSERT(condition) static_cast<void>(0)
#else
#define IM_ASSERT(condition) KIOSK_CHECK(condition)
#endif
#define IM_DEBUG_BREAK() KIOSK_CHECK(false)

// Settings files are never read, and no text is formatted by Dear ImGui: without these two, printf and scanf of floating
// point stay out of the program.
#define IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
#define sscanf(...) 0

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
// "Another rasteriser", which leaves stb_truetype out; kit/fonts.cpp is it.
#define IMGUI_ENABLE_FREETYPE
#define IMGUI_USE_WCHAR32

#define ImDrawIdx unsigned short
