#include "engine/list_loader.h"

#include <fmt/format.h>

#include <algorithm>

#include "engine/hashing_stream.h"
#include "engine/load_sink.h"
#include "index/container.h"
#include "index/index_signature.h"
#include "lists/detect.h"
#include "lists/input.h"
#include "lists/readers.h"
#include "lists/sources.h"
#include "lists/version_name.h"

namespace vedette::engine {
namespace {

namespace fs = std::filesystem;

// Raised whenever a reader makes something else of the same file.
constexpr int kReaderRevision = 3;

// Bytes of the files to be read; 0 where compression leaves the number of bytes that will come out unknown.
uint64_t expected_bytes(const fs::path& path) {
  const auto size_of = [](const fs::path& file) -> uint64_t {
    std::error_code error;
    const uint64_t size = fs::file_size(file, error);
    return error ? 0 : size;
  };
  const auto is_compressed = [](const fs::path& file) {
    const auto ending = file.extension().string();
    return ending == ".gz" || ending == ".zip" || ending == ".zst";
  };
  std::error_code error;
  if (!fs::is_directory(path, error)) return is_compressed(path) ? 0 : size_of(path);
  uint64_t sum = 0;
  for (const auto& entry : fs::directory_iterator(path, error)) {
    if (is_compressed(entry.path())) return 0;
    sum += size_of(entry.path());
  }
  return sum;
}

Result<std::optional<lists::Format>> wanted_format(const AddRequest& request) {
  if (!request.format) return std::nullopt;
  const auto format = lists::find_format(*request.format);
  if (format) return format;
  return fail(ErrorCode::kUsage,
              fmt::format("'{}' is no format; there are: {}", *request.format, lists::format_names()));
}

// OFAC's two lists share their formats; every other official format belongs to the list of one authority.
bool is_of_another_list(std::string_view source, const lists::Detected& detected) {
  if (detected.source.empty() || lists::find_source(source) == nullptr) return false;
  constexpr std::string_view kOfac = "us_ofac_";
  if (detected.source.starts_with(kOfac)) return !source.starts_with(kOfac);
  return source != detected.source;
}

Result<std::string> source_name(const AddRequest& request, const lists::Detected& detected) {
  std::string name = request.source.empty() ? detected.source : request.source;
  if (name.empty()) {
    return fail(ErrorCode::kUsage,
                fmt::format("a list in the format {} does not say whose it is: give it a name with --source",
                            lists::to_string(detected.format)));
  }
  VEDETTE_RETURN_IF_ERROR(lists::check_source_name(name));
  if (is_of_another_list(name, detected)) {
    return fail(ErrorCode::kUsage,
                fmt::format("the file is in the format {}, which {} is published in and {} is not; is --source right?",
                            lists::to_string(detected.format), detected.source, name),
                {.file = request.path.string()});
  }
  return name;
}

// The date of the file, else that of the caller. A date to come would keep a list fresh for ever.
Result<CalendarDate> published_date(const AddRequest& request, const std::optional<PartialDate>& own,
                                    const Clock& clock, std::vector<std::string>& notes) {
  std::optional<CalendarDate> given;
  if (request.published) {
    VEDETTE_ASSIGN_OR_RETURN(given, lists::parse_published(*request.published));
  }
  if (!own && !given && request.published_otherwise) {
    VEDETTE_ASSIGN_OR_RETURN(given, lists::parse_published(*request.published_otherwise));
  }
  if (!own && !given) {
    return fail(ErrorCode::kUsage,
                "this file does not say when it was published: give the day, month or year with --published",
                {.file = request.path.string()});
  }
  const CalendarDate date = own ? own->from : *given;
  if (own && given && *given != date) {
    notes.push_back(fmt::format("the file says that it was published on {}: {} was not used", date.to_string(),
                                given->to_string()));
  }
  constexpr DayNumber kTimeZones = 1;  // it may be tomorrow already where the list was published
  if (date.first_day() > clock.today() + kTimeZones) {
    return fail(own ? ErrorCode::kInvalidInput : ErrorCode::kUsage,
                fmt::format("the published date {} lies in the future", date.to_string()),
                {.file = request.path.string()});
  }
  return date;
}

// Hands the release to its reader; `version` gets what the content says of itself.
Result<lists::ReadSummary> read_release(lists::Detected detected, const AddRequest& request, ContentDigest digest,
                                        LoadSink& sink, lists::Version& version) {
  lists::ReadOptions options;
  options.source = version.source;
  options.column_map = request.column_map;
  const auto read = lists::reader_for(detected.format);
  if (read == nullptr) {
    return fail(ErrorCode::kUnsupported,
                fmt::format("this program has no reader for the format {}", lists::to_string(detected.format)));
  }
  auto summary = read(digest.wrap(std::move(detected.streams)), options, sink);
  if (!summary) return summary;
  version.files = digest.names();
  VEDETTE_ASSIGN_OR_RETURN(version.hash, std::move(digest).finish());
  return summary;
}

void add_count_notes(const lists::ReadSummary& summary, const LoadSink& sink, std::vector<std::string>& notes) {
  if (summary.declared_records && *summary.declared_records != summary.records) {
    notes.push_back(
        fmt::format("the file declares {} records, {} were found", *summary.declared_records, summary.records));
  }
  if (sink.rejected() > 0) {
    notes.push_back(
        fmt::format("{} of {} records could not be read", sink.rejected(), sink.records() + sink.rejected()));
  }
}

Result<void> check_not_empty(const AddRequest& request, const LoadSink& sink) {
  if (sink.records() > 0) return {};
  return fail(ErrorCode::kInvalidInput,
              sink.rejected() == 0 ? std::string("there is not one record in it")
                                   : fmt::format("none of its {} records could be read; the first: {}", sink.rejected(),
                                                 sink.rejected_examples().front()),
              {.file = request.path.string()});
}

// Progress of bytes and of records, told together.
class ProgressTeller {
 public:
  ProgressTeller(const LoadProgress& progress, const fs::path& path)
      : progress_(progress), total_(progress ? expected_bytes(path) : 0) {}
  void records(uint64_t count) { records_ = count; }
  void bytes(uint64_t count) const {
    if (progress_) progress_(count, total_, records_);
  }

