// Updates of a store from a real server on this machine. What a download may meet is tested with lists/download.h; here
// is what comes of it.
#include "engine/update.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "support/list_server.h"

namespace vedette::engine {
namespace {

namespace fs = std::filesystem;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

const FixedClock kClock(std::chrono::sys_days(std::chrono::year(2025) / 12 / 1));

// A UN list of so many persons, numbered from `first`, as generated on `day`.
std::string un_list(const std::string& day, int count, int first = 1) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CONSOLIDATED_LIST dateGenerated=\"" + day +
                    "T23:00:00.000Z\">\n<INDIVIDUALS>\n";
  for (int i = first; i < first + count; ++i) {
    const std::string number = std::to_string(i);
    xml += "<INDIVIDUAL><DATAID>" + number + "</DATAID><FIRST_NAME>SOMEBODY N" + number +
           "</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>KPi." + number +
           "</REFERENCE_NUMBER><LISTED_ON>2016-11-30</LISTED_ON></INDIVIDUAL>\n";
  }
  return xml + "</INDIVIDUALS>\n<ENTITIES>\n</ENTITIES>\n</CONSOLIDATED_LIST>\n";
}

constexpr char kOwnList[] = "id,name\n1,Somebody Ofourown\n2,Another Ofourown\n";

class UpdateTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { server = std::make_unique<vedette::testing::ListServer>(); }
  static void TearDownTestSuite() { server.reset(); }
  void SetUp() override {
    ASSERT_TRUE(server->runs()) << "needs python3";
    engine = Engine::open({.store = store,
                           .clock = &kClock,
                           .log = [this](Severity, std::string_view sentence) { told.emplace_back(sentence); }})
                 .value();
  }
  std::string url(const std::string& how, const std::string& name) const {
    const std::string test = ::testing::UnitTest::GetInstance()->current_test_info()->name();
    return server->url("/" + how + "/" + test + "/" + name);
  }
  Result<std::vector<SourceUpdate>> try_update(const UpdateRequest& request) {
    auto client = lists::make_http_client({.user_agent = "vedette/test"}).value();
    lists::Pacing pacing = lists::real_pacing(kClock);
    pacing.sleep = [](std::chrono::milliseconds) {};
    lists::HttpFetcher fetcher(std::move(client), limits, pacing);
    auto updates = update_lists(*engine, request, fetcher, {});
    EXPECT_THAT(files_in(store / "downloads"), ElementsAre("lock")) << "downloads are removed";
    return updates;
  }
  std::vector<SourceUpdate> update(std::vector<Address> addresses, bool check = false) {
    auto updates = try_update({.sources = {}, .addresses = std::move(addresses), .check = check});
    EXPECT_TRUE(updates) << updates.error().to_string();
    return updates.value_or(std::vector<SourceUpdate>{});
  }
  SourceUpdate update_un(const std::string& how, bool check = false) {
    const auto updates = update({{"un_sc_sanctions", url(how, "un.xml")}}, check);
    return updates.empty() ? SourceUpdate{} : updates.front();
  }
  SourceUpdate serve_and_update(const std::string& content, const std::string& how = "good") {
    server->put("un.xml", content);
    return update_un(how);
  }
  static std::vector<std::string> files_in(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(folder)) names.push_back(entry.path().filename());
    std::sort(names.begin(), names.end());
    return names;
  }
  std::string active() const {
    const auto all = engine->status();
    if (!all) return all.error().to_string();
    std::string names;
    for (const VersionStatus& status : *all) names += status.version.active ? status.name + " " : "";
    return names;
  }
  void expect_whole() const { EXPECT_THAT(engine->verify().value().problems, IsEmpty()); }

  static std::unique_ptr<vedette::testing::ListServer> server;
  vedette::testing::TemporaryFolder folder;
  const fs::path store = folder.path() / "store";
  lists::DownloadLimits limits;
  std::vector<std::string> told;
  std::unique_ptr<Engine> engine;
};
std::unique_ptr<vedette::testing::ListServer> UpdateTest::server;

