"""What surrounds a claim: to whom, where and when it was said."""

from __future__ import annotations

import pytest

import arabnews

PUBLISHED = "2024-03-14"
TIMES = [
    ("قال سالم المنصوري أمس إن الميناء مفتوح.", "أمس"),
    ("وقالت وزارة النقل في بيان الثلاثاء إن الجسر أغلق.", "الثلاثاء"),
    ("وخلال لقاء مع الصيادين أمس، قال سالم المنصوري إن الميناء مفتوح.", "أمس"),
    ("زار الوزير سالم المنصوري المرفأ أمس رفقة عدد من الصيادين، مؤكدا أن الميناء مفتوح.", "أمس"),
    ("بدأت أعمال الحفر في الشارع أمس بعد أن أكدت وزارة النقل أن الجسر أغلق.", None),
    ("أجرى الفريق تدريبه أمس على ملعب المدينة، وأكد المدرب سالم المنصوري أن الجميع بخير.", None),
    ("قال سالم المنصوري إن الميناء أغلق أمس.", None),
]
ADDRESSEES = [
    ("وقال سالم المنصوري لصحيفة «المرفأ» إن الميناء مفتوح.", "لصحيفة «المرفأ"),
    ("وقال سالم المنصوري للصحافيين إن الميناء مفتوح.", "للصحافيين"),
    ("ودعت وزارة النقل السائقين إلى الهدوء.", "السائقين"),
    ("ودعت النقابة المعلمين إلى الهدوء.", "المعلمين"),
    ("ودعا الوزير كل الموظفين إلى العمل.", "كل الموظفين"),
    ("ودعا الوزير سكان المدينة إلى الهدوء.", "سكان المدينة"),
    ("وحث المدرب لاعبي الفريق على الفوز.", "لاعبي الفريق"),
    ("وقال سالم المنصوري إن الميناء مفتوح للصيادين.", None),
]
MEDIA = [
    ("وقالت وزارة النقل في بيان إن الجسر أغلق.", "بيان"),
    ("وفي تغريدة على حسابه، قال سالم المنصوري إن الميناء مفتوح.", "تغريدة"),
    ("وقال سالم المنصوري خلال مؤتمر صحافي إن الميناء مفتوح.", "مؤتمر صحافي"),
    ("وقال سالم المنصوري إن الميناء مفتوح بموجب بيان الوزارة.", None),
]


def _only(text: str) -> arabnews.Claim:
    (claim,) = (
        claim for claim in arabnews.analyze(arabnews.Article(text, published=PUBLISHED)).claims if claim.kind != "narrated"
    )
    return claim


@pytest.mark.parametrize(("text", "day"), TIMES)
def test_the_time_of_utterance_is_a_day_of_the_cues_own_clause(text: str, day: str | None) -> None:
    uttered = _only(text).uttered
    assert (uttered and uttered.text) == day


@pytest.mark.parametrize(("text", "hearer"), ADDRESSEES)
def test_the_addressee(text: str, hearer: str | None) -> None:
    addressee = _only(text).addressee
    assert (addressee and addressee.text) == hearer


@pytest.mark.parametrize(("text", "medium"), MEDIA)
def test_the_medium(text: str, medium: str | None) -> None:
    found = _only(text).medium
    assert (found and found.text) == medium
