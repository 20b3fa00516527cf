// A streaming reader of XML that hands out one record element at a time, as a small tree.
// Memory: one record and a buffer of 64 KiB, whatever the size of the file.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lists/reader.h"

namespace vedette::lists {

/// An element with all that is in it. Names are without prefix.
struct XmlNode {
  std::string name;
  std::string space;  ///< namespace URI, or empty
  std::vector<std::pair<std::string, std::string>> attributes;
  std::string text;   ///< character data directly in it; empty if there are children and only white space around them
  uint64_t line = 0;  ///< 1-based, of the start tag
  std::vector<XmlNode> children;

  /// The first child of that name, or nullptr.
  const XmlNode* child(std::string_view child_name) const;
  /// The first node on a path of child names: at("idList/id"). nullptr if a step is missing.
  const XmlNode* at(std::string_view path) const;
  /// All children of that name, in order.
  std::vector<const XmlNode*> all(std::string_view child_name) const;
  /// Text of the node at that path, spaces folded; empty if it is missing.
  std::string text_of(std::string_view path) const;
  /// The attribute's value, or empty.
  std::string_view attribute(std::string_view attribute_name) const;
};

/// Hands out the elements of given names, wherever they stand outside another such element.
///   XmlRecordReader reader(std::move(stream), {"publshInformation", "sdnEntry"}, limits);
///   XmlNode node;
///   for (;;) { VEDETTE_ASSIGN_OR_RETURN(const bool more, reader.next(node)); if (!more) break; … }
/// A document type declaration is refused (kInvalidInput) before anything in it is looked at, so there are no entities
/// but the five of XML, no expansion and no fetching. kLimit, naming the line: elements deeper than `depth`, text of
/// one element or attributes of one tag over `field_bytes`, more than `values_per_record` elements and attributes in a
/// record, or all its text together over `line_bytes`. What is not well formed, a file that ends early included, is
/// kInvalidInput with the line; the records before it have been handed out.
class XmlRecordReader {
 public:
  XmlRecordReader(std::unique_ptr<InputStream> stream, std::vector<std::string> record_names, const ReadLimits& limits);
  ~XmlRecordReader();
  XmlRecordReader(const XmlRecordReader&) = delete;
  XmlRecordReader& operator=(const XmlRecordReader&) = delete;

  /// The next record element; false after the end of the document.
  Result<bool> next(XmlNode& record);

  /// The document element without its children, known once `next` has returned.
  const XmlNode& root() const;
  const std::string& name() const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace vedette::lists
