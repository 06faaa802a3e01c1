"""What an amount counts or measures: per cent, money, measures, counted nouns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from arabnews.document import Document, Hit, remembered
from arabnews.extractors.numbers.no_nouns import is_no_noun
from arabnews.lexicon.entries import Reading, Word, bare
from arabnews.lexicon.kept import kept
from arabnews.model import Dimension
from arabnews.numerals import WORDS, Numeral, read
from arabnews.text.characters import fold_with_offsets
from arabnews.text.tokens import WORD

SYMBOLS: Final = {"$": "USD", "€": "EUR", "£": "GBP", "¥": "JPY", "₪": "ILS", "₺": "TRY", "₽": "RUB", "₹": "INR"}
PERCENT_SIGNS: Final = frozenset("%٪")
_UNITS: Final = frozenset({"counted", "measure", "currency"})
_NOT_COUNTED: Final = frozenset(
    {"function_word", "number", "month", "weekday", "fraction", "bound", "clause_opener", "day_part"} | {"set_word", "deictic"}
)
_EVIDENCE: Final = ("place", "place_alias", "nationality", "organisation")
"""What names a country, and so tells whose currency is meant."""
_PREFIXES: Final = ("", "و", "ف", "ب", "ل", "وب", "ول")
_METRE: Final = "م"
_SIZES: Final = ("طول", "رتفاع", "ارتفاع", "عرض", "عمق", "مسافة", "علو", "قطر", "سباق", "بعد", "سمك")
_LITRE: Final = "ل"
_ADVERBS: Final = frozenset(
    {"بواقع", "بفارق", "بمعدل", "بمقدار", "بحسب", "بتقدير", "بعدد", "اخرى"}
    | {"قليلا", "كثيرا", "جدا", "معا", "لاحقا", "سابقا", "حاليا", "تواليا", "مجتمعة", "مجتمعين"}
)
_JOINED: Final = frozenset({"number_label", "function_word", "clause_opener", "place", "place_alias", "cue", "person_verb"})
_ARTICLES: Final = ("وبال", "ولل", "ال", "وال", "فال", "بال", "كال", "لل")
PRONOUNS: Final = ("هما", "هم", "ها", "ه", "نا", "هن")


COUNT: Final = Dimension.COUNT
MEASURE: Final = Dimension.MEASURE
MONEY: Final = Dimension.MONEY
PERCENT: Final = Dimension.PERCENT


class Unit(NamedTuple):
    """A unit behind (or before) an amount: its name, its dimension, its token range, the concept it stands for."""

    name: str | None
    dimension: Dimension
    first: int
    end: int
    concept: str | None = None
    factor: Decimal = Decimal(1)


Rule = Callable[[Document, Numeral, int], Unit | None]


def percent(document: Document, numeral: Numeral, at: int) -> Unit | None:
    """A percent sign or one of its spellings.

    Examples:
        ارتفعت الأسعار [12,5 في المئة](value=12.5 unit=% dimension=percent)
        ارتفعت الأسعار بنسبة [٥٪](value=5 unit=%)
    """
    if at < len(document.words) and document.words[at].surface in PERCENT_SIGNS:
        return Unit("%", PERCENT, at, at + 1)
    if hit := document.hit_at(at, "percent"):
        return Unit("%", PERCENT, at, hit.end)
    return None


def money(document: Document, numeral: Numeral, at: int) -> Unit | None:
    """A currency by name, code or sign; its country by the adjective behind it or by the countries of the article.

    Examples:
        بقيمة [3,5 مليارات دولار](value=3500000000 unit=USD dimension=money) أميركي
        دفع [20 جنيها إسترلينيا](value=20 unit=GBP) أمس
        دفع [20 ريالا](value=20 unit=none dimension=money)
    """
    if at < len(document.words) and (code := SYMBOLS.get(document.words[at].surface)):
        return Unit(code, MONEY, at, at + 1)
    hit = document.hit_at(at, "currency")
    if hit is None or hit.reading.proclitics not in ("", "ال"):
        return None
    iso = _iso(document, hit)
    factor = Decimal(hit.reading["part"] or 1)
    if iso is None and factor != 1:
        return Unit(document.slice(at, hit.end), MONEY, at, hit.end)  # of which dollar the cents are, nothing tells
    return Unit(iso, MONEY, at, hit.end, factor=factor)


def measure(document: Document, numeral: Numeral, at: int) -> Unit | None:
    """A unit of measure.

    Examples:
        على بعد [حوالي 18 كيلومترا](value=18 unit=كيلومترا dimension=measure) من المدينة
        باع المتجر قوارير سعتها [1.5 ل](value=1.5 unit=ل dimension=measure)، وأكوابا
    """
    if at < len(document.words) and document.keys[at] == _LITRE and numeral.form is not WORDS and _ends_there(document, at + 1):
        return Unit(document.slice(at, at + 1), MEASURE, at, at + 1)
    hit = document.hit_at(at, "measure")
    if (
        hit is None
        and document.keys[at : at + 1] == [_METRE]
        and _is_size(document, numeral)
        and not _is_letter(document, at + 1)
    ):
        return Unit(document.slice(at, at + 1), MEASURE, at, at + 1)
    if hit is None or hit.reading.proclitics:
        return None
    return Unit(document.slice(at, hit.end), MEASURE, at, hit.end)


def _is_letter(document: Document, at: int) -> bool:
    """A letter that stands alone: `2,9 م د` are millions of dinars."""
    return at < len(document.words) and document.words[at].kind is WORD and len(document.keys[at]) == 1


def _is_size(document: Document, numeral: Numeral) -> bool:
    """Whether what stands before a number tells a length: `بارتفاع 420 م`; `2015م` is a year."""
    return any(
        key.lstrip("بولف").removeprefix("ال").startswith(_SIZES)
        for key in document.keys[max(numeral.first - 4, 0) : numeral.first]
    )


def _ends_there(document: Document, at: int) -> bool:
    """Whether a mark, a `و` or the end of the text follows."""
    return at >= len(document.words) or document.words[at].kind is not WORD or document.keys[at] == "و"


def partitive(document: Document, numeral: Numeral, at: int) -> Unit | None:
    """`من` and a plural: the amount is a part of them.

    Examples:
        أصيب [أربعة من العمال](value=4 unit=عمال) أمس
    """
    if at + 1 >= len(document.words) or document.keys[at] != "من":
        return None
    word = document.words[at + 1]
    if word.kind is not WORD or not _is_plural(document, at + 1):
        return None
    return Unit(_without_article(document, at + 1), COUNT, at, at + 2, _concept(document, at + 1))


def counted_noun(document: Document, numeral: Numeral, at: int) -> Unit | None:
    """The noun behind the number, indefinite and without a preposition.

    Examples:
        وصل [نحو 2500 جندي](value=2500 mod=approx unit=جندي concept=soldier) أميركي
    """
    if numeral.value == 1 and numeral.form is WORDS:
        return None  # `واحد` stands behind its noun
    bare_definite = numeral.definite and numeral.scale == 1  # `الوزراء الثلاثة`: its noun stands before it
    if bare_definite and at < len(document.words) and numeral.value <= 10 and plural_noun(document, at) is not None:
        bare_definite = not document.words[at - 1].key.startswith("ال") or document.words[at].get("counted").definite  # type: ignore[union-attr]
    if bare_definite and numeral.value > 10 and at < len(document.words) and document.words[at].surface.endswith(("ا", "اً", "ًا")):
        bare_definite = False  # `الخمسين طفلا`
    if at >= len(document.words) or bare_definite or not is_countable(document, at):
        return None
    return Unit(document.slice(at, at + 1), COUNT, at, at + 1, _concept(document, at))


_RULES: Final[tuple[tuple[Rule, str, frozenset[str]], ...]] = (
    (percent, "percent", PERCENT_SIGNS),
    (money, "currency", frozenset(SYMBOLS)),
    (measure, "measure", frozenset({_METRE, _LITRE})),
    (partitive, "", frozenset({"من"})),
)
"""Rules, and the tag and the keys of the words at which they may answer."""
_RULED_TAGS: Final = frozenset(tag for _, tag, _ in _RULES if tag)
_RULED_KEYS: Final = frozenset().union(*(keys for _, _, keys in _RULES))


def unit_of(document: Document, numeral: Numeral, at: int) -> Unit | None:
    """The unit at a token, by the first rule that answers."""
    key, tags = document.padded_keys[at], document.tags_at(at)
    if tags.isdisjoint(_RULED_TAGS) and key not in _RULED_KEYS:
        return counted_noun(document, numeral, at)  # as most units are
    for rule, tag, keys in _RULES:
        if (tag in tags or key in keys) and (unit := rule(document, numeral, at)) is not None:
            return unit
    return counted_noun(document, numeral, at)


@remembered
def unit_behind(document: Document, first: int) -> Unit | None:
    """The unit directly behind the number that starts at a token."""
    numeral = read(document, first)
    return unit_of(document, numeral, numeral.end) if numeral is not None else None


def is_countable(document: Document, at: int) -> bool:
    """Whether the word at a token can be the counted noun of a number directly before it."""
    word = document.words[at]
    told = _is_counted(word)
    if told is not None:
        return told
    if is_no_noun(document, at):
        return False
    key = word.key
    if key[0] in "بو" and not (key[0] == "ب" and key[-1] == "ا") and _is_joined(document, key[1:]):
        return False  # `16000 برقم`, `20 وربما 30`, `57357 بمصر`
    known = any(not r.proclitics and r.tag != "common_word" for r in word.readings)
    return known or not (key[0] in "وف" and len(key) > 4 and not key.endswith(("ا", "ة", "ات")))


@kept
def _is_counted(word: Word) -> bool | None:
    """Whether numbers count a word, as far as the word tells by itself; None where it does not."""
    counted = word.get("counted")
    barred = word.tags & _NOT_COUNTED and not (counted and not counted.proclitics and word.tags & _NOT_COUNTED == {"number"})
    if word.kind is not WORD or len(word.key) < 2 or barred or word.key in _ADVERBS or word.key.isascii():
        return False
    if counted is not None:
        return not counted.proclitics
    if word.readings and all(reading.proclitics for reading in word.readings):
        return False  # a conjunction or a preposition stands before a known word
    key = word.key
    if key.startswith(("ال", "بال", "لل", "وال", "فال", "كال")):
        return False
    cue = word.get("cue")
    if (cue is not None and cue.pos == "verb") or word.tags & {"concept_trigger", "person_name", "place"}:
        return False
    if ("person_verb" in word.tags and key[0] in "يت") or key.endswith("وا") or (key[0] == "ي" and key.endswith("ون")):
        return False  # a verb
    if key.endswith(("تها", "تهم", "تهن", "تنا")) and len(key) > 5:
        return False  # `تلبيتها`: made definite by a pronoun
    if key.startswith("تت") and not key.endswith(("ا", "ات", "ة")):
        return False  # `تتحدث`; but `تتويجا`
    return None


def _is_joined(document: Document, rest: str) -> bool:
    """Whether what follows a `ب` or a `و` is a word of its own that nobody counts: `برقم`, `بقيمة`, `وربما`."""
    return any(
        reading.tag in _JOINED or (reading.tag == "common_word" and rest.endswith("ة") and len(rest) > 3)
        for reading in document.lexicon.look_up(rest)
        if not reading.proclitics
    )


def _is_plural(document: Document, at: int) -> bool:
    word = document.words[at]
    if "counted" in word.tags:
        return plural_noun(document, at) is not None
    key = word.key
    if key.startswith("ال"):
        return key.endswith(("ين", "ون", "ات")) or "nationality" in word.tags
    for ending in PRONOUNS:
        if key.endswith(ending):
            return any(r.entry.tag == "counted" and r.number == "p" for r in document.lexicon.look_up(key[: -len(ending)]))
    return False


def plural_noun(document: Document, at: int) -> Reading | None:
    """The reading of a counted noun in the plural; the oblique plural is spelt like the dual."""
    return next((r for r in document.words[at].all("counted") if r.number == "p"), None)


def has_unit(document: Document, at: int) -> bool:
    """Whether a sign, a unit or a known countable noun stands at a token, and so something is counted or measured."""
    return _is_unit(document.padded_words[at]) or document.hit_at(at, "percent") is not None


@kept
def _is_unit(word: Word) -> bool:
    if word.surface in SYMBOLS or word.surface in PERCENT_SIGNS:
        return True
    if word.tags.isdisjoint(_UNITS):
        return False
    return any(reading.tag in _UNITS and not reading.proclitics for reading in word.readings)


def _without_article(document: Document, at: int) -> str:
    surface = document.slice(at, at + 1)
    key = document.keys[at]
    article = next((clitic for clitic in _ARTICLES if key.startswith(clitic) and len(key) > len(clitic) + 1), "")
    return _cut(surface, key, key[len(article) :]) if article else surface


def _cut(surface: str, key: str, ending: str) -> str:
    """The end of a surface that folds to the end of its key: marks count for nothing."""
    if len(surface) == len(key):
        return surface[len(key) - len(ending) :]
    _, offsets = fold_with_offsets(surface)
    return surface[offsets[len(key) - len(ending)] :] if ending and len(offsets) == len(key) else surface


def _concept(document: Document, at: int) -> str | None:
    reading = document.words[at].get("counted")
    return (reading["concept"] or None) if reading else None


def _iso(document: Document, hit: Hit) -> str | None:
    if hit.reading["iso"] == "self":
        return document.keys[hit.first].upper()
    by = _by_country(hit.reading["by"])
    if hit.end < len(document.words) and (nation := document.words[hit.end].get("nationality")):
        return by.get(nation["country"]) or hit.reading["iso"] or None
    if hit.end < len(document.words) and document.keys[hit.end].startswith("استرليني"):
        return "GBP"
    return hit.reading["iso"] or (_by_evidence(document, by) if by else None)


@lru_cache(maxsize=1024)
def _by_country(column: str) -> Mapping[str, str]:
    """The codes of a currency's countries, as its row lists them: `EG:EGP SY:SYP`."""
    return dict(pair.split(":") for pair in column.split())


