"""The index: every generated form of every row, by key; multiword forms in a trie of dicts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final

from arabnews.lexicon.entries import PLAIN, Node, Reference
from arabnews.lexicon.inflection import CLASSES, UNINFLECTED
from arabnews.lexicon.tables import Table
from arabnews.text.characters import TERMINAL_VARIANTS, fold

Singles = dict[str, tuple[Reference, ...]]
_MAX_VARIANTS: Final = 8


def add(table: Table, number: int, singles: Singles, trie: Node) -> None:
    """Enter a table's forms; `number` is the table's place among the lexicon's tables."""
    column = {name: i for i, name in enumerate(table.header)}
    form, inflect, tags = column["form"], column.get("inflect", -1), column.get("tag", -1)
    cells = [(row[form], row[inflect] if inflect >= 0 else "", row[tags] if tags >= 0 else "") for row in table.rows]
    folded = _folded([cell[0] for cell in cells])
    for row_number, ((_, name, tag), cell) in enumerate(zip(cells, folded, strict=True)):
        tag = table.tag or tag
        morph = UNINFLECTED.get(name)
        if morph is None:
            _enter_inflected(table, row_number, cell, Reference(number, row_number, PLAIN, tag), singles, trie)
            continue
        reference = Reference(number, row_number, morph, tag)
        if cell in singles or " " in cell or "|" in cell:
            for one in cell.split("|"):
                _enter(one.strip(), reference, singles, trie)
        else:
            singles[cell] = (reference,)


def _folded(cells: Sequence[str]) -> list[str]:
    """The cells of a column, folded in one go."""
    folded = fold("\n".join(cells)).split("\n")
    return folded if len(folded) == len(cells) else [fold(cell) for cell in cells]


def _enter_inflected(table: Table, row_number: int, cell: str, plain: Reference, singles: Singles, trie: Node) -> None:
    columns = {key: fold(value) for key, value in zip(table.header, table.rows[row_number], strict=True)}
    generate = CLASSES[columns["inflect"]]
    for one in cell.split("|"):
        first, _, rest = one.strip().partition(" ")
        for inflected, morph in generate(first, columns):
            _enter(
                f"{inflected} {rest}" if rest else inflected, Reference(plain.table, plain.row, morph, plain.tag), singles, trie
            )


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
