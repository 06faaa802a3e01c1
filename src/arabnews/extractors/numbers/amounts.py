"""From a number to an amount: fractions, ranges, unit and bounds put together."""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from arabnews.document import Document, remembered
from arabnews.extractors.numbers import bounds, ranges
from arabnews.extractors.numbers.compound import alone, compound, may_go_on, pointed, power, slashed
from arabnews.extractors.numbers.exclusions import is_no_amount, score
from arabnews.extractors.numbers.units import (
    COUNT,
    MEASURE,
    MONEY,
    PERCENT,
    PERCENT_SIGNS,
    SYMBOLS,
    Unit,
    article_free,
    construct_plural,
    has_unit,
    money,
    plural_noun,
    suffixed_plural,
    unit_behind,
    unit_of,
)
from arabnews.lexicon.entries import Word
from arabnews.lexicon.kept import kept
from arabnews.model import NumberMod, NumericFact, Value, writable
from arabnews.numerals import DIGITS, MIXED, WORDS, Numeral, number_reading, plain, read
from arabnews.spans import draft_of, span_between
from arabnews.text.tokens import BREAK, MARK, NUMBER, WORD

_Draft: Final = draft_of(NumericFact)
_LINKS: Final = frozenset({"و", "ف", "ب", "ل", "ال", "ك"})
_SIGNS: Final = frozenset("/^eE")
"""What makes one number of a figure and the one behind it."""
_NEGATIVE: Final = frozenset({"سالب", "ناقص"})
_TRIGGER_WINDOW: Final = 4
_HEAD_WINDOW: Final = 7
_RATES: Final = frozenset({"نسبة", "بنسبة", "نسبته", "نسبتها", "بنسبه"})
_MAX_RATE: Final = 1000
_PAIRED: Final = frozenset({"()", "«»", "“”", '""'})
_CLOSING: Final = frozenset(pair[1] for pair in _PAIRED)
_MAX_SHARED: Final = 6


def amount(document: Document, first: int, taken: frozenset[int]) -> tuple[NumericFact | None, int] | None:
    """A number with its unit and bounds: the fact (None if it is no amount) and the token after it; None if none starts here.

    Examples:
        يضم التحالف [أكثر من 80 دولة](value=80 mod=gt unit=دولة)
        تضع الدجاجة ما بين [ثماني إلى 14 بيضة](value=8 upper=14 unit=بيضة) كل أسبوع
        بلغت الكلفة [مليونين ونصف المليون دولار](value=2500000 unit=USD)
        باع المتجر ما [تجاوز حاجز الـ 300 قارورة](value=300 mod=gt unit=قارورة) أمس
        دفع مبلغا [قارب على 70 دولارا](value=70 mod=approx unit=USD) أمس
        وصلت سفينة تجارية [واحدة](value=1 unit=سفينة) فقط
        نجا [11](value=11) بعدما انهار المبنى
    """
    numeral = read(document, first)
    if numeral is None:
        return None
    form, special = numeral.form, None
    following = document.padded_words[numeral.end]
    if form is DIGITS and (following.kind is NUMBER or following.key in _SIGNS or first == 1):
        special = slashed(document, numeral) or pointed(document, numeral) or power(document, numeral)
    if special is None and is_no_amount(document, numeral):
        return None, numeral.end
    if special is not None:
        numeral = special
    elif following.surface in _CLOSING or may_go_on(following):
        numeral = compound(document, _with_fraction(document, _bracketed(document, numeral)))
    form = numeral.form
    if numeral.first in taken or numeral.end - 1 in taken:
        return None, numeral.end
    if numeral.end + 1 in taken and ranges.shares_time(document, numeral, taken):
        return None, numeral.end
    pair = ranges.partner(document, numeral)
    last = pair.second if pair else numeral
    at = last.end
    if document.padded_words[at].surface in _CLOSING:
        at = _past_bracket(document, last)
    unit = unit_of(document, last, at)
    if unit and form is DIGITS and document.padded_keys[first - 1] == "ال" and _is_after_all(document, numeral, unit):
        unit = None
    counting = unit is None or unit.dimension is COUNT
    if pair is None and not (unit and counting) and (pair := ranges.repeated(document, numeral, unit)) is not None:
        last = pair.second
        unit = unit_of(document, last, last.end) or (unit and unit._replace(end=last.end))
    if pair is not None and last.end - 1 in taken:
        return None, numeral.end  # `من 5 إلى 9 مايو`
    if unit is not None and unit.dimension is COUNT and not has_unit(document, at):
        unit = None if _rate(document, numeral, pair) else unit
    if pair is None and counting and form is DIGITS and score(document, numeral):
        return None, numeral.end
    if form is WORDS and _is_verb(document, numeral):
        return None, numeral.end
    if pair is not None and unit is None and ranges.is_score(document, numeral, pair):
        return None, pair.second.end  # `(0-1)`
    if form is WORDS and numeral.value == 0 and unit is not None and unit.dimension is COUNT:
        return None, numeral.end  # `صفر` of names
    if unit is None or unit.end - 1 in taken or (numeral.definite and numeral.value == 1):
        return _bare(document, numeral, last, pair)
    if form is WORDS and _noun_told(document, numeral, unit):
        return _bare(document, numeral, last, pair)
    return _with_unit(document, numeral, unit, pair)


