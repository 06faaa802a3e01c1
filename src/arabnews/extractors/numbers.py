"""The numbers layer."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from arabnews.document import Document
from arabnews.extractors.base import Layers
from arabnews.model import Annotation


@frozen
class NumberExtractor:
    """Finds the numbers of an article."""

    name: str = "numbers"
    layer: str = "numbers"
    requires: tuple[str, ...] = ("dates",)

    def extract(self, document: Document, layers: Layers) -> Iterable[Annotation]:
        return ()
