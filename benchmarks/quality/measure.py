"""How often each rule fires, how often it is right, and the same by layer, kind and outlet.

    python benchmarks/quality/measure.py --gold GOLD.jsonl --news NEWS.jsonl [--write]

NEWS.jsonl holds one article a line (`text`, `published`); GOLD.jsonl also what people marked in it (`claims`, `quotes`,
`numbers`, `dates`, `mentions`) and an `id` that begins with its outlet. With `--write` the figures go to `docs/measured.toml`,
from which `tools/build_rules.py` and the pages take them.

A finding is right if it is paired with a marked one and: for claims, shares half of its words; for numbers and dates, has its
value; for names, has its words and kind; for quotations, has its decision. What people did not mark (narrated claims, nominal
mentions, fractions) is counted as fired, not judged.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import arabnews
from arabnews import Analysis, Article, Span
from arabnews.evaluation.matching import dice, overlap, paired, same_amount, words
from arabnews.rules import rule

TARGET = Path(__file__).resolve().parents[2] / "docs" / "measured.toml"
NAMES = {"PER", "ORG", "LOC", "FAC"}


class Judged(NamedTuple):
    """A finding that is right or not, or a marked one that is missed (`rule` None)."""

    layer: str
    kind: str
    rule: str | None
    right: bool


class Marked(NamedTuple):
    span: Span
    row: dict[str, Any]


def rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from map(json.loads, filter(str.strip, lines))


def described(layer: str, name: str) -> str:
    """The name under which the page of rules describes it."""
    known = rule(layer, name)
    return known.page.rpartition("#")[2].removeprefix(f"{layer}-") if known else name


def judged_items(analysis: Analysis, layer: str) -> list[Any]:
    """The findings of a layer that gold speaks of."""
    if layer == "claims":
        return [claim for claim in analysis.claims if claim.kind != "narrated"]
    if layer == "numbers":
        return [fact for fact in analysis.numbers if fact.form != "fraction"]
    if layer == "mentions":
        return [mention for mention in analysis.mentions if mention.form == "name" and mention.kind in NAMES]
    return list(analysis[layer])


def place(item: Any) -> Span:
    return item.name if isinstance(item, arabnews.Mention) else item.span


def right(layer: str, gold: dict[str, Any], item: Any, text: str, span: Span) -> bool:
    if layer == "numbers":
        return same_amount(_amount(gold["value"]), item.value) and same_amount(_amount(gold.get("upper")), item.upper)
    if layer == "dates":
        return gold["value"] in (None, item.value)
    if layer == "quotes":
        return bool(gold["statement"] == item.is_statement)
    if layer == "mentions":
        return bool(gold["kind"] == item.kind and words(text, span) == words(text, item.name))
    return True


def _amount(value: Any) -> Any:
    return Decimal(str(value)) if value is not None else None


def kind_of(layer: str, row: Any) -> str:
    """The kind by which a layer's figures are split."""
    field = {"claims": "kind", "mentions": "kind", "dates": "type", "quotes": "statement", "numbers": "form"}[layer]
    if isinstance(row, dict):
        value = row.get(field)
    else:
        value = getattr(row, "is_statement" if layer == "quotes" else field)
    if layer == "numbers":
        return str(value) if value in ("dual", "vague") else "plain"
    if layer == "quotes":
        return "statement" if value else "term"
    return str(value)


def judge(record: dict[str, Any]) -> Iterator[Judged]:
    """Everything found or marked in an article of the gold."""
    text = record["text"]
    analysis = arabnews.analyze(Article(text, published=record.get("published")))
    for layer in ("claims", "quotes", "numbers", "dates", "mentions"):
        if record.get(layer) is None:
            continue
        marks = [row for row in record[layer] if row.get("form") != "fraction"]
        gold = [Marked(Span(*row["content" if layer == "claims" else "span"]), row) for row in marks]
        found = judged_items(analysis, layer)
        if layer == "claims":
            pairs = paired(gold, found, lambda a, b: dice(words(text, a.span), words(text, b.span)), 0.5)
        else:
            placed = [Marked(place(item), {}) for item in found]
            pairs = paired(gold, placed, lambda a, b: overlap(a.span, b.span), 1)
        of = {j: i for i, j in pairs if right(layer, gold[i].row, found[j], text, gold[i].span)}
        for j, item in enumerate(found):
            kind = kind_of(layer, gold[of[j]].row if j in of else item)
            yield Judged(layer, kind, described(layer, item.rule), j in of)
        for i in sorted(set(range(len(gold))) - set(of.values())):
            yield Judged(layer, kind_of(layer, gold[i].row), None, False)


def fired(path: Path) -> tuple[Counter[tuple[str, str]], int, int]:
    """How often each rule fires over articles; how many articles and words they have."""
    counts: Counter[tuple[str, str]] = Counter()
    articles = [Article(row["text"], published=row.get("published")) for row in rows(path)]
    for analysis in arabnews.Pipeline().analyze_all(articles):
        for layer in analysis:
            for name, times in Counter(item.rule for item in analysis[layer]).items():
                counts[layer, described(layer, name)] += times
    return counts, len(articles), sum(len(article.text.split()) for article in articles)


class Split:
    """Marked, found, right: the counts behind precision and recall."""

    def __init__(self) -> None:
        self.marked = self.found = self.right = 0

    def add(self, item: Judged) -> None:
        self.marked += item.rule is None or item.right
        self.found += item.rule is not None
        self.right += item.right

    def __str__(self) -> str:
        return f"{{ marked = {self.marked}, found = {self.found}, right = {self.right} }}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--gold", type=Path, required=True)
    parser.add_argument("--news", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    options = parser.parse_args()
    counts, articles, size = fired(options.news)
    by_rule: defaultdict[tuple[str, str], Split] = defaultdict(Split)
    kinds: defaultdict[tuple[str, str], Split] = defaultdict(Split)
    outlets: defaultdict[tuple[str, str], Split] = defaultdict(Split)
    for record in rows(options.gold):
        outlet = record["id"].rpartition("-")[0] or "-"
        for item in judge(record):
            kinds[item.layer, item.kind].add(item)
            outlets[item.layer, outlet].add(item)
            if item.rule:
                by_rule[item.layer, item.rule].add(item)
    lines = [
        "# Made by benchmarks/quality/measure.py; see there what the figures mean.",
        f'measured = "{date.today()}"\narticles = {articles}\nwords = {size}',
        f"gold = {sum(1 for _ in rows(options.gold))}",
    ]
    for layer in ("mentions", "dates", "numbers", "quotes", "claims"):
        lines.append(f"\n[rules.{layer}]")
        for where, name in sorted({*counts, *by_rule}):
            if where == layer:
                split = by_rule[layer, name]
                times = counts[layer, name]
                lines.append(f'"{name}" = {{ fired = {times}, judged = {split.found}, right = {split.right} }}')
    for title, table in (("kinds", kinds), ("outlets", outlets)):
        for layer in ("claims", "quotes", "numbers", "dates", "mentions"):
            lines.append(f"\n[{title}.{layer}]")
            lines += [f'"{name}" = {split}' for (where, name), split in sorted(table.items()) if where == layer]
    text = "\n".join(lines) + "\n"
    if options.write:
        TARGET.write_text(text, encoding="utf-8", newline="\n")
    else:
        print(text, end="")


if __name__ == "__main__":
    main()
