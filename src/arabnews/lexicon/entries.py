"""The nouns of the lexicon: `Entry` (a row), `Morph` (what a generated form is), `Reading` (a word found), `Word`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any, Final, NamedTuple, Protocol

from attrs import field, frozen

from arabnews.errors import LexiconError
from arabnews.spans import draft_of
from arabnews.text.tokens import Kind


def _features(value: Mapping[str, str]) -> Mapping[str, str]:
    row = dict(value)
    return MappingProxyType(dict(zip(map(str, row), map(str, row.values()), strict=True)))


_SPEECH: Final = "clause colon quote"


@cache
def _listed(items: str) -> frozenset[str]:
    return frozenset(items.split())


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
    frame: frozenset[str] = field(init=False, eq=False, repr=False)
    """What the column `frame` of a verb of saying lists: what it governs, what opens its content; without one, that of speech."""
    _cells: dict[str, str] = field(init=False, eq=False, repr=False)
    """The features, without the view that keeps others from changing them: rules ask for some at every hit."""

    def __attrs_post_init__(self) -> None:
        for name, value in (("form", self.form), ("tag", self.tag)):
            if not isinstance(value, str) or not value.strip():
                raise LexiconError(f"an entry needs a {name}, got {value!r}", field=name, file=None, line=None)
        if not isinstance(self.inflect, str):
            raise LexiconError(
                f"inflect names a class, got {self.inflect!r}; give columns as features={{...}}",
                field="inflect",
                file=None,
                line=None,
            )
        object.__setattr__(self, "_cells", dict(self.features))
        object.__setattr__(self, "frame", _listed(self["frame"] or _SPEECH))

    def __getitem__(self, feature: str) -> str:
        return self._cells.get(feature, "")

    def __reduce__(self) -> tuple[object, ...]:
        return Entry, (self.form, self.tag, self.inflect, dict(self.features))


_EntryDraft: Final = draft_of(Entry)


def entry_of_row(form: str, tag: str, inflect: str, cells: dict[str, str]) -> Entry:
    """The entry of a table's row, without the checks that the table has made: a new text asks for many."""
    draft = _EntryDraft()
    draft.form, draft.tag, draft.inflect, draft.features, draft._cells = form, tag, inflect, MappingProxyType(cells), cells
    draft.frame = _listed(cells.get("frame") or _SPEECH)
    draft.__class__ = Entry
    entry: Entry = draft
    return entry


class Morph(NamedTuple):
    """What an inflection class knows of a form that it generated; empty strings where it does not apply."""

    pos: str = ""
    gender: str = ""
    number: str = ""
    tense: str = ""
    case: str = ""
    construct: bool = False


PLAIN = Morph()


@frozen(init=False)
class Reading:
    """A lexicon entry as found in a word: the entry, the form's morphology, the proclitics before it.

    Args:
        entry: the row.
        morph: what the form is.
        proclitics: what was peeled (`و`, `ب`, `وال`; `لل` is `لال`).

    Example:
        >>> from arabnews import Article, Document, Lexicon
        >>> document = Document(Article("وقالت الوزارة."), Lexicon.default())
        >>> reading = document.hits("cue")[0].reading
        >>> reading.entry.form, reading.tag, reading.proclitics
        ('قال', 'cue', 'و')
    """

    entry: Entry
    morph: Morph = PLAIN
    proclitics: str = ""
    tag: str = field(init=False, eq=False, repr=False)
    """The entry's tag."""
    pos: str = field(init=False, eq=False, repr=False)
    """Part of speech: noun, adj, verb, participle, masdar, or empty."""
    gender: str = field(init=False, eq=False, repr=False)
    """`m`, `f` or empty."""
    number: str = field(init=False, eq=False, repr=False)
    """`s`, `d`, `p` or empty."""
    tense: str = field(init=False, eq=False, repr=False)
    """`perfect`, `imperfect` or empty."""
    case: str = field(init=False, eq=False, repr=False)
    """`acc`, `obl`, `nom` or empty."""
    construct: bool = field(init=False, eq=False, repr=False)
    """Whether the form can only stand before its genitive (`مسؤولو`)."""
    definite: bool = field(init=False, eq=False, repr=False)
    """Whether the article `ال` was peeled."""
    frame: frozenset[str] = field(init=False, eq=False, repr=False)
    """The entry's frame."""
    opener: str = field(init=False, eq=False, repr=False)
    """The entry's column `opener`: `yes`, `no`, `near` or empty."""
    type: str = field(init=False, eq=False, repr=False)
    """The entry's column `type`: what kind of place, title or body it is, or empty."""
    certainty: str = field(init=False, eq=False, repr=False)
    """The entry's column `certainty`: `sure` of what is most of all a part of names, or empty."""
    _cells: dict[str, str] = field(init=False, eq=False, repr=False)

    def __init__(self, entry: Entry, morph: Morph = PLAIN, proclitics: str = "") -> None:
        object.__setattr__(self, "__class__", _Draft)
        _filled(self, entry, morph, proclitics)

    @property
    def preposition(self) -> str:
        """The preposition written in one with the word, `ب`, `ل` or `ك`, or empty: `ل` in `وللوزارة`."""
        last = self.proclitics.removesuffix("ال")[-1:]
        return last if last in ("ب", "ل", "ك") else ""

    def __getitem__(self, feature: str) -> str:
        try:
            return self._cells[feature]
        except KeyError:  # rare: a row has every column of its table
            return ""


