// Downloads from a real server on this machine that serves well and badly. No test waits for a pause, and none depends
// on how fast anything is: what is slow here never ends by itself.
#include "lists/download.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/file.h"
#include "support/list_server.h"

namespace vedette::lists {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;
using ::testing::StartsWith;

const FixedClock kClock(std::chrono::sys_days(std::chrono::year(2025) / 12 / 1));

std::string list_of(size_t bytes) {
  std::string text = "<?xml version=\"1.0\"?>\n<list>";
  for (int i = 0; text.size() + 20 < bytes; ++i) text += std::to_string(i) + "\n";
  text.append(bytes - text.size() - 8, '\n');
  return text + "</list>\n";
}

class DownloadTest : public ::testing::Test {
 protected:
  static void SetUpTestSuite() { server = std::make_unique<vedette::testing::ListServer>(); }
  static void TearDownTestSuite() { server.reset(); }
  void SetUp() override {
    ASSERT_TRUE(server->runs()) << "needs python3";
    server->put("list.xml", content);
  }

  // An address that no other test asks for, served as `how` says.
  std::string address(const std::string& how, const std::string& name = "list.xml") const {
    return server->url("/" + how + path_part() + name);
  }
  std::string path_part() const {
    return "/" + std::string(::testing::UnitTest::GetInstance()->current_test_info()->name()) + "/";
  }
  std::vector<vedette::testing::SeenRequest> requests() const {
    std::vector<vedette::testing::SeenRequest> seen;
    for (const auto& request : server->requests()) {
      if (request.path.find(path_part()) != std::string::npos) seen.push_back(request);
    }
    return seen;
  }

  Result<Download> fetch(const std::string& url, Validators known = {}) {
    fs::remove(path);
    Pacing pacing = real_pacing(kClock);
    milliseconds slept{0};
    pacing.now = [now = pacing.now, &slept] { return now() + slept; };
    pacing.sleep = [&](milliseconds time) {
      slept += time;
      pauses.push_back(static_cast<int>(time.count()));
    };
    auto client = make_http_client(network);
    EXPECT_TRUE(client) << client.error().to_string();
    auto done = HttpFetcher(*std::move(client), limits, pacing).fetch({.url = url, .path = path, .known = known}, {});
    EXPECT_FALSE(fs::exists(path.string() + ".part")) << "nothing half is left";
    EXPECT_EQ(fs::exists(path), done && !done->unchanged) << "a whole file or none";
    return done;
  }
  std::string got() const { return read_file(path, 1 << 26).value_or("no file"); }
  void expect_failure(const std::string& url, ErrorCode code, const std::string& message) {
    const auto done = fetch(url);
    ASSERT_FALSE(done) << "it came: " << got().substr(0, 100);
    EXPECT_EQ(done.error().code, code) << done.error().to_string();
    EXPECT_THAT(done.error().message, HasSubstr(message));
    EXPECT_EQ(done.error().where.file, url);
  }

