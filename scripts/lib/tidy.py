"""clang-tidy over every source file that the build compiles, tests apart. Usage: tidy.py BUILD_FOLDER

Tests cost most (the frameworks' headers) and gain least: they run under the sanitizers.
"""

import json
import subprocess
import sys
from pathlib import Path

import each_file
import tree


def compiled_files(build):
    """Relative path → its compile command."""
    commands = json.loads((build / "compile_commands.json").read_text())
    found = {}
    for entry in commands:
        path = Path(entry["file"])
        if path.is_relative_to(tree.ROOT):
            found[path.relative_to(tree.ROOT)] = entry["command"]
    return found


def main():
    build = Path(sys.argv[1])
    version = subprocess.run(["clang-tidy-19", "--version"], capture_output=True, text=True).stdout
    commands = compiled_files(tree.ROOT / build)
    paths = [path for path in tree.files("*.cpp") if path in commands and not path.name.endswith("_test.cpp")]

    def command(path):
        # clang sees the deprecation marks inside g++ 12's own std::stable_sort, and does not know all of g++'s options.
        extra = ["--extra-arg=-Wno-deprecated-declarations", "--extra-arg=-Wno-unknown-warning-option"]
        return ["clang-tidy-19", "--quiet", *extra, "-p", str(build), str(path)]

    failures = each_file.run("tidy", paths, command, version, tree.text_of(".clang-tidy"))
    return 1 if failures else 0


sys.exit(main())
