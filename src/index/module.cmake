# The signature of everything that decides how an index is derived from entities. An image whose signature differs is
# derived again when it is opened, so that the indexed and the exhaustive path never part.
file(GLOB index_signature_inputs CONFIGURE_DEPENDS
  ${PROJECT_SOURCE_DIR}/src/text/*.cpp ${PROJECT_SOURCE_DIR}/src/text/*.h ${PROJECT_SOURCE_DIR}/src/text/*.inc
  ${PROJECT_SOURCE_DIR}/src/match/*.cpp ${PROJECT_SOURCE_DIR}/src/match/*.h ${PROJECT_SOURCE_DIR}/src/match/*.inc
  ${PROJECT_SOURCE_DIR}/src/index/*.cpp ${PROJECT_SOURCE_DIR}/src/index/*.h
  ${PROJECT_SOURCE_DIR}/data/names/*.t* ${PROJECT_SOURCE_DIR}/data/match/*.t* ${PROJECT_SOURCE_DIR}/data/romanisation/*.t*)
list(FILTER index_signature_inputs EXCLUDE REGEX "_test\\.cpp$")
set(index_signature_header ${PROJECT_BINARY_DIR}/generated/index/index_signature.h)
add_custom_command(
  OUTPUT ${index_signature_header}
  COMMAND ${CMAKE_COMMAND} -DOUTPUT=${index_signature_header} "-DINPUTS=${index_signature_inputs}"
          -P ${PROJECT_SOURCE_DIR}/cmake/WriteIndexSignature.cmake
  DEPENDS ${index_signature_inputs} ${PROJECT_SOURCE_DIR}/cmake/WriteIndexSignature.cmake
  COMMENT "Hashing what derives an index"
  VERBATIM)
target_sources(vedette_index PRIVATE ${index_signature_header})
target_include_directories(vedette_index PRIVATE ${PROJECT_BINARY_DIR}/generated)
