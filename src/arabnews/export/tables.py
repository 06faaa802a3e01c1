"""Tables: a layer's annotations as flat rows, for one analysis or a stream; pandas and Arrow on request.

Each row has the article's `article_id`, `outlet` and `published`, the annotation's `start`, `end`, `text` and `rule`, and the
layer's own columns. Arrow tables have a fixed schema for each of the package's layers (`SCHEMAS`); other layers have the common
columns.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from enum import Enum
from typing import TYPE_CHECKING, Any, Final

import attrs

from arabnews.errors import MissingExtraError
from arabnews.model import Annotation, Article, Claim, DateExpression, Entity, Mention, NumericFact, Quote

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

Row = dict[str, Any]

COMMON: Final[Mapping[str, str]] = {
    "article_id": "string",
    "outlet": "string",
    "published": "date",
    "start": "int",
    "end": "int",
    "text": "string",
    "rule": "string",
}
SCHEMAS: Final[Mapping[str, Mapping[str, str]]] = {
    "mentions": {
        "kind": "string",
        "form": "string",
        "name": "string",
        "title": "string",
        "gender": "string",
        "number": "string",
        "is_anonymous": "bool",
    },
    "dates": {
        "type": "string",
        "value": "string",
        "mod": "string",
        "calendar": "string",
        "first_day": "date",
        "last_day": "date",
    },
    "numbers": {
        "value": "float",
        "upper": "float",
        "mod": "string",
        "unit": "string",
        "dimension": "string",
        "concept": "string",
        "form": "string",
    },
    "quotes": {"is_statement": "bool", "closed": "bool"},
    "claims": {
        "kind": "string",
        "source": "string",
        "source_kind": "string",
        "speaker": "string",
        "cue": "string",
        "lemma": "string",
        "stance": "string",
        "polarity": "string",
        "factuality": "string",
        "resolution": "string",
        "medium": "string",
        "uttered": "string",
        "is_anonymous": "bool",
    },
    "entities": {
        "entity_id": "string",
        "kind": "string",
        "name": "string",
        "aliases": "strings",
        "roles": "strings",
        "country": "string",
        "mentions": "int",
    },
}
"""Columns of each layer behind the common ones, with their types: string, strings, int, float, bool, date."""


_EXACT: Final = 2**53


def columns(layer: str) -> dict[str, str]:
    """The columns of a layer's table, with their types."""
    return {**COMMON, **SCHEMAS.get(layer, {})}


def records(article: Article, layer: str, found: Iterable[Any]) -> Iterator[Row]:
    """A layer's rows."""
    for item in found:
        row: Row = {"article_id": article.id, "outlet": article.outlet, "published": article.published}
        if isinstance(item, Entity):
            yield {**row, "start": None, "end": None, "text": item.name, "rule": None, **_entity(item)}
        else:
            row |= {"start": item.span.start, "end": item.span.end, "text": item.text, "rule": item.rule}
            yield row | _own(article, item)


def _own(article: Article, item: Annotation) -> Row:
    match item:
        case Mention():
            title = item.title.of(article.text).strip() if item.title else None
            return {
                "kind": item.kind.value,
                "form": item.form.value,
                "name": item.name.of(article.text),
                "title": title,
                "gender": item.gender or None,
                "number": item.number or None,
                "is_anonymous": item.is_anonymous,
            }
        case DateExpression():
            first, last = item.interval or (None, None)
            return {
                "type": item.type.value,
                "value": item.value,
                "mod": _value(item.mod),
                "calendar": item.calendar.value,
                "first_day": first,
                "last_day": last,
            }
        case NumericFact():
            return {
                "value": _number(item.value),
                "upper": _number(item.upper),
                "mod": _value(item.mod),
                "unit": item.unit,
                "dimension": item.dimension.value,
                "concept": item.concept,
                "form": item.form.value,
            }
        case Quote():
            return {"is_statement": item.is_statement, "closed": item.closed}
        case Claim():
            return _claim(item)
    common = {field.name for field in attrs.fields(Annotation)}
    names = [field.name for field in attrs.fields(type(item)) if field.name not in common]
    return {name: _value(getattr(item, name)) for name in names}


