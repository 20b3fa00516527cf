#include "engine/story_timeline.h"

#include <algorithm>
#include <filesystem>

#include "base/ascii.h"
#include "base/file.h"
#include "engine/line_reader.h"
#include "engine/story_files.h"
#include "engine/text_input.h"

namespace vedette::engine {
namespace {

namespace fs = std::filesystem;

bool is_dossier_name(const fs::path& path) {
  const std::string name = ascii_lower(path.filename().string());
  return !name.starts_with('.') && !name.ends_with(".meta.json") && (name.ends_with(".json") || is_feed_name(name));
}

Result<void> append_folder(const std::string& folder, std::vector<std::string>& files) {
  const size_t before = files.size();
  std::error_code error;
  for (fs::directory_iterator entry(folder, error), end; !error && entry != end; entry.increment(error)) {
    std::error_code ignored;
    if (!is_dossier_name(entry->path()) || !entry->is_regular_file(ignored)) continue;
    if (files.size() - before == kMaxStoryFiles) return fail(ErrorCode::kLimit, "too many dossiers", {.file = folder});
    files.push_back(entry->path().string());
  }
  if (error) return fail(ErrorCode::kIo, "cannot be read: " + error.message(), {.file = folder});
  if (files.size() == before) {
    return fail(ErrorCode::kInvalidInput, "no dossiers here: 'vedette read --out' writes them", {.file = folder});
  }
  std::sort(files.begin() + static_cast<ptrdiff_t>(before), files.end());
  return {};
}

void read_lines(const std::string& file, std::vector<story::ToldStory>& stories,
                const std::function<void(const Error&)>& failed) {
  auto stream = open_plain_file(file);
  if (!stream) return failed(stream.error());
  LineReader lines(*std::move(stream), story::kMaxDossierBytes);
  LineReader::Line line;
  while (true) {
    const auto more = lines.next(line);
    if (!more) return failed(more.error());
    if (!*more) return;
    if (line.too_long) {
      failed({ErrorCode::kLimit, "the dossier is larger than 256 MiB", {file, line.number, {}}});
    } else if (!is_blank(line.text)) {
      auto told = story::read_dossier(line.text, file, line.number);
      if (told)
        stories.push_back(*std::move(told));
      else
        failed(told.error());
    }
  }
}

}  // namespace

Result<std::vector<std::string>> dossier_files(const std::vector<std::string>& paths) {
  std::vector<std::string> files;
  for (const std::string& path : paths) {
    std::error_code error;
    if (fs::is_directory(path, error)) {
      VEDETTE_RETURN_IF_ERROR(append_folder(path, files));
    } else {
      files.push_back(path);
    }
  }
  return files;
}

void read_dossiers(const std::string& file, std::vector<story::ToldStory>& stories,
                   const std::function<void(const Error&)>& failed) {
  if (is_feed_name(file)) return read_lines(file, stories, failed);
  const auto json = read_file(file, story::kMaxDossierBytes);
  if (!json) return failed(json.error());
  auto told = story::read_dossier(*json, file);
  if (!told) return failed(told.error());
  stories.push_back(*std::move(told));
}

}  // namespace vedette::engine
