# What is installed: the program with its manual and completions, the data that it needs, and one shared library that
# holds the engine, with its public headers and a CMake package. Users of the library need none of our dependencies'
# headers: nothing but the standard library is in a public header.
include(CMakePackageConfigHelpers)

set(vedette_share ${CMAKE_INSTALL_DATADIR}/vedette)
install(DIRECTORY data/starter data/stories DESTINATION ${vedette_share} COMPONENT program PATTERN ".*" EXCLUDE)
install(FILES LICENSE NOTICE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT program)

# vedette_generated(OUTPUT destination argument...): what the program writes about itself.
function(vedette_generated output destination)
  get_filename_component(name ${output} NAME)
  set(file ${PROJECT_BINARY_DIR}/generated/${output})
  get_filename_component(folder ${file} DIRECTORY)
  file(MAKE_DIRECTORY ${folder})
  add_custom_command(OUTPUT ${file}
    COMMAND vedette ${ARGN} > ${file}.new
    COMMAND ${CMAKE_COMMAND} -E rename ${file}.new ${file}
    DEPENDS vedette VERBATIM COMMENT "Writing ${output}")
  set_property(TARGET vedette_generated APPEND PROPERTY VEDETTE_FILES ${file})
  install(FILES ${file} DESTINATION ${destination} COMPONENT program)
endfunction()

install(FILES packaging/systemd/vedette-update.service packaging/systemd/vedette-update.timer
  DESTINATION lib/systemd/system COMPONENT program)

if(TARGET vedette)
  install(TARGETS vedette RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT program)
  if(NOT CMAKE_CROSSCOMPILING)
    add_custom_target(vedette_generated ALL)
    vedette_generated(vedette.1 ${CMAKE_INSTALL_MANDIR}/man1 man)
    vedette_generated(bash/vedette ${CMAKE_INSTALL_DATADIR}/bash-completion/completions completion bash)
    vedette_generated(zsh/_vedette ${CMAKE_INSTALL_DATADIR}/zsh/site-functions completion zsh)
    vedette_generated(fish/vedette.fish ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d completion fish)
    get_target_property(files vedette_generated VEDETTE_FILES)
    add_custom_target(vedette_generated_files DEPENDS ${files})
    add_dependencies(vedette_generated vedette_generated_files)
  endif()
endif()

# Sanitized and fuzzing builds are for running here, not for installing.
if(NOT VEDETTE_SANITIZE AND NOT VEDETTE_FUZZERS AND EXISTS ${PROJECT_SOURCE_DIR}/include/vedette/vedette.hpp)
  file(WRITE ${PROJECT_BINARY_DIR}/generated/shared.cpp "// The shared library is made of the modules' libraries.\n")
  add_library(vedette_shared SHARED ${PROJECT_BINARY_DIR}/generated/shared.cpp)
  # Whole: what a public header declares is there for others, whether we call it or not.
  target_link_libraries(vedette_shared PRIVATE $<LINK_LIBRARY:WHOLE_ARCHIVE,vedette_engine,vedette_language>)
  set_property(TARGET vedette_shared PROPERTY LINK_LIBRARY_OVERRIDE "WHOLE_ARCHIVE,vedette_engine,vedette_language")
  target_link_options(vedette_shared PRIVATE -Wl,--version-script=${PROJECT_SOURCE_DIR}/cmake/exported-symbols.map)
  target_include_directories(vedette_shared INTERFACE $<INSTALL_INTERFACE:${CMAKE_INSTALL_INCLUDEDIR}>)
  target_compile_features(vedette_shared INTERFACE cxx_std_20)
  set_target_properties(vedette_shared PROPERTIES OUTPUT_NAME vedette EXPORT_NAME vedette
    VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR}
    LINK_DEPENDS ${PROJECT_SOURCE_DIR}/cmake/exported-symbols.map)
  install(TARGETS vedette_shared EXPORT vedetteTargets
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library NAMELINK_COMPONENT development)
  install(DIRECTORY include/vedette DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT development)

  set(package ${CMAKE_INSTALL_LIBDIR}/cmake/vedette)
  install(EXPORT vedetteTargets NAMESPACE vedette:: DESTINATION ${package} COMPONENT development)
  configure_package_config_file(cmake/vedetteConfig.cmake.in ${PROJECT_BINARY_DIR}/generated/vedetteConfig.cmake
    INSTALL_DESTINATION ${package} PATH_VARS vedette_share)
  write_basic_package_version_file(${PROJECT_BINARY_DIR}/generated/vedetteConfigVersion.cmake
    COMPATIBILITY SameMinorVersion)
  install(FILES ${PROJECT_BINARY_DIR}/generated/vedetteConfig.cmake
    ${PROJECT_BINARY_DIR}/generated/vedetteConfigVersion.cmake DESTINATION ${package} COMPONENT development)
endif()

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME vedette)
set(CPACK_PACKAGE_VENDOR "The Vedette authors")
set(CPACK_PACKAGE_CONTACT "The Vedette authors <${PROJECT_HOMEPAGE_URL}>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY ${PROJECT_DESCRIPTION})
set(CPACK_PACKAGE_DESCRIPTION "Screens people, bodies, vessels and news stories against sanctions lists, with evidence.")
set(CPACK_RESOURCE_FILE_LICENSE ${PROJECT_SOURCE_DIR}/LICENSE)
set(CPACK_STRIP_FILES ON)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
include(CPack)
