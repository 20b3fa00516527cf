// One HTTP exchange: a question, the head of the answer, and its body handed on as it comes. What an answer means, and
// whether to ask again, is decided above (lists/download.h).
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/error.h"

namespace vedette::lists {

struct HttpRequest {
  std::string url;                         ///< http or https, no other
  std::vector<std::string> headers;        ///< "Range: bytes=100-"
  std::chrono::milliseconds connect{0};    ///< longest time until the connection stands
  std::chrono::milliseconds time_left{0};  ///< longest time for all of it
  uint64_t least_speed = 0;                ///< bytes a second; slower for `slow_for` ends the exchange
  std::chrono::seconds slow_for{0};
};

/// How an exchange ended, apart from what the server said.
enum class HttpEnd : uint8_t {
  kWhole,        ///< the answer came, as long as it said that it was
  kUnreachable,  ///< no address for the name, or no connection
  kUntrusted,    ///< TLS: the certificate could not be verified, or no agreement on how to encrypt
  kBroken,       ///< the connection ended before the answer did
  kSlow,         ///< under the least speed for too long
  kTimeUp,       ///< the time for all of it was over
  kStopped,      ///< the sink wanted no more
  kMalformed,    ///< not HTTP
};

struct HttpAnswer {
  HttpEnd end = HttpEnd::kWhole;
  std::string detail;                          ///< of an end other than kWhole, in the library's words
  int status = 0;                              ///< 0 if no head came
  std::map<std::string, std::string> headers;  ///< names in lower case; of several of one name the last
  std::string redirect;                        ///< where a 3xx points, as a whole address; else empty

  /// Empty if there is none.
  std::string_view header(std::string_view name) const;
};

/// Takes the body of one answer.
class HttpSink {
 public:
  virtual ~HttpSink() = default;
  /// Called once before the first byte, with the head. False ends the exchange.
  virtual bool begin(const HttpAnswer& head) = 0;
  /// False ends the exchange.
  virtual bool write(std::string_view bytes) = 0;
};

class HttpClient {
 public:
  virtual ~HttpClient() = default;
  /// Asks once. Redirects are not followed.
  virtual HttpAnswer get(const HttpRequest& request, HttpSink& sink) = 0;
};

/// How to reach the world. Nothing is read from the process's environment.
struct NetworkOptions {
  std::string user_agent;        ///< "vedette/0.1.0 (+https://…)"
  std::string http_proxy;        ///< for http addresses; empty: none
  std::string https_proxy;       ///< for https addresses; empty: none
  std::string proxy_exceptions;  ///< hosts that are reached directly: "localhost,.example.org"
  std::string certificates;      ///< file of the authorities to trust; empty: the system's
};

/// A client that verifies TLS, 1.2 or later. It keeps connections open from one exchange to the next. Not thread-safe.
Result<std::unique_ptr<HttpClient>> make_http_client(NetworkOptions options);

/// Seconds since 1970 of a date as HTTP writes it ("Sun, 06 Nov 1994 08:49:37 GMT", RFC 9110 §5.6.7); nullopt for
/// anything else, the obsolete forms among it.
std::optional<std::chrono::sys_seconds> parse_http_date(std::string_view text);

}  // namespace vedette::lists
