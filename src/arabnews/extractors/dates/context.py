"""What a date is resolved against: the day of publication, the tense of its sentence, the last date mentioned."""

from __future__ import annotations

from datetime import date
from typing import Final, NamedTuple

from arabnews.document import Document
from arabnews.model import Calendar, DateMod, DateType
from arabnews.text.tokens import Kind

_FUTURE_WORDS: Final = frozenset(
    {"سوف", "المقرر", "المزمع", "المرتقب", "المنتظر", "المتوقع", "المقبل", "القادم", "المقبلة", "القادمة"}
    | {"يصادف", "تصادف", "الاستعدادات", "استعدادا", "استعداداته", "استعداداتها", "تحضيرا", "موعدها", "موعده"}
)
_SHORT_VERBS: Final = frozenset({"سيتم", "ستتم", "سيصل", "ستصل", "سيبث", "ستبث", "سيضم", "ستضم", "سيحل", "ستحل", "سيعد", "ستعد"})
_WINDOW: Final = 25


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
        self.published = document.article.published
        self.last: Temporal | None = None
        self.last_day: Temporal | None = None

    def future(self, position: int) -> bool:
        """Whether the clause around a token speaks of the future: `سوف`, a verb with `س`, `من المقرر` before it."""
        document = self.document
        first, end = document.sentence_bounds(position)
        for at in range(position - 1, max(first, position - _WINDOW) - 1, -1):
            key = document.keys[at]
            if key in _FUTURE_WORDS or _is_future_verb(key):
                return True
            if document.words[at].kind is Kind.MARK and key in '«»"“”':
                break
        after = document.keys[position : min(position + 4, end)]
        return any(key in ("المقبل", "القادم", "المقبلة", "القادمة") for key in after)

    def alone(self, first: int, end: int) -> bool:
        """Whether the text is nothing but these tokens and marks: an entry of a calendar or a form, which looks forward."""
        words = self.document.words
        return len(words) <= end - first + 3 and all(word.kind is Kind.MARK for word in [*words[:first], *words[end:]])

    def mentioned(self, found: Temporal) -> None:
        """Remember a resolved date for anaphora."""
        if found.type is DateType.DATE and found.value and found.value[0].isdigit():
            self.last = found
        if found.type in (DateType.DATE, DateType.TIME) and found.value and len(found.value) >= 10 and found.value[4] == "-":
            self.last_day = found


def _is_future_verb(key: str) -> bool:
    """`سيبدأ`, `وستعقد`: the future particle with an imperfect."""
    rest = key[1:] if key[:1] in "وف" else key
    return rest in _SHORT_VERBS or (len(rest) > 4 and rest[0] == "س" and rest[1] in "يتان" and not rest.endswith(("ة", "ين")))
