"""Interchange formats, each read back by a reader that is not ours."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as ET
from collections import defaultdict
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

import arabnews
from arabnews import Analysis, Article, FormatError, PatternExtractor, Pipeline
from arabnews.exchange import write_brat
from arabnews.export import brat, label_studio

TEXT = """قال وزير النقل سالم المنصوري أمس إن «الميناء استقبل نحو 40 سفينة وأكثر من 12,5 مليون دولار في يوليو الماضي».
وأكدت منظمة الصحة العالمية في بيان وصول ألفي طبيب إلى بنغازي. وبحسب مصدر أمني، أصيب خمسة عمال يوم الثلاثاء.
"لن نقبل وعودا جديدة"، قال المنصوري، مضيفا أن "العمل
مستمر في الميناء" حتى عام 1443هـ."""
ODD = [
    "",
    "plain English <b>&amp; more</b>",
    "قال إن «<script>alert(1)</script> & نحو 40 سفينة» وصلت",
    "قال الوزير إن \ud800 ثلاثة جنود \x00 قتلوا «أمس",
    "🙂 قال الوزير 🙂 إن 12 جنديا 🙂 وصلوا أمس.",
    "قال الوزير إن 12\r\nجنديا وصلوا\u2028أمس",
]
PIPELINE = Pipeline().adding(PatternExtractor("decrees", r"المرسوم رقم \d+"))


def analysis(text: str = TEXT) -> Analysis:
    article = Article(
        text,
        published="2021-12-10",
        title="عنوان <b> & غيره",
        outlet="صحيفة & موقع",
        id="a-1",
        url="https://example.org/خبر?id=1",
    )
    return PIPELINE.analyze(article)


# ---- schema.org JSON-LD


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's JSON-LD parser uses what rdflib deprecates
@pytest.mark.parametrize("text", [TEXT, *ODD])
@pytest.mark.parametrize("url", ["https://example.org/خبر?id=1", None])
def test_json_ld_is_a_graph_that_rdflib_reads(text: str, url: str | None) -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib (extra `test-extras`) is not installed")
    found = PIPELINE.analyze(Article(text, published="2021-12-10", title="عنوان", url=url))
    schema = rdflib.Namespace("https://schema.org/")
    graph = rdflib.Graph().parse(data=json.dumps(found.to_jsonld()), format="json-ld")
    [article] = graph.subjects(rdflib.RDF.type, schema.NewsArticle)
    assert isinstance(article, rdflib.URIRef) is (url is not None)
    assert str(graph.value(article, schema.datePublished)) == "2021-12-10"
    claims = {str(graph.value(claim, schema.text)) for claim in graph.subjects(rdflib.RDF.type, schema.Claim)}
    assert claims == {claim.text.replace("\ud800", "?") for claim in found.claims if claim.cue}
    for claim in graph.subjects(rdflib.RDF.type, schema.Claim):
        assert graph.value(claim, schema.appearance) == article
    authors = {str(graph.value(author, schema.name)) for author in graph.objects(None, schema.author)}
    assert authors == {claim.source.name for claim in found.claims if claim.source and claim.cue}
    quotations = {str(graph.value(said, schema.text)) for said in graph.subjects(rdflib.RDF.type, schema.Quotation)}
    assert quotations == {quote.text.replace("\ud800", "?") for quote in found.quotes if quote.is_statement}
    assert "ating" not in json.dumps(found.to_jsonld())


# ---- W3C Web Annotation


def anchored(text: str, selectors: list[dict[str, Any]]) -> set[str]:
    """What each selector selects, as a reader of the recommendation would find it."""
    found = set()
    for selector in selectors:
        if selector["type"] == "TextPositionSelector":
            found.add("".join(list(text)[selector["start"] : selector["end"]]))
        else:
            context = selector["prefix"] + selector["exact"] + selector["suffix"]
            at = text.index(context) + len(selector["prefix"])
            found.add(text[at : at + len(selector["exact"])])
    return found


