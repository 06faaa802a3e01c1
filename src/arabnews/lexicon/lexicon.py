"""`Lexicon`: word lists as data, behind an immutable index of tagged forms, and the memo that reads chunks of text."""

from __future__ import annotations

import gc
import re
from bisect import bisect_right
from collections.abc import Iterable
from functools import cache, cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any, Final

from arabnews.lexicon.clitics import allowed, peel
from arabnews.lexicon.compiled import compiled
from arabnews.lexicon.entries import (
    BULK,
    DUAL_ENDING,
    EDGE,
    FOREIGN,
    FORM_BITS,
    LAST_FORM,
    PHRASE_START,
    Entry,
    Found,
    Node,
    Reading,
    Reference,
    Starts,
    Word,
    reading_of,
)
from arabnews.lexicon.index import Index
from arabnews.lexicon.morphology import is_foreign
from arabnews.lexicon.tables import Table, from_entries, from_file, spelled_like
from arabnews.lexicon.word_sets import word_set
from arabnews.text.characters import QUOTE_MARKS, SENTENCE_ENDS, TERMINAL_VARIANTS
from arabnews.text.characters import key as key_of
from arabnews.text.tokens import BREAK, NUMBER, WORD, Kind, are_marks, cut, word_and_mark

if TYPE_CHECKING:
    from pathlib import Path

MEMO_LIMIT: Final = 262_144
"""Distinct chunks kept; past it new ones are read without being kept (measured: better than clearing)."""
_MEMO_CHUNK: Final = 48
_MAX_KEY: Final = 40

_NO_TAGS: Final = frozenset[str]()
_EVERYDAY: Final = frozenset({"common_word"})
_COUNTED: Final = frozenset({"counted", "measure", "currency", "dual_shape"})
_DUAL_ENDINGS: Final = ("ين", "ان")
_EDGES: Final = word_set("edge")
_DUAL_SHAPE: Final = re.compile(r"(?![وفبكل]?ال|لل|[وفب]).{3,}(?:ت|اء)(?:ين|ان)\Z")
"""An unknown word that looks like an indefinite feminine dual (`مدينتين`); the tag `dual_shape`."""

_ABD_SHAPE: Final = re.compile(r"(?:[وفلبك]|ول|فل)?عبدال.{2,}\Z")
"""A name of the class `عبدالفتاح`, servant of one of God's names, written in one; the tag `abd_shape`."""

_OF_NO_ENTRY: Final = frozenset({"abd_shape", FOREIGN, DUAL_ENDING, PHRASE_START, EDGE, "figure", "break", "quote", "stop"})
"""What tells of a word or a mark by its shape."""

FIELDS: Final = 5
"""Fields of each token in a chunk's record: word, key, anchors, gap, length."""

Chunk = tuple[Any, ...]
"""A chunk's tokens, flat: word, key, anchors (the tags by which it is looked for), gap (how far the token lies
behind the end of what stands before it), length. What a chunk has before its first token, the space included, is in that token's
gap; what it has behind its last one is a token without word and key."""


class Memo(dict[str, Chunk]):
    """chunk -> its record, cut and looked up once for each distinct chunk. A token alone is a chunk, too."""

    def __init__(self, lexicon: Lexicon) -> None:
        super().__init__()
        self.lexicon = lexicon

    def __missing__(self, chunk: str) -> Chunk:
        text, mark = word_and_mark(chunk)
        if mark:
            record = self[text] + self[mark][:3] + _JOINED
        elif text:
            record = self._token(text, WORD)
        elif len(chunk) > 1 and are_marks(chunk):
            record = self._marks(chunk)
        else:
            record = self._cut(chunk)
        if len(chunk) <= _MEMO_CHUNK and len(self) < MEMO_LIMIT:
            self[chunk] = record
        return record

    def _token(self, surface: str, kind: Kind) -> Chunk:
        word = self.lexicon.read(surface, kind)
        return (word, word.key, word.anchors, 1, len(surface)) if word.key else (None, "", (), 1, len(surface))

    def _marks(self, chunk: str) -> Chunk:
        joined = {mark: self[mark][:3] + _JOINED for mark in set(chunk)}
        return self[chunk[0]] + tuple(chain.from_iterable(map(joined.__getitem__, chunk[1:])))

    def _cut(self, chunk: str) -> Chunk:
        record: list[Any] = []
        at = -1  # the space before the chunk
        for start, end, kind in cut(chunk):
            surface = chunk[start:end]
            if surface == chunk:
                return self._token(chunk, kind)
            word = self[surface][0]
            if word is not None:
                record += (word, word.key, word.anchors, start - at, end - start)
                at = end
        if at < len(chunk):
            record += (None, "", (), len(chunk) - at, 0)
        return tuple(record)


