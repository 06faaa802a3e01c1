"""Mentions: what is a name, where it begins and ends, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

import arabnews
from arabnews import Lexicon
from arabnews.lexicon.morphology import is_foreign, is_native, noun_splits, verb_splits
from arabnews.model import MentionKind
from arabnews.text.characters import key


def names(text: str, kind: str) -> list[str]:
    return [m.name.of(text) for m in arabnews.analyze(text).mentions if m.kind == kind and m.form == "name"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("قال الدكتور حاتم قاضي، إن الطريق مفتوح", ["حاتم قاضي"]),
        ("وصل الملك محمد السادس أمس", ["محمد السادس"]),
        ("عاد أبو عبد الله إلى بيته", ["أبو عبد الله"]),
        ("وصل الوزير صالح بن أبي طالب أمس", ["صالح بن أبي طالب"]),
        ("سجل روبن فان شتراوسمان هدفا", ["روبن فان شتراوسمان"]),
        ("أكد المهندس عبد رب النبي المنصوري أن الماء صاف", ["عبد رب النبي المنصوري"]),
        ("حضر سالم المنصوري وخالد الراشدي ومحمد العلي", ["سالم المنصوري", "وخالد الراشدي", "ومحمد العلي"]),
        ("وأوضح كاشف محمد أن الطريق مغلق", ["كاشف محمد"]),
        ("زار الرئيس إيمانويل ماكرون المدينة", ["إيمانويل ماكرون"]),
        ("أكد المهندس سالم العمرة أن الطريق مفتوح", ["سالم العمرة"]),
        ("وصل الأمين العام السابق سالم شباط. ثم غادر", ["سالم شباط"]),
        ("وصل الوزير خالد بن سالم مدني، ثم غادر", ["خالد بن سالم مدني"]),
        ("حضر الأستاذ محمد الأمين منصور أمس", ["محمد الأمين منصور"]),
        ("وقال سالم أيت منصور إن البحر هادئ", ["سالم أيت منصور"]),
        ("عاد عبد الواحد منصور إلى بيته", ["عبد الواحد منصور"]),
        ("مرر الكرة إلى زميله خالد منصور في الملعب", ["خالد منصور"]),
    ],
)
def test_a_person_from_end_to_end(text: str, expected: list[str]) -> None:
    assert names(text, "PER") == expected


@pytest.mark.parametrize(
    "text",
    [
        "قال وزير الدفاع إن الطريق مفتوح",
        "زف الخبر بشرى سارة لجميع المسافرين",
        "نجح العمل بعد توفيق الله",
        "وقف الحارس أمام المدرسة الجديدة",
        "تنشر المروحة جراثيم في الجو",
        "رحب المدير بالوزير وبارك له العيد",
        "يقع البيت في شارع خالد بن الوليد",
        "أظهرت الأرقام انكماشا في السوق",
        "شكرهم على كرم الضيافة وحسن الاستقبال",
        "استقبل الوفد منسوبو المؤسسة العامة أمس",
    ],
)
def test_no_person(text: str) -> None:
    assert names(text, "PER") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("أطلقت وزارة التحول البحري وإصلاح الموانئ البرنامج", ["وزارة التحول البحري وإصلاح الموانئ"]),
        ("أشاد به المعهد الوطني للدفاع عن الشواطئ أمس", ["المعهد الوطني للدفاع عن الشواطئ"]),
        ("تسلمته شرطة منطقة الرياض أمس", ["شرطة منطقة الرياض"]),
        ("اجتمعت الأمانة العامة لمجلس التعاون أمس", ["الأمانة العامة لمجلس التعاون"]),
        ("أعلنت هيئة الأسماك والبيئة للمواطنين الموعد", ["هيئة الأسماك والبيئة"]),
        ("دعت وزارة الصحة المواطنين إلى الشاطئ", ["وزارة الصحة"]),
        ("شارك في اللقاء رئيس قسم مراقبة الشواطئ", ["قسم مراقبة الشواطئ"]),
        ("كتبت صحيفة (المرجان) أمس", ["صحيفة (المرجان"]),
        ("وصلت القوات الدنماركية أمس", ["القوات الدنماركية"]),
        ("تضع الفرق خططا محكمة تحقق الغايات", []),
        ("ترأس رئيس مجلس إدارة الشركة الاجتماع", []),
        ("وقعت وزارة الثقافة والشباب والتواصل الاتفاق", ["وزارة الثقافة والشباب والتواصل"]),
        ("قال المعهد الملكي للثقافة البحرية إن الشاطئ نظيف", ["المعهد الملكي للثقافة البحرية"]),
        ("حكمت محكمة طرابلس الابتدائية عليه أمس", ["محكمة طرابلس الابتدائية"]),
        ("زار الوفد مركز محمد بن نايف للمناصحة", ["مركز محمد بن نايف للمناصحة"]),
        ("أعلنت مدينة الملك سعود الطبية النتائج", ["مدينة الملك سعود الطبية"]),
        ("فاز فريق الهلال في المباراة وعاد لاعب الهلال إلى الملعب", ["فريق الهلال", "الهلال"]),
        ("قالت شركة أرامكو إن الإنتاج ارتفع", ["شركة أرامكو"]),
    ],
)
def test_an_organisation_from_end_to_end(text: str, expected: list[str]) -> None:
    assert names(text, "ORG") == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("هبطت الطائرة في مطار بيروت الدولي مساء", ["مطار بيروت الدولي"]),
        ("نقل إلى مستشفى الأمير شتراوس العام أمس", ["مستشفى الأمير شتراوس العام"]),
        ("زار المكتبة الوطنية للمملكة المغربية اليوم", ["المكتبة الوطنية للمملكة المغربية"]),
        ("أقيمت المباراة على ملعب «المرجان» أمس", ["ملعب «المرجان"]),
        ("صلى في المسجد الأقصى المبارك", ["المسجد الأقصى المبارك"]),
        ("دخل الشباب سوق العمل لسد الفراغ", []),
        ("عاد القائد من ميدان المعركة إلى قاعدة البيانات", []),
    ],
)
def test_a_facility_from_end_to_end(text: str, expected: list[str]) -> None:
    assert names(text, "FAC") == expected


@pytest.mark.parametrize(
    "text",
    [
        "ناقش مجلس الإدارة الخطة الجديدة",
        "طالبت هيئة الدفاع بتأجيل الجلسة",
        "بدأت الشركة الراعية للمباراة عملها",
        "قررت اللجنة تنظيم التدريبات السنوية",
        "توقع التقرير أن تكون حركة الرياح السطحية نشطة",
        "غادر الوفد القاعة بعد طلوع الهلال",
        "دفع الرجل مئة من الريال نقدا",
    ],
)
def test_no_organisation(text: str) -> None:
    assert names(text, "ORG") == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصلت السفينة إلى قناة السويس أمس", ["قناة السويس"]),
        ("زار الوفد مدينة صور ثم صيدا", ["صور", "صيدا"]),
        ("نشرت الصحيفة صور الحادث", []),
        ("ينبع القرار من حاجة الناس", []),
        ("زادت أرباح شركات التأمين السعودية هذا العام", []),
        ("انتشر الخبر في العالم كله", []),
        ("سعى العدو للنيل من الوطن", []),
    ],
)
def test_places_and_words_like_them(text: str, expected: list[str]) -> None:
    assert names(text, "LOC") == expected


# ---- stems


@pytest.mark.parametrize("word", ["بتنفيذها", "سيتعاملون", "متوالية", "مباحثاته", "والمستعمرين"])
def test_forms_of_arabic_words_are_native(word: str) -> None:
    assert is_native(key(word))
    assert not is_foreign(key(word))


@pytest.mark.parametrize("word", ["شتراوسمان", "ماكفيتش", "دوفارج", "غورلاندو", "نيستلروي"])
def test_foreign_names_are_not(word: str) -> None:
    assert is_foreign(key(word))


@given(st.text(alphabet="ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءؤئ", max_size=30))
def test_splits_give_back_the_word(word: str) -> None:
    for proclitic, ending, stem in noun_splits(word):
        assert proclitic == "و" or proclitic[0] in "البكل" if proclitic else True
        assert stem in word
        assert ending.removeprefix("at+").removeprefix("t+").removeprefix("+") in word
    assert all(stem in word for _, stem in verb_splits(word))
    assert not (is_native(word) and is_foreign(word))


def test_alike_organisations_are_everyday_words_or_places_or_names() -> None:
    """The table of organisations in context holds no name that the other table has for sure."""
    lexicon = Lexicon.default()
    sure = {form for entry in lexicon.entries("organisation") for form in entry.form.split("|")}
    alike = [form for tag in ("organisation_alike", "club") for entry in lexicon.entries(tag) for form in entry.form.split("|")]
    assert not sure & set(alike)


def test_a_club_stands_in_its_table_once() -> None:
    clubs = [form for entry in Lexicon.default().entries("club") for form in entry.form.split("|")]
    assert len(clubs) == len(set(clubs))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصل الوفد إلى جمهورية ألبانيا أمس", ["جمهورية ألبانيا"]),
        ("تعمل الشركة مع بنوك كثيرة في فترات مختلفة", []),
        ("شمل القرار محافظات القطيف والدرب وبيش", ["القطيف", "والدرب", "وبيش"]),
        ("وصلت طائرة المساعدات السعودية أمس", []),
        ("سار الوفد في وادي تلفيتا ليلا", ["وادي تلفيتا"]),
    ],
)
def test_a_place_from_end_to_end(text: str, expected: list[str]) -> None:
    assert names(text, "LOC") == expected


def test_what_stands_between_two_names_in_marks_is_none() -> None:
    assert names('فازت شركتا "نوكيا" و"سامسونغ" بالعقد', "ORG") == ["نوكيا", "سامسونغ"]


# ---- bodies, buildings, places by what stands beside them


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("تجمع المتظاهرون أمام السفارة السويدية مساء", "السفارة السويدية", MentionKind.FAC),
        ("قالت السفارة السويدية إن الموعد قريب", "السفارة السويدية", MentionKind.ORG),
        ("افتتح المعرض في مركز صلالة للمعارض والمؤتمرات", "مركز صلالة للمعارض والمؤتمرات", MentionKind.FAC),
        ("نقل المصاب إلى المستشفى الجامعي سالم المنصوري ليلا", "المستشفى الجامعي سالم المنصوري", MentionKind.FAC),
        ("شب حريق في حي الياسمين صباحا", "الياسمين", MentionKind.LOC),
        ("يمتد شارع الأمير سالم من البحر", "الأمير سالم", MentionKind.LOC),
        ("قالت اللجنة المنظمة لمهرجان المرجان إن الموعد قريب", "اللجنة المنظمة لمهرجان المرجان", MentionKind.ORG),
        ("أكد المركز الإعلامي لوزارة الصحة الخبر", "المركز الإعلامي لوزارة الصحة", MentionKind.ORG),
    ],
)
def test_what_stands_beside_a_name_tells_its_kind(text: str, name: str, kind: MentionKind) -> None:
    found = [(mention.text, mention.kind) for mention in arabnews.analyze(text).mentions]
    assert (name, kind) in found


@pytest.mark.parametrize(
    "text",
    ["بلغ طول الأنبوب مترا وقطر داخلي نصف متر", "فاز الفريق بلقب كأس آسيا", "نشر الصورة على إنستغرام", "كان الرجل ليبيًا"],
)
def test_words_that_are_no_names_here(text: str) -> None:
    assert [m for m in arabnews.analyze(text).mentions if m.kind in (MentionKind.LOC, MentionKind.ORG)] == []
