"""Reporting events: a cue with what opens its content, or with a nominal complement.

Arabic news puts the verb first and the clause last (VSO); up to 25 tokens of subject, apposition and adjuncts may stand between
cue and opener.
"""

from __future__ import annotations

from bisect import bisect_right
from typing import Final

from arabnews.document import Document
from arabnews.enums import LOC, NAME, ORG, PER
from arabnews.extractors.claims.acts import act_of_saying, act_of_somebody
from arabnews.extractors.claims.anonymity import REFUSALS, withholds_name
from arabnews.extractors.claims.candidates import cue_readings
from arabnews.extractors.claims.complements import nominal
from arabnews.extractors.claims.cues import RESUMED, TELLING_BEFORE, TELLING_BEHIND, is_adverbial, is_verb, negated
from arabnews.extractors.claims.event import COMPLEMENTISERS, PREPOSITIONS, SAYINGS, SPEECH, WINDOW, Event, Quotes
from arabnews.extractors.claims.extents import ADJUNCTS
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.extractors.claims.objects import object_of
from arabnews.extractors.claims.openers import DOUBLE, SHORT, SIGNS_AND_MARKS, SUBJECT, is_name, opener_of
from arabnews.extractors.claims.positions import Marks, starts_clause
from arabnews.extractors.claims.senders import informants
from arabnews.lexicon.entries import Reading
from arabnews.model import Mention
from arabnews.text.tokens import WORD

_PHRASE: Final = 6
"""Tokens of a noun phrase behind a verb beyond which an `أن` is not the verb's: it has its complement."""
_IN_DOCUMENT: Final = frozenset({"في", "فيه", "فيها", "ضمن"})
_OF_GOD: Final = frozenset({"تعالى", "سبحانه", "جل", "عز"})
_HELD: Final = frozenset({"يعتقد", "يتوقع", "يعتبر", "تعتبر"})
_NEED: Final = frozenset({"ضرورة", "اهمية", "وجوب", "امكانية", "احتمال", "استحالة", "صعوبة", "فكرة"})
"""Nouns with a clause of their own: `ضرورة أن يفتح الطريق`."""
_SPEAKING: Final = frozenset({"قال", "أضاف", "أردف", "استطرد"})
"""Verbs behind which speech may stand that nothing opens."""
_AS: Final = frozenset({"كما", "وكما", "مثلما", "حسبما", "فكما", "او"})


def events(document: Document, quotes: Quotes, phrases: NounPhrases, marks: Marks) -> list[Event]:
    """Every reporting event, in text order; `phrases` know what names and dates cover, `marks` all `SIGNS_AND_MARKS`."""
    passive = {token for tag in ("formula", "cue_phrase") for hit in document.hits(tag) for token in range(hit.first, hit.end)}
    barred = {*passive, *[token + 1 for token in passive]}
    found: list[Event] = []
    cues, named, keys, words = document.at("cue"), phrases.by_token, document.padded_keys, document.words
    doubles = list(document.where(DOUBLE, cues))
    skip = double = -1
    # Between these no cue looks for its opener.
    stops = sorted({*marks.of(SIGNS_AND_MARKS), *cues, *quotes.at})
    for at in cues:
        if at <= skip or at == double:
            continue
        if at in barred and (at - 1 in passive or not _is_held(document, at, phrases)):
            continue
        if at in named and (is_name(document, at, named[at]) or _is_surname(document, at, phrases)):
            continue
        if keys[at] in REFUSALS and (end := withholds_name(document, at)):
            skip = end - 1
            continue
        readings = cue_readings(words[at])
        if not readings:
            continue
        for reading, plain in readings:
            clear = plain and keys[at - 1] not in TELLING_BEFORE and keys[at + 1] not in TELLING_BEHIND
            if not clear and not _may_report(document, at, reading):
                continue
            event = _reported(document, quotes, stops, doubles, at, reading, phrases)
            if event is None:
                continue
            if not found or not _repeats(document, found[-1], event):
                found.append(event)
                if doubles:
                    double = _double_cue(doubles, event)
            break
    return found


def _reported(
    document: Document,
    quotes: Quotes,
    signs: list[int],
    doubles: list[int],
    at: int,
    reading: Reading,
    phrases: NounPhrases,
) -> Event | None:
    """The event of a cue in one of its readings: what an opener opens, or the object if it comes first."""
    takes_object = "obj" in reading.frame
    event: Event | None = None
    if takes_object and reading.entry.form == "وصف":  # `وصف القرار بأنه صائب`: the object is a part of what is said
        event = object_of(document, at, reading, phrases)
    if event is None:
        event = _event(document, quotes, signs, at, reading, phrases)
    if event is None:
        return object_of(document, at, reading, phrases) if takes_object else None
    if event.opener != "clause" and (_opens_late(document, event) or (event.gap_end > at + 1 and event.opener not in SPEECH)):
        return _first(event, object_of(document, at, reading, phrases)) if takes_object else event
    if doubles and reading.opener == "no" and _double_cue(doubles, event) > at:  # `نددت بالقرار، قائلة إن`
        return _first(event, _first(nominal(document, quotes, at, reading), object_of(document, at, reading, phrases)))
    return event


