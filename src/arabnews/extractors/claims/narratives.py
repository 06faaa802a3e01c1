"""Whom an article tells of before she speaks: `سافرت سلمى الحداد إلى المدينة. وشرحت أن`, `قالت إن المدير زار الموقع وأكد`.

A verb before its subject shows its gender (Ryding 2005, 4.1.2), so that a verb in the feminine before a name tells who can go on.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from arabnews.document import Document
from arabnews.enums import LOC, NOMINAL, ORG, PER, SUBJECT
from arabnews.extractors.claims.event import TANWIN, Event
from arabnews.extractors.claims.extents import ADVERBS, RELATIVES
from arabnews.extractors.claims.issuers import is_media
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.extractors.claims.turns import LATEST, Turn, before
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.model import Mention, Resolution
from arabnews.text.tokens import WORD

_SENTENCES: Final = 2
"""Sentences back to which it may look."""
_REACH: Final = 90
_VERB: Final = 3
_WAS: Final = frozenset({"كانت", "وكانت"})
_VERBAL: Final = frozenset({"common_word", "cue", "person_verb", "title"})
_DATELINE: Final = frozenset({"-", "–", "--", "—", ":"})
_SIGNED: Final = 8
"""Tokens before which a text begins with who wrote it."""
_SUBJECT: Final = 4
"""Tokens that may stand in a sentence before its subject."""
_CONSTRUCT: Final = frozenset({"facility_head", "place_type", "quoted_name_head", "act_noun"})
PREPOSITIONS: Final = frozenset({"في", "من", "على", "الى", "عن", "مع", "بين", "لدى", "بعد", "قبل", "خلال", "عبر", "ضد", "حول"})
_CLOSED: Final = frozenset(
    {"function_word", "clause_opener", "turn_marker", "relative", "deictic", "cue", "time_unit", "day_part"}
)
"""Tags of words that are no subject of the verb behind them."""
_FRONTING: Final = frozenset(
    {"في", "من", "على", "الى", "عن", "مع", "بين", "لدى", "بعد", "قبل", "خلال", "عبر", "حول", "عند", "فيما", "بينما", "رغم"}
    | {"عندما", "لدن", "حين", "منذ", "ضمن", "اثناء", "كما", "لما", "اذ", "حيث", "بخصوص", "بشان", "ردا", "تعليقا"}
)
"""What puts an adjunct or a clause before the verb."""
_RESUMING: Final = ("نه", "نها", "نهم")
_FRONTED: Final = 30
_ROLES: Final = frozenset({"title", "org_head", "nominal_source"})


def heroine(phrases: NounPhrases, event: Event, since: int) -> Mention | None:
    """The nearest woman or body behind a verb in the feminine, in the sentence of a verb in the feminine or the two before.

    Args:
        phrases: reads noun phrases.
        event: a verb or participle in the feminine without a subject of its own.
        since: the token from which on nobody has spoken whom it could go on with.
    """
    document = phrases.document
    first = document.sentence_bounds[event.cue][0]
    for _ in range(_SENTENCES):
        first = document.sentence_bounds[first - 1][0] if first else 0
    for at in range(event.cue - 2, max(first, since, event.cue - _REACH) - 1, -1):
        verb = at not in phrases.by_token and _is_feminine_verb(document.words[at])
        if verb and (found := _she(phrases, at + 1, event.cue)) is not None:
            return found
    own = range(max(document.sentence_bounds[event.cue][0], since, event.cue - _REACH), event.cue)
    women = (phrases.by_token[at] for at in own if at in phrases.by_token)
    return next((one for one in women if one.kind is PER and one.gender == "f" and one.title is not None), None)


@kept
def _is_feminine_verb(word: Word) -> bool:
    if word.kind is not WORD or len(word.key) <= _VERB:
        return False
    if word.key in _WAS:
        return True
    past = word.key[-1] == "ت" and word.key[-2] != "ا" and word.tags <= _VERBAL
    verb = "person_verb" in word.tags or any(r.tag == "cue" and r.pos == "verb" for r in word.readings)
    return (past and word.tags <= {"common_word", "cue", "person_verb", "title"}) or (
        verb and word.key.lstrip("وف").startswith("ت")
    )


def _she(phrases: NounPhrases, at: int, end: int) -> Mention | None:
    """The person or body that begins at a token and is a woman's, or can be."""
    document, named = phrases.document, phrases.by_token.get(at)
    starts = named is not None and named.span.start >= document.starts[at]
    woman = starts and named is not None and named.kind is PER and named.gender != "m"
    state = "cue" in document.words[at - 1].tags  # `ولم تعلن إسرائيل`
    body = starts and named is not None and (named.kind is ORG or (named.kind is LOC and state))
    role = bool(document.words[at].tags & _ROLES) and document.keys[at].startswith("ال") and phrases.gender_at(at) == "f"
    if not (woman or body or role):
        return None
    found = phrases.phrase(at, end, bounded=role)
    if found is None or (found.form is NOMINAL and not phrases.is_human(at)) or found.gender == "m":
        return None
    return found