TEST_F(UpdateTest, TheFirstVersionBecomesActive) {
  const SourceUpdate done = serve_and_update(un_list("2025-11-20", 20));
  EXPECT_EQ(done.outcome, UpdateOutcome::kActivated) << done.reason;
  EXPECT_EQ(done.before, "");
  EXPECT_EQ(done.after, "un_sc_sanctions@2025-11-20");
  EXPECT_EQ(done.published, "2025-11-20");
  EXPECT_EQ(done.dated_by, DatedBy::kFile) << "the server's date is another";
  EXPECT_EQ(done.records_before, std::nullopt);
  EXPECT_EQ(done.records_after, 20u);
  EXPECT_EQ(done.added, std::nullopt);
  EXPECT_GT(done.bytes, 1000u);
  EXPECT_EQ(active(), "un_sc_sanctions@2025-11-20 ");
  EXPECT_THAT(engine->show("un_sc_sanctions")->version.files, ElementsAre("un.xml"));
  expect_whole();
}

TEST_F(UpdateTest, ANewerVersionTakesOverAndSaysWhatChanged) {
  serve_and_update(un_list("2025-11-20", 20));
  const SourceUpdate done = serve_and_update(un_list("2025-11-25", 21, 2));
  EXPECT_EQ(done.outcome, UpdateOutcome::kActivated);
  EXPECT_EQ(done.before, "un_sc_sanctions@2025-11-20");
  EXPECT_EQ(done.after, "un_sc_sanctions@2025-11-25");
  EXPECT_EQ(done.records_before, 20u);
  EXPECT_EQ(done.records_after, 21u);
  EXPECT_EQ(done.added, 2u);
  EXPECT_EQ(done.removed, 1u);
  EXPECT_EQ(active(), "un_sc_sanctions@2025-11-25 ");
}

TEST_F(UpdateTest, WhatIsUnchangedIsNotFetched) {
  serve_and_update(un_list("2025-11-20", 20));
  const SourceUpdate again = update_un("good");
  EXPECT_EQ(again.outcome, UpdateOutcome::kUnchanged);
  EXPECT_EQ(again.bytes, 0u);
  EXPECT_EQ(again.before, again.after);
  EXPECT_EQ(again.records_after, 20u);
  EXPECT_EQ(again.dated_by, std::nullopt) << "no file was read";
  EXPECT_NE(server->requests().back().if_none_match, "-");
  // From another address, nothing is known of it.
  const SourceUpdate other = update_un("plain");
  EXPECT_EQ(other.outcome, UpdateOutcome::kUnchanged);
  EXPECT_GT(other.bytes, 0u);
  EXPECT_EQ(engine->status()->size(), 1u);
}

TEST_F(UpdateTest, APageThatIsLeftBehindIsRemarkedOn) {
  const auto remark = ElementsAre(
      "the newest file at its address is of 2025-11-01, longer ago than is usual: see whether the list has moved");
  EXPECT_THAT(serve_and_update(un_list("2025-11-01", 20)).notes, remark);
  EXPECT_THAT(update_un("good").notes, remark) << "again and again";
  EXPECT_THAT(serve_and_update(un_list("2025-11-20", 20)).notes, IsEmpty());
}

TEST_F(UpdateTest, WhatIsKnownOfAFileCountsOnlyWhileItsVersionIsThere) {
  serve_and_update(un_list("2025-11-20", 20));
  for (const auto& image : fs::directory_iterator(store / "images")) fs::remove(image);
  EXPECT_GT(update_un("good").bytes, 0u) << "its image is gone: it is fetched again";
  expect_whole();
  ASSERT_TRUE(replace_file(store / "fetched.json", "{\"vedette_fetched\": 1, \"sources\": 7}"));
  EXPECT_GT(update_un("good").bytes, 0u);
  EXPECT_THAT(told, ElementsAre(HasSubstr("fetched.json: member 'sources': everything is fetched anew")));
  EXPECT_EQ(update_un("good").bytes, 0u);
}

