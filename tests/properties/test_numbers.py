"""Number -> words -> number is the identity, in every spelling; scripts, marks and separators change no value."""

from __future__ import annotations

import random

from hypothesis import given, settings
from hypothesis import strategies as st

import arabnews

UNITS_M = ["", "واحد", "اثنان", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة"]
UNITS_F = ["", "واحدة", "اثنتان", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع"]
TENS = ["", "عشرة", "عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"]
HUNDREDS = [
    ["مئة", "مائة"],
    ["مئتان", "مائتان", "مئتين"],
    ["ثلاثمئة", "ثلاثمائة", "ثلاث مئة"],
    ["أربعمئة", "أربعمائة", "أربع مئة"],
    ["خمسمئة", "خمسمائة", "خمس مائة"],
    ["ستمئة", "ستمائة", "ست مئة"],
    ["سبعمئة", "سبعمائة", "سبع مئة"],
    ["ثمانمئة", "ثمانمائة", "ثماني مئة"],
    ["تسعمئة", "تسعمائة", "تسع مئة"],
]
SCALES = [
    (10**12, ["تريليون"], ["تريليونان", "تريليونين"], ["تريليونات"]),
    (10**9, ["مليار", "بليون"], ["ملياران", "مليارين"], ["مليارات"]),
    (10**6, ["مليون"], ["مليونان", "مليونين"], ["ملايين"]),
    (10**3, ["ألف"], ["ألفان", "ألفين"], ["آلاف"]),
]


def below_hundred(number: int, oblique: bool) -> str:
    """The words of a number under 100 in the masculine, nominative or oblique."""
    if number < 10:
        return "اثنين" if oblique and number == 2 else UNITS_M[number]
    if number == 10:
        return "عشرة"
    if number < 20:
        teen = {11: "أحد", 12: "اثني" if oblique else "اثنا"}.get(number) or UNITS_M[number - 10]
        return f"{teen} عشر"
    tens = TENS[number // 10]
    tens = tens[:-2] + "ين" if oblique else tens
    return f"{UNITS_M[number % 10]} و{tens}" if number % 10 else tens


def below_thousand(number: int, choose: random.Random, oblique: bool) -> list[str]:
    """The parts of a number under 1000, to be joined by و."""
    parts = [choose.choice(HUNDREDS[number // 100 - 1])] if number >= 100 else []
    if number % 100:
        parts.append(below_hundred(number % 100, oblique))
    return parts


def words(number: int, seed: int) -> str:
    """One spelling of a number up to 10^15."""
    choose = random.Random(seed)
    oblique = choose.random() < 0.5
    parts, rest = [], number
    for scale, singular, dual, plural in SCALES:
        count, rest = divmod(rest, scale)
        if count == 1:
            parts.append(choose.choice(singular))
        elif count == 2:
            parts.append(choose.choice(dual))
        elif 3 <= count <= 10:
            parts.append(f"{UNITS_M[count] if count < 10 else 'عشرة'} {choose.choice(plural)}")
        elif count:
            parts.append(" و".join(below_thousand(count, choose, oblique)) + " " + choose.choice(singular))
    parts += below_thousand(rest, choose, oblique)
    return " و".join(parts)


def value_of(text: str) -> list[object]:
    return [fact.value for fact in arabnews.analyze(text).numbers]


@settings(max_examples=300, deadline=None)
@given(st.one_of(st.integers(3, 2000), st.integers(3, 10**6), st.integers(3, 10**15 - 1)), st.integers(0, 10**6))
def test_words_are_read_back(number: int, seed: int) -> None:
    spelling = words(number, seed)
    assert value_of(f"بلغ العدد {spelling}.") == [number], spelling


INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@settings(max_examples=120, deadline=None)
@given(st.integers(3, 10**12), st.sampled_from(["", ",", "٬", "،"]))
def test_figures_are_read_in_every_script(number: int, mark: str) -> None:
    plain = f"{number:,}".replace(",", mark)
    for figure in (plain, plain.translate(INDIC), plain.translate(PERSIAN)):
        assert value_of(f"باعت الشركة {figure} سيارة هناك.") == [number], figure


@settings(max_examples=120, deadline=None)
@given(st.integers(3, 999_999), st.integers(0, 10**6))
def test_marks_and_tatweel_change_no_value(number: int, seed: int) -> None:
    spelling = words(number, seed)
    choose = random.Random(seed)
    marked = "".join(c + choose.choice(["", "", "\u064e", "\u0650", "\u0651", "\u0640"]) if c.isalpha() else c for c in spelling)
    assert value_of(f"بلغ العدد {marked}.") == [number], marked