def inner_topic(phrases: NounPhrases, event: Event, content: int) -> Mention | None:
    """The noun phrase with which somebody's words begin, if the verb inside them agrees: `إن الصحف امتدحت الفيلم وقالت`.

    Args:
        phrases: reads noun phrases.
        event: a verb without a subject of its own, inside the words.
        content: the token with which the words begin.
    """
    document = phrases.document
    if content >= event.cue - 1 or not phrases.is_human(content) or event.reading.number != "s":
        return None
    named = phrases.by_token.get(content)
    stop = document.token_at(named.span.end - 1) + 1 if named is not None else content + 1
    while stop < event.cue and document.keys[stop].startswith(("ال", "وال")) and stop not in phrases.dated:
        stop += 1
    found = phrases.phrase(content, stop, bounded=False)
    if stop >= event.cue or document.words[stop].kind is not WORD or found is None:
        return None
    gender = found.gender or phrases.gender_at(content) or ("m" if found.kind is PER else "")
    return found if gender == event.reading.gender else None


def named_last(
    document: Document, event: Event, turns: list[Turn], mentions: Sequence[Mention]
) -> tuple[Mention, Resolution] | None:
    """With nobody quoted before: the last person or organisation named as a subject in the sentences before."""
    near = before(mentions, document.starts[event.cue])
    if not near or event.reading.number in ("d", "p"):
        return None
    if any(turn.source is not None and turn.event.opener != "aside" for turn in turns[LATEST]):
        return None
    sentence = document.sentence_at(event.cue)
    feminine = event.reading.gender == "f"
    candidates = [
        m for m in near
        if sentence - document.sentence_at(document.token_at(m.span.start)) <= 2
        and not is_of_another(document, m)
        and ((m.kind is PER and not feminine and not _signs(document, m)) or stands_first(document, m))
    ]  # fmt: skip
    first = document.starts[document.sentence_bounds[event.cue][0]]
    own = [m for m in candidates if m.span.start >= first]
    for mention in (*own, *reversed(candidates[: len(candidates) - len(own)])):  # the first of its sentence, the last before it
        if mention.kind is PER and mention.gender != ("m" if feminine else "f") and not feminine:
            return mention, SUBJECT
        if mention.kind is ORG and feminine and not is_media(document, mention):
            return mention, SUBJECT
    return None


def is_of_another(document: Document, mention: Mention) -> bool:
    """Whether a name is governed by a preposition or by the noun before it: `في الرياض`, `قصر فلان`."""
    at = document.token_at(mention.span.start)
    if at == 0:
        return False
    before, tags = document.keys[at - 1], document.words[at - 1].tags
    construct = bool(tags & _CONSTRUCT) and not before.startswith("ال")
    return before in PREPOSITIONS or construct or is_governed(document, at)


def _signs(document: Document, mention: Mention) -> bool:
    """Whether a name stands before the text, of whoever wrote it: `سالم المنصوري - صنعاء:`."""
    after = document.token_at(mention.span.end - 1) + 1
    return after < _SIGNED and document.padded_keys[after] in _DATELINE


def past_signature(phrases: NounPhrases, first: int, end: int) -> int:
    """Past who wrote a text, before its first word: `سالم المنصوري - صنعاء: | وصل الوزير`."""
    keys, named = phrases.document.keys, phrases.by_token.get(first)
    if first or named is None or not _signs(phrases.document, named):
        return first
    return max(at + 1 for at in range(min(end, _SIGNED + 2)) if keys[at] in _DATELINE)


def stands_first(document: Document, mention: Mention) -> bool:
    """Whether a name stands where its sentence's subject does, first or behind the verb; a dateline goes before."""
    at, after = document.token_at(mention.span.start), document.token_at(mention.span.end - 1) + 1
    if document.padded_keys[after] in _DATELINE:
        return False
    first = document.sentence_bounds[at][0]
    first = next((i for i in range(at, first, -1) if document.keys[i - 1] in _DATELINE), first)
    return at - first <= _SUBJECT


def is_governed(document: Document, at: int) -> bool:
    """Whether a preposition is written in one with the word."""
    readings = document.words[at].readings
    return bool(readings) and all(r.preposition for r in readings)


def has_own_subject(document: Document, event: Event, phrases: NounPhrases) -> bool:
    """Whether a noun stands directly before a verb that nothing joins to what was said: its subject, whoever that is.

    `البرنامج الجديد يتعهد ب`, not `وفي الوقت ذاته أكد`, `وفيما شكر الأطباء أشار`: there the noun ends what is put in front.
    """
    at, reading = event.cue - 1, event.reading
    if reading.pos != "verb" or reading.proclitics or at < 1:
        return False
    word = document.words[at]
    closed = word.tags & _CLOSED or word.key in ADVERBS or word.key in RELATIVES or at in phrases.dated
    if closed or word.kind is not WORD or word.surface.endswith(TANWIN) or document.hit_ending(event.cue, "turn_marker"):
        return False
    first = document.sentence_bounds[at][0]
    clause = next((i + 1 for i in range(at, max(first, at - _FRONTED) - 1, -1) if document.keys[i] in "،؛:"), first)
    while clause < at and document.words[clause].kind is not WORD:
        clause += 1
    thing = not word.key.startswith("ال") and word.key.endswith(("ة", "ات")) and at not in phrases.by_token
    if thing and document.keys[event.content - 1].endswith(_RESUMING):
        return False  # `في مداهمات قالت إنها ضرورية`: what is said of them
    opening = document.keys[clause]
    return (
        clause < at
        and opening.removeprefix("و") not in _FRONTING
        and not (opening.startswith("ب") and clause not in phrases.by_token)
    )
