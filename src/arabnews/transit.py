"""Findings on their way between processes: columns of plain values, not objects.

An article holds some hundred objects. A batch is laid out class by class and field by field; where a field holds findings, its
column holds their numbers, so that what was one object is one object again. Packed and opened so, findings take four fifths of
the time that pickling them one by one would. Whatever is no finding of this package's kind travels as pickle has it.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Sequence
from functools import cache
from itertools import chain, compress, count, islice, repeat
from operator import attrgetter
from types import NoneType
from typing import Any

from arabnews.analysis import Findings
from arabnews.model import Annotation, setters_of, values_of
from arabnews.spans import Span

_PLAIN, _SPANS, _NUMBERS, _TUPLES = range(4)
_start_of, _end_of = attrgetter("start"), attrgetter("end")
_put_start, _put_end = setters_of(Span)

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
            return _SPANS, (list(map(_start_of, values)), list(map(_end_of, values)), None)
        kinds.discard(NoneType)
        if kinds == {Span}:
            there = [value is not None for value in values]
            return _SPANS, (*self.column(list(compress(values, there)))[1][:2], there)
        if kinds == {tuple}:
            inner = self.column(list(chain.from_iterable(filter(None, values))))
            if inner[0] != _PLAIN:
                return _TUPLES, ([None if value is None else len(value) for value in values], inner)
        elif kinds and all(map(_travels, kinds)):
            ids = list(map(id, values))
            try:
                return _NUMBERS, list(map(self._numbers.__getitem__, ids))
            except KeyError:
                self._add(dict(zip(ids, values, strict=True)))
                return _NUMBERS, list(map(self._numbers.__getitem__, ids))
        return _PLAIN, values

    def _add(self, items: dict[int, Any]) -> None:
        """Number objects, by identity, that have no number yet."""
        first, known = len(self._numbers), self._numbers
        new = {identity: item for identity, item in items.items() if identity not in known}
        known.update(zip(new, count(first)))
        for number, item in enumerate(new.values(), first):
            numbers, own = self._classes[type(item)]
            numbers.append(number)
            own.append(item)

    def blocks(self) -> list[Block]:
        """The objects met so far, and those that they hold."""
        found: list[Block] = []
        while self._classes:
            kind, (numbers, items) = self._classes.popitem()
            found.append(
                (kind, numbers, [self.column(list(column)) for column in zip(*map(values_of(kind), items), strict=True)])
            )
        return found


@cache
def _travels(kind: type) -> bool:
    """Whether objects of a class go in columns: findings do whose class does not say itself how they are pickled."""
    return kind.__reduce__ is Annotation.__reduce__


class _Incoming:
    """Objects that have arrived, by number."""

    def __init__(self, blocks: list[Block]) -> None:
        self._objects: list[Any] = [None] * (1 + sum(len(numbers) for _, numbers, _ in blocks))
        arrived: list[list[Any]] = [list(map(object.__new__, repeat(kind, len(numbers)))) for kind, numbers, _ in blocks]
        for (_, numbers, _), items in zip(blocks, arrived, strict=True):
            any(map(self._objects.__setitem__, numbers, items))  # a loop in C, as below: every call gives None
        for (kind, _, columns), items in zip(blocks, arrived, strict=True):
            for put, column in zip(setters_of(kind), columns, strict=True):
                any(map(put, items, self.column(column)))

    def column(self, column: Column) -> list[Any]:
        """Values of one field."""
        what, values = column
        if what == _NUMBERS:
            return list(map(self._objects.__getitem__, values))
        if what == _SPANS:
            return _spans(*values)
        if what == _TUPLES:
            lengths, inner = values
            items = iter(self.column(inner))
            return [None if length is None else tuple(islice(items, length)) for length in lengths]
        return values  # type: ignore[no-any-return]


def _spans(starts: list[int], ends: list[int], there: list[bool] | None) -> list[Any]:
    spans = list(map(object.__new__, repeat(Span, len(starts))))
    any(map(_put_start, spans, starts))
    any(map(_put_end, spans, ends))
    if there is None:
        return spans
    each = iter(spans)
    return [next(each) if is_one else None for is_one in there]
