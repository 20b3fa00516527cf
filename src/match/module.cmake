# Compiles the word tables of data/match into the library as string literals, one file a table: legal_forms.tsv becomes
# tables::kLegalForms.
set(vedette_match_tables legal_forms words numbers places particles honorifics nicknames korean_syllables
    chinese_syllables)
foreach(table ${vedette_match_tables})
  set(source ${PROJECT_SOURCE_DIR}/data/match/${table}.tsv)
  set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${source})
  file(READ ${source} VEDETTE_TABLE_TEXT)
  set(VEDETTE_TABLE_FILE ${table})
  set(VEDETTE_TABLE_SYMBOL k)
  string(REPLACE "_" ";" words ${table})
  foreach(word ${words})
    string(SUBSTRING ${word} 0 1 first)
    string(SUBSTRING ${word} 1 -1 rest)
    string(TOUPPER ${first} first)
    string(APPEND VEDETTE_TABLE_SYMBOL ${first}${rest})
  endforeach()
  configure_file(${CMAKE_CURRENT_SOURCE_DIR}/match/table_text.cpp.in
                 ${CMAKE_CURRENT_BINARY_DIR}/match/${table}_text.cpp @ONLY)
  target_sources(vedette_match PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/match/${table}_text.cpp)
endforeach()
