"""Quotes: what stands inside quotation marks, and whether a source says it or it is a name, a title, a term.

Half of what news puts between marks is one or two words, mostly names and terms. A quoted stretch is a statement when something
introduces it as speech, when it opens like a clause, or when it is long and no noun before it asks for a name.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import Final, NamedTuple

from arabnews.document import Document
from arabnews.extractors.base import Layers
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.lexicon.verbal_nouns import is_verbal_noun
from arabnews.model import Quote
from arabnews.spans import draft_of, span_between
from arabnews.text.characters import QUOTE_MARKS
from arabnews.text.tokens import BREAK, NUMBER, WORD

LONG: Final = 8
"""Words from which a quoted stretch is a statement unless a noun before it asks for a name."""

_EDGE: Final = frozenset(".،,؛;:!?؟…-–—") | QUOTE_MARKS
"""Marks that are left out at both ends of a quoted stretch."""


_REACH: Final = 40
_SPEAKER: Final = 6
_GAP: Final = 14
"""Tokens from a verb of speech to the mark behind who speaks."""
_FAR_GAP: Final = 24
"""The same, before what ends its sentence: `قال الوزير في كلمة ألقاها في ختام المعرض «...».`"""
_PREPOSITIONS: Final = frozenset({"الى", "على", "ضد", "من", "لدى", "بين", "عن", "بدون", "دون", "عبر", "حول"})
_COPULAS: Final = frozenset(
    {"هو", "هي", "كان", "كانت", "يكون", "تكون", "ليس", "ليست", "اصبح", "اصبحت", "بات", "باتت", "يشكل", "تشكل", "شكل", "شكلت"}
    | {"يمثل", "تمثل", "يعد", "تعد", "يعتبر", "تعتبر", "اعتبره", "اعتبرها", "بمثابة", "باعتبارها", "باعتباره"}
    | {"بوصفه", "بوصفها", "سيكون", "ستكون", "لكنه", "لكنها", "بانه", "بانها"}
)
_NOUNS: Final = frozenset(
    {"تقدم", "تعرض", "توقف", "تمسك", "تحسن", "تطور", "توفر", "تحقق", "تضرر", "تدخل", "تحول", "تخوف", "تعهد", "تحفظ", "تسلم"}
    | {"تفهم", "تحرك", "تنوع", "تغير", "تأخر", "تفوق", "توجه", "توسع", "تونس", "تكلف", "تمدن", "تمرد", "تراث", "تركي", "تويت"}
)
"""Nouns spelt like an imperfect in ت."""
_LETTERS: Final = frozenset({"بي", "تي", "اف", "ار"})
"""Foreign letters spelt out, of which `إن` can be the first."""
_COMMAS: Final = frozenset("،,")
_JOINED: Final = frozenset({"و", "ب", "ل", "ك"})
"""Written in one with a mark, they make what is quoted a part of the clause before."""
_Draft: Final = draft_of(Quote)
_PRETEXTS: Final = frozenset({"بذريعة", "بحجة", "بدعوى", "بزعم", "بداعي", "بتهمة"})


class Stretch(NamedTuple):
    """A quoted stretch by tokens: its marks (`closing` is None if there is none), what stands inside, its words up to `LONG`."""

    opening: int
    closing: int | None
    first: int
    end: int
    words: int


Rule = Callable[[Document, Stretch], bool | None]


def single_word(document: Document, stretch: Stretch) -> bool | None:
    """One word is a name or a term.

    Examples:
        شاهدنا فيلم «[القنطرة](is_statement=False)» مرتين
    """
    return False if stretch.words < 2 else None


def after_colon(document: Document, stretch: Stretch) -> bool | None:
    """Speech after a colon; two words, where a reporting verb stands before it.

    Examples:
        وأضاف: «[سنعود غدا إلى العمل](is_statement=True)»
        وأضاف الوزير: «[نحن سعداء](is_statement=True)»
    """
    if document.padded_keys[stretch.opening - 1] != ":":
        return None
    return True if stretch.words > 2 or _is_reported(document, stretch) else None


def named(document: Document, stretch: Stretch) -> bool | None:
    """A noun before the mark takes a name, and what is quoted does not open like a clause, nor stands where one speaks.

    Examples:
        أطلقت الجمعية مبادرة «[حديقة لكل حي وشارع](is_statement=False)» أمس
        قرأت الكتاب الشهير «[تاريخ المدن الساحلية في بلاد الشرق القديم كلها](is_statement=False)» مرتين
        وقالت ناطقة باسم المصنع «[عادت السفينة لأن المحرك توقف فجأة](is_statement=True)»
    """
    at, keys = stretch.opening - 1, document.padded_keys
    head = "quoted_name_head" in document.padded_words[at].tags
    if not head and "quoted_name_head" in document.padded_words[at - 1].tags:
        head = keys[at].startswith("ال") and keys[at - 1].startswith("ال")  # an adjective stands between
    if not head or _opens_clause(document, stretch):
        return None
    return (keys[at].startswith("ال") and after_speaker(document, stretch)) or False


def after_complementiser(document: Document, stretch: Stretch) -> bool | None:
    """A clause that `أن` or `إن` introduces; two or three words behind it are more often the name of the clause's subject.

    With a pronoun on the complementiser the subject is there already, and what follows is its predicate.

    Examples:
        أوضحت الشركة أنها «[مستعدة للتعاون](is_statement=True)» مع الجميع
        أوضح المدير أن «[الطريق الساحلي سيفتح قريبا](is_statement=True)»
        أوضح المدير أن «[قرية الضيافة](is_statement=False)» ستفتح قريبا
    """
    reading = document.padded_words[stretch.opening - 1].get("clause_opener")
    if reading is None or reading["kind"] != "complementiser":
        return None
    has_subject = not reading.entry.form.endswith("ن")
    return stretch.words > 3 or has_subject or _opens_clause(document, stretch)


def after_cue(document: Document, stretch: Stretch) -> bool | None:
    """Three words or more directly behind a reporting verb, or two that it demands or describes.

    Examples:
        وقال «[نريد طريقا آخر](is_statement=True)»
    """
    before = document.padded_words[stretch.opening - 1]
    if "cue" not in before.tags:
        return None
    return True if stretch.words > 2 or before.get("cue")["stance"] == "demand" else None  # type: ignore[index]


def before_cue(document: Document, stretch: Stretch) -> bool | None:
    """Three words or more in front of a reporting verb, with a comma between: `«...»، قال الوزير`.

    Examples:
        «[الطريق الساحلي مغلق الآن](is_statement=True)»، قال المدير سالم
    """
    if stretch.words < 3 or stretch.closing is None:
        return None
    at = stretch.closing + 1
    if document.padded_keys[at] not in _COMMAS or at == len(document.words) - 1:
        return None
    cue = document.words[at + 1].get("cue")
    told = cue is not None and cue.pos == "verb" and not cue.proclitics and cue["opener"] == "yes" and cue["stance"] == "assert"
    return True if told else None


def pretext(document: Document, stretch: Stretch) -> bool | None:
    """What somebody gives as a reason is what he says.

    Examples:
        منعوا من الدخول بذريعة «[نقص الأوراق المطلوبة](is_statement=True)» أمس
    """
    return True if document.padded_keys[stretch.opening - 1] in _PRETEXTS else None


def clause(document: Document, stretch: Stretch) -> bool | None:
    """Three words or more that open like a clause.

    Examples:
        رد المتظاهرون «[لن نغادر الساحة](is_statement=True)» ومضوا
    """
    return True if stretch.words > 2 and _opens_clause(document, stretch) else None


def phrase(document: Document, stretch: Stretch) -> bool | None:
    """In reported speech, a prepositional phrase of three words or more; names seldom begin with one.

    Examples:
        اتهم الوزير خصومه «[بإخفاء الوثائق المطلوبة](is_statement=True)» أمس
        قال إن الحكومة تسعى «[إلى حل عادل للنزاع](is_statement=True)» الآن
    """
    if stretch.words < 3 or not _is_reported(document, stretch):
        return None
    word = document.words[stretch.first]
    key, preposition = word.key, document.keys[stretch.first] in _PREPOSITIONS
    clitic = key[:1] in "بل" and (is_verbal_noun(key[1:], word.surface[1:]) or any(r.proclitics for r in word.readings))
    return True if preposition or clitic else None


def predicate(document: Document, stretch: Stretch) -> bool | None:
    """In reported speech, what is said of a subject behind a copula or a verb like it.

    Examples:
        قال المدير إن القرار يشكل «[خطوة كبرى](is_statement=True)» للمدينة
    """
    if document.padded_keys[stretch.opening - 1] not in _COPULAS or document.keys[stretch.first].startswith("ال"):
        return None
    return True if stretch.words > 1 and _is_reported(document, stretch) else None


def after_speaker(document: Document, stretch: Stretch) -> bool | None:
    """Four words or more behind a verb of speech and who speaks, where nothing else opens what he says.

    Examples:
        وقالت سلمى الحداد نائبة المدير «[زيارة الوفد ناجحة جدا](is_statement=True)»
        قال رئيس شركة «[الطريق الجديد إلى البحر](is_statement=False)» إن العمل انتهى
    """
    if stretch.words < 4:
        return None
    first, end = document.sentence_bounds[stretch.opening]
    before = document.padded_words[stretch.opening - 1]
    if "clause_opener" in before.tags:
        return None  # `وهي «دول الشرق كلها تقريبا»`
    closes = stretch.closing is not None and stretch.closing >= end - 2 and before.key not in _JOINED
    gap = _FAR_GAP if closes else _GAP
    for at in range(stretch.opening - 1, max(first, stretch.opening - gap) - 1, -1):
        word = document.words[at]
        if (opener := word.get("clause_opener")) is not None and opener["kind"] == "complementiser":
            return None
        if (cue := word.get("cue")) is not None and cue.pos == "verb":
            speaks = cue["opener"] == "yes" and cue["stance"] == "assert" and "quote" in cue["frame"]
            return True if speaks and not _is_opened_later(document, stretch) else None
    return None


def _is_opened_later(document: Document, stretch: Stretch) -> bool:
    """Whether a complementiser stands behind the closing mark in its sentence: what is quoted is a part of a name."""
    if stretch.closing is None:
        return False
    end = min(document.sentence_bounds[stretch.opening][1], stretch.closing + _REACH)
    for word in document.words[stretch.closing + 1 : end]:
        if "clause_opener" in word.tags:
            return True
        if (cue := word.get("cue")) is not None and cue.pos == "verb":
            return False  # `، كما كتب أنه`
    return False


def long_stretch(document: Document, stretch: Stretch) -> bool | None:
    """A long stretch is said; a short one is a name or a term.

    Examples:
        وصفت ما جرى «[ليلة طويلة من القلق والانتظار على أبواب المستشفى](is_statement=True)»
    """
    return stretch.words >= LONG


RULES: Final[tuple[Rule, ...]] = (
    single_word,
    after_colon,
    named,
    after_complementiser,
    after_cue,
    before_cue,
    pretext,
    clause,
    phrase,
    predicate,
    after_speaker,
    long_stretch,
)
"""In order; the first that answers decides."""


class QuoteExtractor:
    """Finds every quoted stretch, closed or not, and decides which are statements."""

    name: Final = "quotes"
    layer: Final = "quotes"
    requires: Final[tuple[str, ...]] = ()

    def extract(self, document: Document, layers: Layers) -> Iterable[Quote]:
        for stretch in _stretches(document):
            for rule in RULES:
                answer = rule(document, stretch)
                if answer is not None:
                    break  # one of them always answers
            closed = stretch.closing is not None
            if not closed and not _introduced(document, stretch):
                continue  # a stray mark
            start, end = document.starts[stretch.first], document.ends[stretch.end - 1]
            outer_end = end if stretch.closing is None else document.ends[stretch.closing]
            quote = _Draft()
            quote.span, quote.text, quote.rule = span_between(start, end), document.text[start:end], rule.__name__
            quote.outer = span_between(document.starts[stretch.opening], outer_end)
            quote.is_statement, quote.closed = bool(answer), closed
            quote.__class__ = Quote
            yield quote


@kept
def _is_left_out(word: Word) -> bool:
    """A break, or a mark that is left out at both ends."""
    return word.kind is not WORD and (word.kind is BREAK or word.surface in _EDGE)


@kept
def _is_counted(word: Word) -> bool:
    return word.kind is WORD or word.kind is NUMBER


def _stretches(document: Document) -> Iterator[Stretch]:
    words = document.words
    openings = [pair.open for pair in document.pairs] + [len(words)]
    for number, (opening, closing, _) in enumerate(document.pairs):
        first = opening + 1
        if closing is None and openings[number + 1] == first:
            continue  # marks in a row
        end = _end_of_unclosed(document, opening, openings[number + 1]) if closing is None else closing
        while end > first and _is_left_out(words[end - 1]):
            end -= 1
        while first < end and _is_left_out(words[first]):
            first += 1
        count = sum(islice(filter(None, map(_is_counted, words[first:end])), LONG))  # no rule asks how much longer it is
        if count:
            yield Stretch(opening, closing, first, end, count)


def _end_of_unclosed(document: Document, opening: int, following: int) -> int:
    """Where a quotation without a closing mark ends: before the sentence that opens the next one, or with its paragraph."""
    end = document.paragraphs[document.paragraph_at(opening)][1]
    if following < end:
        end = document.sentence_bounds[following][0]
    return max(end, opening + 1)


def _introduced(document: Document, stretch: Stretch) -> bool:
    """Whether a colon, a complementiser or a reporting verb stands before the opening mark, and a clause's length behind it."""
    if not stretch.opening or stretch.words < 4:
        return False
    first = max(document.sentence_bounds[stretch.opening][0], stretch.opening - _SPEAKER)
    before = document.words[stretch.opening - 1]
    spoken = _opens_clause(document, stretch) and _has_cue(document, first, stretch.opening)
    return spoken or before.key == ":" or bool(before.tags & {"cue", "clause_opener"})


