# What all folders share: one library a folder, one test program a folder.

include(${CMAKE_CURRENT_LIST_DIR}/install.cmake)

add_library(casus_options INTERFACE)
target_compile_options(casus_options INTERFACE -Wall -Wextra -Wpedantic
                                               $<$<BOOL:${CASUS_WERROR}>:-Werror>)
# GCC 12 warns falsely of "x" + std::to_string(n) (its bug 105651).
target_compile_options(casus_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)
target_include_directories(casus_options INTERFACE ${PROJECT_SOURCE_DIR})

# casus_hide_symbols(NAME): a shared library (BUILD_SHARED_LIBS) shows the namespace casus and hides
# the rest.
function(casus_hide_symbols name)
  if(BUILD_SHARED_LIBS)
    set(symbols ${PROJECT_SOURCE_DIR}/cmake/symbols.map)
    target_link_options(${name} PRIVATE LINKER:--version-script=${symbols})
    set_target_properties(${name} PROPERTIES LINK_DEPENDS ${symbols})
  endif()
endfunction()

# casus_library(NAME SOURCES a.cc ... PUBLIC_HEADERS a.h ... LINKS casus_graph ...)
# A folder's library, to be installed with the headers that other projects may include.
function(casus_library name)
  cmake_parse_arguments(ARG "" "" "SOURCES;PUBLIC_HEADERS;LINKS;PRIVATE_LINKS" ${ARGN})
  add_library(${name} ${ARG_SOURCES})
  target_link_libraries(${name} PUBLIC ${ARG_LINKS}
                                PRIVATE $<BUILD_INTERFACE:casus_options> ${ARG_PRIVATE_LINKS})
  target_include_directories(${name} PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}>)
  casus_hide_symbols(${name})
  casus_install_library(${name})
  casus_install_headers(${ARG_PUBLIC_HEADERS})
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
