"""The index: every generated form of every row, by key; multiword forms in a trie of dicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final

from arabnews.lexicon.entries import PLAIN, Node, Reference
from arabnews.lexicon.inflection import CLASSES
from arabnews.lexicon.tables import Table
from arabnews.text.characters import TERMINAL_VARIANTS, fold

Singles = dict[str, tuple[Reference, ...]]
_MAX_VARIANTS: Final = 8


def add(table: Table, number: int, singles: Singles, trie: Node) -> None:
    """Enter a table's forms; `number` is the table's place among the lexicon's tables."""
    column = {name: i for i, name in enumerate(table.header)}
    form, inflect = column["form"], column.get("inflect")
    for row_number, row in enumerate(table.rows):
        cells = [fold(cell) for cell in row[form].split("|")] if "|" in row[form] else [fold(row[form])]
        name = row[inflect] if inflect is not None else ""
        if not name:
            reference = Reference(number, row_number, PLAIN)
            for one in cells:
                _enter(one.strip(), reference, singles, trie)
            continue
        generate = CLASSES[name]
        columns = {key: fold(cell) for key, cell in zip(table.header, row, strict=True)}
        for one in cells:
            first, _, rest = one.strip().partition(" ")
            for inflected, morph in generate(first, columns):
                _enter(f"{inflected} {rest}" if rest else inflected, Reference(number, row_number, morph), singles, trie)


def _enter(form: str, reference: Reference, singles: Singles, trie: Node) -> None:
    if " " in form:
        _enter_phrase(form.split(), reference, trie)
        return
    known = singles.get(form)
    if known is None:
        singles[form] = (reference,)
    elif reference not in known:
        singles[form] = _later_tables_first(known, reference)


def _later_tables_first(known: tuple[Reference, ...], reference: Reference) -> tuple[Reference, ...]:
    """A table added later is asked first; within a table the rows keep their order."""
    if known[0].table != reference.table:
        return (reference, *known)
    at = next((i for i, other in enumerate(known) if other.table != reference.table), len(known))
    return (*known[:at], reference, *known[at:])


def _enter_phrase(keys: Sequence[str], reference: Reference, trie: Node) -> None:
    choices = [(key, key[:-1] + TERMINAL_VARIANTS[key[-1]]) if key[-1] in "ىة" else (key,) for key in keys]
    for number, variant in enumerate(product(*choices)):
        if number == _MAX_VARIANTS:
            break
        node = trie
        for key in variant:
            child = node.get(key)
            if child is None:
                child = node[key] = Node()
            node = child
        if reference not in node.ends:
            node.ends = (*node.ends, reference)


def build(tables: Iterable[Table]) -> tuple[Singles, Node]:
    """Index tables from nothing."""
    singles: Singles = {}
    trie = Node()
    for number, table in enumerate(tables):
        add(table, number, singles, trie)
    return singles, trie


def copied(node: Node) -> Node:
    """A deep copy of a trie, so that a lexicon with more entries leaves the old one alone."""
    twin = Node()
    twin.ends = node.ends
    for key, child in node.items():
        twin[key] = copied(child)
    return twin