def _by_evidence(document: Document, by: Mapping[str, str]) -> str | None:
    """The candidate country that the article mentions most, if it mentions any."""
    seen = _countries(document)
    ranked = sorted([(seen[country], country) for country in by if country in seen], reverse=True)
    if not ranked and "SA" in by and _dated_by_hijra(document):
        return by["SA"]
    if not ranked or (len(ranked) > 1 and ranked[0][0] < 2 * ranked[1][0]):
        return None
    return by[ranked[0][1]]


def _countries(document: Document) -> Mapping[str, int]:
    """How often the article mentions each country; counted once."""
    seen: Mapping[str, int] | None = document.cache.get(_countries)
    if seen is None:
        seen = document.cache[_countries] = Counter(hit.reading["country"] for tag in _EVIDENCE for hit in document.hits(tag))
    return seen


def _dated_by_hijra(document: Document) -> bool:
    """Whether a text tells Hijri dates: among those that count in riyals, the Saudi press does."""
    if any(hit.reading["calendar"] == "h" and not hit.reading.proclitics for hit in document.hits("month")):
        return True
    return any(len(key) == 4 and key.startswith("14") for key in map(document.keys.__getitem__, document.at("figure")))


def article_free(document: Document, at: int) -> str:
    """A noun's surface without its proclitics, as its lexicon reading or its article tells."""
    word = document.words[at]
    reading = word.get("counted") or word.get("measure") or word.get("currency")
    if reading is not None and reading.proclitics:
        return _cut(word.surface, word.key, bare(word.key, reading.proclitics))
    return _without_article(document, at)


