# What other projects get: `cmake --install BUILD --prefix P` puts the program, the libraries with
# their headers, and what find_package and pkg-config need below P.
#
# In this source tree headers are included as "query/questions.h"; installed, they are
# <casus/query/questions.h>, so that no folder of a common name comes into a user's include path.
# Installing rewrites the include lines.

include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(CASUS_PACKAGE_DIR ${CMAKE_INSTALL_LIBDIR}/cmake/casus)
set(CASUS_HEADER_STAGE ${PROJECT_BINARY_DIR}/installed_headers)

# casus_install_library(casus_query): other projects link it as casus::query.
function(casus_install_library name)
  string(REPLACE "casus_" "" room ${name})
  set_target_properties(${name} PROPERTIES
    EXPORT_NAME ${room}
    VERSION ${PROJECT_VERSION}
    # While the major version is 0, a minor version may change the interface.
    SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}
    # Shared libraries find one another where they lie together.
    INSTALL_RPATH "$ORIGIN")
  install(TARGETS ${name} EXPORT casusTargets INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
endfunction()

# casus_install_program(casus): it finds shared libraries wherever the prefix is.
function(casus_install_program name)
  if(BUILD_SHARED_LIBS)
    file(RELATIVE_PATH libraries /prefix/${CMAKE_INSTALL_BINDIR} /prefix/${CMAKE_INSTALL_LIBDIR})
    set_target_properties(${name} PROPERTIES INSTALL_RPATH "$ORIGIN/${libraries}")
  endif()
  install(TARGETS ${name})
endfunction()

# casus_install_headers(a.h ...): relative to the folder that calls.
function(casus_install_headers)
  file(RELATIVE_PATH folder ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  foreach(header ${ARGN})
    set_property(GLOBAL APPEND PROPERTY CASUS_PUBLIC_HEADERS ${folder}/${header})
    set(staged ${CASUS_HEADER_STAGE}/${folder}/${header})
    install(CODE "
      file(READ \"${CMAKE_CURRENT_SOURCE_DIR}/${header}\" text)
      string(REGEX REPLACE
        \"#include \\\"((graph|storage|query|extract|interchange)/[^\\\"]*)\\\"\"
        \"#include \\\"casus/\\\\1\\\"\" text \"\${text}\")
      file(WRITE \"${staged}\" \"\${text}\")")
    get_filename_component(below ${folder}/${header} DIRECTORY)
    install(FILES ${staged} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/casus/${below})
  endforeach()
endfunction()

# casus_install_package(): the descriptions for CMake and pkg-config. After all libraries.
function(casus_install_package)
  configure_package_config_file(${PROJECT_SOURCE_DIR}/cmake/casusConfig.cmake.in
    ${PROJECT_BINARY_DIR}/casusConfig.cmake INSTALL_DESTINATION ${CASUS_PACKAGE_DIR})
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/casusConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
  install(FILES ${PROJECT_BINARY_DIR}/casusConfig.cmake
                ${PROJECT_BINARY_DIR}/casusConfigVersion.cmake DESTINATION ${CASUS_PACKAGE_DIR})
  install(EXPORT casusTargets NAMESPACE casus:: DESTINATION ${CASUS_PACKAGE_DIR})

  # Who links static libraries links what stands behind them too.
  set(behind "rocksdb libxxhash icu-i18n icu-uc fmt simdjson zlib libxml-2.0 gumbo serd-0 link-grammar")
  if(BUILD_SHARED_LIBS)
    set(PC_REQUIRES "protobuf")
    set(PC_REQUIRES_PRIVATE "${behind}")
  else()
    set(PC_REQUIRES "protobuf ${behind}")
    set(PC_REQUIRES_PRIVATE "")
  endif()
  file(RELATIVE_PATH PC_PREFIX /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)
  configure_file(${PROJECT_SOURCE_DIR}/cmake/casus.pc.in ${PROJECT_BINARY_DIR}/casus.pc @ONLY)
  install(FILES ${PROJECT_BINARY_DIR}/casus.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
  install(FILES README.md LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
endfunction()
