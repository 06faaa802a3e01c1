"""Reporting events: a cue with what opens its content, or with a nominal complement.

Arabic news puts the verb first and the clause last (VSO); up to 25 tokens of subject, apposition and adjuncts may stand between
cue and opener.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence, Set
from functools import lru_cache
from typing import Final

from arabnews.document import Document
from arabnews.extractors.claims.acts import act_of_saying, act_of_somebody, may_be_act
from arabnews.extractors.claims.anonymity import REFUSALS, withholds_name
from arabnews.extractors.claims.complements import nominal
from arabnews.extractors.claims.cues import (
    RESUMED,
    is_adverbial,
    is_finite,
    is_verb,
    may_be_adverbial,
    may_be_verb,
    negated,
    other_cue,
)
from arabnews.extractors.claims.event import COMPLEMENTISERS, PREPOSITIONS, SAYINGS, WINDOW, Event, Quotes, is_abbreviation
from arabnews.extractors.claims.extents import ADJUNCTS
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.extractors.claims.objects import object_of
from arabnews.extractors.claims.positions import starts_clause
from arabnews.lexicon.entries import KEPT_WORDS, Reading, Word
from arabnews.lexicon.morphology import is_native
from arabnews.lexicon.word_sets import word_set
from arabnews.model import Mention, MentionForm, MentionKind, Quote
from arabnews.text.tokens import Kind

_COLON_WINDOW: Final = 20
_FAR: Final = 45
"""Tokens from a cue to a plain opener: a colon with a quotation, `أن` behind the comma that closes a subject."""
_PASSIVE: Final = 5
_PRONOUNS: Final = ("ه", "ها", "هم")
_PHRASE: Final = 6
"""Tokens of a noun phrase behind a verb beyond which an `أن` is not the verb's: it has its complement."""
_SPEAKER: Final = 8
_GOVERNED: Final = frozenset({"ب", "إلى", "على", "عن", "من", "ل"})
_NO_OPENERS: Final = frozenset(
    {"لو", "ولو", "يكفي", "ويكفي", "الا", "رغم", "غير", "قبل", "منذ", "خاصة", "وخاصة", "خصوصا", "وخصوصا", "سيما", "لاسيما", "بيد"}
    | {"بحجة", "بدعوى", "بذريعة", "بسبب", "بحكم", "لدرجة", "بمعنى"}
)
"""Before `أنه` they make it somebody else's: `خاصة أنه`."""
_CONCEDED: Final = (["كان"], ["كانت"], ["كانوا"], ["لم"], ["كنا"], ["كنت"])
_ASKING: Final = frozenset({"كيف", "لماذا"})
_LETTERS: Final = (["بي"], ["تي"], ["اف"], ["ار"])
_SHORT: Final = 3
_IN_DOCUMENT: Final = (["في"], ["فيه"], ["فيها"], ["ضمن"])
_SUBJECT: Final = 9
"""Tokens that a subject may have."""
_DOUBLE: Final = frozenset({"قائلا", "قائلة", "قائلين", "بالقول", "بقوله", "بقولها", "بقولهم"})
_RELATIVES: Final = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللواتي", "اللاتي"})
_CONCESSIVES: Final = frozenset(
    {"بعد", "قبل", "منذ", "دون", "الا", "غير", "رغم", "حتى", "وحتى", "لو", "ولو", "كما", "مع", "ويكفي", "يكفي", "حيث", "اذ"}
    | {"بحجة", "بدعوى", "بذريعة", "بحكم", "لدرجة", "بمعنى"}
)
"""Words that govern a clause of their own: their `أن` opens nobody's words."""
_GOVERNORS: Final = word_set("governs_that")
_EVALUATIVE: Final = word_set("evaluative")
_FROM: Final = frozenset({"من", "ومن", "فمن"})
_DREADING: Final = frozenset({"خوفا", "خشية", "تحسبا", "تخوفا"})
_GROUNDS: Final = frozenset({"اعتبار", "اساس", "امل", "فكرة"})
_HELD: Final = frozenset({"يعتقد", "يتوقع", "يعتبر", "تعتبر"})
_PLAIN_THAT: Final = frozenset({"ان", "انه", "انها", "انهم"})
_NEED: Final = frozenset({"ضرورة", "اهمية", "وجوب", "امكانية", "احتمال", "استحالة", "صعوبة", "فكرة"})
"""Nouns with a clause of their own: `ضرورة أن يفتح الطريق`."""
_AS: Final = frozenset({"كما", "وكما", "مثلما", "حسبما", "فكما", "او"})
_TITLED: Final = frozenset({"بعنوان", "عنوان", "عنوانه", "عنوانها", "المعنون", "بعنوانه"})
"""Before the title of a text, which nobody says."""
_BEGINNERS: Final = frozenset(':«"“')
_PREDICATED: Final = frozenset(
    {"الاسوا", "الاهم", "الاغرب", "الاخطر", "الادهى", "الغريب", "المهم", "الحقيقة", "الواقع", "الصحيح", "اللافت", "المثير"}
    | {"المؤسف", "المشكلة", "المؤكد", "المفارقة", "الملاحظ", "المعروف", "الاصل", "السبب", "النتيجة", "الجديد", "العجيب", "الطريف"}
)
"""Subjects whose predicate is the clause: `والأسوأ أنه`."""
_LISTING: Final = frozenset(
    {"منها", "بينها", "ابرزها", "اهمها", "وهي", "وهم", "هي", "هم", "التالية", "الاتية", "التالي", "منهم", "مثل"}
)

