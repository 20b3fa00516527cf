#include "language/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include <array>

namespace vedette::language {
namespace {

constexpr size_t kLongestPattern = 1 << 20;
constexpr uint32_t kDeepestPattern = 200;
constexpr size_t kFirstStack = 32 * 1024;
constexpr size_t kLargestStack = 1024 * 1024;
constexpr uint32_t kHeapKibibytes = 16 * 1024;  // for machines without just-in-time compilation

template <typename T, void (*free)(T*)>
struct FreeWith {
  void operator()(T* object) const { free(object); }
};
using CompileContext =
    std::unique_ptr<pcre2_compile_context, FreeWith<pcre2_compile_context, pcre2_compile_context_free>>;

PCRE2_SPTR units(std::string_view text) {
  return reinterpret_cast<PCRE2_SPTR>(text.data());
}

std::string explain(int error) {
  std::array<PCRE2_UCHAR, 256> text{};
  pcre2_get_error_message(error, text.data(), text.size());
  return reinterpret_cast<const char*>(text.data());
}

}  // namespace

void Pattern::Free::operator()(pcre2_real_code_8* code) const {
  pcre2_code_free(code);
}

Result<Pattern> Pattern::compile(std::string_view pattern, std::string_view name, Start start) {
  const CompileContext context(pcre2_compile_context_create(nullptr));
  if (context == nullptr) return fail(ErrorCode::kLimit, "out of memory");
  pcre2_set_newline(context.get(), PCRE2_NEWLINE_LF);
  pcre2_set_max_pattern_length(context.get(), kLongestPattern);
  pcre2_set_parens_nest_limit(context.get(), kDeepestPattern);
  const uint32_t options =
      PCRE2_UTF | PCRE2_UCP | PCRE2_NEVER_BACKSLASH_C | (start == Start::kAtSubject ? PCRE2_ANCHORED : 0u);
  int error = 0;
  size_t offset = 0;
  Pattern compiled;
  compiled.code_.reset(pcre2_compile(units(pattern), pattern.size(), options, &error, &offset, context.get()));
  if (compiled.code_ == nullptr) {
    return fail(ErrorCode::kUnsupported,
                std::string(name) + " does not compile: " + explain(error) + " at byte " + std::to_string(offset));
  }
  compiled.just_in_time_ = pcre2_jit_compile(compiled.code_.get(), PCRE2_JIT_COMPLETE) == 0;
  return compiled;
}

struct Matcher::Parts {
  std::unique_ptr<pcre2_match_data, FreeWith<pcre2_match_data, pcre2_match_data_free>> output;
  std::unique_ptr<pcre2_match_context, FreeWith<pcre2_match_context, pcre2_match_context_free>> context;
  std::unique_ptr<pcre2_jit_stack, FreeWith<pcre2_jit_stack, pcre2_jit_stack_free>> stack;
};

Matcher::Matcher() : parts_(std::make_unique<Parts>()) {
  // Only the span of the whole match is wanted.
  parts_->output.reset(pcre2_match_data_create(1, nullptr));
  parts_->context.reset(pcre2_match_context_create(nullptr));
  parts_->stack.reset(pcre2_jit_stack_create(kFirstStack, kLargestStack, nullptr));
  if (parts_->context == nullptr) return;
  pcre2_set_match_limit(parts_->context.get(), kSteps);
  pcre2_set_heap_limit(parts_->context.get(), kHeapKibibytes);
  if (parts_->stack != nullptr) pcre2_jit_stack_assign(parts_->context.get(), nullptr, parts_->stack.get());
}

Matcher::~Matcher() = default;
Matcher::Matcher(Matcher&&) noexcept = default;

std::optional<Match> Matcher::search(const Pattern& pattern, std::string_view subject, size_t from, Empty empty) {
  if (parts_->output == nullptr) return std::nullopt;
  if (subject.data() == nullptr) subject = "";
  const uint32_t options = empty == Empty::kNotAtFirst ? PCRE2_NOTEMPTY_ATSTART : 0u;
  // The fast entry checks nothing: the subject is valid by contract.
  const int count = pattern.just_in_time_
                        ? pcre2_jit_match(pattern.code_.get(), units(subject), subject.size(), from, options,
                                          parts_->output.get(), parts_->context.get())
                        : pcre2_match(pattern.code_.get(), units(subject), subject.size(), from,
                                      options | PCRE2_NO_UTF_CHECK, parts_->output.get(), parts_->context.get());
  if (count < 0) return std::nullopt;
  const size_t* span = pcre2_get_ovector_pointer(parts_->output.get());
  // \K, which Python does not know, can put the beginning anywhere.
  if (span[0] < from || span[0] > span[1]) return std::nullopt;
  return Match{span[0], span[1]};
}

}  // namespace vedette::language
