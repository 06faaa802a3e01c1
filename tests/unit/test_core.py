"""Articles, spans, documents, lexicon, pipeline."""

from __future__ import annotations

import pickle
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import attrs
import pytest

import arabnews
from arabnews import Annotation, Article, Entry, Lexicon, PatternExtractor, Pipeline, Span, extractor
from arabnews.document import Document
from arabnews.lexicon.entries import BULK, DUAL_ENDING, FOREIGN, PHRASE_START
from arabnews.spans import draft_of, sort_by_span, span_between
from arabnews.text.characters import fold_with_offsets, key

# ---- articles


@pytest.mark.parametrize(
    "given",
    [
        date(2021, 12, 10),
        datetime(2021, 12, 10, 23, 0),
        "2021-12-10",
        "2021-12-10T08:00:00Z",
        "10 كانون الأول 2021",
        "10 ديسمبر 2021",
        "١٠ ديسمبر ٢٠٢١",
    ],
)
def test_published_takes_dates_in_many_shapes(given: object) -> None:
    assert Article("نص", published=given).published == date(2021, 12, 10)


@pytest.mark.parametrize("given", ["قريبا", "2021", "ديسمبر", "", 20211210, 3.5, b"2021-12-10"])
def test_published_refuses_the_rest(given: object) -> None:
    with pytest.raises(arabnews.ArticleError) as caught:
        Article("نص", published=given)
    assert caught.value.fields["field"] == "published"


@pytest.mark.parametrize("given", [b"\xd9\x86", None, 12, ["نص"]])
def test_text_must_be_a_str(given: Any) -> None:
    with pytest.raises(arabnews.ArticleError, match="str"):
        Article(given)
    with pytest.raises(arabnews.ArticleError):
        arabnews.analyze(given)


def test_bytes_are_told_how_to_become_text() -> None:
    with pytest.raises(arabnews.ArticleError, match="decode"):
        arabnews.analyze(b"abc")  # type: ignore[arg-type]


def test_errors_pickle_with_their_fields() -> None:
    with pytest.raises(arabnews.SpanError) as caught:
        Span(4, 2)
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), str(again), again.fields) == (arabnews.SpanError, str(caught.value), {"start": 4, "end": 2})


def test_annotation_text_must_fit_its_span() -> None:
    with pytest.raises(arabnews.SpanError):
        Annotation(Span(0, 3), "كلمة")


# ---- characters and tokens


def test_key_folds_little() -> None:
    assert key("أَعْلَنـَت\u200f") == "اعلنت"
    assert key("ﻗﺎل") == "قال"
    assert key("الأردن") == "الاردن"
    assert key("على") != key("علي")
    assert key("مدرسة") != key("مدرسه")


def test_folded_text_knows_its_offsets() -> None:
    folded, offsets = fold_with_offsets("قـَال ﻻ")
    assert folded == "قال لا"
    assert offsets == [0, 3, 4, 5, 6, 6]