_Draft: Final = draft_of(Reading)


def _filled(draft: Any, entry: Entry, morph: Morph, proclitics: str) -> Reading:
    """The reading that a draft becomes: all are plain fields, as rules ask for them at every hit."""
    draft.entry, draft.morph, draft.proclitics, draft.tag = entry, morph, proclitics, entry.tag
    draft.pos, draft.gender, draft.number, draft.tense, draft.case, draft.construct = morph
    draft.definite, draft.frame = proclitics.endswith("ال"), entry.frame
    cells = draft._cells = entry._cells
    feature = cells.get
    draft.opener, draft.type, draft.certainty = feature("opener", ""), feature("type", ""), feature("certainty", "")
    draft.__class__ = Reading
    reading: Reading = draft
    return reading


def reading_of(entry: Entry, morph: Morph, proclitics: str) -> Reading:
    """The same as `Reading(...)`, without what calling a class costs: every new word makes some."""
    return _filled(_Draft(), entry, morph, proclitics)


class _FirstReadings(dict[str, "Reading | None"]):
    """A word's first reading with each tag that somebody has asked it for: what nobody asks for is not made."""

    __slots__ = ("_word",)

    def __init__(self, word: Word) -> None:
        super().__init__()
        self._word: Final = word

    def __missing__(self, tag: str) -> Reading | None:
        found = self._word.all(tag) if tag in self._word.tags else ()
        reading = self[tag] = found[0] if found else None
        return reading


class _Seen:
    """What rules look at in every word: slots of a base stand first, and so in one line of the processor's cache."""

    __slots__ = ("anchors", "get", "key", "kind", "starts", "tags")


