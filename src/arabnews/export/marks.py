"""Marks: an analysis as labelled stretches with fields and links, the shape that annotation tools share.

brat and Label Studio are two ways to write the same marks, so that what people correct in either comes back as an analysis.
A mention's title, a claim's cue, medium and addressee, and a source phrase that is no mention of its own (`Speaker`) are marks
too. Links are `source`, `speaker`, `cue`, `medium`, `addressee` and `uttered` from a claim, and `same` between mentions of one
entity. What is inside a claim (its numbers, dates and quotes) and its extent are told by the offsets, so nobody need link them.
"""

from __future__ import annotations

import re
import types
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import Enum
from functools import cache
from typing import Any, Final, get_args, get_type_hints
from urllib.parse import quote, unquote

import attrs

from arabnews.errors import ArabnewsError, FormatError
from arabnews.model import (
    Annotation,
    Claim,
    Cue,
    DateExpression,
    Mention,
    MentionForm,
    MentionKind,
    NumericFact,
    Quote,
)
from arabnews.spans import Span

LABELS: Final[Mapping[str, type[Annotation]]] = {
    **dict.fromkeys([kind.value for kind in MentionKind], Mention),
    "Speaker": Mention,
    "Number": NumericFact,
    "Date": DateExpression,
    "Quote": Quote,
    "Claim": Claim,
    "Cue": Cue,
    "Medium": Annotation,
    "Addressee": Annotation,
    "Title": Annotation,
}
"""Label -> the class of what it marks."""
LAYERS: Final = {Mention: "mentions", NumericFact: "numbers", DateExpression: "dates", Quote: "quotes", Claim: "claims"}
LINKS: Final = ("source", "speaker", "cue", "medium", "addressee", "uttered", "same")
"""Roles of links; all but `same` lead from a claim to a part of it."""
PREFIXES: Final[Mapping[type, str]] = {**{kind: layer.removesuffix("s") for kind, layer in LAYERS.items()}, Cue: "cue"}
"""What tools put before a field's name, since two classes may have fields of one name (`number_form`, `mention_form`)."""
_BREAKS: Final = re.compile(r"[^\S ]|^ | $")
DERIVED: Final = frozenset({"span", "text", "extent", "segments", "numbers", "dates", "quotes"})
"""Fields that the stretch itself tells."""


ALIASES: Final = " | "
"""What stands between the other names of an entity, where they are written because the mentions do not tell them."""


@attrs.frozen
class Mark:
    """A labelled stretch of text.

    Args:
        id: unique among an article's marks.
        label: what it is (`PER`, `Number`, `Claim`, ...; for a layer of one's own the layer's name).
        spans: its stretches, in text order; most marks have one.
        fields: field -> value as text; those that have their usual value are left out.
        links: (role, id of another mark).
    """

    id: str
    label: str
    spans: tuple[Span, ...]
    fields: Mapping[str, str] = attrs.field(factory=dict)
    links: tuple[tuple[str, str], ...] = ()


def choices(kind: type[Any]) -> Mapping[str, tuple[str, ...]]:
    """The fields of a class that take one of a few values, with these values.

    Example:
        >>> choices(Claim)["polarity"]
        ('positive', 'negative')
    """
    known: Any = kind
    return _choices(known)


@cache
def _choices(kind: Any) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, hint in get_type_hints(kind).items():
        for part in (hint, *get_args(hint)):
            if part is bool:
                found[name] = ("yes", "no")
            elif isinstance(part, type) and issubclass(part, Enum):
                found[name] = tuple(str(member.value) for member in part)
    return types.MappingProxyType(found)


# ---- fields as text


def note_of(fields: Mapping[str, str]) -> str:
    """Fields as a note that people can read and mend.

    Example:
        >>> note_of({"value": "2500", "unit": "جندي"})
        'value=2500; unit=جندي'
    """
    return "; ".join(f"{name}={_escaped(value)}" for name, value in fields.items())


def note_fields(note: str) -> dict[str, str]:
    """The fields in a note; what is not `name=value` is a remark and left out."""
    pairs = (part.strip().partition("=") for part in note.replace("\n", ";").split(";"))
    return {name.strip(): unquote(value.strip()) for name, equals, value in pairs if equals}


