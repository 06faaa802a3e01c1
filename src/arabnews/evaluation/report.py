"""`evaluate`: gold analyses against predicted ones, as figures, intervals and differences."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from attrs import field, frozen

from arabnews.analysis import Analysis
from arabnews.errors import ArticleError, UnknownLayerError
from arabnews.evaluation.layers import LAYERS, Counts, other
from arabnews.markup import clean
from arabnews.model import Article
from arabnews.pipeline import Pipeline, default
from arabnews.spans import Span

_CONTEXT = 40


@frozen
class Figure:
    """A figure over all articles: precision, recall and F1, or for a field the accuracy among what was matched.

    Args:
        name: layer and measure (`dates.value`).
        gold: how many were marked; for an accuracy, how many were compared.
        predicted: how many were found; for an accuracy the same as `gold`.
        hits: how many of them are right.
        is_rate: whether it is an accuracy.
    """

    name: str
    gold: int
    predicted: int
    hits: int
    is_rate: bool = False

    @property
    def precision(self) -> float:
        """The share of what was found that is right, from 0 to 1."""
        return self.hits / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """The share of what was marked that was found, from 0 to 1."""
        return self.hits / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; for an accuracy the accuracy."""
        return 2 * self.hits / (self.gold + self.predicted) if self.gold + self.predicted else 0.0

    def __str__(self) -> str:
        if not self.gold and not self.predicted:
            return f"{self.name:20} –"
        if self.is_rate:
            return f"{self.name:20} accuracy {self.f1:6.1%}  of {self.gold}"
        return (
            f"{self.name:20} P {self.precision:6.1%}  R {self.recall:6.1%}  F1 {self.f1:6.1%}  "
            f"marked {self.gold}  found {self.predicted}"
        )


@frozen
class Difference:
    """Something that was missed, is false, or has a wrong field.

    Args:
        article: the article's id, or its number from 1.
        layer: the layer.
        what: `missed`, `false` or `wrong`.
        span: where.
        text: what stands there.
        detail: for `wrong`, the field with both values.
        context: the text around it.
    """

    article: str
    layer: str
    what: str
    span: Span
    text: str
    detail: str
    context: str

    def __str__(self) -> str:
        detail = f" ({self.detail})" if self.detail else ""
        text, context = (" ".join(shown.split()) for shown in (self.text, self.context))
        return f"{self.article}\t{self.layer}\t{self.what}\t{text}{detail}\t…{context}…"


