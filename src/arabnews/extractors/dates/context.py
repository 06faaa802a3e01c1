"""What a date is resolved against: the day of publication, the tense of its sentence, the last date mentioned."""

from __future__ import annotations

from datetime import date
from itertools import compress
from typing import Final, NamedTuple

from arabnews.document import Document
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.model import Calendar, DateMod, DateType
from arabnews.text.tokens import MARK

DATE: Final = DateType.DATE
TIME: Final = DateType.TIME
DURATION: Final = DateType.DURATION
SET: Final = DateType.SET
"""Python 3.11 finds a module's own names ten times as fast as an enumeration's."""
DAY_LENGTH: Final = len("2021-12-10")
_FUTURE_WORDS: Final = frozenset(
    {"سوف", "المقرر", "المؤمل", "المامول", "المرجح", "المزمع", "المرتقب", "المنتظر", "المتوقع"}
    | {"المقبل", "القادم", "المقبلة", "القادمة"}
    | {"المقررة", "المزمعة", "المرتقبة", "المنتظرة", "المتوقعة"}
    | {"يصادف", "تصادف", "الاستعدادات", "استعدادا", "استعداداته", "استعداداتها", "تحضيرا", "موعدها", "موعده"}
    | {"يرجى", "نرجو", "الرجاء"}
)
_SHORT_VERBS: Final = frozenset({"سيتم", "ستتم", "سيصل", "ستصل", "سيبث", "ستبث", "سيضم", "ستضم", "سيحل", "ستحل", "سيعد", "ستعد"})
_SCHEDULED: Final = frozenset(
    {"لتقي", "واجه", "لعب", "ستضيف", "خوض", "نازل", "لاقي", "فتتح", "ختتم", "نطلق", "نعقد", "ستهل", "دشن", "ستانف", "حتضن"}
    | {"ستكمل", "قام", "تقابل", "تواجه", "تنافس", "شارك", "عود", "غادر", "توجه", "تنتهي", "نتهي", "بدا", "بدأ", "ستمر", "رعى"}
    | {"عتزم", "نوي", "توقع", "نتظر", "رتقب", "ترقب", "ستعد", "تاهب"}
)
"""Imperfects that news uses of what is fixed or awaited for a day to come: `يلتقي الفريقان الأحد`, `ينتظر أن يصل الأحد`."""
_SCHEDULE_WINDOW: Final = 7
_WINDOW: Final = 25


_RELATIVE: Final = frozenset({"الذي", "التي", "اللذين", "اللتين", "الذين"})
_COMING: Final = frozenset({"المقبل", "القادم", "المقبلة", "القادمة"})
_PAST_AUXILIARIES: Final = frozenset({"كان", "كانت", "كانوا", "ظل", "ظلت", "لم", "بات", "ما"})


class Temporal(NamedTuple):
    """A time expression as read, by tokens; the shape of everything the rules of this layer give."""

    first: int
    end: int
    type: DateType
    value: str | None
    rule: str
    mod: DateMod | None = None
    calendar: Calendar = Calendar.GREGORIAN
    interval: tuple[date, date] | None = None
    kind: str = ""
    """What it can combine with: day, weekday, month, year, clock, part, duration, set, reference or empty."""
    detail: str = ""


class _Sign(NamedTuple):
    """What a word tells of the time of its clause."""

    future: bool
    scheduled: bool
    quoted: bool
    said: bool
    """A verb of saying in the perfect, and no preposition (`عبر`)."""
    relative: bool


class Context:
    """The document with its reference day and what was mentioned so far."""

    def __init__(self, document: Document) -> None:
        self.document = document
        published = document.article.published
        self.published = published if published is not None and 1 < published.year < date.max.year else None
        self.last: Temporal | None = None
        self.last_day: Temporal | None = None

    def future(self, position: int, window: int = _WINDOW) -> bool:
        """Whether the clause around a token speaks of the future: `سوف`, a verb with `س`, `من المقرر` before it."""
        keys, words = self.document.keys, self.document.words
        first, end = self.document.sentence_bounds[position]
        start = max(first, position - window)
        for at in compress(range(position - 1, start - 1, -1), map(_sign_of, words[start:position][::-1])):
            sign, distance = _sign_of(words[at]), position - at
            if sign is None:
                continue
            if sign.future:
                return True
            if sign.scheduled and distance <= _SCHEDULE_WINDOW and not any(map(_is_auxiliary, keys[max(first, at - 3) : at])):
                return True
            if sign.quoted or (sign.said and distance > 1):
                break  # `قال الوزير، الأربعاء`: it was said then
            if sign.relative and _is_past(keys[at + 1]):
                break  # `سيلتقي الوفد الذي وصل السبت`
        return not _COMING.isdisjoint(keys[position : min(position + 4, end)])

    def alone(self, first: int, end: int) -> bool:
        """Whether the text is nothing but these tokens and marks: an entry of a calendar or a form, which looks forward."""
        words = self.document.words
        return len(words) <= end - first + 3 and all(word.kind is MARK for word in [*words[:first], *words[end:]])

    def mentioned(self, found: Temporal) -> None:
        """Remember a resolved date for anaphora."""
        kind, value = found.type, found.value
        if not value or kind is DURATION or kind is SET:
            return
        if kind is DATE and "0" <= value[0] <= "9":
            self.last = found
        if len(value) >= DAY_LENGTH and value[4] == "-":
            self.last_day = found


@kept
def _sign_of(word: Word) -> _Sign | None:
    """What a word tells of the time of its clause: nothing, as most do."""
    cue, key = word.get("cue"), word.key
    sign = _Sign(
        future=key in _FUTURE_WORDS or (_is_future_verb(key) and not _is_name(word)),
        scheduled=_is_scheduled(key),
        quoted=word.kind is MARK and key in '«»"“”',
        said=cue is not None and cue.tense == "perfect" and "function_word" not in word.tags,
        relative=key in _RELATIVE,
    )
    return sign if any(sign) else None


def _is_name(word: Word) -> bool:
    """`سامانثا`, `ساركوزي`, `سيدني`: names that begin like a verb with its `س`."""
    if word.tags & {"person_name", "place", "place_alias", "organisation"}:
        return True
    return word.key.lstrip("وف").startswith("سا") and "أ" not in word.surface


def _is_scheduled(key: str) -> bool:
    """`يفتتح المعرض`, `وتنطلق البطولة`."""
    key = key[1:] if key[:1] in "وف" and len(key) > 4 else key
    return key[:1] in "يت" and key[1:] in _SCHEDULED


def _is_auxiliary(key: str) -> bool:
    """`كان يفتتح`, `لم يفتتح`: what makes the past of an imperfect."""
    return key.lstrip("وف") in _PAST_AUXILIARIES


def _is_past(key: str) -> bool:
    """Whether a verb behind `الذي` is no imperfect."""
    return key[:1] not in "يتسن" and key not in ("من", "لا", "لن", "لم", "كان", "كانت", "قد", "هو", "هي")


def _is_future_verb(key: str) -> bool:
    """`سيبدأ`, `وستعقد`: the future particle with an imperfect."""
    rest = key[1:] if key[:1] in "وف" else key
    return rest in _SHORT_VERBS or (len(rest) > 4 and rest[0] == "س" and rest[1] in "يتان" and not rest.endswith(("ة", "ين")))
