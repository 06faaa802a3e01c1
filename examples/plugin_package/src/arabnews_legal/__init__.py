"""Laws, decrees and articles of law that Arabic news cites."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

import arabnews

KINDS = {"قانون": "law", "مرسوم": "decree", "قرار": "decision", "ماده": "article", "فصل": "article"}
YEAR_WORDS = frozenset({"لسنة", "لعام", "سنة", "عام"})


@attrs.frozen
class LegalReference(arabnews.Annotation):
    """A legal text by its number.

    Args:
        kind: `law`, `decree`, `decision` or `article`.
        number: its number.
        year: the year that the text gives it, or None.
    """

    kind: str = attrs.field(kw_only=True)
    number: int = attrs.field(kw_only=True)
    year: int | None = attrs.field(default=None, kw_only=True)


@attrs.frozen
class LegalExtractor:
    """Starts from the figures, and looks left for a legal noun and right for a year."""

    name: str = "legal"
    layer: str = "legal"
    requires: tuple[str, ...] = ()

    def extract(self, document: arabnews.Document, layers: Any) -> Iterable[LegalReference]:
        for at in document.at("figure"):
            number = document.keys[at]
            if not number.isdecimal() or len(number) > 6:
                continue
            first = at - 1 if at and document.keys[at - 1] in ("رقم", "عدد") else at
            kind = _kind(document.keys[first - 1]) if first else None
            if kind is None:
                continue
            end, year = _year(document, at + 1)
            yield document.annotation(LegalReference, first - 1, end, rule="numbered", kind=kind, number=int(number), year=year)


def _kind(key: str) -> str | None:
    """The kind that a noun names; keys have one alif, no vowel signs and no tatweel already."""
    for proclitic in ("وال", "بال", "فال", "كال", "لل", "ال", "و", "ب", "ل", ""):
        noun = key.removeprefix(proclitic).replace("ة", "ه")
        if key.startswith(proclitic) and noun in KINDS:
            return KINDS[noun]
    return None


def _year(document: arabnews.Document, at: int) -> tuple[int, int | None]:
    """Where the reference ends, and its year if one follows (`لسنة 2019`)."""
    if at + 1 < len(document) and document.keys[at] in YEAR_WORDS:
        year = document.keys[at + 1]
        if year.isdecimal() and len(year) == 4:
            return at + 2, int(year)
    return at, None