_NO_CLAUSES: Final = frozenset({"حمل", "قدم", "رفع", "مدح", "انتقص", "سخر", "تبرأ", "سمى", "أسمى"})
"""Verbs whose object is no clause; they stand in what describes a speaker."""

_THAT_NOT: Final = frozenset({"الا", "بالا"})
"""`ألا`, `بألا`: "that not", where the hamza stands above; they open a clause and are a part of it."""
_SIGNS: Final = _ASKING | COMPLEMENTISERS | _RELATIVES | _THAT_NOT
"""Words at which what stands between a cue and its content may end, besides quotations and other cues."""
SIGNS_AND_MARKS: Final = _SIGNS | frozenset(":.؛;؟?!")


def events(document: Document, quotes: Quotes, phrases: NounPhrases, marks: Sequence[int]) -> list[Event]:
    """Every reporting event, in text order; `phrases` know what names and dates cover, `SIGNS_AND_MARKS` are among `marks`."""
    passive = {token for tag in ("formula", "cue_phrase") for hit in document.hits(tag) for token in range(hit.first, hit.end)}
    found: list[Event] = []
    cues, named = document.at("cue"), phrases.by_token
    skip = double = -1
    # Between these no cue looks for its opener.
    signs = sorted({*document.where(SIGNS_AND_MARKS, marks), *cues, *quotes.at})
    for at in cues:
        if at <= skip or at == double or (at in passive and not _is_held(document, at, phrases)) or (at - 1) in passive:
            continue
        if at in named and (_is_name(document, at, named[at]) or _is_surname(document, at, phrases)):
            continue
        if document.keys[at] in REFUSALS and (end := withholds_name(document, at)):
            skip = end - 1
            continue
        for reading in _cues(document.words[at]):
            if not _may_report(document, at, reading):
                continue
            event = _reported(document, quotes, signs, at, reading, phrases)
            if event is None:
                continue
            if not _repeats(document, found, event):
                found.append(event)
                double = _double_cue(document, event)
            break
    return found


def _reported(
    document: Document, quotes: Quotes, signs: list[int], at: int, reading: Reading, phrases: NounPhrases
) -> Event | None:
    """The event of a cue in one of its readings: what an opener opens, or the object if it comes first."""
    takes_object = "obj" in reading.frame
    described = takes_object and reading.entry.form == "وصف"  # `وصف القرار بأنه صائب`: the object is a part of what is said
    event = object_of(document, at, reading, phrases) if described else None
    event = event or _event(document, quotes, signs, at, reading, phrases)
    if event is None:
        return object_of(document, at, reading, phrases) if takes_object else None
    if (event.gap_end > at + 1 and event.is_nominal) or _opens_late(document, event):
        return _first(event, object_of(document, at, reading, phrases)) if takes_object else event
    if reading.opener == "no" and _double_cue(document, event) > at:  # `نددت بالقرار، قائلة إن`
        return _first(event, _first(nominal(document, quotes, at, reading), object_of(document, at, reading, phrases)))
    return event


