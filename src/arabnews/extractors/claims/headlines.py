"""Headlines and captions: `المنصوري: سنفتح الجسر غدا`, a speaker, a colon, and what he says, without any verb."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container, Iterator, Sequence
from typing import Final

from arabnews.document import Document
from arabnews.enums import NAME, PER
from arabnews.extractors.claims.contents import Contents
from arabnews.extractors.claims.positions import Marks
from arabnews.extractors.claims.turns import STARTS
from arabnews.model import Mention
from arabnews.text.tokens import BREAK, MARK

_LEAST: Final = 3
"""Tokens of speech: less is a label (`المدرب: سالم`)."""


def headlines(
    document: Document, mentions: Sequence[Mention], taken: Container[int], contents: Contents, marks: Marks
) -> Iterator[tuple[Mention, int, int]]:
    """Each named person at the start of a sentence with a colon behind, and the token range of what he says.

    The `marks` know the colons; mentions cover the tokens that are `taken`.

    Examples:
        المنصوري: [سنفتح الجسر غدا](kind=direct speaker=المنصوري). وقال سالم المنصوري إن العمل انتهى
    """
    for colon in marks.at(":"):
        start, end = document.sentence_bounds[colon]
        if start not in taken or colon + _LEAST >= end:
            continue
        mention = _person(document, mentions, start, colon)
        if mention is None:
            continue
        end = contents.until_cue(colon + 1, end)
        while end > colon + 1 and document.words[end - 1].kind in (MARK, BREAK):
            end -= 1
        said = colon + 1
        while said < end and document.words[said].kind is MARK:
            said += 1
        if end - said >= _LEAST and not any(at in contents.cues for at in range(start, colon)):
            yield mention, said, end


def _person(document: Document, mentions: Sequence[Mention], start: int, end: int) -> Mention | None:
    """The person by whose name a token range is filled."""
    first = bisect_left(mentions, document.starts[start], key=STARTS)
    near = mentions[first : bisect_left(mentions, document.ends[start], lo=first, key=STARTS)]
    named = (one for one in near if one.kind is PER and one.form is NAME)
    return next((one for one in named if document.tokens(one.span) == (start, end)), None)
