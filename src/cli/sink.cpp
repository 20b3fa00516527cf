#include "cli/sink.h"

#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace vedette::cli {

bool DescriptorSink::write(std::string_view text) {
  if (error_ != 0) return false;
  buffer_ += text;
  return buffer_.size() < buffer_bytes_ || flush();
}

bool DescriptorSink::flush() {
  size_t done = 0;
  while (error_ == 0 && done < buffer_.size()) {
    const ssize_t written = ::write(descriptor_, buffer_.data() + done, buffer_.size() - done);
    if (written >= 0) {
      done += static_cast<size_t>(written);
    } else if (errno != EINTR) {
      error_ = errno;
    }
  }
  buffer_.clear();
  return error_ == 0;
}

std::string DescriptorSink::failure() const {
  return error_ == 0 || error_ == EPIPE ? std::string() : std::strerror(error_);
}

}  // namespace vedette::cli