def read(text: str) -> Document:
    return Document(Article(text), Lexicon.default())


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("وصل و1000 جندي،", ["وصل", "و", "1000", "جندي", "،"]),
        ("ال3% «٣٫٥»", ["ال", "3", "%", "«", "٣٫٥", "»"]),
        ("قَالَ\u200f\xa0الوزير\r\nاليوم", ["قَالَ\u200f", "الوزير", "\r\n", "اليوم"]),
        ("''نص'' ـ \u200b", ["''", "نص", "''"]),
        ("نص «»()؟! «''»", ["نص", "«", "»", "(", ")", "؟", "!", "«", "''", "»"]),
    ],
)
def test_tokens(text: str, tokens: list[str]) -> None:
    document = read(text)
    assert [text[s:e] for s, e in zip(document.starts, document.ends, strict=True)] == tokens


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("وصل الوفد. غادر الوفد.", ["وصل الوفد.", "غادر الوفد."]),
        ("قال «وصلنا. سنعود غدا.» ثم غادر. انتهى", ["قال «وصلنا. سنعود غدا.» ثم غادر.", "انتهى"]),
        ("قال د. سالم كلمة. ومضى", ["قال د. سالم كلمة.", "ومضى"]),
        ("سطر أول\n\nسطر ثان", ["سطر أول", "سطر ثان"]),
        ("بلغ 3.5 أمتار. كفى", ["بلغ 3.5 أمتار.", "كفى"]),
    ],
)
def test_sentences(text: str, sentences: list[str]) -> None:
    document = read(text)
    assert [document.slice(*bounds) for bounds in document.sentences] == sentences


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ('قال «نعم» ثم “لا” ثم "ربما" و„كلا‟', ["نعم", "لا", "ربما", "كلا"]),
        ("قال ”معكوسة“ وقال »مقلوبة« وقال «مختلطة”", ["معكوسة", "مقلوبة", "مختلطة"]),
        ('قال «قرأت كتاب "النحو" كله»', ['قرأت كتاب "النحو" كله', "النحو"]),
        ("قال «لم تغلق\nوقال «أغلقت»", ["أغلقت"]),
        ("قال » وحدها", []),
    ],
)
def test_quotation_pairs(text: str, inside: list[str]) -> None:
    document = read(text)
    assert [document.slice(o + 1, c) for o, c, _ in document.pairs if c is not None] == inside


def test_quotation_marks_at_the_ends_of_a_text_touch_nothing() -> None:
    assert [(o, c) for o, c, _ in read('"').pairs] == [(0, None)]
    assert [(o, c) for o, c, _ in read('"نعم"').pairs] == [(0, 2)]
    assert [(o, c) for o, c, _ in read("نعم ‘").pairs] == [(1, None)]


# ---- where rules start


@pytest.mark.parametrize("keys", [{"غاب"}, {"نص"}, {"نص", "و"}, {"نص", "و", "كلمة", "ثم"}])
def test_where_finds_each_token_with_one_of_the_keys(keys: set[str]) -> None:
    document = read("نص ثم كلمة و1000 نص ونص ثم نص")
    expected = [at for at, each in enumerate(document.keys) if each in keys]
    assert list(document.where(keys)) == expected
    assert document.holds(keys) == bool(expected)
    assert list(document.where(keys, [0, 3, 5])) == [at for at in (0, 3, 5) if at in expected]


def test_words_tell_what_rules_start_from() -> None:
    document = read("عاد شتراوسمان ومعه كتابان من الولايات المتحدة، والمتوالية.")
    found = {anchor: [document.keys[at] for at in document.at(anchor)] for anchor in (FOREIGN, DUAL_ENDING, PHRASE_START)}
    assert found[FOREIGN] == ["شتراوسمان"]
    assert found[DUAL_ENDING] == ["كتابان"]
    assert "الولايات" in found[PHRASE_START]
    assert not {FOREIGN, DUAL_ENDING, PHRASE_START} & set().union(*(word.tags for word in document.words))


def test_tags_without_positions_of_their_own_are_searched() -> None:
    document = read("وصلت خمس سفن إلى المدينة.")
    assert "counted" in BULK
    assert [document.keys[at] for at in document.at("counted")] == [w.key for w in document.words if "counted" in w.tags] != []


# ---- findings without checks


def test_drafts_become_what_they_are_drafts_of() -> None:
    draft = draft_of(Annotation)()
    draft.span, draft.text, draft.rule = span_between(0, 2), "نص", "found"
    draft.__class__ = Annotation
    assert type(draft) is Annotation
    assert draft == Annotation(Span(0, 2), "نص", rule="found")
    assert pickle.loads(pickle.dumps(draft)) == draft
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        draft.text = "آخر"
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        span_between(0, 2).end = 3  # type: ignore[misc]


def test_findings_are_sorted_by_where_they_start_and_end() -> None:
    text = "نص قصير هنا"
    spans = [Span(3, 7), Span(0, 2), Span(3, 11), Span(0, 11), Span(8, 11)]
    found = [Annotation(span, span.of(text)) for span in spans]
    ordered = [annotation.span for annotation in sort_by_span(found)]
    assert ordered == sorted(spans, key=lambda span: (span.start, span.end))
    assert sort_by_span(found) is found


