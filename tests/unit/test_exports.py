"""JSON, tables, HTML and text: nothing lost, nothing injected, whatever the text holds."""

from __future__ import annotations

import csv
import io
import json
import re
from datetime import date
from html.parser import HTMLParser
from importlib.resources import files
from typing import Any

import jsonschema
import pytest

import arabnews
from arabnews import Analysis, Article
from arabnews.export.json import utf16_offsets
from arabnews.export.schema import schema
from arabnews.export.tables import SCHEMAS, columns
from arabnews.writers import FORMATS, written

TEXT = """قال وزير النقل سالم المنصوري أمس إن «الميناء استقبل نحو 40 سفينة وأكثر من 12,5 مليون دولار في يوليو الماضي».
وأكدت منظمة الصحة العالمية وصول ألفي طبيب إلى بنغازي. وبحسب مصدر أمني، أصيب خمسة عمال يوم الثلاثاء."""
ODD = [
    "",
    "plain English",
    "قال إن «<script>alert(1)</script> & نحو 40 سفينة» وصلت",
    "قال الوزير إن \ud800 ثلاثة جنود \x00 قتلوا «أمس",
    "🙂 قال الوزير 🙂 إن 12 جنديا 🙂 وصلوا أمس.",
    "وصل " + "9" * 5000 + " جندي",
]


def analysis(text: str = TEXT) -> Analysis:
    article = Article(text, published="2021-12-10", title="عنوان <b>", outlet="صحيفة & موقع", id="a-1")
    return arabnews.Pipeline().analyze(article)


@pytest.mark.parametrize("text", [TEXT, *ODD])
def test_json_comes_back_equal_and_fits_the_schema(text: str) -> None:
    found = analysis(text)
    plain = json.loads(json.dumps(found.to_dict()))
    jsonschema.Draft202012Validator(schema()).validate(plain)
    assert Analysis.from_dict(plain) == found


def test_the_shipped_schema_is_that_of_the_classes() -> None:
    shipped = files("arabnews.data").joinpath("analysis.schema.json").read_text(encoding="utf-8")
    assert json.loads(shipped) == schema(), "run tools/build_schema.py"


def test_json_of_another_format_is_refused() -> None:
    with pytest.raises(arabnews.FormatError, match="arabnews/1"):
        Analysis.from_dict({"format": "other/3"})
    with pytest.raises(arabnews.FormatError, match="utf-16"):
        Analysis.from_dict(analysis().to_dict(utf16=True))


def test_utf16_offsets_count_as_javascript_does() -> None:
    found = analysis(ODD[4])
    plain = found.to_dict(utf16=True)
    units = found.article.text.encode("utf-16-le")
    [number] = plain["layers"]["numbers"]
    start, end = number["span"]
    assert units[2 * start : 2 * end].decode("utf-16-le") == number["text"]
    assert utf16_offsets("🙂🙂نعم")(3) == 5


@pytest.mark.parametrize("layer", [*SCHEMAS])
def test_tables_agree_with_each_other(layer: str) -> None:
    found = analysis()
    rows, frame, table = found.to_records(layer), found.to_frame(layer), found.to_arrow(layer)
    assert rows
    assert all(list(row) == list(columns(layer)) for row in rows)
    assert len(frame) == table.num_rows == len(rows)
    assert list(frame.columns) == table.column_names == list(columns(layer))
    assert table.column("text").to_pylist() == frame["text"].tolist()
    assert set(table.column("published").to_pylist()) == {date(2021, 12, 10)}


@pytest.mark.parametrize("layer", [*SCHEMAS])
def test_empty_and_odd_tables_keep_their_schema(layer: str) -> None:
    expected = analysis().to_arrow(layer).schema
    for text in ODD:
        assert analysis(text).to_arrow(layer).schema == expected
        assert list(analysis(text).to_frame(layer).columns) == expected.names


def test_a_stream_is_one_table() -> None:
    found = [analysis(), analysis(ODD[4])]
    assert len(arabnews.to_frame(found, "numbers")) == sum(len(each.numbers) for each in found)
    assert arabnews.to_arrow(found, "numbers").num_rows == len(list(arabnews.to_records(found, "numbers")))


