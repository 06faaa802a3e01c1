"""JSON: an analysis as plain data and back, with exact offsets.

Every annotation is an object with its class's fields; spans are `[start, end]` pairs, days ISO strings, amounts integers or,
where they have decimals, strings (`"12.5"`), so that nothing is rounded. A claim names its source by the entity's id. Fields that
are empty are left out. The format's version stands in `format`; the schema ships as `arabnews/data/analysis.schema.json`.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final

import attrs

from arabnews.errors import ArticleError
from arabnews.model import (
    Annotation,
    Article,
    Calendar,
    Claim,
    ClaimKind,
    Cue,
    DateExpression,
    DateMod,
    DateType,
    Dimension,
    Entity,
    Factuality,
    Mention,
    MentionForm,
    MentionKind,
    NumberForm,
    NumberMod,
    NumericFact,
    Polarity,
    Quote,
    Resolution,
    Stance,
)
from arabnews.spans import Span

FORMAT: Final = "arabnews/1"
CLASSES: Final[Mapping[str, type[Annotation]]] = {
    "mentions": Mention,
    "dates": DateExpression,
    "numbers": NumericFact,
    "quotes": Quote,
    "claims": Claim,
}
Offset = Callable[[int], int]


def utf16_offsets(text: str) -> Offset:
    """A function from code point offsets to UTF-16 code unit offsets, as JavaScript, Java and C# count.

    Example:
        >>> utf16_offsets("🙂 نعم")(2)
        3
    """
    wide = [position for position, character in enumerate(text) if ord(character) > 0xFFFF]
    return lambda offset: offset + bisect_right(wide, offset - 1)


def encode(
    article: Article,
    layers: Mapping[str, tuple[Any, ...]],
    entities: tuple[Entity, ...],
    error: str | None,
    *,
    utf16: bool = False,
) -> dict[str, Any]:
    """An analysis as plain data.

    Args:
        utf16: give offsets in UTF-16 code units instead of code points; told in `offsets`.
    """
    offset: Offset = utf16_offsets(article.text) if utf16 else int
    plain: dict[str, Any] = {"format": FORMAT, "offsets": "utf-16" if utf16 else "code points"}
    plain["article"] = _fields(article, offset)
    plain["layers"] = {layer: [annotation(item, offset) for item in found] for layer, found in layers.items()}
    plain["entities"] = [_fields(entity, offset) for entity in entities]
    if error is not None:
        plain["error"] = error
    return plain


def annotation(item: Annotation, offset: Offset = int) -> dict[str, Any]:
    """An annotation as plain data."""
    return _fields(item, offset)


def _fields(item: Any, offset: Offset) -> dict[str, Any]:
    found = {}
    for field in attrs.fields(type(item)):
        value = getattr(item, field.name)
        if value is None or value == () or field.name.startswith("_"):
            continue
        found[field.name] = value.id if field.name == "source" and isinstance(value, Entity) else _plain(value, offset)
    return found


def _plain(value: Any, offset: Offset) -> Any:
    match value:
        case Enum():
            return value.value
        case bool() | str() | int() | float() | None:
            return value
        case Decimal():
            return format(value, "f")
        case Span():
            return [offset(value.start), offset(value.end)]
        case date():
            return value.isoformat()
        case tuple() | list():
            return [_plain(item, offset) for item in value]
        case Mapping():
            return {str(name): _plain(item, offset) for name, item in value.items()}
    return _fields(value, offset) if attrs.has(type(value)) else str(value)


# ---- and back

_ENUMS: Final[Mapping[type, Mapping[str, type[Enum]]]] = {
    Mention: {"kind": MentionKind, "form": MentionForm},
    Entity: {"kind": MentionKind},
    DateExpression: {"type": DateType, "mod": DateMod, "calendar": Calendar},
    NumericFact: {"mod": NumberMod, "dimension": Dimension, "form": NumberForm},
    Claim: {"kind": ClaimKind, "stance": Stance, "polarity": Polarity, "factuality": Factuality, "resolution": Resolution},
}
_PARTS: Final[Mapping[type, Mapping[str, type]]] = {
    Claim: {
        "cue": Cue,
        "speaker": Mention,
        "source_mention": Mention,
        "addressee": Annotation,
        "medium": Annotation,
        "uttered": DateExpression,
    },
}
_LISTS: Final[Mapping[type, Mapping[str, type]]] = {
    Claim: {"segments": Span, "numbers": NumericFact, "dates": DateExpression, "quotes": Quote},
    Entity: {"mentions": Mention, "aliases": str, "roles": str},
}
_SPANS: Final = frozenset({"span", "outer", "name", "title", "counted", "extent"})


def decode(
    plain: Mapping[str, Any], types: Mapping[str, type[Annotation]] | None = None
) -> tuple[Article, dict[str, tuple[Any, ...]], tuple[Entity, ...], str | None]:
    """The parts of an analysis from plain data.

    Args:
        types: classes of custom layers; without one its annotations come back as `Annotation`.

    Raises:
        ArticleError: if the data is not of this format, or counts offsets in UTF-16.
    """
    if plain.get("format") != FORMAT or plain.get("offsets", "code points") != "code points":
        raise ArticleError(
            f"not an analysis in format {FORMAT!r} with code point offsets: "
            f"got {plain.get('format')!r}, {plain.get('offsets')!r}",
            field="format",
            got=plain.get("format"),
        )
    classes = {**CLASSES, **(types or {})}
    entities = tuple(_made(Entity, item, {}) for item in plain.get("entities", ()))
    by_id = {entity.id: entity for entity in entities}
    layers = {
        layer: tuple(_made(classes.get(layer, Annotation), item, by_id) for item in found)
        for layer, found in plain["layers"].items()
    }
    return Article(**plain["article"]), layers, entities, plain.get("error")


def _made(kind: type, item: Mapping[str, Any], entities: Mapping[str, Entity]) -> Any:
    enums, parts, lists = _ENUMS.get(kind, {}), _PARTS.get(kind, {}), _LISTS.get(kind, {})
    known = {field.name for field in attrs.fields(kind)}
    fields: dict[str, Any] = {}
    for name, value in item.items():
        if name not in known:
            continue
        if name in enums:
            fields[name] = enums[name](value)
        elif name in parts:
            fields[name] = _made(parts[name], value, entities)
        elif name in lists:
            fields[name] = tuple(_item(lists[name], entry, entities) for entry in value)
        elif name in _SPANS and isinstance(value, list):
            fields[name] = Span(*value)
        elif name == "source" and kind is Claim:
            fields[name] = entities.get(value)
        elif name == "interval":
            fields[name] = tuple(date.fromisoformat(day) for day in value)
        elif kind is NumericFact and name in ("value", "upper"):
            fields[name] = Decimal(value) if isinstance(value, str) else value
        else:
            fields[name] = value
    return kind(**fields)


def _item(kind: type, entry: Any, entities: Mapping[str, Entity]) -> Any:
    if kind is Span:
        return Span(*entry)
    return entry if kind is str else _made(kind, entry, entities)
