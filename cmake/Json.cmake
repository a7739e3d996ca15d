# nlohmann/json, headers only. A folder with one link keeps /usr/include away
# from emcc, which must see its own C library and no other.

find_path(KIOSK_JSON_INCLUDE nlohmann/json.hpp REQUIRED NO_CMAKE_FIND_ROOT_PATH
  PATHS /usr/include /usr/local/include
  DOC "Folder that holds nlohmann/json.hpp (Debian: nlohmann-json3-dev)")
set(json_links ${PROJECT_BINARY_DIR}/include)
file(MAKE_DIRECTORY ${json_links})
file(CREATE_LINK ${KIOSK_JSON_INCLUDE}/nlohmann ${json_links}/nlohmann SYMBOLIC)

add_library(kiosk_json INTERFACE)
target_include_directories(kiosk_json SYSTEM INTERFACE ${json_links})
target_compile_definitions(kiosk_json INTERFACE
  JSON_NOEXCEPTION JSON_USE_IMPLICIT_CONVERSIONS=0 JSON_DIAGNOSTICS=0)