_JOINED: Final = (0, 1)
"""Gap and length of a mark that is written in one with the word before it."""


class Lexicon:
    """An immutable set of entries, found by any of their forms.

    `Lexicon.default()` holds the package's tables; `adding` and `adding_file` give a new lexicon with more.

    Example:
        >>> lexicon = Lexicon.default().adding([Entry("غرّد", "cue", features={"stance": "assert"})])
        >>> lexicon.look_up("غرد")[0]["stance"]
        'assert'
    """

    def __init__(self, tables: Iterable[Table] = (), *, _index: Index | None = None) -> None:
        self._tables = tuple(tables)
        self._index = _index or Index(self._tables)
        self._entries: dict[int, Entry] = {}
        self._tags: dict[tuple[frozenset[str], tuple[str, ...]], tuple[frozenset[str], tuple[str, ...]]] = {}
        self._looked_up: dict[str, tuple[Reading, ...]] = {}
        self.memo = Memo(self)

    @staticmethod
    def default() -> Lexicon:
        """The package's own lexicon; built once in a process."""
        return _default()

    def adding(self, entries: Iterable[Entry]) -> Lexicon:
        """A new lexicon with more entries.

        Raises:
            LexiconError: if an entry is malformed, names an unknown inflection class, or misspells a column of its table.
        """
        return self._with(spelled_like(from_entries(entries), self._tables))

    def adding_file(self, path: str | Path, tag: str | None = None) -> Lexicon:
        """A new lexicon with the rows of a CSV or TOML file (see `arabnews.lexicon.tables.from_file`).

        Raises:
            LexiconError: naming file, line and field.
        """
        return self._with(spelled_like(from_file(path, tag), self._tables))

    def _with(self, table: Table) -> Lexicon:
        return Lexicon((*self._tables, table), _index=self._index.extended(table))

    def entries(self, tag: str) -> tuple[Entry, ...]:
        """Every entry with this tag, in table order."""
        return tuple(
            table.entry(number)
            for table in self._tables
            if table.tag in (tag, None)
            for number in range(len(table.rows))
            if table.tag == tag or table.entry(number).tag == tag
        )

    def place_of(self, entry: Entry) -> tuple[str, int] | None:
        """The table that holds an entry, and its line there; None if the lexicon does not have it.

        Example:
            >>> lexicon = Lexicon.default()
            >>> lexicon.place_of(lexicon.look_up("يناير")[0].entry)[0]
            'month.csv'
        """
        for table in reversed(self._tables):
            if table.tag not in (entry.tag, None):
                continue
            at = table.header.index("form")
            for number, row in enumerate(table.rows):
                if row[at] == entry.form and table.entry(number) == entry:
                    return table.name, table.lines[number]
        return None

    def look_up(self, word: str) -> tuple[Reading, ...]:
        """The single-word readings of a surface, fewest proclitics first."""
        found = self._looked_up.get(word)
        if found is None:
            known = self.memo.get(word)
            read = known[0] if known is not None and len(known) == FIELDS else None
            found = (read if read is not None and read.kind is WORD else self.read(word, WORD)).readings
            if len(word) <= _MEMO_CHUNK and len(self._looked_up) < MEMO_LIMIT:
                self._looked_up[word] = found
        return found

    def read(self, surface: str, kind: Kind) -> Word:
        """A surface as a `Word`: key, readings, tags, and the multiword entries that it may begin."""
        key = key_of(surface)
        edge = (EDGE,) if key in _EDGES else ()
        if kind is not WORD or len(key) > _MAX_KEY:
            tags, anchors = self._shared(_NO_TAGS if kind is WORD else _mark_tags(surface, kind), edge)
            return Word(surface, key, kind, tags, anchors)
        found, starts = self._analyses(key)
        if not found and key[-1:] in TERMINAL_VARIANTS:
            found, others = self._analyses(key[:-1] + TERMINAL_VARIANTS[key[-1]])
            starts = starts or others
        tags, shape = self._tags_and_shape(key, found, starts)
        tags, anchors = self._shared(tags, shape + edge)
        return Word(surface, key, kind, tags, anchors, found, starts, self)

    def _tags_and_shape(self, key: str, found: Found, starts: Starts) -> tuple[frozenset[str], tuple[str, ...]]:
        """A word's tags, and what else than they a rule starts from in it."""
        forms = self._index.forms
        tags = frozenset([forms[reference & LAST_FORM].tag for _, reference in found]) if found else _NO_TAGS
        shape: tuple[str, ...] = (PHRASE_START,) if starts else ()
        if key.endswith(_DUAL_ENDINGS):
            if tags <= _EVERYDAY and _DUAL_SHAPE.match(key):
                tags |= {"dual_shape"}
            if not tags.isdisjoint(_COUNTED):
                shape = (*shape, DUAL_ENDING)
        if "عبدال" in key and _ABD_SHAPE.match(key):
            tags |= {"abd_shape"}
        if not tags and is_foreign(key):
            shape = (*shape, FOREIGN)
        return tags, shape

    def _shared(self, tags: frozenset[str], shape: tuple[str, ...]) -> tuple[frozenset[str], tuple[str, ...]]:
        """One set of tags and one tuple of anchors for all words of the same tags and shape."""
        shared = self._tags.get((tags, shape))
        if shared is None:
            shared = self._tags[tags, shape] = (tags, (*(tags - BULK), *shape))
        return shared

    def _analyses(self, key: str) -> tuple[Found, Starts]:
        found: list[tuple[str, Reference]] = []
        starts: list[tuple[str, Node]] = []
        singles, trie, forms = self._index.singles.get, self._index.trie, self._index.forms
        for proclitics, rest in peel(key):
            for reference in singles(rest, ()):
                if proclitics:
                    morph = forms[reference & LAST_FORM].morph
                    if not allowed(proclitics, morph.pos, morph.construct):
                        continue
                found.append((proclitics, reference))
            if rest in trie:
                starts.append((proclitics, trie[rest]))
        return tuple(found), tuple(starts)

    def readings(self, found: Found, tag: str = "") -> tuple[Reading, ...]:
        """What a word was found as: every reading, or those with a tag."""
        forms = self._index.forms
        readings = []
        for proclitics, reference in found:
            form = forms[reference & LAST_FORM]
            if not tag or form.tag == tag:
                readings.append(reading_of(self._entry(reference >> FORM_BITS), form.morph, proclitics))
        return tuple(readings)

    def _entry(self, row: int) -> Entry:
        """The entry at a place among all rows."""
        entry = self._entries.get(row)
        if entry is None:
            firsts = self._index.firsts
            table = bisect_right(firsts, row) - 1
            entry = self._entries[row] = self._tables[table].entry(row - firsts[table])
        return entry

    @cached_property
    def anchors(self) -> frozenset[str]:
        """All that words are looked for by."""
        return (self._index.tags | _OF_NO_ENTRY) - BULK

    @cached_property
    def second_keys(self) -> frozenset[str]:
        """The keys that stand second in a multiword entry, in either spelling of their last letter."""
        keys = set(chain.from_iterable(self._index.trie.values()))
        return frozenset(keys | {key[:-1] + TERMINAL_VARIANTS[key[-1]] for key in keys if key[-1] in TERMINAL_VARIANTS})

    def phrases(self, node: Node, proclitics: str) -> tuple[Reading, ...]:
        """The readings of the multiword entries that end at a node of this lexicon's trie."""
        found = node.read.get(proclitics)
        if found is None:
            found = self.readings(tuple([(proclitics, reference) for reference in node.ends]))
            node.read = {**node.read, proclitics: found}
        return found

    def __reduce__(self) -> tuple[Any, ...]:
        default = _default()
        count = len(default._tables)
        if self._tables[:count] == default._tables:
            return _restored, (True, self._tables[count:])
        return _restored, (False, self._tables)

    def __repr__(self) -> str:
        return f"<Lexicon of {sum(len(table.rows) for table in self._tables)} entries in {len(self._tables)} tables>"


def _mark_tags(surface: str, kind: Kind) -> frozenset[str]:
    if kind is NUMBER or kind is BREAK:
        return frozenset({"figure" if kind is NUMBER else "break"})
    tags = set()
    if surface in QUOTE_MARKS or surface == "''":
        tags.add("quote")
    if surface in SENTENCE_ENDS:
        tags.add("stop")
    if surface in "()[]{}":
        tags.add("bracket")
    return frozenset(tags)


@cache
def _default() -> Lexicon:
    collecting = gc.isenabled()
    gc.disable()  # a hundred thousand objects that all stay: looking through them again and again doubles the time
    try:
        tables, index = compiled()
        return Lexicon(tables, _index=index)
    finally:
        if collecting:
            gc.enable()


def _restored(on_default: bool, tables: tuple[Table, ...]) -> Lexicon:
    lexicon = _default() if on_default else Lexicon()
    for table in tables:
        lexicon = lexicon._with(table)
    return lexicon