TEST_F(UpdateTest, LastYearsFileIsKeptAndNotActive) {
  serve_and_update(un_list("2025-11-20", 20));
  const SourceUpdate old = serve_and_update(un_list("2024-11-20", 20, 5));
  EXPECT_EQ(old.outcome, UpdateOutcome::kHeld);
  EXPECT_EQ(old.reason, "it was published on 2024-11-20, before the active version of 2025-11-20");
  EXPECT_EQ(old.advice, "if it is right all the same: `lists activate un_sc_sanctions@2024-11-20`");
  EXPECT_EQ(active(), "un_sc_sanctions@2025-11-20 ");
  const SourceUpdate again = update_un("good");
  EXPECT_EQ(again.outcome, UpdateOutcome::kHeld) << "said as long as it lasts, also where nothing is fetched";
  EXPECT_EQ(again.bytes, 0u);
  EXPECT_EQ(again.reason, old.reason);
}

TEST_F(UpdateTest, AShorterListIsKeptAndNotActive) {
  serve_and_update(un_list("2025-11-20", 20));
  const SourceUpdate shorter = serve_and_update(un_list("2025-11-25", 17));
  EXPECT_EQ(shorter.outcome, UpdateOutcome::kHeld);
  EXPECT_EQ(shorter.reason, "it has 17 records where the active version has 20, over 10 % fewer");
  EXPECT_EQ(shorter.removed, 3u);
  EXPECT_EQ(active(), "un_sc_sanctions@2025-11-20 ");
}

TEST_F(UpdateTest, WhatAPersonWentBackFromIsNotUnchanged) {
  serve_and_update(un_list("2025-11-20", 20));
  serve_and_update(un_list("2025-11-25", 21));
  ASSERT_TRUE(engine->activate("un_sc_sanctions@2025-11-20", "the new one is wrong"));
  const SourceUpdate done = update_un("good");
  EXPECT_EQ(done.outcome, UpdateOutcome::kHeld);
  EXPECT_EQ(done.reason, "un_sc_sanctions@2025-11-20 was made active instead");
}

TEST_F(UpdateTest, AFailureLeavesTheActiveVersionAndIsExplained) {
  serve_and_update(un_list("2025-11-20", 20));
  limits.total = std::chrono::milliseconds(300);
  const std::vector<std::pair<std::string, std::string>> failures = {
      {"cut", "the connection broke after"},
      {"promises-more", "the connection broke after"},
      {"circle", "the server redirects in a circle"},
      {"ever-on", "the server redirects more than 5 times"},
      {"page", "the server sent a web page in place of the list: \"Sign in to continue\""},
      {"status-500", "the server answered 500"},
      {"nowhere", "the server answered 404, not found"},
      {"drip", "not done within the limit of 0.3 s"},
      {"silence", "not done within the limit of 0.3 s"},
      {"empty", "the server sent an empty file"},
      {"sorry", "un.xml: the content is of no known format"},
      {"promises-less", "un.xml"},
  };
  server->put("un.xml", un_list("2025-11-25", 20));
  for (const auto& [how, message] : failures) {
    const SourceUpdate failed = update_un(how);
    EXPECT_EQ(failed.outcome, UpdateOutcome::kFailed) << how;
    EXPECT_THAT(failed.reason, HasSubstr(message)) << how;
    EXPECT_THAT(failed.reason, ::testing::Not(HasSubstr(store.string()))) << how;
    EXPECT_THAT(failed.advice, HasSubstr("`lists add FILE --source un_sc_sanctions`")) << how;
    EXPECT_EQ(failed.after, "") << how;
    EXPECT_EQ(active(), "un_sc_sanctions@2025-11-20 ") << how;
    EXPECT_EQ(engine->status()->size(), 1u) << how;
  }
  expect_whole();
}