@pytest.mark.parametrize("text", [TEXT, *ODD])
def test_web_annotations_select_the_same_text_twice(text: str) -> None:
    found = analysis(text)
    written = json.loads(json.dumps(found.to_web_annotations()))
    assert len(written) == sum(map(len, found.layers.values()))
    assert len({item["id"] for item in written}) == len(written)
    items = iter(written)
    for layer in found:
        for annotation in found[layer]:
            item = next(items)
            assert item["@context"] == "http://www.w3.org/ns/anno.jsonld"
            assert item["target"]["source"] == found.article.url
            assert anchored(text, item["target"]["selector"]) == {annotation.text}
            tag, fields = item["body"]
            assert tag["value"] == layer
            assert json.loads(fields["value"])["rule"] == annotation.rule


def test_a_text_without_an_address_is_named_by_its_content() -> None:
    one, other = (arabnews.analyze(text).to_web_annotations()[0]["target"]["source"] for text in ("وصل 12 جنديا", "وصل 13 جنديا"))
    assert re.fullmatch(r"ni:///sha-256;[\w-]{43}", one)
    assert one != other


# ---- TimeML


@pytest.mark.parametrize("text", [TEXT, *ODD])
def test_timeml_is_xml_with_the_whole_text_in_it(text: str) -> None:
    found = analysis(text)
    root = ET.fromstring(found.to_timeml().encode("utf-8"))
    body = root.find("TEXT")
    assert body is not None
    assert "".join(body.itertext()) == re.sub("[\ud800\x00]", "\ufffd", text)
    assert [element.text for element in body.iter("TIMEX3")] == [date.text for date in found.dates]
    for element, date in zip(body.iter("TIMEX3"), found.dates, strict=True):
        assert element.get("type") == date.type
        assert element.get("value") == (date.value or element.get("value"))
        assert element.get("mod") in (None, "START", "MID", "END", "APPROX", "BEFORE", "AFTER")
    dct = root.find("DCT/TIMEX3")
    assert dct is not None
    assert (dct.get("value"), dct.get("functionInDocument")) == ("2021-12-10", "CREATION_TIME")
    assert len({element.get("tid") for element in root.iter("TIMEX3")}) == len(found.dates) + 1


# ---- brat


def read_ann(ann: str) -> tuple[dict[str, tuple[str, list[tuple[int, int]], str]], dict[str, dict[str, str]], list[list[str]]]:
    """A small reader of brat standoff, after its documentation."""
    bounds, attributes, relations = {}, defaultdict[str, dict[str, str]](dict), []
    for line in ann.splitlines():
        head, *rest = line.split("\t")
        if head[0] == "T":
            label, _, places = rest[0].partition(" ")
            pairs = [(int(a), int(b)) for a, b in (place.split() for place in places.split(";"))]
            bounds[head] = (label, pairs, rest[1])
        elif head[0] == "A":
            name, of, *value = rest[0].split()
            attributes[of][name] = value[0] if value else "yes"
        elif head[0] == "R":
            relations.append(rest[0].replace("Arg1:", "").replace("Arg2:", "").split())
        else:
            assert head[0] == "#"
            assert rest[0].startswith("AnnotatorNotes T")
    return bounds, attributes, relations


@pytest.mark.parametrize("text", [TEXT, *(text for text in ODD if "\u2028" not in text)])
def test_brat_files_say_what_the_text_has(text: str) -> None:
    found = analysis(text)
    bounds, attributes, relations = read_ann(found.to_brat())
    for _, pairs, own in bounds.values():
        assert own == " ".join(text[start:end] for start, end in pairs)
    claims = [key for key, (label, _, _) in bounds.items() if label == "Claim"]
    assert len(claims) == len(found.claims)
    for key, claim in zip(claims, found.claims, strict=True):
        assert attributes[key].get("claim_kind") == claim.kind
        cues = [bounds[second][2] for role, first, second in relations if (role, first) == ("cue", key)]
        assert cues == ([claim.cue.text] if claim.cue else [])
    conf = brat.configuration()["annotation.conf"]
    for label, _, _ in bounds.values():
        assert label == "decrees" or f"\n{label}\n" in conf
    for named in attributes.values():
        for name, value in named.items():
            assert re.search(rf"^{name}\tArg:.*Value:.*(?<![\w+-]){re.escape(value)}(?![\w+-])", conf, re.MULTILINE)


