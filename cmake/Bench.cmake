# Google Benchmark over the rules, when the library is here.

find_package(benchmark QUIET)
file(GLOB bench_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/bench/*_bench.cpp)
if(bench_sources AND benchmark_FOUND)
  add_executable(kiosk_bench ${bench_sources})
  target_compile_definitions(kiosk_bench PRIVATE KIOSK_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  target_compile_options(kiosk_bench PRIVATE -fno-rtti)
  target_link_libraries(kiosk_bench PRIVATE
    kiosk_warnings ${KIOSK_LAYERS} kiosk_json imgui benchmark::benchmark_main)
endif()