def _claim(item: Claim) -> Row:
    return {
        "kind": item.kind.value,
        "source": item.source.name if item.source else None,
        "source_kind": item.source.kind.value if item.source else None,
        "speaker": item.speaker.text if item.speaker else None,
        "cue": item.cue.text if item.cue else None,
        "lemma": item.cue.lemma if item.cue else None,
        "stance": item.stance.value,
        "polarity": item.polarity.value,
        "factuality": item.factuality.value,
        "resolution": item.resolution.value,
        "medium": item.medium.text if item.medium else None,
        "uttered": item.uttered.value if item.uttered else None,
        "is_anonymous": item.is_anonymous,
    }


def _entity(item: Entity) -> Row:
    return {
        "entity_id": item.id,
        "kind": item.kind.value,
        "name": item.name,
        "aliases": list(item.aliases),
        "roles": list(item.roles),
        "country": item.country,
        "mentions": len(item.mentions),
    }


def _value(value: Any) -> Any:
    return value.value if isinstance(value, Enum) else value


def _number(value: int | Decimal | None) -> int | float | None:
    """The amount as a table can hold it: an int where a float holds it exactly, else a float."""
    if value is None or (isinstance(value, int) and abs(value) <= _EXACT):
        return value
    try:
        return float(value)
    except OverflowError:
        return float("inf")


def to_frame(layer: str, rows: Iterable[Row]) -> pd.DataFrame:
    """Rows as a pandas DataFrame (extra `pandas`)."""
    try:
        import pandas as pd
    except ImportError:
        raise MissingExtraError("tables as DataFrames need pandas: pip install 'arabnews[pandas]'", extra="pandas") from None
    listed = [_storable(row) for row in rows]
    frame = pd.DataFrame(listed, columns=None if listed else list(columns(layer)))
    return frame.astype({name: "float64" for name, kind in columns(layer).items() if kind == "float"})


def arrow_schema(layer: str) -> pa.Schema:
    """The fixed Arrow schema of a layer (extra `arrow`)."""
    pa = _arrow()
    types = {
        "string": pa.string(),
        "strings": pa.list_(pa.string()),
        "int": pa.int64(),
        "float": pa.float64(),
        "bool": pa.bool_(),
        "date": pa.date32(),
    }
    return pa.schema([(name, types[kind]) for name, kind in columns(layer).items()])


def to_arrow(layer: str, rows: Iterable[Row]) -> pa.Table:
    """Rows as an Arrow table with the layer's fixed schema (extra `arrow`)."""
    pa = _arrow()
    listed = [_storable(row) for row in rows]
    if layer in SCHEMAS or not listed:
        return pa.Table.from_pylist(listed, schema=arrow_schema(layer))
    return pa.Table.from_pylist(listed)


def nested_batch(layers: Iterable[str], rows: Iterable[Row]) -> pa.RecordBatch:
    """One row an article as an Arrow batch: `article_id`, `error`, and a list of rows for each layer (extra `arrow`)."""
    pa = _arrow()
    lists = [(layer, pa.list_(pa.struct(arrow_schema(layer)))) for layer in layers]
    schema = pa.schema([("article_id", pa.string()), ("error", pa.string()), *lists])
    listed = [{name: _nested(value) for name, value in row.items()} for row in rows]
    return pa.RecordBatch.from_pylist(listed, schema=schema)


def _nested(value: Any) -> Any:
    return [_storable(row) for row in value] if isinstance(value, list) else value


def _storable(row: Row) -> Row:
    """Lone surrogates have no UTF-8: they become `?` in a table."""
    return {name: value.encode("utf-8", "replace").decode() if isinstance(value, str) else value for name, value in row.items()}


def _arrow() -> Any:
    try:
        import pyarrow
    except ImportError:
        raise MissingExtraError("Arrow tables need pyarrow: pip install 'arabnews[arrow]'", extra="arrow") from None
    return pyarrow
