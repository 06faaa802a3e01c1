"""The parts of a person's name: how many tokens the next one takes, by short rules in order; the first that knows answers.

A rule gets the document, the token where the part would start, how many tokens the name has so far, and whether a title stands
before it. It returns the number of tokens of the part, 0 if the name cannot go on here, or None if it does not know.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Final

from arabnews.document import Document
from arabnews.extractors.mentions.compounds import (
    MIDDLE,
    OF_THE_FAITH,
    PARTICULAR,
    SECOND,
    abd_shape,
    connector,
    father,
    joined_servant,
    middle,
    particle,
    regnal,
    second_given,
    servant,
    son,
    theophoric,
)
from arabnews.extractors.mentions.families import (
    NAMES,
    NO_END,
    NOUNS,
    PRONOUNS,
    REGNAL,
    SHAPES,
    SONS,
    TANWIN,
    certainty,
    closes,
    ends_chain,
    ends_name,
    family,
    foreign,
    foreign_family,
    is_bounded,
    is_family_name,
    is_foreign_word,
    is_joined,
    is_marked,
    is_telling_family,
    is_unlisted_family,
    looks_verb,
    may_be_foreign,
)
from arabnews.extractors.mentions.found import CLOSED, definite, is_definite, is_unknown, is_word, other_tags
from arabnews.extractors.mentions.stops import (
    NO_PARTS,
    begins_with_clitic,
    has_pronoun,
    is_after_family,
    is_another,
    is_barred,
    is_deed,
    is_nation,
    is_next,
    is_no_part,
    is_of_god,
    is_relative,
    is_title,
    is_told,
)
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.lexicon.morphology import is_foreign, is_native
from arabnews.lexicon.name_words import CONNECTORS, PARTICLES, THEOPHORIC
from arabnews.text.tokens import NUMBER, WORD

Rule = Callable[[Document, int, int, bool], int | None]
_MONTHS: Final = frozenset({"شباط", "تموز", "رمضان", "شعبان", "رجب", "ربيع", "محرم"})
"""Months that are family names too."""
_OTHERS: Final = frozenset({"nationality", "title", "org_head", "place_type", "facility_head"})
"""What is told of somebody or something, and no name."""
_ALIKE: Final = frozenset({"place", "place_alias", "organisation", "club", "person_name", "dual_shape"})
_EVERYDAY: Final = frozenset({"common_word", "person_name", "dual_shape", "day_part", "concept_trigger"})
_COMMAS: Final = frozenset({"،", ","})
_NO_APPOSED: Final = frozenset(
    {"deictic", "weekday", "month", "time_unit", "day_part", "number", "bound", "relative", "ordinal", "turn_marker"}
    | {"place", "place_alias", "organisation", "club", "person_verb"}
)
"""What may stand between somebody's given name and a comma, and is no name."""
_TELLING: Final = frozenset({"الذي", "التي", "وهو", "وهي"})
_LISTED: Final = PARTICULAR | _MONTHS | NO_PARTS
_FIRST_HALVES: Final = CONNECTORS | PARTICLES | OF_THE_FAITH


def part(document: Document, at: int, parts: int, titled: bool) -> int:
    """How many tokens the next part of a name takes: 0 if none. The first one is a word that may begin a name."""
    word = document.padded_words[at]
    known = _rules_by_place(word)
    if known is None:
        return 2 if parts and word.key == "-" and _is_hyphenated(document, at) else 0
    if parts and document.keys[at - 1] in REGNAL:
        return 0  # nothing behind `محمد السادس`
    place = parts * 4 + titled
    halved = document.padded_keys[at + 1] in THEOPHORIC
    if halved:
        place += 2
    asked = known.get(place)
    if asked is None:
        asked = known[place] = _asked_of(word, halved, parts, titled)
    rules, answer = asked
    for rule in rules:
        taken = rule(document, at, parts, titled)
        if taken is not None:
            return taken
    return answer


def may_begin(word: Word) -> bool:
    """Whether a word may begin a name: a known part of names, the first half of one."""
    if "person_name" in word.tags or "abd_shape" in word.tags:
        return True
    return word.key in _FIRST_HALVES or word.key[1:] in _FIRST_HALVES


@kept
def may_follow_title(word: Word) -> bool:
    """Whether a word may begin a name behind a title: what may begin any, and what no other table knows."""
    return word.tags <= NAMES or may_begin(word)


