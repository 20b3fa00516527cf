#include "cli/read_output.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <functional>

#include "base/hash.h"

namespace vedette::cli {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLongestName = 120;
constexpr size_t kHashDigits = 8;

bool is_safe(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '-' || c == '_';
}

Unexpected cannot_write(const fs::path& path, const std::string& why) {
  return fail(ErrorCode::kIo, "cannot write: " + why, {.file = path.string()});
}

// A dossier can be made again, so it is not worth waiting for the disk; but half of one must never stand under its
// name.
Result<void> write_whole(const fs::path& path, std::string_view content) {
  const fs::path unfinished = path.string() + ".tmp";
  std::FILE* file = std::fopen(unfinished.c_str(), "wb");
  if (file == nullptr) return cannot_write(path, std::strerror(errno));
  const bool written = std::fwrite(content.data(), 1, content.size(), file) == content.size();
  const int error = errno;
  const bool closed = std::fclose(file) == 0;
  std::error_code renaming, ignored;
  if (written && closed) fs::rename(unfinished, path, renaming);
  if (written && closed && !renaming) return {};
  fs::remove(unfinished, ignored);
  return cannot_write(path, renaming ? renaming.message() : std::strerror(written ? errno : error));
}

}  // namespace

std::string safe_file_name(std::string_view name) {
  std::string safe;
  for (const char c : name.substr(0, kLongestName)) safe += is_safe(c) ? c : '_';
  if (safe.starts_with('.') || safe.starts_with('-')) safe.front() = '_';
  if (safe == name && !safe.empty()) return safe;
  return (safe.empty() ? "story" : safe) + "-" + sha256_hex(name).substr(0, kHashDigits);
}

Result<std::unique_ptr<DossierFolder>> DossierFolder::create(const fs::path& folder, std::string ending) {
  std::error_code error;
  fs::create_directories(folder, error);
  if (error) return fail(ErrorCode::kIo, "cannot be made: " + error.message(), {.file = folder.string()});
  return std::unique_ptr<DossierFolder>(new DossierFolder(folder, std::move(ending)));
}

Result<void> DossierFolder::write(std::string_view name, std::string_view content) {
  std::string safe = safe_file_name(name);
  const uint32_t before = times_used_[std::hash<std::string>()(safe)]++;
  if (before > 0) safe += "-" + std::to_string(before + 1);
  return write_whole(folder_ / (safe + ending_), content);
}

}  // namespace vedette::cli
