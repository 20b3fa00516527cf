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
    default:
      return nullptr;
  }
}

}  // namespace vedette::lists
