"""Runs one command a file on all cores and remembers what passed, by content, from run to run."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import tree


def passed_folder(job):
    base = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    folder = base / "vedette" / job
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def run(job, paths, command_for, *context):
    """command_for(path) gives the argument list. Prints what fails; returns the number of files that do."""
    folder = passed_folder(job)

    def check(path):
        command = command_for(path)
        mark = folder / tree.fingerprint(path, job, str(path), " ".join(command), *context)
        if mark.exists():
            return 0
        done = subprocess.run(command, cwd=tree.ROOT, capture_output=True, text=True)
        if done.returncode == 0:
            mark.touch()
            return 0
        print(f"{path}: {done.stdout}{done.stderr}", file=sys.stderr)
        return 1

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        return sum(pool.map(check, paths))
