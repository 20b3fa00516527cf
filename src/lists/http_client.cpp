// The exchange by way of libcurl. What is not wanted of it is switched off: redirects, other protocols, compression,
// signals, and every setting that it would take from the environment.
#include <curl/curl.h>
#include <fmt/format.h>

#include <algorithm>
#include <cctype>
#include <mutex>

#include "base/ascii.h"
#include "lists/http.h"

namespace vedette::lists {
namespace {

constexpr size_t kHeadBytes = size_t{64} << 10;
constexpr long kBufferBytes = 128L << 10;

struct CloseHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
struct FreeHeaders {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using HeaderList = std::unique_ptr<curl_slist, FreeHeaders>;

std::string lower_case(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](unsigned char c) { return std::tolower(c); });
  return out;
}

// One exchange while it goes on.
struct Exchange {
  HttpSink& sink;
  HttpAnswer answer;
  size_t head_bytes = 0;
  bool begun = false;
  bool stopped = false;
  bool head_too_large = false;
};

// Each answer begins with a status line: an interim one (1xx) is forgotten when the next begins.
size_t on_header(char* data, size_t size, size_t count, void* user) {
  auto& exchange = *static_cast<Exchange*>(user);
  const std::string_view line(data, size * count);
  exchange.head_bytes += line.size();
  if (exchange.head_bytes > kHeadBytes) {
    exchange.head_too_large = true;
    return 0;
  }
  if (line.starts_with("HTTP/")) exchange.answer.headers.clear();
  const size_t colon = line.find(':');
  if (colon != std::string_view::npos && !line.starts_with("HTTP/")) {
    exchange.answer.headers[lower_case(trimmed(line.substr(0, colon)))] = trimmed(line.substr(colon + 1));
  }
  return line.size();
}

class CurlClient final : public HttpClient {
 public:
  CurlClient(CURL* handle, NetworkOptions options) : handle_(handle), options_(std::move(options)) {}

  HttpAnswer get(const HttpRequest& request, HttpSink& sink) override;

 private:
  template <typename Value>
  void set(CURLoption option, Value value) {
    curl_easy_setopt(handle_.get(), option, value);
  }
  void set_rules(const HttpRequest& request);
  void set_way(const HttpRequest& request);
  long status() const {
    long code = 0;
    curl_easy_getinfo(handle_.get(), CURLINFO_RESPONSE_CODE, &code);
    return code;
  }
  static size_t on_body(char* data, size_t size, size_t count, void* user);

