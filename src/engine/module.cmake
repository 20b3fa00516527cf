# The signature of the index code is part of what says who built an image.
target_include_directories(vedette_engine PRIVATE ${PROJECT_BINARY_DIR}/generated)
target_include_directories(vedette_engine PUBLIC $<BUILD_INTERFACE:${PROJECT_SOURCE_DIR}/include>)
