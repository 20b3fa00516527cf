# Tables under data/ are embedded in the library, so that it needs no files at run time.
set(vedette_romanisation_data ${PROJECT_SOURCE_DIR}/data/romanisation)
file(GLOB romanisation_tables CONFIGURE_DEPENDS ${vedette_romanisation_data}/*.tsv)
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/text/reading_table.cpp PROPERTIES
  OBJECT_DEPENDS "${romanisation_tables}"
  COMPILE_DEFINITIONS "VEDETTE_ROMANISATION_DATA=\"${vedette_romanisation_data}\"")
