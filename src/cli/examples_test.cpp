// Every example that the help gives is run as it stands, by a shell, with the built program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <sys/wait.h>

#include <cstdlib>

#include "cli/command.h"
#include "cli/command_line_for_test.h"
#include "cli/small_lists_for_test.h"
#include "engine/language_model_for_test.h"
#include "support/list_server.h"

namespace vedette::cli {
namespace {

namespace fs = std::filesystem;

void collect(const Command& command, std::vector<Example>& examples) {
  examples.insert(examples.end(), command.examples.begin(), command.examples.end());
  for (const Command& child : command.commands) collect(child, examples);
}

// A folder with the files that the examples name, and a store with the lists that they ask about.
class ExampleFolder {
 public:
  explicit ExampleFolder(const fs::path& program) : program_(program) {
    write("story.txt", "Jo Chun Ryong and Kim Jong Un met on Wednesday.\n");
    write("customers.csv", "CLIENT_NAME,DOB\nJo Chun Ryong,1960-04-04\nNobody Whatever,1999\n");
    write("pairs.jsonl", "{\"query\": \"Kim Jong Un\", \"candidate\": \"KIM, Jong Un\"}\n");
    write("own.csv", "WHO,BORN\nSomebody Ofourown,1970\n");
    write("texts.jsonl", "{\"id\": \"a\", \"text\": \"Kim met Putin.\"}\n{\"words\": [\"It\", \"rains\"]}\n");
    write("feed.jsonl", "{\"id\": \"a\", \"text\": \"Kim Jong Un met Jo Chun Ryong.\"}\n");
    write("dossiers/made.json", "{\"story\": {\"id\": \"made\"}, \"events\": [{\"type\": \"VISIT\"}]}\n");
    write("stories/one.txt", "Kim Jong Un met Jo Chun Ryong.\n");
    engine::write_made_up_wheel(folder_.path() / "en_core_web_sm-3.8.0-py3-none-any.whl");
    engine::write_made_up_package(folder_.path() / "en_core_web_sm-3.8.0");
    engine::write_tiny_model(folder_.path() / "data/vedette/models/sm.vedmodel");
    write("april.xml", spring_list());
    write("un.xml", autumn_list());
    server_.put("un.xml", autumn_list());
    write("mirrors.txt", "un_sc_sanctions " + server_.url("/good/un.xml") + "\n");
    fs::copy(testing::fixture("us_ofac_csv"), folder_.path() / "sdn");
    fs::create_directory_symlink("data/vedette", folder_.path() / "store");
    run("vedette lists add april.xml && vedette lists add un.xml && "
        "vedette lists add sdn --source us_ofac_sdn --published 2021-07");
  }

  /// Exit status of a line, run by bash with the program on its path.
  int run(const std::string& line) {
    write("line.sh", "set -o pipefail\nexport PATH='" + program_.parent_path().string() + "':$PATH\n" +
                         "export XDG_DATA_HOME=\"$PWD/data\" VEDETTE_DATA='" VEDETTE_SOURCE_DIR
                         "/data' MANPAGER=cat VEDETTE_SOURCES=mirrors.txt\n" +
                         line + "\n");
    const std::string command = "cd '" + folder_.path().string() + "' && bash line.sh > out.txt 2> err.txt < /dev/null";
    const int status = std::system(command.c_str());
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  }

  std::string errors() const { return read_file(folder_.path() / "err.txt", 1 << 20).value_or(""); }

 private:
  void write(const std::string& name, const std::string& content) {
    fs::create_directories((folder_.path() / name).parent_path());
    ASSERT_TRUE(replace_file(folder_.path() / name, content));
  }

  testing::TemporaryFolder folder_;
  testing::ListServer server_;  // in place of the authorities
  fs::path program_;
};

TEST(Examples, AllRunAsTheHelpSaysTheyDo) {
  const fs::path program = fs::path(VEDETTE_BINARY_DIR) / "vedette";
  if (!fs::exists(program)) GTEST_SKIP() << "needs " << program << ", which is not built";
  ExampleFolder folder(program);
  std::vector<Example> examples;
  collect(root_command(), examples);
  ASSERT_GT(examples.size(), 30u);
  for (const Example& example : examples) {
    EXPECT_EQ(folder.run(example.line), static_cast<int>(example.expected)) << example.line << "\n" << folder.errors();
  }
}

}  // namespace
}  // namespace vedette::cli
