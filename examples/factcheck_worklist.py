"""A work list for fact checkers: every claim that holds a figure, grouped by who makes it.

    python examples/factcheck_worklist.py [NEWS.jsonl]

Narrated claims (the article itself speaks) and anonymous sources have groups of their own: both want checking first.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import arabnews
from arabnews import Article, Claim

WEEK = Path(__file__).parent / "data" / "week.jsonl"


def articles(path: Path) -> Iterator[Article]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            yield Article(**json.loads(line))


def speaker(claim: Claim) -> str:
    if claim.kind == "narrated":
        return "(the article itself)"
    if claim.is_anonymous:
        return "(anonymous)"
    return claim.source.name if claim.source else "(not known)"


def main(path: Path = WEEK) -> None:
    worklist: dict[str, list[str]] = defaultdict(list)
    for analysis in arabnews.Pipeline().analyze_all(articles(path)):
        article = analysis.article
        for claim in analysis.claims:
            if claim.numbers:
                figures = "; ".join(number.text for number in claim.numbers)
                worklist[speaker(claim)].append(f"{article.published}  {article.outlet}, {article.id}  [{figures}]  {claim.text}")
    for name, lines in sorted(worklist.items(), key=lambda item: (-len(item[1]), item[0])):
        print(f"{name}: {len(lines)}")
        for line in lines:
            print("   ", line)


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
