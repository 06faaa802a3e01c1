"""Subjects that a verb shares with a clause around it: of relative clauses, and of clauses that begin with their subject.

`التقديرات التي تشير إلى`, `دراسة حديثة تؤكد أن`, `لكن الأبحاث أوضحت أن` (Ryding 2005, ch. 14 and 18).
"""

from __future__ import annotations

from typing import Final

from arabnews.document import Document
from arabnews.enums import LOC, NAME, ORG, PER
from arabnews.extractors.claims.event import COMPLEMENTISERS, Event
from arabnews.extractors.claims.extents import ADJUNCTS, ADVERBS, RELATIVES
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.extractors.claims.positions import last_with
from arabnews.model import Mention
from arabnews.text.tokens import NUMBER, WORD

_GENDERS: Final = {"الذي": "m", "التي": "f", "الذين": "m", "والذي": "m", "والتي": "f", "والذين": "m"}
JOINING: Final = _GENDERS.keys()
"""Relative pronouns."""
_OBJECTS: Final = {"الذي": "ه", "التي": "ها", "الذين": "هم"}
"""The pronoun behind a verb that refers back to the noun before its relative clause."""
_OPENERS: Final = COMPLEMENTISERS | {"لكن", "ولكن", "فيما", "وفيما", "بينما", "وبينما", "حيث", "اذ", "كون", "غير", "ان"}
_BEGINNING: Final = frozenset(
    {"راح", "راحت", "اخذ", "اخذت", "بدا", "بدات", "ظل", "ظلت", "بات", "باتت", "اصبح", "اصبحت", "عاد", "عادت", "كان", "كانت"}
    | {"يزال", "تزال", "زال", "زالت", "انبرى"}
)
"""Verbs before whose subject, and an imperfect behind it, one begins, goes on or comes to do something (Ryding 2005, 36.4)."""
_STARTING: Final = _OPENERS | {joined + verb for verb in _BEGINNING for joined in ("", "و", "ف")}
"""What may stand before a clause's subject."""
_COMMAS: Final = frozenset("،,")
RESUMPTIVE: Final = frozenset({"فيه", "فيها", "خلاله", "خلالها", "عبره", "عبرها", "بموجبه", "بموجبها"})
_IMPERSONAL: Final = frozenset({"تم", "يتم", "سيتم", "يجب", "ينبغي", "يمكن", "ليس", "ليست", "لا", "لم", "لن", "من", "في"})
"""What follows a pronoun that stands for no noun (Ryding 2005, 12.5)."""
_LAWS: Final = frozenset(
    {"قانون", "نظام", "دستور", "اتفاق", "اتفاقية", "معاهدة", "قرار", "مرسوم", "فصل", "مادة", "بند", "ميثاق", "لائحة", "مشروع"}
)
LEGAL: Final = frozenset({"نص", "قضى", "اشترط"})
"""What laws do."""
_AUXILIARIES: Final = frozenset({"كان", "كانت", "كانوا", "كانا", "كانتا", "قد"})
_CLAUSE: Final = 14
_ADJUNCT: Final = 9
_RUN: Final = 5
_JOINED: Final = 24
_LAW: Final = 60
_PARTING: Final = frozenset({"الذي", "التي"})
_PARTED: Final = 12


