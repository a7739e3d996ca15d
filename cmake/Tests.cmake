# GoogleTest programs, one a top folder of tests/, and the script that guards
# the arrows. ctest counts single cases. Golden tests run in other builds too,
# so they link no more than the layers whose results must not differ.

find_package(GTest REQUIRED)
find_program(KIOSK_NODE node REQUIRED)
include(GoogleTest)

# No RTTI here either: a test may derive from a layer's interface, whose
# typeinfo doesn't exist. Undefined behaviour is looked for in the layers
# only: in the tests' own code it would take half of their compile time.
add_library(kiosk_test_base INTERFACE)
target_compile_options(kiosk_test_base INTERFACE -fno-rtti $<$<BOOL:${KIOSK_SANITIZE}>:-fno-sanitize=undefined>)
target_compile_definitions(kiosk_test_base INTERFACE KIOSK_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
target_include_directories(kiosk_test_base INTERFACE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests)
target_link_libraries(kiosk_test_base INTERFACE kiosk_warnings kiosk_json GTest::gtest)

file(GLOB_RECURSE support_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/support/*.cpp)
add_library(kiosk_test_support STATIC ${support_sources})
target_link_libraries(kiosk_test_support PUBLIC kiosk_test_base ${KIOSK_LAYERS} imgui)

foreach(area unit flow golden ui contract server)
  file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/${area}/*_test.cpp)
  if(NOT sources)
    continue()
  endif()
  set(program kiosk_${area}_tests)
  add_executable(${program} ${sources})
  target_link_libraries(${program} PRIVATE kiosk_test_base GTest::gtest_main)
  if(area STREQUAL "golden")
    target_link_libraries(${program} PRIVATE kiosk_games kiosk_wire)
  else()
    target_link_libraries(${program} PRIVATE kiosk_test_support)
  endif()
  gtest_discover_tests(${program}
    TEST_PREFIX ${area}.
    NO_PRETTY_VALUES
    DISCOVERY_TIMEOUT 60
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR}
    PROPERTIES LABELS ${area} TIMEOUT 120)
endforeach()

add_test(NAME layers.arrows COMMAND ${KIOSK_NODE} ${PROJECT_SOURCE_DIR}/tests/layers/check.mjs)
add_test(NAME layers.planted_violations COMMAND ${KIOSK_NODE} --test ${PROJECT_SOURCE_DIR}/tests/layers/check.test.mjs)
set_tests_properties(layers.arrows layers.planted_violations PROPERTIES LABELS layers)
