"""What no file of the project may hold: reminders to oneself, paths of one machine, conflict marks, stray white space."""

import re
import sys

import tree

# Written so that this file does not find itself.
FORBIDDEN = [
    (re.compile(r"\b(TO[D]O|FIX[M]E|HA[C]K)\b|\bX[X]X:"), "a reminder: do it, or file it"),
    (re.compile(r"(?<![\w.])/(wor[k]|hom[e]|roo[t]|User[s])/\w"), "a path of one machine"),
    (re.compile(r"^(<{7}|={7}|>{7})( |$)"), "a conflict mark"),
    (re.compile(r"[ \t]+$"), "white space at the end of a line"),
    (re.compile(r"\r$"), "a carriage return"),
]
SUFFIXES = {".h", ".hpp", ".cpp", ".cmake", ".txt", ".md", ".py", ".sh", ".json", ".yaml", ".yml", ".inc", ""}
# Outside formats and corpora are what they are.
LEFT_OUT = ("tests/fixtures/", "fuzz/corpus/", "data/")


def main():
    wrong = []
    for path in tree.files():
        if str(path).startswith(LEFT_OUT) or path.suffix not in SUFFIXES:
            continue
        for number, line in enumerate(tree.text_of(path).split("\n"), 1):
            for pattern, meaning in FORBIDDEN:
                if pattern.search(line):
                    wrong.append(f"{path}:{number}: {meaning}")
    print("\n".join(wrong), end="\n" if wrong else "", file=sys.stderr)
    return 1 if wrong else 0


sys.exit(main())
