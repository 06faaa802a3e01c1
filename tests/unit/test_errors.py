"""Wrong use: each mistake is refused with words that say what, where, what was given and how to mend it."""

from __future__ import annotations

import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import arabnews
from arabnews import Analysis, Annotation, Article, Entry, Lexicon, PatternExtractor, Pipeline, Span, analyze
from arabnews.testing.golden import parse_golden

A = arabnews
FOUND = analyze("قالت الوزارة أمس إن 12 شخصا وصلوا.", published="2021-12-10")


@A.extractor(layer="a", requires=("b",))
def first(document: A.Document, layers: A.Layers) -> Iterator[Annotation]:
    yield from ()


@A.extractor(layer="b", requires=("a",))
def second(document: A.Document, layers: A.Layers) -> Iterator[Annotation]:
    yield from ()


@A.extractor(layer="moved")
def moved(document: A.Document, layers: A.Layers) -> Iterator[Annotation]:
    yield Annotation(Span(0, 2), "لا", rule="moved")


@A.extractor(layer="nothing")
def nothing(document: A.Document, layers: A.Layers) -> Any:
    return None


def raises(document: A.Document, layers: A.Layers) -> Any:
    raise KeyError("x")


def changed(layer: str, **fields: Any) -> dict[str, Any]:
    """The analysis as plain data, with a fault."""
    plain = FOUND.to_dict()
    plain["layers"][layer][0] |= fields
    return plain


def without(field: str) -> dict[str, Any]:
    plain = FOUND.to_dict()
    del plain["layers"]["numbers"][0][field]
    return plain


MISTAKES: list[tuple[Callable[[], object], type[A.ArabnewsError], str]] = [
    (lambda: analyze(b"x"), A.ArticleError, "decode bytes first"),  # type: ignore[arg-type]
    (lambda: analyze(None), A.ArticleError, "NoneType"),  # type: ignore[arg-type]
    (lambda: Article("نص", published="قريبا"), A.ArticleError, "'قريبا' names no day"),
    (lambda: Article("نص", published="2021-13-01"), A.ArticleError, "2021-13-01"),
    (lambda: Article("نص", published="يوليو 2021"), A.ArticleError, "day, month and year"),
    (lambda: Article("نص", title=5), A.ArticleError, "title must be a str or None, got int"),  # type: ignore[arg-type]
    (lambda: Span(-1, 2), A.SpanError, "start=-1"),
    (lambda: Span("a", 2), A.SpanError, "whole numbers"),  # type: ignore[arg-type]
    (lambda: Span(1.0, 2), A.SpanError, "whole numbers"),  # type: ignore[arg-type]
    (lambda: Annotation(Span(0, 5), "نص"), A.SpanError, "2 code points, its span 5"),
    (lambda: FOUND["poems"], A.UnknownLayerError, "it has: mentions, dates, numbers, quotes, claims, entities"),
    (lambda: FOUND.explain("x"), A.SpanError, "got str"),  # type: ignore[arg-type]
    (lambda: Pipeline("claims"), A.PipelineError, "write ['claims']"),
    (lambda: Pipeline(["nope"]), A.PipelineError, "known are: mentions"),
    (lambda: Pipeline(["claims"]), A.PipelineError, "add 'mentions' or leave 'claims' out"),
    (lambda: Pipeline([first, second]), A.PipelineError, "'first' requires b; 'second' requires a"),
    (lambda: Pipeline().adding(first), A.PipelineError, "add an extractor that makes it"),
    (lambda: Pipeline().adding(raises), A.PipelineError, "@arabnews.extractor(layer=...)"),  # type: ignore[arg-type]
    (lambda: Pipeline().adding(5), A.PipelineError, "lacks name, layer, requires, extract"),  # type: ignore[arg-type]
    (lambda: Pipeline().adding("numbers"), A.PipelineError, "use replacing('numbers', ...)"),
    (lambda: Pipeline().adding(PatternExtractor("entities", "a")), A.PipelineError, "not 'entities'"),
    (lambda: Pipeline().without("quotes"), A.PipelineError, "'claims' requires layer 'quotes'"),
    (lambda: Pipeline().only(), A.PipelineError, "name the layers"),
    (lambda: Pipeline(lexicon="own.csv"), A.PipelineError, "adding_file"),  # type: ignore[arg-type]
    (lambda: Pipeline(resolve=5), A.PipelineError, "got 5"),  # type: ignore[arg-type]
    (lambda: Pipeline(resolve=raises).analyze("نص"), A.ExtractorError, "'resolve' raised KeyError: 'x'"),
    (lambda: Pipeline().adding(moved).analyze("نص"), A.ExtractorError, "gave 'لا', but at 0:2 stands 'نص'"),
    (lambda: Pipeline().adding(nothing).analyze("نص"), A.ExtractorError, "gave None"),
    (lambda: Pipeline().analyze_all("نص"), A.PipelineError, "got one str; use analyze"),
    (lambda: Pipeline().analyze_all([], workers=0), A.PipelineError, "at least 1, got 0"),
    (lambda: A.extractor(raises), A.PipelineError, "@extractor(layer='shouts')"),  # type: ignore[arg-type]
    (lambda: A.extractor(layer="a", requires="quotes"), A.PipelineError, "write ('quotes',)"),
    (lambda: PatternExtractor("a", "("), A.PatternError, "does not compile"),
    (lambda: PatternExtractor("a", "ب*"), A.PatternError, "empty string"),
    (lambda: PatternExtractor("a", None), A.PatternError, "must be a str, got NoneType"),  # type: ignore[arg-type]
    (lambda: PatternExtractor("a", "ب", timeout=-1), A.PatternError, "more than 0 s, got -1"),
    (lambda: Lexicon.default().adding(Entry("غرد", "cue")), A.LexiconError, "got one; write [Entry("),  # type: ignore[arg-type]
    (lambda: Entry("غرد", "cue", {"stance": "assert"}), A.LexiconError, "features={...}"),  # type: ignore[arg-type]
    (lambda: Lexicon.default().adding_file("no-such.csv"), A.LexiconError, "no-such.csv: cannot be read: No such file"),
    (lambda: Analysis.from_dict(5), A.FormatError, "got int"),  # type: ignore[arg-type]
    (lambda: Analysis.from_dict({}), A.FormatError, "format: not an analysis in format 'arabnews/1'"),
    (lambda: Analysis.from_dict(FOUND.to_dict(utf16=True)), A.FormatError, "'utf-16'"),
    (lambda: Analysis.from_dict(changed("numbers", mod="huge")), A.FormatError, "layers.numbers[0].mod: 'huge'"),
    (lambda: Analysis.from_dict(changed("numbers", value="many")), A.FormatError, "layers.numbers[0].value"),
    (lambda: Analysis.from_dict(changed("dates", interval=["x"])), A.FormatError, "layers.dates[0].interval"),
    (lambda: Analysis.from_dict(changed("numbers", span=[0, 7])), A.FormatError, "does not stand at 0:7"),
    (lambda: Analysis.from_dict(changed("claims", cue={"span": [9, 3]})), A.FormatError, "layers.claims[0].cue.span"),
    (lambda: Analysis.from_dict(without("value")), A.FormatError, "layers.numbers[0]: missing"),
    (lambda: parse_golden("وصل [12 جنديا](value) أمس"), A.FormatError, "'value' in (value) is not field=value"),
    (lambda: A.evaluate("x", "y"), A.ArticleError, "gold must be analyses, got str"),  # type: ignore[arg-type]
]


