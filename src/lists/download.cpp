#include "lists/download.h"

#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <charconv>
#include <set>
#include <thread>

#include "base/utf8.h"
#include "lists/part_file.h"

namespace vedette::lists {
namespace {

using std::chrono::milliseconds;

constexpr size_t kFrontBytes = 4096;           // where a web page shows itself
constexpr uint64_t kUnwantedBytes = 64 << 10;  // of an answer that is not the file, at most so much is read
constexpr size_t kLongestUrl = 4096;           // and longest validator

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
  return out;
}

bool is_secure(std::string_view url) {
  return lower_case(url.substr(0, 8)) == "https://";
}

std::string seconds_of(milliseconds time) {
  const double seconds = static_cast<double>(time.count()) / 1000;
  return seconds < 120 ? fmt::format("{:g} s", seconds) : fmt::format("{:.0f} minutes", seconds / 60);
}

std::string amount_of(uint64_t done, std::optional<uint64_t> total) {
  return total ? fmt::format("{} of {} bytes", done, *total) : fmt::format("{} bytes", done);
}

std::optional<uint64_t> number_in(std::string_view digits) {
  uint64_t number = 0;
  const char* const begin = digits.data();
  const char* const end = begin + digits.size();
  const auto parsed = std::from_chars(begin, end, number);
  return parsed.ec == std::errc() && parsed.ptr == end ? std::optional(number) : std::nullopt;
}

// Only a strong ETag or a date says that the bytes are the same (RFC 9110 §13.1.5).
std::string same_file_as(const Validators& validators) {
  if (validators.etag.starts_with('"')) return validators.etag;
  return validators.last_modified;
}

// They go out again as lines of a request's head: nothing may end such a line.
std::string plain_header(const HttpAnswer& head, std::string_view name) {
  const std::string_view text = head.header(name);
  const bool plain = std::none_of(text.begin(), text.end(), [](unsigned char c) { return c < ' ' || c == 0x7f; });
  return plain && text.size() <= kLongestUrl ? std::string(text) : std::string();
}

Validators validators_of(const HttpAnswer& head) {
  return {.etag = plain_header(head, "etag"), .last_modified = plain_header(head, "last-modified")};
}

// "bytes 100-199/200" (RFC 9110 §14.4).
struct ContentRange {
  uint64_t first = 0;
  std::optional<uint64_t> total;
};
std::optional<ContentRange> content_range(std::string_view text) {
  constexpr std::string_view kUnit = "bytes ";
  const size_t dash = text.find('-');
  const size_t slash = text.find('/');
  if (!lower_case(text).starts_with(kUnit) || dash == std::string_view::npos || slash == std::string_view::npos) {
    return std::nullopt;
  }
  const auto first = number_in(text.substr(kUnit.size(), dash - kUnit.size()));
  if (!first) return std::nullopt;
  return ContentRange{.first = *first, .total = number_in(text.substr(slash + 1))};
}

std::string status_text(int status) {
  switch (status) {
    case 401:
      return "401, it wants a password";
    case 403:
      return "403, it refuses us";
    case 404:
      return "404, not found";
    case 407:
      return "407, the proxy wants a password";
    case 410:
      return "410, gone";
    case 429:
      return "429, too many requests";
    case 500:
      return "500, an error of its own";
    case 502:
    case 504:
      return fmt::format("{}, the server behind it fails", status);
    case 503:
      return "503, not available now";
    default:
      return std::to_string(status);
  }
}

bool may_pass(int status) {
  return status == 408 || status == 429 || (status >= 500 && status != 501 && status != 505);
}

// What to do after an exchange.
struct Verdict {
  enum class What : uint8_t { kDone, kUnchanged, kAgain, kGiveUp };
  What what = What::kDone;
  Error error;                        // for the last two
  std::optional<milliseconds> pause;  // that the server asked for
  int cost = 1;                       // attempts that it counts as
};

// One file on its way.
class Transfer final : public HttpSink {
 public:
  Transfer(HttpClient& client, const DownloadLimits& limits, const Pacing& pacing, const DownloadRequest& request,
           const DownloadProgress& progress, PartFile file)
      : client_(client),
        limits_(limits),
        pacing_(pacing),
        request_(request),
        progress_(progress),
        file_(std::move(file)),
        started_(pacing.now()) {}

