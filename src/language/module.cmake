# Documents and readers are declared in the public header.
target_include_directories(vedette_language PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>)
