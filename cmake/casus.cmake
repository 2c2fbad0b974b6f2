# What all folders share: one library a folder, one test program a folder.

add_library(casus_options INTERFACE)
target_compile_options(casus_options INTERFACE -Wall -Wextra -Wpedantic
                                               $<$<BOOL:${CASUS_WERROR}>:-Werror>)
# GCC 12 warns falsely of "x" + std::to_string(n) (its bug 105651).
target_compile_options(casus_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_include_directories(casus_options INTERFACE ${PROJECT_SOURCE_DIR})

# casus_library(NAME SOURCES a.cc ... LINKS casus_graph ...)
function(casus_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${name} STATIC ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC ${ARG_LINKS} PRIVATE casus_options ${ARG_PRIVATE_LINKS})
  target_include_directories(${name} PUBLIC ${PROJECT_SOURCE_DIR})
endfunction()

# casus_tests(NAME SOURCES a_test.cc ... LINKS casus_graph ...)
function(casus_tests name)
  cmake_parse_arguments(ARG "" "" "SOURCES;LINKS" ${ARGN})
  add_executable(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PRIVATE casus_options casus_test_main ${ARG_LINKS})
  target_compile_definitions(${name} PRIVATE CASUS_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                                             CASUS_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
  catch_discover_tests(${name} TEST_PREFIX "${name}: " PROPERTIES TIMEOUT 300)
endfunction()
