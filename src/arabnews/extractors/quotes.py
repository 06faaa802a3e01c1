"""Quotes: what stands inside quotation marks, and whether a source says it."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from arabnews.document import Document
from arabnews.extractors.base import Layers
from arabnews.model import Quote


@frozen
class QuoteExtractor:
    """Finds every quoted stretch; a statement is one of three words or more."""

    name: str = "quotes"
    layer: str = "quotes"
    requires: tuple[str, ...] = ()

    def extract(self, document: Document, layers: Layers) -> Iterable[Quote]:
        for opening, closing, _ in document.pairs:
            if closing is None or closing <= opening + 1:
                continue
            outer = document.span(opening, closing + 1)
            yield document.annotation(
                Quote, opening + 1, closing, rule="quoted", outer=outer, is_statement=closing - opening > 3
            )
