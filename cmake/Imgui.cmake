# Dear ImGui's core from the pinned sources, without its demo.

include(${PROJECT_SOURCE_DIR}/.toolchain/paths.cmake OPTIONAL)
set(IMGUI_DIR "$ENV{IMGUI_DIR}" CACHE PATH "Dear ImGui sources")
if(NOT IMGUI_DIR)
  set(IMGUI_DIR "${KIOSK_IMGUI_DIR}")
endif()
if(NOT EXISTS "${IMGUI_DIR}/imgui.cpp")
  message(FATAL_ERROR "Dear ImGui sources not found: run ./emsdk-setup.sh, or set IMGUI_DIR")
endif()

add_library(imgui STATIC
  ${IMGUI_DIR}/imgui.cpp
  ${IMGUI_DIR}/imgui_draw.cpp
  ${IMGUI_DIR}/imgui_widgets.cpp
)
target_include_directories(imgui SYSTEM PUBLIC ${IMGUI_DIR})
target_compile_options(imgui PRIVATE -w)
set_target_properties(imgui PROPERTIES UNITY_BUILD OFF)
target_link_libraries(imgui PRIVATE kiosk_ship)

file(GLOB KIOSK_IMGUI_CONFIG CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/ui/imgui_config.h)
if(KIOSK_IMGUI_CONFIG)
  target_include_directories(imgui PUBLIC ${PROJECT_SOURCE_DIR}/src)
  target_compile_definitions(imgui PUBLIC IMGUI_USER_CONFIG="ui/imgui_config.h")
endif()