@lru_cache(KEPT_WORDS)
def _cues(word: Word) -> tuple[Reading, ...]:
    """The readings of a word that can be a cue somewhere: most of a common word's readings it rules out by itself."""
    able = {"verb": may_be_verb, "participle": may_be_adverbial, "masdar": may_be_act}
    return tuple([r for r in word.all("cue") if r.pos in able and able[r.pos](word, r)])


def _opens_late(document: Document, event: Event) -> bool:
    """Whether an object may stand before a quotation without a colon: `نفى الوزير وجود «أي تقدم»`."""
    return event.opener == "quote" and document.keys[event.gap_end] != ":"


def _is_held(document: Document, at: int, phrases: NounPhrases) -> bool:
    """Whether somebody holds what a formula leaves to nobody: `فلان يعتقد أن`, `إنه يتوقع أن`, `يعتبر الباحث فلان أن`."""
    key, following = document.keys[at].removeprefix("و"), document.key_at(at + 1)
    if key not in _HELD:
        return False
    if following in COMPLEMENTISERS:
        mention = phrases.by_token.get(at - 1)
        resumed = document.key_at(at - 1) in RESUMED and not document.keys[at - 1].startswith("لان")  # `لأنه يعتقد أن`: a reason
        return document.keys[at] == key and (resumed or (mention is not None and _names(mention)))
    if key[1:] != "عتبر" or at + 1 >= len(document.keys) or not phrases.is_human(at + 1):
        return False
    stop = phrases.end_of(at + 1, document.sentence_bounds(at)[1])
    return document.key_at(stop) in COMPLEMENTISERS or document.key_at(stop + 1) in COMPLEMENTISERS


def _names(mention: Mention) -> bool:
    return mention.form is MentionForm.NAME and mention.kind in (MentionKind.PER, MentionKind.ORG)


def _may_report(document: Document, at: int, reading: Reading) -> bool:
    """Whether a reading can be that of a cue here: guards against homographs and negations, for every kind of content."""
    if reading.pos == "verb" and not is_verb(document, at, reading):
        return False
    act = reading.pos == "masdar" and document.keys[at] not in SAYINGS
    return act or not negated(document, at, reading)


def _first(one: Event | None, other: Event | None) -> Event | None:
    """Of two readings of one cue, the one whose content begins first: `أعلن مسؤوليته عن الحريق`."""
    if one is None or other is None:
        return one or other
    return other if other.content < one.content else one


def _repeats(document: Document, found: list[Event], event: Event) -> bool:
    """`أعتقد جازما أن`, `ومضى مؤكدا أن`: a participle behind the finite verb that opens the same content."""
    pos = event.reading.pos
    if pos == "verb" or not found:
        return False
    before = found[-1]
    if pos == "participle":
        return before.cue == event.cue - 1 and before.content == event.content
    if before.content == event.cue:
        return True  # `جدد دعوته إلى`
    return before.content == event.content and document.keys[event.cue] == "القول"  # `ذهب إلى القول إن`


def _is_name(document: Document, at: int, mention: Mention) -> bool:
    """`اللواء سعد معن`, `حركة أمل`: a word of a person's or a body's name is no verb."""
    if mention.form is not MentionForm.NAME:
        return False
    if mention.kind is MentionKind.ORG:
        return mention.name.start < document.starts[at]
    return mention.kind is MentionKind.PER and mention.name.start <= document.starts[at] and " " in mention.text


def _is_surname(document: Document, at: int, phrases: NounPhrases) -> bool:
    """`وقال فايد "..."`: behind a verb of saying, the family name of somebody in the article is he."""
    return at > 0 and "cue" in document.words[at - 1].tags and document.keys[at] in phrases.surnames


