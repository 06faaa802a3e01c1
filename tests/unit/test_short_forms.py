"""Names of bodies without their head, once the article has them in full."""

from __future__ import annotations

import pytest

import arabnews
from arabnews import MentionKind


def names(text: str) -> list[str]:
    return [mention.name.of(text) for mention in arabnews.analyze(text).mentions if mention.kind is MentionKind.ORG]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("افتتحت شركة شتراوسن أمس المبنى. وقالت شتراوسن إن العمل مستمر.", ["شركة شتراوسن", "شتراوسن"]),
        ("افتتحت شركة مراكب القابضة أمس المبنى، وتقوم مراكب بالصيانة.", ["شركة مراكب القابضة", "مراكب"]),
        ("افتتحت شركة Marjan Sea أمس المبنى. وقال العامل في Marjan Sea إن العمل مستمر.", ["شركة Marjan Sea", "Marjan Sea"]),
    ],
)
def test_the_name_without_its_head(text: str, expected: list[str]) -> None:
    assert names(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("افتتحت شركة مراكب القابضة أمس المبنى، وللميناء مراكب كثيرة.", ["شركة مراكب القابضة"]),
        ("افتتحت شركة توزيع الغاز أمس المبنى، وبدأ توزيع الماء.", ["شركة توزيع الغاز"]),
    ],
)
def test_the_everyday_word_stays_one(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_short_and_full_are_one_entity() -> None:
    text = "افتتحت شركة شتراوسن أمس المبنى. وقالت شتراوسن إن العمل مستمر."
    assert [len(entity.mentions) for entity in arabnews.analyze(text).entities if entity.kind == "ORG"] == [2]
