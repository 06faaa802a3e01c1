"""What is known of a finding whose class the package does not know: its own fields, on a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from arabnews.model import Annotation

_COMMON = {field.name for field in attrs.fields(Annotation)}


def own_fields(item: Annotation) -> str:
    """The fields that a class of one's own adds, without those that are empty.

    Example:
        >>> import arabnews
        >>> ships = arabnews.PatternExtractor("ships", r"السفينة (?P<name>\\w+)")
        >>> own_fields(arabnews.Pipeline().adding(ships).analyze("وصلت السفينة زهرة.")["ships"][0])
        'name=زهرة'
    """
    return " ".join(f"{name}={value}" for name, value in _pairs(item) if value not in (None, "", ()))


def _pairs(item: Annotation) -> Iterator[tuple[str, object]]:
    for field in attrs.fields(type(item)):
        if field.name in _COMMON or field.name.startswith("_"):
            continue
        value = getattr(item, field.name)
        if isinstance(value, Mapping):
            yield from ((str(name), inside) for name, inside in value.items())
        else:
            yield field.name, value
