"""Compiles every header alone: a header includes what it uses. Usage: headers.py BUILD_FOLDER"""

import json
import shlex
import subprocess
import sys

import each_file
import tree


def include_flags(build):
    """All include folders that any file of the build sees, in the order of first use."""
    flags = {}
    for entry in json.loads((tree.ROOT / build / "compile_commands.json").read_text()):
        words = shlex.split(entry["command"])
        for word, following in zip(words, words[1:] + [""]):
            if word == "-isystem":
                flags[("-isystem", following)] = True
            elif word.startswith("-I"):
                flags[(word,)] = True
    return [word for flag in flags for word in flag]


def main():
    # Warnings as the build has them (cmake/VedetteToolchain.cmake), as far as they concern a header.
    compiler = ["g++", "-std=c++20", "-fsyntax-only", "-Wall", "-Wextra", "-Wno-missing-field-initializers", "-Werror", "-x", "c++"]
    flags = [*include_flags(sys.argv[1]), f"-I{tree.ROOT / 'include'}", f"-I{tree.ROOT / 'tests'}"]
    flags.append(f'-DVEDETTE_SOURCE_DIR="{tree.ROOT}"')
    version = subprocess.run(["g++", "--version"], capture_output=True, text=True).stdout

    def command(path):
        # The header is included by an empty file: "#pragma once in main file" is a warning otherwise.
        return [*compiler, *flags, "-include", str(tree.ROOT / path), "/dev/null"]

    failures = each_file.run("headers", tree.files("*.h", "*.hpp"), command, version)
    return 1 if failures else 0


sys.exit(main())
