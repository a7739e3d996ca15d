# Google Benchmark over the rules, when the library is here; and one frame, for callgrind to count.

find_package(benchmark QUIET)
file(GLOB bench_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/bench/*_bench.cpp)
if(bench_sources AND benchmark_FOUND)
  add_executable(kiosk_bench ${bench_sources})
  target_compile_definitions(kiosk_bench PRIVATE KIOSK_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_compile_options(kiosk_bench PRIVATE -fno-rtti)
  target_link_libraries(kiosk_bench PRIVATE
    kiosk_warnings ${KIOSK_LAYERS} kiosk_json imgui benchmark::benchmark_main)
endif()

add_executable(kiosk_frame_cost EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/tests/bench/frame_cost.cpp)
target_link_libraries(kiosk_frame_cost PRIVATE kiosk_test_support)
