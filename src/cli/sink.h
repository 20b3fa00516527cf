// Where the program's words go. A reader that goes away (`vedette … | head`) ends the program quietly.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vedette::cli {

class Sink {
 public:
  virtual ~Sink() = default;
  /// False once nothing more can be written; the caller then stops producing.
  virtual bool write(std::string_view text) = 0;
  virtual bool flush() = 0;
  /// Why writing failed, in the system's words; empty while all is well and when the reader has merely gone away.
  virtual std::string failure() const { return {}; }
};

/// Collects text. For tests.
class StringSink final : public Sink {
 public:
  bool write(std::string_view text) override {
    text_ += text;
    return true;
  }
  bool flush() override { return true; }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

/// A file descriptor, buffered; flushed when destroyed. The process must ignore SIGPIPE.
class DescriptorSink final : public Sink {
 public:
  explicit DescriptorSink(int descriptor, size_t buffer_bytes = 64u << 10)
      : descriptor_(descriptor), buffer_bytes_(buffer_bytes) {}
  ~DescriptorSink() override { flush(); }
  DescriptorSink(const DescriptorSink&) = delete;
  DescriptorSink& operator=(const DescriptorSink&) = delete;
  bool write(std::string_view text) override;
  bool flush() override;
  std::string failure() const override;

 private:
  int descriptor_;
  size_t buffer_bytes_;
  std::string buffer_;
  int error_ = 0;  // errno of the write that failed
};

}  // namespace vedette::cli