 private:
  const LoadProgress& progress_;
  uint64_t total_;
  uint64_t records_ = 0;
};

struct ReadVersion {
  lists::Version version;
  bool dated_by_file = false;
};

// From the path to all that is known of the version; its entities are in the sink.
Result<ReadVersion> read_version(const AddRequest& request, ProgressTeller& teller, const Clock& clock,
                                 LoadSink& sink) {
  VEDETTE_ASSIGN_OR_RETURN(const auto wanted, wanted_format(request));
  VEDETTE_ASSIGN_OR_RETURN(auto streams, lists::open_input(request.path, {}));
  VEDETTE_ASSIGN_OR_RETURN(auto detected, lists::detect(std::move(streams), wanted));
  lists::Version version;
  VEDETTE_ASSIGN_OR_RETURN(version.source, source_name(request, detected));
  version.format = lists::to_string(detected.format);
  version.notes = detected.notes;
  ContentDigest digest([&](uint64_t so_far) { teller.bytes(so_far); });
  VEDETTE_ASSIGN_OR_RETURN(const auto summary,
                           read_release(std::move(detected), request, std::move(digest), sink, version));
  version.notes.insert(version.notes.end(), summary.notes.begin(), summary.notes.end());
  add_count_notes(summary, sink, version.notes);
  VEDETTE_RETURN_IF_ERROR(check_not_empty(request, sink));
  VEDETTE_ASSIGN_OR_RETURN(version.published, published_date(request, summary.published, clock, version.notes));
  version.records = sink.records();
  version.rejected = sink.rejected();
  version.schemata = sink.schemata();
  version.values = sink.values();
  version.built_by = built_by();
  return ReadVersion{.version = std::move(version), .dated_by_file = summary.published.has_value()};
}

Result<std::string> compile(LoadSink& sink, const lists::Version& version) {
  index::ImageInfo info;
  info.source = version.source;
  info.published = version.published.to_string();
  info.content = version.hash;
  info.format = version.format;
  return std::move(sink.builder()).finish(std::move(info));
}

AddReport make_report(lists::Added added, const ReadVersion& read, const LoadSink& sink) {
  const CalendarDate kept = added.version.current_on();
  const CalendarDate& published = read.version.published;
  std::vector<std::string> notes = read.version.notes;
  if (added.outcome == lists::AddOutcome::kAlreadyLoaded && published.last_day() < kept.last_day()) {
    notes.push_back(fmt::format("the same content was loaded before as of {}: {} was not used", kept.to_string(),
                                published.to_string()));
  }
  return {.added = std::move(added),
          .notes = std::move(notes),
          .rejected_examples = sink.rejected_examples(),
          .dated_by_file = read.dated_by_file};
}

}  // namespace

std::string built_by() {
  return fmt::format("readers {}, image {}, index {:016x}", kReaderRevision, index::kImageVersion,
                     index::kIndexSignature);
}

Result<AddReport> load_list(lists::Store& store, const AddRequest& request, const LoadProgress& progress,
                            const Clock& clock) {
  ProgressTeller teller(progress, request.path);
  LoadSink sink([&](uint64_t so_far) { teller.records(so_far); });
  VEDETTE_ASSIGN_OR_RETURN(const auto read, read_version(request, teller, clock, sink));
  const lists::Version& version = read.version;
  VEDETTE_ASSIGN_OR_RETURN(auto again, store.add_again(version, request.accept));
  if (again) return make_report(*std::move(again), read, sink);
  VEDETTE_ASSIGN_OR_RETURN(const std::string image, compile(sink, version));
  const std::string rejected = sink.rejected_records();
  VEDETTE_ASSIGN_OR_RETURN(
      auto added, store.add({.version = version, .image = image, .rejected_records = rejected}, request.accept, clock));
  return make_report(std::move(added), read, sink);
}

Result<Trial> try_to_load(const lists::Store& store, const AddRequest& request, const LoadProgress& progress,
                          const Clock& clock) {
  ProgressTeller teller(progress, request.path);
  LoadSink sink([&](uint64_t so_far) { teller.records(so_far); });
  VEDETTE_ASSIGN_OR_RETURN(const auto read, read_version(request, teller, clock, sink));
  VEDETTE_ASSIGN_OR_RETURN(auto added, store.would_add(read.version));
  AddReport report = make_report(std::move(added), read, sink);
  VEDETTE_ASSIGN_OR_RETURN(std::string image, compile(sink, read.version));
  return Trial{.report = std::move(report), .image = std::move(image)};
}

}  // namespace vedette::engine