def _escaped(value: str) -> str:
    return _BREAKS.sub(lambda found: quote(found[0]), value.replace("%", "%25").replace(";", "%3B"))


def shown(value: Any) -> str:
    match value:
        case Enum():
            return str(value.value)
        case bool():
            return "yes" if value else "no"
        case Span():
            return f"{value.start}-{value.end}"
        case (date() as first, date() as last):
            return f"{first.isoformat()}/{last.isoformat()}"
    return str(value)


def around(span: Span, closed: bool) -> Span:
    """The usual outer span of a quotation: one mark on each side."""
    return Span(max(span.start - 1, 0), span.end + 1 if closed else span.end)


def rest_of(text: str, span: Span, title: Span) -> Span | None:
    """What a mention's title leaves of it for the name."""
    if title.start != span.start or title.end >= span.end:
        return None
    rest = text[title.end : span.end]
    return Span(span.end - len(rest.lstrip()), span.end) if rest.strip() else None


def fullest(text: str, mentions: Sequence[Mention]) -> str:
    """The longest name of an entity; without one, its first phrase."""
    names = [mention.name.of(text) for mention in mentions if mention.form is MentionForm.NAME]
    return max(names or [mentions[0].name.of(text)], key=len)


def other_names(text: str, name: str, mentions: Sequence[Mention]) -> tuple[str, ...]:
    """The names of an entity's mentions besides its own."""
    return tuple(alias for alias in dict.fromkeys(mention.name.of(text) for mention in mentions) if alias != name)


def fault(mark: Mark, field: str | None, message: str) -> FormatError:
    return FormatError(f"mark {mark.id} ({mark.label or 'link'}): {message}", file=None, line=None, field=field, mark=mark.id)


def value_of(mark: Mark, kind: type[Annotation], name: str, value: str) -> Any:
    try:
        return readers(kind)[name](value)
    except (ValueError, InvalidOperation, ArabnewsError):
        allowed = choices(kind).get(name)
        mend = f"one of {', '.join(allowed)}" if allowed else _SHAPES.get(name, "another value")
        raise fault(mark, name, f"{name}={value!r} cannot be read; give {mend}") from None


_SHAPES: Final = {
    "value": "a number such as 2500 or 12.5",
    "upper": "a number such as 2500 or 12.5",
    "interval": "two days such as 2021-12-01/2021-12-31",
    **dict.fromkeys(("name", "title", "outer", "counted"), "two offsets such as 12-20"),
}


def _number(value: str) -> int | Decimal:
    return int(value) if value.lstrip("-").isdecimal() else Decimal(value)


def _span(value: str) -> Span:
    start, _, end = value.partition("-")
    return Span(int(start), int(end))


def _days(value: str) -> tuple[date, date]:
    first, _, last = value.partition("/")
    return date.fromisoformat(first), date.fromisoformat(last)


def _flag(value: str) -> bool:
    if value.lower() not in ("yes", "no", "true", "false", "1", "0"):
        raise ValueError(value)
    return value.lower() in ("yes", "true", "1")


def readers(kind: type[Any]) -> Mapping[str, Callable[[str], Any]]:
    """Field -> what makes its value of text."""
    known: Any = kind
    return _readers(known)


@cache
def _readers(kind: Any) -> Mapping[str, Callable[[str], Any]]:
    found: dict[str, Callable[[str], Any]] = {}
    for name, hint in get_type_hints(kind).items():
        parts = {hint, *get_args(hint)}
        enums = [part for part in parts if isinstance(part, type) and issubclass(part, Enum)]
        if enums:
            found[name] = enums[0]
        elif bool in parts:
            found[name] = _flag
        elif Decimal in parts or int in parts:
            found[name] = _number
        elif Span in parts:
            found[name] = _span
        elif name == "interval":
            found[name] = _days
        elif str in parts:
            found[name] = str
    return types.MappingProxyType({name: make for name, make in found.items() if name not in DERIVED})