def _is_hyphenated(document: Document, at: int) -> bool:
    """`كيم جونغ - إيل`, `كيم جونغ-أون`: whether a hyphen joins two short foreign parts, or touches two."""
    if not is_word(document, at + 1):
        return False
    touching = document.ends[at - 1] == document.starts[at] and document.ends[at] == document.starts[at + 1]
    sides = document.words[at - 1], document.words[at + 1]
    if touching and "famous_person" not in sides[0].tags and any(is_foreign(side.key) for side in sides):
        return all("person_name" in side.tags or foreign(side) for side in sides)
    return all(len(document.keys[side]) < 6 and is_foreign_word(document, side) for side in (at - 1, at + 1))


def _opening(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """The first word: a known part of names, or a foreign word behind a title."""
    word = document.words[at]
    if "person_name" in word.tags:
        return 1
    return int(titled and word.tags.isdisjoint(_OTHERS) and may_be_foreign(document, at) and not is_definite(document, at))


def _apposed(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`روبرت ورد، مدير المركز`, `، نبيل ملك، سالم ...`: any word before a comma and a role, or between names of a list."""
    words, keys = document.padded_words, document.padded_keys
    if keys[at + 1] not in _COMMAS or not _is_only_given(words[at - 1]):
        return None
    if keys[at + 2] in _TELLING:
        return 1
    role = words[at + 2].get("title")
    if role is not None and role.type == "role" and not role.proclitics and role.number == "s":
        return 1
    listed = keys[at - 1][0] == "و" or keys[at - 2] in _COMMAS
    return 1 if listed and certainty(document, at + 2) == "sure" else None


@kept
def _is_only_given(word: Word) -> bool:
    """A sure given name that is nothing else."""
    name = word.get("person_name")
    if "abd_shape" in word.tags:
        return True
    given = name is not None and name.certainty == "sure" and name["role"] != "family" and name.proclitics in ("", "و")
    return given and word.key.removeprefix("و") not in NOUNS and not other_tags(word)


def _may_be_apposed(word: Word) -> bool:
    """Whether a word may be a family name before a comma: an adverb, a verb, what has an ending or a pronoun is none."""
    if definite(word) or word.surface.endswith(TANWIN) or (word.key.endswith(PRONOUNS) and not is_foreign(word.key)):
        return False
    if "person_name" not in word.tags and not word.tags.isdisjoint(_NO_APPOSED):
        return False
    if looks_verb(word.key) or (word.key[-1] in "اه" and is_native(word.key[:-1])):
        return False  # `سابقا`, `وحده`
    return all(reading.proclitics for reading in word.all("function_word"))


def _everyday_end(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """An everyday word at the name's end: `السيد أحمد شرف:`."""
    return 1 if parts == 1 and ends_name(document, at, titled) else None


def _month(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`حميد شباط`"""
    if parts != 1 or document.keys[at] not in _MONTHS or not certainty(document, at - 1):
        return None
    return int(at + 1 == len(document) or document.words[at + 1].kind is not NUMBER)


def _chain_end(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`خالد بن سالم بحري،`"""
    return 1 if titled and parts > 2 and ends_chain(document, at) else None


def _family(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """Behind a sure given name: `طارق العيسى`, `مايكل بالاك`."""
    sure = parts == 1 and certainty(document, at - 1) == "sure"
    return 1 if sure and (family(document, at, titled) or foreign_family(document, at)) else None


def _place_too(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`هربرت جورج ويلز،`, `اللاعب أنطونيو فالنسيا`: a foreign family name that is a place or a body too."""
    word = document.words[at]
    if not word.tags or not word.tags <= _ALIKE or is_definite(document, at) or is_native(word.key):
        return None
    before = document.words[at - 1].get("person_name")
    given = before is not None and before.certainty == "sure" and before["role"] == "given" and is_foreign(document.keys[at - 1])
    marked = is_marked(document, at + 1) or (titled and is_bounded(document, at + 1))
    return 1 if given and marked and any(not reading.proclitics for reading in word.readings) else None


def _unlisted(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """A rare word that no table lists, behind a sure given name: `فهد كاملي`, `عبدالعزيز فلاتة`, `كريم بوضيف`."""
    if parts != 1 or document.words[at].tags - SHAPES or is_joined(document, at):
        return None
    if certainty(document, at - 1) != "sure":
        return 1 if is_telling_family(document, at) else None
    return 1 if is_unlisted_family(document, at) and not has_pronoun(document, at) else None


def _between(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`عبدالله يامين عبدالقيوم`: an unlisted part between sure ones."""
    if not certainty(document, at + 1) == "sure" == certainty(document, at - 1):
        return None
    fathered = is_family_name(document, at + 1) and is_definite(document, at + 1) and not is_definite(document, at)
    if fathered and document.words[at].tags <= _EVERYDAY and not document.keys[at].endswith("ا"):
        return 1  # `فهد بتال الدوسري`
    if document.words[at].tags - SHAPES:
        return None
    key = document.keys[at]
    addressed = key.endswith("ك") and document.lexicon.look_up(key[:-1])  # `عليك`
    return int(key[0] not in "وبل" and not addressed and not has_pronoun(document, at))


def _behind_compound(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`عبد القادر خمري.`, `سعد الدين العثماني`"""
    if parts != 2:
        return None
    key = document.keys[at]
    if document.keys[at - 2].endswith("عبد") and is_unknown(document, at) and is_bounded(document, at + 1):
        return int(key[0] not in "وبل" or (key[0] == "ل" and key.endswith("ي")))
    if document.keys[at - 1] not in THEOPHORIC:
        return None
    if is_foreign_word(document, at) or (key.endswith("ي") and family(document, at, titled)):
        return 1
    rare = not document.words[at].tags - SHAPES and not is_joined(document, at) and not has_pronoun(document, at)
    return 1 if rare and is_unlisted_family(document, at) else None  # `نور الدين ضراغمة`


def _rare_end(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """`محمد توفيق بلو:`, and a foreign word behind two others."""
    if parts not in (2, 3) or not is_unknown(document, at):
        return None
    if parts == 2 and is_bounded(document, at + 1) and certainty(document, at - 1) and document.keys[at][0] not in "ابلفسو":
        return 1
    return 1 if is_foreign_word(document, at - 1) and is_foreign_word(document, at) else None


def _known(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """A known part of names that is not, most of the time, an everyday word."""
    word = document.words[at]
    reading = word.get("person_name")
    if reading is None:
        return None if word.tags.isdisjoint(_OTHERS) else 0
    everyday = word.get("common_word")
    if reading.proclitics or everyday is None or reading.certainty == "sure" or is_definite(document, at):
        return int(not reading.proclitics)
    servant_before = document.padded_keys[at - 2].endswith("عبد")
    return int(everyday["rate"] != "often" and (parts == 1 or servant_before or is_bounded(document, at + 1)))


def _definite(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """A family name with the article that no table lists: `محمد علي العظيمي`, `سالم بن عبدالله العسكر،`."""
    if not is_definite(document, at):
        return None
    word, key = document.words[at], document.keys[at]
    if not key.startswith("ال"):
        return 0
    if not word.tags and (key.endswith("ي") or titled) and (parts > 1 or (titled and key.endswith("ي"))):
        return 1
    return int((parts > 1 and closes(document, at)) or ("common_word" not in word.tags and not is_native(key)))


def _strange(document: Document, at: int, parts: int, titled: bool) -> int | None:
    """Behind a title, a word that no table knows: `أنيس غديرة`, `تشارليز ثيرون`."""
    key = document.keys[at]
    if not titled:
        return None
    if parts > 3 or looks_verb(key):
        return 0
    bounded, sure = is_bounded(document, at + 1), certainty(document, at - 1) == "sure"
    strange = not document.words[at].tags - SHAPES and key[0] not in "وفبلسك" and not key.endswith(("ا", "ه")) and bounded
    if parts == 1 and strange and (sure or is_foreign_word(document, at - 1)):
        return 1
    rare = bounded and sure and is_unknown(document, at) and not key.startswith("و")
    return int(may_be_foreign(document, at) or (rare and not has_pronoun(document, at)))


_BEGINNINGS: Final[tuple[Rule, ...]] = (
    *(is_of_god, begins_with_clitic, is_relative, particle, joined_servant, father, servant, connector, abd_shape, theophoric),
    *(is_no_part, is_nation, _opening),
)
_CONTINUATIONS: Final[tuple[Rule, ...]] = (
    *(is_of_god, is_told, second_given, middle, _apposed, is_title, is_relative, son, particle, father, servant, connector),
    *(
        is_next,
        abd_shape,
        theophoric,
        regnal,
        is_another,
        _everyday_end,
        _month,
        _chain_end,
        is_no_part,
        is_deed,
        is_after_family,
    ),
    *(_family, _place_too, _unlisted, _between, _behind_compound, _rare_end, _known, _definite, _strange),
)

# Most rules answer for some words only: those of a list, with or without a proclitic; before a second half of a name; with
# letters that may be clitics; with a tag, or without one; behind a title; at one place in the name.
_OF_PARTICULAR_WORDS: Final[tuple[Rule, ...]] = (
    *(is_told, is_relative, particle, joined_servant, father, servant, connector, second_given, middle, son, regnal, _month),
)
_OF_WORDS: Final[dict[Rule, frozenset[str]]] = {
    is_told: NO_PARTS,
    is_relative: frozenset({"ابن"}),
    particle: PARTICLES,
    servant: frozenset({"عبد"}),
    second_given: SECOND,
    middle: MIDDLE,
    son: SONS,
    regnal: REGNAL,
    _month: _MONTHS,
}
"""The words that some of these answer for."""
_OF_CLITICS: Final[tuple[Rule, ...]] = (is_another, begins_with_clitic)
_OF_FIRST_HALVES: Final[tuple[Rule, ...]] = (is_of_god, theophoric)
_OF_TAGS: Final[dict[Rule, frozenset[str]]] = {
    begins_with_clitic: frozenset({"person_name"}),
    abd_shape: frozenset({"abd_shape"}),
    is_no_part: CLOSED | {"cue"},
    is_nation: frozenset({"nationality"}),
    is_title: frozenset({"title"}),
    is_next: frozenset({"person_name"}),
    _known: _OTHERS | {"person_name"},
}
_OF_UNKNOWN_WORDS: Final[tuple[Rule, ...]] = (_unlisted, _rare_end)
_NOT_OF_TAGS: Final[dict[Rule, frozenset[str]]] = {_everyday_end: NO_END}
_BEHIND_TITLES: Final[tuple[Rule, ...]] = (begins_with_clitic, regnal, _chain_end, _strange)
_BEHIND_PARTS: Final[dict[Rule, range]] = {
    is_next: range(3, 100),
    is_deed: range(2, 100),
    is_after_family: range(1, 2),
    _apposed: range(1, 2),
    _everyday_end: range(1, 2),
    _month: range(1, 2),
    _chain_end: range(3, 100),
    _family: range(1, 2),
    _unlisted: range(1, 2),
    _behind_compound: range(2, 3),
    _rare_end: range(2, 4),
}


_PLAIN, _CLITIC, _PARTICULAR = range(3)
_Asked = tuple[tuple[Rule, ...], int]
"""Rules, and the answer where none of them knows."""


@kept
def _rules_by_place(word: Word) -> dict[int, _Asked] | None:
    """What is asked of a word, by where in a name it stands: filled as it is met there; None if it is no part of any."""
    return None if word.kind is not WORD or is_barred(word) else {}


def _asked_of(word: Word, halved: bool, parts: int, titled: bool) -> _Asked:
    """What is asked of a word behind so many tokens of a name.

    Args:
        halved: whether it stands before a second half of a name.
        titled: whether a title stands before the name.
    """
    kind = _kind(word)
    rules, answer = _asked_of_tags(word.tags, kind, halved, parts, titled)
    if _apposed in rules and not _may_be_apposed(word):
        rules = tuple([rule for rule in rules if rule is not _apposed])
    if kind == _PARTICULAR:
        rules = tuple([rule for rule in rules if rule not in _OF_WORDS or word.key in _OF_WORDS[rule]])
    return rules, answer


@cache
def _asked_of_tags(tags: frozenset[str], kind: int, halved: bool, parts: int, titled: bool) -> _Asked:
    """The rules to ask, up to one whose answer the tags tell; and the answer where none of them knows."""
    rules = _rules_for_tags(tags, kind, halved, parts, titled)
    for count, rule in enumerate(rules):
        if rule is _opening and "person_name" in tags:
            return rules[:count], 1
        if rule is is_no_part and not tags.isdisjoint(CLOSED):
            return rules[:count], 0
    return rules, 0


def _kind(word: Word) -> int:
    """Whether a word is one of a list, or has a clitic or may have one by its letters."""
    key, reading = word.key, word.get("person_name")
    if key in _LISTED or key[1:] in _LISTED:
        return _PARTICULAR
    peeled = reading is not None and reading.proclitics != ""
    return _CLITIC if peeled or key[0] in "وبل" or key[-1] == "ه" else _PLAIN


def _rules_for_tags(tags: frozenset[str], kind: int, halved: bool, parts: int, titled: bool) -> tuple[Rule, ...]:
    """The rules that may answer for a word with these tags of which `_kind` says so."""
    return tuple(
        rule
        for rule in (_CONTINUATIONS if parts else _BEGINNINGS)
        if (kind == _PARTICULAR or rule not in _OF_PARTICULAR_WORDS)
        and (kind != _PLAIN or rule not in _OF_CLITICS)
        and (halved or rule not in _OF_FIRST_HALVES)
        and (rule not in _NOT_OF_TAGS or tags.isdisjoint(_NOT_OF_TAGS[rule]))
        and (rule not in _OF_TAGS or not tags.isdisjoint(_OF_TAGS[rule]))
        and (rule not in _OF_UNKNOWN_WORDS or tags <= SHAPES)
        and (rule not in _BEHIND_TITLES or titled)
        and (rule not in _BEHIND_PARTS or parts in _BEHIND_PARTS[rule])
        and not (rule is _place_too and not (tags and tags <= _ALIKE))
    )
