# Language level, warnings and code generation, the same wherever a layer runs.

set(CMAKE_CXX_STANDARD 20)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_CXX_SCAN_FOR_MODULES OFF)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(KIOSK_CCACHE ccache)
if(KIOSK_CCACHE AND NOT EMSCRIPTEN)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${KIOSK_CCACHE})
endif()

add_library(kiosk_warnings INTERFACE)
target_compile_options(kiosk_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Werror
  -Wconversion -Wshadow -Wold-style-cast -Wcast-align -Wformat=2
  -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Wextra-semi
)
if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # Clang counts it to -Wconversion, GCC doesn't: what compiles here must compile there.
  target_compile_options(kiosk_warnings INTERFACE -Wno-sign-conversion)
else()
  # GCC 12 reports std::string's own memcpy (bug 105651), and with sanitizers
  # members of std::optional that are never read.
  target_compile_options(kiosk_warnings INTERFACE -Wno-restrict -Wno-maybe-uninitialized)
endif()

# What ships is what is tested: no exceptions and no RTTI in the native build
# of a layer either, and no fused multiply-add, which changes golden hashes.
add_library(kiosk_ship INTERFACE)
target_compile_options(kiosk_ship INTERFACE -fno-exceptions -fno-rtti)
add_compile_options(-ffp-contract=off)

if(KIOSK_SANITIZE)
  # vptr needs RTTI, which the layers don't have.
  set(sanitizers -fsanitize=address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all)
  add_compile_options(${sanitizers} -fno-omit-frame-pointer)
  add_link_options(${sanitizers})
endif()

if(KIOSK_FUZZ)
  add_compile_options(-fsanitize=fuzzer-no-link,address,undefined -fno-sanitize=vptr -fno-sanitize-recover=all)
  add_link_options(-fsanitize=address,undefined)
endif()

if(EMSCRIPTEN)
  set(CMAKE_CXX_FLAGS_MINSIZEREL "-Oz -flto -DNDEBUG")
  set(CMAKE_CXX_FLAGS_DEBUG "-O1 -g")
endif()
