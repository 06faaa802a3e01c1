"""What a date is resolved against: the day of publication, the tense of its sentence, the last date mentioned."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from arabnews.document import Document
from arabnews.model import Calendar, DateMod, DateType
from arabnews.text.tokens import MARK

_FUTURE_WORDS: Final = frozenset(
    {"سوف", "المقرر", "المزمع", "المرتقب", "المنتظر", "المتوقع", "المقبل", "القادم", "المقبلة", "القادمة"}
    | {"المقررة", "المزمعة", "المرتقبة", "المنتظرة", "المتوقعة"}
    | {"يصادف", "تصادف", "الاستعدادات", "استعدادا", "استعداداته", "استعداداتها", "تحضيرا", "موعدها", "موعده"}
    | {"يرجى", "نرجو", "الرجاء"}
)
_SHORT_VERBS: Final = frozenset({"سيتم", "ستتم", "سيصل", "ستصل", "سيبث", "ستبث", "سيضم", "ستضم", "سيحل", "ستحل", "سيعد", "ستعد"})
_SCHEDULED: Final = frozenset(
    {"لتقي", "واجه", "لعب", "ستضيف", "خوض", "نازل", "لاقي", "فتتح", "ختتم", "نطلق", "نعقد", "ستهل", "دشن", "ستانف", "حتضن"}
    | {"ستكمل", "قام", "تقابل", "تواجه", "تنافس", "شارك", "عود", "غادر", "توجه", "تنتهي", "نتهي", "بدا", "بدأ", "ستمر", "رعى"}
)
"""Imperfects that news uses of what is fixed for a day to come: `يلتقي الفريقان الأحد`."""
_COMING: Final = frozenset({"المقبل", "القادم", "المقبلة", "القادمة"})
_SCHEDULE_WINDOW: Final = 7
_WINDOW: Final = 25


_RELATIVE: Final = frozenset({"الذي", "التي", "اللذين", "اللتين", "الذين"})
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
        document = self.document
        first, end = document.sentence_bounds[position]
        for at in range(position - 1, max(first, position - window) - 1, -1):
            key = document.keys[at]
            if key in _FUTURE_WORDS or ("س" in key and _is_future_verb(key) and not _is_name(document, at)):
                return True
            if position - at <= _SCHEDULE_WINDOW and _is_scheduled(document, at, first):
                return True
            if document.words[at].kind is MARK and key in '«»"“”':
                break
            if position - at > 1 and _is_said(document, at):
                break  # `قال الوزير، الأربعاء`: it was said then
            if key in _RELATIVE and _is_past(document.keys[at + 1]):
                break  # `سيلتقي الوفد الذي وصل السبت`
        after = document.keys[position : min(position + 4, end)]
        return not _COMING.isdisjoint(after)

    def alone(self, first: int, end: int) -> bool:
        """Whether the text is nothing but these tokens and marks: an entry of a calendar or a form, which looks forward."""
        words = self.document.words
        return len(words) <= end - first + 3 and all(word.kind is MARK for word in [*words[:first], *words[end:]])

    def mentioned(self, found: Temporal) -> None:
        """Remember a resolved date for anaphora."""
        if found.type is DateType.DATE and found.value and found.value[0].isdigit():
            self.last = found
        if found.type in (DateType.DATE, DateType.TIME) and found.value and len(found.value) >= 10 and found.value[4] == "-":
            self.last_day = found


def _is_said(document: Document, at: int) -> bool:
    """Whether a token is a verb of saying in the perfect, and no preposition (`عبر`)."""
    word = document.words[at]
    cue = word.get("cue")
    return cue is not None and cue.tense == "perfect" and "function_word" not in word.tags


def _is_name(document: Document, at: int) -> bool:
    """`سامانثا`, `ساركوزي`, `سيدني`: names that begin like a verb with its `س`."""
    word = document.words[at]
    if word.tags & {"person_name", "place", "place_alias", "organisation"}:
        return True
    return word.key.lstrip("وف").startswith("سا") and "أ" not in word.surface


def _is_scheduled(document: Document, at: int, first: int) -> bool:
    """`يفتتح المعرض`, `وتنطلق البطولة`; but not `كان يفتتح`, `لم ينته`."""
    key = document.keys[at]
    key = key[1:] if key[:1] in "وف" and len(key) > 4 else key
    if key[:1] not in "يت" or key[1:] not in _SCHEDULED:
        return False
    return not any(back.lstrip("وف") in _PAST_AUXILIARIES for back in document.keys[max(first, at - 3) : at])


def _is_past(key: str) -> bool:
    """Whether a verb behind `الذي` is no imperfect."""
    return key[:1] not in "يتسن" and key not in ("من", "لا", "لن", "لم", "كان", "كانت", "قد", "هو", "هي")


def _is_future_verb(key: str) -> bool:
    """`سيبدأ`, `وستعقد`: the future particle with an imperfect."""
    rest = key[1:] if key[:1] in "وف" else key
    return rest in _SHORT_VERBS or (len(rest) > 4 and rest[0] == "س" and rest[1] in "يتان" and not rest.endswith(("ة", "ين")))
