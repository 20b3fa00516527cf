// Who does what in a text? Prints each verb with its subject and object, and then the named entities.
//
//   read_english ~/.local/share/vedette/models/sm.vedmodel < story.txt
#include <iostream>
#include <iterator>
#include <string>
#include <vedette/language.hpp>

namespace {

using vedette::language::Document;
using vedette::language::Span;
using vedette::language::Tree;

// The words of a token and all that hangs below it: "the president of Russia".
std::string phrase(const Document& document, const Tree& tree, uint32_t token) {
  const Span span{tree.left_edge(token), tree.right_edge(token) + 1};
  return std::string(document.text_of(span));
}

void print_verb(const Document& document, const Tree& tree, uint32_t verb) {
  std::string subject, object;
  for (const uint32_t child : tree.children(verb)) {
    const std::string_view dependency = document.label(document.tokens[child].dependency);
    if (dependency == "nsubj") subject = phrase(document, tree, child);
    if (dependency == "dobj") object = phrase(document, tree, child);
  }
  if (subject.empty()) return;
  std::cout << subject << " | " << document.lemma_of(document.tokens[verb]) << " | " << object << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) {
    std::cerr << "usage: read_english MODEL < TEXT\n";
    return 2;
  }
  const auto model = vedette::language::Model::open(argv[1]);
  if (!model) {
    std::cerr << model.problem().message << '\n';
    return 1;
  }
  vedette::language::Reader reader(*model);
  const std::string text(std::istreambuf_iterator<char>(std::cin), {});
  const Document document = reader.read(text);

  const Tree tree(document);
  for (uint32_t i = 0; i < document.tokens.size(); ++i) {
    if (document.label(document.tokens[i].pos) == "VERB") print_verb(document, tree, i);
  }
  for (const auto& entity : document.entities) {
    std::cout << document.label(entity.label) << ": " << document.text_of(entity) << '\n';
  }
  return 0;
}
