"""Claims that once were lost or wrong, one line each: the kind, the cue, the speaker and the content."""

from __future__ import annotations

import pytest

import arabnews

LINES = [
    ("ونفى المتحدث باسم الحكومة خالد العمري وجود أي نقص في الأدوية.", "nominal", "ونفى", "خالد العمري", "وجود أي نقص في الأدوية"),
    (
        "وأكدت منظمة الصحة العالمية وصول ألفي طبيب إلى بنغازي.",
        "nominal",
        "وأكدت",
        "منظمة الصحة العالمية",
        "وصول ألفي طبيب إلى بنغازي",
    ),
    ("قال وزير النقل سالم المنصوري أمس إن الميناء مفتوح.", "indirect", "قال", "سالم المنصوري", "الميناء مفتوح"),
    ("طالبت نقابة المعلمين بزيادة الرواتب.", "nominal", "طالبت", "نقابة المعلمين", "بزيادة الرواتب"),
    ("وبحسب بيان لوزارة الصحة، وصلت الأدوية إلى المدينة.", "indirect", "وبحسب", "وزارة الصحة", "وصلت الأدوية إلى المدينة"),
    ("الطريق مغلق، وفقا لشرطة المرور.", "indirect", "وفقا", "شرطة المرور", "الطريق مغلق"),
    ("وجاء في التقرير أن الأسعار ارتفعت كثيرا.", "indirect", "وجاء", "التقرير", "الأسعار ارتفعت كثيرا"),
    ("ونددت وزارة الخارجية بالاعتداء على السفينة.", "nominal", "ونددت", "وزارة الخارجية", "بالاعتداء على السفينة"),
    ("من جانب آخر النقابة نددت بالقرار الأخير.", "nominal", "نددت", "النقابة", "بالقرار الأخير"),
    ("جاء القرار بعد تأكيد سالم المنصوري أن الطريق آمن.", "indirect", "تأكيد", "سالم المنصوري", "الطريق آمن"),
    ("ووفقا لسالم المنصوري، مدير الميناء، وصلت السفن أمس.", "indirect", "ووفقا", "سالم المنصوري", "وصلت السفن أمس"),
    ("وأعلنت الوزارة أن الجسر أغلق، في إشارة إلى جسر المدينة.", "indirect", "وأعلنت", "الوزارة", "الجسر أغلق"),
    ("وأيد البحارة المشروع الذي تعتبره الحكومة إنجازا للبلاد.", "nominal", "تعتبره", "الحكومة", "إنجازا للبلاد"),
    ("وطالب مدرب المنتخب لاعبيه بالهدوء قبل المباراة.", "nominal", "وطالب", "مدرب المنتخب", "بالهدوء قبل المباراة"),
    ("كشفت وزارة النقل النقاب عن خطة جديدة للطرق.", "nominal", "كشفت", "وزارة النقل", "خطة جديدة للطرق"),
    ("طالب رئيس لجنة الصيادين بغرفة بنغازي سالم المنصوري، بتهيئة السوق.", "nominal", "طالب", "سالم المنصوري", "بتهيئة السوق"),
    (
        "أعلنت لجنة التحكيم المستقلة أن السباق سيجري غدا.",
        "indirect",
        "أعلنت",
        "لجنة التحكيم المستقلة",
        "السباق سيجري غدا",
    ),
    ("اعتبر الأمين العام سالم المنصوري أن القرار خطأ.", "indirect", "اعتبر", "سالم المنصوري", "القرار خطأ"),
    (
        "قالت المفوضية الأوروبية إن الاتحاد الأوروبي يدرس القرار.",
        "indirect",
        "قالت",
        "المفوضية الأوروبية",
        "الاتحاد الأوروبي يدرس القرار",
    ),
    ("أفادت مصادر أمنية بوقوع انفجار في الميناء.", "nominal", "أفادت", "مصادر أمنية", "بوقوع انفجار في الميناء"),
    ("وحث العميد سالم المنصوري الجميع على الهدوء.", "nominal", "وحث", "سالم المنصوري", "الهدوء"),
    ("ودعت اليونسكو إلى تعليم الفتيات.", "nominal", "ودعت", "اليونسكو", "تعليم الفتيات"),
    ("ووصف عمدة بنغازي سالم المنصوري الحادث بأنه خطير.", "nominal", "ووصف", "سالم المنصوري", "الحادث بأنه خطير"),
    ("وشكك سالم المنصوري في صحة الخبر.", "nominal", "وشكك", "سالم المنصوري", "صحة الخبر"),
    ("اشتكى عدد من السكان من انقطاع الماء.", "nominal", "اشتكى", "عدد من السكان", "انقطاع الماء"),
    ("سئل المدرب عن الفوز، ليرد سالم المنصوري بأن الفريق قوي.", "indirect", "ليرد", "سالم المنصوري", "الفريق قوي"),
    (
        "توقعت هيئة الأرصاد في تقريرها بمشيئة الله مطراً غزيراً على الساحل.",
        "nominal",
        "توقعت",
        "هيئة الأرصاد",
        "مطراً غزيراً على الساحل",
    ),
    ("ساد الهدوء عقب إعلان وزارة النقل فتح الجسر.", "nominal", "إعلان", "وزارة النقل", "فتح الجسر"),
    (
        "وقال سالم المنصوري، وهو أستاذ علوم البحار ومدير قسم المناخ في جامعة الساحل وعضو اللجنة التي أعدت التقرير السنوي عن حال "
        "الشواطئ في بلاده منذ سنين طويلة، لإذاعة محلية: «الشاطئ يتراجع عاما بعد عام».",
        "direct",
        "وقال",
        "سالم المنصوري",
        "الشاطئ يتراجع عاما بعد عام",
    ),
]
SILENT = [
    "يعمل سالم في الميناء منذ عامين، علما بأنه درس الهندسة في طرابلس.",
    "كانت ليلى من أسرة كبيرة اعتُبرت يومها نواة المدينة.",
    "ثم سافر سالم مع أخيه عبر جنوب ليبيا بحثا عن عمل جديد.",
    "ولماذا يتصور البعض أن الطريق سهل؟",
    "يشار إلى أن الميناء مغلق منذ شهر.",
    "من المتوقع أن ترتفع الأسعار غدا.",
    "لم يذكر البيان أي تفاصيل عن الحادث.",
    "كان هنا كثير من الناس.",
    "يعمل وفق الضوابط المعمول بها.",
]


