// Puts a file into the program: VEDETTE_EMBED(symbol, "path") defines std::string_view symbol() over its bytes.
#pragma once

#include <string_view>

#define VEDETTE_EMBED(symbol, path)                                                                    \
  __asm__(                                                                                             \
      ".pushsection .rodata\n"                                                                         \
      ".balign 16\n"                                                                                   \
      ".globl vedette_embedded_" #symbol                                                               \
      "_begin\n"                                                                                       \
      ".hidden vedette_embedded_" #symbol                                                              \
      "_begin\n"                                                                                       \
      "vedette_embedded_" #symbol                                                                      \
      "_begin:\n"                                                                                      \
      ".incbin \"" path                                                                                \
      "\"\n"                                                                                           \
      ".globl vedette_embedded_" #symbol                                                               \
      "_end\n"                                                                                         \
      ".hidden vedette_embedded_" #symbol                                                              \
      "_end\n"                                                                                         \
      "vedette_embedded_" #symbol                                                                      \
      "_end:\n"                                                                                        \
      ".byte 0\n"                                                                                      \
      ".popsection\n");                                                                                \
  extern "C" __attribute__((visibility("hidden"))) const char vedette_embedded_##symbol##_begin[];     \
  extern "C" __attribute__((visibility("hidden"))) const char vedette_embedded_##symbol##_end[];       \
  static std::string_view symbol() {                                                                   \
    return {vedette_embedded_##symbol##_begin,                                                         \
            static_cast<size_t>(vedette_embedded_##symbol##_end - vedette_embedded_##symbol##_begin)}; \
  }
