"""Quotation marks: which mark opens, which closes, and which two belong together.

Real pages mix kinds (`«...”`), reverse them (`”...“`) and leave them open. A mark's direction is read from what stands beside
it before its shape: a mark after a space and before a letter opens, whatever it looks like. Pairing is one pass with a stack.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import compress
from operator import not_, sub
from typing import Final, NamedTuple

_FAMILIES: Final = dict.fromkeys("«»‹›", "guillemet") | dict.fromkeys("‘’'", "single")
"""Families of shapes; all others are double marks."""
_OPEN_SHAPES: Final = frozenset("«“„‹‟‘〝")
_CLOSE_SHAPES: Final = frozenset("»”›’〞")
_MAX_DEPTH: Final = 4
_PROCLITICS: Final = frozenset({"و", "ب", "ل", "ك", "ف", "لل", "بال", "ال"})
"""What may be written in one with the opening mark behind it."""
_SPACES: Final = frozenset("\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000") | {
    chr(space) for space in range(0x2000, 0x200B)
}
"""What `str.isspace` knows as a space."""
_NO_TEXT_LEFT: Final = _SPACES | frozenset("([:،,.؛;-–—/")
_NO_TEXT_RIGHT: Final = _SPACES | frozenset(")]،,.؛:;؟?!…")
"""What may stand beside a quotation mark and is no text that it touches, as the text's ends are none."""


class Pair(NamedTuple):
    """Two quotation marks that belong together, by token index; `close` is None if the closing one is missing."""

    open: int
    close: int | None
    kind: str


_pair_of: Final = partial(tuple.__new__, Pair)


def pair(
    marks: Sequence[int], breaks: Sequence[int], keys: Sequence[str], starts: Sequence[int], ends: Sequence[int], text: str
) -> list[Pair]:
    """Pair quotation marks; unclosed ones keep `close=None`. Pairs come in the order of their opening marks.

    Args:
        marks, breaks: positions of quotation marks and of line breaks, ascending.
        keys: column of the tokens, with an empty one before the first.
        starts, ends: code point offsets of each token.
        text: the text.
    """
    marks = _without_ornaments(marks)
    pairs: list[Pair] = []
    stack: list[int] = []  # marks that are open,
    families: list[str] = []  # and their families
    text += " "  # behind the end, and as the character at -1 before the start
    following = iter(breaks)
    last_break, next_break = -1, next(following, len(keys))
    for mark in marks:
        shape = keys[mark]
        touched = text[starts[mark] - 1] not in _NO_TEXT_LEFT and keys[mark - 1] not in _PROCLITICS  # `و"المرسى"`
        touches = text[ends[mark]] not in _NO_TEXT_RIGHT
        family = _FAMILIES.get(shape, "double")
        if touched and touches and family == "single":
            continue  # an apostrophe
        while next_break < mark:
            last_break, next_break = next_break, next(following, len(keys))
        # By its neighbours, else by its shape, else by what is open already.
        opens = touches if touched is not touches else shape in _OPEN_SHAPES
        if opens and stack and stack[-1] < last_break:
            while stack:  # a new paragraph opens a quotation of its own
                pairs.append(_pair_of((stack.pop(), None, families.pop())))
        same_open = family in families
        if opens or (touched is touches and not same_open and (touched or shape not in _CLOSE_SHAPES)):
            if len(stack) >= _MAX_DEPTH:
                pairs.append(_pair_of((stack.pop(), None, families.pop())))
            stack.append(mark)
            families.append(family)
        elif same_open or (stack and family != "single"):  # else a stray closing mark
            while same_open and families[-1] != family:
                pairs.append(_pair_of((stack.pop(), None, families.pop())))
            pairs.append(_pair_of((stack.pop(), mark, families.pop())))
    while stack:
        pairs.append(_pair_of((stack.pop(), None, families.pop())))
    pairs.sort()
    return pairs


def _without_ornaments(marks: Sequence[int]) -> Sequence[int]:
    """The marks but for those inside of a long row: as many as can be open at once are left at both its ends."""
    behind = marks[2 * _MAX_DEPTH :]
    inner = list(map((2 * _MAX_DEPTH).__eq__, map(sub, behind, marks)))
    if True not in inner:
        return marks
    return [*marks[:_MAX_DEPTH], *compress(marks[_MAX_DEPTH:], map(not_, inner)), *marks[-_MAX_DEPTH:]]
