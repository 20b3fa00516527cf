// Ids for records of lists that give none: a key may stand twice, an id may not.
#pragma once

#include <cstdint>
#include <string>
#include <unordered_map>

namespace vedette::lists {

/// Gives "KEY", then "KEY-2", "KEY-3" … for a key that comes again, in the order of the calls; never an id twice, even
/// where one key looks like another with a number.
class UniqueIds {
 public:
  std::string of(const std::string& key) {
    if (last_number_.try_emplace(key, 1).second) return key;
    for (;;) {
      std::string id = key + "-" + std::to_string(++last_number_[key]);
      if (last_number_.try_emplace(id, 1).second) return id;
    }
  }

 private:
  std::unordered_map<std::string, uint64_t> last_number_;  // of every id given
};

}  // namespace vedette::lists
