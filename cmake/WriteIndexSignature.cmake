# cmake -DOUTPUT=FILE -DINPUTS=a;b;c -P WriteIndexSignature.cmake
# Writes a header with the first 64 bits of a SHA-256 over the contents of the inputs, in order of their paths.
list(SORT INPUTS)
set(digests "")
foreach(input ${INPUTS})
  file(SHA256 ${input} digest)
  string(APPEND digests ${digest})
endforeach()
string(SHA256 signature "${digests}")
string(SUBSTRING ${signature} 0 16 signature)
file(WRITE ${OUTPUT}.new "#pragma once\n\n#include <cstdint>\n\nnamespace vedette::index {\ninline constexpr uint64_t kIndexSignature = 0x${signature};\n}\n")
file(COPY_FILE ${OUTPUT}.new ${OUTPUT} ONLY_IF_DIFFERENT)
file(TOUCH_NOCREATE ${OUTPUT})