def same(found: Analysis, back: Analysis) -> None:
    assert back.article == found.article
    for layer in found:
        if layer == "decrees":
            assert [item.span for item in back.layers.get(layer, ())] == [item.span for item in found[layer]]
        elif layer != "claims":
            assert back[layer] == found[layer]
    for one, other in zip(found.claims, back.claims, strict=True):
        assert other.source == one.source or (other.source and one.source and other.source.name == one.source.name)
        assert attrs.evolve(one, source=other.source) == other
    assert [(entity.name, entity.kind, entity.country) for entity in back.entities] == [
        (entity.name, entity.kind, entity.country) for entity in found.entities
    ]
    assert [{mention.span for mention in entity.mentions} for entity in back.entities] == [
        {mention.span for mention in entity.mentions} for entity in found.entities
    ]


@pytest.mark.parametrize("text", [TEXT, *ODD])
def test_brat_comes_back_as_it_went(text: str) -> None:
    found = analysis(text)
    same(found, Analysis.from_brat(found.article, found.to_brat()))


@pytest.mark.parametrize("text", [TEXT, *ODD])
@pytest.mark.parametrize("utf16", [False, True])
def test_label_studio_comes_back_as_it_went(text: str, utf16: bool) -> None:
    found = analysis(text)
    task = json.loads(json.dumps(found.to_label_studio(utf16=utf16)))
    same(found, Analysis.from_label_studio(task))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.sampled_from([*TEXT.split(" "), *ODD, "\n", "«", "»"]), max_size=60).map(" ".join))
def test_any_news_comes_back(text: str) -> None:
    found = analysis(text)
    same(found, Analysis.from_brat(found.article, found.to_brat()))
    same(found, Analysis.from_label_studio(found.to_label_studio(utf16=True)))


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.text(max_size=60), st.text(max_size=60))
@example("", "¹»𐀀")  # in UTF-16 units the last regions end behind the text's last code point
def test_any_unicode_comes_back(before: str, after: str) -> None:
    text = f"{before}قال الوزير سالم المنصوري أمس إن «12{after} جنديا وصلوا» {before}إلى بنغازي{after}"
    found = analysis(text)
    ann = found.to_brat()
    assert len(ann.splitlines()) == ann.count("\n")
    same(found, Analysis.from_brat(found.article, ann))
    same(found, Analysis.from_label_studio(json.loads(json.dumps(found.to_label_studio(utf16=True)))))
    body = ET.fromstring(found.to_timeml().encode("utf-8")).find("TEXT")
    assert body is not None
    assert len("".join(body.itertext())) == len(text)
    json.dumps(found.to_jsonld(), ensure_ascii=False).encode("utf-8")
    json.dumps(found.to_web_annotations())


@pytest.mark.parametrize("aliases", [(), ("أبو خالد",), ("المنصوري", "أبو خالد")])
def test_other_names_that_no_mention_tells_come_back(aliases: tuple[str, ...]) -> None:
    found = arabnews.analyze("وصل الوزير سالم المنصوري أمس. وغادر المنصوري اليوم.", published="2021-12-10")
    [entity] = found.entities
    changed = attrs.evolve(found, entities=(attrs.evolve(entity, aliases=aliases),))
    assert Analysis.from_brat(found.article, changed.to_brat()) == changed
    assert Analysis.from_label_studio(changed.to_label_studio()) == changed


def test_another_parser_reads_the_brat_files(tmp_path: Path) -> None:
    pybrat = pytest.importorskip("pybrat.parser", reason="pybrat (extra `test-extras`) is not installed")
    found = analysis(TEXT.replace("العمل\nمستمر", "العمل مستمر"))
    write_brat([found], tmp_path)
    [example] = pybrat.BratParser(error="ignore").parse(str(tmp_path))
    bounds, _, relations = read_ann(found.to_brat())
    assert {(entity.type, entity.mention) for entity in example.entities} == {(label, own) for label, _, own in bounds.values()}
    assert {relation.type for relation in example.relations} == {role for role, _, _ in relations}


