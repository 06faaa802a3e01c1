"""Amounts that no number word writes: duals, vague amounts, fractions."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from arabnews.document import Document
from arabnews.extractors.numbers import bounds
from arabnews.extractors.numbers.amounts import triggered
from arabnews.extractors.numbers.names import in_hashtag
from arabnews.extractors.numbers.units import COUNT, MEASURE, MONEY, Unit, article_free, is_countable, unit_of
from arabnews.lexicon.entries import Reading, Word
from arabnews.lexicon.kept import kept
from arabnews.model import NumberForm, NumericFact
from arabnews.numerals import WORDS, Numeral, number_reading, plain
from arabnews.text.tokens import WORD

_MEASURED: Final = frozenset({"measure", "currency", "time_unit"})


def dual(document: Document, at: int) -> NumericFact | None:
    """An indefinite dual counts two; a definite one only refers, and a plural in `-ين` is none.

    Examples:
        أصيب [جنديان](value=2 unit=جنديان form=dual concept=soldier) في الحادث
        اتفق البلدان على ذلك
        زار الوفد [مدينتين](value=2 form=dual) كبيرتين
        عرض متحف متروبوليتان قطعه النادرة
    """
    word = document.words[at]
    if not may_be_dual(word):
        return None
    reading = _countable(word)
    if in_hashtag(document, at, at + 1) or ("person_name" in word.tags and _is_named(document, at + 1)):
        return None  # `نادين خوري`
    if reading is None and (_is_adjective(document, at) or not _has_singular(document, at)):
        return None
    if at and (number_reading(document, at - 1) or "figure" in document.words[at - 1].tags):
        return None
    if at and _ends_dual(document, at - 1) and not (reading is not None and reading.proclitics):
        return None  # `سيارتين مفخختين`: the adjective of the dual before it
    if (again := number_reading(document, at + 1)) is not None and again["value"] == "2" and not again.proclitics:
        return None  # `جنديان اثنان` is read from its number
    unit = article_free(document, at)
    concept = (reading["concept"] or None) if reading is not None else None
    bound = bounds.before(document, at)
    first = bound.first if bound else at
    measured = reading is not None and reading.tag == "measure"
    return document.annotation(
        NumericFact, first, at + 1, rule="dual", value=2, mod=bound.mod if bound else None, unit=unit,
        dimension=MEASURE if measured else COUNT, concept=concept or triggered(document, first),
        counted=document.span(at, at + 1), form=NumberForm.DUAL,
    )  # fmt: skip


def _ends_dual(document: Document, at: int) -> bool:
    """Whether a word has the ending of a dual, with no `و` behind it that would join another noun."""
    word, key = document.words[at], document.keys[at]
    if key[0] == "ت" and len(key) == 5:
        return False  # `تعيين`, `تكوين`: verbal nouns
    return len(key) > 4 and key.endswith(("ين", "ان")) and not key.startswith("ال") and "function_word" not in word.tags


def _is_named(document: Document, at: int) -> bool:
    """Whether a name goes on at a token: another name, or a word that no table knows."""
    word = document.words[at] if at < len(document.words) else None
    return word is not None and word.kind is WORD and (not word.readings or "person_name" in word.tags)


def _is_adjective(document: Document, at: int) -> bool:
    """`كلتا البذرتين ملعونتان`, `سفينتان حربيتان كبيرتان`: a dual stands shortly before an unknown word in the dual."""
    return any(_ends_dual(document, back) or _is_definite_dual(document, back) for back in range(max(at - 2, 0), at))


def _has_singular(document: Document, at: int) -> bool:
    """Whether some table knows the dual or its singular: `متروبوليتان` has none."""
    word = document.words[at]
    if word.readings:
        return True
    stem = word.key[:-2]
    return any(document.lexicon.look_up(form) for form in (stem, f"{stem[:-1]}ة"))


def _is_definite_dual(document: Document, at: int) -> bool:
    key = document.keys[at]
    return len(key) > 6 and key.startswith(("ال", "لل", "وال", "بال")) and key.endswith(("تين", "تان"))


def _countable(word: Word) -> Reading | None:
    return word.get("counted") or word.get("measure") or word.get("currency")


@kept
def may_be_dual(word: Word) -> bool:
    """Whether a word has the shape of an indefinite dual: all that it tells by itself."""
    key = word.key
    if not key.endswith(("ان", "ين")) and "dual_shape" not in word.tags:
        return False
    if key in ("ميلان", "ميلانو") or key.startswith("لل"):
        return False  # the town, as two miles are `ميلين` as often; `للغتين`: definite
    reading = _countable(word)
    if "organisation" in word.tags or key.endswith("طالبان") or (reading is None and key.endswith(("ستان", "ستين"))):
        return False  # the movement; a country
    return reading is None or _is_dual(word, reading)


def _is_dual(word: Word, reading: Reading) -> bool:
    """Whether a word that can be counted is indefinite and in the dual."""
    if len(reading.entry.form.split("|")[0]) < 3 and not (reading.tag == "measure" and reading.entry.inflect):
        return False  # symbols (`كم`) have no dual, and `الصين` is no pair of thieves
    readings = word.all(reading.tag)
    duals = [r for r in readings if r.number == "d" and not r.construct and not r.definite]
    return bool(duals) and not any(r.number == "p" for r in readings)


def one_of(document: Document, at: int) -> NumericFact | None:
    """A text that is nothing but a unit of measure asks for one of it: a field of a form, a search.

    Examples:
        [كيلوغرام](value=1 unit=كيلوغرام)
    """
    unit = document.words[at].get("measure")
    if len(document.words) != 1 or unit is None or unit.number not in ("s", "") or unit.definite:
        return None
    return document.annotation(
        NumericFact, at, at + 1, rule="one_of", value=1, unit=article_free(document, at), dimension=MEASURE,
        counted=document.span(at, at + 1), form=WORDS,
    )  # fmt: skip


def vague(document: Document, at: int) -> NumericFact | None:
    """Tens, hundreds, thousands without a number before them: the order of magnitude.

    Examples:
        وصل [عشرات الآلاف من النازحين](value=10000 unit=نازحين form=vague) أمس
        استهدفت [مئات الهجمات](value=100 unit=هجمات form=vague) القوات
    """
    reading = number_reading(document, at) if _is_vague(document.words[at]) else None
    if reading is None:
        return None
    value, end = int(reading["value"]), at + 1
    few = number_reading(document, end)
    if value == 1 and few is not None and few["kind"] == "vague" and not few.proclitics:
        value, end = int(few["value"]), end + 1  # `بضع عشرات`
    while (more := number_reading(document, end)) and more.number == "p" and more["kind"] in ("scale", "hundred"):
        value, end = value * int(more["value"]), end + 1
    if end < len(document.words) and (time := document.words[end].get("time_unit")) is not None and time.proclitics in ("", "ال"):
        return None  # `عشرات السنين`: a time, and no amount
    unit = _vague_unit(document, end)
    bound = bounds.before(document, at)
    first = bound.first if bound else at
    stop = unit.end if unit else end
    return document.annotation(
        NumericFact, first, stop, rule="vague", value=value, mod=bound.mod if bound else None, unit=unit.name if unit else None,
        dimension=unit.dimension if unit else COUNT, concept=unit.concept if unit else None,
        counted=document.span(unit.first, unit.end) if unit else None, form=NumberForm.VAGUE,
    )  # fmt: skip


@kept
def _is_vague(word: Word) -> bool:
    """Whether a number word tells no number by itself: `بضعة`, `مئات`, `آلاف`."""
    reading = word.get("number")
    return reading is not None and (
        reading["kind"] == "vague" or (reading.number == "p" and reading["kind"] in ("scale", "hundred"))
    )


def _vague_unit(document: Document, at: int) -> Unit | None:
    if at >= len(document.words):
        return None
    first = at + 1 if document.keys[at] == "من" else at
    if first >= len(document.words):
        return None
    word = document.words[first]
    numeral = Numeral(first, first, 1000, NumberForm.VAGUE)
    definite = document.keys[first].startswith("ال") and word.kind is WORD
    if definite and first == at and "ال" in (number_reading(document, at - 1) or word.readings[0]).proclitics:
        return None  # `المليارات الداعمة`: an adjective
    if definite and not word.tags & {"month", "weekday", "time_unit", "function_word"}:
        reading = word.get("counted")
        concept = (reading["concept"] or None) if reading else None
        money = unit_of(document, numeral, first)
        if money is not None and money.dimension is MONEY:
            return money._replace(first=at)
        return Unit(article_free(document, first), COUNT, at, first + 1, concept)
    if first == at and is_countable(document, first):
        return unit_of(document, numeral, first)
    return unit_of(document, numeral, at) if first > at else None


def fraction(document: Document, at: int) -> NumericFact | None:
    """A fraction of something.

    Examples:
        غادر [نصف السكان](value=0.5 unit=سكان form=fraction) المدينة
        حضر [نصف مليون زائر](value=500000 unit=زائر) المعرض
        قطع [ثلاثة أرباع الطريق](value=0.75 unit=طريق form=fraction) وحده
    """
    reading = document.words[at].get("fraction")
    if reading is None or reading.definite or reading.proclitics.startswith("و"):
        return None
    first, parts = at, reading["parts"]
    if not parts:
        before = number_reading(document, at - 1)
        if before is None or before["kind"] not in ("unit", "ten"):
            return None
        first, parts = at - 1, before["value"]
    value = plain((Decimal(parts) / Decimal(reading["of"])).quantize(Decimal("1e-12")).normalize())
    end, unit = at + 1, None
    whole = number_reading(document, end)
    if _is_another_word(document, at):
        return None
    if whole is not None and whole["kind"] in ("dozen", "scale") and whole.number != "p" and whole.proclitics in ("", "ال"):
        value, end = plain(Decimal(value) * int(whole["value"])), end + 1
    if end < len(document.words) and document.words[end].kind is WORD:
        word = document.words[end]
        if word.key.startswith("ال") and not word.tags & {"number", "function_word", "time_unit"}:
            unit = Unit(article_free(document, end), COUNT, end, end + 1)
        else:
            unit = unit_of(document, Numeral(at, end, 1, NumberForm.FRACTION), end)
    if unit is not None and document.keys[unit.first] in ("نهائي", "النهائي", "ساعة", "الساعة"):
        return None
    bound = bounds.before(document, first)
    return document.annotation(
        NumericFact, bound.first if bound else first, unit.end if unit else end, rule="fraction", value=value,
        mod=bound.mod if bound else None, unit=unit.name if unit else None,
        dimension=unit.dimension if unit else COUNT, form=NumberForm.FRACTION,
    )  # fmt: skip


def _is_another_word(document: Document, at: int) -> bool:
    """A text (`نص`), a price (`ثمن`), a round of a cup (`سدس عشر`): no fractions."""
    key, end = document.keys[at], at + 1
    tags = document.words[end].tags if end < len(document.words) else frozenset()
    if key.endswith("نص") and number_reading(document, end) is None:
        return not tags & _MEASURED
    return (key.endswith("ثمن") and "measure" not in tags and len(document.words) > 1) or document.keys[end : end + 1] == ["عشر"]


def and_a_half(document: Document, at: int) -> NumericFact | None:
    """A single unit and a fraction: `لتر ونصف`.

    Examples:
        شرب [لترا ونصف](value=1.5 unit=لترا) من الماء
    """
    reading = document.words[at].get("fraction")
    joined = document.keys[at - 1] == "و" if at else False
    if reading is None or not reading["parts"] or not (joined or reading.proclitics == "و"):
        return None
    noun = at - 1 - joined
    word = document.words[noun] if noun >= 0 else None
    unit = _countable(word) if word is not None else None
    if unit is None or unit.definite or unit.number != "s":
        return None
    value = plain(1 + Decimal(reading["parts"]) / Decimal(reading["of"]))
    dimension = {"measure": MEASURE, "currency": MONEY}.get(unit.tag, COUNT)
    name = unit["iso"] or None if unit.tag == "currency" else article_free(document, noun)
    return document.annotation(
        NumericFact, noun, at + 1, rule="and_a_half", value=value, unit=name, dimension=dimension, form=WORDS
    )
