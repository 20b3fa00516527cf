#include "screen/screener.h"

#include <algorithm>

#include "base/utf8.h"
#include "screen/document_scan.h"
#include "screen/hit_builder.h"
#include "screen/searcher.h"

namespace vedette::screen {

struct Screener::Parts {
  Searcher searcher;
  ImageUsed image;

  Parts(std::shared_ptr<const ListSet> lists, const match::Policy& policy)
      : searcher(std::move(lists), policy), image(image_used(searcher.lists(), policy)) {}

  SearchOptions search_options(const ScreenOptions& options) const {
    return {options.threshold.value_or(searcher.policy().threshold), options.as_of,
            options.exhaustive ? Path::kExhaustive : Path::kIndexed};
  }
  HitOptions hit_options(const ScreenOptions& options) const {
    return {options.threshold.value_or(searcher.policy().threshold), options.as_of, options.explain};
  }
  template <typename AnyAnswer>
  void set_status(AnyAnswer& answer, const std::string& partial_reason) const {
    answer.image = image;
    answer.partial_reason = partial_reason;
    answer.status = !partial_reason.empty() ? Status::kPartial : is_stale(image) ? Status::kStale : Status::kComplete;
  }
  std::vector<Hit> hits(const match::PreparedEntity& query, const std::vector<Candidate>& candidates,
                        const ScreenOptions& options) const {
    const size_t count = options.limit == 0 ? candidates.size() : std::min<size_t>(options.limit, candidates.size());
    std::vector<Hit> built;
    built.reserve(count);
    for (size_t i = 0; i < count; ++i) {
      built.push_back(build_hit(query, candidates[i], searcher.policy(), hit_options(options)));
    }
    return built;
  }
};

Screener::Screener(std::shared_ptr<const ListSet> lists, const match::Policy& policy)
    : parts_(std::make_unique<Parts>(std::move(lists), policy)) {}
Screener::~Screener() = default;
Screener::Screener(Screener&&) noexcept = default;
Screener& Screener::operator=(Screener&&) noexcept = default;

Answer Screener::screen(const Entity& query, const ScreenOptions& options) {
  const match::PreparedEntity prepared = match::prepare_entity(query);
  Answer answer;
  answer.query_id = query.id;
  parts_->set_status(answer, prepared.truncated ? "the query has more, or longer, names than are compared" : "");
  answer.hits = parts_->hits(prepared, parts_->searcher.search(prepared, parts_->search_options(options)), options);
  return answer;
}

namespace {

std::string why_partial(std::string_view text, bool too_long, bool complete) {
  if (too_long) return "the text is longer than is scanned";
  if (!complete) return "the text holds more words that look like names than are looked up";
  if (!is_valid_utf8(text)) return "parts of the text are not UTF-8 and were not read";
  return {};
}

}  // namespace

ScanAnswer Screener::scan(std::string_view text, const ScreenOptions& options) {
  const bool too_long = text.size() > kMaxScanBytes;
  if (too_long) text = text.substr(0, kMaxScanBytes);
  const Mentions mentions = find_mentions(text, parts_->searcher, parts_->search_options(options));
  ScanAnswer answer;
  parts_->set_status(answer, why_partial(text, too_long, mentions.complete));
  for (const Mention& mention : mentions.found) {
    Finding finding;
    finding.text = text.substr(mention.begin, mention.end - mention.begin);
    finding.begin = mention.code_points_before;
    finding.end = finding.begin + static_cast<uint32_t>(count_code_points(finding.text));
    finding.hits = parts_->hits(mention.query, mention.candidates, options);
    answer.found.push_back(std::move(finding));
  }
  return answer;
}

}  // namespace vedette::screen
