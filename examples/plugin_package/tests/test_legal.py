"""The plug-in's own tests; run them where it is installed: `python -m pytest`."""

import pytest

import arabnews
from arabnews.testing import check_extractor, golden_faults

EXAMPLES = ["تنص المادة 12 من القانون رقم 5 لسنة 2019 على ذلك.", "أصدر الرئيس المرسوم رقم ٤٤."]


def test_it_keeps_the_rules() -> None:
    check_extractor("legal", EXAMPLES)


@pytest.mark.parametrize(
    "line",
    [
        "تنص [المادة 12](kind=article number=12 year=none) من [القانون رقم 5 لسنة 2019](kind=law number=5 year=2019) على ذلك",
        "وفقا [للقانون ٧ لعام ٢٠٠١](kind=law number=7 year=2001) يحق للعامل التعويض",
        "وصل 12 قاضيا إلى المحكمة عام 2019",
    ],
)
def test_golden(line: str) -> None:
    assert golden_faults(line, "legal", arabnews.Pipeline().adding("legal")) == []
