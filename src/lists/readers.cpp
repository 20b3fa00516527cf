#include "lists/readers.h"

namespace vedette::lists {

ReadFunction reader_for(Format format) {
  switch (format) {
    case Format::kUsOfacCsv:
      return &read_us_ofac_csv;
    case Format::kUsOfacXml:
      return &read_us_ofac_xml;
    case Format::kUsCslCsv:
      return &read_us_csl_csv;
    case Format::kUsBisDpl:
      return &read_us_bis_dpl;
    case Format::kUnXml:
      return &read_un_xml;
    case Format::kGbOfsiCsv:
      return &read_gb_ofsi_csv;
    case Format::kGbSanctionsXml:
      return &read_gb_sanctions_xml;
    case Format::kEuFsfCsv:
      return &read_eu_fsf_csv;
    case Format::kEuFsfXml:
      return &read_eu_fsf_xml;
    case Format::kCaSemaXml:
      return &read_ca_sema_xml;
    case Format::kFtmJsonl:
      return &read_ftm_jsonl;
    case Format::kOwnCsv:
      return &read_own_csv;
  }
  return nullptr;
}

}  // namespace vedette::lists
