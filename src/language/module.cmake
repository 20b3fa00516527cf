# Documents and readers are declared in the public header.
target_include_directories(vedette_language PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>)

# The tables of data/language are embedded in the library, so that it needs no files at run time.
set(vedette_language_data ${PROJECT_SOURCE_DIR}/data/language)
file(GLOB vedette_language_tables CONFIGURE_DEPENDS ${vedette_language_data}/*.tsv)
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/language/language_tables.cpp PROPERTIES
  OBJECT_DEPENDS "${vedette_language_tables}"
  COMPILE_DEFINITIONS "VEDETTE_LANGUAGE_DATA=\"${vedette_language_data}\"")
