#include "screen/list_set.h"

#include <gtest/gtest.h>

#include "support/small_lists.h"

namespace vedette::screen {
namespace {

using testing::make_entity;
using testing::make_image;
using testing::make_source;
using testing::person;

DayNumber day(const char* text) {
  return *parse_day(text);
}

Entity dated(std::string id, std::string date) {
  return make_entity(std::move(id), Schema::kPerson,
                     {{Property::kName, "Pak"}, {Property::kListingDate, std::move(date)}});
}

// Versions of 2019-01 (a month), 2022-02-28 and 2023-12-28: "old" is on all, "new" on the last two, "late" on the last,
// "gone" on the first alone.
SourceLists three_versions() {
  const Entity old_one = person("old", "Kim");
  const Entity new_one = person("new", "Putin");
  const Entity late_one = person("late", "Zakharova");
  const Entity gone_one = person("gone", "Rusal");
  return make_source("us", {{"2019-01", make_image({old_one, gone_one})},
                            {"2022-02-28", make_image({old_one, new_one})},
                            {"2023-12-28", make_image({old_one, new_one, late_one})}});
}

TEST(ListingOf, VersionsBoundWhatTheListDoesNotDate) {
  const SourceLists source = three_versions();
  const Listing listing = listing_of(source, "new");
  EXPECT_EQ(listing.basis, Basis::kVersions);
  EXPECT_EQ(listing.from, "");
  EXPECT_EQ(listing.after, "2019-01");
  EXPECT_EQ(listing.by, "2022-02-28");
  EXPECT_EQ(listing.to, "");
}

TEST(ListingOf, TheFirstVersionHasNoLowerBound) {
  const Listing listing = listing_of(three_versions(), "old");
  EXPECT_EQ(listing.after, "");
  EXPECT_EQ(listing.by, "2019-01");
}

TEST(ListingOf, ARecordThatLeftHasAnEnd) {
  const Listing listing = listing_of(three_versions(), "gone");
  EXPECT_EQ(listing.by, "2019-01");
  EXPECT_EQ(listing.to, "2022-02-28");
}

TEST(ListingOf, AnUnknownRecordHasNoBasis) {
  EXPECT_EQ(listing_of(three_versions(), "nobody").basis, Basis::kNone);
}

TEST(ListingOf, TheListsOwnDateWins) {
  const SourceLists source = make_source("un", {{"2025-11-20", make_image({dated("jo", "2016-11-30")})}});
  const Listing listing = listing_of(source, "jo");
  EXPECT_EQ(listing.basis, Basis::kList);
  EXPECT_EQ(listing.from, "2016-11-30");
  EXPECT_EQ(listing.by, "");
}

TEST(ListedOn, BetweenVersionsThatDifferNothingIsKnown) {
  const SourceLists source = three_versions();
  EXPECT_EQ(listed_on(source, "late", day("2023-09-13")), std::nullopt);
  EXPECT_EQ(listed_on(source, "late", day("2023-12-28")), true);
  EXPECT_EQ(listed_on(source, "late", day("2022-02-28")), std::nullopt);
  EXPECT_EQ(listed_on(source, "late", day("2021-01-01")), false);
}

TEST(ListedOn, BetweenVersionsThatAgreeItIsKnown) {
  const SourceLists source = three_versions();
  EXPECT_EQ(listed_on(source, "new", day("2023-09-13")), true);
  EXPECT_EQ(listed_on(source, "old", day("2020-06-01")), true);
  EXPECT_EQ(listed_on(source, "gone", day("2023-09-13")), false);
  EXPECT_EQ(listed_on(source, "gone", day("2020-06-01")), std::nullopt);
}

TEST(ListedOn, BeforeTheFirstVersionNothingIsKnown) {
  EXPECT_EQ(listed_on(three_versions(), "old", day("2018-01-01")), std::nullopt);
}

TEST(ListedOn, AMonthCountsAsItsLastDay) {
  const SourceLists source = three_versions();
  EXPECT_EQ(listed_on(source, "old", day("2019-01-30")), std::nullopt);
  EXPECT_EQ(listed_on(source, "old", day("2019-01-31")), true);
}

TEST(ListedOn, AfterTheLastVersionItSpeaks) {
  EXPECT_EQ(listed_on(three_versions(), "late", day("2026-01-01")), true);
  EXPECT_EQ(listed_on(three_versions(), "gone", day("2026-01-01")), false);
}

TEST(ListedOn, TheListsDateDecides) {
  const SourceLists source = make_source("un", {{"2025-11-20", make_image({dated("jo", "2016-11-30")})}});
  EXPECT_EQ(listed_on(source, "jo", day("2023-09-13")), true);
  EXPECT_EQ(listed_on(source, "jo", day("2016-11-30")), true);
  EXPECT_EQ(listed_on(source, "jo", day("2016-11-29")), false);
}

TEST(ListedOn, ADateOfAMonthLeavesItsDaysOpen) {
  const SourceLists source = make_source("un", {{"2025-11-20", make_image({dated("jo", "2016-11")})}});
  EXPECT_EQ(listed_on(source, "jo", day("2016-11-15")), std::nullopt);
  EXPECT_EQ(listed_on(source, "jo", day("2016-12-01")), true);
  EXPECT_EQ(listed_on(source, "jo", day("2016-10-31")), false);
}

TEST(ListedOn, ARecordPutBackWithItsOldDateWasNotListedMeanwhile) {
  const SourceLists source =
      make_source("un", {{"2018-06-07", make_image({person("other", "Kim")})},
                         {"2025-04-19", make_image({person("other", "Kim")})},
                         {"2025-11-20", make_image({person("other", "Kim"), dated("back", "2006-12-23")})}});
  EXPECT_EQ(listed_on(source, "back", day("2023-09-13")), false);
  EXPECT_EQ(listed_on(source, "back", day("2025-10-01")), std::nullopt);
  EXPECT_EQ(listed_on(source, "back", day("2025-11-20")), true);
  EXPECT_EQ(listed_on(source, "back", day("2010-01-01")), std::nullopt);
  EXPECT_EQ(listed_on(source, "back", day("2006-01-01")), false);
  const Listing listing = listing_of(source, "back");
  EXPECT_EQ(listing.from, "2006-12-23");
  EXPECT_EQ(listing.after, "2025-04-19");
  EXPECT_EQ(listing.by, "2025-11-20");
}

TEST(ListedOn, StatedBoundsStandInForVersions) {
  SourceLists source = make_source("us", {{"2024-05-03", make_image({person("putin", "Putin")})}});
  source.bounds = {{"putin", "2022-02-17", "2022-02-28"}};
  EXPECT_EQ(listed_on(source, "putin", day("2023-09-13")), true);
  EXPECT_EQ(listed_on(source, "putin", day("2022-02-20")), std::nullopt);
  EXPECT_EQ(listed_on(source, "putin", day("2022-02-17")), false);
  const Listing listing = listing_of(source, "putin");
  EXPECT_EQ(listing.basis, Basis::kVersions);
  EXPECT_EQ(listing.after, "2022-02-17");
  EXPECT_EQ(listing.by, "2022-02-28");
}

TEST(VersionsFor, WithoutADayTheActiveOneAlone) {
  const SourceLists source = three_versions();
  EXPECT_EQ(versions_for(source, std::nullopt), (std::vector<size_t>{2}));
  EXPECT_EQ(versions_for(source, day("2020-01-01")), (std::vector<size_t>{2, 0, 1}));
  EXPECT_EQ(versions_for(source, day("2023-09-13")), (std::vector<size_t>{2, 1}));
  EXPECT_EQ(versions_for(source, day("2026-01-01")), (std::vector<size_t>{2}));
  SourceLists missing = three_versions();
  missing.missing = true;
  EXPECT_TRUE(versions_for(missing, std::nullopt).empty());
}

}  // namespace
}  // namespace vedette::screen
