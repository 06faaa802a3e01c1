"""Sports clubs whose name is a place or an everyday word too."""

from __future__ import annotations

import pytest

import arabnews
from arabnews import MentionKind

REPORT = " حضر الجمهور المباراة في الجولة الأخيرة من الدوري، وانتهى الشوط الأول دون أهداف، وأشاد المدرب باللاعبين."
"""Words of sport that make an article one about sport."""


def names(text: str, kind: MentionKind = MentionKind.ORG) -> list[str]:
    analysis = arabnews.analyze(text)
    return [mention.name.of(text) for mention in analysis.mentions if mention.kind is kind]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("فاز الهلال على النصر.", ["الهلال", "النصر"]),
        ("يلتقي الفريق مع ضيفه الاتفاق غدا.", ["الاتفاق"]),
        ("تعاقد النادي مع مدافع الشباب السابق.", ["الشباب"]),
        ("تعادل تورينو مع ضيفه بولونيا.", ["تورينو", "بولونيا"]),
        ("انتقل المهاجم إلى روما بعد رحيله من بورتو البرتغالي.", ["روما", "بورتو"]),
        ("سجل مهاجم بايرن ميونيخ الألماني هدفا.", ["بايرن ميونيخ"]),
        ("خسر غريمه التقليدي النصر اللقاء.", ["النصر"]),
        ("عين المدير الفني للشباب مساعدا له.", ["للشباب"]),
        ("جرت القرعة بين الاتفاق والتعاون.", ["الاتفاق", "والتعاون"]),
        ("تأهل قطر القطري إلى الدور التالي.", ["قطر"]),
        ("وصل رئيس النادي الأهلي إلى الملعب.", ["النادي الأهلي"]),
    ],
)
def test_clubs_in_an_article_on_sport(text: str, expected: list[str]) -> None:
    assert names(text + REPORT) == expected


@pytest.mark.parametrize(
    "text",
    [
        "تم الاتفاق على موعد جديد.",
        "حضر عدد من اللاعبين الشباب.",
        "عقد اللقاء في مدينة العين الإماراتية.",
        "وصلت البعثة إلى روما أمس.",
        "بدأ المعسكر في برشلونة أمس.",
        "أشاد رئيس الاتحاد بالتنظيم.",
        "زار الوفد البنك الأهلي أمس.",
    ],
)
def test_the_same_words_in_an_article_on_sport(text: str) -> None:
    assert not {"الاتفاق", "الشباب", "العين", "روما", "برشلونة", "الاتحاد", "الأهلي"} & set(names(text + REPORT))


@pytest.mark.parametrize(
    "text", ["خرج الشباب ضد الاتفاق أمس.", "ظهر الهلال فوق روما.", "وعد القائد بالنصر، وقاد النصر الجنود إلى ليفربول."]
)
def test_elsewhere_they_are_what_they_are(text: str) -> None:
    assert names(text) == []


def test_a_sign_in_one_place_tells_of_the_others() -> None:
    assert names("خسر فريق التعاون. ويستعد التعاون للموسم." + REPORT) == ["فريق التعاون", "التعاون"]
    assert names("دعا الوزير إلى التعاون. ويستعد التعاون للموسم." + REPORT) == []


def test_a_club_is_not_the_city_of_its_name() -> None:
    text = "خسر برشلونة أمام ضيفه فالنسيا، ثم عاد المدرب إلى برشلونة." + REPORT
    found = {(entity.name, entity.kind.value) for entity in arabnews.analyze(text).entities}
    assert {("برشلونة", "ORG"), ("برشلونة", "LOC"), ("فالنسيا", "ORG")} <= found


def test_words_in_a_tag_are_no_names() -> None:
    assert names("خسر روما. #روما_ميلان" + REPORT) == ["روما"]


def test_a_club_goes_by_its_name_and_not_by_its_byname() -> None:
    for text in ("فاز يوفنتوس. وتصدر السيدة العجوز الترتيب.", "تصدر السيدة العجوز الترتيب. وفاز يوفنتوس."):
        clubs = [entity for entity in arabnews.analyze(text).entities if entity.kind is MentionKind.ORG]
        assert [(club.name, len(club.mentions)) for club in clubs] == [("يوفنتوس", 2)]
