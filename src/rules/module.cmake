# The tables of data/rules are embedded in the library, so that it needs no files at run time: one function a table, and
# for the provisions a list of (file name, text), UN regimes first.
set(vedette_rules_data ${PROJECT_SOURCE_DIR}/data/rules)
file(GLOB vedette_regimes CONFIGURE_DEPENDS ${vedette_rules_data}/provisions/*.tsv)
set(vedette_first_regimes ${vedette_regimes})
list(FILTER vedette_first_regimes INCLUDE REGEX "/un_[a-z_]+\\.tsv$")
list(FILTER vedette_regimes EXCLUDE REGEX "/un_[a-z_]+\\.tsv$")
set(vedette_rules_embedded "")
set(vedette_rules_listed "")
foreach(file ${vedette_first_regimes} ${vedette_regimes})
  get_filename_component(regime ${file} NAME_WE)
  string(APPEND vedette_rules_embedded "VEDETTE_EMBED(provisions_${regime}, \"${file}\")\n")
  string(APPEND vedette_rules_listed "    {\"provisions/${regime}.tsv\", provisions_${regime}()},\n")
endforeach()
file(CONFIGURE OUTPUT ${CMAKE_CURRENT_BINARY_DIR}/rules/provision_files.inc @ONLY CONTENT
"@vedette_rules_embedded@
static std::vector<RuleText> provision_texts() {
  return {
@vedette_rules_listed@  };
}
")
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/rules/rule_texts.cpp PROPERTIES
  OBJECT_DEPENDS "${vedette_first_regimes};${vedette_regimes};${vedette_rules_data}/goods.tsv;${vedette_rules_data}/categories.tsv;${vedette_rules_data}/conducts.tsv;${vedette_rules_data}/cues.tsv;${vedette_rules_data}/blocs.tsv"
  COMPILE_DEFINITIONS "VEDETTE_RULES_DATA=\"${vedette_rules_data}\""
  INCLUDE_DIRECTORIES ${CMAKE_CURRENT_BINARY_DIR}/rules)
