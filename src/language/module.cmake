# Documents and readers are declared in the public header.
target_include_directories(vedette_language PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>)

# The tables of data/language are embedded in the library, so that it needs no files at run time.
set(vedette_language_data ${PROJECT_SOURCE_DIR}/data/language)
file(GLOB vedette_language_tables CONFIGURE_DEPENDS ${vedette_language_data}/*.tsv)
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/language/language_tables.cpp PROPERTIES
  OBJECT_DEPENDS "${vedette_language_tables}"
  COMPILE_DEFINITIONS "VEDETTE_LANGUAGE_DATA=\"${vedette_language_data}\"")
# One source file for each kind of processor; which of them runs is decided at run time.
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64|amd64)$")
  set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/language/kernel_avx512.cpp PROPERTIES
    COMPILE_OPTIONS "-mavx512f;-mfma;-O3;-Wno-uninitialized;-Wno-maybe-uninitialized") # g++ 12 warns of its own header
  set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/language/kernel_avx2.cpp PROPERTIES
    COMPILE_OPTIONS "-mavx2;-mfma;-O3")
endif()
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/language/kernel.cpp PROPERTIES COMPILE_OPTIONS "-O3")
