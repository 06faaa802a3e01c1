"""A long stream of articles: how much memory it takes as it goes on, and how fast it goes with several workers.

    python benchmarks/speed/stream.py [--news FILE.jsonl] [--articles 100000] [--workers 1]

The articles of the corpus are read again and again, each time with other words misspelt, so that the caches meet new words
without end, as in years of news. The texts are made as they are read, and nothing is kept of what was found.
"""

from __future__ import annotations

import argparse
import random
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import arabnews
from corpus import NEWS, corpus

_MISSPELT = 0.05
"""The share of words that are misspelt."""


def stream(texts: list[str], count: int) -> Iterator[arabnews.Article]:
    choose = random.Random(3)
    for text in islice(cycle(texts), count):
        words = text.split(" ")
        for _ in range(int(len(words) * _MISSPELT)):
            at = choose.randrange(len(words))
            letters = list(words[at])
            choose.shuffle(letters)
            words[at] = "".join(letters)
        yield arabnews.Article(" ".join(words), published="2020-01-15")


def memory() -> float:
    """Megabytes of this process in memory now."""
    line = next(line for line in Path("/proc/self/status").read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--news", type=Path, default=NEWS, help="one JSON object a line, with `text`")
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--workers", type=int, default=1)
    args = parser.parse_args()
    name, texts = corpus(args.news)
    print(f"{name}: {args.articles:,} articles by {args.workers} worker(s); before the first: {memory():.0f} MB", flush=True)
    step, start, claims = max(1, args.articles // 20), time.perf_counter(), 0
    analyses = arabnews.Pipeline().analyze_all(stream(texts, args.articles), workers=args.workers)
    for count, analysis in enumerate(analyses, 1):
        claims += len(analysis.claims)
        if count % step == 0:
            print(
                f"{count:9,} articles, {claims:11,} claims, {time.perf_counter() - start:7.1f} s, {memory():6.0f} MB", flush=True
            )


if __name__ == "__main__":
    main()
