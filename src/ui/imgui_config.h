#pragma once
// Dear ImGui, cut down to what the kit stands on: context, draw lists and the dynamic font atlas. Fonts come from the
// platform's text port, widgets from the kit, clipboard and files from nowhere. Included by imgui.h through
// IMGUI_USER_CONFIG, so it must be the same for every translation unit.

#include "base/check.h"

#define IM_ASSERT(condition) KIOSK_CHECK(condition)
#define IM_DEBUG_BREAK() KIOSK_CHECK(false)

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