def test_a_claim_in_two_pieces_comes_back() -> None:
    text = "الميناء مفتوح، قال سالم المنصوري، منذ 12 يوما."
    ann = "T1\tClaim 0 13;34 45\tالميناء مفتوح منذ 12 يوما\nT2\tCue 15 18\tقال\nR1\tcue Arg1:T1 Arg2:T2\n"
    found = Analysis.from_brat(text, ann)
    [claim] = found.claims
    assert [segment.of(text) for segment in claim.segments] == ["الميناء مفتوح", "منذ 12 يوما"]
    assert claim.text == text[:-1]
    assert Analysis.from_brat(text, found.to_brat()) == found
    assert Analysis.from_label_studio(found.to_label_studio()) == found


def test_what_people_correct_in_brat_comes_back() -> None:
    text = "قال سالم المنصوري إن 12 جنديا وصلوا."
    ann = (
        "T1\tPER 4 17\tسالم المنصوري\n"
        "T2\tNumber 21 29\t12 جنديا\n#1\tAnnotatorNotes T2\tvalue=13; unit=جندي, a remark\n"
        "T3\tClaim 21 35\t12 جنديا وصلوا\nA1\tclaim_stance T3 warn\nT4\tCue 0 3\tقال\n"
        "R1\tsource Arg1:T3 Arg2:T1\nR2\tcue Arg1:T3 Arg2:T4\n\nA2\tmention_is_anonymous T1\n"
    )
    back = Analysis.from_brat(text, ann)
    [claim], [number] = back.claims, back.numbers
    assert (claim.stance, claim.kind, claim.source and claim.source.name) == ("warn", "indirect", "سالم المنصوري")
    assert (number.value, number.unit) == (13, "جندي, a remark")
    assert claim.numbers == (number,)
    assert claim.extent == arabnews.Span(0, 35)
    assert back.mentions[0].is_anonymous


@pytest.mark.parametrize(
    ("ann", "line", "field", "message"),
    [
        ("X1\tPER 0 3\tقال", 1, "id", "no id of a mark"),
        ("T1\tPER 0 99\tقال", 1, "span", "no stretch of a text of 20 characters"),
        ("T1\tPER 0-3\tقال", 1, "span", "is no stretch; it should be as in"),
        ("\nT1\tPER 0 3\tكان", 2, "text", "the article has 'قال' there"),
        ("T1\tPER 0 3\tقال\nT1\tPER 0 3\tقال", 2, "id", "a second mark T1"),
        ("T1\tPER 0 3\tقال\nR1\tsource Arg1:T9 Arg2:T1", 2, "id", "there is no mark 'T9'"),
        ("T1\tPER 0 3\tقال\nR1\tfriend Arg1:T1 Arg2:T1", 2, "relation", "roles are source"),
        ("T1\tPER 0 3\tقال\nA1\tmention_form", 2, "attribute", "should be a name, a mark and a value"),
    ],
)
def test_a_faulty_brat_line_is_named(ann: str, line: int, field: str, message: str) -> None:
    with pytest.raises(FormatError, match=re.escape(message)) as raised:
        Analysis.from_brat("قال سالم إن 12 وصلوا", ann, file="a.ann")
    assert str(raised.value).startswith(f"a.ann, line {line}: ")
    assert (raised.value.fields["line"], raised.value.fields["field"]) == (line, field)


@pytest.mark.parametrize(
    ("ann", "field", "message"),
    [
        ("T1\tNumber 0 3\tقال", "value", "mark T1 (Number): a Number needs value"),
        ("T1\tNumber 0 3\tقال\n#1\tAnnotatorNotes T1\tvalue=many", "value", "give a number such as 2500"),
        ("T1\tClaim 0 3\tقال\nA1\tclaim_stance T1 shout", "stance", "give one of assert, announce"),
        ("T1\tClaim 0 3\tقال\nT2\tDate 4 8\tسالم\nR1\tsource Arg1:T1 Arg2:T2", "source", "must lead to a Mention, not to a Date"),
    ],
)
def test_a_faulty_value_names_its_mark_and_field(ann: str, field: str, message: str) -> None:
    with pytest.raises(FormatError, match=re.escape(message)) as raised:
        Analysis.from_brat("قال سالم إن 12 وصلوا", ann)
    assert raised.value.fields["field"] == field


# ---- Label Studio


