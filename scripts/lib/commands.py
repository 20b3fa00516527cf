"""Commands that the documentation shows exist: each `vedette …` line of a shell block in Markdown, and each option that
it gives, stands in the program's own help. Usage: commands.py PROGRAM
"""

import re
import shlex
import subprocess
import sys
from functools import cache

import tree

BLOCK = re.compile(r"^```(?:sh|bash)\n(.*?)^```", re.MULTILINE | re.DOTALL)


def shown(path):
    """(line number, words of one command) for each start of the program in a shell block."""
    text = tree.text_of(path)
    for block in BLOCK.finditer(text):
        first = text.count("\n", 0, block.start(1)) + 1
        for offset, line in enumerate(block.group(1).replace("\\\n", " \n").split("\n")):
            lexer = shlex.shlex(line, posix=True, punctuation_chars="|;&<>()")
            lexer.whitespace_split = True
            words = []
            for word in [*lexer, ";"]:
                if set(word) <= set("|;&<>()"):
                    if words and re.fullmatch(r"(.*/)?vedette", words[0]):
                        yield first + offset, words[1:]
                    words = []
                else:
                    words.append(word)


@cache
def help_of(program, *path):
    done = subprocess.run([program, *path, "--help"], capture_output=True, text=True)
    return done.stdout if done.returncode == 0 else None


def trouble(program, words):
    """What is wrong with a command, or None."""
    path = []
    for word in words:
        if word.startswith("-") or not re.fullmatch(r"[a-z]+", word):
            break
        if path and help_of(program, *path, word) is None:
            break
        path.append(word)
        if "COMMANDS\n" not in (help_of(program, *path) or ""):
            break
    page = help_of(program, *path)
    if page is None:
        return f"there is no command {' '.join(path)}"
    for word in words:
        option = word.split("=")[0]
        if option.startswith("--") and not re.search(re.escape(option) + r"\b", page):
            return f"{' '.join(path)} has no option {option}"
    return None


def main():
    program = sys.argv[1]
    wrong = []
    for path in tree.files("*.md"):
        for line, words in shown(path):
            reason = trouble(program, words)
            if reason:
                wrong.append(f"{path}:{line}: {reason}")
    print("\n".join(wrong), end="\n" if wrong else "", file=sys.stderr)
    return 1 if wrong else 0


sys.exit(main())
