// Where tests find converted language models, which do not ship with the project.
#pragma once

#include <gtest/gtest.h>

#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <string>

namespace vedette::testing {

/// $VEDETTE_MODEL_SM for "sm", else sm.vedmodel where `vedette model add` puts it: in $XDG_DATA_HOME/vedette/models,
/// by default ~/.local/share/vedette/models.
inline std::filesystem::path language_model(const std::string& name) {
  std::string variable = "VEDETTE_MODEL_";
  for (const char letter : name) variable += static_cast<char>(std::toupper(static_cast<unsigned char>(letter)));
  if (const char* path = std::getenv(variable.c_str())) return path;
  const char* data = std::getenv("XDG_DATA_HOME");
  const char* home = std::getenv("HOME");
  const auto root = data != nullptr && *data != '\0'
                        ? std::filesystem::path(data)
                        : std::filesystem::path(home != nullptr ? home : "/") / ".local" / "share";
  return root / "vedette" / "models" / (name + ".vedmodel");
}

}  // namespace vedette::testing

/// Skips the test, with one clear line, when a model is not at hand.
#define VEDETTE_NEEDS_MODEL(name)                                                                                     \
  do {                                                                                                                \
    if (!std::filesystem::exists(::vedette::testing::language_model(name))) {                                         \
      GTEST_SKIP() << "needs the language model " << ::vedette::testing::language_model(name) << ", which is absent"; \
    }                                                                                                                 \
  } while (false)
