"""The index: every generated form of every row, by key; multiword forms in a trie of dicts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product
from typing import Final

from arabnews.errors import LexiconError
from arabnews.lexicon.entries import FORM_BITS, LAST_FORM, Inflected, Morph, Node, Reference
from arabnews.lexicon.inflection import CLASSES, UNINFLECTED
from arabnews.lexicon.tables import Table
from arabnews.text.characters import TERMINAL_VARIANTS, fold

_MAX_VARIANTS: Final = 8


class Index:
    """Forms by key, and what their references stand for.

    Attributes:
        singles: the references of each single word.
        trie: the multiword forms.
        forms: what generated forms are, each of them once.
        firsts: the place of each table's first row among all rows.
    """

    def __init__(self, tables: Iterable[Table] = ()) -> None:
        self.singles: dict[str, tuple[Reference, ...]] = {}
        self.trie = Node()
        self.forms: list[Inflected] = []
        self.firsts: list[int] = [0]
        self._numbers: defaultdict[str, dict[Morph, int]] = defaultdict(dict)
        for table in tables:
            self.add(table)

    @property
    def tags(self) -> frozenset[str]:
        """The tags of all forms."""
        return frozenset(self._numbers)

    def extended(self, table: Table) -> Index:
        """A copy with one table more, which leaves this index alone."""
        index = Index()
        index.singles, index.trie = dict(self.singles), _copied(self.trie)
        index.forms, index.firsts = [*self.forms], [*self.firsts]
        index._numbers.update({tag: dict(numbers) for tag, numbers in self._numbers.items()})
        index.add(table)
        return index

    def add(self, table: Table) -> None:
        """Enter a table's forms."""
        first, singles = self.firsts[-1], self.singles
        columns = table.columns()
        forms = _folded(columns.get("form", ()))
        none = [""] * len(forms)
        classes = columns.get("inflect", none)
        tags = [table.tag] * len(forms) if table.tag else columns.get("tag", none)
        numbers: dict[tuple[str, str], int] = {}
        for row, (form, name, tag) in enumerate(zip(forms, classes, tags, strict=True), first):
            number = numbers.get((name, tag))
            if number is None:
                if name not in UNINFLECTED:
                    self._enter_inflected(table, row, form, tag)
                    continue
                number = numbers[name, tag] = self._number(UNINFLECTED[name], tag)
            reference = row << FORM_BITS | number
            if form in singles or " " in form or "|" in form:
                for one in form.split("|"):
                    self._enter(one.strip(), reference)
            else:
                singles[form] = (reference,)
        self.firsts.append(first + len(table.rows))

    def _number(self, morph: Morph, tag: str) -> int:
        """The number of a kind of form, a new one if none was like it."""
        number = self._numbers[tag].get(morph)
        if number is None:
            if len(self.forms) > LAST_FORM:
                message = f"a lexicon has room for {len(self.forms):,} kinds of forms; use fewer tags"
                raise LexiconError(message, field="tag", file=None, line=None)
            number = self._numbers[tag][morph] = len(self.forms)
            self.forms.append(Inflected(morph, tag))
        return number

    def _enter_inflected(self, table: Table, row: int, form: str, tag: str) -> None:
        columns = dict(zip(table.header, _folded(table.rows[row - self.firsts[-1]]), strict=True))
        generate, numbers, singles = CLASSES[columns["inflect"]], self._numbers[tag], self.singles
        for one in form.split("|"):
            first, _, rest = one.strip().partition(" ")
            for inflected, morph in generate(first, columns):
                number = numbers.get(morph)
                reference = row << FORM_BITS | (self._number(morph, tag) if number is None else number)
                if rest or inflected in singles or " " in inflected:
                    self._enter(f"{inflected} {rest}" if rest else inflected, reference)
                else:
                    singles[inflected] = (reference,)

    def _enter(self, form: str, reference: Reference) -> None:
        known = self.singles.get(form)
        if known is not None:
            if reference not in known:
                self.singles[form] = self._later_tables_first(known, reference)
        elif " " in form:
            _enter_phrase(form.split(), reference, self.trie)
        else:
            self.singles[form] = (reference,)

    def _later_tables_first(self, known: tuple[Reference, ...], reference: Reference) -> tuple[Reference, ...]:
        """A table added later is asked first; within a table the rows keep their order."""
        table = self.firsts[-1] << FORM_BITS  # the references of the table that is being entered are not below it
        at = 0
        while at < len(known) and known[at] >= table:
            at += 1
        return (*known[:at], reference, *known[at:])


def _folded(cells: Sequence[str]) -> list[str]:
    """The cells of a column, folded in one go."""
    folded = fold("\n".join(cells)).split("\n")
    return folded if len(folded) == len(cells) else [fold(cell) for cell in cells]


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


def _copied(node: Node) -> Node:
    twin = Node()
    twin.ends = node.ends
    for key, child in node.items():
        twin[key] = _copied(child)
    return twin