def _double_cue(document: Document, event: Event) -> int:
    """`وتابع قائلا`: the second cue belongs to the first."""
    if event.content == event.cue + 1:
        return event.cue
    between = document.keys[event.cue + 1 : event.content]
    if _DOUBLE.isdisjoint(between):
        return event.cue
    return next(at for at, key in enumerate(between, event.cue + 1) if key in _DOUBLE)


def _event(document: Document, quotes: Quotes, signs: list[int], at: int, reading: Reading, phrases: NounPhrases) -> Event | None:
    if reading.pos == "participle" and not is_adverbial(document, at, reading):
        return None
    if reading.pos == "masdar" and document.keys[at] not in SAYINGS:
        return act_of_saying(document, quotes, at, reading) or act_of_somebody(document, at, reading, phrases)
    if reading.pos == "masdar" and document.keys[at + 1 : at + 2] in (["تعالى"], ["سبحانه"], ["جل"], ["عز"]):
        return None  # `قوله تعالى`
    if "doc" in reading.frame and document.keys[at + 1 : at + 2] not in _IN_DOCUMENT:
        return None  # `جاء في التقرير أن`, but not `جاء الوزير`
    if reading.pos == "participle" and reading.entry.form == "قال" and _speaks_on(document, at + 1):
        return Event(at, reading, "colon", at + 1, at + 1)
    opened = _opener(document, quotes, signs, at, reading, phrases)
    if opened is not None and (needed := _of_need(document, opened)) is not None:
        return needed
    if opened is not None:
        far = reading.opener == "near" and not (_is_near(document, opened, phrases) or _is_told_by_text(document, opened))
        if opened.opener == "clause" and reading.opener == "no" and reading.pos != "masdar" and opened.gap_end - at > _PHRASE:
            named = nominal(document, quotes, at, reading)
            if named is not None and named.gap_end == at + 1:
                return named  # `أعرب عن رغبته في النظر إلى مطالب الأهالي بأن`
        return None if far or _has_other_object(document, opened) else opened
    if reading.entry.form == "قال" and reading.pos == "verb":
        return _unopened(document, quotes, at, reading, phrases)
    return nominal(document, quotes, at, reading) if reading.opener == "no" and reading.pos != "masdar" else None


def _unopened(document: Document, quotes: Quotes, at: int, reading: Reading, phrases: NounPhrases) -> Event | None:
    """`وقال المدير سنفتح الطريق غدا`: speech that nothing opens, right behind who speaks or whom he speaks to."""
    end, start = document.sentence_bounds(at)[1], at + 1
    before = document.key_at(at - 1)
    inverted = before in _AS or any(quotes.ending(document, mark) is not None for mark in (at - 1, at - 2))
    if inverted or not reading.gender or reading.tense != "perfect" or not starts_clause(document, at) or start >= end:
        return None
    if phrases.is_human(start) or "person_name" in document.words[start].tags:
        stop = phrases.end_of(start, end)
        start = next((token for token in range(start + 1, stop) if _speaks_up(document, token)), stop)
    if start < end and document.keys[start] in "،,":
        start += 1
    said = start - at <= _SUBJECT and start + _SHORT < end and _speaks_up(document, start)
    return Event(at, reading, "clause", start, start) if said else None


def _speaks_up(document: Document, at: int) -> bool:
    """Whether a clause opens at a token: a particle, a first person, a future."""
    word, key = document.words[at], document.keys[at]
    future = key[:1] == "س" and key[1:2] in "ينتا" and len(key) > _SHORT + 1 and word.tags <= {"common_word", "cue"}
    return word.kind is Kind.WORD and key[0] != "و" and (_speaks_on(document, at) or future)  # `قال المدير، وهو مهندس`


