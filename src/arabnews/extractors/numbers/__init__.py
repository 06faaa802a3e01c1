"""Numeric facts: how many of what."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from arabnews.document import Document
from arabnews.extractors.base import Layers, covered
from arabnews.extractors.numbers import special
from arabnews.extractors.numbers.amounts import amount
from arabnews.lexicon.entries import DUAL_ENDING
from arabnews.model import NumericFact
from arabnews.numerals import number_reading

_NUMBERED: Final = ("figure", "number", "fraction")


class NumberExtractor:
    """Finds every cardinal amount outside dates, with its value, bounds and unit."""

    name: Final = "numbers"
    layer: Final = "numbers"
    requires: Final[tuple[str, ...]] = ("dates",)

    def extract(self, document: Document, layers: Layers) -> Iterable[NumericFact]:
        taken = covered(document, layers["dates"])
        reached = 0
        for at in sorted(_candidates(document) - taken):
            if at < reached or (found := _at(document, at, taken)) is None:
                continue
            fact, end = found
            if fact is not None and (not reached or fact.span.start >= document.ends[reached - 1]):
                yield fact
            if end > reached:
                reached = end


def _at(document: Document, at: int, taken: frozenset[int]) -> tuple[NumericFact | None, int] | None:
    """What starts at a token: the fact (None if it is no amount) and the token after it; None if nothing does."""
    tags = document.words[at].tags
    if "fraction" in tags:
        fact = special.and_a_half(document, at) or special.fraction(document, at)
        return _ended(document, fact)
    if "figure" in tags:
        return amount(document, at, taken)
    if "number" in tags:
        following = document.padded_words[at + 1].get("fraction")
        single = number_reading(document, at) if following is not None and not following["parts"] else None
        if single is not None and single["kind"] in ("unit", "ten"):
            return None  # `ثلاثة أرباع` is read from its fraction
        return _ended(document, special.vague(document, at)) or amount(document, at, taken)
    fact = special.dual(document, at) or (special.one_of(document, at) if len(document.words) == 1 else None)
    return (fact, at + 1) if fact is not None else None


def _ended(document: Document, fact: NumericFact | None) -> tuple[NumericFact, int] | None:
    """A fact with the token after it."""
    return (fact, document.token_at(fact.span.end - 1) + 1) if fact is not None else None


def _candidates(document: Document) -> set[int]:
    """Where an amount can start: figures, number words, fractions, nouns in the dual."""
    found = document.anchored(_NUMBERED)
    found.update([at for at in document.at(DUAL_ENDING) if special.may_be_dual(document.words[at])])
    if len(document.words) == 1:
        found.update(document.at("measure"))
    return found
