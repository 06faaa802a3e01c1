"""The nouns of the lexicon: `Entry` (a row), `Morph` (what a generated form is), `Reading` (a word found), `Word`."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from attrs import field, frozen

from arabnews.errors import LexiconError
from arabnews.text.tokens import Kind


def _features(value: Mapping[str, str]) -> Mapping[str, str]:
    return MappingProxyType({str(k): str(v) for k, v in dict(value).items()})


@frozen
class Entry:
    """One row of a lexicon table.

    Args:
        form: the word or phrase in careful spelling; alternatives separated by `|`.
        tag: the table it belongs to, and the tag under which rules find it (`cue`, `month`, `title`, ...).
        inflect: the inflection class that generates its other forms; empty for an invariable word.
        features: the row's other columns.

    Raises:
        LexiconError: if form or tag is empty.

    Example:
        >>> Entry("غرّد", "cue", inflect="cue", features={"imperfect": "يغرد", "stance": "assert"}).form
        'غرّد'
    """

    form: str
    tag: str
    inflect: str = ""
    features: Mapping[str, str] = field(factory=dict, converter=_features, hash=False)

    def __attrs_post_init__(self) -> None:
        for name in ("form", "tag"):
            value = getattr(self, name)
            if not isinstance(value, str) or not value.strip():
                raise LexiconError(f"an entry needs a {name}, got {value!r}", field=name, file=None, line=None)

    def __getitem__(self, feature: str) -> str:
        return self.features.get(feature, "")

    def __reduce__(self) -> tuple[object, ...]:
        return Entry, (self.form, self.tag, self.inflect, dict(self.features))


class Morph(NamedTuple):
    """What an inflection class knows of a form that it generated; empty strings where it does not apply."""

    pos: str = ""
    gender: str = ""
    number: str = ""
    tense: str = ""
    case: str = ""
    construct: bool = False


PLAIN = Morph()


@frozen
class Reading:
    """A lexicon entry as found in a word: the entry, the form's morphology, the proclitics before it.

    Args:
        entry: the row.
        morph: what the form is.
        proclitics: what was peeled (`و`, `ب`, `وال`; `لل` is `لال`).
    """

    entry: Entry
    morph: Morph = PLAIN
    proclitics: str = ""

    def __getitem__(self, feature: str) -> str:
        return self.entry.features.get(feature, "")

    @property
    def tag(self) -> str:
        """The entry's tag."""
        return self.entry.tag

    @property
    def pos(self) -> str:
        """Part of speech: noun, adj, verb, participle, masdar, or empty."""
        return self.morph.pos

    @property
    def gender(self) -> str:
        """`m`, `f` or empty."""
        return self.morph.gender

    @property
    def number(self) -> str:
        """`s`, `d`, `p` or empty."""
        return self.morph.number

    @property
    def tense(self) -> str:
        """`perfect`, `imperfect` or empty."""
        return self.morph.tense

    @property
    def case(self) -> str:
        """`acc`, `obl`, `nom` or empty."""
        return self.morph.case

    @property
    def construct(self) -> bool:
        """Whether the form can only stand before its genitive (`مسؤولو`)."""
        return self.morph.construct

    @property
    def definite(self) -> bool:
        """Whether the article `ال` was peeled."""
        return self.proclitics.endswith("ال")


class Word:
    """A distinct surface, read once and shared by all its tokens.

    Attributes:
        surface: as written.
        key: folded (see `arabnews.text.characters.key`).
        kind: word, figure, mark, break or other.
        readings: single-word lexicon readings, fewest proclitics first.
        tags: the tags of the readings; marks carry `quote`, `stop`, `break`, `bracket`.
        starts: trie nodes of multiword entries that begin with this word, each with the proclitics peeled.
    """

    __slots__ = ("_first", "flags", "key", "kind", "readings", "starts", "surface", "tags")

    def __init__(
        self,
        surface: str,
        key: str,
        kind: Kind,
        readings: tuple[Reading, ...] = (),
        tags: frozenset[str] = frozenset(),
        starts: tuple[tuple[str, Node], ...] = (),
    ) -> None:
        self.surface, self.key, self.kind = surface, key, kind
        self.readings, self.tags, self.starts = readings, tags, starts
        self._first = {reading.entry.tag: reading for reading in reversed(readings)}
        self.flags = (*tags, MULTIWORD) if starts else tuple(tags)

    def get(self, tag: str) -> Reading | None:
        """The first reading with this tag, or None."""
        return self._first.get(tag)

    def all(self, tag: str) -> tuple[Reading, ...]:
        """Every reading with this tag."""
        return tuple(reading for reading in self.readings if reading.entry.tag == tag)

    @property
    def stem(self) -> str:
        """The key without the proclitics of the first reading."""
        if not self.readings or not self.readings[0].proclitics:
            return self.key
        return bare(self.key, self.readings[0].proclitics)

    def __repr__(self) -> str:
        return f"Word({self.surface!r}, tags={sorted(self.tags)})"


MULTIWORD = "*"
"""The flag of words that begin a multiword entry."""


class Node(dict[str, "Node"]):
    """A node of the multiword trie: next key -> node; `ends` holds what ends here."""

    __slots__ = ("ends",)

    def __init__(self) -> None:
        self.ends: tuple[Reference, ...] = ()


class Reference(NamedTuple):
    """A generated form's way back to its row: table number, row number, morphology."""

    table: int
    row: int
    morph: Morph


def bare(key: str, proclitics: str) -> str:
    """A key without its proclitics; `لل` stands for `ل` + `ال`."""
    if proclitics.endswith("لال"):
        return key[len(proclitics) - 1 :]
    return key[len(proclitics) :]
