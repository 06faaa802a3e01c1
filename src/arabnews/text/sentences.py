"""Sentences and paragraphs over token columns.

A sentence ends at `. ! ? ؟ …` or a line break, never inside a closed pair of quotation marks; a full stop after a single letter
(`د.`) or between letters (`U.S`) ends nothing. Closing marks and brackets behind the stop belong to the sentence.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from arabnews.text.quotation import Pair
from arabnews.text.tokens import NUMBER, WORD, Kind

TokenRange = tuple[int, int]


def paragraphs(count: int, breaks: Sequence[int]) -> list[TokenRange]:
    """Token ranges between line breaks; empty lines give none."""
    ranges, first = [], 0
    for position in (*breaks, count):
        if position > first:
            ranges.append((first, position))
        first = position + 1
    return ranges


def sentences(
    count: int,
    breaks: Sequence[int],
    stops: Sequence[int],
    pairs: Sequence[Pair],
    keys: Sequence[str],
    kinds: Mapping[int, Kind],
    spaced: Sequence[bool],
    closers: frozenset[str],
) -> list[TokenRange]:
    """Token ranges of sentences.

    Args:
        count: number of tokens.
        breaks, stops: positions of line breaks and of sentence-ending marks, ascending.
        pairs: quotation pairs.
        keys: column of the tokens.
        kinds: the kinds of the tokens beside stops.
        spaced: for each stop, whether a space, a break or the text's end follows it.
        closers: characters that may follow a stop inside its sentence.
    """
    ends: list[int] = []
    guarded = _outermost(pairs)
    follows = dict(zip(stops, spaced, strict=True))
    for position in _outside(stops, guarded):
        space = follows[position]
        if keys[position] == "." and position:
            before = position - 1
            if kinds[before] is WORD and len(keys[before]) == 1 and not _is_era(keys, kinds, position):
                continue
            if not space and position + 1 < count and kinds[position + 1] in (WORD, NUMBER):
                latin = keys[before].isascii() and keys[position + 1].isascii()
                if latin:
                    continue
        end = position + 1
        while end < count and keys[end] in closers and not space:
            end += 1
        ends.append(end)
    cuts = sorted({*ends, *_outside(breaks, guarded)})
    result, first, is_break = [], 0, frozenset(breaks)
    for cut in (*cuts, count):
        while first < cut and first in is_break:
            first += 1
        if cut > first:
            result.append((first, cut))
        first = max(first, cut)
    return result


def _is_era(keys: Sequence[str], kinds: Mapping[int, Kind], position: int) -> bool:
    """Whether the letter before a full stop dates (`عام 2014 م.`), where before a word it is an engineer's title (`م. سالم`)."""
    titled = kinds.get(position + 1) is WORD and position > 1 and not keys[position - 2][-1:].isdigit()
    return keys[position - 1] == "م" and not titled


def _outermost(pairs: Sequence[Pair]) -> list[TokenRange]:
    ranges: list[TokenRange] = []
    for pair in pairs:
        if pair.close is not None and (not ranges or pair.open > ranges[-1][1]):
            ranges.append((pair.open, pair.close))
    return ranges


def _outside(positions: Sequence[int], ranges: Sequence[TokenRange]) -> list[int]:
    """The positions that stand in none of the ranges; both ascend."""
    kept, at = [], 0
    for position in positions:
        while at < len(ranges) and ranges[at][1] < position:
            at += 1
        if at == len(ranges) or position < ranges[at][0]:
            kept.append(position)
    return kept