def _with_unit(document: Document, numeral: Numeral, unit: Unit, pair: ranges.Range | None) -> tuple[NumericFact, int]:
    """A number with the unit behind it, and what goes on behind that: `20 دولارا و43 سنتا`, `5 درجات ونصف`."""
    end = unit.end
    low, high = (pair.low, pair.high) if pair else (numeral.value, None)
    if unit.dimension is MONEY:
        low, end = _subunits(document, low, unit, end)
    after = document.padded_words[end]
    if after.key == "و" or "fraction" in after.tags:
        fraction, end = _trailing_fraction(document, end)
        low = plain(low + fraction) if fraction else low
    return _fact(document, numeral, end, low, high, unit), end


def _fact(document: Document, numeral: Numeral, end: int, low: Value, high: Value | None, unit: Unit | None) -> NumericFact:
    first = _from_link(document, numeral.first)
    low, first = _signed(document, low, first)
    mod = None
    left = bounds.before(document, first)
    if left is None and first > 1 and document.padded_words[numeral.end].surface in _CLOSING and _is_bracketed(document, numeral):
        left = bounds.before(document, first - 1)  # `أكثر من "2500" زائر`
    if left is None and unit is not None and unit.end == first:
        left = bounds.before(document, unit.first)  # `أكثر من دولار واحد`
    if left:
        first, mod = _from_link(document, left.first), left.mod
    right = bounds.after(document, end)
    if right and mod in (None, NumberMod.APPROX):
        mod = right.mod
    mod = mod or bounds.distant(document, first)
    if high is not None and (mod in (NumberMod.GT, NumberMod.GE) or _is_bounded_twice(document, numeral, end)):
        mod = None  # the other end bounds it too
    name, dimension, concept, counted = None, COUNT, None, None
    if unit is not None:
        name, dimension, noun, noun_end, concept, factor = unit
        counted = span_between(document.starts[noun], document.ends[_phrase_end(document, noun_end) - 1])
        if factor != 1 and dimension is MONEY and name:
            low = plain(low * factor)
    if dimension is COUNT and (concept is None or concept == "person") and (unit is None or _is_someone(document, unit)):
        concept = triggered(document, first) or concept
    start, stop = document.starts[first], document.ends[end - 1]
    draft = _Draft()
    draft.span, draft.text, draft.rule = span_between(start, stop), document.text[start:stop], "amount"
    draft.value, draft.upper = writable(low), None if high is None else writable(high)
    draft.mod, draft.form = mod, numeral.form
    draft.unit, draft.dimension, draft.concept, draft.counted = name, dimension, concept, counted
    draft.__class__ = NumericFact
    fact: NumericFact = draft
    return fact


