# Tables under data/ are embedded in the library, so that it needs no files at run time.
set(vedette_romanisation_data ${PROJECT_SOURCE_DIR}/data/romanisation)
set(vedette_name_data ${PROJECT_SOURCE_DIR}/data/names)
set(vedette_name_sources ${vedette_name_data}/groups.txt ${vedette_name_data}/curated.txt ${vedette_name_data}/commonness.tsv)
set(vedette_name_table ${CMAKE_CURRENT_BINARY_DIR}/names.bin)

file(GLOB romanisation_tables CONFIGURE_DEPENDS ${vedette_romanisation_data}/*.tsv)
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/text/reading_table.cpp PROPERTIES
  OBJECT_DEPENDS "${romanisation_tables}"
  COMPILE_DEFINITIONS "VEDETTE_ROMANISATION_DATA=\"${vedette_romanisation_data}\"")

add_executable(compile_names ${CMAKE_CURRENT_SOURCE_DIR}/text/tools/compile_names.cpp)
target_link_libraries(compile_names PRIVATE vedette_base vedette_warnings)
target_include_directories(compile_names PRIVATE ${PROJECT_SOURCE_DIR}/src)
add_custom_command(OUTPUT ${vedette_name_table}
  COMMAND compile_names ${vedette_name_sources} ${vedette_name_table}
  DEPENDS compile_names ${vedette_name_sources}
  COMMENT "Compiling the table of names" VERBATIM)
add_custom_target(vedette_name_table DEPENDS ${vedette_name_table})
add_dependencies(vedette_text vedette_name_table)
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/text/name_groups.cpp PROPERTIES
  OBJECT_DEPENDS ${vedette_name_table}
  COMPILE_DEFINITIONS "VEDETTE_NAME_TABLE=\"${vedette_name_table}\"")

# For those who renew data/names/groups.txt.
add_executable(clean_names EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/text/tools/clean_names.cpp)
target_link_libraries(clean_names PRIVATE vedette_text vedette_warnings)
