#!/usr/bin/env python3
"""Compare the speed of our language engine with spaCy's: same machine, same texts, same model, runs in turn.

    compare_with_spacy.py --program LANGUAGE_READ --model FILE --folder MODEL_FOLDER --texts FOLDER [--count N]
                          --spacy NAME=PYTHON... [--rounds N] [--batch N] [--cores A,B]

Example:
    compare_with_spacy.py --program build/release/benchmarks/language_read --model sm.vedmodel --folder en_core_web_sm/ \\
        --texts news/ --count 251 --spacy installed=venv/bin/python --spacy avx2=venv_avx2/bin/python

Each round runs every row once, each in a process of its own: ours on one core, ours on both cores with two threads, and
spaCy (`nlp.pipe`) on one core with each PYTHON. Processes are pinned with taskset; rows on one core use the first of --cores.
Printed: medians over the rounds, with the least and the most. Loading the model is measured apart from reading.

The answer that every run must get: the same number of tokens, sentences and entities. Exit status: 0; 1 if they differ or a
run fails; 2 wrong usage.
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
from pathlib import Path

SPACY_READ = Path(__file__).with_name("spacy_read.py")
COUNTS = ("texts", "tokens", "sentences", "entities")


def rows_of(options):
    """{name: command}"""
    first, common = options.cores.split(",")[0], [options.texts, "--batch", str(options.batch)]
    if options.count:
        common += ["--texts", str(options.count)]
    ours = [options.program, options.model, *common]
    rows = {"ours": ["taskset", "-c", first, *ours],
            "ours, 2 threads": ["taskset", "-c", options.cores, *ours, "--threads", "2"]}
    for entry in options.spacy:
        name, python = entry.split("=", 1)
        rows[f"spaCy {name}"] = ["taskset", "-c", first, python, str(SPACY_READ), options.folder, *common]
    return rows


def run(name, command):
    environment = os.environ | {"BLIS_ARCH_DEBUG": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    if done.returncode != 0:
        sys.exit(f"compare_with_spacy: {name}: exit status {done.returncode}: {done.stderr.strip()[-500:]}")
    measures = json.loads(done.stdout)
    blis = re.search(r"sub-configuration '(\w+)'", done.stderr)
    return measures | ({"kernel": f"BLIS {blis.group(1)}"} if blis else {})


def spread(values, digits):
    middle = f"{statistics.median(values):,.{digits}f}"
    return f"{middle} ({min(values):,.{digits}f}–{max(values):,.{digits}f})"


def print_table(results):
    ours = {key: statistics.median(run[key] for run in results["ours"]) for key in ("cpu_seconds", "seconds")}
    print("| row | kernels | tokens a CPU second | tokens a second | ours is faster: CPU, wall | load, ms | peak, MB |")
    print("|---|---|---|---|---|---|---|")
    for name, runs in results.items():
        times = {key: [run["tokens"] / run[key] for run in runs] for key in ("cpu_seconds", "seconds")}
        ratio = [statistics.median(run[key] for run in runs) / ours[key] for key in ("cpu_seconds", "seconds")]
        print(f"| {name} | {runs[0].get('kernel', '?')} | {spread(times['cpu_seconds'], 0)} | {spread(times['seconds'], 0)} | "
              f"{ratio[0]:.2f}, {ratio[1]:.2f} | {spread([run['load_ms'] for run in runs], 1)} | "
              f"{spread([run['peak_mb'] for run in runs], 0)} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", required=True, metavar="LANGUAGE_READ")
    parser.add_argument("--model", required=True, metavar="FILE", help="the converted model")
    parser.add_argument("--folder", required=True, metavar="MODEL_FOLDER", help="the same model, unpacked, for spaCy")
    parser.add_argument("--texts", required=True, metavar="FOLDER")
    parser.add_argument("--count", type=int, metavar="N", help="the first N texts by name")
    parser.add_argument("--spacy", action="append", required=True, metavar="NAME=PYTHON")
    parser.add_argument("--rounds", type=int, default=5, metavar="N")
    parser.add_argument("--batch", type=int, default=16, metavar="N")
    parser.add_argument("--cores", default="0,1", metavar="A,B")
    options = parser.parse_args()
    if options.rounds < 1 or any("=" not in entry for entry in options.spacy):
        parser.error("wants at least one round, and --spacy as NAME=PYTHON")
    rows, results = rows_of(options), {}
    for _ in range(options.rounds):
        for name, command in rows.items():
            results.setdefault(name, []).append(run(name, command))
    answers = {name: {tuple(run[key] for key in COUNTS) for run in runs} for name, runs in results.items()}
    print_table(results)
    if len(set().union(*answers.values())) != 1:
        print(f"The answers differ ({', '.join(COUNTS)}): {answers}")
        return 1
    print("Every run read " + ", ".join(f"{count:,} {key}" for key, count in zip(COUNTS, answers["ours"].pop())) + ".")
    return 0


if __name__ == "__main__":
    sys.exit(main())
