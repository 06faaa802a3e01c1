"""Sentences and paragraphs over token columns.

A sentence ends at `. ! ? ؟ …` or a line break, never inside a closed pair of quotation marks; a full stop after a single letter
(`د.`) or between letters (`U.S`, `بي.سي`) ends nothing. Closing marks and brackets behind the stop belong to the sentence.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence, Set
from typing import Final

from arabnews.text.quotation import Pair
from arabnews.text.tokens import NUMBER, WORD, Kind

TokenRange = tuple[int, int]
LETTERS: Final = frozenset(
    {"ايه", "بي", "سي", "دي", "اي", "اف", "جي", "اتش", "جيه", "كيه", "ال", "ام", "ان", "او", "بى", "ار", "اس", "تي", "تى", "يو"}
    | {"في", "سى", "دى", "واي"}
)
"""The names of Latin letters: between two of them a full stop spells a name out (`بي.بي.سي`)."""
_NO_RANGE: Final = (sys.maxsize, sys.maxsize)


def paragraphs(count: int, breaks: Sequence[int]) -> list[TokenRange]:
    """Token ranges between line breaks; empty lines give none."""
    ranges, first = [], 0
    for position in (*breaks, count):
        if position > first:
            ranges.append((first, position))
        first = position + 1
    return ranges


def sentences(
    keys: Sequence[str],
    kind_at: Callable[[int], Kind],
    breaks: Sequence[int],
    stops: Sequence[int],
    spaced: Set[int],
    pairs: Sequence[Pair],
    closers: frozenset[str],
) -> list[TokenRange]:
    """Token ranges of sentences.

    Args:
        keys: column of the tokens.
        kind_at: the kind of a token.
        breaks, stops: positions of line breaks and of sentence-ending marks, ascending.
        spaced: the stops behind which stands a space, a break or the text's end.
        pairs: quotation pairs.
        closers: characters that may follow a stop inside its sentence.
    """
    count, ends = len(keys), []
    guarded = _outermost(pairs)
    for position in _outside(stops, guarded):
        space = position in spaced
        before = keys[position - 1] if keys[position] == "." and position > 0 else ""
        inner = len(before) == 1 or (before and not space and (before in LETTERS or before.isascii()))  # else no need to ask
        if inner and _ends_nothing(keys, kind_at, position, space):
            continue
        end = position + 1
        while not space and end < count and keys[end] in closers:
            end += 1
        ends.append(end)
    cuts = sorted({*ends, *_outside(breaks, guarded)})
    result, first, is_break = [], 0, frozenset(breaks)
    for cut in (*cuts, count):
        while first < cut and first in is_break:
            first += 1
        if cut > first:
            result.append((first, cut))
            first = cut
    return result


def _ends_nothing(keys: Sequence[str], kind_at: Callable[[int], Kind], position: int, space: bool) -> bool:
    """Whether a full stop stands behind a single letter (`د.`) or between Latin letters (`U.S`)."""
    before = keys[position - 1]
    if len(before) == 1 and kind_at(position - 1) is WORD and not _is_era(keys, kind_at, position):
        return True
    if space or position + 1 == len(keys):
        return False
    if before in LETTERS and keys[position + 1] in LETTERS:
        return True
    if not before.isascii() or not keys[position + 1].isascii():
        return False
    return kind_at(position + 1) in (WORD, NUMBER)


def _is_era(keys: Sequence[str], kind_at: Callable[[int], Kind], position: int) -> bool:
    """Whether the letter before a full stop dates (`عام 2014 م.`), where before a word it is an engineer's title (`م. سالم`)."""
    if keys[position - 1] != "م":
        return False
    before_word = position + 1 < len(keys) and kind_at(position + 1) is WORD
    return not before_word or position <= 1 or keys[position - 2][-1:].isdigit()


def _outermost(pairs: Sequence[Pair]) -> list[TokenRange]:
    ranges: list[TokenRange] = []
    reached = -1
    for opening, close, _ in pairs:
        if close is not None and opening > reached:
            ranges.append((opening, close))
            reached = close
    return ranges


def _outside(positions: Sequence[int], ranges: Sequence[TokenRange]) -> list[int]:
    """The positions that stand in none of the ranges; both ascend."""
    kept, following = [], iter(ranges)
    first, last = next(following, _NO_RANGE)
    for position in positions:
        while last < position:
            first, last = next(following, _NO_RANGE)
        if position < first:
            kept.append(position)
    return kept