class Word(_Seen):
    """A distinct surface, read once and shared by all its tokens; its readings are made when somebody asks for them.

    Attributes:
        surface: as written.
        key: folded (see `arabnews.text.characters.key`).
        kind: word, figure, mark, break or other.
        tags: the tags of the readings; marks carry `quote`, `stop`, `break`, `bracket`.
        anchors: what rules start from: those of the tags that are not in `BULK`, and `FOREIGN`, `DUAL_ENDING`, `PHRASE_START`,
            `EDGE`; a document keeps their positions.
        starts: trie nodes of multiword entries that begin with this word, each with the proclitics peeled.

    Example:
        >>> from arabnews import Article, Document, Lexicon
        >>> document = Document(Article("وصلت خمس سفن."), Lexicon.default())
        >>> word = document.words[0]
        >>> word.surface, word.key, len(word.readings) > 0
        ('وصلت', 'وصلت', True)
    """

    __slots__ = ("_by_tag", "_found", "_lexicon", "_readings", "surface")

    get: Callable[[str], Reading | None]
    """`get(tag)`: the first reading with a tag, or None. The `get` of a dict, as rules ask it of every token they look at."""

    def __init__(
        self,
        surface: str,
        key: str,
        kind: Kind,
        tags: frozenset[str] = frozenset(),
        anchors: tuple[str, ...] = (),
        found: Found = (),
        starts: Starts = (),
        lexicon: Reader | None = None,
    ) -> None:
        self.surface, self.key, self.kind, self.tags, self.anchors, self.starts = surface, key, kind, tags, anchors, starts
        self._found, self._lexicon = found, lexicon
        self._readings: tuple[Reading, ...] | None = None if found else ()
        self._by_tag = _NO_LISTS
        self.get = self._first_get if found else _get_nothing

    def _first_get(self, tag: str) -> Reading | None:
        """What `get` is until it is asked something."""
        self.get = _FirstReadings(self).__getitem__
        return self.get(tag)

    @property
    def readings(self) -> tuple[Reading, ...]:
        """Single-word lexicon readings, fewest proclitics first."""
        if self._readings is None:
            self._readings = self._lexicon.readings(self._found)  # type: ignore[union-attr]
        return self._readings

    def all(self, tag: str) -> tuple[Reading, ...]:
        """Every reading with this tag."""
        found = self._by_tag.get(tag)
        if found is None and tag in self.tags:
            found = self._lexicon.readings(self._found, tag) if self._lexicon is not None else ()
            self._by_tag = {**self._by_tag, tag: found}
        return found or ()

    @property
    def stem(self) -> str:
        """The key without the proclitics of the first reading."""
        if not self._found or not self._found[0][0]:
            return self.key
        return bare(self.key, self._found[0][0])

    def __repr__(self) -> str:
        return f"Word({self.surface!r}, tags={sorted(self.tags)})"


KEPT_WORDS: Final = 4096
"""How many words a rule that looks at nothing but a word keeps its answers for: the frequent ones come back in every article."""
_get_nothing: Final[Callable[[str], Reading | None]] = dict[str, Reading]().get
_NO_LISTS: Final[dict[str, tuple[Reading, ...]]] = {}


FOREIGN: Final = "?foreign"
"""The anchor of words that no single-word entry knows, spelt like foreign names."""

DUAL_ENDING: Final = "?dual"
"""The anchor of words that can be counted and end like a dual."""

PHRASE_START: Final = "?phrase"
"""The anchor of words that may begin a multiword entry."""

EDGE: Final = "?edge"
"""The anchor of the words and signs at which what somebody says may begin or end (`edge` in `word_sets.txt`)."""

BULK: Final = frozenset(
    {"common_word", "function_word", "clause_opener", "field", "quoted_name_head", "nominal_source", "act_noun", "number_label"}
    | {"counted", "dual_shape", "bracket", "bound", "currency", "measure", "concept_trigger", "percent", "not_dual"}
)
"""Tags from which no rule starts: documents keep no positions of them and search when somebody asks."""


_NOTHING_READ: Final[dict[str, tuple[Reading, ...]]] = {}


class Node(dict[str, "Node"]):
    """A node of the multiword trie: next key -> node; `ends` holds what ends here, `read` its readings by proclitics."""

    __slots__ = ("ends", "read")

    def __init__(self) -> None:
        self.ends: tuple[Reference, ...] = ()
        self.read = _NOTHING_READ


Starts = tuple[tuple[str, Node], ...]
"""Proclitics and trie node of each way in which a word begins a multiword entry."""


class Inflected(NamedTuple):
    """What a generated form is, and the tag of its row."""

    morph: Morph
    tag: str


FORM_BITS: Final = 16
LAST_FORM: Final = (1 << FORM_BITS) - 1
Reference = int
"""A generated form's way back to its row, as one number: the row's place in the lexicon, and behind it, in the last `FORM_BITS`
bits, which `Inflected` of the lexicon the form is. A lexicon has some 70,000."""

Found = tuple[tuple[str, Reference], ...]
"""Proclitics and reference of each reading of a word."""


class Reader(Protocol):
    """What a word asks for its readings."""

    def readings(self, found: Found, tag: str = "") -> tuple[Reading, ...]: ...


def bare(key: str, proclitics: str) -> str:
    """A key without its proclitics; `لل` stands for `ل` + `ال`."""
    if proclitics.endswith("لال"):
        return key[len(proclitics) - 1 :]
    return key[len(proclitics) :]