def _is_after_all(document: Document, numeral: Numeral, unit: Unit) -> bool:
    """`الدول الأعضاء الـ188 تلبية ذلك`: the noun of a figure with its article stands before it, whatever unknown word follows."""
    first = numeral.first
    if first < 2 or not document.keys[first - 2].startswith(("ال", "لل", "وال", "بال")):
        return False
    unknown = unit.dimension is COUNT and document.keys[unit.first] != "من" and not has_unit(document, unit.first)
    word = document.words[unit.first]
    return unknown and (word.key.endswith("ها") or not word.surface.endswith(("ا", "اً", "ًا")))


def _is_bounded_twice(document: Document, numeral: Numeral, end: int) -> bool:
    """`لا أكثر من 50 ولا أقل من 20`: a bound before either end."""
    return any(document.hit_at(at, "bound") is not None for at in range(numeral.end, end))


def _bare(document: Document, numeral: Numeral, last: Numeral, pair: ranges.Range | None) -> tuple[NumericFact | None, int]:
    """A number without a unit behind it: its noun may stand before it (`الرجال الثلاثة`, `عدد القتلى إلى 12`), or be left out.

    Examples:
        استقبل الرئيس الوزراء [الثلاثة](value=3 unit=وزراء) صباحا
        تراجع الإنتاج بنسبة [12](value=12 unit=% dimension=percent) خلال الصيف
        ارتفع عدد القتلى إلى [12](value=12 unit=قتلى concept=killed)
        ارتفعت الخسائر من [8](value=8000000 unit=USD) إلى [12 مليون دولار](value=12000000 unit=USD)
    """
    low, high = (pair.low, pair.high) if pair else (numeral.value, None)
    unit = _sign_before(document, numeral) or _noun_before(document, numeral) or _rate(document, numeral, pair)
    if unit is None and pair is None:
        unit = _shared(document, numeral.end)
        if unit is None and (second := ranges.changed_to(document, numeral)) is not None:
            unit = unit_of(document, second, second.end)
            low = plain(low * second.scale) if unit and ranges.shares_scale(numeral, second) else low
    if unit is None and numeral.definite and numeral.first and "person_name" in document.words[numeral.first - 1].tags:
        return None, last.end  # `علي السبع`
    lone = numeral.value in (0, 1) or (numeral.value == 2 and numeral.definite)
    if numeral.form is WORDS and lone and unit is None:
        negative = numeral.first and document.keys[numeral.first - 1] in _NEGATIVE
        if not negative and not alone(document, numeral):
            return None, last.end
    return _fact(document, numeral, last.end, low, high, unit), last.end


def _is_verb(document: Document, numeral: Numeral) -> bool:
    """`لم تسع`: a jussive that is spelt like a number word."""
    return document.padded_keys[numeral.first - 1] in ("لم", "لن", "لا") and numeral.end == numeral.first + 1


def _sign_before(document: Document, numeral: Numeral) -> Unit | None:
    at = numeral.first - 1
    word = document.padded_words[at]
    if word.surface in SYMBOLS:
        return Unit(SYMBOLS[word.surface], MONEY, at, at + 1)
    code = word.get("currency")
    if code is not None and code["iso"] == "self":
        return Unit(document.keys[at].upper(), MONEY, at, at + 1)
    if word.surface in PERCENT_SIGNS or document.hit_ending(at + 1, "percent"):
        return Unit("%", PERCENT, at, at + 1)
    return None


def _rate(document: Document, numeral: Numeral, pair: ranges.Range | None) -> Unit | None:
    """`بنسبة 12`: a rate without a sign is per cent; but not `بنسبة 3 إلى 1`."""
    at = numeral.first - 1
    if pair is not None or document.padded_keys[at] not in _RATES or numeral.value > _MAX_RATE:
        return None
    after = document.padded_keys[numeral.end]
    if after in ("الي", "الى", "مقابل", "لكل", ":") or (after == "من" and read(document, numeral.end + 1) is not None):
        return None  # `بنسبة 3 من 10`
    return Unit("%", PERCENT, at, at + 1)


