// A download from a server that answers anything. The input is a script, a line an answer:
//   STATUS TAB END TAB REDIRECT TAB HEADERS (name=value, separated by ";") TAB BODY
// However it goes, there is in the end a whole file at the path, or none; never a half one beside it; and no more
// requests are made than the limits allow.
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "base/file.h"
#include "lists/download.h"

namespace {

using namespace vedette;
using namespace vedette::lists;

std::string_view next_part(std::string_view& text, char separator) {
  const size_t end = text.find(separator);
  const std::string_view part = text.substr(0, end);
  text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
  return part;
}

class ScriptedClient final : public HttpClient {
 public:
  explicit ScriptedClient(std::string_view script) : script_(script) {}

  HttpAnswer get(const HttpRequest& request, HttpSink& sink) override {
    constexpr int kMostRequests = 4 * (1 + 5);
    if (++requests_ > kMostRequests || !check_url(request.url)) std::abort();
    for (const std::string& header : request.headers) {
      if (header.find_first_of("\r\n") != std::string::npos) std::abort();
    }
    std::string_view line = next_part(script_, '\n');
    HttpAnswer answer;
    answer.status = std::atoi(std::string(next_part(line, '\t')).c_str());
    const std::string_view end = next_part(line, '\t');
    answer.end = static_cast<HttpEnd>(end.empty() ? 0 : static_cast<unsigned char>(end[0]) % 8);
    answer.redirect = next_part(line, '\t');
    std::string_view headers = next_part(line, '\t');
    while (!headers.empty()) {
      std::string_view header = next_part(headers, ';');
      const std::string name(next_part(header, '='));
      answer.headers[name] = header;
    }
    if (!line.empty() && (!sink.begin(answer) || !sink.write(line.substr(0, line.size() / 2)) ||
                          !sink.write(line.substr(line.size() / 2)))) {
      answer.end = HttpEnd::kStopped;
    }
    return answer;
  }

 private:
  std::string_view script_;
  int requests_ = 0;
};

std::filesystem::path own_path() {
  static const std::filesystem::path kPath =
      std::filesystem::temp_directory_path() / ("vedette-fuzz-" + std::to_string(::getpid()));
  return kPath;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  static const FixedClock kClock(std::chrono::sys_days(std::chrono::year(2025) / 12 / 1));
  const std::filesystem::path path = own_path();
  std::chrono::milliseconds time{0};
  const Pacing pacing{.now = [&] { return time; },
                      .sleep =
                          [&](std::chrono::milliseconds pause) {
                            if (pause.count() < 0) std::abort();
                            time += pause;
                          },
                      .clock = &kClock};
  HttpFetcher fetcher(std::make_unique<ScriptedClient>(std::string_view(reinterpret_cast<const char*>(data), size)),
                      {.bytes = 1000}, pacing);
  const auto done = fetcher.fetch({.url = "https://example.org/x", .path = path, .known = {.etag = "\"a\""}}, {});
  std::error_code error;
  if (std::filesystem::exists(path.string() + ".part", error)) std::abort();
  if (std::filesystem::exists(path, error) != (done && !done->unchanged)) std::abort();
  if (done && !done->unchanged) {
    const auto bytes = read_file(path, 1000);
    if (!bytes || bytes->empty() || bytes->size() != done->bytes || web_page_title(*bytes)) std::abort();
  }
  std::filesystem::remove(path, error);
  if (time > DownloadLimits().total) std::abort();
  return 0;
}