def _opener(
    document: Document, quotes: Quotes, signs: list[int], at: int, reading: Reading, phrases: NounPhrases
) -> Event | None:
    """The complementiser, colon or statement that opens the content, to the right of the cue in its sentence."""
    frame = reading.frame
    bound = quotes.around.get(at) or document.sentence_bounds(at)[1]
    end, near = min(at + (_FAR if reading.pos == "verb" else WINDOW), bound), at + WINDOW
    keys, words = document.keys, document.words
    index, count = bisect_right(signs, at), len(signs)
    relative = False
    while index < count and (position := signs[index]) < end:
        index += 1
        if position >= near and not starts_clause(document, at):
            return None
        key, word = keys[position], words[position]
        if word.kind is Kind.MARK:
            if key == ":" and not _is_clock(document, position):
                return _colon(document, quotes, at, reading, position)
            if (quote := quotes.at.get(position)) is not None:
                if quote.is_statement and position < near and _is_said(document, at, reading, quote, position):
                    interrupted = _interrupts(document, quotes, at, position)
                    return None if interrupted else Event(at, reading, "quote", position, document.token_at(quote.span.start))
                index = bisect_right(signs, document.token_at(quote.outer.end - 1), index)
            elif key in ".؛;؟?!" and not is_abbreviation(document, position) and not _is_apposed(document, at, position):
                return None
            continue
        if key in REFUSALS and (past := withholds_name(document, position)):
            index = bisect_left(signs, past, index)
            continue
        if key in _ASKING and "clause" in frame and _follows_subject(document, at, position):
            return Event(at, reading, "clause", position, position)  # `وكشف كيف كان`
        if key in _THAT_NOT and "clause" in frame and _is_that_not(document, at, position):
            return Event(at, reading, "clause", _gap_end(document, position), position)
        plain = position < near or (keys[position - 1] in "،," and key.startswith("ان"))
        if plain and key in COMPLEMENTISERS and _opens(document, at, position, frame):
            return Event(at, reading, "clause", _gap_end(document, position), position + 1)
        if key in _RELATIVES:
            relative = True
        elif "cue" in word.tags and position > at + 1 and key not in _DOUBLE and _is_other(document, position, phrases):
            other = word.get("cue")
            if not relative or not is_finite(document, position) or (other is not None and other.proclitics == "و"):
                return None  # `حذر من المخاطر التي تهدد البلاد، وقال إن`
            relative = False
            if _opens_at_once(document, position):  # `يقول الوزير الذي أشار إلى أن`
                return None
    return None


def _is_other(document: Document, position: int, phrases: NounPhrases) -> bool:
    """Whether another verb of saying stands at a token, and no part of a name: `الطيب لوح`."""
    mention = phrases.by_token.get(position)
    if mention is not None and _is_name(document, position, mention):
        return False
    return other_cue(document, position) and any(_takes_clause(r) for r in document.words[position].all("cue"))


def _takes_clause(reading: Reading) -> bool:
    """Whether a clause behind a verb can be its own: not that of `وهو شاب يحمل الهوية، أن`."""
    return reading.entry.form not in _NO_CLAUSES


def _is_that_not(document: Document, at: int, position: int) -> bool:
    """`وأضاف ألا دليل على ذلك`, `طالب الوزير بألا تتأخر الأعمال`: behind the verb, or behind a short subject."""
    governed = document.keys[position - 1] in PREPOSITIONS
    return "أل" in document.words[position].surface and position - governed - at <= _SUBJECT // 2


def _is_apposed(document: Document, at: int, position: int) -> bool:
    """`قال فلان؛ تاجر ذهب، إن`, `أوضح رئيس اللجنة؛ أن`: a semicolon that does a comma's work behind the subject."""
    if document.keys[position] not in "؛;":
        return False
    following = document.keys[position + 1 : position + 2 + _SUBJECT]
    comma = next((i for i, key in enumerate(following[:-1]) if key in "،,"), -1)
    return position - at <= WINDOW and following[comma + 1 : comma + 2] != [] and following[comma + 1] in _PLAIN_THAT


def _is_said(document: Document, at: int, reading: Reading, quote: Quote, position: int) -> bool:
    """Whether a quotation is what the cue says: no title, no question that it answers (`ردا على سؤال «...» قائلا`)."""
    close, frame = document.token_at(quote.outer.end - 1) + 1, reading.frame
    if document.keys[position - 1] in _TITLED or not _DOUBLE.isdisjoint(document.keys[close : close + 3]):
        return False
    return "quote" in frame or _fits(document, at, quote, frame)


def _interrupts(document: Document, quotes: Quotes, at: int, position: int) -> bool:
    """`«...»، قال فلان، «...»`: a verb and its subject, between commas, in the middle of what is quoted."""
    keys = document.keys
    return at > 1 and keys[at - 1] in "،," and keys[position - 1] in "،," and quotes.ending(document, at - 2) is not None


