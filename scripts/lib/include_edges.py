"""Holds the include edges between modules to the table in docs/contributing/architecture.md.

The table is the one whose header reads "| module | may include |"; its cells are comma-separated module names. `base`
is open to all. A public header (include/vedette/) may include only the standard library and other public headers.
"""

import re
import sys

import tree

TABLE = "docs/contributing/architecture.md"


def allowed_edges():
    edges = {"base": set()}
    reading = False
    for line in tree.text_of(TABLE).splitlines():
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if cells[:2] == ["module", "may include"]:
            reading = True
        elif reading and not line.startswith("|"):
            reading = False
        elif reading and len(cells) == 2 and not set(cells[0]) <= {"-", ":"}:
            for module in re.split(r",\s*", cells[0]):
                edges[module] = set(re.split(r",\s*", cells[1])) - {""}
    return edges


def module_of(path):
    if path is None:
        return None
    if path.parts[0] == "src":
        return path.parts[1]
    return "public" if path.parts[0] == "include" else None


def main():
    edges = allowed_edges()
    wrong = []
    for path in tree.files("src/*.h", "src/*.cpp", "include/*.h", "include/*.hpp"):
        module = module_of(path)
        if module not in edges and module != "public":
            wrong.append(f"{path}: module {module} is not in the table of {TABLE}")
            continue
        for line, written in tree.included(path):
            target = module_of(tree.resolve(path, written))
            if target in (None, module):
                continue
            open_to_all = target == "base" and module != "public"
            if not open_to_all and target not in edges.get(module, set()):
                wrong.append(f"{path}:{line}: {module} may not include {target} (\"{written}\")")
    print("\n".join(wrong), end="\n" if wrong else "", file=sys.stderr)
    return 1 if wrong else 0


sys.exit(main())