@frozen
class Evaluation:
    """Figures and differences; print it, or look at `evaluation["dates.value"].f1`.

    Args:
        figures: by name.
        differences: in the order of the articles and their text.

    Example:
        >>> import arabnews
        >>> analysis = arabnews.analyze("وصلت 40 سفينة.")
        >>> arabnews.evaluate([analysis], [analysis])["numbers.value"].f1
        1.0
    """

    figures: Mapping[str, Figure]
    differences: tuple[Difference, ...]
    _counts: Sequence[Counts] = field(repr=False, eq=False)

    def __getitem__(self, name: str) -> Figure:
        """A figure by name.

        Raises:
            UnknownLayerError: if there is none; tells those there are.
        """
        if name not in self.figures:
            known = ", ".join(self.figures)
            raise UnknownLayerError(f"no figure {name!r}; there are: {known}", layer=name, known=tuple(self.figures))
        return self.figures[name]

    def intervals(self, *, samples: int = 1000, level: float = 0.95) -> dict[str, tuple[float, float]]:
        """Bootstrap intervals of F1 and accuracy, drawn over articles; the same every time.

        Args:
            samples: how often articles are drawn.
            level: how much of the distribution lies inside.
        """
        draw = random.Random(0)
        count = len(self._counts)
        values: dict[str, list[float]] = {name: [] for name in self.figures}
        for _ in range(samples if count else 0):
            drawn = [self._counts[draw.randrange(count)] for _ in range(count)]
            for name, figure in _summed(drawn).items():
                values[name].append(figure.f1)
        return {name: _middle(sorted(found), level) for name, found in values.items() if found}

    def records(self) -> list[dict[str, Any]]:
        """The figures as flat rows, for a table."""
        return [
            {"figure": f.name, "precision": f.precision, "recall": f.recall, "f1": f.f1, "marked": f.gold, "found": f.predicted}
            for f in self.figures.values()
        ]

    def __str__(self) -> str:
        return "\n".join(map(str, self.figures.values())) + "\n"

    def __repr__(self) -> str:
        return str(self).rstrip()

    def _repr_html_(self) -> str:
        head = "".join(f"<th>{name}</th>" for name in ("", "precision", "recall", "F1 or accuracy", "marked", "found"))
        rows = "".join(
            f"<tr><th>{clean(f.name)}</th><td>{f.precision:.1%}</td><td>{f.recall:.1%}</td><td><b>{f.f1:.1%}</b></td>"
            f"<td>{f.gold}</td><td>{f.predicted}</td></tr>"
            for f in self.figures.values()
        )
        return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def evaluate(
    gold: Iterable[Analysis],
    predicted: Iterable[Analysis] | None = None,
    *,
    layers: Iterable[str] | None = None,
    pipeline: Pipeline | None = None,
) -> Evaluation:
    """Compare predicted analyses with gold ones, article by article.

    Args:
        gold: what people marked (see `Analysis.from_brat`, `Analysis.from_label_studio`, `Analysis.from_dict`).
        predicted: what was found in the same articles, in the same order; None to read them with `pipeline`.
        layers: the layers to compare; by default all that the gold analyses have. Name those that people marked, so that a
            layer nobody looked at does not count as empty.
        pipeline: the pipeline to read with; the default one if None.

    Raises:
        ArticleError: if the two are no analyses, or not about the same texts.
        UnknownLayerError: if a layer is in none of the gold analyses.

    Example:
        >>> import arabnews
        >>> marks = "T1\\tNumber 4 12\\t12 جنديا\\n#1\\tAnnotatorNotes T1\\tvalue=13"
        >>> gold = arabnews.Analysis.from_brat("وصل 12 جنديا أمس.", marks)
        >>> evaluation = evaluate([gold], layers=["numbers"])
        >>> evaluation["numbers.value"].f1, evaluation.differences[0].detail
        (0.0, 'value: 13 marked, 12 found')
    """
    marked = _analyses(gold, "gold")
    articles = [analysis.article for analysis in marked]
    found = (pipeline or default()).analyze_all(articles) if predicted is None else predicted
    known = dict.fromkeys(layer for analysis in marked for layer in analysis)
    chosen = list(known) if layers is None else list(layers)
    for layer in chosen:
        if marked and layer not in known:
            raise UnknownLayerError(f"no layer {layer!r} in gold; it has: {', '.join(known)}", layer=layer, known=tuple(known))
    compared = [_compared(one, another, chosen) for one, another in _together(marked, found)]
    differences = [difference for number, counts in enumerate(compared, 1) for difference in _differences(number, counts)]
    return Evaluation(_summed(compared), tuple(differences), compared)


def _analyses(given: Iterable[Analysis], name: str) -> list[Analysis]:
    listed = [given] if isinstance(given, Analysis) else list(given)
    for item in listed:
        if not isinstance(item, Analysis):
            raise ArticleError(f"{name} must be analyses, got {type(item).__name__}", field=name, got=item)
    return listed


def _together(gold: Sequence[Analysis], predicted: Iterable[Analysis]) -> Iterator[tuple[Analysis, Analysis]]:
    found = _analyses(predicted, "predicted")
    if len(found) != len(gold):
        raise ArticleError(f"{len(gold)} gold analyses, but {len(found)} predicted ones", field="text", got=len(found))
    for number, (one, another) in enumerate(zip(gold, found, strict=True), 1):
        if one.article.text != another.article.text:
            name = _name(number, one.article)
            raise ArticleError(f"article {name}: gold and predicted are not about the same text", field="text", got=name)
        yield one, another


def _compared(gold: Analysis, predicted: Analysis, layers: Sequence[str]) -> Counts:
    counts = Counts(gold, predicted)
    for layer in layers:
        if layer in LAYERS:
            LAYERS[layer](counts)
        else:
            other(counts, layer)
    return counts


def _summed(compared: Sequence[Counts]) -> dict[str, Figure]:
    figures: dict[str, Figure] = {}
    for counts in compared:
        rates = {name: (of, of, right) for name, (right, of) in counts.rates.items()}
        for name, (gold, predicted, hits) in {**counts.figures, **rates}.items():
            known = figures.get(name, Figure(name, 0, 0, 0, is_rate=name in rates))
            figures[name] = Figure(name, known.gold + gold, known.predicted + predicted, known.hits + hits, known.is_rate)
    return figures


def _middle(values: Sequence[float], level: float) -> tuple[float, float]:
    cut = int((1 - level) / 2 * len(values))
    return values[cut], values[len(values) - 1 - cut]


def _differences(number: int, counts: Counts) -> Iterator[Difference]:
    text = counts.text
    for layer, what, span, detail in sorted(counts.notes, key=lambda note: (note.span, note.layer)):
        context = text[max(span.start - _CONTEXT, 0) : span.end + _CONTEXT]
        yield Difference(_name(number, counts.gold.article), layer, what, span, span.of(text), detail, context)


def _name(number: int, article: Article) -> str:
    return article.id or str(number)
