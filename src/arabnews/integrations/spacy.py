"""A spaCy component (extra `spacy`): findings as span groups of a `Doc`, with exact offsets.

    nlp = spacy.blank("ar")
    nlp.add_pipe("arabnews")
    doc = nlp("قالت وزارة الصحة أمس إن 12 شخصا أصيبوا.")
    doc.spans["claims"][0]._.annotation.source.name

Where arabnews is installed, spaCy finds the component by its name; else import this module first.

What a `Doc` gets:

- `doc.spans[layer]`: a span for each finding, in text order. Its label is the mention's kind, the number's dimension, the date's
  type, `statement` or `term` for a quotation, the claim's kind, and the layer's name for a layer of one's own; a mention's
  `kb_id_` is its entity's id in the analysis.
- `doc._.analysis`: the whole `Analysis`; `span._.annotation`: the finding behind a span of these groups, None for other spans.
- `doc._.published`: the day of publication, to be set before the component runs: `doc = nlp.make_doc(text)`,
  `doc._.published = "2021-12-10"`, `doc = nlp(doc)`; `nlp.pipe` takes such docs too.

Tokens are split where a finding begins or ends inside one (`و1000`), so that spans are exact; with `retokenize` off spans are
widened to whole tokens, and `span._.annotation.span` alone is exact. All of it survives `DocBin(store_user_data=True)`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any, Final

from arabnews.analysis import Analysis
from arabnews.errors import MissingExtraError
from arabnews.model import Article, Claim, DateExpression, Mention, NumericFact, Quote
from arabnews.pipeline import Pipeline

try:
    from spacy.language import Language
    from spacy.tokens import Doc, Span
except ImportError:
    raise MissingExtraError("the spaCy component needs spaCy: pip install 'arabnews[spacy]'", extra="spacy") from None

_KEY: Final = "arabnews"


@Language.factory("arabnews", default_config={"layers": None, "plugins": [], "retokenize": True, "set_ents": False})
def make(
    nlp: Any, name: str, layers: Sequence[str] | None, plugins: Sequence[str], retokenize: bool, set_ents: bool
) -> ArabnewsComponent:
    """Make the component for `nlp.add_pipe("arabnews", config={...})`.

    Args:
        layers: only these layers, and those they need; all by default.
        plugins: names of installed plug-in extractors to add.
        retokenize: split tokens where a finding begins or ends inside one.
        set_ents: set `doc.ents` to the names that no entity of another component overlaps.

    Raises:
        PipelineError: for a layer that nobody makes, or an unknown plug-in.
    """
    pipeline = Pipeline()
    for plugin in plugins:
        pipeline = pipeline.adding(plugin)
    return ArabnewsComponent(pipeline.only(*layers) if layers else pipeline, retokenize=retokenize, set_ents=set_ents)


class ArabnewsComponent:
    """Reads a `Doc`'s text and writes span groups.

    Args:
        pipeline: what reads; set `nlp.get_pipe("arabnews").pipeline` to use another one.
        retokenize: split tokens where a finding begins or ends inside one.
        set_ents: set `doc.ents` to the names.
    """

    def __init__(self, pipeline: Pipeline, *, retokenize: bool = True, set_ents: bool = False) -> None:
        self.pipeline, self.retokenize, self.set_ents = pipeline, retokenize, set_ents

    def __call__(self, doc: Any) -> Any:
        analysis = self.pipeline.analyze(Article(doc.text, published=doc._.published))
        doc.user_data[_KEY] = json.dumps(analysis.to_dict())
        if self.retokenize:
            _split(
                doc, {edge for found in analysis.layers.values() for item in found for edge in (item.span.start, item.span.end)}
            )
        named = {mention: entity.id for entity in analysis.entities for mention in entity.mentions}
        for layer, found in analysis.layers.items():
            doc.spans[layer] = [_span(doc, layer, number, item, named) for number, item in enumerate(found)]
        if self.set_ents and "mentions" in analysis:
            doc.ents = [*doc.ents, *_free(doc)]
        return doc


def _span(doc: Any, layer: str, number: int, item: Any, named: Mapping[Mention, str]) -> Any:
    """The span of a finding; its id tells which one it is."""
    return doc.char_span(
        item.span.start,
        item.span.end,
        label=_label(layer, item),
        kb_id=named.get(item, "") if isinstance(item, Mention) else "",
        alignment_mode="expand",
        span_id=f"{layer}/{number}",
    )


def _label(layer: str, item: Any) -> str:
    match item:
        case Mention() | Claim():
            return str(item.kind)
        case NumericFact():
            return str(item.dimension)
        case DateExpression():
            return str(item.type)
        case Quote():
            return "statement" if item.is_statement else "term"
    return layer


def _split(doc: Any, edges: Iterable[int]) -> None:
    """Split the tokens that an edge falls inside of."""
    inside: dict[int, list[int]] = {}
    wanted = sorted(edges)
    tokens = iter(doc)
    token = next(tokens, None)
    for edge in wanted:
        while token is not None and token.idx + len(token) <= edge:
            token = next(tokens, None)
        if token is not None and token.idx < edge:
            inside.setdefault(token.i, []).append(edge - token.idx)
    if not inside:
        return
    with doc.retokenize() as retokenizer:
        for at, cuts in inside.items():
            text = doc[at].text
            bounds = [0, *cuts, len(text)]
            parts = [text[a:b] for a, b in pairwise(bounds)]
            retokenizer.split(doc[at], parts, heads=[(doc[at], number) for number in range(len(parts))])


def _free(doc: Any) -> list[Any]:
    """The names that no entity is set over yet."""
    taken = {token.i for entity in doc.ents for token in entity}
    kept = []
    for span in doc.spans["mentions"]:
        if not any(at in taken for at in range(span.start, span.end)):
            kept.append(Span(doc, span.start, span.end, label=span.label_, kb_id=span.kb_id_))
            taken.update(range(span.start, span.end))
    return kept


@lru_cache(maxsize=16)
def _read(plain: str) -> Analysis:
    return Analysis.from_dict(json.loads(plain))


def _analysis(doc: Any) -> Analysis | None:
    plain = doc.user_data.get(_KEY)
    return None if plain is None else _read(plain)


def _annotation(span: Any) -> Any:
    layer, _, number = span.id_.rpartition("/")
    analysis = _analysis(span.doc)
    if analysis is None or layer not in analysis:
        return None
    return analysis[layer][int(number)]


Doc.set_extension("published", default=None, force=True)
Doc.set_extension("analysis", getter=_analysis, force=True)
Span.set_extension("annotation", getter=_annotation, force=True)
