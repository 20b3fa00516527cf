#!/usr/bin/env python3
"""Compare two readings of the same texts, token by token: a reference's and another engine's.

    compare_parses.py EXPECTED ACTUAL [--show N] [--tolerance X]

Example:
    vedette parse --model sm --format jsonl news.jsonl > ours.jsonl
    compare_parses.py spacy.jsonl ours.jsonl --show 5

Both files hold one JSON object a document, found by its "id", in any order:
    {"id", "text", "tokens": [{"text", "idx", "spacy", "tag", "pos", "morph", "lemma", "head", "dep", "sent_start",
    "ent_iob", "ent_type"}...], "tok2vec"?, "ner_tok2vec"?}
or with one array a field in place of the objects: {"id", "text", "columns": {"text": [...], "idx": [...], ...}}.
Encoder rows (a list of floats a token) are compared where both sides have them; an element may be X off (default 1e-4).

Printed: documents and tokens, differing values by field, the documents by the first field that differs in the order in
which an engine works, and the first N differences with the words around them. Where the tokens of a document are not
the same, only the first such place counts, as a difference of "tokens": nothing after it can be compared.

Exit status: 0 no difference; 1 some, or not the same documents, or none; 2 wrong usage, or a file that cannot be read.
"""
import argparse
import json
import math
import sys
from collections import Counter

PLACE = ("text", "idx")
# In the order in which an engine works, so that the first that differs is nearest to the cause.
FIELDS = ("spacy", "tag", "head", "dep", "sent_start", "pos", "morph", "lemma", "ent_iob", "ent_type")
ROWS = ("tok2vec", "ner_tok2vec")
AROUND = 4


class Malformed(Exception):
    """A file that is not of the agreed shape; the message says where."""


def columns_of(row):
    """The tokens of a document as one list a field."""
    if "columns" in row:
        return row["columns"]
    return {field: [token[field] for token in row["tokens"]] for field in (*PLACE, *FIELDS)}


def read_lines(path):
    """{id: line} of a file; a line is parsed only when its document is compared, for files can be large."""
    lines = {}
    with open(path, encoding="utf-8") as handle:
        for number, line in enumerate(handle, 1):
            if not line.strip():
                continue
            row = parse(line, f"{path}:{number}")
            if row["id"] in lines:
                raise Malformed(f"{path}:{number}: id {row['id']!r} a second time")
            lines[row["id"]] = line
    return lines


def parse(line, where):
    try:
        row = json.loads(line)
    except ValueError as error:
        raise Malformed(f"{where}: not JSON: {error}") from error
    if not isinstance(row, dict) or not {"id", "text"} <= row.keys() or not {"tokens", "columns"} & row.keys():
        raise Malformed(f"{where}: wants an object with id, text, and tokens or columns")
    try:
        columns = columns_of(row)
        if any(len(columns[field]) != len(columns["text"]) for field in (*PLACE, *FIELDS)):
            raise Malformed(f"{where}: fields of unequal length")
    except (KeyError, TypeError) as error:
        raise Malformed(f"{where}: a token lacks a field: {error!r}") from error
    return row | {"columns": columns}


class Report:
    """Counts of what differs, and the first few differences in words."""

    def __init__(self, show):
        self.show = show
        self.tokens = 0
        self.by_field = Counter()
        self.by_first_field = Counter()
        self.largest = {}
        self.examples = []

    def add(self, document, field, index, expected, actual, words):
        self.by_field[field] += 1
        if len(self.examples) < self.show:
            self.examples.append(f"{document} token {index} {field}: expected {expected!r}, got {actual!r}\n"
                                 f"    {around(words, index)}")


def around(words, index):
    before = " ".join(words[max(0, index - AROUND):index])
    after = " ".join(words[index + 1:index + 1 + AROUND])
    here = words[index] if index < len(words) else "(end)"
    return repr(f"{before} >>{here}<< {after}")[1:-1]


