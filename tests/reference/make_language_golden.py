#!/usr/bin/env python3
"""Write what Python spaCy says about the project's own texts, for the tests of the language engine.

    make_language_golden.py MODEL_FOLDER OUTPUT [--texts FILE]

Example:
    tests/reference/make_language_golden.py en_core_web_sm/ tests/fixtures/language/golden_sm.jsonl

MODEL_FOLDER is an unpacked spaCy model, the folder that holds config.cfg. FILE (default: texts.jsonl of the fixtures) has
one JSON object a line: {"id", "text"} or, split already, {"id", "words", "spaces"?}.

One object a document, in the order of FILE: {"id", "text", "columns": {...}, "tok2vec"?, "ner_tok2vec"?}. Each column is an
array with a value for each token: text; idx, its offset in code points; spacy, 1 if one blank follows; tag; pos; morph;
lemma; head, the index of the head in the document; dep; sent_start, 1 or 0; ent_iob; ent_type. The documents in WITH_ROWS
also get the rows of both encoders, nine significant digits, which is exact for 32-bit floats.

Needs spaCy >= 3.8, < 3.9. Exit status: 0 written; 1 a file or the model cannot be read; 2 wrong usage.
"""
import argparse
import json
import os
import sys
import warnings
from pathlib import Path

# One thread, so that the sums are the same on every machine with the same kernels.
for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ.setdefault(variable, "1")

TEXTS = Path(__file__).parent.parent / "fixtures" / "language" / "texts.jsonl"
WITH_ROWS = ("two-words", "words-plain")


def read_document(nlp, row):
    from spacy.tokens import Doc

    if "text" in row:
        return nlp(row["text"])
    return nlp(Doc(nlp.vocab, words=row["words"], spaces=row.get("spaces")))


def columns(doc):
    return {
        "text": [token.text for token in doc],
        "idx": [token.idx for token in doc],
        "spacy": [int(bool(token.whitespace_)) for token in doc],
        "tag": [token.tag_ for token in doc],
        "pos": [token.pos_ for token in doc],
        "morph": [str(token.morph) for token in doc],
        "lemma": [token.lemma_ for token in doc],
        "head": [token.head.i for token in doc],
        "dep": [token.dep_ for token in doc],
        "sent_start": [int(bool(token.is_sent_start)) for token in doc],
        "ent_iob": [token.ent_iob_ for token in doc],
        "ent_type": [token.ent_type_ for token in doc],
    }


def float_rows(matrix):
    return [[float(f"{value:.9g}") for value in row] for row in matrix]


def encoder_rows(nlp, doc):
    """The shared encoder's rows, and those of the entity recogniser's own before its projection."""
    recogniser = nlp.get_pipe("ner").model.get_ref("tok2vec").layers[0]
    return {"tok2vec": float_rows(doc.tensor), "ner_tok2vec": float_rows(recogniser.predict([doc])[0])}


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", metavar="MODEL_FOLDER")
    parser.add_argument("output", metavar="OUTPUT")
    parser.add_argument("--texts", default=TEXTS, metavar="FILE")
    options = parser.parse_args(arguments)
    import spacy

    warnings.filterwarnings("ignore", message=r"\[W", category=UserWarning)
    documents = tokens = 0
    try:
        nlp = spacy.load(Path(options.model))
        with open(options.texts, encoding="utf-8") as texts, open(options.output, "w", encoding="utf-8") as output:
            for row in map(json.loads, texts):
                doc = read_document(nlp, row)
                golden = {"id": row["id"], "text": doc.text, "columns": columns(doc)}
                if row["id"] in WITH_ROWS:
                    golden |= encoder_rows(nlp, doc)
                output.write(json.dumps(golden, ensure_ascii=False, separators=(",", ":")) + "\n")
                documents, tokens = documents + 1, tokens + len(doc)
    except OSError as error:
        print(f"make_language_golden: {error}", file=sys.stderr)
        return 1
    print(f"{documents} documents, {tokens} tokens; {nlp.meta['lang']}_{nlp.meta['name']} {nlp.meta['version']}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
