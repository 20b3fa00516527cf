// What a stranger's program does with the installed package: screens a name against the starter list that was
// installed, compares two names, and is told why a store that is not there is refused.
#include <iostream>
#include <vedette/vedette.hpp>

namespace {

int complain(const std::string& what) {
  std::cerr << what << '\n';
  return 1;
}

}  // namespace

int main() {
  const auto session = vedette::Session::open({.data = VEDETTE_DATA_DIR});
  if (!session) return complain(session.problem().message);
  if (!session->starter()) return complain("the starter list should serve, and say so");

  const auto result = session->screen("Kim Jong Un");
  if (!result) return complain(result.problem().message);
  if (result->hits.empty()) return complain("no hit");
  std::cout << result->hits.front().caption << ' ' << result->hits.front().score << '\n';

  const auto pair = vedette::compare_names("Kim Jong Un", "KIM, Jong-un", "Person");
  if (!pair || !pair->match) return complain("the two spellings should match");

  const auto refused = vedette::Session::open({.store = "no/such/store"});
  if (refused) return complain("a store that is not there should be refused");
  std::cout << refused.problem().code << ": " << refused.problem().message << '\n';
  return 0;
}
