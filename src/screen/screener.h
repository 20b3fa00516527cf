// Query in, hits out. The indexed and the exhaustive path give the same answer, byte for byte.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include "base/partial_date.h"
#include "entity/entity.h"
#include "match/policy.h"
#include "screen/answer.h"
#include "screen/list_set.h"

namespace vedette::screen {

/// A longer text is scanned as far as this, and the answer says partial.
inline constexpr size_t kMaxScanBytes = 64u << 20;

struct ScreenOptions {
  std::optional<double> threshold;  ///< 0.50 … 1; the policy's own if empty
  uint32_t limit = 20;              ///< hits given, best first; 0 gives all
  std::optional<DayNumber> as_of;
  bool explain = false;
  bool exhaustive = false;  ///< score every entity, without the index
};

/// Cheap to make; one per thread. Holds scratch memory that grows to the largest image.
class Screener {
 public:
  Screener(std::shared_ptr<const ListSet> lists, const match::Policy& policy);
  ~Screener();
  Screener(Screener&&) noexcept;
  Screener& operator=(Screener&&) noexcept;

  /// Screens one query. Never fails: what could not be done is in `status`.
  Answer screen(const Entity& query, const ScreenOptions& options);

  /// Names of listed entities in free text (UTF-8; other bytes separate words). Bounded by kMaxScanBytes.
  ScanAnswer scan(std::string_view text, const ScreenOptions& options);

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace vedette::screen
