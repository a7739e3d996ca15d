# The wasm program and, beside it, the golden hashes run by node.

# Everything JavaScript may call, in one place.
set(KIOSK_EXPORTS
  main
  kiosk_inbox
  kiosk_deliver
  kiosk_file
  kiosk_frame
  kiosk_timer
  kiosk_visible
  kiosk_motion
  kiosk_stored
  kiosk_resize
  kiosk_gl_restored
  kiosk_picture_arrived
  kiosk_pointer
  kiosk_wheel
  kiosk_key
  kiosk_activate
  kiosk_focused
  kiosk_field
  kiosk_submitted
)

list(TRANSFORM KIOSK_EXPORTS PREPEND _ OUTPUT_VARIABLE export_symbols)
string(JOIN "," export_symbols ${export_symbols})

add_library(kiosk_web_flags INTERFACE)
target_link_options(kiosk_web_flags INTERFACE
  -sMODULARIZE=1 -sEXPORT_ES6=1 -sMALLOC=emmalloc -sDYNAMIC_EXECUTION=0
  -sALLOW_MEMORY_GROWTH=1 -sINITIAL_MEMORY=16MB -sMAXIMUM_MEMORY=256MB
  -fno-exceptions -fno-rtti
)
if(CMAKE_BUILD_TYPE STREQUAL "Debug")
  target_link_options(kiosk_web_flags INTERFACE -sASSERTIONS=2 -sSTACK_OVERFLOW_CHECK=2)
else()
  target_link_options(kiosk_web_flags INTERFACE
    -Oz -flto -sASSERTIONS=0 -sSTACK_OVERFLOW_CHECK=0)
endif()

file(GLOB_RECURSE web_sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/src/web/*.cpp)
file(GLOB js_libraries CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/js-bridge/*.js)
add_library(kiosk_web_layers INTERFACE)
foreach(layer IN LISTS KIOSK_ARROWS_web)
  target_link_libraries(kiosk_web_layers INTERFACE $<TARGET_NAME_IF_EXISTS:kiosk_${layer}>)
endforeach()
target_link_libraries(kiosk_web_layers INTERFACE imgui)

function(kiosk_add_web_program target output objects)
  add_executable(${target} $<TARGET_OBJECTS:${objects}>)
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${output} SUFFIX .mjs LINK_DEPENDS "${js_libraries}")
  target_link_libraries(${target} PRIVATE kiosk_web_layers kiosk_web_flags)
  target_link_options(${target} PRIVATE
    -sENVIRONMENT=web -sMIN_SAFARI_VERSION=150000 -sMIN_CHROME_VERSION=85 -sFILESYSTEM=0
    -sINCOMING_MODULE_JS_API=instantiateWasm,onAbort
    # Sines and powers only move springs and spinners: the browser's own save 6.5 KB.
    -sJS_MATH=1
    "-sEXPORTED_FUNCTIONS=${export_symbols}")
  foreach(library IN LISTS js_libraries)
    target_link_options(${target} PRIVATE "SHELL:--js-library \"${library}\"")
  endforeach()
  if(NOT CMAKE_BUILD_TYPE STREQUAL "Debug")
    # Inlining costs 0.9 KB of brotli here and gains no frame time that could be measured.
    target_link_options(${target} PRIVATE "SHELL:--closure 1" -Wl,-mllvm,-inline-threshold=-60
      # Flat code has its branches found anew and is then made small again: 0.7 KB.
      -sBINARYEN_EXTRA_PASSES=--flatten,--rereloop,-Oz,-Oz)
  endif()
endfunction()

function(kiosk_add_web_objects target)
  add_library(${target} OBJECT ${web_sources})
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/src)
  target_link_libraries(${target} PRIVATE kiosk_warnings kiosk_ship kiosk_web_layers)
endfunction()

if(web_sources)
  kiosk_add_web_objects(kiosk_web_objects)
  target_compile_definitions(kiosk_web_objects PRIVATE $<$<CONFIG:Debug>:KIOSK_GALLERY>)
  kiosk_add_web_program(kiosk_web kiosk kiosk_web_objects)
  # The same program with the gallery in it, for the pictures of docs/kit.md.
  kiosk_add_web_objects(kiosk_gallery_objects)
  target_compile_definitions(kiosk_gallery_objects PRIVATE KIOSK_GALLERY)
  kiosk_add_web_program(kiosk_gallery kiosk kiosk_gallery_objects)
  set_target_properties(kiosk_gallery_objects kiosk_gallery PROPERTIES EXCLUDE_FROM_ALL ON)
  set_target_properties(kiosk_gallery PROPERTIES RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/gallery)
  # The same program with its names, for ./kiosk size.
  kiosk_add_web_program(kiosk_web_named named kiosk_web_objects)
  set_target_properties(kiosk_web_named PROPERTIES EXCLUDE_FROM_ALL ON)
  target_link_options(kiosk_web_named PRIVATE --profiling-funcs -Wl,-Map=named.map)
endif()

file(GLOB golden_main CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/tests/golden/wasm_main.cpp)
if(golden_main)
  find_program(KIOSK_NODE node REQUIRED NO_CMAKE_FIND_ROOT_PATH)
  add_executable(kiosk_golden ${golden_main})
  set_target_properties(kiosk_golden PROPERTIES SUFFIX .mjs)
  target_include_directories(kiosk_golden PRIVATE ${PROJECT_SOURCE_DIR}/src ${PROJECT_SOURCE_DIR}/tests)
  target_compile_definitions(kiosk_golden PRIVATE KIOSK_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  set(golden_layers ${KIOSK_LAYERS})
  list(REMOVE_ITEM golden_layers kiosk_ui)
  target_link_libraries(kiosk_golden PRIVATE kiosk_warnings kiosk_ship kiosk_web_flags ${golden_layers} kiosk_json)
  target_link_options(kiosk_golden PRIVATE -sENVIRONMENT=node -sNODERAWFS=1 -sEXIT_RUNTIME=1)
  add_test(NAME golden.wasm COMMAND ${KIOSK_NODE} ${PROJECT_SOURCE_DIR}/tools/run-wasm.mjs $<TARGET_FILE:kiosk_golden>
    WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
  set_tests_properties(golden.wasm PROPERTIES LABELS golden)
endif()
