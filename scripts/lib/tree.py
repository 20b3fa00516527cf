"""The files of the project as git knows them, and what C++ files include. Python's standard library only."""

import hashlib
import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.MULTILINE)


def files(*patterns):
    """Paths relative to the root: tracked, or new and not ignored; those that are deleted are left out."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard", "--", *patterns],
        cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return sorted({Path(name) for name in listed.split("\0") if name and (ROOT / name).is_file()})


def text_of(path):
    return (ROOT / path).read_text(encoding="utf-8", errors="replace")


def included(path):
    """(line number, included path as written) of each quoted include."""
    text = text_of(path)
    return [(text.count("\n", 0, match.start(1)) + 1, match.group(1)) for match in INCLUDE.finditer(text)]


def resolve(path, written):
    """The file of the project that a quoted include means, or None."""
    for folder in (path.parent, Path("src"), Path("include"), Path("tests")):
        if (ROOT / folder / written).is_file():
            return Path(os.path.normpath(folder / written))
    return None


def closure(path):
    """The file and all that it includes from the project, directly or not."""
    found, waiting = set(), [path]
    while waiting:
        current = waiting.pop()
        if current in found:
            continue
        found.add(current)
        waiting += [target for _, written in included(current) if (target := resolve(current, written))]
    return sorted(found)


def fingerprint(path, *context):
    """Changes when the file, anything that it includes from the project, or the context changes."""
    digest = hashlib.sha256()
    for part in context:
        digest.update(part.encode() + b"\0")
    for member in closure(path):
        digest.update(str(member).encode() + b"\0" + (ROOT / member).read_bytes() + b"\0")
    return digest.hexdigest()
