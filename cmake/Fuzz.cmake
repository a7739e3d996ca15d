# libFuzzer programs, one a file of tests/fuzz/.

if(NOT CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  message(FATAL_ERROR "fuzzing needs clang: configure with -DCMAKE_CXX_COMPILER=clang++")
endif()

file(GLOB fuzz_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/fuzz/*_fuzz.cpp)
foreach(source IN LISTS fuzz_sources)
  get_filename_component(program ${source} NAME_WE)
  add_executable(${program} ${source})
  target_compile_definitions(${program} PRIVATE KIOSK_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_link_libraries(${program} PRIVATE kiosk_warnings kiosk_ship kiosk_bridge kiosk_wire kiosk_app kiosk_games kiosk_json)
  target_link_options(${program} PRIVATE -fsanitize=fuzzer)
endforeach()
