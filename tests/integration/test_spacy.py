"""The spaCy component: exact spans, everything that a Doc can be sent through, and what is missing without the extra."""

from __future__ import annotations

import pickle
import subprocess
import sys
from typing import Any

import pytest

import arabnews

spacy = pytest.importorskip("spacy", reason="spaCy (extra `spacy`) is not installed")

from spacy.tokens import Doc, DocBin  # noqa: E402

from arabnews.integrations.spacy import ArabnewsComponent  # noqa: E402

TEXTS = [
    "قال وزير النقل سالم المنصوري أمس إن «الميناء استقبل نحو 40 سفينة وأكثر من 12,5 مليون دولار في يوليو الماضي».",
    "وأكدت منظمة الصحة العالمية وصول ألفي طبيب إلى بنغازي، و1000 ممرض. وبحسب مصدر أمني، أصيب خمسة عمال.",
    "🙂 قال الوزير 🙂 إن 12 جنديا\n\n وصلوا  أمس و«غادروا».\n",
    "",
    "  plain English\x00 ",
]


def model(**config: Any) -> Any:
    nlp = spacy.blank("ar")
    nlp.add_pipe("arabnews", config=config)
    return nlp


def spans(doc: Any) -> dict[str, list[tuple[int, int, str]]]:
    return {layer: [(span.start_char, span.end_char, span.label_) for span in doc.spans[layer]] for layer in doc.spans}


@pytest.mark.parametrize("text", TEXTS)
def test_spans_are_exact(text: str) -> None:
    nlp = model()
    doc = nlp.make_doc(text)
    doc._.published = "2021-12-10"
    doc = nlp(doc)
    found = arabnews.analyze(text, published="2021-12-10")
    assert doc.text == text
    assert doc._.analysis == found
    for layer in found:
        assert [(span.start_char, span.end_char) for span in doc.spans[layer]] == [
            (item.span.start, item.span.end) for item in found[layer]
        ]
        assert [span._.annotation for span in doc.spans[layer]] == list(found[layer])


def test_labels_and_entities() -> None:
    doc = model()(TEXTS[0])
    [person] = [span for span in doc.spans["mentions"] if span.label_ == "PER"]
    assert person.kb_id_ == next(entity.id for entity in doc._.analysis.entities if entity.name == "سالم المنصوري")
    assert {span.label_ for span in doc.spans["numbers"]} == {"count", "money"}
    assert doc.spans["claims"][0]._.annotation.source.name == "سالم المنصوري"
    assert doc[0:1]._.annotation is None
    assert spacy.blank("ar")("قال")._.analysis is None
    assert not doc.ents
    assert "سالم المنصوري" in " ".join(span.text for span in model(set_ents=True)(TEXTS[0]).ents)


def test_without_retokenizing_spans_are_widened_and_annotations_exact() -> None:
    text = TEXTS[1]
    doc = model(retokenize=False)(text)
    assert [token.text for token in doc] == [token.text for token in spacy.blank("ar")(text)]
    for span in doc.spans["numbers"]:
        exact = span._.annotation.span
        assert span.start_char <= exact.start
        assert exact.end <= span.end_char
        assert exact.of(text) == span._.annotation.text


def test_pipe_gives_what_one_by_one_gives() -> None:
    nlp = model()
    one_by_one = [spans(nlp(text)) for text in TEXTS]
    assert [spans(doc) for doc in nlp.pipe(TEXTS, batch_size=2)] == one_by_one
    assert [spans(doc) for doc in nlp.pipe(TEXTS, n_process=2, batch_size=2)] == one_by_one


def test_doc_bin_and_pickles_keep_everything() -> None:
    docs = list(model().pipe(TEXTS))
    stored = DocBin(docs=docs, store_user_data=True).to_bytes()
    for back in (list(DocBin().from_bytes(stored).get_docs(spacy.blank("ar").vocab)), pickle.loads(pickle.dumps(docs))):
        for before, after in zip(docs, back, strict=True):
            assert spans(after) == spans(before)
            assert after._.analysis == before._.analysis
            assert [span._.annotation for span in after.spans["claims"]] == list(before._.analysis.claims)


def test_a_saved_pipeline_comes_back(tmp_path: Any) -> None:
    nlp = model(layers=["numbers"])
    nlp.to_disk(tmp_path / "nlp")
    again = spacy.load(tmp_path / "nlp")
    assert spans(again(TEXTS[0])) == spans(nlp(TEXTS[0]))
    assert set(spans(nlp(TEXTS[0]))) == {"dates", "numbers"}


def test_a_pipeline_of_ones_own() -> None:
    nlp = model()
    decrees = arabnews.PatternExtractor("decrees", r"المرسوم رقم \d+")
    component = nlp.get_pipe("arabnews")
    assert isinstance(component, ArabnewsComponent)
    component.pipeline = arabnews.Pipeline().adding(decrees)
    doc = nlp("نص المرسوم رقم 12 على ذلك.")
    assert spans(doc)["decrees"] == [(3, 17, "decrees")]
    assert doc.spans["decrees"][0]._.annotation.text == "المرسوم رقم 12"


def test_what_is_wrong_is_told_when_the_component_is_made() -> None:
    with pytest.raises(arabnews.PipelineError, match="no extractor of this pipeline makes layer 'verbs'"):
        model(layers=["verbs"])
    doc = Doc(spacy.blank("ar").vocab, words=["قال"])
    doc._.published = "قريبا"
    with pytest.raises(arabnews.ArticleError, match="names no day"):
        model()(doc)


def test_without_spacy_the_extra_is_named() -> None:
    program = (
        "import sys; sys.modules['spacy'] = None\n"
        "import arabnews\n"
        "try:\n    import arabnews.integrations.spacy\n"
        "except arabnews.MissingExtraError as error:\n    print(error)"
    )
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert "pip install 'arabnews[spacy]'" in run.stdout
