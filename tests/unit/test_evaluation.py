"""Evaluation: figures that are right by hand, differences in context, and the files that people correct."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import pytest

import arabnews
from arabnews import Analysis, Article, FormatError
from arabnews.evaluation import evaluate
from arabnews.evaluation.__main__ import main
from arabnews.exchange import read_brat, read_jsonl, read_label_studio, write_brat, write_jsonl, write_label_studio

TEXTS = [
    "قال وزير النقل سالم المنصوري أمس إن «الميناء استقبل نحو 40 سفينة وأكثر من 12,5 مليون دولار في يوليو الماضي».",
    "وأكدت منظمة الصحة العالمية وصول ألفي طبيب إلى بنغازي. وبحسب مصدر أمني، أصيب خمسة عمال يوم الثلاثاء.",
    "\ufeffوصل 🙂 12 جنديا\r\nأمس من بنغازي.",
]


def found() -> list[Analysis]:
    return [
        arabnews.analyze(Article(text, published="2021-12-10", id=f"a-{number}", title="عنوان"))
        for number, text in enumerate(TEXTS)
    ]


def changed(analysis: Analysis, layer: str, *items: Any) -> Analysis:
    return attrs.evolve(analysis, layers={**analysis.layers, layer: items})


def test_what_agrees_with_itself_is_all_right() -> None:
    evaluation = evaluate(found(), found())
    assert all(figure.f1 == 1 for figure in evaluation.figures.values() if figure.gold)
    assert evaluation.differences == ()
    assert {name.split(".")[0] for name in evaluation.figures} == {"claims", "quotes", "numbers", "dates", "mentions"}
    assert evaluate(found()).figures == evaluation.figures


def test_figures_are_as_counted_by_hand() -> None:
    one = arabnews.analyze("وصل 12 جنديا و30 شرطيا و5 سفن.")
    a, b, c = one.numbers
    gold = changed(one, "numbers", attrs.evolve(a, value=13), attrs.evolve(b, unit="ضابط"), c)
    predicted = changed(one, "numbers", a, b)
    evaluation = evaluate([gold], [predicted], layers=["numbers"])
    value, unit = evaluation["numbers.value"], evaluation["numbers.value+unit"]
    assert (value.gold, value.predicted, value.hits) == (3, 2, 1)
    assert (value.precision, value.recall, value.f1) == (1 / 2, 1 / 3, 2 / 5)
    assert unit.hits == 0
    assert evaluation["numbers.unit"].is_rate
    assert (evaluation["numbers.unit"].f1, evaluation["numbers.unit"].gold) == (0, 1)
    assert [(item.what, item.detail) for item in evaluation.differences] == [
        ("wrong", "value: 13 marked, 12 found"),
        ("wrong", f"unit: ضابط marked, {b.unit} found"),
        ("missed", ""),
    ]
    assert "numbers.value        P  50.0%  R  33.3%  F1  40.0%  marked 3  found 2" in str(evaluation)


def test_names_are_compared_without_titles_and_sources_by_name() -> None:
    gold = Analysis.from_brat(
        "قال الوزير سالم المنصوري إن الميناء مفتوح.",
        "T1\tTitle 4 10\tالوزير\nT2\tPER 4 24\tالوزير سالم المنصوري\nT3\tClaim 28 41\tالميناء مفتوح\nT4\tCue 0 3\tقال\n"
        "R1\tsource Arg1:T3 Arg2:T2\nR2\tcue Arg1:T3 Arg2:T4\n",
    )
    evaluation = evaluate([gold], layers=["claims", "mentions"])
    for name in ("claims.exact", "claims.attributed", "claims.cue", "mentions.PER", "mentions.all", "mentions.entity"):
        assert evaluation[name].f1 == 1, name
    other = attrs.evolve(gold, layers={**gold.layers, "claims": (attrs.evolve(gold.claims[0], source=None),)})
    missed = evaluate([gold], [other], layers=["claims"])
    assert missed["claims.attributed"].hits == 0
    assert [str(item.detail) for item in missed.differences] == ["source: سالم المنصوري marked, None found"]


def test_layers_of_ones_own_count_by_span() -> None:
    decrees = arabnews.PatternExtractor("decrees", r"المرسوم رقم \d+")
    gold = arabnews.Pipeline().adding(decrees).analyze("نص المرسوم رقم 12 على ذلك.")
    short = changed(gold, "decrees", arabnews.Annotation(arabnews.Span(3, 10), "المرسوم", rule="x"))
    evaluation = evaluate([gold], [short], layers=["decrees"])
    assert (evaluation["decrees.overlap"].f1, evaluation["decrees.exact"].f1) == (1, 0)


def test_intervals_hold_the_figure_and_are_the_same_every_time() -> None:
    gold = found()
    predicted = [changed(gold[0], "numbers"), *gold[1:]]
    evaluation = evaluate(gold, predicted)
    ranges = evaluation.intervals(samples=200)
    assert ranges == evaluation.intervals(samples=200)
    for name, (low, high) in ranges.items():
        assert 0 <= low <= evaluation[name].f1 <= high <= 1
    assert ranges["numbers.value"][0] < ranges["numbers.value"][1]


def test_what_cannot_be_compared_is_told() -> None:
    one, two, three = found()
    with pytest.raises(arabnews.ArticleError, match="2 gold analyses, but 1 predicted"):
        evaluate([one, two], [one])
    with pytest.raises(arabnews.ArticleError, match="article a-1: gold and predicted are not about the same text"):
        evaluate([one, two], [one, three])
    with pytest.raises(arabnews.UnknownLayerError, match="no layer 'verbs' in gold; it has: mentions"):
        evaluate([one], layers=["verbs"])
    with pytest.raises(arabnews.UnknownLayerError, match="no figure 'dates'; there are"):
        evaluate([one])["dates"]


# ---- files


def test_brat_folders_come_back(tmp_path: Path) -> None:
    assert write_brat(found(), tmp_path / "out") == 3
    back = list(read_brat(tmp_path / "out"))
    assert [analysis.article for analysis in back] == [analysis.article for analysis in found()]
    assert [analysis.numbers for analysis in back] == [analysis.numbers for analysis in found()]
    assert (tmp_path / "out" / "annotation.conf").exists()
    (tmp_path / "out" / "articles.jsonl").unlink()
    assert [analysis.article.id for analysis in read_brat(tmp_path / "out")] == ["0001", "0002", "0003"]


def test_label_studio_files_come_back(tmp_path: Path) -> None:
    file = tmp_path / "tasks.json"
    assert write_label_studio(found(), file) == 3
    assert [analysis.article for analysis in read_label_studio(file)] == [analysis.article for analysis in found()]
    assert [analysis.dates for analysis in read_label_studio(file)] == [analysis.dates for analysis in found()]


def test_faulty_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"no \.ann files"):
        list(read_brat(tmp_path))
    (tmp_path / "a.ann").write_text("T1\tPER 0 3\tكان\n", encoding="utf-8")
    with pytest.raises(FormatError, match=r"a\.txt: No such file"):
        list(read_brat(tmp_path))
    (tmp_path / "a.txt").write_text("قال سالم", encoding="utf-8")
    with pytest.raises(FormatError, match=r"a\.ann, line 1: the line says 'كان'"):
        list(read_brat(tmp_path))
    (tmp_path / "articles.jsonl").write_text('{"file": "a"}\n[]\n', encoding="utf-8")
    with pytest.raises(FormatError, match=r"articles\.jsonl, line 2: no article's record"):
        list(read_brat(tmp_path))
    (tmp_path / "t.json").write_text("[\n{", encoding="utf-8")
    with pytest.raises(FormatError, match=r"t\.json, line 2: not JSON"):
        list(read_label_studio(tmp_path / "t.json"))


def test_the_command_prints_figures_and_differences(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write_brat(found(), tmp_path)
    note = (tmp_path / "0002.ann").read_text(encoding="utf-8").replace("value=2000", "value=3000")
    (tmp_path / "0002.ann").write_text(note, encoding="utf-8")
    assert main([str(tmp_path), "--layers", "numbers", "--errors", "numbers", "--intervals"]) == 0
    out = capsys.readouterr().out
    assert "numbers.value" in out
    assert "value: 3000 marked, 2000 found" in out
    assert "dates" not in out
    assert main([str(tmp_path / "nothing.json")]) == 2
    assert "nothing.json: No such file" in capsys.readouterr().err


def test_json_lines_come_back_and_can_be_scored(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "gold.jsonl"
    assert write_jsonl(found(), file) == len(found())
    assert list(read_jsonl(file)) == list(found())
    assert main([str(file), "--layers", "numbers"]) == 0
    assert "numbers.value" in capsys.readouterr().out


def test_json_lines_that_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(arabnews.FormatError, match="No such file"):
        list(read_jsonl(tmp_path / "none.jsonl"))
    file = tmp_path / "old.jsonl"
    file.write_bytes('\n{"text": "قال"}\n'.encode("windows-1256"))
    with pytest.raises(arabnews.FormatError, match=r"old\.jsonl, line 2: not UTF-8"):
        list(read_jsonl(file))


def test_a_fault_in_json_lines_is_named(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    write_jsonl(found(), file)
    first = file.read_text(encoding="utf-8").splitlines()[0]
    for line, field in (('{"format":', None), (first.replace('"kind": ', '"kind": "x", "was": ', 1), "kind")):
        file.write_text(f"{first}\n\n{line}\n", encoding="utf-8")
        with pytest.raises(arabnews.FormatError, match=r"gold\.jsonl, line 3") as raised:
            list(read_jsonl(file))
        assert (raised.value.fields["field"] or "").endswith(field or "")


# ---- the same figures as the gold articles' own scorer


def gold_analysis(record: dict[str, Any]) -> Analysis:
    """A gold record as an analysis."""
    text = record["text"]

    def placed(span: list[int]) -> tuple[arabnews.Span, str]:
        return arabnews.Span(*span), text[span[0] : span[1]]

    numbers = [
        arabnews.NumericFact(
            *placed(item["span"]),
            value=item["value"],
            upper=item.get("upper"),
            mod=item.get("mod"),
            unit=item.get("unit"),
            form=item.get("form") or "digits",
        )
        for item in record["numbers"]
    ]
    dates = [
        arabnews.DateExpression(*placed(item["span"]), type=item["type"], value=item["value"], mod=item.get("mod"))
        for item in record["dates"]
    ]
    quotes = [
        arabnews.Quote(*placed(item["span"]), outer=arabnews.Span(*item["span"]), is_statement=item["statement"])
        for item in record["quotes"]
    ]
    claims = [
        arabnews.Claim(
            *placed(item["content"]),
            kind=item["kind"],
            extent=arabnews.Span(*item["content"]),
            cue=arabnews.Cue(*placed(item["cue"])) if item["cue"] else None,
            stance=item["stance"],
            source=arabnews.Entity("E", arabnews.MentionKind.PER, item["speaker_name"]) if item["speaker_name"] else None,
        )
        for item in record["claims"]
    ]
    entities = tuple(
        arabnews.Entity(
            f"E{number}",
            item["kind"],
            item["entity"],
            mentions=(
                arabnews.Mention(
                    *placed(item["span"]), kind=arabnews.MentionKind(item["kind"]), name=arabnews.Span(*item["span"])
                ),
            ),
        )
        for number, item in enumerate(record.get("mentions") or ())
    )
    layers: dict[str, tuple[Any, ...]] = {
        "claims": tuple(claims),
        "quotes": tuple(quotes),
        "numbers": tuple(numbers),
        "dates": tuple(dates),
    }
    layers["mentions"] = tuple(mention for entity in entities for mention in entity.mentions)
    return Analysis(Article(text, published=record.get("published"), id=record["id"]), layers, entities)


@pytest.mark.parametrize("name", ["dev", "seed"])
def test_the_figures_are_those_of_the_gold_scorer(shared: Path, name: str) -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("gold_score", shared / "gold" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    lines = (shared / "gold" / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    records = [json.loads(line) for line in lines if line.strip()]
    layers = ["claims", "quotes", "numbers", "dates", "mentions"]
    if any(record.get("mentions") is None for record in records):
        layers.remove("mentions")
    evaluation = evaluate([gold_analysis(record) for record in records], layers=layers)
    for figure, row in module.score(records).items():
        if figure.partition(".")[0] not in layers:
            continue
        mine = evaluation[figure]
        if "F1" in row:
            got = [round(100 * value, 1) for value in (mine.precision, mine.recall, mine.f1)]
            assert (got, mine.gold, mine.predicted) == ([row["P"], row["R"], row["F1"]], row["gold"], row["predicted"]), figure
        else:
            assert (round(100 * mine.f1, 1), mine.gold) == (row["accuracy"], row["of"]), figure
