# The lexicons under data/story are embedded in the library, so that it needs no files at run time.
set(vedette_story_data ${PROJECT_SOURCE_DIR}/data/story)
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/story/time_lexicon.cpp PROPERTIES
  OBJECT_DEPENDS "${vedette_story_data}/times.tsv"
  COMPILE_DEFINITIONS "VEDETTE_STORY_DATA=\"${vedette_story_data}\"")

# Languages that stories may be in.
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/story/language_guess.cpp PROPERTIES
  OBJECT_DEPENDS "${vedette_story_data}/languages.tsv"
  COMPILE_DEFINITIONS "VEDETTE_STORY_DATA=\"${vedette_story_data}\"")

# The dossier as a page: the style sheet and the outlines of its map.
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/story/dossier_html_map.cpp
                            ${CMAKE_CURRENT_SOURCE_DIR}/story/dossier_html_page.cpp PROPERTIES
  OBJECT_DEPENDS "${vedette_story_data}/outline.tsv;${vedette_story_data}/dossier.css"
  COMPILE_DEFINITIONS "VEDETTE_STORY_DATA=\"${vedette_story_data}\"")

# For measuring: the dates of stories as dossiers.
add_executable(print_times EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/story/tools/print_times.cpp)
target_link_libraries(print_times PRIVATE vedette_story vedette_warnings)

# For measuring: the dossiers of stories.
add_executable(read_stories EXCLUDE_FROM_ALL ${CMAKE_CURRENT_SOURCE_DIR}/story/tools/read_stories.cpp)
target_link_libraries(read_stories PRIVATE vedette_story vedette_warnings)

# The words of events.
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/story/event_lexicon.cpp PROPERTIES
  OBJECT_DEPENDS "${vedette_story_data}/events.tsv;${vedette_story_data}/event_classes.tsv"
  COMPILE_DEFINITIONS "VEDETTE_STORY_DATA=\"${vedette_story_data}\"")

# Words of saying and thinking.
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/story/speech_lexicon.cpp PROPERTIES
  OBJECT_DEPENDS "${vedette_story_data}/speech.tsv;${vedette_story_data}/speech_outlets.tsv"
  COMPILE_DEFINITIONS "VEDETTE_STORY_DATA=\"${vedette_story_data}\"")

# The words of who is who.
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/story/cast_lexicon.cpp PROPERTIES
  OBJECT_DEPENDS "${vedette_story_data}/cast.tsv"
  COMPILE_DEFINITIONS "VEDETTE_STORY_DATA=\"${vedette_story_data}\"")

# The words that say how sure a happening is.
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/story/status.cpp PROPERTIES
  OBJECT_DEPENDS "${vedette_story_data}/operators.tsv"
  COMPILE_DEFINITIONS "VEDETTE_STORY_DATA=\"${vedette_story_data}\"")

# Where places are.
set_source_files_properties(${CMAKE_CURRENT_SOURCE_DIR}/story/gazetteer.cpp PROPERTIES
  OBJECT_DEPENDS "${PROJECT_SOURCE_DIR}/data/gazetteer/sites.tsv"
  COMPILE_DEFINITIONS "VEDETTE_GAZETTEER=\"${PROJECT_SOURCE_DIR}/data/gazetteer\"")