def suffixed_plural(document: Document, at: int) -> Unit | None:
    """`أبناؤه الثلاثة`, `بفئاتها الأربع`: the plural that a pronoun has made definite, without what is prefixed to it."""
    word, look_up = document.words[at], document.lexicon.look_up
    for clitic in _PREFIXES:
        key = word.key.removeprefix(clitic)
        ending = next((ending for ending in PRONOUNS if key.endswith(ending)), "")
        stem = key[: -len(ending)] if ending else ""
        if len(stem) < 3 or not word.key.startswith(clitic):
            continue
        for form in (stem, stem[:-1] + "ء" if stem[-1] in "ؤئ" else stem):
            nouns = [r for r in look_up(form) if r.entry.tag == "counted" and r.number == "p" and not r.proclitics]
            if nouns:
                return Unit(word.surface[len(clitic) :], COUNT, at, at + 1, nouns[0]["concept"] or None)
    return None


def construct_plural(document: Document, first: int, reach: int = 3) -> Unit | None:
    """`أبناء فلان الثلاثة`: the plural that a name has made definite."""
    for at in range(first - 2, max(first - 2 - reach, -1), -1):
        reading = document.words[at].get("counted")
        if reading is not None and reading.number == "p" and not reading.definite:
            return Unit(article_free(document, at), COUNT, at, at + 1, reading["concept"] or None)
    return None
