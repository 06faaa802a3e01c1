"""The JSON Schema (draft 2020-12) of `Analysis.to_dict`, made from the classes, so that it cannot fall behind them.

It ships as `arabnews/data/analysis.schema.json`.
"""

from __future__ import annotations

import types
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, Final, Union, get_args, get_origin, get_type_hints

import attrs

from arabnews.export.json import CLASSES, FORMAT
from arabnews.model import Annotation, Article, Claim, Cue, DateExpression, Entity, Mention, NumericFact, Quote
from arabnews.spans import Span

_NAMED: Final = (Annotation, Mention, DateExpression, NumericFact, Quote, Cue, Claim, Entity, Article)
_ALWAYS: Final = {"span", "text", "kind", "type", "form", "dimension", "calendar", "is_statement", "stance", "id"}
_PLAIN: Final[Mapping[Any, dict[str, Any]]] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    float: {"type": "number"},
    Decimal: {"type": "string", "pattern": r"^-?\d+(\.\d+)?$"},
    date: {"type": "string", "format": "date"},
    Span: {"type": "array", "items": {"type": "integer", "minimum": 0}, "minItems": 2, "maxItems": 2},
}


def schema() -> dict[str, Any]:
    """The schema, as plain data."""
    layers = {layer: {"type": "array", "items": _reference(kind)} for layer, kind in CLASSES.items()}
    other = {"type": "array", "items": {"type": "object", "required": ["span", "text"]}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "arabnews analysis",
        "type": "object",
        "required": ["format", "offsets", "article", "layers", "entities"],
        "properties": {
            "format": {"const": FORMAT},
            "offsets": {"enum": ["code points", "utf-16"]},
            "article": _reference(Article),
            "layers": {"type": "object", "properties": layers, "additionalProperties": other},
            "entities": {"type": "array", "items": _reference(Entity)},
            "error": {"type": "string"},
        },
        "$defs": {kind.__name__: _object(kind) for kind in _NAMED},
    }


def _reference(kind: type) -> dict[str, Any]:
    return {"$ref": f"#/$defs/{kind.__name__}"}


def _object(kind: type) -> dict[str, Any]:
    hints = get_type_hints(kind)
    names = [field.name for field in attrs.fields(kind) if not field.name.startswith("_")]
    properties = {name: _type(hints[name]) for name in names}
    if kind is Claim:
        properties["source"] = {"type": "string", "description": "the id of an entity"}
    required = [name for name in names if name in _ALWAYS and type(None) not in get_args(hints[name])]
    about = (kind.__doc__ or "").strip().split("\n", 1)[0]
    return {"type": "object", "description": about, "required": required, "properties": properties}


def _type(hint: Any) -> dict[str, Any]:
    if hint in _PLAIN:
        return _PLAIN[hint]
    if isinstance(hint, type) and issubclass(hint, Enum):
        return {"enum": [member.value for member in hint]}
    if isinstance(hint, type) and attrs.has(hint):
        return _reference(hint)
    parts = [part for part in get_args(hint) if part not in (type(None), Ellipsis)]
    if get_origin(hint) in (Union, types.UnionType):
        return _type(parts[0]) if len(parts) == 1 else {"anyOf": [_type(part) for part in parts]}
    if get_origin(hint) is tuple:
        return {"type": "array", "items": _type(parts[0])}
    return {}
