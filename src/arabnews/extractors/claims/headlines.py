"""Headlines and captions: `المنصوري: سنفتح الجسر غدا`, a speaker, a colon, and what he says, without any verb."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from arabnews.document import Document
from arabnews.extractors.claims.contents import Contents
from arabnews.model import Mention, MentionForm, MentionKind
from arabnews.text.tokens import Kind

_COLON: Final = frozenset({":"})
_LEAST: Final = 3
"""Tokens of speech: less is a label (`المدرب: سالم`)."""


def headlines(document: Document, mentions: Sequence[Mention], contents: Contents) -> Iterator[tuple[Mention, int, int]]:
    """Each named person at the start of a sentence with a colon behind, and the token range of what he says.

    Examples:
        المنصوري: [سنفتح الجسر غدا](kind=direct speaker=المنصوري). وقال سالم المنصوري إن العمل انتهى
    """
    if not document.where(_COLON):
        return
    for mention in mentions:
        if mention.kind is not MentionKind.PER or mention.form is not MentionForm.NAME:
            continue
        start, colon = document.tokens(mention.span)
        first, end = document.sentence_bounds(start)
        if first != start or document.keys[colon : colon + 1] != [":"] or colon + _LEAST >= end:
            continue
        end = contents.until_cue(colon + 1, end)
        while end > colon + 1 and document.words[end - 1].kind in (Kind.MARK, Kind.BREAK):
            end -= 1
        said = colon + 1
        while said < end and document.words[said].kind is Kind.MARK:
            said += 1
        if end - said >= _LEAST and not any(at in contents.cues for at in range(start, colon)):
            yield mention, said, end
