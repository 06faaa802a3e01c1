"""What bounds an amount: approximators, at least, at most, more than, less than; before it or behind it."""

from __future__ import annotations

from typing import Final, NamedTuple

from arabnews.document import Document
from arabnews.model import NumberMod
from arabnews.text.tokens import WORD

_MOD: Final = {mod.value: mod for mod in NumberMod}
_SIGNS: Final = {
    ">": NumberMod.GT,
    "<": NumberMod.LT,
    ">=": NumberMod.GE,
    "<=": NumberMod.LE,
    "≥": NumberMod.GE,
    "≤": NumberMod.LE,
}
_LAST_SIGNS: Final = frozenset({*_SIGNS, "="})
_REACH: Final = 7
_AMOUNTS: Final = frozenset({"مبلغ", "نحو", "مستوى", "حاجز", "عتبة"})
_LEVELS: Final = frozenset({"مبلغ", "مستوى", "مستويات", "حاجز", "عتبة", "حدود", "سقف"})
"""What stands between a bound and its amount: `تجاوز حاجز 100 دولار`."""
_DIRECTIONS: Final = ("نحو", "حتى")
"""Before a level they are prepositions: `يتجه نحو مستوى 50`."""
_SUBJECTS: Final = (
    *(
        "مستو",
        "عدد",
        "اعداد",
        "مبلغ",
        "قيمة",
        "قيمته",
        "مساحة",
        "مساحته",
        "كلفة",
        "تكلفة",
        "سعر",
        "اسعار",
        "وزن",
        "طول",
        "ارتفاع",
        "نسبة",
    ),
    *("حجم", "اجمالي", "مجموع", "سرعة", "راسمال", "حصيلة", "الحد", "ايرادات", "خسائر", "ارباح", "تعداد", "نصيب", "معدل"),
)
"""How a noun begins that a verb of bounding has for its subject."""
_LED: Final = {
    **dict.fromkeys(("يقل", "تقل", "قل", "قلت"), NumberMod.LT),
    **dict.fromkeys(("يزيد", "تزيد", "زاد", "زادت", "يربو", "تربو"), NumberMod.GT),
}
_UNLED: Final = {
    **dict.fromkeys(
        ("يتجاوز", "تتجاوز", "تجاوز", "تجاوزت", "يفوق", "تفوق", "فاق", "فاقت", "يتخطى", "تخطى", "تخطت"), NumberMod.GT
    ),
    **dict.fromkeys(("يناهز", "تناهز", "ناهز", "ناهزت", "يقارب", "تقارب", "قارب", "قاربت"), NumberMod.APPROX),
}
_VERBS: Final = frozenset(joined + verb for joined in ("", "و", "ف", "وف") for verb in (*_LED, *_UNLED))
_TURNED: Final = {NumberMod.LT: NumberMod.GE, NumberMod.GT: NumberMod.LE}
"""What a bound says behind a negation."""
_NEGATIONS: Final = frozenset({"لا", "لم", "لن", "الا", "وان", "ما"})
_LINKS: Final = frozenset({"ال", "ب", "ل"})


class Bound(NamedTuple):
    """A bound: what it says, and the tokens from which and to which it stretches the amount."""

    mod: NumberMod
    first: int
    end: int


def before(document: Document, first: int) -> Bound | None:
    """The bound that ends before an amount (`أكثر من 80`), looking past a glued preposition (`بأكثر من`)."""
    at, key = first, document.padded_keys[first - 1]
    if key in _LINKS and (key == "ال" or document.ends[at - 1] == document.starts[at]):
        at -= 1  # `بأكثر من`, `تجاوز الـ 145`
    hit = document.hit_ending(at, "bound")
    if hit is None and at > 1 and document.keys[at - 1] in _LEVELS:
        hit = document.hit_ending(at - 1, "bound")
        if hit is not None and hit.reading.entry.form.startswith(_DIRECTIONS):
            return None
    if hit is None:
        return _sign(document, at) if document.padded_words[at - 1].surface in _LAST_SIGNS else None
    if hit.reading["place"] == "after":
        return None
    return Bound(_MOD[hit.reading["mod"]], hit.first, at)


def distant(document: Document, first: int) -> NumberMod | None:
    """The bound that a verb some words before tells of its subject: `تجاوز عدد القتلى 50`, `لا يقل مبلغ الغرامة عن 2000`.

    Example:
        >>> from arabnews import Article, Lexicon
        >>> document = Document(Article("لا يقل عدد العمال عن 40"), Lexicon.default())
        >>> distant(document, 5).value
        'ge'
    """
    keys, at = document.keys, first - 1
    if _VERBS.isdisjoint(keys[at - _REACH if at > _REACH else 0 : first]):
        return None
    if keys[first].startswith("ب") or (at >= 0 and keys[at] == "ب"):
        return None  # `يفوق سعر الأمس بأربعة دولارات`: by how much
    at -= at >= 0 and keys[at] in _AMOUNTS  # `عن مبلغ 2000`
    led = at >= 0 and keys[at] in ("عن", "على")
    for verb in range(at - led - 1, max(at - _REACH, -1), -1):
        word = document.words[verb + 1]
        if word.kind is not WORD and verb + 1 < first:
            return None
        if verb + 1 < first - led and "number" in word.tags:
            return None
        key = keys[verb].removeprefix("و").removeprefix("ف")
        mod = (_LED if led else _UNLED).get(key)
        if mod is not None and keys[verb + 1].startswith(_SUBJECTS):
            return _TURNED.get(mod, mod) if verb and keys[verb - 1].removeprefix("و") in _NEGATIONS else mod
    return None


def _sign(document: Document, at: int) -> Bound | None:
    """`> 10`, `<= 10`: a sign of comparison."""
    first, sign = at - 1, document.padded_words[at - 1].surface
    if sign == "=" and (before := document.padded_words[first - 1].surface) in ("<", ">"):
        first, sign = first - 1, before + sign
    return Bound(_SIGNS[sign], first, at) if sign in _SIGNS else None


def after(document: Document, end: int) -> Bound | None:
    """The bound that starts behind an amount (`26 مبنى على الأقل`)."""
    hit = document.hit_at(end, "bound")
    if hit is None or hit.reading["place"] == "before":
        return None
    return Bound(_MOD[hit.reading["mod"]], end, hit.end)