def _opens_late(document: Document, event: Event) -> bool:
    """Whether an object may stand before a quotation without a colon: `نفى الوزير وجود «أي تقدم»`."""
    return event.opener == "quote" and document.keys[event.gap_end] != ":"


def _is_held(document: Document, at: int, phrases: NounPhrases) -> bool:
    """Whether somebody holds what a formula leaves to nobody: `فلان يعتقد أن`, `إنه يتوقع أن`, `يعتبر الباحث فلان أن`."""
    key, following = document.keys[at].removeprefix("و"), document.padded_keys[at + 1]
    if key not in _HELD:
        return False
    if following in COMPLEMENTISERS:
        mention = phrases.by_token.get(at - 1)
        resumed = document.padded_keys[at - 1] in RESUMED and not document.keys[at - 1].startswith(
            "لان"
        )  # `لأنه يعتقد أن`: a reason
        return document.keys[at] == key and (resumed or (mention is not None and _names(mention)))
    if key[1:] != "عتبر" or at + 1 >= len(document.keys) or not phrases.is_human(at + 1):
        return False
    stop = phrases.end_of(at + 1, document.sentence_bounds[at][1])
    return document.padded_keys[stop] in COMPLEMENTISERS or document.padded_keys[stop + 1] in COMPLEMENTISERS


def _names(mention: Mention) -> bool:
    return mention.form is NAME and mention.kind in (PER, ORG)


def _may_report(document: Document, at: int, reading: Reading) -> bool:
    """Whether a reading can be that of a cue here: guards against homographs and negations, for every kind of content."""
    pos = reading.pos
    if pos == "verb":
        return is_verb(document, at, reading) and not negated(document, at, reading)
    return (pos == "masdar" and document.keys[at] not in SAYINGS) or not negated(document, at, reading)


def _first(one: Event | None, other: Event | None) -> Event | None:
    """Of two readings of one cue, the one whose content begins first: `أعلن مسؤوليته عن الحريق`."""
    if one is None or other is None:
        return one or other
    return other if other.content < one.content else one


def _repeats(document: Document, before: Event, event: Event) -> bool:
    """`أعتقد جازما أن`, `ومضى مؤكدا أن`: a participle or noun behind the finite verb that opens the same content."""
    if event.reading.pos == "verb":
        return event.reading.entry.form == "نشر" and before.content == event.content  # `قال في مقطع نشر أمس إن`
    if event.reading.pos == "participle":
        return before.cue == event.cue - 1 and before.content == event.content
    if before.content == event.cue:
        return True  # `جدد دعوته إلى`
    return before.content == event.content and document.keys[event.cue] == "القول"  # `ذهب إلى القول إن`


def _is_surname(document: Document, at: int, phrases: NounPhrases) -> bool:
    """`وقال فايد "..."`: behind a verb of saying, the family name of somebody in the article is he."""
    return at > 0 and "cue" in document.words[at - 1].tags and document.keys[at] in phrases.surnames


def _double_cue(doubles: list[int], event: Event) -> int:
    """`وتابع قائلا`: the second cue, if one of them stands before the content, belongs to the first."""
    behind = bisect_right(doubles, event.cue)
    return doubles[behind] if behind < len(doubles) and doubles[behind] < event.content else event.cue


def _event(document: Document, quotes: Quotes, signs: list[int], at: int, reading: Reading, phrases: NounPhrases) -> Event | None:
    pos = reading.pos
    if pos == "participle":
        if not is_adverbial(document, at, reading):
            return None
    elif pos == "masdar":
        if document.keys[at] not in SAYINGS:
            return act_of_saying(document, quotes, at, reading) or act_of_somebody(document, at, reading, phrases)
        if document.padded_keys[at + 1] in _OF_GOD:
            return None  # `قوله تعالى`
    if "doc" in reading.frame and document.padded_keys[at + 1] not in _IN_DOCUMENT:
        return None  # `جاء في التقرير أن`, but not `جاء الوزير`
    if pos == "participle" and reading.entry.form == "قال" and _speaks_on(document, at + 1):
        return Event(at, reading, "colon", at + 1, at + 1)
    opened = opener_of(document, quotes, signs, at, reading, phrases)
    if opened is not None:
        if document.keys[opened.gap_end - 1] in _NEED and (needed := _of_need(document, opened)) is not None:
            return needed
        far = reading.opener == "near" and not (
            _is_near(document, opened, phrases) or _is_told_by_text(document, opened) or informants(phrases, opened)
        )
        if opened.opener == "clause" and reading.opener == "no" and pos != "masdar" and opened.gap_end - at > _PHRASE:
            named = nominal(document, quotes, at, reading)
            if named is not None and named.gap_end == at + 1:
                return named  # `أعرب عن رغبته في النظر إلى مطالب الأهالي بأن`
        return None if far or (opened.opener != "clause" and _has_other_object(document, opened)) else opened
    if pos == "verb" and reading.entry.form in _SPEAKING:
        return _unopened(document, quotes, at, reading, phrases)
    return nominal(document, quotes, at, reading) if reading.opener == "no" and pos != "masdar" else None