  std::unique_ptr<CURL, CloseHandle> handle_;
  NetworkOptions options_;
  Exchange* exchange_ = nullptr;
};

size_t CurlClient::on_body(char* data, size_t size, size_t count, void* user) {
  auto& self = *static_cast<CurlClient*>(user);
  Exchange& exchange = *self.exchange_;
  if (!exchange.begun) {
    exchange.begun = true;
    exchange.answer.status = static_cast<int>(self.status());
    exchange.stopped = !exchange.sink.begin(exchange.answer);
  }
  if (!exchange.stopped) exchange.stopped = !exchange.sink.write({data, size * count});
  return exchange.stopped ? 0 : size * count;
}

void CurlClient::set_rules(const HttpRequest& request) {
  curl_easy_reset(handle_.get());  // connections stay
  set(CURLOPT_URL, request.url.c_str());
  set(CURLOPT_PROTOCOLS_STR, "http,https");
  set(CURLOPT_FOLLOWLOCATION, 0L);
  set(CURLOPT_NOSIGNAL, 1L);
  set(CURLOPT_NETRC, static_cast<long>(CURL_NETRC_IGNORED));
  set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
  set(CURLOPT_HTTP09_ALLOWED, 0L);
  set(CURLOPT_BUFFERSIZE, kBufferBytes);
  set(CURLOPT_USERAGENT, options_.user_agent.c_str());
  set(CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(request.connect.count()));
  set(CURLOPT_TIMEOUT_MS, std::max(1L, static_cast<long>(request.time_left.count())));
  set(CURLOPT_LOW_SPEED_LIMIT, static_cast<long>(request.least_speed));
  set(CURLOPT_LOW_SPEED_TIME, static_cast<long>(request.slow_for.count()));
}

void CurlClient::set_way(const HttpRequest& request) {
  set(CURLOPT_SSL_VERIFYPEER, 1L);
  set(CURLOPT_SSL_VERIFYHOST, 2L);
  set(CURLOPT_SSLVERSION, static_cast<long>(CURL_SSLVERSION_TLSv1_2));
  if (!options_.certificates.empty()) set(CURLOPT_CAINFO, options_.certificates.c_str());
  // An empty text is "no proxy"; unset, the library would ask the environment.
  const bool secure = lower_case(request.url.substr(0, 6)) == "https:";
  set(CURLOPT_PROXY, (secure ? options_.https_proxy : options_.http_proxy).c_str());
  set(CURLOPT_NOPROXY, options_.proxy_exceptions.c_str());
}

HttpEnd end_of(CURLcode code, const std::string& detail) {
  switch (code) {
    case CURLE_OK:
      return HttpEnd::kWhole;
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_COULDNT_CONNECT:
    case CURLE_PROXY:
      return HttpEnd::kUnreachable;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
      return HttpEnd::kUntrusted;
    case CURLE_OPERATION_TIMEDOUT:
      // One code for three limits; the words tell them apart.
      if (detail.find("too slow") != std::string::npos) return HttpEnd::kSlow;
      return detail.starts_with("Connection timeout") || detail.starts_with("Connection timed out") ||
                     detail.starts_with("Failed to connect") || detail.starts_with("Resolving timed out")
                 ? HttpEnd::kUnreachable
                 : HttpEnd::kTimeUp;
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_URL_MALFORMAT:
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_BAD_CONTENT_ENCODING:
      return HttpEnd::kMalformed;
    default:
      return HttpEnd::kBroken;
  }
}

HttpAnswer CurlClient::get(const HttpRequest& request, HttpSink& sink) {
  Exchange exchange{.sink = sink, .answer = {}};
  exchange_ = &exchange;
  set_rules(request);
  set_way(request);
  HeaderList headers;
  for (const std::string& header : request.headers) {
    curl_slist* const longer = curl_slist_append(headers.get(), header.c_str());
    if (longer == nullptr) return {.end = HttpEnd::kBroken, .detail = "out of memory"};
    if (headers == nullptr) headers.reset(longer);  // of a list that is there, the head stays
  }
  set(CURLOPT_HTTPHEADER, headers.get());
  char words[CURL_ERROR_SIZE] = "";
  set(CURLOPT_ERRORBUFFER, words);
  set(CURLOPT_HEADERFUNCTION, on_header);
  set(CURLOPT_HEADERDATA, &exchange);
  set(CURLOPT_WRITEFUNCTION, on_body);
  set(CURLOPT_WRITEDATA, this);
  const CURLcode code = curl_easy_perform(handle_.get());
  set(CURLOPT_ERRORBUFFER, nullptr);
  HttpAnswer answer = std::move(exchange.answer);
  exchange_ = nullptr;
  answer.status = static_cast<int>(status());
  answer.detail = words[0] != '\0' ? words : curl_easy_strerror(code);
  answer.end = end_of(code, answer.detail);
  if (exchange.stopped) answer.end = HttpEnd::kStopped;
  if (exchange.head_too_large) {
    answer.end = HttpEnd::kMalformed;
    answer.detail = fmt::format("the head of the answer is over {} bytes", kHeadBytes);
  }
  const char* redirect = nullptr;
  if (curl_easy_getinfo(handle_.get(), CURLINFO_REDIRECT_URL, &redirect) == CURLE_OK && redirect != nullptr) {
    answer.redirect = redirect;
  }
  return answer;
}

}  // namespace

std::string_view HttpAnswer::header(std::string_view name) const {
  const auto found = headers.find(std::string(name));
  return found == headers.end() ? std::string_view() : std::string_view(found->second);
}

Result<std::unique_ptr<HttpClient>> make_http_client(NetworkOptions options) {
  static std::once_flag once;
  static CURLcode started = CURLE_OK;
  std::call_once(once, [] { started = curl_global_init(CURL_GLOBAL_DEFAULT); });
  CURL* handle = started == CURLE_OK ? curl_easy_init() : nullptr;
  if (handle == nullptr) return fail(ErrorCode::kInternal, "libcurl could not be started");
  return std::make_unique<CurlClient>(handle, std::move(options));
}

}  // namespace vedette::lists