# ---- lexicon


def test_lexicon_peels_proclitics_and_inflects() -> None:
    lexicon = Lexicon.default().adding(
        [Entry("هتف", "shout", inflect="verb", features={"imperfect": "يهتف"}), Entry("مذيع", "crier", inflect="person")]
    )
    assert lexicon.look_up("وسيهتفون")[0].proclitics == "وس"
    assert lexicon.look_up("هتفت")[0].gender == "f"
    assert lexicon.look_up("للمذيعة")[0].definite
    assert not lexicon.look_up("بهتف")


def test_adding_leaves_the_old_lexicon_alone() -> None:
    old = Lexicon.default()
    new = old.adding([Entry("ساحة الأقحوان", "square"), Entry("أقحوانة", "flower")])
    text = "في ساحة الأقحوان أقحوانة"
    assert [h.end - h.first for h in Document(Article(text), new).hits("square")] == [2]
    assert Document(Article(text), old).hits("square") == ()
    assert not old.look_up("أقحوانة")
    again = pickle.loads(pickle.dumps(new))
    assert again.look_up("أقحوانة")[0].tag == "flower"


def test_spelling_variants_of_final_letters() -> None:
    lexicon = Lexicon([]).adding([Entry("مستشفى", "building"), Entry("قلعة", "building")])
    assert lexicon.look_up("المستشفي") == ()
    assert lexicon.look_up("مستشفي")
    assert lexicon.look_up("بقلعه")


@pytest.mark.parametrize(
    ("content", "line", "field"),
    [
        ("form,inflect\nهتف,verbs\n", 2, "inflect"),
        ("form,inflect\n,verb\n", 2, "form"),
        ("form,inflect\nهتف\n", 2, "inflect"),
        ("word,inflect\nهتف,verb\n", 1, "form"),
    ],
)
def test_lexicon_files_name_their_faults(tmp_path: Any, content: str, line: int, field: str) -> None:
    file = tmp_path / "verbs.csv"
    file.write_text(content, encoding="utf-8")
    with pytest.raises(arabnews.LexiconError, match=r"verbs\.csv") as caught:
        Lexicon.default().adding_file(file, tag="shout")
    assert (caught.value.fields["line"], caught.value.fields["field"]) == (line, field)


def test_lexicon_reads_toml(tmp_path: Any) -> None:
    file = tmp_path / "own.toml"
    file.write_text('[[entry]]\nform = "أقحوان"\ntag = "flower"\ncolour = "white"\n', encoding="utf-8")
    assert Lexicon([]).adding_file(file).look_up("أقحوان")[0]["colour"] == "white"


# ---- the pipeline and its four rungs


@attrs.frozen
class Shout(Annotation):
    marks: int = attrs.field(kw_only=True)


@extractor(layer="shouts", requires=("quotes",))
def shouts(document: Document, layers: Any) -> Iterator[Shout]:
    for quote in layers["quotes"]:
        if marks := quote.outer.of(document.text).count("!"):
            yield Shout(quote.span, quote.text, rule="shouts", marks=marks)


@attrs.frozen
class Broken:
    name: str = "broken"
    layer: str = "broken"
    requires: tuple[str, ...] = ()

    def extract(self, document: Document, layers: Any) -> list[Annotation]:
        return [Annotation(Span(0, 3), "xyz")]


def test_function_extractor_and_pickling() -> None:
    pipeline = pickle.loads(pickle.dumps(Pipeline().adding(shouts)))
    analysis = pipeline.analyze("صاح «انتبهوا أيها الناس!!» ثم سكت")
    assert analysis["shouts"][0].marks == 2
    assert pickle.loads(pickle.dumps(analysis)) == analysis


def test_pattern_extractor_on_folded_text() -> None:
    pipeline = Pipeline().adding(PatternExtractor("decrees", r"المرسوم رقم (?P<number>\d+)", folded=True))
    found = pipeline.analyze("صدر المَرسوم رقـم ١٢ أمس")["decrees"][0]
    assert (found.text, found["number"]) == ("المَرسوم رقـم ١٢", "١٢")


