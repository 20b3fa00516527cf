# Compiles the word tables of data/match into the library as string literals, one file a table.
set(vedette_match_tables legal_forms words numbers places particles honorifics nicknames korean_syllables
    chinese_syllables)
foreach(table ${vedette_match_tables})
  set(source ${PROJECT_SOURCE_DIR}/data/match/${table}.tsv)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  file(READ ${source} VEDETTE_TABLE_TEXT)
  set(VEDETTE_TABLE_NAME ${table})
  configure_file(${CMAKE_CURRENT_SOURCE_DIR}/match/table_text.cpp.in
                 ${CMAKE_CURRENT_BINARY_DIR}/match/${table}_text.cpp @ONLY)
  target_sources(vedette_match PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/match/${table}_text.cpp)
endforeach()
