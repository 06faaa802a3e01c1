"""Where a verb stands: at the head of its clause, behind its subject, behind a phrase that ends with `ذلك`; where words stood."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence, Set
from typing import Final

from arabnews.document import Document
from arabnews.lexicon.entries import EDGE, Word
from arabnews.lexicon.kept import kept
from arabnews.text.tokens import WORD

WHATS: Final = frozenset({"ما", "مما", "بما", "لما", "عما", "فيما"})
"""`ما` with the prepositions that are written in one with it."""
_CONJUNCTIONS: Final = frozenset(
    {"كما", "فيما", "وفيما", "بينما", "وبينما", "اذ", "حيث", "لكن", "ولكن", "ثم", "قد", "وقد", "فقد", "كذلك"}
)
_BEFORE_VERBS: Final = frozenset(
    {"والذي", "والتي", "انه", "انها", "بانه", "بانها", "لكنه", "لكنها", "ولكنه", "ولكنها", "بعدما", "وبعدما", "عندما"}
    | {"وعندما", "حين", "قد", "فقد", "وقد", "كان", "كانت", "الذي", "التي", "الذين", "ما", "كما", "اذ", "حيث"}
)
"""Particles that only verbs follow, or a subject."""
_SUBJECTS: Final = frozenset({"person_name", "organisation", "place_alias", "nationality", "nominal_source", "medium"})
_BEFORE_THAT: Final = frozenset(
    {"بعد", "قبل", "مع", "الى", "رغم", "غضون", "على", "في", "امام", "اثر", "عقب", "غير", "خلال", "ضوء"}
)
"""With `ذلك` they make a phrase of its own, behind which a verb may stand: `بعد ذلك طلب`."""
_MEANWHILE: Final = frozenset(
    {("في", "الوقت", "نفسه"), ("في", "الوقت", "ذاته"), ("في", "ذات", "الوقت"), ("في", "نفس", "الوقت"), ("في", "وقت", "سابق")}
    | {("في", "وقت", "لاحق"), ("حتى", "الان"), ("من", "جديد"), ("مرة", "اخرى"), ("بشكل", "قاطع")}
)
"""Phrases that stand between a verb and its object as an adverb does."""
MEANWHILE_OPENS: Final = frozenset(phrase[0] for phrase in _MEANWHILE)
ISSUES: Final = frozenset(joined + verb for verb in ("اصدر", "اصدرت", "تصدر", "يصدر") for joined in ("", "و"))
"""What bodies do with texts: `أصدر البرنامج تعميما، مبينا أن`."""
_EARLY: Final = 1000
"""Tokens up to which looking at all that stands before one is faster than a table of where each key stands first."""


class Marks:
    """Where the words and signs stand at which contents begin and end, those of the set `edge`, by their keys."""

    def __init__(self, document: Document) -> None:
        self._by_key: defaultdict[str, list[int]] = defaultdict(list)
        by_key, keys = self._by_key, document.keys
        for at in document.at(EDGE):
            by_key[keys[at]].append(at)

    def at(self, key: str) -> Sequence[int]:
        """The positions of one of the keys, ascending."""
        return self._by_key.get(key, ())

    def of(self, keys: Set[str]) -> list[int]:
        """The positions of some of the keys, those of each together."""
        found: list[int] = []
        for key, positions in self._by_key.items():
            if key in keys:
                found += positions
        return found


def last_with(keys: Sequence[str], wanted: Set[str], first: int, end: int) -> int:
    """The last token of a range with one of these keys, or -1."""
    if first >= end or wanted.isdisjoint(keys[first:end]):
        return -1
    return next(at for at in range(end - 1, first - 1, -1) if keys[at] in wanted)


def occurs_before(document: Document, keys: Set[str], end: int) -> bool:
    """Whether one of these keys stands anywhere before a token; in a long text, where each key stands first is looked up once."""
    if end <= _EARLY:
        return not keys.isdisjoint(document.keys[:end])
    firsts: dict[str, int] | None = document.cache.get(occurs_before)
    if firsts is None:
        firsts = document.cache[occurs_before] = dict(zip(reversed(document.keys), reversed(document.starts), strict=True))
    offset = document.starts[end]
    return any(firsts[key] < offset for key in firsts.keys() & keys)


def ends_phrase(document: Document, at: int) -> bool:
    """Whether `ذلك` at a token ends a phrase of its own: `بعد ذلك أعلن الوزير`."""
    return document.padded_keys[at] == "ذلك" and document.padded_keys[at - 1].removeprefix("و") in _BEFORE_THAT


def follows_subject(document: Document, at: int) -> bool:
    """Whether a name, a role or a particle that only verbs follow stands directly before a token."""
    word = document.words[at - 1]
    return word.key in _BEFORE_VERBS or not word.tags.isdisjoint(_SUBJECTS)


@kept
def may_act(word: Word) -> bool:
    """Whether a word may be a verb that somebody is the subject of."""
    return "cue" in word.tags or "person_verb" in word.tags or word.key in ISSUES


def starts_clause(document: Document, at: int) -> bool:
    """Whether the token stands first in its sentence, or behind a comma, a closing mark, a turn marker or a conjunction."""
    before = document.padded_words[at - 1]
    if at == document.sentence_bounds[at][0] or before.kind is not WORD or before.key in _CONJUNCTIONS:
        return True
    return document.hit_ending(at, "turn_marker") is not None


def past_adverbial(document: Document, at: int) -> int:
    """Past a phrase that stands as an adverb does: `أكدت في الوقت نفسه | أهمية الحوار`; the same token if there is none."""
    keys = tuple(document.keys[at : at + 3])
    return at + (3 if keys in _MEANWHILE else 2 if keys[:2] in _MEANWHILE else 0)
