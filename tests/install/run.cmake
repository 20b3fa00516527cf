# Installs the build into an empty prefix, moves the prefix, and builds and runs a project that knows nothing of ours but
# find_package(vedette). Moving shows that nothing holds the prefix's name.
file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    list(JOIN ARGN " " command)
    message(FATAL_ERROR "${command}\nended with ${status}:\n${output}")
  endif()
endfunction()

function(require_file path)
  if(NOT EXISTS ${path})
    message(FATAL_ERROR "not installed: ${path}")
  endif()
endfunction()

run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/first)
file(RENAME ${WORK}/first ${WORK}/prefix)
set(share ${WORK}/prefix/share)
require_file(${share}/man/man1/vedette.1)
require_file(${share}/bash-completion/completions/vedette)
require_file(${share}/zsh/site-functions/_vedette)
require_file(${share}/fish/vendor_completions.d/vedette.fish)
require_file(${share}/vedette/starter)

run(${CMAKE_COMMAND} -E env --unset=VEDETTE_DATA ${WORK}/prefix/bin/vedette screen "Kim Jong Un" --format json)
run(${CMAKE_COMMAND} -S ${CONSUMER} -B ${WORK}/consumer -G ${GENERATOR} -D CMAKE_CXX_COMPILER=${COMPILER}
  -D CMAKE_PREFIX_PATH=${WORK}/prefix)
run(${CMAKE_COMMAND} --build ${WORK}/consumer)
run(${WORK}/consumer/consumer)

# The example of the language engine compiles against the installed headers, says why a model cannot be opened, and reads
# where there is a model.
run(${CMAKE_COMMAND} -S ${EXAMPLES}/read_english -B ${WORK}/read_english -G ${GENERATOR} -D CMAKE_CXX_COMPILER=${COMPILER}
  -D CMAKE_PREFIX_PATH=${WORK}/prefix)
run(${CMAKE_COMMAND} --build ${WORK}/read_english)
execute_process(COMMAND ${WORK}/read_english/read_english ${WORK}/absent.vedmodel RESULT_VARIABLE status ERROR_VARIABLE said)
if(NOT status EQUAL 1 OR NOT said MATCHES "absent.vedmodel")
  message(FATAL_ERROR "a model that is not there: status ${status}, said: ${said}")
endif()
set(model $ENV{VEDETTE_MODEL_SM})
if(NOT model)
  set(model $ENV{HOME}/.local/share/vedette/models/sm.vedmodel)
endif()
if(EXISTS ${model})
  file(WRITE ${WORK}/story.txt "The general visited two shipyards in Busan.\n")
  execute_process(COMMAND ${WORK}/read_english/read_english ${model} INPUT_FILE ${WORK}/story.txt
    RESULT_VARIABLE status OUTPUT_VARIABLE said)
  if(NOT status EQUAL 0 OR NOT said MATCHES "The general . visit . two shipyards" OR NOT said MATCHES "GPE: Busan")
    message(FATAL_ERROR "the example read: status ${status}, said: ${said}")
  endif()
endif()
