"""Whatever the text: no exception, exact offsets, the same answer twice; marks and digit scripts change no value."""

from __future__ import annotations

import os
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import arabnews
import hostile
from arabnews import Analysis, Annotation, Article
from arabnews.text.characters import key

SENTENCES = [
    "قال وزير النقل سالم المنصوري أمس إن «الميناء استقبل نحو 40 سفينة» في بنغازي.",
    "وأكدت منظمة الصحة العالمية وصول ألفي طبيب وأكثر من 12,5 مليون دولار منذ يوليو الماضي.",
    "وبحسب مصدر أمني، أصيب خمسة عمال يوم الثلاثاء 7 كانون الأول/ديسمبر 2021.",
    'وأضاف: "لن نقبل وعودا جديدة"، مشيرا إلى أن ثلاثة أرباع العمال رحلوا قبل عامين.',
]
WORDS = ["و", "ب", "ال", "قال ", "إن ", "أن ", "مضيفا ", "ألف ", "مليون ", "من ", "إلى ", "يوليو ", "الماضي ", "عام ", "2021 "]
ODD = ["\u0640", "\u064b", "\u200f", "\u200d", "\ufeff", "\ud800", "\x00", "🙂", "ﻻ"]
PIECES = st.sampled_from([*" \n«»“”\"'()[]:،؛.؟!-/%٪0123456789٠١٢٣۴", *WORDS, *ODD, *SENTENCES])
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def annotations(analysis: Analysis) -> list[Annotation]:
    return [item for found in analysis.layers.values() for item in found]


def check(text: str) -> Analysis:
    analysis = arabnews.analyze(Article(text, published="2021-12-10"))
    for item in annotations(analysis):
        assert text[item.span.start : item.span.end] == item.text
        assert item.text
    for claim in analysis.claims:
        assert claim.extent.contains(claim.span)
        assert all(claim.span.contains(segment) for segment in claim.segments)
    for mention in analysis.mentions:
        assert mention.span.contains(mention.name)
    for quote in analysis.quotes:
        assert quote.outer.contains(quote.span)
    for date in analysis.dates:
        assert date.interval is None or date.interval[0] <= date.interval[1]
    for number in analysis.numbers:
        assert number.upper is None or number.upper >= number.value
    return analysis


ENDINGS = [
    *SENTENCES,
    "زار رامي الخطيب والوزيرة ليلى بنت خالد آل سالم عبد رب النبي مدينة سبها وبيان الاتحاد الأفريقي للتنمية.",
    "وقال المدرب فقالت إن مؤكدا أن وفقا لما ذكره بحسب على لسان نقلا عن قوله إن أما الوزير فأعلن عن",
    "أعلن مصدر في الهيئة بيانا قال فيه بين 5 و10 آلاف من نحو 3 ملايين ونصف المليون إلى 12,5 في المئة",
    "يوم الثلاثاء 7 كانون الأول/ديسمبر 2021 الموافق 3 جمادى الأولى 1443 هـ الساعة الخامسة والنصف مساء",
]


def test_every_prefix() -> None:
    """A text can end after any word: no rule looks past its end."""
    for text in ENDINGS:
        words = text.split(" ")
        for first in range(0, len(words), 3):
            for last in range(first + 1, len(words) + 1):
                check(" ".join(words[first:last]))


def test_a_source_of_which_nothing_is_left() -> None:
    check('الطريق مغلق "اليوم"، بحسب "مرسى .بور\nكا"ت')


@RELAXED
@given(st.text(max_size=200))
def test_any_unicode(text: str) -> None:
    check(text)


@RELAXED
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_jumble_of_news(text: str) -> None:
    assert check(text) == check(text)


def values(analysis: Analysis) -> dict[str, list[Any]]:
    return {
        "numbers": [(n.value, n.upper, n.mod, key(n.unit or "")) for n in analysis.numbers],
        "dates": [(d.type, d.value, d.mod) for d in analysis.dates],
        "claims": [(c.kind, c.stance, c.cue and c.cue.lemma, c.source and key(c.source.name)) for c in analysis.claims],
        "quotes": [q.is_statement for q in analysis.quotes],
        "mentions": [(m.kind, m.form) for m in analysis.mentions],
    }


def with_marks(text: str, seed: int) -> str:
    """The same words, some letters followed by a vowel sign or a tatweel; no damma at a word's head, where it makes a passive."""
    choose = random.Random(seed)
    out = []
    for index, character in enumerate(text):
        out.append(character)
        joined = index + 1 < len(text) and text[index + 1].isalpha()
        if character.isalpha() and joined and choose.random() < 0.3:
            mark = choose.choice("\u064e\u064f\u0650\u0651\u0640")
            heads = mark == "\u064f" and not text[max(index - 2, 0) : index].isalpha()
            out.append("\u0640" if heads or (mark == "\u064f" and index < 2) else mark)
    return "".join(out)


INDIC = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
PERSIAN = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")


