// What tests share that read English.
#pragma once

#include <gtest/gtest.h>

#include <optional>

#include "support/language_model.h"
#include "vedette/language.hpp"

namespace vedette::story {

/// Has a reader of the middle model; skips where that is absent.
class EnglishTest : public ::testing::Test {
 protected:
  void SetUp() override {
    VEDETTE_NEEDS_MODEL("md");
    auto model = language::Model::open(vedette::testing::language_model("md").string());
    ASSERT_TRUE(model);
    reader_.emplace(*model);
  }

  std::optional<language::Reader> reader_;
};

}  // namespace vedette::story