def _unopened(document: Document, quotes: Quotes, at: int, reading: Reading, phrases: NounPhrases) -> Event | None:
    """`وقال المدير سنفتح الطريق غدا`: speech that nothing opens, right behind who speaks or whom he speaks to."""
    end, start = document.sentence_bounds[at][1], at + 1
    before = document.padded_keys[at - 1]
    inverted = before in _AS or any(quotes.ending(document, mark) is not None for mark in (at - 1, at - 2))
    if inverted or not reading.gender or reading.tense != "perfect" or not starts_clause(document, at) or start >= end:
        return None
    if phrases.is_human(start) or "person_name" in document.words[start].tags:
        stop = phrases.end_of(start, end)
        start = next((token for token in range(start + 1, stop) if _speaks_up(document, token)), stop)
    if start < end and document.keys[start] in "،,":
        start += 1
    said = start - at <= SUBJECT and start + SHORT < end and _speaks_up(document, start)
    return Event(at, reading, "clause", start, start) if said else None


def _speaks_up(document: Document, at: int) -> bool:
    """Whether a clause opens at a token: a particle, a first person, a future."""
    word, key = document.words[at], document.keys[at]
    future = key[:1] == "س" and key[1:2] in "ينتا" and len(key) > SHORT + 1 and word.tags <= {"common_word", "cue"}
    return word.kind is WORD and key[0] != "و" and (_speaks_on(document, at) or future)  # `قال المدير، وهو مهندس`


def _speaks_on(document: Document, at: int) -> bool:
    """Whether speech follows `قائلا` without a mark: `قائلا نريد السلام`."""
    if at >= len(document.keys) or document.words[at].kind is not WORD:
        return False
    key, tags = document.keys[at], document.words[at].tags
    opens = "clause_opener" in tags and key not in COMPLEMENTISERS
    return opens or (key[0] == "ن" and len(key) > SHORT and not tags - {"common_word"} and not key.endswith(("ة", "ها", "ه")))


def _is_near(document: Document, event: Event, phrases: NounPhrases) -> bool:
    """Whether nothing but the subject stands between a cue and its opener: `وجد الباحثون أن`."""
    start = event.cue + 1
    start += document.keys[start] in DOUBLE
    if event.gap_end - start < 1:
        return True
    if event.gap_end - start == 1:
        return document.words[start].kind is WORD and document.keys[start] not in ADJUNCTS
    subject = phrases.is_human(start) or start in phrases.by_token or "quote" in document.words[start].tags
    if not subject or event.gap_end - start > SUBJECT:
        return False
    adjunct = next(iter(document.where(ADJUNCTS, range(start, event.gap_end))), event.gap_end)
    placed = phrases.by_token.get(adjunct + 1) if "org_head" in document.words[start].tags else None
    return adjunct == event.gap_end or (placed is not None and placed.kind is LOC)  # `أظهرت الهيئة العامة في الساحل أن`


def _is_told_by_text(document: Document, event: Event) -> bool:
    """`أظهرت دراسة أجرتها الجامعة على عدد من السكان أن`: a text shows something, however far its subject goes."""
    source = document.words[event.cue + 1].get("nominal_source")
    shows = event.reading.entry.form in ("أظهر", "أثبت", "وجد") and event.opener == "clause"
    return shows and source is not None and source["document"] == "yes" and event.gap_end - event.cue <= WINDOW


def _of_need(document: Document, event: Event) -> Event | None:
    """`أكد الوزير ضرورة أن يفتح الطريق`: the complement is the noun that governs the clause."""
    noun = event.gap_end - 1
    if noun <= event.cue or document.keys[event.gap_end] != "ان":
        return None
    frame, preposition = event.reading.frame, PREPOSITIONS.get(document.keys[noun - 1], "")
    if preposition in frame and noun - 1 > event.cue:
        return Event(event.cue, event.reading, preposition, noun - 1, noun)
    return Event(event.cue, event.reading, "obj", noun, noun) if "obj" in frame else None


def _has_other_object(document: Document, event: Event) -> bool:
    """`كتب كلماتها الشاعر`: what was written is the noun behind the verb, not the quotation further on."""
    written = event.reading.entry.form in ("كتب", "نشر", "سجل") and event.opener in ("quote", "colon")
    return written and event.content > event.cue + 3 and document.keys[event.cue + 1].endswith(("ها", "اته", "ته"))
