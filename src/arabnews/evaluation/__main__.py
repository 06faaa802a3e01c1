"""Evaluate the package on articles that people have corrected: `python -m arabnews.evaluation corrected/ --errors dates`."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from arabnews.analysis import Analysis
from arabnews.errors import ArabnewsError
from arabnews.evaluation.report import evaluate
from arabnews.exchange import read_brat, read_jsonl, read_label_studio


def _reader(gold: Path) -> Callable[[Path], Iterator[Analysis]]:
    if gold.is_dir():
        return read_brat
    return read_jsonl if gold.suffix == ".jsonl" else read_label_studio


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; returns the exit status: 0 done, 2 the data cannot be read."""
    parser = argparse.ArgumentParser(prog="python -m arabnews.evaluation", description=__doc__)
    parser.add_argument("gold", type=Path, help="a folder of brat files, a Label Studio export (.json), or analyses (.jsonl)")
    parser.add_argument("--layers", metavar="A,B", help="only these layers: those that people looked at")
    parser.add_argument("--errors", metavar="LAYER", help="list every difference of a layer")
    parser.add_argument("--intervals", action="store_true", help="bootstrap intervals over articles")
    options = parser.parse_args(arguments)
    try:
        gold = list(_reader(options.gold)(options.gold))
        found = evaluate(gold, layers=options.layers.split(",") if options.layers else None)
    except ArabnewsError as error:
        print(f"arabnews: {error}", file=sys.stderr)
        return 2
    ranges = found.intervals() if options.intervals else {}
    for name, figure in found.figures.items():
        low, high = ranges.get(name, (0.0, 0.0))
        print(f"{figure}  [{low:.1%}, {high:.1%}]" if ranges else figure)
    for difference in found.differences:
        if difference.layer == options.errors:
            print(difference)
    return 0


if __name__ == "__main__":
    sys.exit(main())
