"""Entities: names that stand for the same person, organisation or place."""

from __future__ import annotations

import pytest
from attrs import evolve

import arabnews
from arabnews import Claim, Entity
from arabnews.entities import link


def entities(text: str, kind: str) -> dict[str, Entity]:
    return {entity.name: entity for entity in arabnews.analyze(text).entities if entity.kind == kind}


def sources(text: str) -> list[str | None]:
    return [claim.source.name if claim.source else None for claim in arabnews.analyze(text).claims if claim.kind != "narrated"]


# ---- persons


def test_a_family_name_is_its_bearer() -> None:
    found = entities("وصل وزير النقل سالم المنصوري أمس. وقال المنصوري إن الميناء مفتوح.", "PER")
    assert list(found) == ["سالم المنصوري"]
    assert len(found["سالم المنصوري"].mentions) == 2
    assert found["سالم المنصوري"].aliases == ("المنصوري",)


def test_a_family_name_with_and_without_the_article_is_one() -> None:
    found = entities("وصل المواطن محمد رياني أمس. وقال الرياني إن الميناء مفتوح.", "PER")
    assert list(found) == ["محمد رياني"]


def test_finance_is_not_of_mali() -> None:
    assert entities("اجتمع مجلس الاستقرار المالي أمس.", "ORG")["مجلس الاستقرار المالي"].country is None


def test_a_clitic_is_no_part_of_a_name() -> None:
    found = entities("وصل الوزير سالم المنصوري أمس. ثم شكر الحضور للمنصوري جهده.", "PER")
    assert list(found) == ["سالم المنصوري"]


def test_two_people_who_share_a_family_name_stay_two() -> None:
    found = entities("التقى الوزير سالم المنصوري السفير خالد المنصوري أمس.", "PER")
    assert set(found) == {"سالم المنصوري", "خالد المنصوري"}


def test_a_lone_family_name_is_the_one_named_last() -> None:
    text = "التقى الوزير سالم المنصوري السفير خالد المنصوري أمس. وقال المنصوري إن الميناء مفتوح."
    found = entities(text, "PER")
    assert len(found["خالد المنصوري"].mentions) == 2
    assert len(found["سالم المنصوري"].mentions) == 1


def test_two_people_who_share_a_given_name_stay_two() -> None:
    found = entities("حضر الوزير سالم المنصوري والسفير سالم الراشدي أمس.", "PER")
    assert set(found) == {"سالم المنصوري", "سالم الراشدي"}


def test_titles_are_roles() -> None:
    found = entities("قال وزير النقل الليبي سالم المنصوري إن الميناء مفتوح. ثم غادر الدكتور المنصوري القاعة.", "PER")
    assert found["سالم المنصوري"].roles == ("وزير النقل الليبي", "الدكتور")


def test_a_role_tells_the_country() -> None:
    assert entities("قال وزير النقل الليبي سالم المنصوري إن الميناء مفتوح.", "PER")["سالم المنصوري"].country == "LY"
    assert entities("قال الوزير سالم المنصوري إن الميناء مفتوح.", "PER")["سالم المنصوري"].country is None


def test_a_title_alone_is_the_nearest_bearer() -> None:
    text = "وصل وزير النقل سالم المنصوري أمس. وقال الوزير إن الميناء مفتوح."
    assert sources(text) == ["سالم المنصوري"]


def test_a_foreign_name_is_known_again() -> None:
    found = entities("وصل المهندس كلاوس شتراوسمان أمس. وأضاف شتراوسمان أن الطريق مغلق.", "PER")
    assert list(found) == ["كلاوس شتراوسمان"]
    assert len(found["كلاوس شتراوسمان"].mentions) == 2


# ---- organisations


def test_a_short_form_is_its_long_form() -> None:
    found = entities("أعلن التحالف الدولي بدء العملية. وقال التحالف إن الطريق آمن.", "ORG")
    assert "التحالف الدولي" in found


@pytest.mark.parametrize("mark", ["(الناتو)", '"الناتو"'])
def test_an_acronym_is_its_long_form(mark: str) -> None:
    found = entities(f"قال حلف شمال الأطلسي {mark} إن القوات ستنسحب. ثم نفى الناتو ذلك.", "ORG")
    assert list(found) == ["حلف شمال الأطلسي"]
    assert len(found["حلف شمال الأطلسي"].mentions) == 3


def test_an_acronym_that_no_table_knows_is_the_name_before_it() -> None:
    found = entities("أعلن مركز الدراسات البحرية (مرجان) النتائج. وأضاف مرجان أن الماء صاف.", "ORG")
    assert list(found) == ["مركز الدراسات البحرية"]


def test_a_company_without_its_head_is_the_company() -> None:
    assert list(entities("أعلنت شركة «المرجان» أرباحها. وقالت «المرجان» إن العام كان جيدا.", "ORG")) == ["المرجان"]


def test_an_academy_is_not_the_company_it_is_named_after() -> None:
    found = entities("افتتحت شركة سابك أمس أكاديمية سابك للتدريب.", "ORG")
    assert len(found) == 2


def test_the_nationality_in_a_name_tells_the_country() -> None:
    found = entities("قالت وزارة النقل الليبية إن الطريق مفتوح.", "ORG")
    assert found["وزارة النقل الليبية"].country == "LY"


def test_a_document_is_its_issuer() -> None:
    assert sources("قالت وزارة النقل في بيان إن الطريق مفتوح. وأكد البيان أن الميناء مغلق.") == ["وزارة النقل", "وزارة النقل"]


# ---- places


def test_spellings_of_a_country_are_one_place_with_its_code() -> None:
    found = entities("سافر الوفد من سورية إلى سوريا عبر الأردن.", "LOC")
    assert {name: entity.country for name, entity in found.items()} == {"سوريا": "SY", "الأردن": "JO"}


def test_a_usual_name_is_the_name() -> None:
    found = entities("أعلنت المملكة موقفها. ثم عاد الوفد إلى السعودية أمس.", "LOC")
    assert list(found) == ["السعودية"]
    assert found["السعودية"].aliases == ("المملكة",)


def test_a_capital_is_not_its_government() -> None:
    found = entities("رحبت واشنطن بالاتفاق، وعاد الوفد إلى الولايات المتحدة.", "LOC")
    assert set(found) == {"واشنطن", "الولايات المتحدة"}


def test_a_name_in_a_list_of_keywords_takes_no_keyword() -> None:
    text = "أوضح الرائد سالم بن حسن المنصوري أن الطريق آمن. سمات الميناء الرائد سالم بن حسن المنصوري اليمن السفن"
    assert "سالم بن حسن المنصوري" in [entity.name for entity in arabnews.analyze(text).entities]


def test_a_linked_claim_is_the_same_but_for_its_source() -> None:
    text = "قال الوزير سالم المنصوري للصحفيين أمس: «وصل 300 سائح يوم الأحد»، نافيا أنهم غادروا، وفقا لوكالة المرسى."
    analysis = arabnews.analyze(text, published="2021-12-10")
    for claim in analysis.claims:
        (linked,) = link((evolve(claim, source=None),), analysis.entities)
        assert linked == claim
        assert type(linked) is Claim
    assert any(claim.source is not None for claim in analysis.claims)
