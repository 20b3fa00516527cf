// The public C++ interface: screen names against sanctions lists, and compare two names.
//
//   auto session = vedette::Session::open({.store = "/var/lib/vedette"});
//   if (!session) return complain(session.problem().message);
//   auto result = session->screen("Jo Chun Ryong");
//   for (const auto& hit : result->hits) std::cout << hit.caption << ' ' << hit.score << '\n';
//
// Needs nothing but the standard library. Nothing here throws, prints, or reads the environment.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "vedette/outcome.hpp"

namespace vedette {

struct SessionOptions {
  std::string store = {};               ///< folder of a list store; empty: the starter list serves
  std::string data = {};                ///< folder of what ships with Vedette; for the starter list only
  std::vector<std::string> lists = {};  ///< names of sources; empty: all that are active
  std::string policy = "default";       ///< "default", or "ofac" for an emulation of OFAC's published search
};

struct ScreenRequest {
  std::optional<double> threshold = {};  ///< 0.50 to 1; the policy's own if empty
  uint32_t limit = 20;                   ///< hits given, best first; 0 gives all
  std::string as_of = {};                ///< YYYY-MM-DD: also say who was listed on that day
  bool explain = false;
};

struct ListedHit {
  std::string id;
  std::string caption;
  std::string schema;  ///< FollowTheMoney: "Person", "Organization", "Vessel", …
  std::vector<std::string> datasets;
  double score = 0;  ///< 0 to 1
  bool match = false;
  std::string matched_name;
  std::string listed_from;  ///< the list's own date, or empty
  std::string explanation;  ///< if asked for
};

struct ScreenResult {
  std::string status;    ///< "complete", "partial" (a bound was hit: a hit may be missing) or "stale"
  bool starter = false;  ///< the starter list served: not for compliance use
  std::vector<ListedHit> hits;
  std::string json;  ///< the whole answer, as `vedette screen --format jsonl` writes it
};

struct PairScore {
  double score = 0;
  bool match = false;
  std::string explanation;
};

/// The lists that are active when it is opened. It goes on using them whatever is loaded later; open another to see
/// that. May be shared by threads.
class Session {
 public:
  /// Refuses (code "refused") where the store holds no active list or lacks a wanted one, and says "corrupt" where a
  /// file is damaged; it never screens against fewer lists than were asked for.
  static Outcome<Session> open(const SessionOptions& options);
  ~Session();
  Session(Session&&) noexcept;
  Session& operator=(Session&&) noexcept;

  /// Screens a name.
  Outcome<ScreenResult> screen(std::string_view name, const ScreenRequest& request = {}) const;
  /// Screens an entity: {"schema": "Person", "properties": {"name": ["…"], "birthDate": ["1964"]}}.
  Outcome<ScreenResult> screen_json(std::string_view query, const ScreenRequest& request = {}) const;
  /// Whether the starter list serves: a sample, not for compliance use.
  bool starter() const;

 private:
  struct Parts;
  explicit Session(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

/// How alike two names are. `schema` says of what: "Person", "Organization", …; empty: not known.
Outcome<PairScore> compare_names(std::string_view a, std::string_view b, std::string_view schema = {},
                                 std::string_view policy = "default");

}  // namespace vedette
