#include "lists/xml.h"

#include <expat.h>
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "entity/entity.h"

namespace vedette::lists {
namespace {

constexpr int kBufferBytes = 64 << 10;
constexpr char kNamespaceSeparator = '\n';  // cannot stand in a name or, after normalising, in a URI

bool is_white(std::string_view text) {
  return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

// Splits expat's "URI\nname".
void set_name(XmlNode& node, std::string_view expanded) {
  const size_t separator = expanded.rfind(kNamespaceSeparator);
  if (separator == std::string_view::npos) {
    node.name = std::string(expanded);
    return;
  }
  node.space = std::string(expanded.substr(0, separator));
  node.name = std::string(expanded.substr(separator + 1));
}

std::string_view local_name(std::string_view expanded) {
  const size_t separator = expanded.rfind(kNamespaceSeparator);
  return separator == std::string_view::npos ? expanded : expanded.substr(separator + 1);
}

struct FreeParser {
  void operator()(XML_ParserStruct* parser) const { XML_ParserFree(parser); }
};

}  // namespace

const XmlNode* XmlNode::child(std::string_view child_name) const {
  const auto found =
      std::find_if(children.begin(), children.end(), [&](const XmlNode& node) { return node.name == child_name; });
  return found == children.end() ? nullptr : &*found;
}

const XmlNode* XmlNode::at(std::string_view path) const {
  const XmlNode* node = this;
  while (node != nullptr && !path.empty()) {
    const size_t slash = std::min(path.find('/'), path.size());
    node = node->child(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return node;
}

std::vector<const XmlNode*> XmlNode::all(std::string_view child_name) const {
  std::vector<const XmlNode*> found;
  for (const XmlNode& node : children) {
    if (node.name == child_name) found.push_back(&node);
  }
  return found;
}

std::string XmlNode::text_of(std::string_view path) const {
  const XmlNode* node = at(path);
  return node == nullptr ? std::string() : fold_spaces(node->text);
}

std::string_view XmlNode::attribute(std::string_view attribute_name) const {
  for (const auto& [key, value] : attributes) {
    if (key == attribute_name) return value;
  }
  return {};
}

struct XmlRecordReader::State {
  std::unique_ptr<InputStream> stream;
  std::vector<std::string> record_names;
  ReadLimits limits;
  std::unique_ptr<XML_ParserStruct, FreeParser> parser;
  XmlNode root;
  XmlNode record;
  std::vector<XmlNode*> open;  // from the record element inwards; children of an open node do not move its ancestors
  std::optional<Error> error;
  uint32_t depth = 0;
  uint64_t pieces = 0;      // elements and attributes of the record at hand
  uint64_t text_bytes = 0;  // of all of it
  int64_t fed = 0;
  bool record_ready = false;
  bool suspended = false;
  bool finished = false;

  uint64_t line() const { return XML_GetCurrentLineNumber(parser.get()); }

  void stop(ErrorCode code, std::string message, std::string field) {
    if (!error) error = Error{code, std::move(message), {stream->name(), line(), std::move(field)}};
    XML_StopParser(parser.get(), XML_FALSE);
  }

  void stop_at_limit(std::string_view what, uint64_t bound, std::string field) {
    stop(ErrorCode::kLimit, fmt::format("{} of more than {}", what, bound), std::move(field));
  }

  bool is_record(std::string_view name) const {
    return std::find(record_names.begin(), record_names.end(), name) != record_names.end();
  }

  bool set_attributes(XmlNode& node, const XML_Char** attributes) {
    size_t bytes = 0;
    for (; *attributes != nullptr; attributes += 2) {
      const std::string_view value = attributes[1];
      bytes += value.size();
      if (bytes > limits.field_bytes) {
        stop_at_limit("attributes with bytes", limits.field_bytes, node.name);
        return false;
      }
      node.attributes.emplace_back(local_name(attributes[0]), value);
    }
    pieces += node.attributes.size();
    text_bytes += bytes;
    return true;
  }

  void start(const XML_Char* name, const XML_Char** attributes) {
    if (error) return;
    if (++depth > limits.depth)
      return stop_at_limit("elements with a depth", limits.depth, std::string(local_name(name)));
    if (depth == 1) {
      set_name(root, name);
      root.line = line();
      if (!set_attributes(root, attributes)) return;
    }
    if (open.empty()) {
      if (!is_record(local_name(name))) return;
      record = XmlNode();
      pieces = 0;
      text_bytes = 0;
      open.push_back(&record);
    } else {
      open.push_back(&open.back()->children.emplace_back());
    }
    XmlNode& node = *open.back();
    set_name(node, name);
    node.line = line();
    if (!set_attributes(node, attributes)) return;
    if (++pieces > limits.values_per_record) {
      stop_at_limit("a record with elements and attributes", limits.values_per_record, node.name);
    }
  }

  void text(const XML_Char* bytes, int size) {
    if (error || open.empty()) return;
    XmlNode& node = *open.back();
    node.text.append(bytes, static_cast<size_t>(size));
    text_bytes += static_cast<uint64_t>(size);
    if (node.text.size() > limits.field_bytes) stop_at_limit("text with bytes", limits.field_bytes, node.name);
    if (text_bytes > limits.line_bytes) stop_at_limit("a record with bytes of text", limits.line_bytes, node.name);
  }

  void end() {
    if (error) return;
    --depth;
    if (open.empty()) return;
    XmlNode& node = *open.back();
    if (!node.children.empty() && is_white(node.text)) node.text.clear();
    open.pop_back();
    if (!open.empty()) return;
    record_ready = true;
    XML_StopParser(parser.get(), XML_TRUE);
  }

  Unexpected syntax_error() const {
    const XML_Error code = XML_GetErrorCode(parser.get());
    if (code == XML_ERROR_NO_MEMORY) return fail(ErrorCode::kLimit, "out of memory", {stream->name(), line(), ""});
    return fail(ErrorCode::kInvalidInput, fmt::format("not well-formed XML: {}", XML_ErrorString(code)),
                {stream->name(), line(), root.name});
  }

  Result<void> after(XML_Status status) {
    if (error) return Unexpected(*error);
    if (status == XML_STATUS_ERROR) return syntax_error();
    suspended = status == XML_STATUS_SUSPENDED;
    if (suspended) return {};
    // Expat keeps a token that has not ended and scans it anew with every buffer.
    const int64_t pending = fed - XML_GetCurrentByteIndex(parser.get());
    if (!finished && pending > static_cast<int64_t>(limits.field_bytes) + kBufferBytes) {
      return fail(ErrorCode::kLimit, fmt::format("a tag, comment or name of more than {} bytes", limits.field_bytes),
                  {stream->name(), line(), ""});
    }
    return {};
  }

  Result<void> step() {
    if (suspended) return after(XML_ResumeParser(parser.get()));
    void* buffer = XML_GetBuffer(parser.get(), kBufferBytes);
    if (buffer == nullptr) return syntax_error();
    VEDETTE_ASSIGN_OR_RETURN(const size_t got, stream->read({static_cast<char*>(buffer), kBufferBytes}));
    finished = got == 0;
    fed += static_cast<int64_t>(got);
    return after(XML_ParseBuffer(parser.get(), static_cast<int>(got), finished ? XML_TRUE : XML_FALSE));
  }

  static void on_start(void* self, const XML_Char* name, const XML_Char** attributes) {
    static_cast<State*>(self)->start(name, attributes);
  }
  static void on_end(void* self, const XML_Char*) { static_cast<State*>(self)->end(); }
  static void on_text(void* self, const XML_Char* bytes, int size) { static_cast<State*>(self)->text(bytes, size); }
  static void on_doctype(void* self, const XML_Char* name, const XML_Char*, const XML_Char*, int) {
    static_cast<State*>(self)->stop(ErrorCode::kInvalidInput,
                                    "a document type declaration is refused: it could declare entities", name);
  }
};

XmlRecordReader::XmlRecordReader(std::unique_ptr<InputStream> stream, std::vector<std::string> record_names,
                                 const ReadLimits& limits)
    : state_(std::make_unique<State>()) {
  state_->stream = std::move(stream);
  state_->record_names = std::move(record_names);
  state_->limits = limits;
  state_->parser.reset(XML_ParserCreateNS(nullptr, kNamespaceSeparator));
  XML_ParserStruct* parser = state_->parser.get();
  if (parser == nullptr) return;
  XML_SetUserData(parser, state_.get());
  XML_SetElementHandler(parser, &State::on_start, &State::on_end);
  XML_SetCharacterDataHandler(parser, &State::on_text);
  XML_SetStartDoctypeDeclHandler(parser, &State::on_doctype);
}

XmlRecordReader::~XmlRecordReader() = default;

const XmlNode& XmlRecordReader::root() const {
  return state_->root;
}

const std::string& XmlRecordReader::name() const {
  return state_->stream->name();
}

Result<bool> XmlRecordReader::next(XmlNode& record) {
  State& state = *state_;
  if (state.parser == nullptr) return fail(ErrorCode::kInternal, "no memory for an XML parser", {name(), 0, ""});
  if (state.error) return Unexpected(*state.error);
  while (!state.record_ready) {
    if (state.finished && !state.suspended) return false;
    VEDETTE_RETURN_IF_ERROR(state.step());
  }
  state.record_ready = false;
  record = std::move(state.record);
  state.record = XmlNode();
  return true;
}

}  // namespace vedette::lists