  Result<Download> run();

  bool begin(const HttpAnswer& head) override;
  bool write(std::string_view bytes) override;

 private:
  milliseconds time_left() const { return limits_.total - (pacing_.now() - started_); }
  Error error(ErrorCode code, std::string message) const { return {code, std::move(message), {.file = request_.url}}; }
  bool stop(ErrorCode code, std::string message) {
    stopped_ = error(code, std::move(message));
    return false;
  }

  Verdict attempt();
  std::vector<std::string> headers() const;
  HttpAnswer ask(const std::string& url);
  std::optional<Error> follow(HttpAnswer& answer);
  Verdict judge(const HttpAnswer& answer);
  Verdict judge_end(const HttpAnswer& answer);
  Verdict judge_status(const HttpAnswer& answer);
  Verdict judge_file();
  Verdict give_up(ErrorCode code, std::string message) const {
    return {.what = Verdict::What::kGiveUp, .error = error(code, std::move(message)), .pause = {}};
  }
  Verdict again(ErrorCode code, std::string message) const {
    return {.what = Verdict::What::kAgain, .error = error(code, std::move(message)), .pause = {}};
  }
  std::optional<milliseconds> asked_pause(const HttpAnswer& answer) const;
  Result<void> wait(const Verdict& verdict, int attempts) const;
  bool begin_whole(const HttpAnswer& head);
  bool begin_rest(const HttpAnswer& head);
  Result<Download> done(bool unchanged, int attempts);