def first_unequal_token(expected, actual):
    places = [list(zip(*(side[field] for field in PLACE))) for side in (expected, actual)]
    if places[0] == places[1]:
        return None
    for index, (ours, theirs) in enumerate(zip(*places)):
        if ours != theirs:
            return index
    return min(map(len, places))


def compare_document(report, expected, actual, tolerance):
    name = expected["id"]
    if expected["text"] != actual["text"]:
        report.add(name, "document text", 0, expected["text"][:60], actual["text"][:60], [])
        return "document text"
    ours, theirs = expected["columns"], actual["columns"]
    report.tokens += len(ours["text"])
    index = first_unequal_token(ours, theirs)
    if index is not None:
        values = [[column[field][index:index + 3] for field in PLACE] for column in (ours, theirs)]
        report.add(name, "tokens", index, *values, ours["text"])
        return "tokens"
    found = []
    for field in ROWS:
        if field in expected and field in actual and not rows_agree(report, expected, actual, field, tolerance):
            found.append(field)
    for field in FIELDS:
        if ours[field] == theirs[field]:
            continue
        found.append(field)
        for place, (one, other) in enumerate(zip(ours[field], theirs[field])):
            if one != other:
                report.add(name, field, place, one, other, ours["text"])
    return found[0] if found else None


def distance(one, other):
    """How far two numbers are apart; what is no number is infinitely far from everything."""
    return abs(one - other) if math.isfinite(one) and math.isfinite(other) else math.inf


def rows_agree(report, expected, actual, field, tolerance):
    words = expected["columns"]["text"]
    if [len(row) for row in expected[field]] != [len(row) for row in actual[field]]:
        report.add(expected["id"], field, 0, f"{len(expected[field])} rows", f"{len(actual[field])} rows", words)
        return False
    agree = True
    for index, (ours, theirs) in enumerate(zip(expected[field], actual[field])):
        gap, at = max((distance(one, other), column) for column, (one, other) in enumerate(zip(ours, theirs)))
        report.largest[field] = max(report.largest.get(field, 0.0), gap)
        if gap > tolerance:
            agree = False
            report.add(expected["id"], field, index, ours[at], theirs[at], words)
    return agree


def print_report(report, documents, missing, unexpected):
    print(f"{documents} documents, {report.tokens} tokens compared")
    for field in ("document text", "tokens", *ROWS, *FIELDS):
        line = f"  {field:14}{report.by_field[field]:8} differ"
        if field in ROWS:
            line += f", at most {report.largest[field]:.2g} off" if field in report.largest else " (not given by both)"
        print(line)
    if report.by_first_field:
        print("documents by the first field that differs: "
              + ", ".join(f"{field} {count}" for field, count in report.by_first_field.most_common()))
    for title, names in (("missing", missing), ("unexpected", unexpected)):
        if names:
            print(f"{len(names)} documents {title}, the first is {names[0]!r}")
    for example in report.examples:
        print(example)


def main(arguments=None):
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("expected", metavar="EXPECTED")
    parser.add_argument("actual", metavar="ACTUAL")
    parser.add_argument("--show", type=int, default=10, metavar="N", help="differences to print (default 10)")
    parser.add_argument("--tolerance", type=float, default=1e-4, metavar="X", help="for encoder rows (default 1e-4)")
    options = parser.parse_args(arguments)
    try:
        expected, actual = read_lines(options.expected), read_lines(options.actual)
    except (Malformed, OSError, UnicodeDecodeError) as error:
        print(f"compare_parses: {error}", file=sys.stderr)
        return 2
    report = Report(options.show)
    both = [name for name in expected if name in actual]
    for name in both:
        first = compare_document(report, parse(expected[name], name), parse(actual[name], name), options.tolerance)
        if first:
            report.by_first_field[first] += 1
    missing = [name for name in expected if name not in actual]
    unexpected = [name for name in actual if name not in expected]
    print_report(report, len(both), missing, unexpected)
    return 1 if report.by_field or missing or unexpected or not both else 0


if __name__ == "__main__":
    sys.exit(main())
