"""What opens the content of a cue: a complementiser, a colon, a statement in marks; and what only looks like it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Set
from typing import Final

from arabnews.document import Document
from arabnews.enums import NAME, ORG, PER
from arabnews.extractors.claims.anonymity import REFUSALS, withholds_name
from arabnews.extractors.claims.cues import (
    is_finite,
    other_cue,
)
from arabnews.extractors.claims.event import COMPLEMENTISERS, PREPOSITIONS, WINDOW, Event, Quotes, is_abbreviation
from arabnews.extractors.claims.extents import ADJUNCTS
from arabnews.extractors.claims.noun_phrases import NounPhrases
from arabnews.extractors.claims.positions import starts_clause
from arabnews.lexicon.entries import Reading, Word
from arabnews.lexicon.kept import kept
from arabnews.lexicon.morphology import is_native
from arabnews.lexicon.word_sets import word_set
from arabnews.model import Mention, Quote
from arabnews.text.tokens import MARK, NUMBER, WORD

_COLON_WINDOW: Final = 20
_APPOSITION: Final = 16
"""Tokens that tell who speaks, from a semicolon to the comma before `إن`."""
_FAR: Final = 45
"""Tokens from a cue to a plain opener: a colon with a quotation, `أن` behind the comma that closes a subject."""
_PASSIVE: Final = 5
_PRONOUNS: Final = ("ه", "ها", "هم")
_SPEAKER: Final = 8
_GOVERNED: Final = frozenset({"ب", "إلى", "على", "عن", "من", "ل"})
_NO_OPENERS: Final = frozenset(
    {"لو", "ولو", "يكفي", "ويكفي", "الا", "رغم", "غير", "قبل", "منذ", "خاصة", "وخاصة", "خصوصا", "وخصوصا", "سيما", "لاسيما", "بيد"}
    | {"بحجة", "بدعوى", "بذريعة", "بسبب", "بحكم", "لدرجة", "بمعنى"}
)
"""Before `أنه` they make it somebody else's: `خاصة أنه`."""
_CONCEDED: Final = frozenset({"كان", "كانت", "كانوا", "لم", "كنا", "كنت"})
_ASKING: Final = frozenset({"كيف", "لماذا"})
_LETTERS: Final = frozenset({"بي", "تي", "اف", "ار"})
SHORT: Final = 3
SUBJECT: Final = 9
"""Tokens that a subject may have."""
DOUBLE: Final = frozenset({"قائلا", "قائلة", "قائلين", "بالقول", "بقوله", "بقولها", "بقولهم"})
"""Behind another cue they belong to it: `وتابع قائلا`."""
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
_PLAIN_THAT: Final = frozenset({"ان", "انه", "انها", "انهم"})
_TITLED: Final = frozenset({"بعنوان", "عنوان", "عنوانه", "عنوانها", "المعنون", "بعنوانه"})
"""Before the title of a text, which nobody says."""
_AS: Final = frozenset({"كما", "حسبما", "وفقما", "مثلما"})
_DASHES: Final = frozenset({"-", "–", "—"})
_BEGINNERS: Final = frozenset(':«"“')
_PREDICATED: Final = frozenset(
    {"الاسوا", "الاهم", "الاغرب", "الاخطر", "الادهى", "الغريب", "المهم", "الحقيقة", "الواقع", "الصحيح", "اللافت", "المثير"}
    | {"المؤسف", "المشكلة", "المؤكد", "المفارقة", "الملاحظ", "المعروف", "الاصل", "السبب", "النتيجة", "الجديد", "العجيب"}
    | {"الطريف", "الحال"}
)
"""Subjects whose predicate is the clause: `والأسوأ أنه`."""
_PREDICATING: Final = _PREDICATED | {f"و{subject}" for subject in _PREDICATED}
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


def opener_of(
    document: Document, quotes: Quotes, signs: list[int], at: int, reading: Reading, phrases: NounPhrases
) -> Event | None:
    """The complementiser, colon or statement that opens the content, to the right of the cue in its sentence."""
    bound = (quotes.any_said and quotes.around(at)) or document.sentence_bounds[at][1]
    near = at + WINDOW
    end = at + _FAR if reading.pos == "verb" else near
    end = bound if bound < end else end
    keys, words = document.keys, document.words
    index, count = bisect_right(signs, at), len(signs)
    relative = False
    while index < count and (position := signs[index]) < end:
        index += 1
        if position >= near and not starts_clause(document, at):
            return None
        key, word = keys[position], words[position]
        if word.kind is MARK:
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
        if key in _RELATIVES:
            relative = True
            continue
        if key in _SIGNS:
            if (event := _at_sign(document, at, reading, position)) is not None:
                return event
        elif key in REFUSALS and (past := withholds_name(document, position)):
            index = bisect_left(signs, past, index)
            continue
        if "cue" in word.tags and position > at + 1 and key not in DOUBLE and _is_other(document, at, position, phrases):
            other = word.get("cue")
            if not relative or not is_finite(document, position) or (other is not None and other.proclitics == "و"):
                return None  # `حذر من المخاطر التي تهدد البلاد، وقال إن`
            relative = False
            if _opens_at_once(document, position):  # `يقول الوزير الذي أشار إلى أن`
                return None
    return None