def _is_reported(document: Document, stretch: Stretch) -> bool:
    """Whether a reporting verb stands before the mark in its sentence."""
    first = max(document.sentence_bounds[stretch.opening][0], stretch.opening - _REACH)
    return _has_cue(document, first, stretch.opening)


def _has_cue(document: Document, first: int, end: int) -> bool:
    """Whether a word of saying stands in a token range."""
    cues = document.at("cue")
    last = bisect_left(cues, end) - 1
    return last >= 0 and cues[last] >= first


def _opens_clause(document: Document, stretch: Stretch) -> bool:
    """Whether the first word is a particle, a pronoun or a verb form that opens a clause."""
    word = document.words[stretch.first]
    if document.padded_keys[stretch.first + 1] in _LETTERS:
        return False  # `«إن بي سي»`
    if "clause_opener" in word.tags or document.hit_at(stretch.first, "clause_opener"):
        return True
    cue = word.get("cue")
    if cue is not None and cue.pos == "verb":
        return True
    return _looks_imperfect(word.key)


def _looks_imperfect(key: str) -> bool:
    """A future or a first or third person imperfect by its letters: `سنعود`, `نريد`, `يعملون`."""
    rest = key[1:] if key[:1] in "وف" and len(key) > 4 else key
    if rest[:1] == "ت" and len(rest) == 4 and not is_verbal_noun(rest, rest) and not rest.endswith(("ة", "ي", "ا")):
        return rest not in _NOUNS
    if rest[:1] == "س" and rest[1:2] in "ينتا" and len(rest) > 4:
        return True
    return len(rest) > 3 and (rest[0] == "ي" or (rest[0] == "ن" and rest[-1] not in "ةه")) and not rest.endswith(("ة", "ية"))