TEST_F(UpdateTest, AFailureOfOneDoesNotTouchTheOthers) {
  server->put("un.xml", un_list("2025-11-20", 20));
  server->put("own.csv", kOwnList);
  const auto updates = update({{"eu_fsf", url("status-403", "eu.xml")},
                               {"un_sc_sanctions", url("good", "un.xml")},
                               {"own_list", url("good", "own.csv")}});
  ASSERT_THAT(updates, SizeIs(3));
  EXPECT_EQ(updates[0].outcome, UpdateOutcome::kFailed);
  EXPECT_EQ(updates[1].outcome, UpdateOutcome::kActivated);
  EXPECT_EQ(updates[2].outcome, UpdateOutcome::kActivated);
  EXPECT_EQ(active(), "own_list@2025-11-21 un_sc_sanctions@2025-11-20 ");
}

TEST_F(UpdateTest, AFileWithoutADateIsDatedByTheServerElseByTheDay) {
  server->put("own.csv", kOwnList);
  const auto dated = update({{"own_list", url("good", "own.csv")}});
  EXPECT_EQ(dated.at(0).dated_by, DatedBy::kServer);
  EXPECT_EQ(dated.at(0).published, "2025-11-21");
  const auto undated = update({{"other_list", url("plain", "own.csv")}});
  EXPECT_EQ(undated.at(0).dated_by, DatedBy::kToday);
  EXPECT_EQ(undated.at(0).published, "2025-12-01");
  server->put("own.csv", kOwnList, 1'900'000'000);
  const auto future = update({{"third_list", url("good", "own.csv")}});
  EXPECT_EQ(future.at(0).dated_by, DatedBy::kToday) << "a date to come is not believed";
}

TEST_F(UpdateTest, CheckSaysWhatWouldChangeAndChangesNothing) {
  server->put("un.xml", un_list("2025-11-20", 20));
  const SourceUpdate first = update_un("good", true);
  EXPECT_EQ(first.outcome, UpdateOutcome::kActivated);
  EXPECT_EQ(first.records_after, 20u);
  EXPECT_FALSE(engine->has_store()) << "the starter list still serves";

  update_un("good");
  EXPECT_EQ(update_un("good", true).outcome, UpdateOutcome::kUnchanged);
  const auto manifest = read_file(store / "manifest.json", 1 << 20).value();
  const auto fetched = read_file(store / "fetched.json", 1 << 20).value();
  server->put("un.xml", un_list("2025-11-25", 21, 2));
  const SourceUpdate newer = update_un("good", true);
  EXPECT_EQ(newer.outcome, UpdateOutcome::kActivated);
  EXPECT_EQ(newer.after, "un_sc_sanctions@2025-11-25");
  EXPECT_EQ(newer.added, 2u);
  EXPECT_EQ(newer.removed, 1u);
  server->put("un.xml", un_list("2025-11-26", 5));
  const SourceUpdate shorter = update_un("good", true);
  EXPECT_EQ(shorter.outcome, UpdateOutcome::kHeld);
  EXPECT_THAT(shorter.reason, HasSubstr("over 10 % fewer"));
  EXPECT_EQ(update_un("page", true).outcome, UpdateOutcome::kFailed);
  EXPECT_EQ(read_file(store / "manifest.json", 1 << 20).value(), manifest);
  EXPECT_EQ(read_file(store / "fetched.json", 1 << 20).value(), fetched);
}

TEST_F(UpdateTest, WhatAKilledUpdateLeftIsNamedAndSwept) {
  serve_and_update(un_list("2025-11-20", 20));
  fs::create_directories(store / "downloads" / "eu_fsf");
  ASSERT_TRUE(replace_file(store / "downloads" / "eu_fsf" / "content.part", "half a list"));
  EXPECT_THAT(engine->verify()->orphans, ElementsAre((store / "downloads" / "eu_fsf").string()));
  update_un("good");
  EXPECT_THAT(engine->verify()->orphans, IsEmpty());
}

// A fetcher that must not be asked.
struct NoFetcher final : lists::Fetcher {
  Result<lists::Download> fetch(const lists::DownloadRequest& request, const lists::DownloadProgress&) override {
    urls.push_back(request.url);
    return fail(ErrorCode::kIo, "not asked for");
  }
  std::vector<std::string> urls;
};

TEST_F(UpdateTest, WhatNoProgramCanFetchIsNamedWithWhatToDo) {
  NoFetcher fetcher;
  const auto updates =
      update_lists(*engine, {.sources = {"us_bis_denied", "gb_hmt_sanctions", "us_bis_denied"}}, fetcher, {}).value();
  ASSERT_THAT(updates, SizeIs(2)) << "each once";
  EXPECT_EQ(updates[0].outcome, UpdateOutcome::kByHand);
  EXPECT_THAT(updates[0].reason, HasSubstr("on a page for people"));
  EXPECT_THAT(updates[0].advice,
              AllOf(HasSubstr("https://www.bis.gov/"), HasSubstr("lists add FILE --source us_bis_denied")));
  EXPECT_THAT(updates[1].reason, StartsWith("the list was closed on 2026-01-28"));
  EXPECT_THAT(fetcher.urls, IsEmpty());
}

TEST_F(UpdateTest, WithoutNamesAllThatAreOpenAreAsked) {
  NoFetcher fetcher;
  const auto updates = update_lists(*engine, {}, fetcher, {}).value();
  size_t by_hand = 0;
  for (const SourceUpdate& update : updates) {
    EXPECT_NE(update.source, "gb_hmt_sanctions") << "closed";
    by_hand += update.outcome == UpdateOutcome::kByHand ? 1 : 0;
  }
  EXPECT_EQ(updates.size(), lists::known_sources().size() - 1);
  EXPECT_EQ(fetcher.urls.size() + by_hand, updates.size());
  for (const std::string& url : fetcher.urls) EXPECT_THAT(url, StartsWith("https://"));
  EXPECT_FALSE(engine->has_store());
}

TEST_F(UpdateTest, RefusesWhatItDoesNotKnow) {
  NoFetcher fetcher;
  EXPECT_EQ(update_lists(*engine, {.sources = {"no_such_list"}}, fetcher, {}).error().code, ErrorCode::kUsage);
  const UpdateRequest request{.sources = {"eu_fsf"}, .addresses = {{{"un_sc_sanctions", "https://example.org/"}}}};
  EXPECT_THAT(update_lists(*engine, request, fetcher, {}).error().message,
              HasSubstr("the table of addresses has no 'eu_fsf'"));
  const auto storeless = Engine::open({.store = {}, .clock = &kClock}).value();
  EXPECT_EQ(update_lists(*storeless, {}, fetcher, {}).error().code, ErrorCode::kUsage);
  serve_and_update(un_list("2025-11-20", 20));
  ASSERT_TRUE(replace_file(store / "manifest.json", "damaged"));
  EXPECT_EQ(update_lists(*engine, {}, fetcher, {}).error().code, ErrorCode::kCorrupt);
  EXPECT_THAT(fetcher.urls, IsEmpty());
}

TEST(Addresses, AreALineEach) {
  const auto addresses =
      parse_addresses("# mirrors\n\n eu_fsf\thttps://example.org/eu.xml \r\nours http://localhost/x?y", "mirrors.txt");
  ASSERT_TRUE(addresses) << addresses.error().to_string();
  ASSERT_THAT(*addresses, SizeIs(2));
  EXPECT_EQ((*addresses)[0].source, "eu_fsf");
  EXPECT_EQ((*addresses)[0].url, "https://example.org/eu.xml");
  EXPECT_EQ((*addresses)[1].url, "http://localhost/x?y");
  for (const char* text : {"", "# nothing\n", "eu_fsf\n", "EU https://example.org/\n", "eu_fsf ftp://example.org/\n",
                           "eu_fsf https://u:p@example.org/\n", "eu_fsf https://example.org/ x\n",
                           "a https://example.org/\na https://example.org/\n"}) {
    const auto wrong = parse_addresses(text, "mirrors.txt");
    ASSERT_FALSE(wrong) << text;
    EXPECT_EQ(wrong.error().code, ErrorCode::kInvalidInput) << text;
    EXPECT_EQ(wrong.error().where.file, "mirrors.txt");
  }
  EXPECT_EQ(parse_addresses("# x\na b\n", "f").error().where.line, 2u);
}

}  // namespace
}  // namespace vedette::engine