@pytest.mark.parametrize("pattern", ["(", "a*"])
def test_bad_patterns_are_refused(pattern: str) -> None:
    with pytest.raises(arabnews.PatternError):
        PatternExtractor("decrees", pattern)


def test_pattern_timeout_names_the_extractor() -> None:
    slow = PatternExtractor("slow", r"(?:(?:\w+)+)+[!?]$", timeout=0.05)
    with pytest.raises(arabnews.ExtractorError, match="slow"):
        Pipeline([slow]).analyze("a" * 300 + " !")


def test_extractor_that_breaks_the_rules_is_named() -> None:
    with pytest.raises(arabnews.ExtractorError, match="broken"):
        Pipeline([Broken()]).analyze(Article("نص طويل", id="a-7"))


@pytest.mark.parametrize(
    ("build", "names"),
    [
        (lambda: Pipeline(["claims"]), ["claims", "mentions"]),
        (lambda: Pipeline(["nobody"]), ["nobody", "quotes"]),
        (lambda: Pipeline().adding("quotes"), ["quotes"]),
        (lambda: Pipeline().without("shouts"), ["shouts", "claims"]),
        (lambda: Pipeline("quotes"), ["quotes"]),
        (lambda: Pipeline([Broken]), ["Broken"]),
    ],
)
def test_pipelines_that_cannot_be_built(build: Any, names: list[str]) -> None:
    with pytest.raises(arabnews.PipelineError) as caught:
        build()
    assert all(name in str(caught.value) for name in names)


def test_circles_are_refused() -> None:
    left = extractor(layer="left", requires=("right",))(lambda document, layers: ())
    right = extractor(layer="right", requires=("left",))(lambda document, layers: ())
    with pytest.raises(arabnews.PipelineError, match="circle"):
        Pipeline([attrs.evolve(left, name="l"), attrs.evolve(right, name="r")])


def test_unknown_layers_name_the_known_ones() -> None:
    with pytest.raises(arabnews.UnknownLayerError, match="claims"):
        arabnews.analyze("نص")["claim"]


def test_recorded_errors_do_not_stop_a_stream() -> None:
    stream = Pipeline([Broken()]).analyze_all([Article("نص طويل", id="a"), Article("x")], on_error="record")
    assert ["broken" in (analysis.error or "") for analysis in stream] == [True, True]


# ---- odd text


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "Plain English text, 12 people.",
        "\ud800\udc00 \ud83d",
        "\x00\x00",
        "«" * 10_000,
        "1" * 100_000,
        "\u064b" * 1000,
        "و" * 1000,
    ],
    ids=["empty", "space", "breaks", "english", "surrogates", "nul", "marks", "digits", "vowels", "waws"],
)
def test_odd_text_never_raises(text: str) -> None:
    analysis = arabnews.analyze(text)
    for layer in analysis:
        for annotation in analysis[layer]:
            assert text[annotation.span.start : annotation.span.end] == annotation.text


def test_import_is_light() -> None:
    code = "import sys, arabnews; print([m for m in ('dateparser', 'regex', 'pandas', 'pyarrow', 'spacy') if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_a_cue_of_ones_own_needs_no_more_than_its_form() -> None:
    assert not any(reading.tag == "cue" for reading in Lexicon.default().look_up("بربر"))
    lexicon = Lexicon.default().adding([Entry("بربر", "cue", "verb", {"imperfect": "يبربر"})])
    [claim] = Pipeline(lexicon=lexicon).analyze("وبربر الوزير سالم المنصوري أن الميناء مفتوح.").claims
    assert (claim.stance, claim.factuality, claim.cue and claim.cue.lemma) == ("assert", "CT+", "بربر")


def test_a_cue_of_an_unknown_stance_is_refused_when_it_is_added() -> None:
    with pytest.raises(arabnews.LexiconError, match=r"'stance': a cue's stance is one of accuse, announce, .* got 'shout'"):
        Lexicon.default().adding([Entry("غرد", "cue", features={"stance": "shout"})])