def test_the_labelling_interface_fits_the_tasks() -> None:
    config = ET.fromstring(label_studio.configuration(["decrees"]))
    labels = {element.get("value") for element in config.iter("Label")}
    allowed = {element.get("name"): {choice.get("value") for choice in element} for element in config.iter("Choices")}
    roles = {element.get("value") for element in config.iter("Relation")}
    names = {element.get("name") for element in config.iter() if element.get("name")}
    found = PIPELINE.analyze(Article(TEXT + " نص المرسوم رقم 12.", published="2021-12-10"))
    result = found.to_label_studio()["predictions"][0]["result"]
    assert {item["type"] for item in result} == {"labels", "choices", "textarea", "relation"}
    for item in result:
        if item["type"] == "relation":
            assert set(item["labels"]) <= roles
            continue
        assert item["from_name"] in names
        value = item["value"]
        if item["type"] != "textarea":
            assert found.article.text[value["start"] : value["end"]] == value["text"]
        if item["type"] == "labels":
            assert set(value["labels"]) <= labels
        if item["type"] == "choices":
            assert set(value["choices"]) <= allowed[item["from_name"]]


def task(*result: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": 7, "data": {"text": "قال سالم إن 12 وصلوا"}, "annotations": [{"result": list(result)}], **more}


def region(label: str, start: int, end: int, key: str = "r1") -> dict[str, Any]:
    return {
        "id": key,
        "type": "labels",
        "from_name": "label",
        "to_name": "text",
        "value": {"start": start, "end": end, "labels": [label]},
    }


def test_the_last_annotation_counts_and_not_a_cancelled_one() -> None:
    made = task(region("PER", 4, 8))
    made["annotations"].append({"was_cancelled": True, "result": []})
    made["predictions"] = [{"result": []}]
    [mention] = Analysis.from_label_studio(made).mentions
    assert (mention.text, mention.kind) == ("سالم", "PER")


@pytest.mark.parametrize(
    ("made", "field", "message"),
    [
        ({"text": "قال"}, "data.text", "not JSON-MIN"),
        (task(region("PER", 4, 99)), "value", "is no stretch of the text"),
        (
            task({**region("PER", 4, 8), "value": {"start": 4, "end": 8, "text": "كان", "labels": ["PER"]}}),
            "value",
            "not what the",
        ),
        (task({"type": "labels", "value": {}}), "result", "needs an id and a value"),
        (task({"type": "relation", "from_id": "x", "to_id": "y", "labels": ["source"]}), "relation", "no region 'x'"),
        (
            task(region("PER", 4, 8), {"type": "relation", "from_id": "r1", "to_id": "r1", "labels": ["likes"]}),
            "relation",
            "got 'likes'",
        ),
        ({"data": {"text": "قال", "published": "قريبا"}}, "data.published", "names no day"),
    ],
)
def test_a_faulty_task_is_named(made: dict[str, Any], field: str, message: str) -> None:
    with pytest.raises(FormatError, match=re.escape(message)) as raised:
        Analysis.from_label_studio(made, file="export.json")
    assert str(raised.value).startswith("export.json, task ")
    assert raised.value.fields["field"] == field


# ---- tables in other libraries


@pytest.mark.parametrize("layer", ["claims", "numbers", "dates", "quotes", "mentions", "entities"])
def test_polars_reads_the_arrow_tables(layer: str) -> None:
    polars = pytest.importorskip("polars", reason="polars (extra `test-extras`) is not installed")
    table = analysis().to_arrow(layer)
    frame = polars.from_arrow(table)
    assert frame.columns == table.column_names
    assert frame["text"].to_list() == table.column("text").to_pylist()


@pytest.mark.parametrize("layer", ["claims", "numbers", "dates", "quotes", "mentions", "entities"])
def test_duckdb_reads_the_arrow_tables(layer: str) -> None:
    duckdb = pytest.importorskip("duckdb", reason="duckdb (extra `test-extras`) is not installed")
    table = analysis().to_arrow(layer)
    with duckdb.connect() as connection:
        connection.register("found", table)
        rows = connection.execute("select text, published from found").fetchall()
    assert [row[0] for row in rows] == table.column("text").to_pylist()
