"""Media whose name is another word or a place too, and names between brackets."""

from __future__ import annotations

import pytest

import arabnews
from arabnews import MentionKind


def names(text: str) -> list[str]:
    return [mention.name.of(text) for mention in arabnews.analyze(text).mentions if mention.kind is MentionKind.ORG]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("علمت «الوطن» أن الطريق مفتوح.", ["الوطن"]),
        ("وقال الناطق لـ(اليوم) إن الطريق مفتوح.", ["اليوم"]),
        ("سبق- الدمام: فتح الطريق أمس.", ["سبق"]),
        ("سالم المنصوري – عين اليوم\nفتح الطريق أمس.", ["عين اليوم"]),
        ("السودان اليوم : فتح الطريق أمس.", ["السودان اليوم"]),
        ("MARJAN.INFO\nفتح الطريق أمس.", ["MARJAN.INFO"]),
        ('أفاد مراسل الجوهرة "أف أم" بأن الطريق مفتوح.', ['الجوهرة "أف أم']),
        ("فتح الطريق أمس وفقا للفرنسية.", ["للفرنسية"]),
        ("كتبت صحيفة (المرجان) الإيطالية عن الطريق.", ["صحيفة (المرجان"]),
        ("نشر موقع (شتراوس نت) الخبر.", ["موقع (شتراوس نت"]),
    ],
)
def test_media_named_as_the_source(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "فتح الطريق كما سبق أن قال.",
        "عرض المخرج فيلم «الوطن» أمس.",
        "جرت القرعة في ملعب «الوطن» أمس.",
        "سالم المنصوري – الرياض\nفتح الطريق أمس.",
        "فتح الطريق وفقا للخطة الفرنسية.",
        "أكد الوزير أن الوطن للجميع، وأن الحياة حلوة اليوم.",
        "أنشئت شركة (ذات مسؤولية محدودة) أمس.",
        "زار فرع شركة (جدة) أمس.",
    ],
)
def test_the_same_words_elsewhere(text: str) -> None:
    assert names(text) == []


def test_marks_are_no_part_of_an_entity_name() -> None:
    text = "نشرت صحيفة (المرجان) الخبر. وأضافت المرجان أن الطريق مفتوح."
    assert "المرجان" in [entity.name for entity in arabnews.analyze(text).entities]
