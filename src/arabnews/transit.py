"""Findings on their way between processes: columns of plain values, not objects.

An article holds some hundred objects. A batch is laid out class by class and field by field; where a field holds findings, its
column holds their numbers, so that what was one object is one object again. Packed and opened so, findings take seven tenths
of the time that pickling them one by one would. Whatever is no finding of this package's kind travels as pickle has it.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import cache
from itertools import chain, compress, islice, repeat
from types import NoneType
from typing import Any, NamedTuple, get_args, get_type_hints

from arabnews.analysis import Findings
from arabnews.model import Annotation, fields_of
from arabnews.spans import Span, draft_of

_PLAIN, _SPANS, _NUMBERS, _TUPLES = range(4)
_SpanDraft = draft_of(Span)

Column = tuple[int, Any]
"""What a column holds, and its values: as they are; starts and ends of spans, and where there is one if not everywhere; numbers
of objects; lengths of tuples, and a column of their items."""
Block = tuple[type, list[int], list[Column]]
"""Objects of a class: their numbers and their fields."""


def pack(results: Sequence[Any]) -> bytes:
    """Results as bytes; those that are `Findings` in columns, any others as pickle has them."""
    outgoing = _Outgoing()
    rows: dict[tuple[str, ...], list[int]] = {}  # by names of layers: the results of one pipeline have all the same
    for row, result in enumerate(results):
        if isinstance(result, Findings):
            rows.setdefault(tuple(result.layers), []).append(row)
    tables = []
    for names, places in rows.items():
        found = [results[place] for place in places]
        columns = [outgoing.column([each.layers[name] for each in found]) for name in names]
        tables.append((names, places, columns, outgoing.column([each.entities for each in found])))
    others = [None if isinstance(result, Findings) else result for result in results]
    return pickle.dumps((others, tables, outgoing.blocks()), pickle.HIGHEST_PROTOCOL)


def unpack(packed: bytes) -> list[Any]:
    """The results that `pack` was given."""
    results: list[Any]
    results, tables, blocks = pickle.loads(packed)
    incoming = _Incoming(blocks)
    for names, places, columns, known in tables:
        layers = [incoming.column(column) for column in columns]
        for row, place, entities in zip(range(len(places)), places, incoming.column(known), strict=True):
            results[place] = Findings({name: found[row] for name, found in zip(names, layers, strict=True)}, entities)
    return results


class _Outgoing:
    """Objects that travel, each once, with numbers in the order in which they were met; None is number 0."""

    def __init__(self) -> None:
        self._numbers: dict[int, int] = {id(None): 0}
        self._classes: defaultdict[type, tuple[list[int], list[Any]]] = defaultdict(lambda: ([], []))

    def column(self, values: list[Any]) -> Column:
        """Values of one field."""
        kinds = set(map(type, values))
        if kinds == {Span}:
            return _SPANS, ([span.start for span in values], [span.end for span in values], None)
        kinds.discard(NoneType)
        if kinds == {Span}:
            there = [value is not None for value in values]
            return _SPANS, (*self.column(list(compress(values, there)))[1][:2], there)
        if kinds == {tuple}:
            inner = self.column(list(chain.from_iterable(filter(None, values))))
            if inner[0] != _PLAIN:
                return _TUPLES, ([None if value is None else len(value) for value in values], inner)
        elif kinds and all(map(_travels, kinds)):
            numbers, ids = self._numbers, list(map(id, values))
            try:
                return _NUMBERS, [numbers[identity] for identity in ids]
            except KeyError:
                self._add(dict(zip(ids, values, strict=True)))
                return _NUMBERS, [numbers[identity] for identity in ids]
        return _PLAIN, values

    def _add(self, items: dict[int, Any]) -> None:
        """Number objects, by identity, that have no number yet."""
        known = self._numbers
        new = {identity: item for identity, item in items.items() if identity not in known}
        numbers = range(len(known), len(known) + len(new))
        known.update(zip(new, numbers, strict=True))
        kinds = set(map(type, new.values()))
        for kind in kinds:
            theirs = [kind is type(item) for item in new.values()] if len(kinds) > 1 else repeat(True)
            of_kind, own = self._classes[kind]
            of_kind += compress(numbers, theirs)
            own += compress(new.values(), theirs)

    def blocks(self) -> list[Block]:
        """The objects met so far, and those that they hold."""
        found: list[Block] = []
        while self._classes:
            kind, (numbers, items) = self._classes.popitem()
            layout = _layout(kind)
            columns = [
                (_PLAIN, values) if is_plain else self.column(values)
                for is_plain, values in zip(layout.plain, layout.columns(items), strict=True)
            ]
            found.append((kind, numbers, columns))
        return found


class _Incoming:
    """Objects that have arrived, by number."""

    def __init__(self, blocks: list[Block]) -> None:
        self._objects: dict[int, Any] = {0: None}
        arrived = [(_layout(kind), numbers, columns) for kind, numbers, columns in blocks]
        for layout, numbers, _ in arrived:
            self._objects.update([(number, layout.draft()) for number in numbers])
        for layout, numbers, columns in arrived:
            layout.fill(self._at(numbers), *map(self.column, columns))

    def _at(self, numbers: list[int]) -> list[Any]:
        objects = self._objects
        return [objects[number] for number in numbers]

    def column(self, column: Column) -> list[Any]:
        """Values of one field."""
        what, values = column
        if what == _NUMBERS:
            return self._at(values)
        if what == _SPANS:
            return _spans(*values)
        if what == _TUPLES:
            lengths, inner = values
            items = iter(self.column(inner))
            return [None if length is None else tuple(islice(items, length)) for length in lengths]
        return values  # type: ignore[no-any-return]


def _spans(starts: list[int], ends: list[int], there: list[bool] | None) -> list[Any]:
    draft: Any
    spans = [_SpanDraft() for _ in starts]
    for draft, draft.start, draft.end in zip(spans, starts, ends, strict=True):
        draft.__class__ = Span
    if there is None:
        return spans
    each = iter(spans)
    return [next(each) if is_one else None for is_one in there]


@cache
def _travels(kind: type) -> bool:
    """Whether objects of a class go in columns: findings do whose class says itself neither how they are pickled nor what a
    subclass, as drafts are, must be given."""
    watches_subclasses = any("__init_subclass__" in vars(base) for base in kind.__mro__[:-1])
    return kind.__reduce__ is Annotation.__reduce__ and not watches_subclasses


class _Layout(NamedTuple):
    """How objects of a class are taken apart and put together.

    Attributes:
        draft: the class of objects that are being filled in.
        plain: for each field whether it never holds findings, so that nobody need look.
        columns: a function from objects to the values of each field.
        fill: a function that takes drafts and the values of each field.
    """

    draft: type
    plain: list[bool]
    columns: Callable[[list[Any]], list[list[Any]]]
    fill: Callable[..., None]


@cache
def _layout(kind: type) -> _Layout:
    """The layout of a class. Its functions are written for it, as attrs writes methods: they name the fields, and to get or set
    one by name costs a fifth of what a call that does it costs."""
    names = fields_of(kind)
    columns = ", ".join(f"[item.{name} for item in items]" for name in names)
    fields = ", ".join(f"draft.{name}" for name in names)
    written: dict[str, Any] = {"kind": kind}
    exec(f"def columns(items): return [{columns}]", written)
    exec(f"def fill(*columns):\n for draft, {fields} in zip(*columns, strict=True): draft.__class__ = kind", written)
    hints = _hints(kind)
    return _Layout(draft_of(kind), [_is_plain(hints.get(name)) for name in names], written["columns"], written["fill"])


def _hints(kind: type) -> dict[str, Any]:
    try:
        return get_type_hints(kind)
    except Exception:  # names that only type checkers know, say: then the values are looked at
        return {}


def _is_plain(hint: Any) -> bool:
    if inner := get_args(hint):
        return all(_is_plain(one) for one in inner if one is not ...)
    return isinstance(hint, type) and issubclass(hint, str | int | Decimal | date | Enum | NoneType)
