"""A table of events: how many killed and wounded, where, when, according to whom.

    python examples/conflict_events.py [NEWS.jsonl] > events.csv

One row for each count of victims. A count of people (`6 أشخاص`) says nothing of their fate; the words beside it do.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import arabnews
from arabnews import Analysis, Article, Claim, NumericFact

WEEK = Path(__file__).parent / "data" / "week.jsonl"
PEOPLE = {"person", "soldier", "civilian", "child", "woman", "fighter", "policeman"}
FATES = {"killed": ("قتل", "مقتل"), "wounded": ("أصيب", "إصابة", "جرح")}
BESIDE = 8
COLUMNS = ("article", "outlet", "published", "event_date", "fate", "value", "mod", "who", "where", "according_to", "text")


def fate(number: NumericFact, text: str) -> str | None:
    """What became of those counted: by the number's own concept, or by a word just before or behind it."""
    if number.concept in FATES:
        return number.concept
    if number.concept not in PEOPLE:
        return None
    beside = text[max(0, number.span.start - BESIDE) : number.span.end + BESIDE]
    return next((name for name, words in FATES.items() if any(word in beside for word in words)), None)


def events(analysis: Analysis) -> Iterator[dict[str, object]]:
    article = analysis.article
    places = [mention for mention in analysis.mentions if mention.kind in ("LOC", "FAC")]
    for number in analysis.numbers:
        found = fate(number, article.text)
        if found is None:
            continue
        claim = next((claim for claim in analysis.claims if claim.span.contains(number.span)), None)
        start = article.text.rfind("\n", 0, number.span.start) + 1
        end = article.text.find("\n", number.span.end) % (len(article.text) + 1)
        paragraph = arabnews.Span(start, end)
        date = next((date for date in analysis.dates if date.interval and paragraph.contains(date.span)), None)
        near = [place for place in places if paragraph.contains(place.span)]
        yield {
            "article": article.id,
            "outlet": article.outlet,
            "published": article.published,
            "event_date": date.value if date else None,
            "fate": found,
            "value": number.value,
            "mod": number.mod,
            "who": number.unit,
            "where": near[0].name.of(article.text) if near else None,
            "according_to": according_to(claim),
            "text": number.text,
        }


def according_to(claim: Claim | None) -> str | None:
    """The source of the claim that holds the figure; empty where the article itself speaks."""
    return claim.source.name if claim and claim.source else None


def main(path: Path = WEEK) -> None:
    table = csv.DictWriter(sys.stdout, COLUMNS)
    table.writeheader()
    with path.open(encoding="utf-8") as lines:
        articles = (Article(**json.loads(line)) for line in lines)
        for analysis in arabnews.Pipeline().analyze_all(articles):
            table.writerows(events(analysis))


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:2]))
