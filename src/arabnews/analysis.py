"""`Analysis`: what an article says, in layers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType
from typing import Any

from attrs import field, frozen

from arabnews.errors import UnknownLayerError
from arabnews.model import Article, Claim, DateExpression, Entity, Mention, NumericFact, Quote

Layers = Mapping[str, tuple[Any, ...]]


def _read_only(layers: Layers) -> Layers:
    return MappingProxyType(dict(layers))


@frozen
class Analysis:
    """The findings in one article: layers of annotations, and the entities they name.

    Args:
        article: the article, untouched.
        layers: layer name -> annotations in text order.
        entities: in order of first mention.
        error: why there are no findings, where a failed article was recorded; else None.

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

    def __reduce__(self) -> tuple[Any, ...]:
        return Analysis, (self.article, dict(self.layers), self.entities, self.error)

    def __repr__(self) -> str:
        counts = ", ".join(f"{len(found)} {layer}" for layer, found in self.layers.items())
        return f"<Analysis: {counts}, {len(self.entities)} entities>"
