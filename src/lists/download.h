// Fetches one file: whole, or not at all.
//
// What stands in the way of that, and what is done about it:
//   the server is busy or broken (408, 429, 5xx)      asked again after a pause; Retry-After is honoured within bounds
//   the connection breaks                             asked for the rest (Range, If-Range) where the file is known to
//   be
//                                                     the same one by a strong ETag or its date, else for all of it
//   the server moved the file                         followed, a few steps, never in a circle and never from https
//                                                     back to http
//   the file is longer or shorter than was said       refused
//   a web page comes in place of the file             refused, with the page's title
//   too large, too slow, too late                     refused, naming the limit
// A file that is unchanged since the last time (304) is not sent again.
#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.h"
#include "base/error.h"
#include "lists/http.h"

namespace vedette::lists {

/// What a server gives to know a file again by; as it wrote them, or empty.
struct Validators {
  std::string etag;
  std::string last_modified;

  bool operator==(const Validators&) const = default;
  bool empty() const { return etag.empty() && last_modified.empty(); }
};

/// The defaults suit the official servers: the largest list has 130 MB, and one of them makes its file on demand.
struct DownloadLimits {
  uint64_t bytes = uint64_t{1} << 30;
  std::chrono::milliseconds connect{20'000};
  std::chrono::milliseconds total{20 * 60'000};  ///< of one file, with all pauses and attempts
  uint64_t least_speed = 500;                    ///< bytes a second
  std::chrono::seconds slow_for{90};             ///< how long it may stay below that
  int redirects = 5;
  int attempts = 4;
  std::chrono::milliseconds first_pause{2'000};     ///< doubled with every attempt
  std::chrono::milliseconds longest_pause{60'000};  ///< a server that asks for a longer one is given up for now
};

/// Time as the download sees it.
struct Pacing {
  std::function<std::chrono::milliseconds()> now;  ///< steady, from any beginning
  std::function<void(std::chrono::milliseconds)> sleep;
  const Clock* clock = nullptr;  ///< for dates in Retry-After
};
/// The machine's. `clock` must outlive it.
Pacing real_pacing(const Clock& clock);

struct DownloadRequest {
  std::string url;
  std::filesystem::path path;  ///< where the whole file goes; until it is whole it has another name beside it
  Validators known;            ///< of the copy that is at hand; empty: there is none
};

struct Download {
  bool unchanged = false;  ///< the copy at hand is the newest; there is no file
  Validators validators;   ///< of the file, for the next time
  uint64_t bytes = 0;      ///< of the file
  int attempts = 1;
  bool resumed = false;  ///< it came in parts
};

/// Bytes that have come, bytes that will have (0: unknown).
using DownloadProgress = std::function<void(uint64_t done, uint64_t total)>;

class Fetcher {
 public:
  virtual ~Fetcher() = default;
  /// An error's `where.file` is the address. kNotFound: the server has no such file (404, 410). kLimit: a limit was
  /// hit. kRefused: it answered, but not with a file that can be trusted to be whole, or not to us. kIo: it could not
  /// be reached, or broke off or failed again and again. No file is left at `path` then.
  virtual Result<Download> fetch(const DownloadRequest& request, const DownloadProgress& progress) = 0;
};

class HttpFetcher final : public Fetcher {
 public:
  /// One request at a time.
  HttpFetcher(std::unique_ptr<HttpClient> client, DownloadLimits limits, Pacing pacing)
      : client_(std::move(client)), limits_(limits), pacing_(std::move(pacing)) {}
  Result<Download> fetch(const DownloadRequest& request, const DownloadProgress& progress) override;

 private:
  std::unique_ptr<HttpClient> client_;
  DownloadLimits limits_;
  Pacing pacing_;
};

/// A fetcher over the network.
Result<std::unique_ptr<Fetcher>> make_fetcher(NetworkOptions network, DownloadLimits limits, const Clock& clock);

/// An address that may be fetched: http or https, a host, no blanks and no name or password. kUsage otherwise.
Result<void> check_url(std::string_view url);

/// The title of the web page that begins with `front`, "" if it has none; nullopt if this is no web page.
std::optional<std::string> web_page_title(std::string_view front);

}  // namespace vedette::lists