@RELAXED
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map(" ".join), st.integers(0, 1000))
def test_marks_and_scripts_change_no_value(text: str, seed: int) -> None:
    expected = values(check(text))
    for variant in (
        with_marks(text, seed),
        text.translate(INDIC),
        text.translate(PERSIAN),
        text.replace(" ", "\u00a0"),
        text + "\r\n",
    ):
        assert values(check(variant)) == expected


@RELAXED
@given(st.lists(st.sampled_from(SENTENCES), min_size=1, max_size=4).map("\n".join), st.data())
def test_bidi_marks_and_line_ends_change_no_value(text: str, data: st.DataObject) -> None:
    expected = values(check(text))
    mark = data.draw(st.sampled_from("\u200e\u200f\u061c\u202b\u2067"))
    inside = [at for at in range(1, len(text)) if text[at - 1].isalpha() and text[at].isalpha()]
    at = data.draw(st.sampled_from(inside))
    assert values(check(text[:at] + mark + text[at:])) == expected
    assert values(check(text.replace("\n", "\r\n"))) == expected


@RELAXED
@given(st.lists(st.sampled_from(ENDINGS), min_size=1, max_size=4).map(" ".join), st.data())
def test_articles_cut_up_and_mixed(text: str, data: st.DataObject) -> None:
    """An article with stretches dropped, doubled and moved is read without complaint, twice the same."""
    for _ in range(data.draw(st.integers(1, 4))):
        first, last = sorted(data.draw(st.tuples(st.integers(0, len(text)), st.integers(0, len(text)))))
        middle = data.draw(st.sampled_from(["", text[first:last] * 2, text[first:last][::-1], *ODD]))
        text = text[:first] + middle + text[last:]
    text = text[:3000]
    assert check(text) == check(text)


def test_fuzzing_for_some_seconds() -> None:
    """`benchmarks/fuzz/fuzz.py` runs for minutes by hand."""
    pytest.importorskip("atheris", reason="atheris is not installed")
    harness = Path(__file__).resolve().parents[2] / "benchmarks" / "fuzz" / "fuzz.py"
    paths = os.pathsep.join(item for item in sys.path if item)
    run = subprocess.run(
        [sys.executable, harness, "--seconds", "2"],
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env={**os.environ, "PYTHONPATH": paths, "PYTHONIOENCODING": "utf-8"},
    )
    assert run.returncode == 0, run.stderr[-3000:]
    assert "Done " in run.stderr


def test_the_same_in_every_process_and_hash_seed() -> None:
    program = "import arabnews, sys; print(arabnews.analyze(sys.stdin.buffer.read().decode(), published='2021-12-10').to_dict())"
    answers = set()
    for seed in ("0", "1", "77"):
        run = subprocess.run(
            [sys.executable, "-c", program],
            input="\n".join(SENTENCES).encode(),
            capture_output=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONIOENCODING": "utf-8"},
        )
        answers.add(run.stdout)
    assert len(answers) == 1


def test_digits_without_end_are_no_amount() -> None:
    assert check("وصل " + "7" * 5000 + " جنديا.").numbers == ()
    [number] = check("وصل " + "7" * 15 + " جنديا.").numbers
    assert number.value == int("7" * 15)


def test_a_number_with_decimals_takes_no_others() -> None:
    facts = check("بلغ السعر 7.45 فاصلة خمسة أمس").numbers
    assert [str(fact.value) for fact in facts] == ["7.45", "5"]


@pytest.mark.parametrize("row", ["«", '"', "«“'", "« ", '" '])
def test_a_long_row_of_quotation_marks_quotes_nothing_and_hides_no_quotation(row: str) -> None:
    said = "قال الوزير: «سنبني هنا مدرسة للبنات»."
    for text in (f"{row * 40}\n{said}\n{row * 40}", f"{said}\n{row * 41}", f"{row * 43}\n{said}"):
        assert [quote.text for quote in check(text).quotes] == ["سنبني هنا مدرسة للبنات"]
    [quote] = check("«" * 40 + "سنبني هنا مدرسة للبنات»").quotes
    assert quote.closed
    assert quote.text == "سنبني هنا مدرسة للبنات"
    assert quote.outer.end - quote.outer.start == len(quote.text) + 2


@pytest.mark.parametrize("name", hostile.TEXTS)
def test_work_grows_with_the_text_and_no_faster(name: str) -> None:
    """Counted work, not seconds: eight times the text may cost at most some ten times the work."""
    unit = hostile.TEXTS[name]
    small, large = (_work((unit * (size // len(unit))) + ".") for size in (4_000, 32_000))
    assert large <= 10 * small + 20_000


def _work(text: str) -> int:
    """Lines of code that are run, calls of what is written in C, and characters that are found."""
    count = 0

    def line(frame: Any, event: str, argument: Any) -> Any:
        nonlocal count
        count += 1
        return line

    def call(frame: Any, event: str, argument: Any) -> None:
        nonlocal count
        count += 1

    arabnews.analyze("قال")
    tracing = sys.gettrace()
    sys.settrace(line)
    sys.setprofile(call)
    try:
        analysis = arabnews.analyze(text)
    finally:
        sys.settrace(tracing)
        sys.setprofile(None)
    return count + sum(len(item.text) for item in annotations(analysis))
