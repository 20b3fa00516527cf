// Reads a published spaCy package for English, a wheel or a folder, into a model.
//
// What it runs is spaCy 3's pipeline of tok2vec, tagger, parser, attribute_ruler, lemmatizer and ner with the CNN
// architectures of its small and middle models; names, sizes, seeds and label sets come from the files. A package that
// asks for anything else is refused with the reason (kUnsupported); one that breaks its own formats is refused with
// file and field (kInvalidInput). Nothing in a package is ever executed: no pickle, no Python.
#pragma once

#include <filesystem>
#include <memory>

#include "base/error.h"
#include "language/model_draft.h"
#include "language/spacy_files.h"

namespace vedette::language {

Result<std::unique_ptr<const ModelDraft>> read_spacy_package(SpacyFiles& files);

/// The same, opened first.
Result<std::unique_ptr<const ModelDraft>> read_spacy_package(const std::filesystem::path& path);

}  // namespace vedette::language