def relative(phrases: NounPhrases, event: Event) -> tuple[bool, Mention | None]:
    """Whether a verb stands in a relative clause as its subject's, and the noun phrase before the clause if it can speak.

    `الخطة التي قال إنها ستنجح` is no such clause: its pronoun comes back in the content.
    """
    document, cue = phrases.document, event.cue
    at = cue - 1
    if event.reading.proclitics or event.reading.pos != "verb" or at < 1:
        return False, None
    gender = _GENDERS.get(document.keys[at])
    if gender is None:
        return False, None
    plural = document.keys[at].endswith("الذين")
    if (event.reading.gender and event.reading.gender != gender) or plural != (event.reading.number == "p"):
        return False, None
    if document.keys[cue].endswith(_OBJECTS[document.keys[at].removeprefix("و")]) and "pers" in event.reading.frame:
        return False, None  # `القوات التي وصفها بالداعم`: whom he calls so
    opener = document.keys[event.content - 1]
    dummy = opener.endswith("نه") and document.padded_keys[event.content] in _IMPERSONAL  # `البيان الذي أكد أنه سيتم`
    comes_back = opener.endswith("هم") or (not plural and (opener.endswith("ها") or opener[-1:] == "ه") and not dummy)
    if event.opener == "clause" and comes_back:
        return False, None
    at = _first_relative(phrases, at)
    law = event.reading.entry.form in LEGAL
    for head in range(at - 1, max(at - _CLAUSE, document.sentence_bounds[cue][0] - 1), -1):
        plain = document.words[head].kind in (WORD, NUMBER) or document.keys[head] in "،()"  # `قانون سنة 2004 والذي`
        if document.keys[head] in _OPENERS or not plain:
            break
        bare = document.keys[head].removeprefix("وال").removeprefix("ال")
        known = bare in _LAWS if law else bool(document.words[head].tags & {"title", "nominal_source", "org_head"})
        described = document.padded_keys[head - 1].startswith("ال") and "function_word" not in document.words[head - 1].tags
        if known and bare != document.keys[head] and described and not law:
            continue  # `الحملات الإعلامية التي`
        named = phrases.by_token.get(head)
        named = None if plural or named is None or named.kind not in (PER, ORG) else named
        other = named is not None and named.kind is PER and named.gender not in ("", gender)
        if named is not None and not (law or other) and document.token_at(named.span.end - 1) >= at - 2:
            return True, named
        number = next((r.number for r in document.words[head].readings if r.tag in ("title", "nominal_source")), "s")
        if known and phrases.gender_at(head) in ("", gender) and (not plural or number == "p"):
            return True, phrases.nominal(head, max(phrases.end_of(head, at), head + 1), before_verb=True)
    if plural and (people := _people(phrases, at)) is not None:
        return True, people
    return plural or law, None  # `الهجوم الذي قال إن`: its object


def is_object_of(phrases: NounPhrases, event: Event) -> bool:
    """`المكتب الذي قالت إنه`, `الخطة التي وصفوها`: the relative pronoun is of another gender or number than the verb behind it.

    `كلمة سالم المنصوري التي قال فيها` is no such clause: who speaks is named before it.
    """
    document, cue, reading = phrases.document, event.cue, event.reading
    pronoun, named = document.padded_keys[cue - 1], phrases.by_token.get(cue - 2)
    gender = _GENDERS.get(pronoun)
    if gender is None or not reading.gender or reading.number == "d":
        return False
    if is_resumptive(document, cue + 1) and named is not None and named.kind in (PER, ORG):
        return False
    return gender != reading.gender or pronoun.endswith("الذين") != (reading.number == "p")


def law(phrases: NounPhrases, event: Event) -> Mention | None:
    """The law named last, of a verb that tells what laws say: `المادة العاشرة شددت على ذلك، ونصت على`."""
    document, cue = phrases.document, event.cue
    first = document.sentence_bounds[document.sentence_bounds[cue][0] - 1][0] if document.sentence_bounds[cue][0] else 0
    for head in range(cue - 1, max(first, cue - _LAW) - 1, -1):
        bare = document.keys[head].removeprefix("و").removeprefix("ال")
        gender = "f" if bare.endswith("ة") else "m"
        if bare in _LAWS and gender == event.reading.gender:
            return phrases.nominal(head, phrases.end_of(head, cue), before_verb=True)
    return None


def is_law(document: Document, mention: Mention) -> bool:
    """Whether a law or a part of one is meant."""
    return document.keys[document.token_at(mention.span.start)].removeprefix("و").removeprefix("ال") in _LAWS


