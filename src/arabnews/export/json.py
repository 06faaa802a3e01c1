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

from arabnews.errors import FormatError
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


_NAMES: Final[dict[type, tuple[str, ...]]] = {}
"""The fields of each class, looked up once."""


def _fields(item: Any, offset: Offset) -> dict[str, Any]:
    kind = type(item)
    names = _NAMES.get(kind)
    if names is None:
        names = _NAMES[kind] = tuple(field.name for field in attrs.fields(kind) if not field.name.startswith("_"))
    found = {}
    for name in names:
        value = getattr(item, name)
        if value is None or (isinstance(value, tuple) and not value):
            continue
        found[name] = value.id if name == "source" and isinstance(value, Entity) else _plain(value, offset)
    return found


def _plain(value: Any, offset: Offset) -> Any:
    kind = type(value)  # most values are of these, and of no class that derives from them
    if kind is Span:
        return [offset(value.start), offset(value.end)]
    if kind is str or kind is bool or kind is int:
        return value
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
        FormatError: if the data is not of this format, counts offsets in UTF-16, or has a fault; `field` is its place, as in
            `layers.numbers[0].value`.
    """
    if not isinstance(plain, Mapping):
        raise _fault("", f"an analysis is a mapping, as to_dict gives it; got {type(plain).__name__}")
    told = plain.get("format"), plain.get("offsets", "code points")
    if told != (FORMAT, "code points"):
        raise _fault("format", f"not an analysis in format {FORMAT!r} with offsets in code points: got {told[0]!r}, {told[1]!r}")
    classes = {**CLASSES, **(types or {})}
    article: Article = _made(Article, plain.get("article"), {}, "article")
    entities = tuple(_each(Entity, plain.get("entities", ()), {}, "entities"))
    by_id = {entity.id: entity for entity in entities}
    layers = {}
    for layer, found in _mapping(plain.get("layers"), "layers").items():
        layers[layer] = _each(classes.get(layer, Annotation), found, by_id, f"layers.{layer}")
        for number, item in enumerate(layers[layer]):
            if item.span.of(article.text) != item.text:
                start, end = item.span.start, item.span.end
                raise _fault(f"layers.{layer}[{number}]", f"{item.text[:40]!r} does not stand at {start}:{end} of the article")
    return article, layers, entities, plain.get("error")


def _fault(place: str, message: str) -> FormatError:
    return FormatError(f"{place}: {message}" if place else message, file=None, line=None, field=place or None)


def _mapping(value: Any, place: str) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise _fault(place, f"must be an object, got {type(value).__name__}")
    return value


def _each(kind: type, found: Any, entities: Mapping[str, Entity], place: str) -> tuple[Any, ...]:
    if not isinstance(found, list | tuple):
        raise _fault(place, f"must be a list, got {type(found).__name__}")
    return tuple(_item(kind, item, entities, f"{place}[{number}]") for number, item in enumerate(found))


def _item(kind: type, value: Any, entities: Mapping[str, Entity], place: str) -> Any:
    if kind is str:
        return value
    return Span(*value) if kind is Span else _made(kind, value, entities, place)


def _made(kind: type, item: Any, entities: Mapping[str, Entity], place: str) -> Any:
    """An object of a class from its fields; fields that it does not know are passed over."""
    known = {field.name for field in attrs.fields(kind)}
    fields: dict[str, Any] = {}
    for name, value in _mapping(item, place).items():
        if name not in known:
            continue
        try:
            fields[name] = _field(kind, name, value, entities, f"{place}.{name}")
        except (TypeError, ValueError, ArithmeticError) as error:
            raise error if isinstance(error, FormatError) else _fault(f"{place}.{name}", str(error)) from error
    try:
        return kind(**fields)
    except (TypeError, ValueError) as error:
        raise _fault(place, str(error).removeprefix(f"{kind.__name__}.__init__() ")) from error


def _field(kind: type, name: str, value: Any, entities: Mapping[str, Entity], place: str) -> Any:
    enums, parts, lists = _ENUMS.get(kind, {}), _PARTS.get(kind, {}), _LISTS.get(kind, {})
    if name in enums:
        return enums[name](value)
    if name in parts:
        return _made(parts[name], value, entities, place)
    if name in lists:
        return _each(lists[name], value, entities, place)
    if name in _SPANS and isinstance(value, list):
        return Span(*value)
    if name == "source" and kind is Claim:
        return entities.get(value)
    if name == "interval":
        return tuple(date.fromisoformat(day) for day in value)
    if kind is NumericFact and name in ("value", "upper"):
        return Decimal(value) if isinstance(value, str) else value
    return value
