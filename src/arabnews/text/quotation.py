"""Quotation marks: which mark opens, which closes, and which two belong together.

Real pages mix kinds (`«...”`), reverse them (`”...“`) and leave them open. A mark's direction is read from what stands beside
it before its shape: a mark after a space and before a letter opens, whatever it looks like. Pairing is one pass with a stack.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from attrs import define

_FAMILIES: Final = dict.fromkeys("«»‹›", "guillemet") | dict.fromkeys("‘’", "single")
"""Families of shapes; all others are double marks."""
_OPEN_SHAPES: Final = frozenset("«“„‹‟‘〝")
_CLOSE_SHAPES: Final = frozenset("»”›’〞")
_MAX_DEPTH: Final = 4


@define(eq=False)
class Mark:
    """A quotation mark: its token, its characters, and whether text touches it on either side."""

    token: int
    shape: str
    touches_left: bool
    touches_right: bool
    paragraph: int


class Pair(NamedTuple):
    """Two quotation marks that belong together, by token index; `close` is None if the closing one is missing."""

    open: int
    close: int | None
    kind: str


def _direction(mark: Mark, is_open: bool) -> str:
    """`open` or `close`: by the neighbours, else by the shape, else by the state."""
    if mark.touches_left != mark.touches_right:
        return "open" if mark.touches_right else "close"
    if mark.shape in _OPEN_SHAPES:
        return "open"
    if mark.shape in _CLOSE_SHAPES and (is_open or not mark.touches_left):
        return "close"
    return "close" if is_open else "open"


def pair(marks: list[Mark]) -> list[Pair]:
    """Pair quotation marks; unclosed ones keep `close=None`. Pairs come in the order of their opening marks."""
    pairs: list[Pair] = []
    stack: list[Mark] = []
    families: list[str] = []  # of the marks on the stack

    def abandon() -> None:
        pairs.append(Pair(stack.pop().token, None, families.pop()))

    for mark in marks:
        family = _FAMILIES.get(mark.shape, "double")
        if family == "single" and mark.touches_left and mark.touches_right:
            continue  # an apostrophe
        if stack and stack[-1].paragraph != mark.paragraph and _direction(mark, True) == "open":
            while stack:
                abandon()  # a new paragraph opens a quotation of its own
        same_open = family in families
        if _direction(mark, same_open) == "open":
            if len(stack) >= _MAX_DEPTH:
                abandon()
            stack.append(mark)
            families.append(family)
            continue
        if not stack:
            continue  # a stray closing mark
        if not same_open and family == "single":
            continue
        while same_open and families[-1] != family:
            abandon()
        pairs.append(Pair(stack.pop().token, mark.token, families.pop()))
    while stack:
        abandon()
    pairs.sort()
    return pairs