def _at_sign(document: Document, at: int, reading: Reading, position: int) -> Event | None:
    """The event of a cue whose clause a complementiser, `ألا` or a question word opens."""
    key, before, frame = document.keys[position], document.keys[position - 1], reading.frame
    gap_end = position - (before in PREPOSITIONS)  # without what belongs to the complementiser: `إلى أن`, `على أن`
    if key in COMPLEMENTISERS:
        near = position < at + WINDOW or (before in "،," and key.startswith("ان"))
        opens = near and _opens(document, at, position, frame)
        return Event(at, reading, "clause", gap_end, position + 1) if opens else None
    if "clause" not in frame:
        return None
    if key in _THAT_NOT:
        opens = _is_that_not(document, at, position)
        return Event(at, reading, "clause", gap_end, position) if opens else None
    return (
        Event(at, reading, "clause", position, position) if _follows_subject(document, at, position) else None
    )  # `وكشف كيف كان`


def _is_other(document: Document, at: int, position: int, phrases: NounPhrases) -> bool:
    """Whether another verb of saying stands at a token, and no part of a name: `الطيب لوح`."""
    mention = phrases.by_token.get(position)
    if mention is not None and is_name(document, position, mention):
        return False
    if document.keys[position - 1] in _AS and _is_inserted(document, position):
        return False
    cue = document.words[position].get("cue")
    if cue is not None and cue.entry.form == "نشر" and not cue.proclitics and position - at < SUBJECT:
        return False  # `قال فلان في مقطع نشر أمس إن`
    return _takes_clause(document.words[position]) and other_cue(document, position)


def _is_inserted(document: Document, position: int) -> bool:
    """`وقال فلان -كما نقلت الوكالة- إن`: whether a verb of saying stands in dashes, behind which the content opens."""
    keys = document.padded_keys
    if keys[position - 2] not in _DASHES:
        return False
    end = min(position + WINDOW, len(document.keys))
    close = next((at for at in range(position + 1, end) if keys[at] in _DASHES), position)
    return close > position and (keys[close + 1] in COMPLEMENTISERS or keys[close + 1] in _BEGINNERS)


@kept
def _takes_clause(word: Word) -> bool:
    """Whether a clause behind a verb can be its own: not that of `وهو شاب يحمل الهوية، أن`."""
    return any(reading.entry.form not in _NO_CLAUSES for reading in word.all("cue"))


def _is_that_not(document: Document, at: int, position: int) -> bool:
    """`وأضاف ألا دليل على ذلك`, `طالب الوزير بألا تتأخر الأعمال`: behind the verb, or behind a short subject."""
    governed = document.keys[position - 1] in PREPOSITIONS
    return "أل" in document.words[position].surface and position - governed - at <= SUBJECT // 2


def _is_apposed(document: Document, at: int, position: int) -> bool:
    """`قال فلان؛ تاجر ذهب، إن`, `أوضح رئيس اللجنة؛ أن`: a semicolon that does a comma's work behind the subject."""
    if document.keys[position] not in "؛;":
        return False
    if position - at > WINDOW or document.padded_keys[position + 1] in _PLAIN_THAT:
        return position - at <= WINDOW
    comma = next((i for i, key in enumerate(document.keys[position:][: _APPOSITION + 1], position) if key in "،,"), position)
    return comma > position and document.padded_keys[comma + 1] in _PLAIN_THAT


def _is_said(document: Document, at: int, reading: Reading, quote: Quote, position: int) -> bool:
    """Whether a quotation is what the cue says: no title, no question that it answers (`ردا على سؤال «...» قائلا`)."""
    close, frame = document.token_at(quote.outer.end - 1) + 1, reading.frame
    if document.keys[position - 1] in _TITLED or not DOUBLE.isdisjoint(document.keys[close : close + 3]):
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


