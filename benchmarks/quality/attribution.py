"""How many claims have a source, by outlet and by the sieve that found it.

    python benchmarks/quality/attribution.py NEWS.jsonl [--limit N]

NEWS.jsonl holds one article a line: `text`, `published`, `outlet`.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import arabnews
from arabnews import Article


def articles(path: Path, limit: int | None) -> Iterator[Article]:
    with path.open(encoding="utf-8") as lines:
        for line in islice(lines, limit):
            row = json.loads(line)
            yield Article(row["text"], published=row.get("published"), outlet=row.get("outlet"))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("news", type=Path)
    parser.add_argument("--limit", type=int)
    options = parser.parse_args()
    kinds: dict[str, Counter[str]] = defaultdict(Counter)
    sieves: Counter[str] = Counter()
    for analysis in arabnews.Pipeline().analyze_all(articles(options.news, options.limit)):
        for claim in analysis.claims:
            if claim.kind == "narrated":
                continue
            kinds[analysis.article.outlet or "-"]["claims"] += 1
            kinds[analysis.article.outlet or "-"]["none"] += claim.source is None
            sieves[claim.resolution.value] += 1
    total = sum(counts["claims"] for counts in kinds.values())
    none = sum(counts["none"] for counts in kinds.values())
    print(f"{'outlet':28} {'claims':>7} {'without source':>15}")
    for outlet, counts in sorted(kinds.items(), key=lambda item: -item[1]["claims"]):
        print(f"{outlet:28} {counts['claims']:7} {100 * counts['none'] / max(counts['claims'], 1):14.1f}%")
    print(f"{'all':28} {total:7} {100 * none / max(total, 1):14.1f}%\n")
    for sieve, count in sieves.most_common():
        print(f"{sieve:28} {count:7} {100 * count / max(total, 1):14.1f}%")


if __name__ == "__main__":
    main()
