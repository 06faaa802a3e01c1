"""Numerals: figures and number words -> values.

Number words follow the grammar of Modern Standard Arabic: units before tens (`خمسة وعشرون`), hundreds as one word or two
(`ثلاثمئة`, `ثلاث مئة`), scales with their duals and plurals (`ألفان`, `ثلاثة آلاف`), parts joined by `و`, the article on
any of them (Ryding 2005, ch. 15). Figures and words mix (`2,5 مليون`, `5 آلاف و200`).
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple

from arabnews.document import Document, remembered
from arabnews.lexicon.entries import Reading, Word
from arabnews.lexicon.kept import kept
from arabnews.model import NumberForm, Value
from arabnews.text.characters import fold
from arabnews.text.tokens import NUMBER, WORD

DIGITS: Final = NumberForm.DIGITS
WORDS: Final = NumberForm.WORDS
MIXED: Final = NumberForm.MIXED
"""Rules ask for forms at every number, and Python 3.11 finds a module's own names ten times as fast as an enumeration's."""
MAX_FIGURE: Final = 40
"""Characters from which a run of digits is no amount any more."""
_GROUPS: Final = re.compile(r"\d{1,3}(?:([.,،٬'’])\d{3})(?:\1\d{3})*(?:([.,،٫])\d+)?\Z")
_SAME_MARK: Final = re.compile(r"(\d{1,3}(?:([.,،])\d{3})(?:\2\d{3})*)\2(\d{1,2})\Z")
"""`2.414.30`: one mark for thousands and decimals, before a unit."""
_PLAIN: Final = re.compile(r"(\d+)(?:([.,،٫])(\d+))?\Z")
_GROUP: Final = re.compile(r"\d{3}(?:[.,،٫]\d+)?\Z")
_RLM: Final = "\u200f"
_PERCENT_SIGNS: Final = frozenset("%٪")
_VISUAL: Final = "ر"
"""What stands for the decimal comma in the copy of some agencies, whose figures are typed in the order of their looks."""
GOES_ON: Final = frozenset({"و", _VISUAL})
_MAX_WORDS: Final = 24


class Numeral(NamedTuple):
    """A number as read: token range, value, how it is written, the largest scale in it, and how many of that scale."""

    first: int
    end: int
    value: Value
    form: NumberForm
    scale: int = 1
    coefficient: Value = 0
    definite: bool = False


def plain(value: Decimal | int) -> Value:
    """An int where the value is whole, else a Decimal.

    Example:
        >>> plain(Decimal("2.50")), plain(Decimal("3.0"))
        (Decimal('2.5'), 3)
    """
    if isinstance(value, int):
        return value
    return int(value) if value == value.to_integral_value() else value.normalize()


def figure(key: str, decimal: bool = False) -> Value | None:
    """The value of a figure (a NUMBER token's key), or None if it is no amount (`27.7.2015`).

    A single separator before three digits is read as a thousands separator, unless `decimal` says that what follows the figure
    (a scale, a percent sign) makes a decimal likelier, or the figure begins with 0.

    Example:
        >>> figure("1,500"), figure("64,6"), figure("8.168", decimal=True), figure("27.7.2015")
        (1500, Decimal('64.6'), Decimal('8.168'), None)
    """
    if len(key) > MAX_FIGURE:
        return None
    if match := _PLAIN.match(key):
        whole, mark, rest = match.groups()
        if rest is None:
            return int(whole)
        grouped = len(rest) == 3 and mark != "٫" and len(whole) <= 3 and whole[0] != "0"
        if not grouped or decimal:
            return plain(Decimal(f"{whole}.{rest}"))
        return int(whole + rest)
    if match := _GROUPS.match(key):
        mark, point = match[1], match[2]
        if point == mark:
            return _same_mark(key) if decimal else None
        whole, _, rest = key.partition(point) if point else (key, "", "")
        digits = re.sub(r"\D", "", whole)
        return plain(Decimal(f"{digits}.{rest}")) if rest else int(digits)
    return None


def _same_mark(key: str) -> Value | None:
    match = _SAME_MARK.match(key)
    return plain(Decimal(re.sub(r"\D", "", match[1]) + "." + match[3])) if match else None


_COMPLETE: Final = frozenset({"zero", "unit", "ten", "teens", "tens", "hundred", "hundreds", "dozen"})
"""Kinds of number words that may stand by themselves."""
_COUNTED: Final = frozenset({"counted", "measure", "currency"})
_BEGINNINGS: Final = frozenset({"number", "figure"})


def read(document: Document, first: int) -> Numeral | None:
    """The longest number that starts at a token, in figures, words or both; None if there is none.

    Example:
        >>> from arabnews import Article, Lexicon
        >>> document = Document(Article("مئتان وخمسة وثلاثون ألفا"), Lexicon.default())
        >>> read(document, 0).value
        235000
    """
    if document.padded_words[first].tags.isdisjoint(_BEGINNINGS):
        return None
    return _numeral(document, first)


@remembered
def _numeral(document: Document, first: int) -> Numeral | None:
    return _lone(document, first) or _Reader(document, first).read()


def _lone(document: Document, first: int) -> Numeral | None:
    """A figure or a number word with nothing behind it that numbers go on with, as most of them are."""
    word, after = document.words[first], document.padded_words[first + 1]
    if after.kind is NUMBER or after.key in GOES_ON or "number" in after.tags:
        return None
    if word.kind is not NUMBER:
        told = _lone_word(word)
        return Numeral(first, first + 1, told[0], WORDS, 1, *told) if told is not None else None
    key, value = word.key, None
    if not key.isdecimal():
        value = figure(_as_shown(word), _decimal_behind(document, first))
    elif len(key) <= MAX_FIGURE:
        value = int(key)
    return Numeral(first, first + 1, value, DIGITS, 1, value) if value is not None else None


@kept
def _lone_word(word: Word) -> tuple[int, bool] | None:
    """What a number word tells by itself, and whether it is definite; None if that depends on the words beside it."""
    reading = _number_reading(word)
    if reading is None or reading["kind"] not in _COMPLETE or (reading["kind"] == "hundred" and reading.number == "p"):
        return None
    return int(reading["value"]), reading.definite


def _decimal_behind(document: Document, position: int) -> bool:
    """Whether what follows a figure makes three digits behind its separator decimals."""
    after = document.padded_words[position + 1]
    reading = after.get("number")
    if reading is not None and reading["kind"] in ("scale", "hundred"):
        return True
    if "currency" in after.tags and (_is_unit_price(document, position + 2) or _SAME_MARK.match(document.keys[position])):
        return True
    return after.key in _PERCENT_SIGNS or document.hit_at(position + 1, "percent") is not None


def _is_unit_price(document: Document, at: int) -> bool:
    """`1,335 يورو للتر`, `1,124 دولار لليورو`: a price by the litre, a rate of exchange; both have decimals."""
    return document.padded_keys[at + ("nationality" in document.padded_words[at].tags)] in _PRICED


def number_reading(document: Document, position: int) -> Reading | None:
    """The number word at a token, or None."""
    word = document.padded_words[position]
    return _number_reading(word) if "number" in word.tags else None


def _number_reading(word: Word) -> Reading | None:
    reading = word.get("number")
    if reading is not None and "ك" in reading.proclitics and "counted" in word.tags:
        return None  # `كمية` is a noun, and not `ك` with a hundred
    return reading


def spaced(document: Document, position: int) -> tuple[Value, int] | None:
    """A figure whose groups of three stand apart (`40 000`): its value and the token after it.

    Eight digits in three groups are a telephone number as often as an amount: they need a word that they count.

    Example:
        >>> from arabnews import Article, Lexicon
        >>> document = Document(Article("12 500 درهم"), Lexicon.default())
        >>> spaced(document, 0)
        (12500, 2)
    """
    keys, words = document.keys, document.words
    if position + 1 == len(words) or words[position + 1].kind is not NUMBER:
        return None
    if not (keys[position].isdecimal() and len(keys[position]) <= 3 and keys[position][0] != "0"):
        return None
    end = position + 1
    while end < len(words) and words[end].kind is NUMBER and document.starts[end] == document.ends[end - 1] + 1:
        if not _GROUP.match(keys[end]) or not keys[end - 1].isdecimal():
            return None
        end += 1
    follows = end < len(words) and words[end].kind is WORD
    if end == position + 1 or (end == position + 3 and len(keys[position]) == 2 and not follows):
        return None
    if (position and words[position - 1].kind is NUMBER) or document.slice(position, end).count("\n"):
        return None
    return plain(Decimal("".join(keys[position:end]).replace("،", ".").replace(",", ".").replace("٫", "."))), end


def mirrored(document: Document, position: int) -> tuple[str, int] | None:
    """A figure typed with `ر` for its separators, its parts from right to left (`5ر49` is 49.5): as a key, and its end.

    Example:
        >>> from arabnews import Article, Lexicon
        >>> document = Document(Article("432ر690ر29"), Lexicon.default())
        >>> mirrored(document, 0)
        ('29,690,432', 5)
    """
    keys, starts, ends = document.keys, document.starts, document.ends
    if position + 1 == len(keys) or keys[position + 1] != _VISUAL:
        return None
    parts, end = [keys[position]], position + 1
    while end + 1 < len(keys) and keys[end] == _VISUAL and starts[end] == ends[end - 1] and starts[end + 1] == ends[end]:
        parts.append(keys[end + 1])
        end += 2
    if len(parts) == 1 or not all(part.isdecimal() for part in parts):
        return None
    grouped = len(parts) == 2 or all(len(part) == 3 for part in parts[:-2])
    if len(parts) > 2 and grouped and len(parts[0]) != 3:
        return ",".join(parts[:0:-1]) + "." + parts[0], end
    return ",".join(parts[::-1]), end


def _as_shown(word: Word) -> str:
    """The key of a figure as readers see it: a right-to-left mark in its middle makes its halves change places."""
    surface = word.surface
    if _RLM not in surface[1:-1]:
        return word.key
    halves = [half.strip(_RLM) for half in surface.strip(_RLM).split(_RLM)]
    mark = halves[0][-1:]
    if len(halves) != 2 or not mark or mark.isdecimal() or not halves[0][:-1].isdecimal() or not halves[1].isdecimal():
        return word.key
    return fold(halves[1] + mark + halves[0][:-1])


_PRICED: Final = frozenset(
    {"للتر", "لليتر", "للكيلو", "للكيلوغرام", "للكيلوجرام", "للكيلوواط", "للغالون", "للجالون", "للقدم"}
    | {"لليورو", "للدولار", "للجنيه", "للاسترليني"}
)


class _Reader:
    """Reads one number from left to right: `total` of finished scales, `current` below the next one."""

    total: Value = 0
    current: Value = 0
    last_scale = 10**18
    kind = ""
    scale = 1
    coefficient: Value = 0
    digits = words = False
    definite = False

    def __init__(self, document: Document, first: int) -> None:
        self.document, self.first = document, first

    def read(self) -> Numeral | None:
        first, keys = self.first, self.document.keys
        end, limit = first, min(first + _MAX_WORDS, len(keys))
        while end < limit:
            apart = keys[end] == "و" and end > first
            if end + apart >= limit:
                break
            taken = self._take(end + apart, apart)
            if not taken:
                break
            end += apart + taken
        if end == first:
            return None
        value = plain(self.total + self.current)
        form = (MIXED if self.words else DIGITS) if self.digits else WORDS
        return Numeral(first, end, value, form, self.scale, self.coefficient or value, self.definite)

    def _reading(self, position: int) -> Reading | None:
        """The number word at a token; before `عشر`, `واحد` is `و` and `أحد`."""
        reading = number_reading(self.document, position)
        if reading is None or reading["kind"] != "unit":
            return reading
        after = number_reading(self.document, position + 1)
        if after is None or after["kind"] != "ten" or after.proclitics:
            return reading
        teens = (r for r in self.document.words[position].all("number") if r["kind"] in ("eleven", "teen"))
        return next(teens, reading)

    def _take(self, position: int, joined: bool) -> int:
        """Take the token, joined by a `و` of its own or not, into the number; how many tokens it took (0: it does not go on)."""
        word = self.document.words[position]
        if word.kind is NUMBER:
            return self._take_figure(position, joined)
        reading = self._reading(position)
        if reading is None:
            return 0
        clitics = reading.proclitics
        if position == self.first:
            self.definite = reading.definite
        elif not joined and clitics not in ("", "ال"):
            if not clitics.startswith("و"):
                return 0
            joined = True
        kind, value = reading["kind"], int(reading["value"])
        taken = getattr(self, "_" + kind)(position, value, joined, reading)
        if taken:
            self.words, self.kind = True, kind
        return int(taken)

    def _take_figure(self, position: int, joined: bool) -> int:
        if position > self.first and not self._goes_on(position, joined):
            return 0
        if (shown := mirrored(self.document, position)) is not None:
            key, end = shown
            value = figure(key, _decimal_behind(self.document, end - 1))
        else:
            group = spaced(self.document, position)
            key = _as_shown(self.document.words[position])
            value, end = group or (figure(key, not key.isdecimal() and _decimal_behind(self.document, position)), position + 1)
        if value is None:
            return 0
        above = self.current if self.kind == "hundred" and value < 100 else 0
        self.digits, self.current, self.kind = True, above + value, "figure"
        return end - position

    def _goes_on(self, position: int, joined: bool) -> bool:
        """Whether a figure behind another word of the number belongs to it."""
        if joined:
            return self.scale > 1 and self._scale_behind(position)
        return self._completes_thousands(position)

    def _scale_behind(self, position: int) -> bool:
        """Whether a figure goes on below the last scale: `مليون و200 ألف`, `5 آلاف و200`."""
        reading = number_reading(self.document, position + 1)
        if reading is not None and reading["kind"] == "scale" and not reading.proclitics:
            return int(reading["value"]) < self.last_scale
        shown = mirrored(self.document, position)
        value = figure(shown[0] if shown else self.document.keys[position])
        return value is not None and 10 <= value < self.last_scale

    def _completes_thousands(self, position: int) -> bool:
        """`74 ألفا 694 شخصا`: three digits directly behind thousands, of something counted."""
        words = self.document.words
        if self.kind != "scale" or self.scale != 1000 or not self.digits or position + 1 >= len(words):
            return False
        key, counted = self.document.keys[position], words[position + 1].readings
        hundred = number_reading(self.document, position + 1)
        if hundred is not None and hundred["kind"] == "hundred" and not hundred.proclitics:
            return len(key) == 1 and key.isdecimal()  # `4 آلاف 3 مئة و21`
        return len(key) == 3 and key.isdecimal() and any(r.tag in _COUNTED and not r.proclitics for r in counted)

    # ---- one method a kind of number word

    def _zero(self, position: int, value: int, joined: bool, reading: Reading) -> int:
        return 0 if position > self.first else 1

    def _unit(self, position: int, value: int, joined: bool, reading: Reading) -> int:
        if self.kind in ("", "scale") or (self.kind in ("hundred", "hundreds") and joined):
            if position > self.first and not joined:
                return 0
            self.current += value
            return 1
        return 0

    def _eleven(self, position: int, value: int, joined: bool, reading: Reading) -> int:
        after = number_reading(self.document, position + 1)
        follows = (
            after is not None
            and after["kind"] in ("ten", "tens")
            and (after["kind"] == "tens") == after.proclitics.startswith("و")
        )
        return self._unit(position, value, joined, reading) if follows else 0

    _teen = _eleven

    def _ten(self, position: int, value: int, joined: bool, reading: Reading) -> int:
        if self.kind in ("unit", "eleven", "teen") and not joined and not reading.proclitics:
            self.current += 10
            return 1
        return self._unit(position, value, joined, reading)

    _teens = _unit

    def _tens(self, position: int, value: int, joined: bool, reading: Reading) -> int:
        if self.kind in ("unit", "eleven") and joined:
            self.current += value
            return 1
        return self._unit(position, value, joined, reading)

    def _hundred(self, position: int, value: int, joined: bool, reading: Reading) -> int:
        if self.kind in ("unit", "figure") and not joined:
            below = self.current % 10 if self.kind == "unit" else self.current
            self.current = self.current - below + below * value
            return 1
        if reading.number == "p" and position == self.first:
            return 0  # hundreds without a number before them are vague
        return self._unit(position, value, joined, reading)

    _hundreds = _unit

    def _scale(self, position: int, value: int, joined: bool, reading: Reading) -> int:
        singular = value // 2 if reading.number == "d" else value
        if self.kind == "scale" and not joined:
            if not self.current and singular >= self.scale:
                self.total *= value  # `ألف مليار`: a thousand billion
                self.scale = self.last_scale = singular
                return 1
            return 0
        if position > self.first and joined == bool(self.current):
            return 0  # `خمسة آلاف`, `مليون وألف`; but neither `خمسة وآلاف` nor `مليون ألف`
        if singular >= self.last_scale:
            return 0
        if not self.current and reading.number == "p":
            return 0  # vague
        if not self.current and value == singular and self._construct_dual(position):
            value *= 2
        coefficient = self.current or (value // singular)
        self.total += self.current * value if self.current else value
        if self.scale == 1:
            self.scale, self.coefficient = singular, coefficient
        self.current, self.last_scale = 0, singular
        return 1

    def _construct_dual(self, position: int) -> bool:
        """`مليونا دولار`, `ألفا شخص`: the nominative dual before its noun is spelt like the accusative without its tanween."""
        word = self.document.words[position]
        if word.surface[-1] != "ا" or position + 1 >= len(self.document.words):
            return False
        noun = self.document.words[position + 1]
        return not noun.key.endswith("ا") and any(
            r.tag in _COUNTED and r.number == "s" and not r.proclitics for r in noun.readings
        )

    def _dozen(self, position: int, value: int, joined: bool, reading: Reading) -> int:
        if joined or self.kind not in ("", "unit", "figure", "ten"):
            return 0
        self.current = (self.current or 1) * value
        return 1

    def _vague(self, position: int, value: int, joined: bool, reading: Reading) -> int:
        return 0
