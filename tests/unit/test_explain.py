"""Explanations: each annotation leads to its rule, its words, its lexicon rows and a place in the docs."""

from __future__ import annotations

import importlib.util
import json
import pickle
import re
from pathlib import Path

import pytest

import arabnews
from arabnews import Analysis, Article, Entry, Lexicon, Pipeline, Resolution
from arabnews.explain import _RESOLUTIONS
from arabnews.rules import PAGE, names, rule
from arabnews.testing import parse_golden

ROOT = Path(__file__).resolve().parents[2]
TEXT = (
    "قالت وزارة الصحة أمس في بيان إن «12 شخصا أصيبوا في حادث سير». وأضافت أن المصابين خرجوا من المستشفى، "
    "مشيرة إلى أن العام نفسه شهد 40 حادثا. ونفى مصدر أمني وقوع ضحايا. ووصل خمسة أطباء قبل ثلاثة أيام من شهر رمضان 1443هـ."
)


def analysis() -> Analysis:
    return arabnews.analyze(TEXT, published="2021-12-10")


def anchors() -> set[str]:
    return set(re.findall(r'<a id="([^"]+)">', (ROOT / PAGE).read_text(encoding="utf-8")))


def unexplained(found: Analysis, known: set[str]) -> set[str]:
    missing = set()
    parts = [part for claim in found.claims for part in (claim.cue, claim.medium) if part is not None]
    for item in [*(item for layer in found for item in found[layer]), *parts]:
        why = found.explain(item)
        if why.rule is None or not why.rule.about or why.rule.page.rpartition("#")[2] not in known:
            missing.add(f"{why.layer or 'claims'} {item.rule}")
    return missing


def test_a_claim_tells_its_cue_its_row_and_its_source() -> None:
    found = analysis()
    first, second = found.claims[:2]
    why = found.explain(first)
    assert (why.layer, why.rule and why.rule.page) == ("claims", f"{PAGE}#claims-verb")
    cue = next(word for word in why.words if word.text == "قالت")
    row = next(row for row in cue.rows if row.tag == "cue")
    assert row.form == "قال"
    file, line = re.fullmatch(r"(.+), line (\d+)", row.place).groups()  # type: ignore[union-attr]
    table = (Path(arabnews.__file__).parent / "data" / file).read_text(encoding="utf-8").splitlines()
    assert table[int(line) - 1].startswith("قال,")
    continued = str(found.explain(second))
    assert "source by continuation" in continued
    assert "وزارة الصحة" in continued


def test_every_word_stands_in_the_text() -> None:
    found = analysis()
    for layer in found:
        for item in found[layer]:
            words = found.explain(item).words
            assert words
            assert all(word.span.of(TEXT) == word.text for word in words)


def test_rows_of_a_lexicon_of_ones_own_are_named() -> None:
    lexicon = Lexicon.default().adding(
        [Entry("غرد", "cue", "verb", {"imperfect": "يغرد", "stance": "assert", "frame": "clause"})]
    )
    found = Pipeline(lexicon=lexicon).analyze("غرد الوزير سالم المنصوري أن الميناء مفتوح.")
    [claim] = found.claims
    assert "<entries>" in str(found.explain(claim))
    assert "<entries>" not in str(arabnews.Analysis(found.article, found.layers, found.entities).explain(claim))
    streamed = next(Pipeline(lexicon=lexicon).analyze_all([found.article]))
    assert "<entries>" in str(streamed.explain(streamed.claims[0]))
    assert pickle.loads(pickle.dumps(found)) == found


def test_custom_annotations_are_explained_too() -> None:
    decrees = arabnews.PatternExtractor("decrees", r"المرسوم رقم \d+")
    found = Pipeline().adding(decrees).analyze("نص المرسوم رقم 12 على ذلك.")
    why = found.explain(found["decrees"][0])
    assert why.rule is None
    assert why.about == "What a `PatternExtractor` finds."
    assert "decrees: المرسوم رقم 12" in str(why)


def test_what_is_shown_is_escaped() -> None:
    text = "قال <b>سالم</b> المنصوري إن «<script>alert(1)</script> 12 سفينة وصلت أمس»."
    found = arabnews.analyze(text)
    for layer in found:
        for item in found[layer]:
            shown = found.explain(item)._repr_html_()
            assert "<script>" not in shown
            assert "<b>سالم" not in shown


def test_offsets_stay_behind_the_arabic_they_belong_to() -> None:
    found = analysis()
    assert "source mention: <bdi>وزارة الصحة</bdi> [5:16]" in found.explain(found.claims[1])._repr_html_()


def test_an_annotation_of_another_article_is_refused() -> None:
    [number] = arabnews.analyze("وصل إلى المدينة 77 شخصا.").numbers
    with pytest.raises(arabnews.SpanError, match="another one"):
        analysis().explain(number)
    with pytest.raises(arabnews.SpanError, match="got str"):
        analysis().explain("قالت")  # type: ignore[arg-type]


def test_every_resolution_is_described() -> None:
    assert set(_RESOLUTIONS) == set(Resolution)


def test_every_rule_that_fires_has_its_place_in_the_docs() -> None:
    spec = importlib.util.spec_from_file_location("build_rules", ROOT / "tools" / "build_rules.py")
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    known, missing = anchors(), unexplained(analysis(), anchors())
    for line in tool.golden_lines():
        golden = parse_golden(line)
        missing |= unexplained(arabnews.analyze(Article(golden.text, published=golden.published)), known)
    assert not missing, f"describe {missing} in the rule's docstring, then run tools/build_rules.py"


def test_every_rule_that_fires_on_gold_has_its_place_in_the_docs(shared: Path) -> None:
    known, missing = anchors(), set[str]()
    for line in (shared / "gold" / "dev.jsonl").read_text(encoding="utf-8").splitlines():
        record = json.loads(line)
        found = arabnews.analyze(Article(record["text"], published=record.get("published")))
        fired = {(layer, item.rule) for layer in found for item in found[layer]}
        for layer, name in fired:
            described = rule(layer, name)
            if described is None or described.page.rpartition("#")[2] not in known:
                missing.add(f"{layer} {name}")
    assert not missing, f"describe {missing} in the rule's docstring, then run tools/build_rules.py"


def test_names_have_descriptions() -> None:
    for layer in ("claims", "dates", "numbers", "quotes", "mentions"):
        assert names(layer)
        for name in names(layer):
            described = rule(layer, name)
            assert described is not None
            assert described.summary
