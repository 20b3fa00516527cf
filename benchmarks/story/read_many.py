#!/usr/bin/env python3
"""Measure reading stories into dossiers beside bare parsing: same program, same model, same stories, runs in turn.

    read_many.py --program VEDETTE [--model NAME|FILE] [--stories FOLDER] [--count N] [--flat N] [--rounds N] [--core C]

Example:
    read_many.py --program build/release/vedette --model md --count 400 --flat 100000

The stories are the *.txt of a folder (else those that ship), repeated with other numbers in them, as one feed in JSON lines.
Each round runs `vedette parse` and `vedette read`, each in a process of its own with one thread on one core, and counts the
CPU seconds of the process, loading the model and the lists among them, which is measured apart on a single story and taken
off. With --flat the feed is read again with so many stories and with a hundredth of them: the peak of memory must be the same
to a tenth. Every run must read as many stories as there are. Exit status: 0; 1 if a run fails or the answers differ; 2 usage.
"""
import argparse
import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "stories"


def write_feed(path, texts, count):
    """`count` stories; each repetition changes the numbers, so that no two are alike."""
    with path.open("w", encoding="utf-8") as feed:
        for i in range(count):
            text = texts[i % len(texts)]
            turn = i // len(texts)
            changed = re.sub(r"\d{2,}", lambda number: str(int(number.group()) + turn % 89), text) if turn else text
            feed.write(json.dumps({"id": f"s{i}", "published": "2023-09-13", "text": changed}) + "\n")


def run(command, core):
    """CPU seconds, peak megabytes, what it said."""
    errors = tempfile.TemporaryFile("w+")
    process = subprocess.Popen(["taskset", "-c", str(core), *map(str, command)], stdout=subprocess.DEVNULL, stderr=errors)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    errors.seek(0)
    said = errors.read()
    if process.returncode != 0:
        sys.exit(f"read_many: {command[1]}: exit status {process.returncode}: {said.strip()[-500:]}")
    return usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, said


def number_before(word, said):
    found = re.search(rf"([\d,]+) {word}", said)
    return int(found.group(1).replace(",", "")) if found else 0


def speed(options, command, feed, single):
    rates, tokens = [], 0
    for _ in range(options.rounds):
        loading, _, _ = run([*command, single], options.core)
        seconds, peak, said = run([*command, feed], options.core)
        tokens = number_before("token", said)
        if tokens == 0:
            sys.exit(f"read_many: {command[1]} said nothing of tokens: {said}")
        rates.append(tokens / (seconds - loading))
    return {"tokens": tokens, "rate": statistics.median(rates), "least": min(rates), "most": max(rates), "peak": peak}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--model")
    parser.add_argument("--stories", type=Path, default=SHIPPED)
    parser.add_argument("--count", type=int, default=200)
    parser.add_argument("--flat", type=int, default=0)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--core", type=int, default=0)
    options = parser.parse_args()
    texts = [path.read_text(encoding="utf-8") for path in sorted(options.stories.glob("*.txt"))]
    if not texts:
        sys.exit("read_many: no stories")
    model = ["--model", options.model] if options.model else []
    with tempfile.TemporaryDirectory() as name:
        feed, single, small, large = (Path(name) / f"{part}.jsonl" for part in ("feed", "single", "small", "large"))
        write_feed(feed, texts, options.count)
        write_feed(single, texts[:1], 1)
        parse = [options.program, "parse", "--format", "jsonl", "--threads", "1", *model]
        read = [options.program, "read", "--format", "json", "--threads", "1", *model]
        rows = {"parse": speed(options, parse, feed, single), "read": speed(options, read, feed, single)}
        print("| row | tokens | tokens a CPU second | peak, MB |\n|---|---|---|---|")
        for row, got in rows.items():
            print(f"| {row} | {got['tokens']:,} | {got['rate']:,.0f} ({got['least']:,.0f}–{got['most']:,.0f}) | {got['peak']:.0f} |")
        print(f"\nread is {rows['read']['rate'] / rows['parse']['rate']:.2f} times as fast as parse")
        if options.flat:
            write_feed(small, texts, max(options.flat // 100, 1))
            write_feed(large, texts, options.flat)
            few, many = (run([*read, path], options.core)[1] for path in (small, large))
            print(f"peak of {options.flat // 100:,} stories {few:.0f} MB, of {options.flat:,} stories {many:.0f} MB")
            if many > few * 1.1:
                sys.exit(1)


main()
