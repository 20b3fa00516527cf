// Once warm, reading allocates what it gives back and nothing else: a count that does not grow with the text.
#include <gtest/gtest.h>

#include <cstdlib>
#include <new>

#include "language/model_access.h"
#include "language/tiny_model_for_test.h"
#include "vedette/language.hpp"

#ifndef __SANITIZE_ADDRESS__  // which replaces these itself

namespace {
thread_local size_t allocations = 0;
}

[[gnu::noinline]] void* operator new(size_t size) {
  ++allocations;
  if (void* memory = std::malloc(size)) return memory;
  throw std::bad_alloc();
}
[[gnu::noinline]] void operator delete(void* memory) noexcept {
  std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, size_t) noexcept {
  std::free(memory);
}

namespace vedette::language {
namespace {

size_t allocations_to_read(Reader& reader, const std::string& text) {
  const size_t before = allocations;
  const Document document = reader.read(text);
  return allocations - before;
}

TEST(Reader, AllocatesOnlyTheDocumentOnceItIsWarm) {
  Reader reader(*ModelAccess::of(tiny_model(true)));
  std::string text;
  for (int i = 0; i < 50; ++i) text += "Kim met the envoy's men (again) on Monday. \"They don't launch,\" he said.\n";
  std::string longer;
  for (int i = 0; i < 20; ++i) longer += text;
  for (int round = 0; round < 2; ++round) {
    reader.read(text);
    reader.read(longer);
  }
  const size_t few = allocations_to_read(reader, text);
  const size_t many = allocations_to_read(reader, longer);
  EXPECT_LT(few, 40u);
  // Sentences, entities and lemmas grow by doubling: a few steps more for twenty times the text.
  EXPECT_LT(many, few + 20);
}

}  // namespace
}  // namespace vedette::language

#endif