def _noun_before(document: Document, numeral: Numeral) -> Unit | None:
    first, words = numeral.first, document.words
    if _follows_its_noun(document, numeral):
        return Unit(article_free(document, first - 1), COUNT, first - 1, first, _concept(document, first - 1))
    marked = numeral.form is DIGITS and first > 1 and document.keys[first - 1] == "ال"
    if (numeral.definite or marked) and first > marked:
        at = first - 1 - marked
        if (
            first > 1
            and document.keys[at].endswith(("ية", "ين", "ي", "ون"))
            and document.keys[at - 1].startswith(("ال", "وال", "بال", "لل"))
        ):
            at -= 1  # an adjective between noun and number
        counted = words[at].get("counted")
        plain_word = counted is None and not document.keys[at].endswith(("ات", "ين", "ون"))
        owned = numeral.value > 2 and (plain_word or (counted is not None and counted.number == "s"))
        if owned and (plural := construct_plural(document, at + 1, 1)) is not None:
            return plural  # `أطقم الفريق الثلاثة`
        head = words[at - 1].get("counted") if at and document.keys[at - 1].startswith("ال") else None
        at -= head is not None and head.number == "p"  # `الدول الأعضاء الثماني`
        key = document.keys[at]
        if key.startswith(("ال", "وال", "بال", "لل")) and key != "الى" and words[at].kind is WORD:
            return Unit(article_free(document, at), COUNT, at, at + 1, _concept(document, at))
        return suffixed_plural(document, at) or construct_plural(document, first)
    if numeral.value in (1, 2) and numeral.form is WORDS and first:
        return _repeated_noun(document, numeral)
    start = max(first - _HEAD_WINDOW, 0)
    if not first or not any(map(_ends_in_count, document.keys[start : first - 1])):
        return None
    for at in range(first - 1, start, -1):
        if words[at].kind in (MARK, BREAK):
            return None
        if _ends_in_count(document.keys[at - 1]) and (reading := plural_noun(document, at)):
            return Unit(article_free(document, at), COUNT, at, at + 1, reading["concept"] or None)
    return None


@kept
def _ends_in_count(key: str) -> bool:
    """`عدد القتلى`, `بعدد زوار`."""
    return key.endswith("عدد")


def _repeated_noun(document: Document, numeral: Numeral) -> Unit | None:
    """`طفل واحد`, `دولار واحد`, `جنديان اثنان`: one and two stand behind a noun that tells the number itself."""
    at = numeral.first - 1
    number = "s" if numeral.value == 1 else "d"
    if document.keys[numeral.first].endswith(("احد", "احدى", "احدي")) and not document.keys[numeral.first].endswith("واحد"):
        return None  # `أحد` is one of many
    word = document.words[at]
    if number == "s" and (qualified := _qualified(document, at)) is not None:
        return qualified
    if number == "d" and word.key.endswith(("ين", "ان")) and len(word.key) > 4 and not word.key.startswith("ال"):
        return Unit(article_free(document, at), COUNT, at, at + 1, _concept(document, at))
    for tag in ("counted", "measure", "currency"):
        for noun in word.all(tag):
            if noun.number == number and not noun.definite and len(noun.entry.form.split("|")[0]) > 2:
                if tag == "currency":
                    return money(document, numeral, at)
                dimension = MEASURE if tag == "measure" else COUNT
                return Unit(article_free(document, at), dimension, at, at + 1, _concept(document, at))
    return None