def _opens_at_once(document: Document, at: int) -> bool:
    """Whether a verb in a relative clause has its own content directly behind it: `الذي أشار إلى أن`, `التي قالت: «`."""
    first, second = (*document.keys[at + 1 : at + 3], "", "")[:2]
    return first in _BEGINNERS or first in COMPLEMENTISERS or second in COMPLEMENTISERS


def _speaks_on(document: Document, at: int) -> bool:
    """Whether speech follows `قائلا` without a mark: `قائلا نريد السلام`."""
    if at >= len(document.keys) or document.words[at].kind is not Kind.WORD:
        return False
    key, tags = document.keys[at], document.words[at].tags
    opens = "clause_opener" in tags and key not in COMPLEMENTISERS
    return opens or (key[0] == "ن" and len(key) > _SHORT and not tags - {"common_word"} and not key.endswith(("ة", "ها", "ه")))


def _fits(document: Document, at: int, quote: Quote, frame: Set[str]) -> bool:
    """Whether a verb that takes no speech has a quotation for its content: `طالب «بوقف الحرب»`, but not `أمر «لا مفر منه»`."""
    mark, first = document.token_at(quote.outer.start), document.token_at(quote.span.start)
    key = document.keys[first]
    governed = frame & _GOVERNED
    if governed:
        opens = PREPOSITIONS.get(key) in governed or (key[:1] in governed and len(key) > _SHORT) or key in COMPLEMENTISERS
        return opens or document.keys[mark - 1] == "ب"
    return "clause" in frame and mark - at <= _SPEAKER and "،" not in document.keys[at:mark]


def _is_near(document: Document, event: Event, phrases: NounPhrases) -> bool:
    """Whether nothing but the subject stands between a cue and its opener: `وجد الباحثون أن`."""
    start = event.cue + 1
    start += document.keys[start] in _DOUBLE
    if event.gap_end - start < 1:
        return True
    if event.gap_end - start == 1:
        return document.words[start].kind is Kind.WORD and document.keys[start] not in ADJUNCTS
    subject = phrases.is_human(start) or start in phrases.by_token or "quote" in document.words[start].tags
    return subject and event.gap_end - start <= _SUBJECT and not ADJUNCTS.intersection(document.keys[start : event.gap_end])


def _is_told_by_text(document: Document, event: Event) -> bool:
    """`أظهرت دراسة أجرتها الجامعة على عدد من السكان أن`: a text shows something, however far its subject goes."""
    source = document.words[event.cue + 1].get("nominal_source")
    shows = event.reading.entry.form in ("أظهر", "أثبت", "وجد") and event.opener == "clause"
    return shows and source is not None and source["document"] == "yes" and event.gap_end - event.cue <= WINDOW


def _of_need(document: Document, event: Event) -> Event | None:
    """`أكد الوزير ضرورة أن يفتح الطريق`: the complement is the noun that governs the clause."""
    noun = event.gap_end - 1
    if noun <= event.cue or document.keys[noun] not in _NEED or document.keys[event.gap_end] != "ان":
        return None
    frame, preposition = event.reading.frame, PREPOSITIONS.get(document.keys[noun - 1], "")
    if preposition in frame and noun - 1 > event.cue:
        return Event(event.cue, event.reading, preposition, noun - 1, noun)
    return Event(event.cue, event.reading, "obj", noun, noun) if "obj" in frame else None


def _has_other_object(document: Document, event: Event) -> bool:
    """`كتب كلماتها الشاعر`: what was written is the noun behind the verb, not the quotation further on."""
    following = document.keys[event.cue + 1 : event.cue + 2]
    written = event.reading.entry.form in ("كتب", "نشر", "سجل") and event.opener in ("quote", "colon")
    return written and event.content > event.cue + 3 and following[0].endswith(("ها", "اته", "ته"))


def _follows_subject(document: Document, at: int, position: int) -> bool:
    """Whether nothing or a short subject stands between a cue and a word."""
    return position - at <= _SUBJECT // 2 and not ADJUNCTS.intersection(document.keys[at + 1 : position])