  HttpClient& client_;
  const DownloadLimits& limits_;
  const Pacing& pacing_;
  const DownloadRequest& request_;
  const DownloadProgress& progress_;
  PartFile file_;
  milliseconds started_;
  Validators validators_;           // of what is in the file
  std::optional<uint64_t> length_;  // that the server said the file has
  bool keeps_body_ = false;         // of this exchange
  uint64_t unwanted_ = 0;
  bool may_resume_ = false;
  bool resumed_ = false;
  std::optional<Error> stopped_;
};

bool Transfer::begin_whole(const HttpAnswer& head) {
  if (auto restarted = file_.restart(); !restarted) {
    stopped_ = restarted.error();
    return false;
  }
  validators_ = validators_of(head);
  length_ = head.headers.contains("transfer-encoding") ? std::nullopt : number_in(head.header("content-length"));
  may_resume_ = !same_file_as(validators_).empty();
  if (length_.value_or(0) <= limits_.bytes) return true;
  return stop(ErrorCode::kLimit, fmt::format("the file has {} bytes, over the limit of {}", *length_, limits_.bytes));
}

bool Transfer::begin_rest(const HttpAnswer& head) {
  const auto range = content_range(head.header("content-range"));
  const std::string_view etag = head.header("etag");
  const bool is_another = !etag.empty() && !validators_.etag.empty() && etag != validators_.etag;
  if (is_another || !range || range->first != file_.size() || (range->total && length_ && *range->total != *length_)) {
    may_resume_ = false;  // the next attempt asks for all of it
    return false;
  }
  if (range->total) length_ = range->total;
  resumed_ = true;
  return true;
}

bool Transfer::begin(const HttpAnswer& head) {
  keeps_body_ = head.status == 200 || head.status == 206;
  unwanted_ = 0;
  if (!keeps_body_) return true;
  return head.status == 200 ? begin_whole(head) : begin_rest(head);
}

bool Transfer::write(std::string_view bytes) {
  if (!keeps_body_) return (unwanted_ += bytes.size()) <= kUnwantedBytes;
  if (file_.size() + bytes.size() > limits_.bytes) {
    return stop(ErrorCode::kLimit, fmt::format("the file goes on beyond the limit of {} bytes", limits_.bytes));
  }
  if (auto appended = file_.append(bytes); !appended) {
    stopped_ = appended.error();
    return false;
  }
  if (progress_) progress_(file_.size(), length_.value_or(0));
  return true;
}

// Compressed on the way, lengths and ranges would mean something else.
std::vector<std::string> Transfer::headers() const {
  std::vector<std::string> headers = {"Accept: */*", "Accept-Encoding: identity"};
  if (may_resume_ && file_.size() > 0) {
    headers.push_back(fmt::format("Range: bytes={}-", file_.size()));
    headers.push_back("If-Range: " + same_file_as(validators_));
    return headers;
  }
  if (!request_.known.etag.empty()) headers.push_back("If-None-Match: " + request_.known.etag);
  if (!request_.known.last_modified.empty()) headers.push_back("If-Modified-Since: " + request_.known.last_modified);
  return headers;
}

HttpAnswer Transfer::ask(const std::string& url) {
  return client_.get({.url = url,
                      .headers = headers(),
                      .connect = limits_.connect,
                      .time_left = std::max(time_left(), milliseconds(1)),
                      .least_speed = limits_.least_speed,
                      .slow_for = limits_.slow_for},
                     *this);
}

// Goes where the answer points, as long as that leads on.
std::optional<Error> Transfer::follow(HttpAnswer& answer) {
  std::set<std::string> visited = {request_.url};
  bool secure = is_secure(request_.url);
  for (int step = 0; answer.end == HttpEnd::kWhole && !answer.redirect.empty(); ++step) {
    const std::string url = answer.redirect;
    if (!visited.insert(url).second) {
      return error(ErrorCode::kRefused, fmt::format("the server redirects in a circle, back to {}", url));
    }
    if (step == limits_.redirects) {
      return error(ErrorCode::kRefused, fmt::format("the server redirects more than {} times", limits_.redirects));
    }
    if (const auto checked = check_url(url); !checked) {
      return error(ErrorCode::kRefused, fmt::format("the server redirects to what is no web address: {}", url));
    }
    if (secure && !is_secure(url)) {
      return error(ErrorCode::kRefused,
                   fmt::format("the server redirects from https to {}, where anybody on the way could change it", url));
    }
    secure = is_secure(url);
    answer = ask(url);
  }
  return std::nullopt;
}

Verdict Transfer::attempt() {
  HttpAnswer answer = ask(request_.url);
  if (auto refused = follow(answer)) return {.what = Verdict::What::kGiveUp, .error = *refused, .pause = {}};
  return judge(answer);
}

Verdict Transfer::judge(const HttpAnswer& answer) {
  if (stopped_) return {.what = Verdict::What::kGiveUp, .error = *stopped_, .pause = {}};
  // An answer that is not the file and that was cut short by us, or by the server, still says what its status says.
  const bool is_file = answer.status == 200 || answer.status == 206;
  if (answer.end == HttpEnd::kStopped && is_file) {
    return again(ErrorCode::kRefused, "the server sent another part of the file than the one asked for");
  }
  const bool status_counts = answer.end == HttpEnd::kWhole || answer.end == HttpEnd::kStopped;
  if (!status_counts) return judge_end(answer);
  return is_file ? judge_file() : judge_status(answer);
}

Verdict Transfer::judge_end(const HttpAnswer& answer) {
  const std::string amount = amount_of(file_.size(), length_);
  switch (answer.end) {
    case HttpEnd::kUnreachable: {
      Verdict verdict = again(ErrorCode::kIo, fmt::format("the server cannot be reached ({})", answer.detail));
      verdict.cost = 2;  // a machine without a network should not wait long for every list
      return verdict;
    }
    case HttpEnd::kUntrusted:
      return give_up(ErrorCode::kRefused, fmt::format("the server cannot be trusted ({})", answer.detail));
    case HttpEnd::kSlow:
      return again(ErrorCode::kLimit, fmt::format("the server is too slow: under {} bytes a second for {} s, after {}",
                                                  limits_.least_speed, limits_.slow_for.count(), amount));
    case HttpEnd::kTimeUp:
      return give_up(ErrorCode::kLimit,
                     fmt::format("not done within the limit of {}, after {}", seconds_of(limits_.total), amount));
    case HttpEnd::kMalformed:
      return give_up(ErrorCode::kRefused, fmt::format("the server's answer makes no sense ({})", answer.detail));
    default:
      return again(ErrorCode::kIo, fmt::format("the connection broke after {} ({})", amount, answer.detail));
  }
}

Verdict Transfer::judge_file() {
  if (length_ && file_.size() != *length_) {
    may_resume_ = false;
    return again(ErrorCode::kRefused, fmt::format("the server sent {}", amount_of(file_.size(), length_)));
  }
  if (file_.size() == 0) return give_up(ErrorCode::kRefused, "the server sent an empty file");
  auto front = file_.front(kFrontBytes);
  if (!front) return {.what = Verdict::What::kGiveUp, .error = front.error(), .pause = {}};
  if (const auto title = web_page_title(*front)) {
    return give_up(ErrorCode::kRefused,
                   title->empty() ? std::string("the server sent a web page in place of the list")
                                  : fmt::format("the server sent a web page in place of the list: \"{}\"", *title));
  }
  return {};
}

std::optional<milliseconds> Transfer::asked_pause(const HttpAnswer& answer) const {
  const std::string_view text = answer.header("retry-after");
  constexpr uint64_t kMostSeconds = 1'000'000'000;
  if (const auto seconds = number_in(text)) {
    return milliseconds(1000 * static_cast<int64_t>(std::min(*seconds, kMostSeconds)));
  }
  const auto date = parse_http_date(text);
  if (!date || pacing_.clock == nullptr) return std::nullopt;
  return std::max(milliseconds(0), std::chrono::duration_cast<milliseconds>(*date - pacing_.clock->now()));
}

Verdict Transfer::judge_status(const HttpAnswer& answer) {
  if (answer.status == 304 && !request_.known.empty())
    return {.what = Verdict::What::kUnchanged, .error = {}, .pause = {}};
  if (answer.status == 416) {
    may_resume_ = false;
    return again(ErrorCode::kRefused, "the server has no such part of the file (416)");
  }
  const std::string said = fmt::format("the server answered {}", status_text(answer.status));
  if (answer.status == 404 || answer.status == 410) return give_up(ErrorCode::kNotFound, said);
  if (!may_pass(answer.status)) return give_up(ErrorCode::kRefused, said);
  Verdict verdict = again(ErrorCode::kIo, said);
  verdict.pause = asked_pause(answer);
  return verdict;
}

// kLimit if the pause would be too long.
Result<void> Transfer::wait(const Verdict& verdict, int attempts) const {
  const auto usual = std::min(limits_.first_pause * (1 << std::min(attempts - 1, 16)), limits_.longest_pause);
  const auto pause = std::max(verdict.pause.value_or(usual), usual);
  if (pause > limits_.longest_pause) {
    return Unexpected(error(verdict.error.code, fmt::format("{}, and asks to be left alone for {}",
                                                            verdict.error.message, seconds_of(pause))));
  }
  if (pause >= time_left()) {
    return Unexpected(error(ErrorCode::kLimit, fmt::format("{}; there is no time left for another attempt within {}",
                                                           verdict.error.message, seconds_of(limits_.total))));
  }
  pacing_.sleep(pause);
  return {};
}

Result<Download> Transfer::done(bool unchanged, int attempts) {
  if (!unchanged) VEDETTE_RETURN_IF_ERROR(file_.finish());
  return Download{.unchanged = unchanged,
                  .validators = unchanged ? request_.known : validators_,
                  .bytes = unchanged ? 0 : file_.size(),
                  .attempts = attempts,
                  .resumed = resumed_ && !unchanged};
}

Result<Download> Transfer::run() {
  int spent = 0;
  for (int attempts = 1;; ++attempts) {
    const Verdict verdict = attempt();
    if (verdict.what == Verdict::What::kDone) return done(false, attempts);
    if (verdict.what == Verdict::What::kUnchanged) return done(true, attempts);
    spent += verdict.cost;
    if (verdict.what == Verdict::What::kGiveUp) return Unexpected(verdict.error);
    if (spent >= limits_.attempts) {
      Error last = verdict.error;
      if (attempts > 1) last.message += fmt::format("; {} attempts were made", attempts);
      return Unexpected(last);
    }
    VEDETTE_RETURN_IF_ERROR(wait(verdict, attempts));
  }
}

}  // namespace