def _qualified(document: Document, at: int) -> Unit | None:
    """`سفينة تجارية واحدة`: an adjective in the feminine between the noun and its `واحدة`."""
    noun = document.words[at - 1].get("counted") if at else None
    if noun is None or noun.number != "s" or noun.definite or noun.proclitics not in ("", "ب", "ل", "و", "ول", "وب"):
        return None
    pair = document.keys[at - 1], document.keys[at]
    if not all(key.endswith("ة") for key in pair) or document.words[at].tags & {"counted", "function_word", "number"}:
        return None
    return Unit(article_free(document, at - 1), COUNT, at - 1, at, _concept(document, at - 1))


def _noun_told(document: Document, numeral: Numeral, unit: Unit) -> bool:
    """Whether the noun stands before the number, whatever follows it: `لاعبين اثنين من الفريق`, `أمور ثلاثة مهمة`."""
    if numeral.value in (1, 2) and numeral.form is WORDS and numeral.first:
        return document.keys[unit.first] == "من" and _repeated_noun(document, numeral) is not None
    return _follows_its_noun(document, numeral)


def _follows_its_noun(document: Document, numeral: Numeral) -> bool:
    """`أمور ثلاثة`: a number word from 3 to 10 behind an indefinite plural, with no other one behind it."""
    first, end = numeral.first, numeral.end
    if not first or numeral.definite or numeral.form is not WORDS or not 3 <= numeral.value <= 10 or end != first + 1:
        return False
    noun = plural_noun(document, first - 1)
    tied = noun is not None and not noun.definite and not document.keys[first - 1].startswith("ال")
    return tied and not document.words[first].key.startswith(("ب", "ل", "و")) and not has_unit(document, end)


def _shared(document: Document, end: int) -> Unit | None:
    """The unit of the number that `و` or `أو` joins to this one: `12 ألفا و30 ألف روبل`, `128 و256 و512 غيغابايت`."""
    for _ in range(_MAX_SHARED):
        joined = _joined(document, end)
        if joined is None:
            return None
        unit, end = joined
        if unit is not None:
            return unit if unit.dimension is not COUNT else None
    return None


@remembered
def _joined(document: Document, end: int) -> tuple[Unit | None, int] | None:
    """The unit and the end of a number that `و` or `أو` joins to what ends before a token."""
    keys = document.keys
    if end + 1 >= len(keys):
        return None
    apart = keys[end] in ("و", "او")
    if not apart and ((word := number_reading(document, end)) is None or word.proclitics != "و"):
        return None
    start = end + apart
    other = read(document, start)
    return other and (unit_behind(document, start), other.end)


def _is_someone(document: Document, unit: Unit) -> bool:
    """Whether people are counted, or what nobody knows to be anything else."""
    reading = document.words[unit.end - 1].get("counted")
    return reading is None or reading["concept"] == "person" or reading.entry.form == "آخر"


def _concept(document: Document, at: int) -> str | None:
    reading = document.words[at].get("counted")
    return (reading["concept"] or None) if reading else None


def triggered(document: Document, first: int) -> str | None:
    """The concept that a word before the amount tells: `مقتل 5 أشخاص`."""
    window = document.words[max(first - _TRIGGER_WINDOW, 0) : first]
    word = next(filter(_ends_search, reversed(window)), None)
    trigger = word.get("concept_trigger") if word is not None else None
    return trigger["concept"] if trigger is not None else None


@kept
def _ends_search(word: Word) -> bool:
    """Whether a word tells a concept, or a mark ends what an amount belongs to."""
    return word.kind is MARK or word.kind is BREAK or "concept_trigger" in word.tags


def _from_link(document: Document, first: int) -> int:
    """The position of a proclitic that is written before a figure (`و10`, `بـ 3`), for it belongs to the same word."""
    while first and document.keys[first - 1] in _LINKS and document.ends[first - 1] == document.starts[first]:
        first -= 1
    return first


def _signed(document: Document, value: Value, first: int) -> tuple[Value, int]:
    if first and document.keys[first - 1] in _NEGATIVE:
        return -value, first - 1
    if first and document.words[first - 1].surface in "-−" and document.ends[first - 1] == document.starts[first]:
        before = first - 2
        if before < 0 or document.ends[before] < document.starts[first - 1] or document.words[before].surface in "<>=(":
            return -value, first - 1
    return value, first


