#!/usr/bin/env python3
"""Read a folder of texts with spaCy, as benchmarks/language_read.cpp does with our engine, and print the same measures.

    spacy_read.py MODEL_FOLDER FOLDER [--texts N] [--batch N]

Prints one JSON object: texts, tokens, sentences, entities; load_ms, the model without the imports; seconds and cpu_seconds,
without the load; peak_mb. Run it with a Python that has spaCy, pinned to one core. BLIS_ARCH_DEBUG=1 makes BLIS say on
standard error which kernels it runs.
"""
import argparse
import json
import os
import resource
import time
import warnings

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[variable] = "1"

import spacy  # noqa: E402


def read_texts(folder, count):
    texts = []
    for name in sorted(os.listdir(os.fsencode(folder)))[:count]:
        with open(os.path.join(os.fsencode(folder), name), encoding="utf-8", newline="") as handle:
            texts.append(handle.read())
    return texts


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", metavar="MODEL_FOLDER")
    parser.add_argument("folder", metavar="FOLDER")
    parser.add_argument("--texts", type=int, metavar="N")
    parser.add_argument("--batch", type=int, default=16, metavar="N")
    options = parser.parse_args()
    warnings.filterwarnings("ignore", message=r"\[W", category=UserWarning)
    texts = read_texts(options.folder, options.texts)
    start = time.perf_counter()
    nlp = spacy.load(options.model)
    load = time.perf_counter() - start
    counts = {"texts": len(texts), "tokens": 0, "sentences": 0, "entities": 0}
    start, cpu_start = time.perf_counter(), time.process_time()
    for doc in nlp.pipe(texts, batch_size=options.batch):
        counts["tokens"] += len(doc)
        counts["sentences"] += sum(1 for _ in doc.sents)
        counts["entities"] += len(doc.ents)
    measures = {"load_ms": load * 1e3, "seconds": time.perf_counter() - start, "cpu_seconds": time.process_time() - cpu_start,
                "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / 1e6}
    print(json.dumps(counts | measures))


if __name__ == "__main__":
    main()
