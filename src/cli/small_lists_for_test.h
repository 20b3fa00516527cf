// Small lists for tests, in the form in which the UN publishes.
#pragma once

#include <string>
#include <vector>

namespace vedette::cli {

struct Listed {
  std::string reference;  ///< "KPi.033"
  std::string name;
  std::string since;  ///< YYYY-MM-DD
};

/// A UN list as generated on `day`.
inline std::string un_list(const std::string& day, const std::vector<Listed>& persons) {
  std::string xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<CONSOLIDATED_LIST dateGenerated=\"" + day +
                    "T23:00:00.000Z\">\n<INDIVIDUALS>\n";
  int number = 0;
  for (const Listed& person : persons) {
    xml += "<INDIVIDUAL><DATAID>" + std::to_string(++number) + "</DATAID><FIRST_NAME>" + person.name +
           "</FIRST_NAME><UN_LIST_TYPE>DPRK</UN_LIST_TYPE><REFERENCE_NUMBER>" + person.reference +
           "</REFERENCE_NUMBER><LISTED_ON>" + person.since + "</LISTED_ON></INDIVIDUAL>\n";
  }
  return xml + "</INDIVIDUALS>\n<ENTITIES>\n</ENTITIES>\n</CONSOLIDATED_LIST>\n";
}

inline std::string spring_list() {
  return un_list("2025-04-19", {{"KPi.033", "JO CHUN RYONG", "2016-11-30"}, {"KPi.901", "KIM JONG UN", "2025-01-02"}});
}

inline std::string autumn_list() {
  return un_list("2025-11-20", {{"KPi.033", "JO CHUN RYONG", "2016-11-30"},
                                {"KPi.901", "KIM JONG UN", "2025-01-02"},
                                {"KPi.902", "PAK JONG CHON", "2025-10-01"}});
}

}  // namespace vedette::cli
