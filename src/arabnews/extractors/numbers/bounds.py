"""What bounds an amount: approximators, at least, at most, more than, less than; before it or behind it."""

from __future__ import annotations

from typing import Final, NamedTuple

from arabnews.document import Document
from arabnews.model import NumberMod

_MOD: Final = {mod.value: mod for mod in NumberMod}
_SIGNS: Final = {
    ">": NumberMod.GT,
    "<": NumberMod.LT,
    ">=": NumberMod.GE,
    "<=": NumberMod.LE,
    "≥": NumberMod.GE,
    "≤": NumberMod.LE,
}
_LINKS: Final = frozenset({"ال", "ب", "ل"})


class Bound(NamedTuple):
    """A bound: what it says, and the tokens from which and to which it stretches the amount."""

    mod: NumberMod
    first: int
    end: int


def before(document: Document, first: int) -> Bound | None:
    """The bound that ends before an amount (`أكثر من 80`), looking past a glued preposition (`بأكثر من`)."""
    at = first
    if at and document.keys[at - 1] in _LINKS and document.ends[at - 1] == document.starts[at]:
        at -= 1
    hit = document.hit_ending(at, "bound")
    if hit is None and at and (sign := _sign(document, at)) is not None:
        return sign
    if hit is None or hit.reading["place"] == "after":
        return None
    return Bound(_MOD[hit.reading["mod"]], hit.first, at)


def _sign(document: Document, at: int) -> Bound | None:
    """`> 10`, `<= 10`: a sign of comparison."""
    first = at - 1
    if document.words[first].surface == "=" and first and document.words[first - 1].surface in "<>":
        first -= 1
    sign = "".join(document.words[n].surface for n in range(first, at))
    return Bound(_SIGNS[sign], first, at) if sign in _SIGNS else None


def after(document: Document, end: int) -> Bound | None:
    """The bound that starts behind an amount (`26 مبنى على الأقل`)."""
    hit = document.hit_at(end, "bound")
    if hit is None or hit.reading["place"] == "before":
        return None
    return Bound(_MOD[hit.reading["mod"]], end, hit.end)
