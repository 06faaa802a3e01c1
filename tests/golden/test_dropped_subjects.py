"""Verbs and participles without a subject of their own: whose words they tell, one line each: the text, the cue and the source."""

from __future__ import annotations

import pytest

import arabnews

LINES = [
    ("خرج أهالي المدينة في مظاهرات حاشدة، ودعوا إلى الإفراج عن المعتقلين.", "ودعوا", "أهالي المدينة"),
    ("وأبرز المتدخلون في الندوة الأدوار المهمة للصناع، مؤكدين أن الحرفة تطورت.", "مؤكدين", "المتدخلون"),
    ("اشتكى عمال النظافة من تزايد النفايات، مؤكدين أن الإهمال هو السبب.", "مؤكدين", "عمال النظافة"),
    ("يأمل الباحثون في استخدام هذه التقنية. ويرون أن التصميم سيقلص الحاجة إلى المحركات.", "ويرون", "الباحثون"),
    ("قال المدير إن العديد من المختصين يعتقدون أن العالم دخل مرحلة جديدة.", "يعتقدون", "العديد من المختصين"),
    ("وتجمع عشرات السكان أمام المبنى، وطالبوا بفتح الطريق.", "وطالبوا", "عشرات السكان"),
    ("شارك المزارعون في الاجتماع. وأكدوا أن الموسم ضعيف.", "وأكدوا", "المزارعون"),
    ("حضر الاجتماع عدد من التجار، وأشاروا إلى أن الأسعار ارتفعت.", "وأشاروا", "عدد من التجار"),
    ("ينتظر عشاق النادي بفارغ الصبر كشف الإدارة عن اللاعب الجديد، متمنين أن يصل غدا.", "متمنين", "عشاق النادي"),
]


@pytest.mark.parametrize(("text", "cue", "source"), LINES)
def test_a_dropped_subject(text: str, cue: str, source: str) -> None:
    claims = [claim for claim in arabnews.analyze(text).claims if claim.cue is not None and claim.cue.text == cue]
    assert [claim.source and claim.source.name for claim in claims] == [source]