def _people(phrases: NounPhrases, at: int) -> Mention | None:
    """`الجيران الذين`: the pronoun tells that the definite noun before it is of people, whatever the tables know."""
    document, head = phrases.document, at - 1
    while head > 0 and document.keys[head].endswith(("ين", "ون")) and document.keys[head - 1].startswith("ال"):
        head -= 1
    if head < 0 or not document.keys[head].startswith("ال") or head in phrases.by_token:
        return None
    return phrases.nominal(head, at, before_verb=True)


def is_resumptive(document: Document, at: int) -> bool:
    """`قال فيه`, `كشفت من خلاله`: the pronoun stands for the statement in which it is said."""
    at += document.padded_keys[at] == "من"
    return document.padded_keys[at] in RESUMPTIVE


def _first_relative(phrases: NounPhrases, at: int) -> int:
    """Of relative clauses joined by `و`, the first: `للدراسة التي نشرت أمس، والتي لفتت إلى`."""
    keys = phrases.document.keys
    if not keys[at].startswith("و"):
        return at
    first = max(phrases.document.sentence_bounds[at][0], at - _JOINED)
    return next((before for before in range(at - 1, first - 1, -1) if keys[before] == keys[at][1:]), at)


def asyndetic(phrases: NounPhrases, event: Event) -> Mention | None:
    """The indefinite noun whom a verb without a relative pronoun tells of: `دراسة حديثة تؤكد أن`."""
    document, cue = phrases.document, event.cue
    if event.reading.proclitics or event.reading.pos != "verb" or event.reading.number != "s" or event.is_nominal:
        return None
    if is_resumptive(document, cue + 1):
        return None  # `بلاغا كشفت فيه`: it is hers who issued it
    first = cue
    while first > max(cue - _RUN, document.sentence_bounds[cue][0]) and _is_indefinite(phrases, first - 1):
        first -= 1
    for head in range(first, cue):
        tags = document.words[head].tags
        own = any(not r.proclitics and r.tag in ("nominal_source", "medium") for r in document.words[head].readings)
        own = own or ("counted" in tags and phrases.is_human(head))  # `رجل يقول إن`
        if not own or tags & {"title", "person_verb"} or phrases.is_oblique(head) or document.keys[head].endswith("ين"):
            continue  # `شخصين يعتقد أنهما`: a passive
        gender = phrases.gender_at(head) or "m"
        if gender == (event.reading.gender or gender):
            return phrases.nominal(head, cue, before_verb=True)
    return None


def _is_indefinite(phrases: NounPhrases, at: int) -> bool:
    """A noun or adjective without the article, that no mention covers and that is no verb."""
    word = phrases.document.words[at]
    if word.kind is not WORD or at in phrases.by_token or at in phrases.dated or word.key.startswith("ال"):
        return False
    if word.key in ADVERBS or word.tags & {"function_word", "clause_opener", "number", "person_verb", "turn_marker"}:
        return False
    return not any(reading.tag == "cue" and reading.pos == "verb" for reading in word.readings)