def _fits(document: Document, at: int, quote: Quote, frame: Set[str]) -> bool:
    """Whether a verb that takes no speech has a quotation for its content: `طالب «بوقف الحرب»`, but not `أمر «لا مفر منه»`."""
    mark, first = document.token_at(quote.outer.start), document.token_at(quote.span.start)
    key = document.keys[first]
    governed = frame & _GOVERNED
    if governed:
        opens = PREPOSITIONS.get(key) in governed or (key[:1] in governed and len(key) > SHORT) or key in COMPLEMENTISERS
        return opens or document.keys[mark - 1] == "ب"
    return "clause" in frame and mark - at <= _SPEAKER and "،" not in document.keys[at:mark]


def _follows_subject(document: Document, at: int, position: int) -> bool:
    """Whether nothing or a short subject stands between a cue and a word."""
    return position - at <= SUBJECT // 2 and not ADJUNCTS.intersection(document.keys[at + 1 : position])


def _opens(document: Document, at: int, position: int, frame: Set[str]) -> bool:
    """Whether a complementiser is the cue's own, and not that of an adjunct, of another phrase or of a formula."""
    before, key = document.keys[position - 1], document.keys[position]
    if "clause" not in frame:
        passive = position == at + 1 and len(document.keys[at]) <= _PASSIVE and not document.keys[at].endswith(_PRONOUNS)
        return "بأن" in frame and key.startswith("بان") and not passive  # `حروق وصفت بأنها`, but `ووصفه بأنه`
    following = document.padded_keys[position + 1]
    if key[0] == "ف" or following in _LETTERS or before in _LETTERS or before == ".":
        return False  # `لذا فإن`; `إن بي سي`, `بي إن سبورت`, `سي.إن.إن`
    if key == "وان" and (position == at + 1 or before == "سبق" or following in _CONCEDED):
        return False  # `يفتخر وأن`: goes on with the clause before; `سبق وأن`; `وإن كانت قليلة`
    if key != "ان":
        return before not in _NO_OPENERS and not (before in _PREDICATING and _is_predicated(document, position - 1))
    if (
        before in _CONCESSIVES
        or (before in _PREDICATING and _is_predicated(document, position - 1))
        or _is_governed(document, position - 1)
        or ((formula := document.hit_ending(position + 1, "formula")) is not None and formula.first != at)
    ):
        return False
    added = before == "الى" and document.keys[position - 2] in ("اضافة", "بالاضافة")
    deferred = before == "على" and "على" not in frame and following != ""
    return not added and not (deferred and following[0] in "يت")


def _is_governed(document: Document, at: int) -> bool:
    """`يمكن أن`, `على اعتبار أن`, `من الطبيعي أن`, `خوفا من أن`: the clause hangs on the word before it."""
    key, before = document.keys[at], document.padded_keys[at - 1]
    if _governs_that(document.words[at]) or (key in _GROUNDS and before == "على"):
        return True
    return (key in _EVALUATIVE and before in _FROM) or (key == "من" and before in _DREADING)


@kept
def _governs_that(word: Word) -> bool:
    """Whether a clause hangs on a word wherever it stands: one of a table, or a verb of none in the third person masculine."""
    key = word.key
    bare = key.removeprefix("و").removeprefix("ف")
    if key in _GOVERNORS or bare in _GOVERNORS:
        return True
    return bare[:1] == "ي" and len(bare) > SHORT and is_native(bare) and word.tags <= {"common_word"}  # `العقد الذي ينتظر أن`


def _is_predicated(document: Document, at: int) -> bool:
    """`، والأسوأ أنه`: whether one of `_PREDICATING` begins a clause of its own, whose predicate the complementiser opens."""
    return document.keys[at][0] == "و" or not at or document.words[at - 1].kind is not WORD


def _colon(document: Document, quotes: Quotes, at: int, reading: Reading, position: int) -> Event | None:
    """What a colon opens, if the cue may take speech and the colon stands near it, or far before a quotation."""
    following, frame = position + 1, reading.frame
    speaks = "colon" in frame or ("clause" in frame and reading.opener == "yes")
    if following >= len(document.words) or not speaks or document.keys[position - 1] in _LISTING:
        return None
    far = position > at + _COLON_WINDOW
    opens = following in quotes.at or document.keys[following] in COMPLEMENTISERS
    if far and not (opens and reading.pos == "verb" and starts_clause(document, at)):
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
    return sides and words[position - 1].kind is NUMBER and words[position + 1].kind is NUMBER


def is_name(document: Document, at: int, mention: Mention) -> bool:
    """`اللواء سعد معن`, `حركة أمل`: a word of a person's or a body's name is no verb."""
    if mention.form is not NAME:
        return False
    if mention.kind is ORG:
        return mention.name.start < document.starts[at]
    return mention.kind is PER and mention.name.start <= document.starts[at] and " " in mention.text