def _bracketed(document: Document, numeral: Numeral) -> Numeral:
    """`(100) ألف`: a scale behind the bracket belongs to the figure in it."""
    end = _past_bracket(document, numeral)
    if end == numeral.end or end >= len(document.words):
        return numeral
    reading = number_reading(document, end)
    if reading is None or reading["kind"] != "scale" or reading.proclitics:
        return numeral
    scale = int(reading["value"])
    return numeral._replace(end=end + 1, value=plain(numeral.value * scale), form=MIXED, scale=scale)


def _past_bracket(document: Document, numeral: Numeral) -> int:
    end = numeral.end
    return end + (document.padded_words[end].surface in _CLOSING and _is_bracketed(document, numeral))


def _is_bracketed(document: Document, numeral: Numeral) -> bool:
    return document.padded_words[numeral.first - 1].surface + document.padded_words[numeral.end].surface in _PAIRED


def _with_fraction(document: Document, numeral: Numeral) -> Numeral:
    """`مليون ونصف المليون`, `مليونان ونصف`: a fraction of the last scale."""
    at, reading = _fraction_at(document, numeral.end)
    if reading is None:
        return numeral
    end = at + 1
    repeated = number_reading(document, end)
    if repeated is not None and repeated["kind"] == "scale" and repeated.proclitics in ("", "ال"):
        end += 1
    elif numeral.scale == 1 and unit_of(document, numeral, end) is None:
        return numeral
    part = Decimal(reading["parts"]) / Decimal(reading["of"]) * numeral.scale
    return numeral._replace(end=end, value=plain(numeral.value + part))


def _trailing_fraction(document: Document, end: int) -> tuple[Decimal | None, int]:
    """`5 درجات ونصف`: a fraction behind the unit."""
    at, reading = _fraction_at(document, end)
    if reading is None:
        return None, end
    if at + 1 < len(document.words) and document.keys[at + 1].startswith("ال"):
        again = document.words[at + 1].get("measure") or document.words[at + 1].get("currency")
        before = document.words[end - 1].get("measure") or document.words[end - 1].get("currency")
        if again is None or before is None or again.entry is not before.entry:
            return None, end
        at += 1  # `سبعة دونمات ونصف الدونم`
    return Decimal(reading["parts"]) / Decimal(reading["of"]), at + 1


def _fraction_at(document: Document, at: int) -> tuple[int, Any]:
    """A fraction joined by `و` at a token: its position and reading, or None."""
    joined = document.padded_keys[at] == "و"
    at += joined
    word = document.padded_words[at]
    reading = word.get("fraction") if "fraction" in word.tags else None
    if reading is None or not reading["parts"] or not (joined or reading.proclitics == "و"):
        return at, None
    return at, reading


def _subunits(document: Document, value: Value, unit: Unit, end: int) -> tuple[Value, int]:
    """`20 دولارا و43 سنتا`: the smaller coin is added."""
    if unit.factor != 1:
        return value, end
    at = end
    if at < len(document.words) and document.keys[at] == "و":
        at += 1
    cents = read(document, at) if at < len(document.words) else None
    hit = document.hit_at(cents.end, "currency") if cents else None
    coin = hit is not None and bool(hit.reading["part"])
    if cents is not None and hit is not None and coin:
        return plain(value + cents.value * Decimal(hit.reading["part"])), hit.end
    if cents is not None and cents.end < len(document.words) and document.keys[cents.end] in ("c", "¢"):
        return plain(value + cents.value * Decimal("0.01")), cents.end + 1
    return value, end


def _phrase_end(document: Document, end: int) -> int:
    """Where the counted phrase ends: a nationality or two behind the noun belong to it (`جندي أميركي`)."""
    last = end + 2
    while end < last and (nation := document.padded_words[end].get("nationality")) is not None and not nation.proclitics:
        end += 1
    return end
