"""Relative links in Markdown files: the file exists, and so does the heading that the anchor names."""

import re
import sys
from pathlib import Path
from urllib.parse import unquote

import tree

LINK = re.compile(r"!?\[[^\]]*\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)|(?:src|href)=\"([^\"]+)\"")
FENCE = re.compile(r"^(```|~~~).*?^\1\s*$", re.MULTILINE | re.DOTALL)
HEADING = re.compile(r"^#{1,6}\s+(.*?)\s*#*$", re.MULTILINE)


def prose(path):
    """The text without code blocks and code spans, line numbers kept."""
    def blank(match):
        return "\n" * match.group(0).count("\n")
    return re.sub(r"`[^`\n]*`", "", FENCE.sub(blank, tree.text_of(path)))


def anchors(path):
    """The anchors that a forge makes of headings."""
    text = FENCE.sub("", tree.text_of(path))
    found, seen = set(re.findall(r"\b(?:id|name)=\"([^\"]+)\"", text)), {}
    for heading in HEADING.findall(text):
        heading = re.sub(r"!?\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
        anchor = re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-")
        count = seen.get(anchor, 0)
        seen[anchor] = count + 1
        found.add(f"{anchor}-{count}" if count else anchor)
    return found


def trouble(path, target):
    """What is wrong with a link, or None."""
    if re.match(r"[a-z][a-z0-9+.-]*:", target):
        return None
    name, _, anchor = unquote(target).partition("#")
    file = (tree.ROOT / path.parent / name).resolve() if name else tree.ROOT / path
    if not file.is_relative_to(tree.ROOT):
        return "leads out of the project"
    if not file.exists():
        return "no such file"
    if anchor and file.suffix == ".md" and anchor not in anchors(Path(file).relative_to(tree.ROOT)):
        return "no such heading"
    return None


def main():
    wrong = []
    for path in tree.files("*.md"):
        text = prose(path)
        for match in LINK.finditer(text):
            target = match.group(1) or match.group(2)
            reason = trouble(path, target)
            if reason:
                wrong.append(f"{path}:{text.count(chr(10), 0, match.start()) + 1}: {target}: {reason}")
    print("\n".join(wrong), end="\n" if wrong else "", file=sys.stderr)
    return 1 if wrong else 0


sys.exit(main())