  static std::unique_ptr<vedette::testing::ListServer> server;
  const std::string content = list_of(100'000);
  vedette::testing::TemporaryFolder folder;
  fs::path path = folder.path() / "list.xml";
  DownloadLimits limits;
  NetworkOptions network{.user_agent = "vedette/test (+https://example.org)"};
  std::vector<int> pauses;
};
std::unique_ptr<vedette::testing::ListServer> DownloadTest::server;

TEST_F(DownloadTest, FetchesAFile) {
  const auto done = fetch(address("good"));
  ASSERT_TRUE(done) << done.error().to_string();
  EXPECT_EQ(got(), content);
  EXPECT_EQ(done->bytes, content.size());
  EXPECT_EQ(done->attempts, 1);
  EXPECT_FALSE(done->unchanged);
  EXPECT_FALSE(done->resumed);
  EXPECT_THAT(done->validators.etag, StartsWith("\""));
  EXPECT_EQ(done->validators.last_modified, "Fri, 21 Nov 2025 12:00:00 GMT");
  ASSERT_THAT(requests(), SizeIs(1));
  EXPECT_EQ(requests()[0].user_agent, "vedette/test (+https://example.org)");
  EXPECT_EQ(requests()[0].range, "-");
}

TEST_F(DownloadTest, FetchesWhatHasNoLengthInItsHead) {
  ASSERT_TRUE(fetch(address("chunked")));
  EXPECT_EQ(got(), content);
  const auto done = fetch(address("plain"));
  ASSERT_TRUE(done);
  EXPECT_TRUE(done->validators.empty());
}

TEST_F(DownloadTest, TellsHowFarItIs) {
  auto client = make_http_client(network).value();
  uint64_t last = 0, total = 0;
  const DownloadProgress progress = [&](uint64_t done, uint64_t all) {
    EXPECT_GE(done, last);
    last = done;
    total = all;
  };
  HttpFetcher fetcher(std::move(client), limits, real_pacing(kClock));
  ASSERT_TRUE(fetcher.fetch({.url = address("good"), .path = path, .known = {}}, progress));
  EXPECT_EQ(last, content.size());
  EXPECT_EQ(total, content.size());
}

TEST_F(DownloadTest, WhatIsUnchangedIsNotSentAgain) {
  const auto first = fetch(address("good"));
  ASSERT_TRUE(first);
  const auto again = fetch(address("good"), first->validators);
  ASSERT_TRUE(again) << again.error().to_string();
  EXPECT_TRUE(again->unchanged);
  EXPECT_EQ(again->validators, first->validators);
  EXPECT_EQ(again->bytes, 0u);
  EXPECT_FALSE(fs::exists(path));
  EXPECT_EQ(requests()[1].if_none_match, first->validators.etag);

  const auto dated = fetch(address("dated"));
  ASSERT_TRUE(dated);
  EXPECT_TRUE(fetch(address("dated"), dated->validators)->unchanged);
  EXPECT_EQ(requests()[3].if_modified_since, "Fri, 21 Nov 2025 12:00:00 GMT");
  server->put("list.xml", content + "\n", 1'763'900'000);
  EXPECT_FALSE(fetch(address("dated"), dated->validators)->unchanged);
  EXPECT_EQ(got(), content + "\n");
}

TEST_F(DownloadTest, FollowsWhereTheFileMovedTo) {
  ASSERT_TRUE(fetch(address("moved")));
  EXPECT_EQ(got(), content);
  const Validators known = fetch(address("moved"))->validators;
  EXPECT_TRUE(fetch(address("moved"), known)->unchanged) << "what is known is told wherever the way leads";
}

TEST_F(DownloadTest, RedirectsAreBounded) {
  expect_failure(address("circle"), ErrorCode::kRefused, "the server redirects in a circle, back to http://127.0.0.1");
  expect_failure(address("ever-on"), ErrorCode::kRefused, "the server redirects more than 5 times");
  EXPECT_THAT(requests(), SizeIs(1 + 6));
  expect_failure(address("to-a-file"), ErrorCode::kRefused, "the server redirects to what is no web address: file:");
}

TEST_F(DownloadTest, AFileThatIsCutIsRefused) {
  expect_failure(address("cut"), ErrorCode::kIo, "the connection broke after 50000 of 100000 bytes");
  EXPECT_THAT(requests(), SizeIs(4));
  EXPECT_THAT(pauses, ElementsAre(2000, 4000, 8000));
  expect_failure(address("promises-more"), ErrorCode::kIo, "broke after 100000 of 200000 bytes");
  expect_failure(address("chunked-cut"), ErrorCode::kIo, "the connection broke after 100000 bytes");
  expect_failure(address("empty"), ErrorCode::kRefused, "the server sent an empty file");
}

// Of a length that is too short, all that can be seen is a file that ends where the length says. It is for the reader
// to refuse it.
TEST_F(DownloadTest, AFileIsAsLongAsTheServerSays) {
  const auto done = fetch(address("promises-less"));
  ASSERT_TRUE(done) << done.error().to_string();
  EXPECT_EQ(got(), content.substr(0, content.size() / 2));
}

TEST_F(DownloadTest, ABrokenTransferGoesOnWhereItBroke) {
  const auto done = fetch(address("breaks-once"));
  ASSERT_TRUE(done) << done.error().to_string();
  EXPECT_EQ(got(), content);
  EXPECT_TRUE(done->resumed);
  EXPECT_EQ(done->attempts, 2);
  EXPECT_EQ(done->validators.last_modified, "Fri, 21 Nov 2025 12:00:00 GMT");
  ASSERT_THAT(requests(), SizeIs(2));
  EXPECT_THAT(requests()[1].range, StartsWith("bytes="));
  EXPECT_EQ(requests()[1].if_range, done->validators.etag);
  EXPECT_THAT(pauses, ElementsAre(2000));
}

TEST_F(DownloadTest, ABrokenTransferBeginsAnewWhereItCannotGoOn) {
  for (const char* how : {"breaks-then-all", "breaks-undated", "breaks-weak", "breaks-changed"}) {
    const auto done = fetch(address(how));
    ASSERT_TRUE(done) << how << ": " << done.error().to_string();
    EXPECT_EQ(got(), content) << how;
    EXPECT_FALSE(done->resumed) << how;
    EXPECT_EQ(done->attempts, 2) << how;
  }
  EXPECT_EQ(requests()[3].range, "-") << "nothing to know the file again by: all of it is asked for";
  EXPECT_EQ(requests()[5].range, "-") << "a weak ETag does not say that the bytes are the same";
}

TEST_F(DownloadTest, AnotherPartThanTheOneAskedForIsNotTaken) {
  const auto done = fetch(address("breaks-wrong-part"));
  ASSERT_TRUE(done) << done.error().to_string();
  EXPECT_EQ(got(), content);
  EXPECT_EQ(done->attempts, 3);
  EXPECT_EQ(requests()[2].range, "-");
}

TEST_F(DownloadTest, WhatBreaksAgainAndAgainIsGivenUp) {
  const auto done = fetch(address("breaks-always"));
  ASSERT_FALSE(done);
  EXPECT_THAT(done.error().message,
              AllOf(StartsWith("the connection broke after"), HasSubstr("; 4 attempts were made")));
}

TEST_F(DownloadTest, AWebPageIsNoList) {
  expect_failure(address("page"), ErrorCode::kRefused,
                 "the server sent a web page in place of the list: \"Sign in to continue\"");
  expect_failure(address("xhtml"), ErrorCode::kRefused, "the server sent a web page in place of the list");
  EXPECT_THAT(requests(), SizeIs(2)) << "it is not asked for again";
}

TEST_F(DownloadTest, SaysWhatTheServerAnswered) {
  expect_failure(address("nothing"), ErrorCode::kNotFound, "the server answered 404, not found");
  expect_failure(address("status-410"), ErrorCode::kNotFound, "the server answered 410, gone");
  expect_failure(address("status-403"), ErrorCode::kRefused, "the server answered 403, it refuses us");
  expect_failure(address("status-418"), ErrorCode::kRefused, "the server answered 418");
  EXPECT_THAT(requests(), SizeIs(4));
  EXPECT_THAT(pauses, IsEmpty());
  expect_failure(address("status-500"), ErrorCode::kIo,
                 "the server answered 500, an error of its own; 4 attempts were made");
  expect_failure(address("no-http"), ErrorCode::kRefused, "the server's answer makes no sense");
  expect_failure(address("large-head"), ErrorCode::kRefused, "the head of the answer is over 65536 bytes");
}

TEST_F(DownloadTest, AServerThatFailsOnceIsAskedAgain) {
  const auto done = fetch(address("fails-once"));
  ASSERT_TRUE(done) << done.error().to_string();
  EXPECT_EQ(got(), content);
  EXPECT_EQ(done->attempts, 2);
  EXPECT_THAT(pauses, ElementsAre(2000));
}

TEST_F(DownloadTest, RetryAfterIsHonouredWithinBounds) {
  ASSERT_TRUE(fetch(address("busy-once")));
  EXPECT_THAT(pauses, ElementsAre(7000));
  pauses.clear();
  // The server's clock is years ahead of the test's: a date that far away is beyond the bound.
  expect_failure(address("busy-until"), ErrorCode::kIo, "503, not available now, and asks to be left alone for");
  expect_failure(address("busy-for-long"), ErrorCode::kIo,
                 "the server answered 429, too many requests, and asks to be left alone for 1440 minutes");
  EXPECT_THAT(pauses, IsEmpty());
}

TEST_F(DownloadTest, WhatIsTooLargeIsRefused) {
  limits.bytes = 50'000;
  expect_failure(address("good"), ErrorCode::kLimit, "the file has 100000 bytes, over the limit of 50000");
  expect_failure(address("large"), ErrorCode::kLimit, "the file has 10000000000000 bytes, over the limit of 50000");
  expect_failure(address("chunked"), ErrorCode::kLimit, "the file goes on beyond the limit of 50000 bytes");
  expect_failure(address("flood"), ErrorCode::kLimit, "the file goes on beyond the limit of 50000 bytes");
  EXPECT_THAT(pauses, IsEmpty());
}

TEST_F(DownloadTest, WhatTakesTooLongIsGivenUp) {
  limits.total = milliseconds(300);
  expect_failure(address("silence"), ErrorCode::kLimit, "not done within the limit of 0.3 s, after 0 bytes");
  expect_failure(address("drip"), ErrorCode::kLimit, "not done within the limit of 0.3 s, after");
}

TEST_F(DownloadTest, WhatIsTooSlowIsGivenUp) {
  limits.slow_for = std::chrono::seconds(1);
  limits.attempts = 1;
  limits.least_speed = 1'000;
  expect_failure(address("drip"), ErrorCode::kLimit, "the server is too slow: under 1000 bytes a second for 1 s");
}

TEST_F(DownloadTest, PausesCountAgainstTheTime) {
  limits.total = milliseconds(5'000);
  expect_failure(address("status-500"), ErrorCode::kLimit, "there is no time left for another attempt within 5 s");
  EXPECT_THAT(pauses, ElementsAre(2000));
}

TEST_F(DownloadTest, AServerThatIsNotThere) {
  // A port that nobody listens on: it was this server's own.
  std::string url;
  {
    const vedette::testing::ListServer gone;
    url = gone.url("/good/list.xml");
  }
  expect_failure(url, ErrorCode::kIo, "the server cannot be reached (");
  EXPECT_THAT(pauses, ElementsAre(2000)) << "two attempts";
}

TEST_F(DownloadTest, GoesThroughAProxy) {
  network.http_proxy = server->url("");
  ASSERT_TRUE(fetch("http://lists.example.org/good" + path_part() + "list.xml"));
  EXPECT_EQ(got(), content);
  EXPECT_EQ(requests()[0].host, "lists.example.org");
  network.proxy_exceptions = "127.0.0.1";
  ASSERT_TRUE(fetch(address("good")));
  EXPECT_THAT(requests()[1].path, StartsWith("/good/")) << "asked directly";
}

TEST_F(DownloadTest, TheEnvironmentIsNotAsked) {
  ASSERT_EQ(setenv("http_proxy", "http://127.0.0.1:1", 1), 0);
  const auto done = fetch(address("good"));
  unsetenv("http_proxy");
  EXPECT_TRUE(done) << done.error().to_string();
}

TEST_F(DownloadTest, AFolderThatIsNotThere) {
  path = folder.path() / "absent" / "list.xml";
  const auto done = fetch(address("good"));
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().code, ErrorCode::kIo);
  EXPECT_THAT(requests(), IsEmpty());
}

TEST(CheckUrl, TakesAddressesOfTheWebOnly) {
  for (const char* url : {"https://example.org/a?b=c", "http://localhost:8000/x", "HTTPS://EXAMPLE.ORG/"}) {
    EXPECT_TRUE(check_url(url)) << url;
  }
  for (const char* url : {"", "file:///etc/passwd", "ftp://example.org/x", "https://", "https:///x", "example.org",
                          "https://user:secret@example.org/x", "https://example.org/a b", "https://example.org/\n"}) {
    EXPECT_FALSE(check_url(url)) << url;
  }
  EXPECT_TRUE(check_url("https://example.org/user@host")) << "no password: it stands behind the host";
}

TEST(WebPageTitle, KnowsAPageFromAList) {
  EXPECT_EQ(web_page_title("<!DOCTYPE html><title>Gone</title>"), "Gone");
  EXPECT_EQ(web_page_title("\xef\xbb\xbf \n<HTML><head></head>"), "");
  EXPECT_EQ(web_page_title("<!-- x --><html><title lang='en'>A\n  B\xff</title>"), "A B\xef\xbf\xbd");
  EXPECT_EQ(web_page_title("<?xml version=\"1.0\"?>\n<sdnList>"), std::nullopt);
  EXPECT_EQ(web_page_title("name,<html>\n"), std::nullopt);
  EXPECT_EQ(web_page_title(""), std::nullopt);
}

TEST(HttpDate, ReadsTheOneFormThatServersWrite) {
  using namespace std::chrono;
  EXPECT_EQ(parse_http_date("Sun, 06 Nov 1994 08:49:37 GMT"),
            sys_days(year(1994) / 11 / 6) + hours(8) + minutes(49) + seconds(37));
  for (const char* text :
       {"", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994", "Sun, 31 Nov 1994 08:49:37 GMT",
        "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994 08:49:37 CET", "Sun, -6 Nov 1994 08:49:37 GMT",
        "Sun, 06 Now 1994 08:49:37 GMT"}) {
    EXPECT_EQ(parse_http_date(text), std::nullopt) << text;
  }
}

}  // namespace
}  // namespace vedette::lists