class Reader(HTMLParser):
    """What a browser would see of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.inside: list[str] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if any(name == "class" and value == "text" for name, value in attrs):
            self.inside.append("text")
        elif tag == "div":
            self.inside.append("div")

    def handle_endtag(self, tag: str) -> None:
        if tag == "div":
            self.inside.pop()

    def handle_data(self, data: str) -> None:
        if "text" in self.inside:
            self.text += data


@pytest.mark.parametrize("text", [TEXT, *ODD])
def test_a_page_shows_the_text_and_runs_nothing(text: str) -> None:
    reader = Reader()
    reader.feed(analysis(text).to_html())
    assert reader.text == text.replace("\ud800", "?").replace("\x00", "\ufffd")
    assert ("html", {"lang": "ar", "dir": "rtl"}) in reader.tags
    names = {name for _, attributes in reader.tags for name in attributes}
    assert not {tag for tag, _ in reader.tags} & {"script", "b onload", "iframe", "img", "link"}
    assert not any(name.startswith("on") or name == "src" for name in names)
    links = [attributes["href"] for _, attributes in reader.tags if "href" in attributes]
    assert all(re.fullmatch(r"#an[0-9a-f]{8}[ct]\d+", link or "") for link in links), "only from claim to card and back"


def test_a_page_marks_each_layer() -> None:
    page = analysis().to_html()
    for mark in (
        'class="text"',
        "numbers",
        "dates",
        "PER",
        "ORG",
        "LOC",
        'class="card by0"',
        'class="figures"',
        'class="time"',
        "عنوان &lt;b&gt;",
    ):
        assert mark in page
    assert analysis()._repr_html_() in page


def test_an_article_without_a_title_shows_its_id() -> None:
    assert "news/a.txt" in arabnews.analyze(Article("نص", id="news/a.txt")).to_html()
    assert "news/a.txt" not in arabnews.analyze(Article("نص", id="news/a.txt", title="عنوان")).to_html()


def test_a_failed_article_says_why() -> None:
    [failed] = arabnews.Pipeline().analyze_all([None], on_error="record")  # type: ignore[list-item]
    assert failed.error is not None
    for shown in (failed.to_text(), failed.to_html(), failed._repr_html_(), repr(failed)):
        assert "cannot read NoneType" in shown


def test_text_for_terminals_names_every_layer() -> None:
    shown = analysis().to_text()
    for layer in ("claims", "numbers", "dates", "quotes", "mentions"):
        assert f"\n{layer} (" in shown
    assert "12,500,000 USD" in shown


def test_custom_layers_come_along() -> None:
    pipeline = arabnews.Pipeline().adding(arabnews.PatternExtractor("decrees", r"المرسوم رقم (?P<number>\d+)"))
    found = pipeline.analyze("صدر المرسوم رقم 12 أمس.")
    assert found.to_records("decrees")[0]["text"] == "المرسوم رقم 12"
    assert found.to_frame("decrees")["start"].tolist() == [4]
    assert found.to_arrow("decrees").num_rows == 1
    assert "decrees" in found.to_html()
    assert "decrees (1)\n  number=12  المرسوم رقم 12" in found.to_text()
    assert 'title="decrees: number=12"' in found.to_html()
    back = Analysis.from_dict(json.loads(json.dumps(found.to_dict())))
    assert back["decrees"][0].text == "المرسوم رقم 12"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("several", [False, True])
def test_every_format_takes_every_text(form: str, several: bool) -> None:
    found = [analysis(text) for text in ([TEXT, *ODD] if several else [TEXT])]
    out = "".join(written(found, form, "numbers", several=several))
    out.encode()
    parsed: Any = None
    match form:
        case "json":
            parsed = json.loads(out)
            assert isinstance(parsed, list) is several
        case "jsonl":
            assert [json.loads(line)["format"] for line in out.splitlines()] == ["arabnews/1"] * len(found)
        case "csv":
            parsed = list(csv.DictReader(io.StringIO(out)))
            assert len(parsed) == sum(len(each.numbers) for each in found)
        case "html":
            assert out.startswith("<!doctype html>")
        case "text":
            assert "numbers (" in out


@pytest.mark.parametrize("text", [TEXT, *ODD])
def test_articles_and_claims_show_themselves(text: str) -> None:
    found = analysis(text)
    shown = [found.article._repr_html_(), *(claim._repr_html_() for claim in found.claims)]
    for html in shown:
        reader = Reader()
        reader.feed(html)
        assert ("section", {"class": "an", "dir": "rtl", "lang": "ar"}) in reader.tags
        assert not {tag for tag, _ in reader.tags} & {"script", "iframe", "img", "link"}
        html.encode("utf-8")
    assert "عنوان &lt;b&gt;" in shown[0]
    for claim, html in zip(found.claims, shown[1:], strict=True):
        if claim.source:
            assert claim.source.name in html


@pytest.mark.parametrize("form", FORMATS)
def test_an_amount_of_5000_digits_is_written_everywhere(form: str) -> None:
    text = "9" * 5000 + " \ud800\x00 جندي"
    fact = arabnews.NumericFact(arabnews.Span(0, 5000), text[:5000], value=10**5000 - 1, upper=10**5000)
    found = Analysis(Article(text), {"numbers": (fact,)}, ())
    assert fact.value == 10**5000 - 1
    assert "".join(written([found], form, "numbers", several=False))
    plain = json.loads(json.dumps(found.to_dict()))
    jsonschema.Draft202012Validator(schema()).validate(plain)
    assert Analysis.from_dict(plain) == found
    assert found.to_arrow("numbers").num_rows == len(found.to_frame("numbers")) == 1
    for export in (found.to_brat, found.to_label_studio, found.to_jsonld, found.to_web_annotations, found.to_timeml):
        assert export()
