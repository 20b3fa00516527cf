// The public interface over the facade.
#include <fmt/format.h>

#include <mutex>

#include "base/error_name.h"
#include "engine/engine.h"
#include "engine/query_file.h"
#include "vedette/vedette.hpp"

namespace vedette {
namespace {

Problem problem_of(const Error& error) {
  return {.code = std::string(name_of(error.code)), .message = error.to_string()};
}

// What a library below may throw becomes a problem: nothing is thrown at the user.
template <typename Work>
auto guarded(Work&& work) -> decltype(work()) {
  try {
    return work();
  } catch (const std::bad_alloc&) {
    return Problem{.code = "limit", .message = "out of memory"};
  } catch (const std::exception& exception) {
    return Problem{.code = "internal", .message = exception.what()};
  }
}

Result<match::Policy> policy_of(std::string_view name) {
  const auto policy = match::find_policy(name);
  if (policy) return *policy;
  return fail(ErrorCode::kUsage, fmt::format("'{}' is no policy: there are 'default' and 'ofac'", name));
}

Result<screen::ScreenOptions> options_of(const ScreenRequest& request) {
  screen::ScreenOptions options{.threshold = request.threshold, .limit = request.limit, .explain = request.explain};
  if (request.threshold && !(*request.threshold >= match::kLowestThreshold && *request.threshold <= 1)) {
    return fail(ErrorCode::kUsage, fmt::format("the threshold lies between {:.2f} and 1", match::kLowestThreshold));
  }
  if (!request.as_of.empty()) {
    VEDETTE_ASSIGN_OR_RETURN(options.as_of, parse_day(request.as_of));
  }
  return options;
}

ListedHit listed_hit(const screen::Hit& hit) {
  return {.id = hit.id,
          .caption = hit.caption,
          .schema = std::string(to_string(hit.schema)),
          .datasets = hit.datasets,
          .score = hit.score,
          .match = hit.match,
          .matched_name = hit.matched_name,
          .listed_from = hit.listing.from,
          .explanation = hit.explanation};
}

Result<Entity> named_entity(std::string_view name, std::string_view schema) {
  const auto known = schema.empty() ? Schema::kLegalEntity : find_schema(schema);
  if (!known) return fail(ErrorCode::kUsage, fmt::format("'{}' is no schema", schema));
  Entity entity{.schema = *known};
  if (entity.add(Property::kName, fold_spaces(name)) == nullptr) {
    return fail(ErrorCode::kInvalidInput, "the name is empty");
  }
  return entity;
}

}  // namespace

struct Session::Parts {
  engine::Selection selection;
  match::Policy policy;
  std::mutex mutex;
  std::vector<screen::Screener> idle;  // under `mutex`: screeners that no thread uses now

  screen::Screener take() {
    const std::lock_guard lock(mutex);
    if (idle.empty()) return {selection.set, policy};
    screen::Screener screener = std::move(idle.back());
    idle.pop_back();
    return screener;
  }

  void give_back(screen::Screener screener) {
    const std::lock_guard lock(mutex);
    idle.push_back(std::move(screener));
  }

  ScreenResult screen(const Entity& query, const screen::ScreenOptions& options) {
    screen::Screener screener = take();
    const screen::Answer answer = screener.screen(query, options);
    give_back(std::move(screener));
    ScreenResult result{.status = std::string(to_string(answer.status)), .starter = selection.starter};
    for (const auto& hit : answer.hits) result.hits.push_back(listed_hit(hit));
    JsonWriter json;
    write_json(json, answer);
    result.json = json.take();
    return result;
  }
};

Session::Session(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
Session::~Session() = default;
Session::Session(Session&&) noexcept = default;
Session& Session::operator=(Session&&) noexcept = default;

Outcome<Session> Session::open(const SessionOptions& options) {
  return guarded([&]() -> Outcome<Session> {
    static const SystemClock clock;
    const auto policy = policy_of(options.policy);
    if (!policy) return problem_of(policy.error());
    const std::filesystem::path data(options.data);
    const auto opened = engine::Engine::open({.store = options.store,
                                              .store_is_required = !options.store.empty(),
                                              .starter = data.empty() ? data : data / "starter",
                                              .clock = &clock});
    if (!opened) return problem_of(opened.error());
    auto selection = (*opened)->select(options.lists);
    if (!selection) return problem_of(selection.error());
    auto parts = std::make_unique<Parts>();
    parts->selection = *std::move(selection);
    parts->policy = *policy;
    return Session(std::move(parts));
  });
}

bool Session::starter() const {
  return parts_->selection.starter;
}

Outcome<ScreenResult> Session::screen(std::string_view name, const ScreenRequest& request) const {
  return guarded([&]() -> Outcome<ScreenResult> {
    const auto options = options_of(request);
    if (!options) return problem_of(options.error());
    const auto query = named_entity(name, {});
    if (!query) return problem_of(query.error());
    return parts_->screen(*query, *options);
  });
}

Outcome<ScreenResult> Session::screen_json(std::string_view query, const ScreenRequest& request) const {
  return guarded([&]() -> Outcome<ScreenResult> {
    const auto options = options_of(request);
    if (!options) return problem_of(options.error());
    const auto entity = engine::parse_query_json(query, Schema::kLegalEntity);
    if (!entity) return problem_of(entity.error());
    return parts_->screen(*entity, *options);
  });
}

Outcome<PairScore> compare_names(std::string_view a, std::string_view b, std::string_view schema,
                                 std::string_view policy) {
  return guarded([&]() -> Outcome<PairScore> {
    const auto chosen = policy_of(policy);
    if (!chosen) return problem_of(chosen.error());
    const auto query = named_entity(a, schema);
    if (!query) return problem_of(query.error());
    const auto candidate = named_entity(b, schema);
    if (!candidate) return problem_of(candidate.error());
    const auto compared = engine::compare(*query, *candidate, *chosen);
    return PairScore{.score = compared.score, .match = compared.match, .explanation = compared.explanation};
  });
}

}  // namespace vedette
