"""Who said it: where a speaker's phrase ends, whom a verb without a subject goes on with, whom a role refers back to."""

from __future__ import annotations

import pytest

import arabnews

SPEAKERS = [
    ("هدد البعض بالإضراب عن العمل.", "البعض"),
    ("وطالب العنزي بفتح الطريق.", "العنزي"),
    ("وأعلنت 40 دولة عن دعمها للحوار.", "40 دولة"),
    ("قالت وسائل إعلام محلية إن الميناء مغلق.", "وسائل إعلام محلية"),
    ("عبرت الجماهير المتحمسة عن سعادتها بالفوز.", "الجماهير المتحمسة"),
    ("وشدد مجموعة من التجار على ضرورة فتح السوق.", "مجموعة من التجار"),
    ("ثم اعتقدت والدته أن السفر قريب.", "والدته"),
    ("وأعلنت كل من السعودية ومصر، في بيان مشترك، استعدادها للحوار.", "كل من السعودية ومصر"),
    ("وقالت متحدثة باسم المنصوري إن الموعد لم يتحدد.", "متحدثة باسم المنصوري"),
    ("أفادت تقارير صحفية صادرة أمس بأن الجسر مغلق.", "تقارير صحفية"),
    ("وحسب الجهاز الطبي فسوف يغيب اللاعب عن المباراة.", "الجهاز الطبي"),
    ("وقال الشيخ سالم المنصوري حفظه الله إن الصدق ينجي.", "الشيخ سالم المنصوري"),
    ("وأوضحت السبب قائلة: «الطريق مغلق منذ الصباح أمام الناس».", None),
    ("وأكد لجميع الحاضرين أن الطريق مفتوح.", None),
]
SOURCES = [
    ("قال المتحف في بيان إن العمل انتهى. وأضاف البيان أن المعرض يفتح غدا.", "المتحف"),
    ("قال الكاتب سالم المنصوري إن المدينة تغيرت. ويرى المحلل أن السوق تتراجع.", "سالم المنصوري"),
    ("قال عادل الفرجاني إن المباراة صعبة. وأردف مدافع المنتخب أن الفريق جاهز.", "عادل الفرجاني"),
    ("قال وزير النقل سالم المنصوري إن الجسر آمن. وقال وزير البيئة الألماني هانس فيشر إن البحر نظيف. وأضاف الوزير الألماني أن "
     "الشاطئ مفتوح.", "هانس فيشر"),
    ("قال سالم المنصوري إن العمل بدأ. وأوضح المدير العام للميناء طريقة التوزيع وقال إن السفن وصلت.", "المدير العام للميناء"),
    ("وقال معلقون إن القرار خطير. وأضافوا أن السوق ستتراجع.", "معلقون"),
    ("طمأن خالد نجل الفنان عادل الفرجاني متابعيه، وأكد أن الحفل قائم.", "خالد"),
    ("تداولت صفحات تصريحا منسوبا إلى سالم المنصوري بعد فوز عادل الفرجاني، وجاء فيه أن اللعبة تغيرت.", "سالم المنصوري"),
    ("وأكدت سلمى الحداد المادة العاشرة من القانون، ونصت على أن الطريق عام.", "المادة العاشرة"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_a_speaker_as_written(text: str, speaker: str | None) -> None:
    claims = [claim for claim in arabnews.analyze(text).claims if claim.kind != "narrated"]
    assert {claim.speaker and claim.speaker.text for claim in claims} <= {speaker, None}
    assert speaker is None or any(claim.speaker is not None for claim in claims)


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_the_source_of_the_last_claim(text: str, source: str) -> None:
    last = [claim for claim in arabnews.analyze(text).claims if claim.kind != "narrated"][-1]
    assert last.source is not None
    assert last.source.name == source


@pytest.mark.parametrize(
    "text",
    [
        "وإن دعت الحاجة إلى اجتماع عاجل فالقاعة جاهزة.",
        "هذا أمر ليس بغريب على أهل البحر.",
        "ومن أبرز مؤلفاته: «البحر والناس والمدينة القديمة».",
    ],
)
def test_nobody_speaks(text: str) -> None:
    assert [claim for claim in arabnews.analyze(text).claims if claim.kind != "narrated"] == []