def clause_subject(phrases: NounPhrases, event: Event) -> Mention | None:
    """The noun phrase that opens the verb's own clause: `لكن الأبحاث أوضحت`, `أن اللاعب فلان خلال الجلسة أكد`."""
    if event.reading.proclitics or event.reading.pos != "verb":
        return None
    document, cue = phrases.document, _predicate(phrases.document, event.cue)
    bound = document.sentence_bounds[cue][0]
    before = document.padded_keys[cue - 1]
    if before[1:] in _BEGINNING or before.removeprefix("و") in RELATIVES:
        return None  # `عاد الصياد وأخذ يتحدث`: who came back
    starts = range(cue - 1, max(bound, cue - _CLAUSE) - 1, -1)
    keys, start = document.keys, cue
    for at in starts:
        if at == bound or keys[at - 1] in _STARTING or (keys[at - 1] in _COMMAS and _is_other(phrases, at)):
            start = at
            break
    if start >= cue or document.words[start].kind is not WORD or not _may_open(phrases, start):
        return None
    stop = phrases.end_of(start, cue)
    human = phrases.is_human(start)
    if stop != cue and not (
        human and document.keys[stop] in ADJUNCTS and cue - stop < _ADJUNCT and _is_plain(phrases, stop, cue)
    ):
        return None
    found = phrases.phrase(start, stop, bounded=stop == cue) or phrases.nominal(start, stop, before_verb=True)
    if found is None or (found.form is NAME and found.kind is LOC and stop != cue):
        return None
    definite = document.keys[start].startswith("ال") or found.form is NAME
    gender = found.gender or phrases.gender_at(start)
    broken = gender == "m" and not human  # `الأبحاث`: a broken plural may look masculine
    agrees = not gender or not event.reading.gender or gender == event.reading.gender or broken
    return found if agrees and (human or (definite and not event.is_nominal)) else None


def _predicate(document: Document, cue: int) -> int:
    """Where the predicate begins whose verb of saying stands at a token: `السكان | كانوا يطالبون`, `فلان | سبق أن هدد`."""
    at = cue
    if document.padded_keys[at - 1] in ("ان", "وان") and document.padded_keys[at - 2] == "سبق":
        at -= 2
    while document.padded_keys[at - 1] in _AUXILIARIES:
        at -= 1
    return at


def parted(phrases: NounPhrases, event: Event) -> Mention | None:
    """`لكن سالم الذي يسكن في الحي قال إنه`: a person whom a relative clause parts from his verb of saying."""
    document, cue, reading = phrases.document, event.cue, event.reading
    if reading.proclitics or reading.pos != "verb" or reading.tense != "perfect":
        return None
    at = last_with(document.keys, _PARTING, max(document.sentence_bounds[cue][0], cue - _PARTED) + 1, cue - 2)
    person = phrases.by_token.get(at - 1) if at > 0 else None
    if person is None or person.kind not in (PER, ORG) or reading.gender != _GENDERS[document.keys[at]]:
        return None
    start = document.token_at(person.span.start)
    if person.kind is ORG and phrases.gender_at(start) not in ("", reading.gender):
        return None
    opens = start == document.sentence_bounds[cue][0] or document.keys[start - 1] in _OPENERS
    closed = document.keys[cue - 1] in "،,"  # `سلمى التي اعتقلوها أمس، اعترفت`
    return person if opens and (closed or _is_plain(phrases, at + 2, cue)) else None


def _is_other(phrases: NounPhrases, at: int) -> bool:
    """`، ومجموعة أخرى ترى`: people or a body behind a comma and `و`."""
    word = phrases.document.words[at]
    if word.key[0] != "و":
        return False
    return any(r.proclitics == "و" for r in word.readings) and phrases.is_human(at)


def _may_open(phrases: NounPhrases, at: int) -> bool:
    """Whether a clause's subject may begin at a token: a noun, no pronoun, particle, time or verb."""
    word = phrases.document.words[at]
    if (
        at in phrases.dated
        or word.tags & {"clause_opener", "turn_marker", "relative", "time_unit", "day_part"}
        or word.key in ADVERBS
    ):
        return False
    if "function_word" in word.tags or any(r.tag == "cue" and r.pos == "verb" for r in word.readings):
        return False
    return at in phrases.by_token or word.key.startswith("ال") or phrases.is_human(at)


def _is_plain(phrases: NounPhrases, first: int, end: int) -> bool:
    """Whether no comma and no other verb stands in a stretch."""
    document = phrases.document
    return not any(
        document.keys[at] in "،," or document.words[at].tags & {"person_verb", "relative"} or at in document.closing
        or any(reading.tag == "cue" and reading.pos == "verb" for reading in document.words[at].readings)
        for at in range(first, end)
    )  # fmt: skip