def _opens(document: Document, at: int, position: int, frame: Set[str]) -> bool:
    """Whether a complementiser is the cue's own, and not that of an adjunct, of another phrase or of a formula."""
    before, key = document.keys[position - 1], document.keys[position]
    if "clause" not in frame:
        passive = position == at + 1 and len(document.keys[at]) <= _PASSIVE and not document.keys[at].endswith(_PRONOUNS)
        return "بأن" in frame and key.startswith("بان") and not passive  # `حروق وصفت بأنها`, but `ووصفه بأنه`
    if key.startswith("ف") or document.keys[position + 1 : position + 2] in _LETTERS or [before] in _LETTERS:
        return False  # `لذا فإن`; `إن بي سي`, `بي إن سبورت`
    if key == "وان" and (position == at + 1 or document.keys[position + 1 : position + 2] in _CONCEDED):
        return False  # `يفتخر وأن`: goes on with the clause before; `وإن كانت قليلة`
    if key != "ان":
        return before not in _NO_OPENERS and not _is_predicated(document, position - 1)
    if (
        before in _CONCESSIVES
        or _is_predicated(document, position - 1)
        or _is_governed(document, position - 1)
        or ((formula := document.hit_ending(position + 1, "formula")) is not None and formula.first != at)
    ):
        return False
    added = before == "الى" and document.keys[position - 2] in ("اضافة", "بالاضافة")
    deferred = before == "على" and "على" not in frame and document.keys[position + 1 : position + 2] != []
    return not added and not (deferred and document.keys[position + 1][0] in "يت")


def _is_governed(document: Document, at: int) -> bool:
    """`يمكن أن`, `على اعتبار أن`, `من الطبيعي أن`, `خوفا من أن`: the clause hangs on the word before it."""
    key, before = document.keys[at], document.key_at(at - 1)
    bare = key.removeprefix("و").removeprefix("ف")
    if key in _GOVERNORS or bare in _GOVERNORS or (key in _GROUNDS and before == "على") or _is_imperfect(document, at, bare):
        return True
    return (key in _EVALUATIVE and before in _FROM) or (key == "من" and before in _DREADING)


def _is_imperfect(document: Document, at: int, bare: str) -> bool:
    """Whether a verb of no table stands at a token, in the third person masculine: `العقد الذي ينتظر أن`."""
    return bare[:1] == "ي" and len(bare) > _SHORT and is_native(bare) and document.words[at].tags <= {"common_word"}


def _is_predicated(document: Document, at: int) -> bool:
    """`، والأسوأ أنه`: a clause of its own, whose predicate the complementiser opens."""
    key = document.keys[at]
    first = key.startswith("و") or not at or document.words[at - 1].kind is not Kind.WORD
    return first and key.removeprefix("و") in _PREDICATED


def _gap_end(document: Document, position: int) -> int:
    """Without the preposition that belongs to the complementiser: `إلى أن`, `على أن`."""
    return position - (document.keys[position - 1] in PREPOSITIONS)


def _colon(document: Document, quotes: Quotes, at: int, reading: Reading, position: int) -> Event | None:
    """What a colon opens, if the cue may take speech and the colon stands near it, or far before a quotation."""
    following, frame = position + 1, reading.frame
    speaks = "colon" in frame or ("clause" in frame and reading.opener == "yes")
    if following >= len(document.words) or not speaks or document.keys[position - 1] in _LISTING:
        return None
    far = position > at + _COLON_WINDOW
    if far and not (following in quotes.at and reading.pos == "verb" and starts_clause(document, at)):
        return None
    quote = quotes.at.get(following)
    if quote is not None:
        return Event(at, reading, "quote", position, document.token_at(quote.span.start))
    if document.keys[following] in COMPLEMENTISERS:
        return Event(at, reading, "clause", position, following + 1)
    return Event(at, reading, "colon", position, following)


def _is_clock(document: Document, position: int) -> bool:
    words = document.words
    sides = 0 < position < len(words) - 1
    return sides and words[position - 1].kind is Kind.NUMBER and words[position + 1].kind is Kind.NUMBER