Pacing real_pacing(const Clock& clock) {
  return {
      .now =
          [] { return std::chrono::duration_cast<milliseconds>(std::chrono::steady_clock::now().time_since_epoch()); },
      .sleep = [](milliseconds time) { std::this_thread::sleep_for(time); },
      .clock = &clock};
}

Result<Download> HttpFetcher::fetch(const DownloadRequest& request, const DownloadProgress& progress) {
  VEDETTE_RETURN_IF_ERROR(check_url(request.url));
  VEDETTE_ASSIGN_OR_RETURN(PartFile file, PartFile::create(request.path));
  return Transfer(*client_, limits_, pacing_, request, progress, std::move(file)).run();
}

Result<std::unique_ptr<Fetcher>> make_fetcher(NetworkOptions network, DownloadLimits limits, const Clock& clock) {
  VEDETTE_ASSIGN_OR_RETURN(auto client, make_http_client(std::move(network)));
  return std::make_unique<HttpFetcher>(std::move(client), limits, real_pacing(clock));
}

Result<void> check_url(std::string_view url) {
  const auto wrong = [&](std::string_view why) {
    return fail(ErrorCode::kUsage, fmt::format("'{}' is no address to fetch from: {}", url.substr(0, 200), why));
  };
  const std::string lower = lower_case(url);
  const size_t host = lower.starts_with("https://") ? 8 : lower.starts_with("http://") ? 7 : 0;
  if (host == 0) return wrong("it must begin with https:// or http://");
  if (url.size() > kLongestUrl) return wrong(fmt::format("it is longer than {} characters", kLongestUrl));
  if (std::any_of(url.begin(), url.end(), [](unsigned char c) { return c <= ' ' || c == 0x7f; })) {
    return wrong("it has blanks in it");
  }
  const std::string_view authority = url.substr(host, url.find_first_of("/?#", host) - host);
  if (authority.empty()) return wrong("it names no host");
  if (authority.find('@') != std::string_view::npos) return wrong("a name or password in it would show in messages");
  return {};
}

std::optional<std::string> web_page_title(std::string_view front) {
  constexpr size_t kLongestTitle = 120;
  const std::string text = lower_case(front);
  const size_t first = text.find_first_not_of("\xef\xbb\xbf \t\r\n");
  if (first == std::string::npos || text[first] != '<') return std::nullopt;
  constexpr size_t kHead = 1024;  // an XML declaration and comments may come before
  const std::string_view head = std::string_view(text).substr(first, kHead);
  if (head.find("<!doctype html") == std::string_view::npos && head.find("<html") == std::string_view::npos) {
    return std::nullopt;
  }
  const size_t open = text.find("<title");
  const size_t start = open == std::string::npos ? open : text.find('>', open);
  const size_t end = start == std::string::npos ? start : text.find("</title", start);
  if (end == std::string::npos) return std::string();
  std::string title;
  for (const char c : front.substr(start + 1, end - start - 1)) {
    const bool blank = static_cast<unsigned char>(c) <= ' ';
    if (!blank) title += c;
    if (blank && !title.empty() && title.back() != ' ') title += ' ';
  }
  if (title.ends_with(' ')) title.pop_back();
  return mend_utf8(title.substr(0, kLongestTitle));
}

}  // namespace vedette::lists
