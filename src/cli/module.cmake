# Where a program finds what ships: installed, or in the source tree when it runs from its build folder.
target_compile_definitions(vedette_cli PRIVATE
  VEDETTE_VERSION="${PROJECT_VERSION}"
  VEDETTE_HOMEPAGE="${PROJECT_HOMEPAGE_URL}"
  VEDETTE_BUILD_FOLDER="${PROJECT_BINARY_DIR}"
  VEDETTE_SOURCE_DATA="${PROJECT_SOURCE_DIR}/data"
  VEDETTE_INSTALLED_DATA="${CMAKE_INSTALL_FULL_DATADIR}/vedette")
