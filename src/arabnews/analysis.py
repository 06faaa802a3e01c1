"""`Analysis`: what an article says, in layers.

Exports and explanations are imported where they are asked for: most programs need one of them or none, and start sooner.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

from attrs import evolve, field, frozen

from arabnews.errors import UnknownLayerError
from arabnews.extractors.base import Layers
from arabnews.model import Annotation, Article, Claim, DateExpression, Entity, Mention, NumericFact, Quote

if TYPE_CHECKING:
    import pandas as pd
    import pyarrow as pa

    from arabnews.explain import Explanation
    from arabnews.lexicon import Lexicon


def _read_only(layers: Layers) -> Layers:
    return MappingProxyType(dict(layers))


class Findings(NamedTuple):
    """What was found in an article, without the article: what workers send back."""

    layers: dict[str, tuple[Any, ...]]
    entities: tuple[Entity, ...]


@frozen
class Analysis:
    """The findings in one article: layers of annotations, and the entities they name.

    Args:
        article: the article, untouched.
        layers: layer name -> annotations in text order.
        entities: in order of first mention.
        error: why there are no findings, where a failed article was recorded; else None.
        lexicon: the lexicon it was read with, if not the package's own; explanations use it. Neither compared nor exported nor
            pickled.

    Example:
        >>> import arabnews
        >>> analysis = arabnews.analyze("قالت الوزارة إن «الأسعار مستقرة في كل المدن».")
        >>> [quote.text for quote in analysis["quotes"]]
        ['الأسعار مستقرة في كل المدن']
    """

    article: Article
    layers: Layers = field(converter=_read_only, hash=False)
    entities: tuple[Entity, ...] = ()
    error: str | None = None
    lexicon: Lexicon | None = field(default=None, eq=False, repr=False)

    def __getitem__(self, layer: str) -> tuple[Any, ...]:
        """The annotations of a layer, custom ones included; `entities` too.

        Raises:
            UnknownLayerError: if the analysis has no such layer; tells those it has.
        """
        if layer in self.layers:
            return self.layers[layer]
        if layer == "entities":
            return self.entities
        known = ", ".join([*self.layers, "entities"])
        raise UnknownLayerError(f"no layer {layer!r} in this analysis; it has: {known}", layer=layer, known=tuple(self.layers))

    def __iter__(self) -> Iterator[str]:
        return iter(self.layers)

    def __contains__(self, layer: object) -> bool:
        return layer in self.layers

    @property
    def claims(self) -> tuple[Claim, ...]:
        """Who says what."""
        return self.layers.get("claims", ())

    @property
    def quotes(self) -> tuple[Quote, ...]:
        """What stands in quotation marks."""
        return self.layers.get("quotes", ())

    @property
    def numbers(self) -> tuple[NumericFact, ...]:
        """How many of what."""
        return self.layers.get("numbers", ())

    @property
    def dates(self) -> tuple[DateExpression, ...]:
        """When, how long, how often."""
        return self.layers.get("dates", ())

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """Every mention of a person, an organisation, a place, a group, a facility."""
        return self.layers.get("mentions", ())

    def explain(self, annotation: Annotation) -> Explanation:
        """Why an annotation is there: its rule, the words it rests on and their lexicon rows, how a source was resolved.

        Raises:
            SpanError: if it is no annotation of this article.

        Example:
            >>> import arabnews
            >>> analysis = arabnews.analyze("قالت وزارة الصحة إن الأسعار مستقرة.")
            >>> print(analysis.explain(analysis.claims[0]).steps[0])
            cue قالت (verb قال): stance assert, CT+
        """
        from arabnews.explain import explain
        from arabnews.lexicon import Lexicon

        return explain(self.article, self.layers, self.entities, annotation, self.lexicon or Lexicon.default())

    def only(self, *layers: str) -> Analysis:
        """The same analysis with just these layers.

        Raises:
            UnknownLayerError: if the analysis has no such layer.
        """
        return evolve(self, layers={layer: self[layer] for layer in layers if layer != "entities"})

    # ---- exports

    def to_dict(self, *, utf16: bool = False) -> dict[str, Any]:
        """The analysis as plain data that `json` can write; `utf16` counts offsets as JavaScript does.

        Example:
            >>> import arabnews
            >>> plain = arabnews.analyze("وصل 12 جنديا.").to_dict()
            >>> plain["layers"]["numbers"][0]["value"], plain["layers"]["numbers"][0]["span"]
            (12, [4, 12])
        """
        from arabnews.export import json

        return json.encode(self.article, self.layers, self.entities, self.error, utf16=utf16)

    @classmethod
    def from_dict(cls, plain: Mapping[str, Any], types: Mapping[str, type[Annotation]] | None = None) -> Analysis:
        """The analysis that `to_dict` wrote; `types` names the classes of custom layers.

        Raises:
            FormatError: if the data is of another format or has a fault; names the field, as in `layers.numbers[0].value`.
        """
        from arabnews.export import json

        article, layers, entities, error = json.decode(plain, types)
        return cls(article, layers, entities, error)

    def to_records(self, layer: str) -> list[dict[str, Any]]:
        """A layer (or `entities`) as flat rows.

        Raises:
            UnknownLayerError: if the analysis has no such layer.
        """
        from arabnews.export import tables

        return list(tables.records(self.article, layer, self[layer]))

    def to_frame(self, layer: str) -> pd.DataFrame:
        """A layer as a pandas DataFrame.

        Raises:
            UnknownLayerError: if the analysis has no such layer.
            MissingExtraError: if pandas is not installed.
        """
        from arabnews.export import tables

        return tables.to_frame(layer, self.to_records(layer))

    def to_arrow(self, layer: str) -> pa.Table:
        """A layer as an Arrow table with a fixed schema.

        Raises:
            UnknownLayerError: if the analysis has no such layer.
            MissingExtraError: if pyarrow is not installed.
        """
        from arabnews.export import tables

        return tables.to_arrow(layer, self.to_records(layer))

    def to_jsonld(self) -> dict[str, Any]:
        """The article, its claims and quotations and whom it names as schema.org JSON-LD; never a rating.

        Example:
            >>> import arabnews
            >>> graph = arabnews.analyze("قالت وزارة الصحة إن الأسعار مستقرة.").to_jsonld()["@graph"]
            >>> [node["@type"] for node in graph]
            ['NewsArticle', 'Organization', 'Claim']
        """
        from arabnews.export import jsonld

        return jsonld.jsonld(self.article, self.layers, self.entities)

    def to_web_annotations(self) -> list[dict[str, Any]]:
        """Every finding as a W3C Web Annotation, with position and quote selectors.

        Example:
            >>> import arabnews
            >>> [found] = arabnews.analyze("وصل 12 جنديا.").only("numbers").to_web_annotations()
            >>> found["target"]["selector"][0]
            {'type': 'TextPositionSelector', 'start': 4, 'end': 12}
        """
        from arabnews.export import webannotation

        return list(webannotation.web_annotations(self.article, self.layers))

    def to_timeml(self) -> str:
        """The text with its time expressions as TIMEX3 elements: a TimeML document.

        Example:
            >>> import arabnews
            >>> print(arabnews.analyze("وصل الوفد أمس.", published="2021-12-10").to_timeml().splitlines()[-2])
            <TEXT>وصل الوفد <TIMEX3 tid="t1" type="DATE" value="2021-12-09">أمس</TIMEX3>.</TEXT>
        """
        from arabnews.export import timeml

        return timeml.timeml(self.article, self.dates)

    def to_brat(self) -> str:
        """The `.ann` file for brat, to stand beside a `.txt` file with the text; see `arabnews.export.brat.configuration`.

        Example:
            >>> import arabnews
            >>> print(arabnews.analyze("وصل 12 جنديا.").only("numbers").to_brat().splitlines()[0])
            T1	Number 4 12	12 جنديا
        """
        from arabnews.export import brat, marking

        return brat.standoff(self.article.text, marking.encode(self.article, self.layers, self.entities))

    @classmethod
    def from_brat(
        cls,
        article: Article | str,
        annotations: str,
        types: Mapping[str, type[Annotation]] | None = None,
        file: str | None = None,
    ) -> Analysis:
        """The analysis in a `.ann` file that `to_brat` wrote and people corrected.

        Args:
            article: the article, or its text.
            annotations: the content of the `.ann` file.
            types: the classes of custom layers.
            file: the file's name, for errors.

        Raises:
            FormatError: naming file, line and field.
        """
        from arabnews.export import brat, unmarking

        known = Article(article) if isinstance(article, str) else article
        return cls(known, *unmarking.decode(known, brat.marks_of(known.text, annotations, file), types))

    def to_label_studio(self, *, utf16: bool = False) -> dict[str, Any]:
        """A task for Label Studio with the findings as predictions; see `arabnews.export.label_studio.configuration`.

        Args:
            utf16: count offsets in UTF-16 units, as browsers do.
        """
        from arabnews.export import label_studio, marking

        marks = marking.encode(self.article, self.layers, self.entities)
        return label_studio.task(self.article, marks, model="arabnews", utf16=utf16)

    @classmethod
    def from_label_studio(
        cls, task: Mapping[str, Any], types: Mapping[str, type[Annotation]] | None = None, file: str | None = None
    ) -> Analysis:
        """The analysis in one task of a Label Studio export (JSON): its last annotation, else its last prediction.

        Raises:
            FormatError: naming file, task and field.
        """
        from arabnews.export import label_studio, unmarking

        article, marks = label_studio.read(task, file)
        return cls(article, *unmarking.decode(article, marks, types))

    def to_html(self) -> str:
        """A self-contained page, right to left: the article with its layers, claims as cards, a timeline."""
        from arabnews.display import html

        return html.page(self.article, self.layers, self.error)

    def to_text(self) -> str:
        """Lines for a terminal."""
        from arabnews.display import text

        failed = f"error: {self.error}\n" if self.error else ""
        return failed + text.analysis_text(self.article, self.layers, self.entities)

    def _repr_html_(self) -> str:
        from arabnews.display import html

        return html.fragment(self.article, self.layers, self.error)

    def __reduce__(self) -> tuple[Any, ...]:
        return Analysis, (self.article, dict(self.layers), self.entities, self.error)

    def __repr__(self) -> str:
        if self.error is not None:
            return f"<Analysis that failed: {self.error}>"
        counts = ", ".join(f"{len(found)} {layer}" for layer, found in self.layers.items())
        return f"<Analysis: {counts}, {len(self.entities)} entities>"


def to_records(analyses: Iterable[Analysis], layer: str) -> Iterator[dict[str, Any]]:
    """A layer of many analyses as one stream of flat rows.

    Example:
        >>> import arabnews
        >>> analyses = [arabnews.analyze("وصلت 40 سفينة.", published="2021-12-10")]
        >>> [(row["value"], row["unit"]) for row in arabnews.to_records(analyses, "numbers")]
        [(40, 'سفينة')]
    """
    from arabnews.export import tables

    for analysis in analyses:
        yield from tables.records(analysis.article, layer, analysis[layer])


def to_frame(analyses: Iterable[Analysis], layer: str) -> pd.DataFrame:
    """A layer of many analyses as one pandas DataFrame.

    Raises:
        MissingExtraError: if the package for it is not installed.

    Example:
        >>> import arabnews
        >>> analyses = [arabnews.analyze("وصلت 40 سفينة.")]
        >>> arabnews.to_frame(analyses, "numbers")[["value", "unit"]].values.tolist()
        [[40.0, 'سفينة']]
    """
    from arabnews.export import tables

    return tables.to_frame(layer, to_records(analyses, layer))


def to_arrow(analyses: Iterable[Analysis], layer: str) -> pa.Table:
    """A layer of many analyses as one Arrow table.

    Raises:
        MissingExtraError: if the package for it is not installed.

    Example:
        >>> import arabnews
        >>> analyses = [arabnews.analyze("وصلت 40 سفينة.")]
        >>> arabnews.to_arrow(analyses, "numbers").column("unit").to_pylist()
        ['سفينة']
    """
    from arabnews.export import tables

    return tables.to_arrow(layer, to_records(analyses, layer))