@pytest.mark.parametrize(("text", "kind", "cue", "source", "content"), LINES)
def test_a_claim(text: str, kind: str, cue: str, source: str, content: str) -> None:
    [claim] = [claim for claim in arabnews.analyze(text).claims if claim.kind != "narrated"]
    assert claim.cue is not None
    assert claim.source is not None
    assert (claim.kind.value, claim.cue.text.split()[0], claim.source.name, claim.text) == (kind, cue, source, content)


@pytest.mark.parametrize("text", SILENT)
def test_no_claim(text: str) -> None:
    assert [claim for claim in arabnews.analyze(text).claims if claim.kind != "narrated"] == []


def test_a_chain_of_claims_by_one_speaker() -> None:
    text = (
        "قالت الوزيرة سلمى الحداد إن المدارس جاهزة، مضيفة أن المعلمين وصلوا. وأكدت أن الكتب طبعت. وأضافت: «لن نتأخر يوما واحدا»."
    )
    claims = [claim for claim in arabnews.analyze(text).claims if claim.kind != "narrated"]
    assert [claim.source and claim.source.name for claim in claims] == ["سلمى الحداد"] * 4
    assert [claim.resolution.value for claim in claims] == ["explicit", "participle", "pro_drop", "continuation"]


def test_a_speaker_of_his_own_words_ends_no_speech() -> None:
    text = "قال سالم المنصوري: زارنا الوزير وطلب منا البقاء، وأعتقد أنه كان على حق."
    first, *others = [claim for claim in arabnews.analyze(text).claims if claim.kind != "narrated"]
    assert first.text == "زارنا الوزير وطلب منا البقاء، وأعتقد أنه كان على حق"
    assert ("كان على حق", "سالم المنصوري") in [(claim.text, claim.source and claim.source.name) for claim in others]


def test_a_clause_far_inside_a_complement_is_not_the_verbs_own() -> None:
    text = "قال سالم المنصوري إن الطريق آمن. وعبر عن ثقته في الصبر الذي تبديه اللجنة أمام مطالب البحارة بأن يفتح الميناء."
    last = [claim for claim in arabnews.analyze(text).claims if claim.cue and claim.cue.text == "وعبر"]
    assert [claim.text.split()[0] for claim in last] == ["ثقته"]


def test_a_writer_speaks_for_himself() -> None:
    [claim] = arabnews.analyze("أعتقد أن الطريق الجديد سيخدم الناس.").claims
    assert (claim.text, claim.stance.value, claim.source) == ("الطريق الجديد سيخدم الناس", "believe", None)


def test_an_objection_and_what_explains_it_are_two_claims() -> None:
    text = "واستنكرت نقابة المعلمين إغلاق المدارس، قائلة إن الأزمة ستطول."
    claims = [claim for claim in arabnews.analyze(text).claims if claim.kind != "narrated"]
    assert [(claim.kind.value, claim.text) for claim in claims] == [("nominal", "إغلاق المدارس"), ("indirect", "الأزمة ستطول")]


def test_an_accused_is_no_speaker() -> None:
    text = "قال النائب سالم المنصوري إن الملف مفتوح. واتهم الوزير عادل الفرجاني بأنه أخفى الوثائق."
    [_, claim] = [claim for claim in arabnews.analyze(text).claims if claim.kind != "narrated"]
    assert claim.source is not None
    assert (claim.stance.value, claim.source.name) == ("accuse", "سالم المنصوري")


def test_a_father_is_not_his_son() -> None:
    text = "قتل كريم سالم الحداد أمس. وأكد سالم الحداد أن ابنه كان في العمل."
    [claim] = [claim for claim in arabnews.analyze(text).claims if claim.kind != "narrated"]
    assert claim.source is not None
    assert claim.source.name == "سالم الحداد"