@pytest.mark.parametrize(("mistake", "kind", "words"), MISTAKES, ids=[words for _, _, words in MISTAKES])
def test_mistakes_are_told(mistake: Callable[[], object], kind: type[A.ArabnewsError], words: str) -> None:
    with pytest.raises(kind) as raised:
        mistake()
    assert words in str(raised.value)
    assert issubclass(kind, ValueError | LookupError | RuntimeError)
    if not isinstance(raised.value.fields.get("got"), Analysis):
        assert str(pickle.loads(pickle.dumps(raised.value))) == str(raised.value)


@pytest.mark.parametrize(
    ("content", "line", "field"),
    [
        ("form,tag\nغرد,cue\n,cue\n", 3, "form"),
        ("form,tag,stance\nغرد,cue,shout\n", 2, "stance"),
        ("form,tag,inflect\n# verbs\nغرد,cue,odd\n", 3, "inflect"),
        ("form\nغرد\n", 2, "tag"),
        ("form,tag\nغرد\n", 2, "tag"),
        ("word,tag\nغرد,cue\n", 1, "form"),
        ("form,tag,stanse\nغرد,cue,assert\n", 2, "stanse"),
        ("form,tag,mine\nغرد,cue,1\nوادي,place_alias,1\n\nناد,place_alias,1,\n", 5, "mine"),
    ],
)
def test_faults_of_a_lexicon_file_name_file_line_and_field(tmp_path: Path, content: str, line: int, field: str) -> None:
    file = tmp_path / "own.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(A.LexiconError) as raised:
        Lexicon.default().adding_file(file)
    error = raised.value
    assert (error.fields["file"], error.fields["line"], error.fields["field"]) == (str(file), line, field)
    assert str(file) in str(error)
    assert f"line {line}" in str(error)


def test_columns_of_ones_own_pass() -> None:
    lexicon = Lexicon.default().adding(
        [Entry("غرد", "cue", features={"beat": "sport", "stance": "assert"}), Entry("x", "own", features={"y": "z"})]
    )
    assert lexicon.look_up("غرد")[0]["beat"] == "sport"


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("10 كانون الأول 2021", "2021-12-10"),
        ("الجمعة ١٠ ديسمبر ٢٠٢١ م", "2021-12-10"),
        ("3/12/2021", "2021-12-03"),
        ("2021/12/3", "2021-12-03"),
        ("12 شوال 1436 هـ", "2015-07-28"),
        ("12/10/1436 هـ", "2015-07-28"),
        ("1436/10/12", "2015-07-28"),
        ("10 ربيع الآخر 1443 هـ - 14 نوفمبر 2021 م", "2021-11-14"),
        ("10 ربيع الآخر 1443 الموافق 14 نوفمبر 2021", "2021-11-14"),
    ],
)
def test_days_of_publication(written: str, day: str) -> None:
    assert str(Article("نص", published=written).published) == day


def test_offsets_of_a_table_are_offsets() -> None:
    numpy = pytest.importorskip("numpy")
    span = Span(numpy.int64(1), numpy.int64(3))
    assert span == Span(1, 3)
    assert type(span.start) is int


def test_the_face_shows_names_only() -> None:
    assert dir(arabnews) == sorted([*arabnews.__all__, "__version__"])


def test_nouns_show_themselves_on_a_line() -> None:
    claim = FOUND.claims[0]
    for item in (FOUND.article, FOUND, claim, *FOUND.numbers, *FOUND.dates, *FOUND.entities, Pipeline().read("نص")):
        assert len(repr(item)) < 400
        assert "None" not in repr(item)
    assert repr(FOUND.numbers[0]).startswith("NumericFact('12 شخصا', 20:27, rule='amount', value=12, unit='شخصا'")
    assert repr(FOUND.explain(claim)) == str(FOUND.explain(claim)).rstrip()
