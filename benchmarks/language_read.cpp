// How fast English is read: tokens, tags, trees, lemmas and entities of a folder of texts.
//
//   language_read MODEL FOLDER [--texts N] [--threads N] [--batch N]
//
// MODEL is a model file; the first N texts (all, if not given) of FOLDER are read, in the order of their names as
// bytes: on one thread in batches (16), on several by a pool. Nothing is read twice, and caches start empty.
// Prints one JSON object: texts, tokens, sentences and entities read; load_ms, to open the model and make a reader;
// seconds of wall clock and cpu_seconds of the process, both without the load; peak_mb, the most memory ever resident;
// the kernel in use. The answer it must get: what another number of threads or size of batch gets, and what spaCy gets
// with the same model (language/compare_with_spacy.py holds it to that).
#include <sys/resource.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "vedette/language.hpp"

namespace {

using namespace vedette::language;
using Clock = std::chrono::steady_clock;

struct Options {
  std::string model, folder;
  size_t texts = SIZE_MAX;
  size_t threads = 1;
  size_t batch = 16;
};

struct Counts {
  size_t tokens = 0, sentences = 0, entities = 0;
};

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

double cpu_seconds() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
  };
  return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

double peak_megabytes() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<double>(usage.ru_maxrss) * 1024 / 1e6;
}

std::vector<std::string> read_texts(const Options& options) {
  std::vector<std::filesystem::path> paths;
  std::error_code missing;
  for (const auto& entry : std::filesystem::directory_iterator(options.folder, missing)) paths.push_back(entry.path());
  std::sort(paths.begin(), paths.end());
  if (paths.size() > options.texts) paths.resize(options.texts);
  std::vector<std::string> texts;
  for (const auto& path : paths) {
    std::ifstream file(path, std::ios::binary);
    texts.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
  }
  return texts;
}

void count(const std::vector<Document>& documents, Counts& counts) {
  for (const Document& document : documents) {
    counts.tokens += document.tokens.size();
    counts.sentences += document.sentences.size();
    counts.entities += document.entities.size();
  }
}

void read_in_batches(Reader& reader, std::span<const std::string_view> texts, size_t batch, Counts& counts) {
  for (size_t begin = 0; begin < texts.size(); begin += batch) {
    count(reader.read_all(texts.subspan(begin, std::min(batch, texts.size() - begin))), counts);
  }
}

int run(const Options& options) {
  const auto texts = read_texts(options);
  if (texts.empty()) {
    std::fprintf(stderr, "language_read: no texts in %s\n", options.folder.c_str());
    return 1;
  }
  const auto load_start = Clock::now();
  const auto model = Model::open(options.model);
  if (!model) {
    std::fprintf(stderr, "language_read: %s\n", model.problem().message.c_str());
    return 1;
  }
  Reader reader(*model);
  const double load = seconds_since(load_start);

  Counts counts;
  const std::vector<std::string_view> views(texts.begin(), texts.end());
  const double cpu_before = cpu_seconds();
  const auto start = Clock::now();
  if (options.threads == 1) {
    read_in_batches(reader, views, options.batch, counts);
  } else {
    count(ReaderPool(*model, static_cast<unsigned>(options.threads)).read_all(views), counts);
  }
  const double wall = seconds_since(start);
  std::printf(
      "{\"texts\": %zu, \"tokens\": %zu, \"sentences\": %zu, \"entities\": %zu, \"load_ms\": %.2f, \"seconds\": %.4f, "
      "\"cpu_seconds\": %.4f, \"peak_mb\": %.1f, \"kernel\": \"%s\"}\n",
      texts.size(), counts.tokens, counts.sentences, counts.entities, load * 1e3, wall, cpu_seconds() - cpu_before,
      peak_megabytes(), std::string(reader.kernel()).c_str());
  return 0;
}

std::optional<Options> parse(const std::vector<std::string>& arguments) {
  if (arguments.size() < 2 || arguments.size() % 2 != 0) return std::nullopt;
  Options options{arguments[0], arguments[1]};
  for (size_t i = 2; i < arguments.size(); i += 2) {
    const std::string &name = arguments[i], &value = arguments[i + 1];
    size_t* target = name == "--texts"     ? &options.texts
                     : name == "--threads" ? &options.threads
                     : name == "--batch"   ? &options.batch
                                           : nullptr;
    const char* end = value.data() + value.size();
    if (target == nullptr) return std::nullopt;
    const auto [stop, error] = std::from_chars(value.data(), end, *target);
    if (error != std::errc() || stop != end || *target == 0) return std::nullopt;
  }
  return options;
}

}  // namespace

int main(int argc, char** argv) {
  const auto options = parse({argv + 1, argv + argc});
  if (!options) {
    std::fputs("usage: language_read MODEL FOLDER [--texts N] [--threads N] [--batch N]\n", stderr);
    return 2;
  }
  return run(*options);
}
