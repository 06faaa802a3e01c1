"""Numeric facts: how many of what."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Final

from arabnews.document import Document
from arabnews.extractors.base import Layers
from arabnews.extractors.numbers import special
from arabnews.extractors.numbers.amounts import amount
from arabnews.model import DateExpression, NumericFact
from arabnews.numerals import number_reading


class NumberExtractor:
    """Finds every cardinal amount outside dates, with its value, bounds and unit."""

    name: Final = "numbers"
    layer: Final = "numbers"
    requires: Final[tuple[str, ...]] = ("dates",)

    def extract(self, document: Document, layers: Layers) -> Iterable[NumericFact]:
        taken = _tokens_of(document, layers["dates"])
        reached = 0
        for at in _candidates(document):
            if at < reached or at in taken:
                continue
            for fact, end in _at(document, at, taken):
                if fact is not None and not (fact.span.start < _end_of(document, reached)):
                    yield fact
                reached = max(reached, end)


def _at(document: Document, at: int, taken: frozenset[int]) -> Iterator[tuple[NumericFact | None, int]]:
    tags = document.words[at].tags
    if "fraction" in tags:
        fact = special.and_a_half(document, at) or special.fraction(document, at)
        if fact is not None:
            yield fact, document.token_at(fact.span.end - 1) + 1
        return
    if "number" in tags or "figure" in tags:
        following = document.words[at + 1].get("fraction") if at + 1 < len(document.words) else None
        single = number_reading(document, at)
        if following is not None and not following["parts"] and single is not None and single["kind"] in ("unit", "ten"):
            return  # `ثلاثة أرباع` is read from its fraction
        if (fact := special.vague(document, at)) is not None:
            yield fact, document.token_at(fact.span.end - 1) + 1
        elif (found := amount(document, at, taken)) is not None:
            yield found
        return
    if (fact := special.dual(document, at) or special.one_of(document, at)) is not None:
        yield fact, at + 1


def _candidates(document: Document) -> list[int]:
    """Where an amount can start: figures, number words, fractions, nouns in the dual."""
    found = {*document.at("figure"), *document.at("number"), *document.at("fraction"), *document.at("dual_shape")}
    for tag in ("counted", "measure", "currency"):
        found.update(at for at in document.at(tag) if document.words[at].key.endswith(("ان", "ين")))
    if len(document.words) == 1:
        found.update(document.at("measure"))
    return sorted(found)


def _tokens_of(document: Document, dates: tuple[DateExpression, ...]) -> frozenset[int]:
    taken: set[int] = set()
    for date in dates:
        taken.update(range(*document.tokens(date.span)))
    return frozenset(taken)


def _end_of(document: Document, reached: int) -> int:
    return document.ends[reached - 1] if reached else 0
